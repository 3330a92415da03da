"""`flask server`: the local Neo4j, for whoever wants it without the whole of `make run`."""

import sys

import click

from app import current
from database.server import admin, endpoint, life
from database.server.home import Home
from graph_schema.errors import DatabaseUnavailable
from settings import ROOT


@click.group("server")
def command() -> None:
    """Starts, stops and asks the local Neo4j.

    Example: flask server start && flask server status --json
    """


@command.command("run")
def run() -> None:
    """Runs Neo4j in the foreground until Ctrl-C. Example: flask server run"""
    sys.exit(life.run(current.settings(), click.echo))


@command.command("start")
def start() -> None:
    """Starts Neo4j in the background and returns when it answers. Example: flask server start"""
    life.start(current.settings(), own_command("server", "run"), click.echo)
    click.echo(f"Neo4j answers at {endpoint.status(current.settings()).uri}.")


@command.command("stop")
def stop() -> None:
    """Stops the Neo4j that runs. Example: flask server stop"""
    stopped = life.stop(current.settings())
    click.echo("Neo4j is stopped." if stopped else "Neo4j was not running.")


@command.command("status")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
def status(as_json: bool) -> None:
    """Says whether Neo4j runs, and where; exit code 1 when it does not. Example: flask server status --json"""
    found = endpoint.status(current.settings())
    if as_json:
        click.echo(endpoint.as_json(found))
    else:
        click.echo(
            f"Neo4j {found.version}: {found.state}" + (f" at {found.uri}, process {found.pid}" if found.uri else "")
        )
    sys.exit(0 if found.state == "running" else 1)


@command.command("shell", context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1)
def shell(arguments: tuple[str, ...]) -> None:
    """Opens cypher-shell on it. Example: flask server shell "MATCH (n) RETURN count(n)" """
    settings = current.settings()
    found = endpoint.status(settings)
    if found.uri is None:
        raise DatabaseUnavailable("LIANHU_NEO4J_URI" if settings.neo4j_uri else str(settings.endpoint_file))
    home = Home(settings.folder / "neo4j").root
    sys.exit(admin.shell(home, found.uri, found.user, settings.password(), *arguments))


def own_command(*arguments: str) -> list[str]:
    """The command line of one of our own commands, on this Python."""
    return [sys.executable, "-m", "flask", "--app", f"{ROOT / 'app'}:create_command_line", *arguments]
