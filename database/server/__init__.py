"""A local Neo4j Community as a child process: its jars, its life, its tools."""
