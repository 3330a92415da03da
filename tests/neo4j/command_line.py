"""`flask …` as scripts call it, with records of the test's own."""

from collections.abc import Callable
from pathlib import Path

from click.testing import Result
from flask.testing import FlaskCliRunner

from app import create_command_line
from settings import Settings

Flask = Callable[..., Result]


def command_line(settings: Settings, folder: Path) -> Flask:
    """Runs commands one after the other; every one opens graph and records anew, as a process does."""
    own = settings.model_copy(update={"records_url": f"sqlite:///{folder / 'records.sqlite'}"})
    app = create_command_line(own)

    def run(*arguments: object) -> Result:
        with app.app_context():
            result = FlaskCliRunner(app).invoke(args=[str(argument) for argument in arguments])
        for name in ("connection", "records"):
            if name in app.extensions:
                app.extensions.pop(name).close()
        return result

    return run
