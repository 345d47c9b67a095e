"""From a settings file to settings."""

from statlint.config.model import Settings

__all__ = ["Settings"]
