"""What a form may be filled for: a place in the viewer's sight, and on a sheet of one community that alone."""

from collections.abc import Sequence

from database.reading import Reader, read
from graph_schema.errors import InputError, NotFound
from graph_schema.sensitivity import Sight
from loaders.forms.line import Line
from loaders.recognise import Table

_PLACE = "MATCH (n:Place {code: $place}) RETURN n.code AS code"
_WITHIN = """
MATCH (n:Place {code: $place})
RETURN $area IN coalesce(n.scope, []) OR EXISTS {
  MATCH up = (n)-[:PART_OF*0..7]->(:Place {code: $area}) WHERE all(r IN relationships(up) WHERE r.until IS NULL)
} AS within
"""
_COMMUNITIES = "MATCH (n:Community) RETURN n.code AS code, n.name AS name"
_SAYS_WHERE = frozenset(("community", "community_code"))


def find_place(reader: Reader, place: str, sight: Sight) -> str:
    """The code of a place that there is and that the viewer may see. Raises NotFound."""
    there = bool(read(reader, _PLACE, place=place))
    if there and sight.area is not None:
        there = bool(read(reader, _WITHIN, place=place, area=sight.area)[0]["within"])
    if not there:
        raise NotFound(f"没有代码为 {place} 的地方。", f"There is no place with the code {place}.")
    return place


def of_sheet(lines: Sequence[Line], table: Table, reader: Reader) -> list[Line]:
    """The lines that the loader would take for this sheet's: without a column for it, the sheet's name or a title says
    which community it is about. Raises InputError where that would have to be guessed.
    """
    if not table.roster.subject or _SAYS_WHERE & table.layout.found:
        return list(lines)
    here = {line.path["Community"].key for line in lines if "Community" in line.path}
    words = (table.sheet.name, *table.titles, table.file)
    known = read(reader, _COMMUNITIES)
    said = next((codes for word in words if (codes := [row["code"] for row in known if row["name"] in word])), [])
    if len(here) > 1 and not here & set(said):
        raise InputError(
            f"“{table.sheet.name}”没有社区一列，名称和标题也没有写是哪个社区。请加上一列，或按社区分别填。",
            f"{table.sheet.name} has no column for the community and names none: add one, or fill it for one.",
        )
    wanted = here & set(said) if said else here
    return [line for line in lines if "Community" in line.path and line.path["Community"].key in wanted]
