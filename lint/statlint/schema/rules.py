"""Building blocks of schemas: each gives the rules of one key, with a sentence on what it says."""

from __future__ import annotations

from statlint.typed import Any, TypeAlias

Rules: TypeAlias = dict[str, Any]


def text(says: str, **more: object) -> Rules:
    """Take a text that is not empty."""
    return {"type": "text", "minlength": 1, "meta": says, **more}


def texts(says: str, *, required: bool = False, least: int = 0, **more: object) -> Rules:
    """Take a list of texts, each with the rules in `more`; `least` is how many there must be."""
    made: Rules = {"type": "list", "schema": {"type": "text", "minlength": 1, **more}}
    made |= {"required": True} if required else {}
    made |= {"minlength": least} if least else {}
    return {**made, "meta": says}


def text_or_texts(says: str) -> Rules:
    """Take one text, or a list of texts."""
    inner = {"type": "text", "minlength": 1}
    return {"type": ["text", "list"], "schema": inner, "meta": says}


def table(says: str, schema: Rules) -> Rules:
    """Take a table of known keys."""
    return {"type": "table", "schema": schema, "meta": says}


def pairs(says: str, value: Rules) -> Rules:
    """Take a table whose keys are the user's own, with values of one kind."""
    return {
        "type": "table",
        "keysrules": {"type": "text", "minlength": 1},
        "valuesrules": value,
        "meta": says,
    }


def lists_of_texts(says: str) -> Rules:
    """Take a list of lists of texts."""
    inner = {"type": "list", "schema": {"type": "text", "minlength": 1}}
    return {"type": "list", "schema": inner, "meta": says}


def said(says: str, **more: object) -> Rules:
    """Take a wording: one text, or one each in Chinese and English."""
    both = {
        "zh": text("The Chinese wording.", required=True),
        "en": text("The English wording.", required=True),
    }
    return {"type": ["text", "table"], "minlength": 1, "schema": both, "meta": says, **more}


def flag(says: str) -> Rules:
    """Take true or false."""
    return {"type": "flag", "meta": says}


def number(says: str) -> Rules:
    """Take an exact number."""
    return {"type": "number", "check_with": "finite", "meta": says}


def year(says: str) -> Rules:
    """Take a year."""
    return {"type": "whole", "min": 1900, "max": 2200, "meta": says}


def tables(says: str, schema: Rules, **more: object) -> Rules:
    """Take a list of tables."""
    return {"type": "list", "schema": {"type": "table", "schema": schema}, "meta": says, **more}
