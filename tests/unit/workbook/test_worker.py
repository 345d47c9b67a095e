"""The bounded process: answers, limits, death and return."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from io import BytesIO

import pytest

from statlint.errors import StatlintError
from statlint.values import Text
from statlint.workbook.frames import receive, send
from statlint.workbook.limits import USUAL, Limits, in_order
from statlint.workbook.serve import serve
from statlint.workbook.worker import Answer, Bounds, Worker, shared_worker
from unit.workbook.packages import make_excel

ONE_CELL = make_excel('<row r="1"><c r="A1"><v>1</v></c></row>')
BROKEN = make_excel("<row")
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")


@pytest.fixture
def worker() -> Iterator[Worker]:
    """Give a worker of this test's own."""
    worker = Worker()
    yield worker
    worker.close()


@pytest.fixture(scope="module")
def long() -> bytes:
    """Give a workbook that takes a few seconds of processor time and many megabytes."""
    return make_excel("".join(f"<row><c><v>{row}</v></c></row>" for row in range(400_000)))


def read_one_cell(worker: Worker) -> None:
    """Show that a worker reads."""
    answer = worker.read(ONE_CELL)
    assert answer.book is not None
    assert answer.book["sheets"][0]["cells"] == [(1, 1, "number", "1", 1, "General", None)]


def process_id(worker: Worker) -> int:
    """Give the number of a worker's process."""
    assert worker._process is not None  # noqa: SLF001 - to end it behind the worker's back
    return worker._process.pid  # noqa: SLF001


def test_reads_one_file_after_another_in_one_process(worker: Worker) -> None:
    read_one_cell(worker)
    first = process_id(worker)
    read_one_cell(worker)

    assert process_id(worker) == first


def test_answers_for_a_broken_file_and_goes_on(worker: Worker) -> None:
    answer = worker.read(BROKEN)

    assert (answer.container, answer.fault) == ("xlsx", "damaged")
    read_one_cell(worker)


def test_ends_a_file_that_takes_too_long_and_goes_on(long: bytes) -> None:
    worker = Worker(Bounds(clock=0.01))
    answer = worker.read(long)
    worker.close()

    assert (answer.fault, answer.detail) == (
        "too-large",
        Text("读取用去超过 0.01 秒", "reading took more than 0.01 s"),
    )


@posix
def test_ends_a_file_that_takes_too_much_processor_time(long: bytes) -> None:
    worker = Worker(Bounds(processor=0))
    answer = worker.read(long)
    worker.close()

    assert (answer.fault, answer.detail) == (
        "too-large",
        Text(
            "读取和审核用去的处理器时间超过上限 0 秒，设置项 limits.seconds",
            "it takes more than the limit of 0 s of processor time, setting limits.seconds",
        ),
    )


@posix
def test_ends_a_file_that_takes_too_much_memory(long: bytes) -> None:
    worker = Worker(Bounds(memory=100 << 20))
    answer = worker.read(long)
    worker.close()

    assert answer.fault == "too-large"
    assert answer.detail is not None
    assert "memory" in answer.detail.en


@posix
def test_starts_again_after_a_death(worker: Worker) -> None:
    read_one_cell(worker)
    os.kill(process_id(worker), signal.SIGSEGV)

    assert worker.read(ONE_CELL) == Answer(
        None,
        None,
        "damaged",
        Text("读取程序意外中止：SIGSEGV", "the reader was stopped by SIGSEGV"),
    )
    read_one_cell(worker)


def test_says_that_no_reader_can_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/python")

    with pytest.raises(StatlintError, match="cannot be started"):
        Worker().read(ONE_CELL)


def test_says_that_the_reader_fails_at_its_start() -> None:
    worker = Worker(Bounds(memory="much"))  # type: ignore[arg-type]  # what breaks the start

    with pytest.raises(StatlintError, match="fails at its start"):
        worker.read(ONE_CELL)


def test_this_process_has_one_worker() -> None:
    assert shared_worker() is shared_worker()


def test_closes_more_than_once(worker: Worker) -> None:
    worker.read(ONE_CELL)
    worker.close()
    worker.close()

    read_one_cell(worker)


def test_serves_until_the_requests_end() -> None:
    requests, replies = BytesIO(), BytesIO()
    for content in (ONE_CELL, BROKEN):
        send(requests, ("", content, in_order(USUAL)))
    requests.seek(0)
    begun: list[Limits] = []

    serve(requests, replies, begun.append)

    replies.seek(0)
    told = [receive(replies) for _ in range(6)]
    assert [word[0] for word in told if isinstance(word, tuple)] == [
        "container",
        "container",
        "book",
        "container",
        "container",
        "fault",
    ]
    assert begun == [USUAL, USUAL]


@pytest.mark.parametrize("length", [0, 4, 12])
def test_a_pipe_that_ends_inside_a_frame_has_ended(length: int) -> None:
    stream = BytesIO()
    send(stream, ("", b"0123456789"))

    with pytest.raises(EOFError):
        receive(BytesIO(stream.getvalue()[:length]))
