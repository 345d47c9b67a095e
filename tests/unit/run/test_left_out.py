"""What a total leaves out, or takes in twice, is said by the cause of its finding."""

from __future__ import annotations

import pytest

from statlint.run.causes import causes_of
from tables import Entry, confrontation_of, form_of, table_of

SEX: list[str | Entry] = ["men Men", "women Women", "unknown Unknown", "total Total"]
NESTED: list[str | Entry] = [
    "granted Granted",
    {"key": "refused", "label": "Refused", "heading": True},
    {"key": "secret", "label": "Secret", "under": "refused"},
    {"key": "private", "label": "Private", "under": "refused"},
    "total Total",
]


@pytest.mark.parametrize(
    ("lines", "rule", "text", "words"),
    [
        pytest.param(
            SEX,
            "men + women + unknown = total",
            "Sex,2024\nMen,11\nWomen,21\nUnknown,15\nTotal,32",
            "B5 可能应为 47（现为 32，漏加「Unknown」）",
            id="a part that was left out",
        ),
        pytest.param(
            SEX,
            "men + women + unknown = total",
            "Sex,2024\nMen,11\nWomen,21\nUnknown,15\nTotal,62",
            "B5 可能应为 47（现为 62，重复加了「Unknown」）",
            id="a part that was counted twice",
        ),
        pytest.param(
            NESTED,
            "granted + secret + private = total",
            "Outcome,2024\nGranted,40\nRefused,\nSecret,7\nPrivate,8\nTotal,40",
            "B6 可能应为 55（现为 40，漏加「Refused」）",
            id="a group that was left out",
        ),
    ],
)
def test_what_a_total_leaves_out_is_told(
    lines: list[str | Entry], rule: str, text: str, words: str
) -> None:
    form = form_of(table_of(lines, ["year 2024"], {"rule": rule, "per": "head"}))

    (told,) = causes_of([confrontation_of(form, text)], None, "zh")

    assert [one for one in told.alternatives if one.message.startswith(words)] == [
        told.alternatives[0]
    ]
