"""Settings: what is accepted, what stops the start, what is kept secret."""

import ast
import os
from pathlib import Path

import pytest

from settings import ROOT, Settings, SettingsRefused, load_settings


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """An environment with no setting of ours but an empty .env."""
    for name in [name for name in os.environ if name.startswith("LIANHU_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("LIANHU_ENV_FILE", str(tmp_path / ".env"))
    return monkeypatch


@pytest.mark.usefixtures("environment")
def test_without_any_setting_everything_lies_under_var() -> None:
    found = load_settings()

    assert found.folder == ROOT / "var"
    assert found.records == f"sqlite:///{ROOT / 'var' / 'records.sqlite'}"
    assert (found.port, found.locale, found.neo4j_uri) == (8000, "zh", None)


def test_the_environment_wins_over_the_file(environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("LIANHU_PORT=8100\nLIANHU_LOCALE=en\nOTHER=1\n")
    environment.setenv("LIANHU_PORT", "8200")

    found = load_settings()

    assert (found.port, found.locale) == (8200, "en")


def test_an_empty_value_is_no_value(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("LIANHU_NEO4J_URI", "")

    assert load_settings().neo4j_uri is None


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("LIANHU_PORT", "eighty", "LIANHU_PORT='eighty' cannot be used: a whole number from 1 to 65535"),
        ("LIANHU_PORT", "0", "LIANHU_PORT='0' cannot be used"),
        ("LIANHU_LOCALE", "fr", "zh or en is allowed"),
        ("LIANHU_HEAP_MB", "9", "from 256 to 32768"),
        ("LIANHU_NEO4J_URI", "localhost", "bolt://HOST:PORT"),
        ("LIANHU_PROT", "8000", "LIANHU_PROT is not a setting of Lianhu. Known are: LIANHU_NEO4J_URI"),
    ],
)
def test_a_wrong_setting_is_one_line(environment: pytest.MonkeyPatch, name: str, value: str, told: str) -> None:
    environment.setenv(name, value)

    with pytest.raises(SettingsRefused) as refused:
        load_settings()

    assert told in str(refused.value)
    assert "\n" not in str(refused.value)


def test_each_wrong_setting_has_its_line(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("LIANHU_PORT", "x")
    environment.setenv("LIANHU_WHAT", "y")

    with pytest.raises(SettingsRefused) as refused:
        load_settings()

    assert len(str(refused.value).splitlines()) == 2


def test_a_wrong_password_is_not_shown(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("LIANHU_NEO4J_PASSWORD", "made-up-word")

    assert "made-up-word" not in repr(load_settings())


def test_a_secret_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    settings = Settings(var=tmp_path)

    made = settings.secret("seal")

    assert len(made) == 32
    assert settings.secret("seal") == made
    assert settings.secret("other") != made
    assert (tmp_path / "secrets" / "seal").stat().st_mode & 0o777 == 0o600


def test_a_password_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "password").write_text("made-up\n")

    assert Settings(var=tmp_path, neo4j_password_file=tmp_path / "password").password() == "made-up"


def test_settings_import_none_of_the_rooms() -> None:
    tree = ast.parse((ROOT / "settings.py").read_text("utf-8"))

    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

    assert not {name.split(".")[0] for name in imported} & {path.name for path in ROOT.iterdir() if path.is_dir()}
