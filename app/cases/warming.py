"""Asks each everyday question once after a start, so that the database has planned it before somebody waits for it."""

from app.cases.exploring import around
from app.cases.household import card
from app.cases.overview import overview
from app.cases.party_tree import party_tree
from app.cases.person import person
from app.cases.place import place
from app.cases.responsibility import responsibility
from database.reading import Reader, read
from graph_schema.sensitivity import Sight
from graph_schema.values.moment import Moment
from graph_schema.values.seal import Seal
from queries.search import search
from records.store import Records

_SOMEBODY = """
MATCH (h:Household)<-[lives:LIVES_IN]-(p:Person)
RETURN h.code AS code, p.name AS name, p.person_id AS person_id LIMIT 1
"""


def warm(reader: Reader, records: Records, seal: Seal, *, moment: Moment, sight: Sight) -> None:
    """One page of each kind, a search and a drawing; a statement that is planned for the first time takes seconds."""
    for row in read(reader, _SOMEBODY):
        found = card(reader, records, seal, row["code"], moment=moment, sight=sight)
        overview(reader, records, seal, None, opened=(), moment=moment, sight=sight)
        search(reader, row["name"], sight=sight, seal=seal, moment=moment)
        around(reader, seal, [row["code"]], hops=1, moment=moment, sight=sight)
        person(reader, records, seal, row["person_id"], moment=moment, sight=sight)
        for step in found.chain.path:
            if step.label in ("Town", "Community", "Building"):
                place(reader, records, seal, step.code, moment=moment, sight=sight)
            if step.label == "Community":
                party_tree(reader, seal, step.code, page=1, moment=moment, sight=sight)
                responsibility(reader, seal, step.code, page=1, moment=moment, sight=sight)
