"""A linter for submitted statistics tables."""

__version__ = "0.1.0"

__all__ = ["__version__"]
