"""Neo4j's own tools on the local server: neo4j-admin while it is stopped, cypher-shell while it runs."""

import subprocess
from pathlib import Path

from database.server import java

TOOL_HEAP_MB = 512


def admin(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs neo4j-admin, for example `admin(home, "database", "check", "neo4j")`; what it said is in the result."""
    command = java.command("org.neo4j.cli.AdminTool", *arguments, heap_mb=TOOL_HEAP_MB)
    return subprocess.run(command, cwd=home, env=java.environment(home), capture_output=True, text=True, check=False)


def shell(home: Path, uri: str, user: str, password: str, *arguments: str) -> int:
    """Runs cypher-shell on this terminal and returns its exit code."""
    command = java.command("org.neo4j.shell.Main", "-a", uri, "-u", user, *arguments, heap_mb=256)
    # By environment, not by argument: other users of the machine can read arguments.
    return subprocess.run(command, env=java.environment(home, NEO4J_PASSWORD=password), check=False).returncode
