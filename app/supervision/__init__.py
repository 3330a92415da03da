"""The three processes of `make run`, Neo4j, web and jobs, under one supervisor."""
