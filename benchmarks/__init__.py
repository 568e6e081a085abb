"""What is measured, and how: run by hand with `python -m benchmarks`."""
