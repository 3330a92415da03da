"""Which lines a form gets, and what they say: the inverse of a roster, from its declaration."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest

from graph_schema.nodes import PLACES
from graph_schema.sensitivity import Sensitivity
from loaders.cells import Management
from loaders.forms import themes
from loaders.forms.asking import Asking, Thing, Tie
from loaders.forms.line import Line, Said, Someone, in_order, refuse_more
from loaders.forms.parties import Named, name_parties
from loaders.forms.people import holders, tell
from loaders.forms.places import paths_of, values_of
from loaders.headings import Layout
from loaders.recognise import Table
from loaders.roster import Post, Roster

_SUBJECTS = {"room": ("Household",), "area": ("County", "Town", "Community")}
_DEPTH = ("County", "Town", "Community", "Grid", "MicroGrid", "Building", "Entrance", "Household")
_LISTED = frozenset(("community",))  # of these a roster lists people; without any, it does not name the place


def lines_of(table: Table, asking: Asking) -> list[Line]:
    """The lines of a table for a place, in the order that people expect."""
    layout, give = table.layout, themes.giver(table.roster)
    lines = give(table, asking) if give else _of_places(layout, asking)
    tell([someone for line in lines for someone in line.people.values()], layout, asking)
    themes.tell(table, asking, lines)
    return in_order(lines)


def subjects_of(roster: Roster) -> tuple[str, ...]:
    """The labels of the places that the lines are about; none for a roster that is about no place."""
    label = "".join(part.title() for part in roster.subject.split("_"))
    return _SUBJECTS.get(roster.subject) or ((label,) if label in PLACES else ())


def _of_places(layout: Layout, asking: Asking) -> list[Line]:
    labels = subjects_of(layout.roster)
    anchors = [thing for each in (*labels, *_below(layout, labels)) for thing in asking.under(each)]
    refuse_more(len(anchors))
    lines = [Line(path | {"Area": thing}) for thing, path in paths_of(anchors, asking).items()]
    for line in lines:
        line.values |= values_of(line.path, layout)
    _companies(lines, layout, asking)
    named = name_parties(lines, layout, asking)
    spread = with_people(lines, named, layout, asking)
    listed = layout.roster.subject in _LISTED
    return [line for line in spread if not listed or line.people or _says_more(line)]


def _below(layout: Layout, labels: Sequence[str]) -> list[str]:
    """Labels that posts are towards as well, where the form has a column for them: 网格 beside 社区."""
    targets = {part for post in layout.roster.posts for part in post.target.split("|")}
    columns = {"grid": "Grid", "micro_grid": "MicroGrid"}
    found = [columns[field] for field in layout.fields.values() if field in columns]
    lowest = max((_DEPTH.index(label) for label in labels if label in _DEPTH), default=0)
    return [each for each in found if each in targets and _DEPTH.index(each) > lowest]


def _says_more(line: Line) -> bool:
    label = line.path["Area"].label
    return any(said.value is not None for name, said in line.values.items() if name.startswith(f"{label}."))


def with_people(lines: Sequence[Line], named: Sequence[Named], layout: Layout, asking: Asking) -> list[Line]:
    """A line for each holder: the first of every post side by side, then the second, and so on."""
    if layout.roster.subject == "room":
        return _residents(lines, layout, asking)
    posts = [layout.roster.post(field) for field in layout.people]
    towards = {
        post.field: [_target(post, line, parties) for line, parties in zip(lines, named, strict=True)] for post in posts
    }
    ties = asking.into("SERVES", {target for targets in towards.values() for target in targets if target is not None})
    found: list[Line] = []
    for number, line in enumerate(lines):
        groups = {post.field: _held(post, towards[post.field][number], ties, layout) for post in posts}
        found += _side_by_side(line, groups)
    return found


def _held(post: Post, target: Thing | None, ties: Mapping[Thing, list[Tie]], layout: Layout) -> list[Someone]:
    """Of several posts with one role and target each takes those with its own duties, or the primary ones or others."""
    if target is None:
        return []
    posts = [layout.roster.post(field) for field in layout.people]
    alike = [each for each in posts if post.role and (each.role, each.target) == (post.role, post.target)]
    others = {each.duties for each in alike if each is not post} - {""}
    mine = [
        tie
        for tie in ties.get(target, [])
        if (tie.image.get("duties") == post.duties if post.duties else tie.image.get("duties") not in others)
    ]
    return holders(
        post,
        target,
        mine,
        shared=len({each.primary for each in alike}) > 1,
        positions="position" in layout.attributes.get(post.field, {}),
    )


def _side_by_side(line: Line, groups: Mapping[str, Sequence[Someone]]) -> list[Line]:
    rows = list(zip_longest(*groups.values())) or [()]
    return [
        Line(line.path, dict(line.values), {f: who for f, who in zip(groups, row, strict=False) if who is not None})
        for row in rows
    ]


def _target(post: Post, line: Line, parties: Named) -> Thing | None:
    """What the post is towards in this line: the first of its targets that the line has."""
    if post.target.startswith(("party:", "unit:")):
        return parties.get(post.target)
    found = next((line.path[label] for label in post.target.split("|") if label in line.path), None)
    # The manager of a house without an estate is its building's.
    return found or (line.path.get("Building") if post.target == "Compound" else None)


def _residents(lines: Sequence[Line], layout: Layout, asking: Asking) -> list[Line]:
    """Everybody of a home in a line of their own. Who only is registered there needs a column that says so."""
    homes = [line.path["Household"] for line in lines]
    living, registered = asking.into("LIVES_IN", homes), asking.into("REGISTERED_AT", homes)
    says_apart = "registered_only" in layout.found
    post = next(iter(layout.people), "")
    found: list[Line] = []
    for line in lines:
        home = line.path["Household"]
        apart = registered.get(home, []) if says_apart or home.image.get("occupancy") == "registered_only" else []
        ties = [*living.get(home, []), *apart]
        people = [Someone(tie.start, (tie,)) for tie in sorted(ties, key=_head_first)]
        found += _side_by_side(line, {post: people} if people and post else {})
    return found


def _head_first(tie: Tie) -> tuple[object, ...]:
    relation = str(tie.image.get("relation_to_head") or "")
    return tie.type != "LIVES_IN", relation not in ("户主", "本人"), not relation, tie.start.key


def _companies(lines: Iterable[Line], layout: Layout, asking: Asking) -> None:
    """Who manages the estate: a company's name, or that there is none."""
    field = "unit:property_company"
    if field not in layout.fields.values():
        return
    with_estate = [line for line in lines if "Compound" in line.path]
    managing = asking.into("MANAGES", {line.path["Compound"] for line in with_estate})
    for line in with_estate:
        estate = line.path["Compound"]
        kind = estate.image.get("property_management")
        names = sorted(tie.start.name for tie in managing.get(estate, []))
        if kind in ("self", "none") or (kind == "managed" and names):
            line.values[field] = Said(Management(str(kind), names[0] if kind == "managed" else ""), Sensitivity.S0)
