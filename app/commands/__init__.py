"""The command line: one module a command, found by its name.

Only the module of the command that runs is imported: `flask server status` does not wait for what `flask load` needs.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import wraps
from typing import Any

import click
from flask.cli import AppGroup

from graph_schema.errors import LianhuError


class Commands(AppGroup):
    """The commands of this folder; a LianhuError of any of them becomes its message and exit code 1."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, which costs the import of every module."""
        return sorted({*super().list_commands(ctx), *(_load(name).name or name for name in _modules())})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of the module with its name, or of the module whose command is called so."""
        if found := super().get_command(ctx, cmd_name):
            return found
        names = _modules()
        for name in [cmd_name] if cmd_name in names else names:
            if (command := _load(name)).name == cmd_name:
                return command
        return None


def _modules() -> list[str]:
    return [module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_")]


def _load(name: str) -> click.Command:
    command: click.Command = importlib.import_module(f"{__name__}.{name}").command
    _speak_plainly(command)
    return command


def _speak_plainly(command: click.Command) -> None:
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            _speak_plainly(inner)
    if command.callback is None or hasattr(command.callback, "__lianhu__"):
        return
    inner_callback = command.callback

    @wraps(inner_callback)
    def callback(*args: Any, **options: Any) -> Any:
        try:
            return inner_callback(*args, **options)
        except LianhuError as refused:
            raise click.ClickException(refused.message("en")) from refused

    callback.__lianhu__ = True  # type: ignore[attr-defined]
    command.callback = callback
