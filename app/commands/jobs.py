"""`flask jobs`: the worker that `make run` keeps alive."""

import click

from app import current


@click.command("jobs")
def command() -> None:
    """Carries out long work until a signal ends it; `make run` starts it. Example: flask jobs"""
    from app import jobs
    from database.server import ownership
    from graph_schema.errors import SetUpError

    settings = current.settings()
    try:
        with ownership.owned(settings.path("jobs", "owner")):
            jobs.work(settings)
    except ownership.Owned as other:
        raise SetUpError(
            f"任务进程已在运行（进程 {other.pid}）。", f"A jobs worker already runs (process {other.pid})."
        ) from None
