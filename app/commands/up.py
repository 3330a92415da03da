"""`flask up`: everything that `make run` runs."""

import sys

import click

from app import current
from app.supervision.up import up


@click.command("up")
def command() -> None:
    """Runs Neo4j, the jobs worker and the web server until Ctrl-C. Example: flask up"""
    sys.exit(up(current.settings(), click.echo))
