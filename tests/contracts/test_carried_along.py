"""What the web carries in its memory from the start: neither py2neo nor what only drawings and exports need."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HEAVY = ("py2neo", "pyvis", "IPython", "networkx")
_CODE = f"""
import sys
from app import create_app
from settings import Settings
create_app(Settings())
import app.jobs
print([name for name in {HEAVY} if name in sys.modules])
"""


def test_web_and_jobs_start_without_what_they_seldom_need() -> None:
    done = subprocess.run([sys.executable, "-c", _CODE], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"
