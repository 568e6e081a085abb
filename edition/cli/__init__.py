"""The command line: `edition build`, `edition convert`, `edition validate`, `edition explain`."""

from edition.cli.main import main

__all__ = ["main"]
