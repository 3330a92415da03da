"""What the office does, joining the rooms: pages, commands and jobs call the same case."""
