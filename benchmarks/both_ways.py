"""A scenario through the normal door and through Neo4j's offline importer: both graphs must have one hash.

    python -m benchmarks.both_ways [demo|seed]

Minutes for `seed`, so it is not among the tests, which do the same with the demo.
"""

import sys
import tempfile
from pathlib import Path

from app.cases.importing import Importing
from benchmarks.measure import clock
from benchmarks.office import TODAY, Office, open_office
from database.connection import Connection
from database.fingerprint import fingerprint
from database.writing import prepare_schema
from loaders.scenario import imports, write
from records.store import Records

_EMPTY = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS"


def main(profile: str = "seed") -> int:
    """Prints both ways with their times; the exit code says whether the graphs say the same."""
    with tempfile.TemporaryDirectory() as folder, open_office() as office:
        files = write(profile, Path(folder), today=TODAY)
        door, said = clock(lambda: _through_the_door(office, files))
        print(f"{profile}, {len(imports(files))} imports through the normal door: {door / 1000:,.0f} s, {said}")
        _empty(office.connection)
        bulk, same = clock(lambda: _whole(office, files, Path(folder)))
        print(f"{profile}, one import through the offline importer: {bulk / 1000:,.0f} s, {same}")
        return 0 if said == same else 1


def _through_the_door(office: Office, files: list[Path]) -> str:
    for batch in imports(files):
        office.imported(batch)
    return fingerprint(office.connection)


def _whole(office: Office, files: list[Path], folder: Path) -> str:
    records = Records(f"sqlite:///{folder / 'records.sqlite'}")
    stages: set[str] = set()
    case = Importing(office.connection, records, office.seal, gaps=None, settings=office.settings)
    receipt = case.load(files, today=TODAY, by="benchmark", progress=lambda _done, _total, what: stages.add(what))
    records.close()
    if receipt.changes and "offline" not in stages:
        raise AssertionError(f"{receipt.changes} facts are too few for the offline importer")
    return fingerprint(office.connection)


def _empty(connection: Connection) -> None:
    with connection.session(write=True) as session:
        session.run(_EMPTY).consume()
    prepare_schema(connection)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
