"""From the command line to an exit status."""

from statlint.cli.main import main

__all__ = ["main"]
