"""Where a row is: its community, grid, compound, buildings and homes, found or made."""
