"""The hook in a file of hooks: added behind the others, with every comment left where it is."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from statlint.starter.hook import ENTRY, EXCLUDE, FILES, has_hook, hook_lines, new_hooks, with_hook
from statlint.starter.supply import Supply

HOOKS = Path(__file__).parents[3] / ".pre-commit-hooks.yaml"
OF_GIT = Supply("statlint @ git+https://git.example/s@1e10", "https://git.example/s", "1e10")
OF_INDEX = Supply("statlint==0.1.0")
OF_HERE = Supply("statlint", known=False)
OF_FILE = Supply("./wheels/statlint.whl")
ENTRY_OF_GIT = {"repo": "https://git.example/s", "rev": "1e10", "hooks": [{"id": "statlint"}]}


def entry_of(supply: Supply) -> object:
    return yaml.safe_load("\n".join(hook_lines(supply)))[0]


def local(**more: object) -> object:
    """Give the hook as it stands in a file of hooks that is nobody else's."""
    hook = {"id": "statlint", "name": "statlint", "entry": ENTRY, **more, "files": FILES}
    return {"repo": "local", "hooks": [{**hook, "exclude": EXCLUDE, "require_serial": True}]}


def test_the_hook_takes_what_the_published_one_takes() -> None:
    published = yaml.safe_load(HOOKS.read_bytes())[0]

    assert (published["entry"], published["files"], published["exclude"]) == (ENTRY, FILES, EXCLUDE)


@pytest.mark.parametrize(
    ("supply", "entry"),
    [
        (OF_GIT, ENTRY_OF_GIT),
        (OF_INDEX, local(language="python", additional_dependencies=["statlint==0.1.0"])),
        (OF_HERE, local(language="system")),
        (OF_FILE, local(language="system")),
    ],
    ids=["of git", "of an index", "of a folder here", "a wheel"],
)
def test_where_the_hook_gets_statlint_from(supply: Supply, entry: object) -> None:
    assert entry_of(supply) == entry


def test_a_file_of_its_own() -> None:
    assert yaml.safe_load(new_hooks(OF_GIT)) == {"repos": [ENTRY_OF_GIT]}


BEHIND = "- repo: 'https://git.example/s'\n  rev: '1e10'\n  hooks:\n    - id: statlint\n"
INDENTED = "".join(f"  {line}\n" for line in BEHIND.splitlines())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("repos:\n- repo: x\n", f"repos:\n- repo: x\n{BEHIND}"),
        ("repos:\n- repo: x", f"repos:\n- repo: x\n{BEHIND}"),
        ("repos:\n  - repo: x\n", f"repos:\n  - repo: x\n{INDENTED}"),
        (
            "# a\nrepos: # b\n  # c\n  - repo: x # d\n    rev: y\n\n# e\nci: {}\n",
            f"# a\nrepos: # b\n  # c\n  - repo: x # d\n    rev: y\n{INDENTED}\n# e\nci: {{}}\n",
        ),
        (
            "repos:\n- repo: x\n- repo: y\nci: {}\n",
            f"repos:\n- repo: x\n- repo: y\n{BEHIND}ci: {{}}\n",
        ),
        ("repos: []  # none yet\nci: {}\n", f"repos:  # none yet\n{INDENTED}ci: {{}}\n"),
        ("repos: [ ]", f"repos:\n{INDENTED}"),
        ("---\nrepos:\n- repo: x\n...\n", f"---\nrepos:\n- repo: x\n{BEHIND}...\n"),
        (
            "repos:\r\n- repo: x\r\n",
            f"repos:\n- repo: x\n{BEHIND}".replace("\n", "\r\n"),
        ),
        ("repos:\r\n- repo: x", f"repos:\n- repo: x\n{BEHIND}".replace("\n", "\r\n")),
    ],
    ids=[
        "at the margin",
        "no end of line",
        "indented",
        "comments everywhere",
        "a key behind",
        "an empty list",
        "an empty list and nothing else",
        "a document with its ends",
        "ends of lines as on Windows",
        "such ends and none at the end",
    ],
)
def test_the_hook_goes_behind_the_others(before: str, after: str) -> None:
    assert with_hook(before, OF_GIT) == after


@pytest.mark.parametrize(
    "hooks",
    [
        "",
        "ci: {}\n",
        "repos:\n",
        "repos: [{repo: x}]\n",
        "repos: &all\n- repo: x\n",
        "repos:\n  x: y\n",
        "repos:\n- repo: x\n  hooks: [\n]\n",
        "{repos: []}\n",
        "\ufeffrepos: []\n",
    ],
    ids=[
        "empty",
        "no list",
        "nothing in it",
        "in brackets",
        "with an anchor",
        "no list but a table",
        "brackets over lines",
        "a table in brackets",
        "a mark of byte order",
    ],
)
def test_what_is_written_too_oddly_is_left_alone(hooks: str) -> None:
    assert with_hook(hooks, OF_GIT) is None


@pytest.mark.parametrize(
    ("hooks", "there"),
    [
        ("    - id: statlint\n", True),
        ("  - id: 'statlint-system'\n", True),
        ("      id: statlint # ours\n", True),
        ("  - id: statlinter\n", False),
        ("  - id: ruff # not statlint\n", False),
    ],
)
def test_a_hook_that_is_there_is_seen(hooks: str, *, there: bool) -> None:
    assert has_hook(hooks) == there


WORDS = st.text("ab: #-'\"é中", max_size=8)
COMMENTS = st.lists(st.builds("# {}".format, WORDS), max_size=2)
INDENTS = st.sampled_from(["", "  ", "    "])


@st.composite
def hook_files(draw: st.DrawFn) -> str:
    """Write a file of hooks as people do, with comments and empty lines wherever they may be."""
    indent = draw(INDENTS)
    lines = [*draw(COMMENTS), *(["exclude: |", "  x", "  y"] if draw(st.booleans()) else [])]
    lines.append(f"repos:{draw(st.sampled_from(['', '  # ours']))}")
    for _ in range(draw(st.integers(1, 3))):
        lines += [*draw(COMMENTS), f"{indent}- repo: {yaml.safe_dump(draw(WORDS)).splitlines()[0]}"]
        lines += [f"{indent}  rev: v1", *draw(COMMENTS), f"{indent}  hooks:"]
        lines += [f"{indent}  {draw(INDENTS)}- id: x", "" if draw(st.booleans()) else "# y"]
    lines += [*draw(COMMENTS), *draw(st.sampled_from([[], ["ci:", "  skip: []"], ["'a': 1"]]))]
    return draw(st.sampled_from(["\n", "\r\n"])).join(lines)


@given(hook_files())
def test_whatever_is_there_stays_as_it_is(before: str) -> None:
    after = with_hook(before, OF_GIT)
    assert after is not None
    was, is_now = yaml.safe_load(before), yaml.safe_load(after)
    kept = iter(after.splitlines())

    assert is_now == {**was, "repos": [*was["repos"], ENTRY_OF_GIT]}
    assert all(line in kept for line in before.splitlines())
