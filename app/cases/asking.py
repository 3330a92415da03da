"""A question of the catalogue, asked as people write: 松涛社区 for a place, 张伟 for a person, 急救 for a skill."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.cases.areas import areas
from database.reading import Reader
from graph_schema.errors import Ambiguous, InputError, Nearby, NotFound, WrongParameter
from graph_schema.nodes import PLACES
from graph_schema.sensitivity import Sight
from graph_schema.values.moment import Moment
from graph_schema.values.seal import Seal
from queries import addresses
from queries.answer import Answer
from queries.ask import ask_question
from queries.catalog import Question
from queries.listing import known
from queries.parameter import Parameter, ParameterType
from queries.paths import paths
from queries.search import search

ROWS_ON_A_PAGE, ROWS_IN_A_FILE, PICKS = 200, 5000, 300

_LABELS: Mapping[ParameterType, frozenset[str]] = {
    ParameterType.PLACE: frozenset(PLACES),
    ParameterType.HOUSEHOLD: frozenset({"Household"}),
    ParameterType.PERSON: frozenset({"Person"}),
    ParameterType.ORGANISATION: frozenset({"PartyOrg"}),
    ParameterType.UNIT: frozenset({"Unit"}),
}
_SEARCHED = {"Household": "household", "Person": "person", "PartyOrg": "party_org", "Unit": "unit"}
_PICKED = {ParameterType.UNIT: "pick_units", ParameterType.ORGANISATION: "pick_organisations"}


@dataclass(frozen=True)
class Asked:
    """What came of it. `given` is what was written; `trouble` says what to give instead, `answer` is then missing."""

    question: Question
    given: Mapping[str, str]
    answer: Answer | None = None
    trouble: WrongParameter | None = None
    picks: Mapping[str, tuple[Nearby, ...]] = field(default_factory=dict)


def answer(
    reader: Reader, seal: Seal, id_: str, given: Mapping[str, str], *, moment: Moment, sight: Sight, at_most: int
) -> Answer:
    """The answer. Raises NotFound for an unknown question, WrongParameter with what is nearest to what was given."""
    question = known(id_)
    bound = {
        name: _key(reader, seal, parameter, given[name], moment, sight) if parameter else given[name]
        for name in given
        for parameter in [_parameter(question, name)]
    }
    return ask_question(reader, question, sight=sight, seal=seal, moment=moment, at_most=at_most, **bound)


def try_answer(
    reader: Reader, seal: Seal, id_: str, given: Mapping[str, str], *, moment: Moment, sight: Sight
) -> Asked:
    """The same for a page: what cannot be used becomes `trouble`. Nothing given to one that needs something: a form."""
    question = known(id_)
    picks = _picks(reader, seal, question, moment, sight)
    if not given and _needs(question):
        return Asked(question, given, picks=picks)
    try:
        found = answer(reader, seal, id_, given, moment=moment, sight=sight, at_most=ROWS_ON_A_PAGE)
    except WrongParameter as trouble:
        return Asked(question, given, trouble=trouble, picks=picks)
    return Asked(question, given, found, picks=picks)


def required(question: Question, parameter: Parameter) -> bool:
    """Whether it must be given."""
    return not parameter.has_default and not (question.scoped == "within" and parameter.name == "place")


def _needs(question: Question) -> bool:
    return any(required(question, parameter) for parameter in question.parameters)


def _parameter(question: Question, name: str) -> Parameter | None:
    return next((parameter for parameter in question.parameters if parameter.name == name), None)


def _key(reader: Reader, seal: Seal, parameter: Parameter, written: str, moment: Moment, sight: Sight) -> str:
    """The code of what is meant; whatever is no key of the graph stays as it is written."""
    wanted = _LABELS.get(parameter.type)
    if wanted is None or not written.strip():
        return written
    try:
        found: tuple[Nearby, ...] = (addresses.resolve(reader, written, sight=sight, moment=moment),)
    except Ambiguous as several:
        found = several.candidates
    except NotFound as missing:
        if paths(reader, [written], on=moment.on, sight=sight):  # zones and checkpoints: codes with a written end
            return written
        similar = _similar(reader, seal, wanted, written, moment, sight) or missing.nearest
        raise _wrong(parameter, missing, similar) from None
    fitting = [near for near in found if near.label in wanted]
    if len(fitting) == 1:
        return fitting[0].code
    raise _unclear(parameter, written, tuple(fitting) or found)


def _similar(
    reader: Reader, seal: Seal, wanted: frozenset[str], written: str, moment: Moment, sight: Sight
) -> tuple[Nearby, ...]:
    """What a search finds of the wanted kinds: 林业 is enough for 云杉县林业局."""
    groups = search(reader, written, sight=sight, seal=seal, moment=moment)
    return tuple(
        Nearby(label, hit.code, hit.title)
        for label in sorted(wanted & _SEARCHED.keys())
        for group in groups
        if group.name == _SEARCHED[label]
        for hit in group.hits
    )


def _wrong(parameter: Parameter, why: InputError, nearest: tuple[Nearby, ...]) -> WrongParameter:
    said = parameter.expected
    return WrongParameter(
        f"参数“{parameter.label.zh}”：{why.message_zh}需要{said.zh}，例如 {parameter.example}。",
        f"{parameter.label.en}: {why.message_en} It takes {said.en}, for example {parameter.example}.",
        parameter.name,
        nearest,
    )


def _unclear(parameter: Parameter, written: str, found: tuple[Nearby, ...]) -> WrongParameter:
    several = len(found) > 1
    return _wrong(
        parameter,
        InputError(
            f"“{written}”{'不止一个，请选一个。' if several else '不是这里要的那一类。'}",
            f"“{written}” is {'several things: pick one.' if several else 'of another kind.'}",
        ),
        found,
    )


def _picks(
    reader: Reader, seal: Seal, question: Question, moment: Moment, sight: Sight
) -> dict[str, tuple[Nearby, ...]]:
    """What can be picked for each parameter that is a key: as many as a list can show, the rest is written."""
    found: dict[str, tuple[Nearby, ...]] = {}
    for parameter in question.parameters:
        if parameter.type is ParameterType.PLACE:
            upper = areas(reader, seal, moment=moment, sight=sight).rows
            found[parameter.name] = tuple(Nearby(row["label"], row["code"], row["name"]) for row in upper[:PICKS])
        elif parameter.type in _PICKED:
            rows = _list(reader, seal, _PICKED[parameter.type], moment, sight).rows
            found[parameter.name] = tuple(Nearby("", row["code"], row["name"]) for row in rows)
    return found


def _list(reader: Reader, seal: Seal, id_: str, moment: Moment, sight: Sight) -> Answer:
    return ask_question(reader, known(id_), sight=sight, seal=seal, moment=moment, at_most=PICKS)
