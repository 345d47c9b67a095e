"""What is said of a file that a worker died over."""

from __future__ import annotations

from pathlib import PurePath

from statlint.run.one import begin, finish
from statlint.run.read import Read
from statlint.run.result import FileResult
from statlint.run.work import Work
from statlint.run.workers.lost import Loss
from statlint.run.workers.pool import Bounds
from statlint.values import Text
from statlint.workbook import Container, Fault, Opening

_WORDS = {
    Loss.TIME: Text("检查用时过长", "checking took too long"),
    Loss.MEMORY: Text("检查占用内存过多", "checking took too much memory"),
    Loss.KILLED: Text(
        "检查该文件的进程两次被系统强行结束（多因内存不足）",
        "the process that checked it was killed twice by the system, as where memory runs out",
    ),
    Loss.BROKEN: Text(
        "检查该文件的进程两次异常中止", "the process that checked it broke down twice"
    ),
    Loss.ENDED: Text(
        "检查该文件的进程两次中途退出", "the process that checked it ended twice half-way"
    ),
}
_BROKEN = frozenset({Loss.BROKEN, Loss.ENDED})


def obituary(path: str, loss: Loss, work: Work, bounds: Bounds | None) -> FileResult:
    """Say that a file could not be checked: a finding on that one file."""
    fault = Fault.DAMAGED if loss in _BROKEN else Fault.TOO_LARGE
    announced = PurePath(path).suffix.lower().removeprefix(".")
    opening = Opening(path, announced, Container.NOTHING, None, fault, why_lost(loss, bounds))
    return finish(begin(Read(opening), work))


def why_lost(loss: Loss, bounds: Bounds | None) -> Text:
    """Say why a process over a file is gone."""
    if bounds is not None and loss is Loss.TIME:
        limit = f"{bounds.seconds:g}"
        return Text(
            f"检查用时超过 {limit} 秒，设置项 limits.seconds",
            f"checking took more than {limit} s, setting limits.seconds",
        )
    if bounds is not None and loss is Loss.MEMORY:
        limit = f"{bounds.memory >> 20} MiB"
        return Text(
            f"检查占用内存超过 {limit}，设置项 limits.memory",
            f"checking took more than {limit} of memory, setting limits.memory",
        )
    return _WORDS[loss]
