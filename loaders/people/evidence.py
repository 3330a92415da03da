"""What a row says about who somebody is: their numbers, and by the home, the posts and the places of the row."""

from collections.abc import Iterator, Mapping

from graph_schema.values.day import Day
from graph_schema.values.seal import Seal
from loaders.draft import Node
from loaders.people.decision import Evidence
from loaders.people.review import question_key
from loaders.places.directory import Directory
from loaders.places.placing import Placed
from loaders.places.residence import buildings_of
from loaders.roster import Post
from loaders.rows import Claim, TypedRow

# Several of them are equals: none is the primary one.
EQUALS = frozenset(
    (
        "community_cadre",
        "volunteer",
        "branch_committee",
        "checkpoint_staff",
        "sunk_cadre",
        "community_police",
        "family_doctor",
    )
)

Serving = Mapping[str, tuple[Node, ...]]  # role → what it serves


def evidence_of(
    row: TypedRow,
    claim: Claim,
    placed: Placed,
    parties: Mapping[str, Node],
    serving: Serving,
    seal: Seal,
    directory: Directory,
) -> Evidence:
    """The evidence of one person of a row."""
    id_digest = seal.digest(claim.id.number, "id") if claim.id else ""
    numbers = {seal.digest(phone.number, "phone"): phone for phone in claim.phones}
    own = frozenset(digest for digest, phone in numbers.items() if phone.is_mobile)
    posts = {(role, target.token) for role, targets in serving.items() for target in targets}
    post = row.table.roster.post(claim.post)
    branch = parties.get(post.target)
    if branch is not None:
        posts.add(("member", branch.token))
    first = next((target for targets in serving.values() for target in targets), placed.stands)
    where = f"{placed.area.key[:6]} {(placed.household or first).natural}"
    return Evidence(
        claim.name,
        placed.area.key[:6],
        question_key(row.table.roster.code, where, claim.name, id_digest, frozenset(numbers)),
        id_digest,
        own,
        born_on(claim),
        frozenset(building.token for building in _buildings(row, post, claim, placed, directory)),
        frozenset(posts),
        placed.household.token if placed.household and _is_home(row, post, serving) else None,
        claim.gender or (claim.id.gender if claim.id else ""),
        frozenset(numbers) - own,
        frozenset(held for held in posts if held[0] in EQUALS),
        (placed.community.key,) if post.insider and placed.community is not None else (),
        frozenset(claim.masked),
        frozenset(_own(post, placed, branch)),
    )


def born_on(claim: Claim) -> Day | None:
    """The birth date that the ID number proves, else as written."""
    return Day(claim.id.birth_date) if claim.id else claim.birth


def _buildings(row: TypedRow, post: Post, claim: Claim, placed: Placed, directory: Directory) -> list[Node]:
    """Those that the row is about or, beside a name outside the rosters of homes, that an address means."""
    if not post.home:
        written = claim.more.get("residence")
    elif placed.household is not None and placed.household.parent is not None:
        return [placed.household.parent]
    else:
        written = row.places.get("address")
    beside = buildings_of(written, placed.area, directory) if isinstance(written, str) else []
    return [*placed.buildings, *beside]


def _is_home(row: TypedRow, post: Post, serving: Serving) -> bool:
    """Whether the home of the row is the person's own."""
    return post.home or (row.table.roster.subject == "room" and not serving)


def _own(post: Post, placed: Placed, organisation: Node | None) -> Iterator[object]:
    """What rows before may have said of whoever is meant: this home, or a membership of this organisation."""
    if post.home and placed.household is not None:
        yield placed.household.token
    if post.insider and organisation is not None:
        yield "member", organisation.token
