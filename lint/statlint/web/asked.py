"""What a page says in JSON, read with care: whoever writes it may be anybody."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from statlint.config.language import language_named
from statlint.dataclass import replace
from statlint.values import Language, Period
from statlint.web.about import KINDS_OF_UNIT, shipped
from statlint.web.bounds import DeskBounds
from statlint.web.case import Choices, Role
from statlint.web.faults import Cannot, DeskFaultError
from statlint.web.plan import Given

_LONGEST = 200
"""Signs of a name or a day."""


def role_of(said: object) -> Role:
    """Read a role; raises DeskFaultError."""
    try:
        return Role(_text(said))
    except ValueError:
        raise DeskFaultError(Cannot.BAD_ROLE, value=_text(said)) from None


def choices_of(said: Mapping[str, Any], usual: Language, before: Choices | None = None) -> Choices:
    """Lay choices over those before; raises DeskFaultError."""
    found = before or Choices(usual)
    if "language" in said:
        found = replace(found, language=language_named(_text(said["language"])) or usual)
    if "form" in said:
        found = replace(found, form=_form(_optional(said["form"])))
    if "period" in said:
        found = replace(found, period=_period(_optional(said["period"])))
    if "kind_of_unit" in said:
        found = replace(found, kind_of_unit=_kind(_optional(said["kind_of_unit"])))
    return found


def given_of(said: Mapping[str, Any], bounds: DeskBounds) -> Given:
    """Read the reasons that were typed; raises DeskFaultError."""
    several = said.get("reasons")
    if not isinstance(several, list) or not 0 < len(several) <= bounds.reasons:
        raise DeskFaultError(Cannot.BAD_WORDS)
    reasons = tuple(_reason(one, bounds) for one in several)
    by = " ".join(_text(said.get("by") or "").split())
    return Given(by, _day(_optional(said.get("until"))), reasons)


def _reason(said: object, bounds: DeskBounds) -> tuple[str, str, str]:
    if not isinstance(said, dict):
        raise DeskFaultError(Cannot.BAD_WORDS)
    text = said.get("text")
    if not isinstance(text, str):
        raise DeskFaultError(Cannot.BAD_WORDS)
    plain = text.strip()
    if len(plain) > bounds.reason_signs or (plain and not any(map(str.isalnum, plain))):
        raise DeskFaultError(Cannot.BAD_REASON, most=bounds.reason_signs)
    return _any_text(said.get("path")), _any_text(said.get("finding")), plain


def _form(written: str) -> str | None:
    if written and written not in {name for name, _ in shipped()}:
        raise DeskFaultError(Cannot.BAD_FORM, value=written)
    return written or None


def _period(written: str) -> str | None:
    try:
        return str(Period.parse(written)) if written else None
    except ValueError:
        raise DeskFaultError(Cannot.BAD_PERIOD, value=written) from None


def _kind(written: str) -> str | None:
    if written and written not in dict(KINDS_OF_UNIT):
        raise DeskFaultError(Cannot.BAD_KIND, value=written)
    return written or None


def _day(written: str) -> str:
    """Read a day to come; no text is none."""
    try:
        if written and date.fromisoformat(written) < datetime.now().astimezone().date():
            raise DeskFaultError(Cannot.BAD_DAY, value=written)
    except ValueError:
        raise DeskFaultError(Cannot.BAD_DAY, value=written) from None
    return written


def _optional(said: object) -> str:
    return "" if said is None else _text(said)


def _text(said: object) -> str:
    text = _any_text(said)
    if len(text) > _LONGEST:
        raise DeskFaultError(Cannot.BAD_WORDS)
    return text.strip()


def _any_text(said: object) -> str:
    if not isinstance(said, str):
        raise DeskFaultError(Cannot.BAD_WORDS)
    return said
