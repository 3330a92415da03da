"""What these tests share: records in a file of their own, and a seal."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph_schema.values.seal import Seal
from records.store import Records


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    made = Records(f"sqlite:///{tmp_path / 'records.sqlite'}")
    yield made
    made.close()


@pytest.fixture
def seal() -> Seal:
    return Seal(b"\x07" * 32)
