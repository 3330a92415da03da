"""The whole error tree: every message says what is wrong and what to do, in Chinese and in English.

LianhuError
├── SettingsError        a setting that is unknown or wrong
├── SetUpError           something that set-up needs is missing, damaged or out of reach
├── DatabaseUnavailable  Neo4j does not answer
├── Busy                 another import holds the ledger, or too much runs at once
├── TooLong              a read that took longer than it may
├── InputError           what a person gave cannot be used
│   ├── NotFound         nothing has this code, name or address; carries what is nearest
│   ├── Ambiguous        several things answer to it; carries them
│   ├── WrongParameter   a question was given something that it does not take; carries what is nearest
│   ├── FileRefused      a file that cannot be read (see problems/ for its codes)
│   └── ValueProblem     a cell that cannot be accepted (see problems/)
└── Conflict             the graph has moved on since: an undo, or an import that was prepared on an older graph
"""

from dataclasses import dataclass


class LianhuError(Exception):
    """Something that a person can mend; `message_zh` and `message_en` say how."""

    def __init__(self, message_zh: str, message_en: str) -> None:
        super().__init__(message_en)
        self.message_zh = message_zh
        self.message_en = message_en

    def message(self, locale: str = "zh") -> str:
        """The message in one of the two languages."""
        return self.message_en if locale.startswith("en") else self.message_zh


class SettingsError(LianhuError):
    """A setting that is unknown or wrong."""


class SetUpError(LianhuError):
    """Something that set-up needs is missing, damaged or out of reach."""


class DatabaseUnavailable(LianhuError):
    """Neo4j does not answer."""

    def __init__(self, where: str) -> None:
        super().__init__(
            f"图数据库没有应答（{where}）：正在重启的会自动恢复；没有启动的请运行 make run 或 flask server start。",
            f"Neo4j does not answer at {where}: one that restarts comes back by itself; "
            "one that is not started is started by `make run` or `flask server start`.",
        )


class Busy(LianhuError):
    """Another import holds the ledger, or too much runs at once."""


class TooLong(LianhuError):
    """A read that took longer than it may."""


class InputError(LianhuError):
    """What a person gave cannot be used."""


@dataclass(frozen=True)
class Nearby:
    """Something that may have been meant: what it is, its key, and how to name it to a person."""

    label: str
    code: str
    title: str


class NotFound(InputError):
    """Nothing has this code, name or address. `message` names what is nearest; pages list it as links instead."""

    def __init__(self, message_zh: str, message_en: str, nearest: tuple[Nearby, ...] = ()) -> None:
        super().__init__(message_zh, message_en)
        self.nearest = nearest

    def message(self, locale: str = "zh") -> str:
        """The message, and the nearest with their codes."""
        return _with_nearest(super().message(locale), self.nearest, locale)


class Ambiguous(InputError):
    """Several things answer to what was asked."""

    def __init__(self, message_zh: str, message_en: str, candidates: tuple[Nearby, ...]) -> None:
        super().__init__(message_zh, message_en)
        self.candidates = candidates


class WrongParameter(InputError):
    """A question was given something that it does not take, or not given what it needs; `parameter` names it."""

    def __init__(self, message_zh: str, message_en: str, parameter: str = "", nearest: tuple[Nearby, ...] = ()) -> None:
        super().__init__(message_zh, message_en)
        self.parameter = parameter
        self.nearest = nearest

    def message(self, locale: str = "zh") -> str:
        """The message, and the nearest with their codes."""
        return _with_nearest(super().message(locale), self.nearest, locale)


class Conflict(LianhuError):
    """The graph has moved on since."""


def _with_nearest(said: str, nearest: tuple[Nearby, ...], locale: str) -> str:
    named = [f"{near.title}（{near.code}）" for near in nearest]
    if not named:
        return said
    if locale.startswith("en"):
        return f"{said} Nearest: {', '.join(named)}."
    return f"{said}最接近的：{'、'.join(named)}。"
