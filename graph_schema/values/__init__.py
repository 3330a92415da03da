"""The value types: what a cell may hold, how it is cleaned, and how it is hidden. Pure; one file each."""
