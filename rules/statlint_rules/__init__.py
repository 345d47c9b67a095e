"""The rules and forms that statlint ships."""

RULES: dict[str, str] = {}
"""The module of each rule, by code; kept in step with the modules by a test."""
