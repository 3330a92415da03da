"""`python -m bootstrap TASK`: carries out one of Makefile's targets."""

import os
import sys
import time

from bootstrap.stages import lock, set_up
from bootstrap.tools import BIN, ROOT, OneAtATime, Stopped


def main(arguments: list[str]) -> int:
    """Carries out one of Makefile's targets; returns the exit code."""
    task, rest = (arguments or ["setup"])[0], arguments[1:]
    started = time.monotonic()
    try:
        with OneAtATime():
            if task == "lock":
                return lock()
            set_up(with_tests=task in ("setup", "check", "test"))
    except Stopped as stopped:
        print(f"Set-up stopped: {stopped}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nSet-up interrupted; the same command goes on from here.", file=sys.stderr)
        return 130
    return hand_over(task, rest, time.monotonic() - started)


def hand_over(task: str, rest: list[str], seconds: float) -> int:
    """Replaces this process by the program that `task` means, so that signals reach it directly."""
    if task == "setup":
        print("Lianhu is set up.")
        return 0
    commands = {
        "run": ["flask", "up"],
        "flask": ["flask", *rest],
        "python": ["python", *rest],
        "check": ["python", "-m", "tests.stages", "check"],
        "test": ["python", "-m", "tests.stages", "test", "--setup-seconds", f"{seconds:.1f}"],
    }
    program, *others = commands[task]
    os.environ["PATH"] = f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}"
    os.chdir(ROOT)
    sys.stdout.flush()
    return os.execv(str(BIN / program), [program, *others])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
