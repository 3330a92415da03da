"""The stages of set-up, each done once for what it is made from."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

from bootstrap.tools import BIN, PYTHON, ROOT, STAMPS, VENV, Stopped, call, digest, stage

ASSETS = ROOT / "app" / "assets"
STATIC = ROOT / "app" / "static"
SOURCES = {".css", ".html", ".js", ".json", ".mjs", ".py", ".svg", ".woff2"}


def set_up(with_tests: bool) -> None:
    """Runs each stage that is not done, in order."""
    check_lock("requirements")
    check_lock("requirements-dev")
    here, python = str(ROOT), Path(PYTHON)
    stage(
        "python",
        digest(ROOT / "requirements.txt", here),
        "Python packages",
        lambda: packages("requirements.txt"),
        BIN / "flask",
        python,
    )
    if with_tests:
        stage(
            "tests",
            digest(ROOT / "requirements-dev.txt", ROOT / "requirements.txt", here),
            "packages for tests",
            lambda: packages("requirements-dev.txt"),
            BIN / "pytest",
            python,
        )
    jars()
    browser_code()
    translations()


def check_lock(name: str) -> None:
    """Refuses a lock that does not hold what its .in file asks for."""
    locked = set(re.findall(r"^([\w.-]+==[^ \\;]+)", (ROOT / f"{name}.txt").read_text(), re.M))
    locked = {normal(entry) for entry in locked}
    for line in (ROOT / f"{name}.in").read_text().splitlines():
        wanted = line.split("#")[0].split(";")[0].strip()
        if wanted and not wanted.startswith("-") and normal(wanted) not in locked:
            raise Stopped(f"{name}.txt does not have {wanted}, which {name}.in asks for: `make lock` writes it anew")


def normal(requirement: str) -> str:
    """`Some_Package==1.0` as package indexes compare it."""
    name, _, version = requirement.partition("==")
    return f"{re.sub(r'[-_.]+', '-', name).lower()}=={version}"


def packages(lock_file: str) -> None:
    """Installs exactly what `lock_file` names into the virtual environment, made anew when it does not work."""
    here = (STAMPS / "venv").is_file() and (STAMPS / "venv").read_text() == str(ROOT)  # a copied one does not work
    if (
        not here
        or not Path(PYTHON).exists()
        or subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True).returncode
    ):
        make_environment()
    call(
        "pip",
        [
            PYTHON,
            "-m",
            "pip",
            "install",
            "--disable-pip-version-check",
            "--no-input",
            "--require-hashes",
            "--progress-bar",
            "off",
            "-r",
            lock_file,
        ],
        "the Python packages were not installed",
    )


def make_environment() -> None:
    """A fresh .venv, made by the Python that runs this."""
    if importlib.util.find_spec("ensurepip") is None:
        raise Stopped("this Python has no ensurepip; on Debian and Ubuntu: apt-get install python3-venv")
    call("venv", [sys.executable, "-m", "venv", "--clear", str(VENV)], "the virtual environment was not made")
    STAMPS.mkdir(parents=True, exist_ok=True)
    (STAMPS / "venv").write_text(str(ROOT))


def jars() -> None:
    """Neo4j's jars: sizes are compared at each start, checksums when a jar arrives."""
    done = subprocess.run([PYTHON, "-m", "database.server.provision"], cwd=ROOT, stderr=subprocess.PIPE, text=True)
    if done.returncode:
        raise Stopped((done.stderr.strip().splitlines() or ["Neo4j is not complete"])[-1])


def browser_code() -> None:
    """Packages by `npm ci`, then the bundles and the sprite of icons that templates name."""
    manifest, lock_file = ASSETS / "package.json", ASSETS / "package-lock.json"
    if not manifest.is_file():
        return
    modules = ASSETS / "node_modules"
    stage("npm", digest(manifest, lock_file, str(ROOT)), "browser packages", npm_ci, modules / "htmx.org")
    # Code names icons too, and the sprite holds exactly those that are named.
    sources = [
        path
        for folder in ("app", "graph_schema", "queries")
        for path in sorted((ROOT / folder).rglob("*"))
        if path.suffix in SOURCES and not {modules, STATIC} & set(path.parents)
    ]
    stage(
        "assets",
        digest(*sources, str(ROOT)),
        "browser code",
        lambda: call("assets", [str(BIN / "node"), "build.mjs"], "the browser code was not built", ASSETS),
        STATIC / "app.js",
    )


def npm_ci() -> None:
    """Exactly what package-lock.json names; no package runs scripts of its own."""
    call(
        "npm",
        [str(BIN / "npm"), "ci", "--no-audit", "--no-fund", "--ignore-scripts"],
        "the browser packages were not installed",
        ASSETS,
    )


def translations() -> None:
    """Compiles app/translations/*/LC_MESSAGES/*.po."""
    sources = sorted((ROOT / "app" / "translations").rglob("*.po"))
    if sources:
        stage(
            "translations",
            digest(*sources),
            "translations",
            lambda: call(
                "translations", [str(BIN / "pybabel"), "compile", "-d", "app/translations"], "a translation is broken"
            ),
            *[source.with_suffix(".mo") for source in sources],
        )


def lock() -> int:
    """Writes requirements.txt and requirements-dev.txt from their .in files."""
    if not (BIN / "pip-compile").exists():
        packages("requirements.txt")
        packages("requirements-dev.txt")
    for name in ("requirements", "requirements-dev"):
        call(
            "lock",
            [
                str(BIN / "pip-compile"),
                "--quiet",
                "--generate-hashes",
                "--no-emit-index-url",
                "--no-emit-trusted-host",
                "--no-emit-find-links",
                "--strip-extras",
                "--allow-unsafe",
                "--no-annotate",
                "--no-header",
                "-o",
                f"{name}.txt",
                f"{name}.in",
            ],
            f"{name}.txt was not written",
        )
    return 0
