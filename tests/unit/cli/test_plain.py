"""Plain calls of check are read without click, with the values that click would give."""

from __future__ import annotations

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.cli.check_command import check
from statlint.cli.plain import COMPLETING, plain_options

_OPTIONS = sorted(name for one in check.params for name in one.opts if name.startswith("-"))
_VALUES = ("a.csv", "-", "B101,S", "zh", "text", "json", "error", "b=c", "", "2024", "5", "x y")
_words = st.lists(
    st.one_of(
        st.sampled_from(_OPTIONS),
        st.sampled_from(_VALUES),
        st.builds("{}={}".format, st.sampled_from(_OPTIONS), st.sampled_from(_VALUES)),
        st.sampled_from(("--", "-qq", "--no-such", "--quie", "-x")),
    ),
    max_size=7,
)


def as_click_reads(words: list[str]) -> dict[str, object]:
    """Give the options as click reads them."""
    return check.make_context("check", list(words), obj="en").params


@given(_words)
def test_what_is_plain_is_read_as_click_reads_it(words: list[str]) -> None:
    plain = plain_options(["check", *words])

    assert plain is None or plain == as_click_reads(words)


def test_an_everyday_call_is_plain() -> None:
    words = ["check", "a.csv", "b.xlsx", "--lang", "zh", "-q", "--ignore=S,U1", "--isolated"]

    plain = plain_options(words)

    assert plain is not None
    assert plain == as_click_reads(words[1:])


@pytest.mark.parametrize(
    "words",
    [
        pytest.param([], id="nothing"),
        pytest.param(["explain", "B101"], id="another command"),
        pytest.param(["check"], id="no file"),
        pytest.param(["check", "a.csv", "--help"], id="the help page"),
        pytest.param(["check", "a.csv", "--no-such"], id="an option that is not there"),
        pytest.param(["check", "a.csv", "--lang", "fr"], id="a value that is not one"),
        pytest.param(["check", "a.csv", "--form"], id="no value"),
        pytest.param(["check", "a.csv", "--quiet=1"], id="a value for a flag"),
        pytest.param(["check", "a.csv", "--lang", "zh", "--lang", "en"], id="twice"),
        pytest.param(["check", "a.csv", "--period", "2024"], id="a value that is read"),
        pytest.param(["check", "a.csv", "-qq"], id="short options in one"),
        pytest.param(["check", "--", "a.csv"], id="two dashes alone"),
    ],
)
def test_click_reads_what_is_not_plain(words: list[str]) -> None:
    assert plain_options(words) is None


def test_click_answers_a_shell_that_completes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(COMPLETING, "bash_complete")

    assert plain_options(["check", "a.csv"]) is None


def test_every_option_of_check_is_known_or_left_to_click() -> None:
    plain = plain_options(["check", "a.csv"])

    assert plain is not None
    assert set(plain) == {
        one.name
        for one in check.params
        if isinstance(one, click.Argument | click.Option) and one.expose_value
    }
