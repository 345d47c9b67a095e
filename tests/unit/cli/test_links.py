"""Which terminals make links."""

from __future__ import annotations

import pytest

from statlint.cli.links import makes_links


@pytest.mark.parametrize(
    ("environment", "known"),
    [
        pytest.param("", False, id="nothing is known"),
        pytest.param("TERM=xterm-256color", False, id="a terminal like many"),
        pytest.param("TERM=xterm-kitty", True, id="told by TERM"),
        pytest.param("TERM=foot-extra", True, id="told by the beginning of TERM"),
        pytest.param("TERM=xterm TERM_PROGRAM=vscode", True, id="told by the program"),
        pytest.param("TERM=xterm TERM_PROGRAM=Apple_Terminal", False, id="another program"),
        pytest.param("WT_SESSION=1a", True, id="Windows Terminal"),
        pytest.param("TERM=xterm VTE_VERSION=6800", True, id="a library of terminals"),
        pytest.param("TERM=xterm VTE_VERSION=4205", False, id="before it made links"),
        pytest.param("TERM=xterm VTE_VERSION=", False, id="a version that is none"),
        pytest.param(
            "TERM=screen VTE_VERSION=6800 TERM_PROGRAM=vscode", False, id="behind a screen"
        ),
        pytest.param(
            "TERM=tmux-256color TERM_PROGRAM=tmux TERM_PROGRAM_VERSION=3.3a", False, id="old tmux"
        ),
        pytest.param("TERM=screen TERM_PROGRAM=tmux TERM_PROGRAM_VERSION=3.4", True, id="new tmux"),
        pytest.param("TERM=xterm TMUX=/tmp/a WT_SESSION=1", False, id="some tmux"),
        pytest.param("TERM=xterm FORCE_HYPERLINK=1", True, id="asked for"),
        pytest.param("TERM=xterm-kitty FORCE_HYPERLINK=0", False, id="not wanted"),
    ],
)
def test_a_terminal_is_told_by_its_environment(environment: str, known: bool) -> None:  # noqa: FBT001
    pairs = dict(pair.split("=") for pair in environment.split())

    assert makes_links(pairs) is known
