"""A Chromium for the browser tests: the one that is there, else Debian's where it may be installed, with a font."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = ("chromium", "fonts-wqy-microhei")
ADVICE = "Browser tests need Chromium and a Chinese font: install the packages chromium and fonts-wqy-microhei."
# A bare PATH may lack the system's own folders, which is where packages put their programs.
SYSTEM_PATH = os.pathsep.join((os.environ.get("PATH", ""), "/usr/local/bin", "/usr/bin", "/bin", "/usr/sbin", "/sbin"))


def found() -> str | None:
    """The Chromium of this machine."""
    return next((path for name in NAMES if (path := shutil.which(name, path=SYSTEM_PATH))), None)


def provide() -> str | None:
    """The Chromium of this machine, after its installation where that is possible; None when it is not."""
    lacking = [package for package, there in zip(PACKAGES, (found(), _chinese_font()), strict=True) if not there]
    if lacking and os.geteuid() == 0 and shutil.which("apt-get", path=SYSTEM_PATH):
        print(f"· {' and '.join(lacking)} …", flush=True)
        quiet = {**os.environ, "PATH": SYSTEM_PATH, "DEBIAN_FRONTEND": "noninteractive"}
        for step in (["update", "-q"], ["install", "-y", "-q", "--no-install-recommends", *lacking]):
            done = subprocess.run(["apt-get", *step], env=quiet, capture_output=True, text=True)
            if done.returncode:
                print((done.stderr.strip().splitlines() or ["apt-get failed"])[-1], file=sys.stderr)
    return found()


def _chinese_font() -> bool:
    lister = shutil.which("fc-list", path=SYSTEM_PATH)
    return bool(lister and subprocess.run([lister, ":lang=zh"], capture_output=True).stdout.strip())
