"""The journal: every change of every import with its images before and after, so that each can be taken back.

Of a person's node, and of a relationship that ends at a person, whatever is S2 or above is sealed with a key of that
person alone. To forget somebody is to delete the key: the journal stays, and tells nothing.
"""

import json
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from graph_schema.errors import InputError, SettingsError
from graph_schema.facts import Change, NodeChange, RelationshipChange
from graph_schema.values.seal import Seal
from records import images
from records.tables import Base, document

_KEY_BYTES = 32
_JSON = json.JSONEncoder(ensure_ascii=False)
_AT_ONCE = 500  # values in one IN (...); SQLite's own limit is far above

T = TypeVar("T")


class ChangeRow(Base):
    """The table of changes. `type` is a label or a relationship type, `key` a node's key or a fact_id."""

    __tablename__ = "changes"
    __table_args__ = tuple(sa.Index(f"changes_{name}", name) for name in ("key", "from_key", "to_key"))

    import_id: Mapped[str] = mapped_column(sa.ForeignKey("imports.id"), primary_key=True)
    sequence: Mapped[int] = mapped_column(primary_key=True)
    type: Mapped[str] = mapped_column(sa.String(40))
    key: Mapped[str] = mapped_column(sa.String(100))
    from_label: Mapped[str | None] = mapped_column(sa.String(40))
    from_key: Mapped[str | None] = mapped_column(sa.String(100))
    to_label: Mapped[str | None] = mapped_column(sa.String(40))
    to_key: Mapped[str | None] = mapped_column(sa.String(100))
    labels: Mapped[list[str] | None] = mapped_column(document())
    labels_before: Mapped[list[str] | None] = mapped_column(document())
    before: Mapped[dict[str, Any] | None] = mapped_column(document())
    after: Mapped[dict[str, Any] | None] = mapped_column(document())
    person: Mapped[str | None] = mapped_column(sa.String(40), index=True)
    sealed: Mapped[str | None] = mapped_column(sa.Text)


class PersonKeyRow(Base):
    """A person's key, itself sealed with the office's: a copy of the records alone opens nothing."""

    __tablename__ = "person_keys"

    person: Mapped[str] = mapped_column(sa.String(40), primary_key=True)
    sealed_key: Mapped[str] = mapped_column(sa.Text)


class Forgotten(InputError):
    """An image of somebody who was forgotten was asked for."""

    def __init__(self, import_id: str, people: int) -> None:
        super().__init__(
            f"导入 {import_id} 涉及 {people} 名已被遗忘的人员，其资料不可恢复，因此这次导入不能撤销。",
            f"Import {import_id} concerns {people} people who were forgotten: it cannot be taken back.",
        )


def write(session: Session, import_id: str, changes: Sequence[Change], seal: Seal, start: int = 0) -> None:
    """Writes the difference of an import, or the part of it that begins at `start`."""
    parts = [images.split(change) for change in changes]
    keys = _keys(session, {part.person for part in parts if part.person}, seal)
    seals = {person: Seal(key) for person, key in keys.items()}
    pairs = zip(changes, parts, strict=True)
    rows = [_row(import_id, n, change, part, seals) for n, (change, part) in enumerate(pairs, start)]
    if rows:
        _insert(session, ChangeRow, rows)


def read(session: Session, import_id: str, seal: Seal) -> tuple[Change, ...]:
    """The difference of an import, in its order; raises Forgotten when a key that it needs is gone."""
    chosen = sa.select(ChangeRow).where(ChangeRow.import_id == import_id)
    return _changes(session, session.scalars(chosen.order_by(ChangeRow.sequence)).all(), import_id, seal)


def backwards(session: Session, import_id: str, seal: Seal, size: int) -> Iterator[tuple[Change, ...]]:
    """The same in portions, the last first and each from its last change to its first."""
    count = sa.select(sa.func.max(ChangeRow.sequence)).where(ChangeRow.import_id == import_id)
    after = (session.scalar(count) or 0) + 1
    while after > 0:
        part = sa.and_(ChangeRow.sequence >= after - size, ChangeRow.sequence < after)
        chosen = sa.select(ChangeRow).where(ChangeRow.import_id == import_id, part)
        yield _changes(session, session.scalars(chosen.order_by(ChangeRow.sequence.desc())).all(), import_id, seal)
        session.expunge_all()
        after -= size


def _changes(session: Session, rows: Sequence[ChangeRow], import_id: str, seal: Seal) -> tuple[Change, ...]:
    wanted = {row.person for row in rows if row.person}
    seals = {person: Seal(key) for person, key in _known_keys(session, wanted, seal).items()}
    closed = {row.sequence: _opened(row, seals) for row in rows if row.person}
    if lost := {row.person for row in rows if row.person and closed[row.sequence] is None}:
        raise Forgotten(import_id, len(lost))
    return tuple(_change(row, closed.get(row.sequence) or {}) for row in rows)


def drop(session: Session, import_id: str) -> None:
    """Takes out what never reached the graph, and the keys that only it had needed."""
    people = sa.select(ChangeRow.person).where(ChangeRow.import_id == import_id)
    candidates = {person for person in session.scalars(people) if person}
    session.execute(sa.delete(ChangeRow).where(ChangeRow.import_id == import_id))
    for some in _portions(sorted(candidates)):
        still = set(session.scalars(sa.select(ChangeRow.person).where(ChangeRow.person.in_(some)).distinct()))
        session.execute(sa.delete(PersonKeyRow).where(PersonKeyRow.person.in_([p for p in some if p not in still])))


def forget(session: Session, person: str) -> None:
    """Deletes a person's key: every image of that person in the journal is closed for ever."""
    session.execute(sa.delete(PersonKeyRow).where(PersonKeyRow.person == person))


def touched_by(session: Session, keys: Iterable[str], among: Sequence[str]) -> Mapping[str, str]:
    """For nodes or facts: the first of the imports `among` that changed them or hung a relationship on them."""
    rank = {import_id: n for n, import_id in enumerate(among)}
    found: dict[str, str] = {}
    for some in _portions(sorted(set(keys))):
        for column in (ChangeRow.key, ChangeRow.from_key, ChangeRow.to_key):
            pairs = sa.select(column, ChangeRow.import_id).where(column.in_(some)).distinct()
            for key, import_id in session.execute(pairs):
                if key and rank.get(import_id, len(rank)) < rank.get(found.get(key, ""), len(rank)):
                    found[key] = import_id
    return found


def _row(import_id: str, n: int, change: Change, part: images.Split, seals: Mapping[str, Seal]) -> dict[str, Any]:
    sealed = seals[part.person].seal(_JSON.encode(part.closed)) if part.person else None
    row: dict[str, Any] = {"import_id": import_id, "sequence": n, "before": part.before, "after": part.after}
    row |= {"person": part.person or None, "sealed": sealed}
    if isinstance(change, NodeChange):
        nowhere = dict.fromkeys(("from_label", "from_key", "to_label", "to_key"))
        labels = {"labels": sorted(change.labels), "labels_before": sorted(change.labels_before)}
        return row | {"type": change.label, "key": change.key, **nowhere, **labels}
    ends = {"from_label": change.from_label, "from_key": change.from_key}
    ends |= {"to_label": change.to_label, "to_key": change.to_key}
    return row | {"type": change.type, "key": change.fact_id, **ends, "labels": None, "labels_before": None}


def _opened(row: ChangeRow, seals: Mapping[str, Seal]) -> dict[str, Any] | None:
    """The sealed parts; None when the key is gone, or is another since: somebody forgotten may be met again."""
    if row.person is None or row.person not in seals or row.sealed is None:
        return None
    try:
        parts: dict[str, Any] = json.loads(seals[row.person].open(row.sealed))
    except SettingsError:
        return None
    return parts


def _change(row: ChangeRow, closed: Mapping[str, Any]) -> Change:
    before, after = images.join(row.before, closed.get("before")), images.join(row.after, closed.get("after"))
    if row.from_label and row.from_key and row.to_label and row.to_key:
        return RelationshipChange(
            row.type, row.key, row.from_label, row.from_key, row.to_label, row.to_key, before, after
        )
    labels, labels_before = frozenset(row.labels or ()), frozenset(row.labels_before or ())
    return NodeChange(row.type, row.key, before, after, labels, labels_before)


def _keys(session: Session, people: set[str], seal: Seal) -> dict[str, bytes]:
    """Everybody's key, made for whom there is none."""
    keys = _known_keys(session, people, seal)
    made = {person: secrets.token_bytes(_KEY_BYTES) for person in sorted(people - keys.keys())}
    if made:
        rows = [{"person": person, "sealed_key": seal.seal(key.hex())} for person, key in made.items()]
        _insert(session, PersonKeyRow, rows)
    return keys | made


def _known_keys(session: Session, people: set[str], seal: Seal) -> dict[str, bytes]:
    keys: dict[str, bytes] = {}
    for some in _portions(sorted(people)):
        chosen = sa.select(PersonKeyRow.person, PersonKeyRow.sealed_key).where(PersonKeyRow.person.in_(some))
        for person, sealed in session.execute(chosen):
            keys[person] = bytes.fromhex(seal.open(sealed))
    return keys


def _insert(session: Session, table: type[Base], rows: list[dict[str, Any]]) -> None:
    """Rows as they are, in one statement: the session's own way looks at each as an object."""
    session.flush()
    session.connection().execute(sa.insert(table), rows)


def _portions(values: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(values), _AT_ONCE):
        yield values[start : start + _AT_ONCE]
