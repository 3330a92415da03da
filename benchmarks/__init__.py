"""What is measured, against what peers, on which worlds. `python -m benchmarks.run` runs all of it."""
