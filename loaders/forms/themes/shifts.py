"""Checkpoints' shifts across the days of a form, and the list of who is on duty there."""

from collections.abc import Iterable, Mapping

from graph_schema.values.day import Day
from graph_schema.values.hours import Hours
from loaders.crosstab import days_of
from loaders.forms.asking import Asking, Thing, Tie
from loaders.forms.line import Line, Said, Someone
from loaders.forms.people import holders
from loaders.forms.places import area_of, paths_of, values_of
from loaders.recognise import Table

FIELDS = frozenset(("shift", "duty_staff"))
PLACES = {"checkpoint": ("Checkpoint",), "community": ("Community", "Grid")}  # where a subject's shifts are
_LIST = "duty_staff"  # the roster of those on duty, and its post


def lines(table: Table, asking: Asking) -> list[Line]:
    """A line for each shift of a checkpoint that every day of the form has: the loader takes it to be of each."""
    if table.roster.code == _LIST:
        return _staff(asking)
    posts = [place for label in PLACES[table.roster.subject] for place in asking.under(label)]
    paths, shifts = paths_of(posts, asking), asking.into("AT", posts)
    people = asking.into("ON_SHIFT", [tie.start for ties in shifts.values() for tie in ties])
    leads = asking.into("SERVES", posts)
    days = {column: day.text for column, day in days_of(table).items()}
    found: list[Line] = []
    for checkpoint, ties in shifts.items():
        by_hours = _by_hours(tie.start for tie in ties)
        here = values_of(paths[checkpoint], table.layout)
        first = True
        for hours, of_day in sorted(by_hours.items(), key=lambda each: (each[0].starts, each[0].word)):
            if not days or not set(days.values()) <= of_day.keys():
                continue
            line = Line(paths[checkpoint], here | {"shift": Said(hours)}, order=(f"{hours.starts:04d}", hours.word))
            for column, day in days.items():
                line.crowds[column] = [Someone(tie.start) for tie in _named(people.get(of_day[day], []))]
            if first and "checkpoint_lead" in table.layout.people:
                line.people |= _lead(table, checkpoint, leads.get(checkpoint, []))
            found.append(line)
            first = False
    return found


def hours_of(shift: Thing) -> Hours:
    """The hours of a shift and what it is called: its key ends with the word."""
    starts, ends = shift.image["starts"], shift.image["ends"]
    word = shift.key.rpartition("/")[2]
    return Hours(word, starts.hour * 60 + starts.minute, ends.hour * 60 + ends.minute)


def day_of(shift: Thing) -> Day:
    """The day that a shift is named by."""
    return Day(shift.image["starts"].date())


def _by_hours(shifts: Iterable[Thing]) -> Mapping[Hours, dict[str, Thing]]:
    found: dict[Hours, dict[str, Thing]] = {}
    for shift in shifts:
        found.setdefault(hours_of(shift), {})[day_of(shift).text] = shift
    return found


def _named(ties: list[Tie]) -> list[Tie]:
    return sorted(ties, key=lambda tie: tie.start.name)


def _lead(table: Table, checkpoint: Thing, ties: list[Tie]) -> dict[str, Someone]:
    found = holders(table.roster.post("checkpoint_lead"), checkpoint, ties)
    return {"checkpoint_lead": found[0]} if found else {}


def _staff(asking: Asking) -> list[Line]:
    """Everybody who is on a shift of the place's checkpoints."""
    shifts = [tie.start for ties in asking.into("AT", asking.under("Checkpoint")).values() for tie in ties]
    people = {tie.start for ties in asking.into("ON_SHIFT", shifts).values() for tie in ties}
    area = area_of(asking)
    return [Line({}, dict(area), {_LIST: Someone(person)}, order=(person.name, person.key)) for person in people]
