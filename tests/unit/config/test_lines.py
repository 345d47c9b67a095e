"""The line that each key of a settings file stands in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from statlint.config.lines import line_in, lines_of
from statlint.config.written import Written
from statlint.schema import below

FORMS = Path(__file__).parents[3] / "rules" / "statlint_rules" / "forms"
TEXT = '''\
# settings
lang = "zh"  # x = 1
select = [
  "B", # a, b = [
  "S[1]=",
  """x
y""", 'z',
]
thresholds.factor = 0.5
[per-file-ignores]
"old/**" = ["B1"]
'new.x' = [
 "P",
 "Q"]
[[dataset]]
name = "x"
units = [{name="a"},
  {name="b", aliases=["q"]}]
[[dataset]]
name = "y"
[dataset.more]
"\\u0061b" = 2020-01-01
[tool.statlint]
period = 2024
'''


def paths_in(found: object, path: str = "") -> Iterator[str]:
    """Go through the paths of all that a text states."""
    if path:
        yield path
    if isinstance(found, Mapping):
        for key, inner in found.items():
            yield from paths_in(inner, below(path, key))
    if isinstance(found, list):
        for number, inner in enumerate(found):
            yield from paths_in(inner, below(path, number))


@pytest.mark.parametrize(
    ("path", "line"),
    [
        pytest.param("lang", 2, id="a key"),
        pytest.param("select", 3, id="a list"),
        pytest.param("select[1]", 5, id="an item in a line of its own"),
        pytest.param("select[3]", 7, id="behind a text of two lines"),
        pytest.param("thresholds.factor", 9, id="a key with a dot"),
        pytest.param('per-file-ignores."old/**"', 11, id="a key in quotes"),
        pytest.param('per-file-ignores."new.x"[1]', 14, id="a dot in quotes"),
        pytest.param("dataset[0].units[1].name", 18, id="a table in a list"),
        pytest.param("dataset[1].name", 20, id="the second of two tables"),
        pytest.param("dataset[1].more.ab", 22, id="a table below a table, an escape"),
        pytest.param('per-file-ignores."b.c"[0]', 10, id="a missing key in quotes"),
        pytest.param("dataset[1].files", 19, id="what is missing: where it should stand"),
        pytest.param("nothing", None, id="what is nowhere"),
        pytest.param("", None, id="the file as a whole"),
    ],
)
def test_the_line_of_an_entry(path: str, line: int | None) -> None:
    assert line_in(lines_of(TEXT), path) == line


def test_the_line_of_an_entry_of_a_project() -> None:
    written = Written("pyproject.toml", Path(), TEXT, inside="tool.statlint")

    assert written.lines(["period", "tool.statlint"]) == (24, 23)


def test_line_breaks_of_windows_count_once() -> None:
    assert lines_of(TEXT.replace("\n", "\r\n")) == lines_of(TEXT)


def test_what_is_nested_too_deeply_has_no_lines() -> None:
    assert lines_of("a = " + "[" * 50_000) == {}


@pytest.mark.parametrize("path", sorted(FORMS.glob("*.toml")), ids=lambda path: path.stem)
def test_every_entry_of_a_long_text_is_found(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert set(lines_of(text)) == set(paths_in(tomli.loads(text)))


KEYS = st.sampled_from(["a", "b-c", '"d e"', "'f.g'", '"h#"', "1"])
SCALARS = st.sampled_from(
    ["1", "0.5", "true", '"x"', "'[['", '"a\\"]="', '"""\n"x""\n"""', "2020-01-01 10:00:00.5"]
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: "[" + " , # no ]\n".join(items) + "\n]"),
        st.lists(st.tuples(KEYS, inner), max_size=3, unique_by=lambda pair: pair[0]).map(
            lambda pairs: "{" + ", ".join(f"{key} = {value}" for key, value in pairs) + "}"
        ),
    ),
    max_leaves=6,
)


@given(st.lists(st.tuples(KEYS, VALUES), max_size=4, unique_by=lambda pair: pair[0]))
def test_every_entry_of_any_text_is_found(entries: list[tuple[str, str]]) -> None:
    text = "".join(f"{key} = {value}\n" for key, value in entries)

    assert set(lines_of(text)) == set(paths_in(tomli.loads(text)))
