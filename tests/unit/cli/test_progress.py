"""Progress of a long run."""

from __future__ import annotations

import io
import sys
from threading import Event

import pytest

from statlint.cli.progress import Progress, progress_on_terminal


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        """Begin at an odd time."""
        self.now = 100.0

    def __call__(self) -> float:
        """Tell the time."""
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def screen() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="gbk")


def written(screen: io.TextIOWrapper) -> list[str]:
    assert isinstance(screen.buffer, io.BytesIO)
    return screen.buffer.getvalue().decode("gbk").split("\r\x1b[K")


def test_a_short_run_says_nothing(clock: Clock, screen: io.TextIOWrapper) -> None:
    progress = Progress(screen, "zh", clock=clock)

    for done in range(20):
        clock.now += 0.05
        progress(done, 20, "a.csv")
    progress.close()

    assert written(screen) == [""]


def test_a_run_over_many_files_says_where_it_is(clock: Clock, screen: io.TextIOWrapper) -> None:
    progress = Progress(screen, "zh", clock=clock)

    for done, path in enumerate(("总计.csv", "b.csv", "c\x1b.csv")):
        progress(done, 21, path)
        clock.now += 0.06
    progress.close()

    assert written(screen) == ["", "检查 1/21  总计.csv", "检查 3/21  c?.csv", ""]


def test_a_slow_run_says_where_it_is(clock: Clock, screen: io.TextIOWrapper) -> None:
    progress = Progress(screen, "en", clock=clock)

    progress(0, 2, "a.csv")
    clock.now += 1.1
    progress(1, 2, "😀.csv")

    assert written(screen) == ["", "checking 2/2  ?.csv"]


def test_a_single_file_that_takes_long_is_told_again(
    clock: Clock, screen: io.TextIOWrapper
) -> None:
    progress = Progress(screen, "zh", clock=clock)

    progress.tick()
    progress(0, 1, "长表.csv")
    for _ in range(4):
        clock.now += 0.9
        progress.tick()
    progress.close()
    progress.tick()

    assert written(screen) == [
        "",
        "检查 1/1  长表.csv",
        "检查 1/1  长表.csv",
        "检查 1/1（已 3 秒）  长表.csv",
        "",
    ]


def test_it_ticks_by_itself_until_it_is_closed() -> None:
    stopped = Event()

    class Ticking(Progress):
        def tick(self) -> None:
            self.close()
            stopped.set()

    progress = Ticking(io.StringIO(), "en")
    progress.go_on()
    progress(0, 1, "a.csv")

    assert stopped.wait(60)


def test_nobody_looks_at_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    assert progress_on_terminal("zh", {}) is None
    assert capsys.readouterr().err == ""


class Terminal(io.StringIO):
    """A stream that a person looks at."""

    def isatty(self) -> bool:
        """Tell that a person is looking."""
        return True


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        pytest.param({"TERM": "xterm"}, True, id="a terminal"),
        pytest.param({"TERM": "dumb"}, False, id="a terminal that obeys nothing"),
        pytest.param({"TERM": "xterm", "PRE_COMMIT": "1"}, False, id="under a hook runner"),
        pytest.param({"TERM": "xterm", "CI": "true"}, False, id="in a job of a CI service"),
        pytest.param({"TERM": "xterm", "CI": ""}, True, id="said to be in none"),
    ],
)
def test_progress_is_for_those_who_look(
    environment: dict[str, str],
    told: bool,  # noqa: FBT001
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())

    progress = progress_on_terminal("zh", environment)
    if progress is not None:
        progress.close()
    assert (progress is not None) is told
