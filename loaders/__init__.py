"""How files become graph: read, recognise, rows, people, diff. Nothing here writes."""
