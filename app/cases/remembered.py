"""What persons have decided once and every later import goes by: who is who, and what columns mean."""

from collections.abc import Mapping
from dataclasses import replace

from loaders.choices import Choices
from loaders.correction import Correction
from records import answers, layouts
from records.store import Records


def with_remembered(records: Records, choices: Choices) -> Choices:
    """The choices with what is remembered; what was chosen for this import goes before it."""
    with records.reading() as session:
        answered = answers.remembered(session)
        shapes = {
            said.shape: Correction(said.roster, said.header_lines, said.fields) for said in layouts.remembered(session)
        }
    return replace(choices, answers=answered | dict(choices.answers), layouts=shapes | dict(choices.layouts))


def note_use(records: Records, import_id: str, answered: Mapping[str, str]) -> None:
    """Keeps which answers have decided rows of an import, and who somebody new became: question → person_id."""
    if answered:
        with records.writing() as session:
            answers.note_use(session, import_id, answered)
