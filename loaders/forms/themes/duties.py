"""Duty lists with one row a shift: whoever is on duty from the moment's day on, at a community, grid or checkpoint."""

from collections.abc import Sequence

from loaders.forms.asking import Asking, Tie
from loaders.forms.line import Line, Said, Someone
from loaders.forms.places import paths_of, values_of
from loaders.forms.themes.shifts import PLACES, day_of, hours_of
from loaders.recognise import Table

FIELDS = frozenset(("duty_on",))


def lines(table: Table, asking: Asking) -> list[Line]:
    """A line for each person on a shift; a shift without anybody has one too."""
    places = [place for label in PLACES[table.roster.subject] for place in asking.under(label)]
    paths = paths_of(places, asking)
    shifts = [tie for ties in asking.into("AT", places).values() for tie in ties]
    coming = [tie for tie in shifts if day_of(tie.start).date >= asking.at.on]
    people = asking.into("ON_SHIFT", [tie.start for tie in coming])
    post = next((post.field for post in reversed(table.roster.posts) if post.field in table.layout.people), "")
    found: list[Line] = []
    for tie in coming:
        day, hours = day_of(tie.start), hours_of(tie.start)
        values = values_of(paths[tie.end], table.layout) | {"duty_on": Said(day), "duty_hours": Said(hours)}
        on_duty: Sequence[Tie | None] = people.get(tie.start) or [None]
        for each in on_duty:
            who = {post: Someone(each.start)} if each is not None and post else {}
            order = (day.text, f"{hours.starts:04d}", each.start.name if each is not None else "")
            found.append(Line(paths[tie.end], dict(values), who, order=order))
    return found
