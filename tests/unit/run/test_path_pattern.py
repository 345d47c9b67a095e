"""One pattern of paths, as git understands it."""

from __future__ import annotations

import pytest

from statlint.run.path_pattern import read_pattern


def means(pattern: str, path: str) -> bool:
    """Tell whether a pattern means a path; one that ends with a slash is a folder."""
    read = read_pattern(pattern)
    assert read is not None
    return read.means(path.removesuffix("/"), is_folder=path.endswith("/"))


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        pytest.param("a.csv", "a.csv", True, id="a name"),
        pytest.param("a.csv", "deep/er/a.csv", True, id="a name further down"),
        pytest.param("a.csv", "a.csv/b.csv", False, id="what lies in a folder is not meant itself"),
        pytest.param("/a.csv", "a.csv", True, id="at the top"),
        pytest.param("/a.csv", "deep/a.csv", False, id="only at the top"),
        pytest.param("old/a.csv", "old/a.csv", True, id="a path"),
        pytest.param("old/a.csv", "deep/old/a.csv", False, id="a path begins at the top"),
        pytest.param("old/", "old/", True, id="a folder"),
        pytest.param("old/", "old", False, id="a file named like a folder"),
        pytest.param("old/", "deep/old/", True, id="a folder further down"),
        pytest.param("*.csv", "年报.csv", True, id="any name"),
        pytest.param("*.csv", ".csv", True, id="no name at all"),
        pytest.param("a/*.csv", "a/b/c.csv", False, id="a star stops at a slash"),
        pytest.param("?.csv", "年.csv", True, id="one character"),
        pytest.param("?.csv", "ab.csv", False, id="one character is not two"),
        pytest.param("a?b/c", "a/b/c", False, id="one character is no slash"),
        pytest.param("**/a", "a", True, id="any folders: none"),
        pytest.param("**/a/b", "x/y/a/b", True, id="any folders: two"),
        pytest.param("a/**/b", "a/b", True, id="folders between: none"),
        pytest.param("a/**/b", "a/x/y/b", True, id="folders between: two"),
        pytest.param("a/**", "a/x/y", True, id="all inside"),
        pytest.param("a/**", "a/", False, id="not the folder itself"),
        pytest.param("a/**/", "a/x/", True, id="all folders inside"),
        pytest.param("a/**/", "a/x", False, id="no file inside"),
        pytest.param("a**b/c", "axyb/c", True, id="two stars in a name are one"),
        pytest.param("[ab].csv", "b.csv", True, id="one of a set"),
        pytest.param("[!ab].csv", "b.csv", False, id="none of a set"),
        pytest.param("[^ab].csv", "c.csv", True, id="none of a set, the other way"),
        pytest.param("[a-c].csv", "b.csv", True, id="a range"),
        pytest.param("[]a].csv", "].csv", True, id="a bracket in a set"),
        pytest.param(r"[\]a].csv", "].csv", True, id="an escaped bracket in a set"),
        pytest.param("[[:digit:]].csv", "7.csv", True, id="a kind of characters"),
        pytest.param("[[:digit:]].csv", "d.csv", False, id="not that kind of characters"),
        pytest.param("a[!b]c/d", "a/c/d", False, id="a set holds no slash"),
        pytest.param(r"\#a", "#a", True, id="an escaped hash"),
        pytest.param(r"\!a", "!a", True, id="an escaped mark"),
        pytest.param(r"a\*", "a*", True, id="an escaped star"),
        pytest.param(r"a\*", "ab", False, id="an escaped star is a star only"),
        pytest.param("a  ", "a", True, id="blanks at the end do not count"),
        pytest.param("a\\ ", "a ", True, id="an escaped blank at the end does"),
        pytest.param("a b.csv", "a b.csv", True, id="a blank within"),
        pytest.param("a.csv", "aXcsv", False, id="a point is a point"),
        pytest.param("a\nb", "a\nb", True, id="a line break in a name"),
    ],
)
def test_what_a_pattern_means(
    pattern: str,
    path: str,
    expected: bool,  # noqa: FBT001
) -> None:
    assert means(pattern, path) is expected


def test_a_pattern_may_take_in_again() -> None:
    taken, plain = read_pattern("!a/"), read_pattern("a/")

    assert taken is not None
    assert plain is not None
    assert (taken.negated, plain.negated) == (True, False)
    assert means("!a/", "a/")


@pytest.mark.parametrize(
    "line", ["", "   ", "# note", "/", "!", "!/", "[a", "a\\", "[[:words:]]", "[z-a]"]
)
def test_what_means_nothing(line: str) -> None:
    assert read_pattern(line) is None
