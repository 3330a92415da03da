"""The people of a form's lines: who holds a post or lives there, and what each column beside a name says of them."""

import re
from collections.abc import Iterable

from graph_schema.model import Property
from graph_schema.nodes import NODES
from graph_schema.reference import SKILLS
from graph_schema.relationships import RELATIONSHIPS
from graph_schema.roles import ROLES
from graph_schema.sensitivity import Sensitivity
from loaders.forms.asking import Asking, Thing, Tie
from loaders.forms.line import Said, Someone, secrecy
from loaders.headings import Layout
from loaders.roster import Post

_OF_POST = ("since", "until", "full_time", "duties", "night_ok")
_PERSONS = {"birth": "birth_date", "politics": "member_type", "flow": "flow_status"}
_TIED = {"relation": "relation_to_head"}
_PERSON_TYPES = ("Person", "PartyMember", "Volunteer")


def holders(
    post: Post, target: Thing, ties: Iterable[Tie], *, shared: bool = False, positions: bool = True
) -> list[Someone]:
    """Who holds the post at a target, the primary one first; somebody with several roles of it once.

    Roles that differ in when they began, in who is primary, or in whether the number is public, stand in lines of
    their own: a public notice that shows the number says that it is public for every role of its line. `shared`:
    another post of the form has the same role and target, and takes either the primary ones or the rest. `positions`:
    the form has a column for the words of a role.
    """
    mine: dict[tuple[object, ...], list[Tie]] = {}
    for tie in sorted(ties, key=_rank):
        if _reads_again(post, target, tie, positions) and (not shared or _is_first(tie) is post.primary):
            said = tuple(tie.image.get(name) for name in _OF_POST)
            ranks = tie.image.get("is_primary") is False, bool(tie.image.get("contact_public"))
            mine.setdefault((tie.start, *ranks, *said), []).append(tie)
    found = [Someone(group[0].start, tuple(group)) for group in mine.values()]
    for someone in found:
        words = [ROLES[str(tie.image["role"])].zh for tie in someone.ties]
        someone.more["position"] = Said("、".join(words) if post.positions else None)
    return found


def _reads_again(post: Post, target: Thing, tie: Tie, positions: bool) -> bool:
    """Whether the loader takes the line for this very role again."""
    role = str(tie.image.get("role"))
    if not post.positions:
        return role == post.role
    said = (target.name if post.named else "") + (ROLES[role].zh if positions else "")
    return role == next((found for pattern, found in post.positions if re.search(pattern, said)), "")


def tell(people: Iterable[Someone], layout: Layout, asking: Asking) -> None:
    """Adds what stands elsewhere in the graph about people, as far as the form has a column for it."""
    everybody = list(people)
    persons = [someone.person for someone in everybody]
    wanted = {name for group in layout.attributes.values() for name in group}
    if "workplace" in wanted:
        _add(everybody, "workplace", asking.out("WORKS_FOR", persons), "name", Sensitivity.S1)
    if "residence" in wanted:
        _add(everybody, "residence", asking.out("LIVES_IN", persons), "address", Sensitivity.S2)
    if "skills" in wanted:
        skills = asking.out("HAS_SKILL", persons)
        for someone in everybody:
            _skills(someone, skills.get(someone.person, []))


def said_of(someone: Someone, name: str) -> Said:
    """What a column beside a name says: what was told of this line, what its facts say, what the person is."""
    if name in someone.more:
        return someone.more[name]
    if name == "registered_only":
        return Said(any(tie.type == "REGISTERED_AT" for tie in someone.ties) if someone.ties else None)
    for tie in someone.ties:
        declared = RELATIONSHIPS[tie.type].by_name.get(_TIED.get(name, name))
        if declared is not None or name in ("since", "until"):
            return Said(tie.value(_TIED.get(name, name)), secrecy(declared) if declared else Sensitivity.S1)
    property_ = _declared(_PERSONS.get(name, name))
    if property_ is None:
        return Said(None)
    return Said(someone.person.value(property_.name), secrecy(property_))


def _declared(name: str) -> Property | None:
    return next((NODES[type_].by_name[name] for type_ in _PERSON_TYPES if name in NODES[type_].by_name), None)


def _rank(tie: Tie) -> tuple[object, ...]:
    first = tie.image.get("is_primary")
    return not first, tie.image.get("priority") or 0, str(tie.image.get("since") or ""), tie.start.key


def _is_first(tie: Tie) -> bool:
    """Whether a roster named it in the column of the primary ones: then it says so or denies it."""
    return tie.image.get("is_primary") is not None


def _add(people: list[Someone], name: str, ties: dict[Thing, list[Tie]], property_: str, level: Sensitivity) -> None:
    for someone in people:
        ends = sorted((tie.end for tie in ties.get(someone.person, [])), key=lambda end: end.key)
        someone.more.setdefault(name, Said(str(ends[0].image.get(property_) or "") if ends else None, level))


def _skills(someone: Someone, ties: list[Tie]) -> None:
    """Every skill; the certificate where one of them alone has one."""
    codes = sorted(tie.end.key for tie in ties)
    someone.more["skills"] = Said(tuple(str(SKILLS[code]["name_zh"]) for code in codes if code in SKILLS) or None)
    proven = [tie for tie in ties if SKILLS.get(tie.end.key, {}).get("needs_certificate")] or ties
    for name in ("certificate_no", "valid_until"):
        value = proven[0].value(name) if len(proven) == 1 else None
        someone.more[name] = Said(value, RELATIONSHIPS["HAS_SKILL"].by_name[name].sensitivity)
