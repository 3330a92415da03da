"""In which order hits stand: exact before prefix before initials before contains; then the shorter name."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from graph_schema.values import name, text
from queries.search.typed import Typed


class Rank(IntEnum):
    """How well something fits what was typed."""

    EXACT = 0
    PREFIX = 1
    INITIALS = 2
    CONTAINS = 3


@dataclass(frozen=True)
class Candidate:
    """Something that may be meant, as the full-text and range indexes found it."""

    label: str
    code: str
    name: str
    address: str
    short: str
    pinyin: tuple[str, ...]
    initials: tuple[str, ...]

    @classmethod
    def of(cls, values: Sequence[Any]) -> "Candidate":
        """The candidate of one list: label, code, name, address, short address, pinyin, initials."""
        label, code, name, address, short, pinyin, initials = values
        return cls(
            label, code, name or "", address or name or "", short or "", tuple(pinyin or ()), tuple(initials or ())
        )


def rank(typed: Typed, found: Candidate) -> Rank:
    """How well a candidate fits."""
    if typed.code or typed.last4:
        return Rank.EXACT
    if typed.doors:
        return _door_rank(typed, found)
    if typed.phrase and typed.phrase in (found.name, found.address):
        return Rank.EXACT
    if typed.phrase and (found.name.startswith(typed.phrase) or found.address.startswith(typed.phrase)):
        return Rank.PREFIX
    if set(typed.pinyin) & set(found.pinyin):
        return Rank.EXACT
    if _begins(found.pinyin, typed.pinyin):
        return Rank.PREFIX
    return Rank.INITIALS if _begins(found.initials, typed.initials) else Rank.CONTAINS


def order(typed: Typed, found: Candidate) -> tuple[Any, ...]:
    """The key by which hits of one group are sorted."""
    return rank(typed, found), len(found.name), text.sort_key(found.address), found.code


def matched(typed: Typed, title: str) -> str:
    """The piece of a shown title that was matched, "" where none of it shows."""
    for piece in (typed.phrase, typed.spoken, *typed.buildings, *typed.parts, *typed.names, *typed.doors):
        if piece and piece in title:
            return piece
    sounds = (*typed.pinyin, *typed.initials)
    return next((title[:length] for length in range(1, len(title) + 1) if _sounds(title[:length], sounds)), "")


def _door_rank(typed: Typed, found: Candidate) -> Rank:
    if found.label == "Building":
        return Rank.EXACT if found.name in typed.buildings else Rank.CONTAINS
    if found.short in typed.doors:
        return Rank.EXACT
    whole_parts = any(found.short.startswith(f"{door.rstrip('-')}-") for door in typed.doors)
    return Rank.PREFIX if whole_parts else Rank.CONTAINS


def _begins(words: tuple[str, ...], beginnings: tuple[str, ...]) -> bool:
    return any(word.startswith(beginning) for word in words for beginning in beginnings if beginning)


def _sounds(part: str, sounds: tuple[str, ...]) -> bool:
    """Whether this beginning of a name already sounds like all that was typed."""
    read = name.readings(part)
    return any(sound and _begins((*read.pinyin, *read.initials), (sound,)) for sound in sounds)
