"""JSON that is written piece by piece is the JSON that is written at once."""

from __future__ import annotations

import json

import pytest

from statlint.reporters.json_lines import write_json_lines
from statlint.reporters.json_pieces import Fields, Json, Streamed, pieces_of
from statlint.reporters.look import Look
from unit.reporters.program_samples import for_programs

_PART: Json = {"c": [1, {}]}


@pytest.mark.parametrize(
    ("streamed", "plain"),
    [
        pytest.param(iter(()), [], id="an empty list"),
        pytest.param(Fields(()), {}, id="an object without fields"),
        pytest.param(iter((1, iter((2,)))), [1, [2]], id="a list in a list"),
        pytest.param(
            Fields([("a", iter((Fields([("b", iter([_PART]))]),))), ("d", None)]),
            {"a": [{"b": [{"c": [1, {}]}]}], "d": None},
            id="all within one another",
        ),
        pytest.param({"一": "a\nb"}, {"一": "a\nb"}, id="a line break in a text"),
    ],
)
def test_pieces_make_the_whole(streamed: Streamed, plain: Json) -> None:
    assert "".join(pieces_of(streamed)) == json.dumps(plain, ensure_ascii=False, indent=1)


def test_lines_say_what_they_are() -> None:
    lines = [json.loads(line) for line in write_json_lines(for_programs("en"), Look())]

    assert list(dict.fromkeys(line["type"] for line in lines)) == [
        "report",
        "file",
        "finding",
        "diagnosis",
        "not_checked",
        "crash",
        "outcomes",
        "baseline",
    ]


def test_the_statistics_come_line_by_line() -> None:
    look = Look(statistics=True)
    lines = [json.loads(line) for line in write_json_lines(for_programs("en"), look)]

    assert next(line for line in lines if line["type"] == "statistics") == {
        "type": "statistics",
        "code": "B101",
        "name": "unbalanced-total",
        "count": 2,
    }
