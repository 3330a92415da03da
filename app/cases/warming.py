"""Asks each everyday question once after a start, so that the database has planned it before somebody waits for it."""

from app.cases.household import card
from app.cases.overview import overview
from database.reading import Reader, read
from graph_schema.sensitivity import Sight
from graph_schema.values.moment import Moment
from graph_schema.values.seal import Seal
from queries.search import search
from records.store import Records

_SOMEBODY = """
MATCH (h:Household)<-[lives:LIVES_IN]-(p:Person)
RETURN h.code AS code, p.name AS name LIMIT 1
"""


def warm(reader: Reader, records: Records, seal: Seal, *, moment: Moment, sight: Sight) -> None:
    """A card, an overview and a search; a statement that is planned for the first time takes seconds."""
    for row in read(reader, _SOMEBODY):
        card(reader, records, seal, row["code"], moment=moment, sight=sight)
        overview(reader, records, seal, None, opened=(), moment=moment, sight=sight)
        search(reader, row["name"], sight=sight, seal=seal, moment=moment)
