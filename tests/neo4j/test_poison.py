"""Poisoned files change nothing: the graph's hash is the same after all of them were loaded."""

from pathlib import Path

from app.cases.importing import Importing
from database.connection import Connection
from database.fingerprint import fingerprint
from graph_schema.values.seal import Seal
from records.store import Records
from tests.poison.files import POISONS
from tests.world import TODAY


def test_the_graph_is_the_same_after_all_of_them(world: Connection, seal: Seal, tmp_path: Path) -> None:
    paths = [tmp_path / poison.name for poison in POISONS]
    for poison, path in zip(POISONS, paths, strict=True):
        poison.make(path)
    before = fingerprint(world)

    records = Records(f"sqlite:///{tmp_path / 'again.sqlite'}")
    receipt = Importing(world, records, seal).load(paths, today=TODAY, by="test")
    records.close()

    told = [file.get("problem") or any(sheet["faults"] for sheet in file["sheets"]) for file in receipt.files]
    assert [poison.name for poison, said in zip(POISONS, told, strict=True) if not said] == []
    assert fingerprint(world) == before
