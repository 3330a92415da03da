"""Every setting of Lianhu: read once from the environment and `.env`, prefix LIANHU_."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from dotenv import dotenv_values
from pydantic import Field, ValidationError
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

ROOT = Path(__file__).resolve().parent
PREFIX = "LIANHU_"
SECRET_BYTES = 32


class SettingsRefused(Exception):
    """One or more settings cannot be used; each line of the message says which, its value, and what is allowed."""


class Settings(BaseSettings):
    """What an office can decide without touching the code; docs/operations.md explains each."""

    model_config = SettingsConfigDict(extra="forbid", frozen=True)

    neo4j_uri: str | None = Field(default=None, pattern=r"^(bolt|neo4j)(\+s|\+ssc)?://.+")
    neo4j_user: str = Field(default="neo4j", min_length=1)
    neo4j_password: str | None = Field(default=None, min_length=1, repr=False)
    neo4j_password_file: Path | None = None
    records_url: str | None = Field(default=None, pattern=r"^[a-z0-9+]+://.*")
    var: Path = ROOT / "var"
    port: int = Field(default=8000, ge=1, le=65535)
    secret_key_file: Path | None = None
    locale: Literal["zh", "en"] = "zh"
    heap_mb: int | None = Field(default=None, ge=256, le=32768)
    upload_mb: int = Field(default=64, ge=1, le=1024)
    uploads_hours: int = Field(default=48, ge=1, le=720)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """What a caller says comes first, then the environment, then the file `.env`."""
        return init_settings, _Prefixed(settings_cls)

    @property
    def folder(self) -> Path:
        """VAR as an absolute path: relative ones start at the project's root."""
        return self.var if self.var.is_absolute() else ROOT / self.var

    @property
    def records(self) -> str:
        """The URL of the office's own records."""
        return self.records_url or f"sqlite:///{self.folder / 'records.sqlite'}"

    @property
    def endpoint_file(self) -> Path:
        """Where the local server writes its address; it may move at every start, so readers look each time."""
        return self.folder / "neo4j" / "endpoint.json"

    def path(self, *parts: str) -> Path:
        """A path under VAR whose folder exists."""
        found = self.folder.joinpath(*parts)
        found.parent.mkdir(parents=True, exist_ok=True)
        return found

    def secret(self, name: str) -> bytes:
        """The 32 random bytes that belong to `name`, made at the first call (mode 600) and the same ever after."""
        if name == "key" and self.secret_key_file is not None:
            return self.secret_key_file.read_bytes()
        return kept_secret(self.path("secrets", name), lambda: secrets.token_bytes(SECRET_BYTES))

    def password(self) -> str:
        """The password of the Neo4j user: given, in a file, or the one the local server was set up with."""
        if self.neo4j_password is not None:
            return self.neo4j_password
        file = self.neo4j_password_file or self.path("secrets", "neo4j-password")
        if self.neo4j_password_file is not None or self.neo4j_uri is not None:
            return file.read_text("utf-8").strip()
        return kept_secret(file, lambda: secrets.token_hex(24).encode()).decode().strip()


def load_settings() -> Settings:
    """The settings in force; raises SettingsRefused with one line for each that is unknown or wrong."""
    try:
        return Settings()
    except ValidationError as refused:
        raise SettingsRefused("\n".join(_line(dict(error)) for error in refused.errors())) from None


class _Prefixed(PydanticBaseSettingsSource):
    """Whatever starts with LIANHU_, known or not: an unknown name must stop the start instead of being ignored."""

    def __call__(self) -> dict[str, Any]:
        file = Path(os.environ.get(PREFIX + "ENV_FILE", ROOT / ".env"))
        given = {**(dotenv_values(file) if file.is_file() else {}), **os.environ}
        ours = {
            name[len(PREFIX) :].lower(): value for name, value in given.items() if name.startswith(PREFIX) and value
        }
        ours.pop("env_file", None)
        return ours

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:
        return None, field_name, False


def kept_secret(file: Path, make: Callable[[], bytes]) -> bytes:
    """What `file` holds; the first caller of all processes fills it, readable by its owner alone."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not file.exists():
        draft = file.with_name(f".{file.name}.{os.getpid()}")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
            out.write(make())
        try:
            os.link(draft, file)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return file.read_bytes()


def _line(error: dict[str, Any]) -> str:
    name = str(error["loc"][0]) if error["loc"] else "?"
    if error["type"] == "extra_forbidden":
        known = ", ".join(PREFIX + field.upper() for field in Settings.model_fields)
        return f"{PREFIX}{name.upper()} is not a setting of Lianhu. Known are: {known}."
    value = "(hidden)" if "password" in name else repr(error["input"])
    return f"{PREFIX}{name.upper()}={value} cannot be used: {_ALLOWED.get(name, error['msg'])}."


_ALLOWED = {
    "neo4j_uri": "write bolt://HOST:PORT or neo4j://HOST:PORT, or leave it out for the local server",
    "records_url": "write a database URL such as sqlite:////var/lib/lianhu/records.sqlite",
    "port": "a whole number from 1 to 65535 is allowed",
    "locale": "zh or en is allowed",
    "heap_mb": "a whole number of megabytes from 256 to 32768 is allowed",
    "upload_mb": "a whole number of megabytes from 1 to 1024 is allowed",
    "uploads_hours": "a whole number of hours from 1 to 720 is allowed",
}
