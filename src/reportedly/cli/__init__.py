"""The command line: parses words, calls the library, shows rows. What rows mean is decided below it."""

from reportedly.cli.main import main

__all__ = ["main"]
