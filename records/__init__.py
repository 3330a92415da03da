"""What the office keeps about itself: imports, their journal, jobs. The only room that talks to SQL."""
