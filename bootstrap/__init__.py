"""What `make` calls: brings a machine from a bare Python to a project that runs, doing nothing twice.

Stages, each with a stamp under .runtime/stamps that holds the hash of what it was made from: the Python packages,
those for tests, Neo4j's jars, the browser packages, the built assets, the translations. An interrupted set-up goes on
with the first stage whose stamp does not fit. Standard library only, since it makes the environment that has the rest.
"""
