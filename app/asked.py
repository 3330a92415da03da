"""What a request asks for: the moment and the place. The one spot where pages read the clock."""

from __future__ import annotations

from datetime import datetime, time

from flask import Flask, request

from graph_schema.values.moment import CHINA, Moment

EVENING = time(22, 30)  # "tonight": after the hour at which only who may be called at night is called
NIGHT_BEGINS, NIGHT_ENDS = time(22), time(7)


def now() -> Moment:
    """This minute in China."""
    return Moment.of(datetime.now(CHINA).replace(second=0, microsecond=0))


def moment() -> Moment:
    """The moment of `?at=`, or now. Raises ValueProblem."""
    asked = request.args.get("at", "").strip()
    return Moment.parse(asked) if asked else now()


def page_number(name: str = "page") -> int:
    """The page of a long list that is asked for, from 1."""
    asked = request.args.get(name, "")
    return max(1, int(asked)) if asked.isdecimal() and len(asked) < 6 else 1


def tonight() -> str:
    """This evening, as `?at=` takes it."""
    return f"{now().on.isoformat()}T{EVENING:%H:%M}"


def is_night(at: Moment) -> bool:
    """Whether it is the time at which only who may be called at night is called."""
    return not at.whole_day and (at.at.time() >= NIGHT_BEGINS or at.at.time() < NIGHT_ENDS)


def register(app: Flask) -> None:
    """Makes the moment known to every template."""
    app.jinja_env.globals.update(tonight=tonight, is_night=is_night)
    app.context_processor(lambda: {"now": now(), "at": request.args.get("at", "")})
