"""Paths as programs want them told."""

from __future__ import annotations

import pytest

from statlint.reporters import Look
from statlint.reporters.addresses import path_in_repository, uri_of

LOOK = Look(root="/home/repo", folder="data")


@pytest.mark.parametrize(
    ("path", "told", "uri"),
    [
        pytest.param("a.csv", "data/a.csv", "data/a.csv", id="below the working folder"),
        pytest.param("./x//a.csv", "data/x/a.csv", "data/x/a.csv", id="written strangely"),
        pytest.param("../b/a.csv", "b/a.csv", "b/a.csv", id="beside the working folder"),
        pytest.param("/home/repo/c/a.csv", "c/a.csv", "c/a.csv", id="absolute, in the repository"),
        pytest.param(
            "/home/repository/a.csv",
            "/home/repository/a.csv",
            "file:///home/repository/a.csv",
            id="absolute, in another folder",
        ),
        pytest.param(
            "表 1#%.csv", "data/表 1#%.csv", "data/%E8%A1%A8%201%23%25.csv", id="awkward signs"
        ),
        pytest.param(
            "a\udcff.csv", "data/a\udcff.csv", "data/a%FF.csv", id="bytes that are no text"
        ),
        pytest.param("c:a.csv", "data/c:a.csv", "data/c%3Aa.csv", id="a colon"),
    ],
)
def test_a_path_is_told_from_the_root(path: str, told: str, uri: str) -> None:
    assert (path_in_repository(path, LOOK), uri_of(path, LOOK)) == (told, uri)


def test_without_a_root_paths_stay() -> None:
    assert [path_in_repository(path, Look()) for path in ("a.csv", "/b/a.csv")] == [
        "a.csv",
        "/b/a.csv",
    ]
