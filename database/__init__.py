"""The door to Neo4j: the driver is imported in this room alone, and nothing but plain Python values leaves it."""
