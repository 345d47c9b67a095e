"""Numbers that belong to a person: mobile telephones, identity cards, bank cards, chat accounts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from statlint.choice import StrEnum
from statlint.dataclass import dataclass


class PersonalKind(StrEnum):
    """What a personal number is."""

    MOBILE = "mobile"
    IDENTITY = "identity"
    BANK_CARD = "bank-card"
    CHAT = "chat"


@dataclass(frozen=True, slots=True)
class PersonalNumber:
    """A personal number in a text: what it is, and from which sign to which its digits go."""

    kind: PersonalKind
    start: int
    end: int


# Patterns are compiled at their first use: most files need none, and all pay for the start.
_MOBILE = (
    r"(?<![0-9A-Za-z.*-])(?:(?:\+|00)?86[- ]?)?(1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4})"
    r"(?![0-9A-Za-z*])(?!\s*(?:[.．][0-9]|[-][0-9]|[万亿元条件份次个人户篇项家]))"
)
_IDENTITY = r"(?<![0-9A-Za-z])([1-9][0-9]{5}(?:19|20)[0-9]{9}[0-9Xx])(?![0-9A-Za-z])"
_BANK_CARD = (
    r"(?:卡号|银行卡|账号|帐号|账户|帐户|开户行)[^0-9\n。;；]{0,20}"
    r"([0-9]{4}(?:[ -]?[0-9]{4}){2,3}(?:[ -]?[0-9]{1,3})?)(?![0-9])"
)
_CHAT = (
    r"(?:[Qq]{2}|微信|钉钉)(?:工作|交流|联络|业务|联系)*(?:群|号)?(?:[号码]{1,2})?"
    r"[^0-9\n。;；，,A-Za-z、]{0,4}([1-9][0-9]{4,11})(?![0-9])(?!\s*[万亿余多条件份次个人户篇项家名@])"
)
_GROUP = r"(?<![人民社])群(?:号码?|聊号)[:：为是\s(（]{0,3}([1-9][0-9]{4,11})(?![0-9])"
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_SIGNS = "10X98765432"
_SHORTEST_CARD = 16
_TEN = 10


def find_personal(text: str) -> tuple[PersonalNumber, ...]:
    """Find the personal numbers of a text in their order."""
    found = {one.start: one for one in _found(text)}
    return tuple(found[start] for start in sorted(found))


def masked(number: str) -> str:
    """Write stars for the middle of a number; its ends and its length stay."""
    shown = min(3, len(number) // 4)
    return number[:shown] + "*" * (len(number) - 2 * shown) + number[len(number) - shown :]


def mask_all(text: str) -> str:
    """Mask the personal numbers of a text; all signs stay in their places."""
    for one in find_personal(text):
        text = text[: one.start] + masked(text[one.start : one.end]) + text[one.end :]
    return text


def _found(text: str) -> Iterator[PersonalNumber]:
    for pattern, kind in (
        (_CHAT, PersonalKind.CHAT),
        (_GROUP, PersonalKind.CHAT),
        (_MOBILE, PersonalKind.MOBILE),
        (_BANK_CARD, PersonalKind.BANK_CARD),
        (_IDENTITY, PersonalKind.IDENTITY),
    ):
        for match in re.finditer(pattern, text):
            digits = re.sub(r"[ -]", "", match[1])
            if kind is PersonalKind.IDENTITY and not _is_identity(digits):
                continue
            if kind is PersonalKind.BANK_CARD and not _is_card(digits):
                continue
            yield PersonalNumber(kind, match.start(1), match.end(1))


def _is_identity(digits: str) -> bool:
    """Tell whether it names a day of birth and its last sign fits the others (GB 11643)."""
    try:
        date(int(digits[6:10]), int(digits[10:12]), int(digits[12:14]))
    except ValueError:
        return False
    total = sum(int(one) * weight for one, weight in zip(digits[:17], _WEIGHTS, strict=True))
    return _CHECK_SIGNS[total % 11] == digits[17].upper()


def _is_card(digits: str) -> bool:
    """Tell whether the last digit fits the others (Luhn, ISO/IEC 7812)."""
    doubled = [int(one) * (2 if at % 2 else 1) for at, one in enumerate(reversed(digits))]
    total = sum(one if one < _TEN else one - 9 for one in doubled)
    return len(digits) >= _SHORTEST_CARD and total % 10 == 0
