"""The declaration of a problem, and how a value may stand in its message."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter

_ID_LIKE = re.compile(r"(?<!\d)\d(?:[ -]?[\dOo]){13,16}[ -]?[\dXxOo](?!\d)")
_PHONE_LIKE = re.compile(r"(?<!\d)(?:(?:\+|00)?86[ -]?)?1[3-9](?:[ -]?\d){9}(?!\d)")
_LONGEST = 40


def shown(value: object, kind: str = "text") -> str | None:
    """The value as a message may say it: a phone keeps both ends, an ID number nothing (None).

    `kind` is "phone", "id" or "text"; numbers of people that stand in a text are hidden too.
    """
    if kind == "id":
        return None
    text = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()
    if kind == "phone":
        return _phone(text)
    hidden = _PHONE_LIKE.sub(lambda found: _phone(found.group()), _ID_LIKE.sub("******", text))
    return hidden if len(hidden) <= _LONGEST else hidden[: _LONGEST - 1] + "…"


def _phone(text: str) -> str:
    plain = re.sub(r"[\s-]", "", text)
    if len(plain) < 8:
        return plain[:3] + "****"
    return plain[:3] + "****" + plain[-4 if len(plain) >= 11 else -3 :]


@dataclass(frozen=True)
class Problem:
    """One kind of problem: what is wrong, and what to do. `shows` says how its value is masked: text, phone, id."""

    code: str
    zh: str
    en: str
    advice_zh: str
    advice_en: str
    shows: str = "text"

    def told(self, template: str, details: Mapping[str, object]) -> str:
        """The template with its details; one that is not known reads as a dash."""
        fields = {name for _, name, _, _ in Formatter().parse(template) if name}
        return template.format(**{name: _known(details.get(name)) for name in fields})


def _known(detail: object) -> object:
    return "—" if detail is None or detail == "" else detail
