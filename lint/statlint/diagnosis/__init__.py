"""From failed edits to groups that share a cause."""

from statlint.diagnosis.group import group

__all__ = ["group"]
