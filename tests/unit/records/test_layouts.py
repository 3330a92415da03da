"""What was said about a table's columns comes back for every table of that shape."""

from dataclasses import replace
from datetime import datetime

from graph_schema.values.moment import CHINA
from records import layouts
from records.layouts import Layout
from records.store import Records

SAID = Layout(
    "a1b2", "building_leaders", (2, 3), {0: "community", 4: ""}, "王芳", datetime(2026, 11, 25, 9, tzinfo=CHINA)
)


def kept(records: Records) -> tuple[Layout, ...]:
    with records.reading() as session:
        return layouts.remembered(session)


def test_the_last_word_on_a_shape_is_kept(records: Records) -> None:
    for said in (SAID, replace(SAID, header_lines=(), fields={1: "grid"})):
        with records.writing() as session:
            layouts.keep(session, said)

    assert kept(records) == (replace(SAID, header_lines=(), fields={1: "grid"}),)


def test_a_shape_can_be_forgotten(records: Records) -> None:
    with records.writing() as session:
        layouts.keep(session, SAID)
    with records.writing() as session:
        found = [layouts.forget(session, shape) for shape in ("a1b2", "other")]

    assert (found, kept(records)) == ([True, False], ())
