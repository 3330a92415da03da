"""The chains of the sample rosters, all eleven files loaded."""

import json
from typing import Any

import pytest

from database.connection import Connection
from graph_schema.sensitivity import OFFICE
from graph_schema.values.moment import Moment
from graph_schema.values.seal import Seal
from queries.contacts import Chain, chain_for
from tests.neo4j.rosters_world import SAMPLES, load_all_samples, places


def _cases() -> list[dict[str, Any]]:
    """The cases of the topic that is built."""
    cases = json.loads((SAMPLES / "expected" / "contacts.json").read_text("utf-8"))["cases"]
    return [case for case in cases if case["topic"] == "default"]


@pytest.fixture(scope="module")
def samples(connection: Connection, seal: Seal) -> Connection:
    load_all_samples(connection, seal)
    return connection


@pytest.fixture(scope="module")
def homes(samples: Connection) -> dict[str, str]:
    return {natural: code for code, (label, natural, _) in places(samples).items() if label == "Household"}


def test_there_are_cases() -> None:
    assert len(_cases()) == 8


@pytest.mark.parametrize("case", _cases(), ids=lambda case: str(case["why"]))
class TestEachCase:
    @pytest.fixture
    def chain(self, samples: Connection, homes: dict[str, str], seal: Seal, case: dict[str, Any]) -> Chain:
        moment = Moment.parse(case["at"])
        return chain_for(samples, homes[case["household"]], moment=moment, sight=OFFICE, seal=seal)

    def test_lists_the_same_people(self, chain: Chain, case: dict[str, Any]) -> None:
        found = [(entry.rank, entry.tier, entry.role, entry.name, entry.stands_in) for entry in chain.entries]
        assert found == [
            (e["rank"], e["tier"], e["role"], e["name"].split("@")[0], e.get("stands_in")) for e in case["chain"]
        ]

    def test_dials_the_same_duty_phones(self, chain: Chain, case: dict[str, Any]) -> None:
        expected = [entry["number"] for entry in case["chain"] if entry["role"] == "duty_phone"]
        assert [entry.phone for entry in chain.entries if entry.role == "duty_phone"] == expected

    def test_passes_over_the_same(self, chain: Chain, case: dict[str, Any]) -> None:
        found = {(s.tier, s.role, s.name, s.reason, s.gap) for s in chain.skipped}
        expected = {
            (s["tier"], s["role"], s["name"] and s["name"].split("@")[0], s["reason"], s["gap"])
            for s in case["skipped"]
        }
        assert found >= expected
        assert {(reason, gap) for *_, reason, gap in found - expected} <= {("vacant", None)}

    def test_breaks_the_same_rules_at_the_same_link(self, chain: Chain, case: dict[str, Any]) -> None:
        assert list(chain.gaps) == case["gaps"]
        assert chain.broken_at == case["broken_at"]

    def test_every_entry_cites_a_row_of_a_sample(self, chain: Chain) -> None:
        for entry in chain.entries:
            assert any(reason.source for reason in entry.because)
            assert entry.because[-1].source
