"""Work in other processes: what dies there is told, and costs nobody else anything."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from time import sleep

import pytest

from statlint.dataclass import replace
from statlint.run.workers.pool import Bounds
from statlint.values import Text
from statlint.web.merged import Lost, keep_merged, part_of
from statlint.web.plan import Plan
from statlint.web.results import RESULTS, drawn_in
from unit.web.desks import CLEAN, FAULTY, FAULTY_NAME, SMALL, Asking, asking, code_of, folder_of
from unit.web.serving import TICK, until_idle

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
LONG = ",一月数,二月数\n".encode() + b"".join(b"u%d,%d,%d\n" % (at, at, at) for at in range(4_000))
"""A table that takes some time."""
NEVER = Bounds(seconds=-1.0)
"""A task is over its time before it begins."""


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[Asking]:
    """Give a desk that nothing was asked of."""
    with asking(tmp_path) as asked:
        yield asked


def until_running(asked: Asking, case: str) -> None:
    """Wait until a process is at work on a case."""
    while asked.client.get(case).json()["work"]["state"] == "waiting":
        sleep(TICK)


def kill_all(asked: Asking) -> None:
    """Kill all processes at work, and wait until they are gone."""
    for number in asked.desk.labour.pool.process_ids:
        with suppress(ProcessLookupError, ChildProcessError):
            os.kill(number, signal.SIGKILL)
            os.waitid(os.P_PID, number, os.WEXITED | os.WNOWAIT)


@posix
def test_a_process_that_is_killed_in_the_middle_costs_nothing(asked: Asking) -> None:
    case = asked.begin()
    for name, content in ((FAULTY_NAME, FAULTY), ("long.csv", LONG), ("small.csv", CLEAN)):
        asked.put(case, name, content)
    asked.client.post(f"{case}/check")
    until_running(asked, case)
    kill_all(asked)
    state = until_idle(asked.client, case)
    results = asked.client.get(f"{case}/results").json()

    assert (state["error"], state["run"]) == (None, 1)
    assert sorted((one["path"], one["status"]) for one in results["files"]) == [
        ("long.csv", "no-table"),
        ("small.csv", "checked"),
        (FAULTY_NAME, "checked"),
    ]


@posix
def test_a_process_that_was_killed_idle_costs_nothing_either(asked: Asking) -> None:
    case, _ = asked.checked({"small.csv": CLEAN})
    kill_all(asked)
    made = asked.client.get(f"{case}/marked")
    kill_all(asked)
    results = asked.check(case)

    assert made.status_code == 200
    assert [one["status"] for one in results["files"]] == ["checked"]


def test_a_file_that_takes_too_long_is_named(tmp_path: Path) -> None:
    with asking(tmp_path, tasks=NEVER) as asked:
        _, alone = asked.checked({"a.csv": LONG})
        case, both = asked.checked({"a.csv": LONG, "b.csv": LONG})
        told = asked.client.get(f"{case}/marked")
        one = {"path": "a.csv", "finding": "x", "text": "确实如此"}
        asked.client.post(f"{case}/reasons", json={"reasons": [one]})
        explained = until_idle(asked.client, case)

    zh = "检查用时超过 -1 秒，设置项 limits.seconds"
    for results, names in ((alone, ["a.csv"]), (both, ["a.csv", "b.csv"])):
        files = [(one["path"], one["status"], one["message"]["zh"]) for one in results["files"]]
        assert files == [(name, "lost", zh) for name in names]
        assert results["outcomes"] == {"passed": 0, "failed": 0, "not_checked": 0, "crashed": 0}
    assert code_of(told) == (500, "lost")
    assert explained["error"]["code"] == "lost"


def test_a_check_is_broken_off_for_another(asked: Asking) -> None:
    case = asked.begin()
    asked.put(case, "long.csv", LONG)
    asked.client.post(f"{case}/check")
    until_running(asked, case)
    asked.put(case, "small.csv", CLEAN)
    results = asked.check(case)

    assert [one["path"] for one in results["files"]] == ["long.csv", "small.csv"]
    assert asked.client.get(case).json()["run"] == 1


def test_a_check_is_stopped_and_what_was_known_stays(asked: Asking) -> None:
    case, before = asked.checked({"small.csv": CLEAN})
    asked.put(case, "long.csv", LONG)
    asked.client.post(f"{case}/check")
    stopped = asked.client.post(f"{case}/stop")
    again = asked.client.post(f"{case}/stop")
    state = asked.client.get(case).json()

    assert (stopped.status_code, again.status_code) == (204, 204)
    assert (state["work"]["state"], state["run"], state["stale"]) == ("idle", 1, True)
    assert asked.client.get(f"{case}/results").json() == before


def test_a_page_that_closes_in_the_middle_ends_the_work(asked: Asking) -> None:
    case = asked.begin()
    asked.put(case, "long.csv", LONG)
    folder = folder_of(asked, case)
    asked.client.post(f"{case}/check")
    until_running(asked, case)
    asked.client.post(f"{case}/close?now=1")
    _, results = asked.checked({"small.csv": CLEAN})

    assert not folder.exists()
    assert [one["status"] for one in results["files"]] == ["checked"]


def test_reasons_are_not_lost_for_a_check_that_comes_after_them(asked: Asking) -> None:
    case, before = asked.checked({FAULTY_NAME: FAULTY})
    mark = before["files"][0]["findings"][0]["id"]
    one = {"path": FAULTY_NAME, "finding": mark, "text": "单位为元"}
    asked.client.post(f"{case}/reasons", json={"reasons": [one]})
    stopped = asked.client.post(f"{case}/stop")
    results = asked.check(case)

    assert stopped.status_code == 204
    assert results["files"][0]["counts"]["justified"] == 1
    assert results["run"] == 3


def test_others_wait_for_those_who_came_before(asked: Asking) -> None:
    cases = [asked.begin() for _ in range(4)]
    for case in cases:
        asked.put(case, "long.csv", LONG)
        asked.client.post(f"{case}/check")
    ahead = [asked.client.get(case).json()["work"]["ahead"] for case in cases]
    for case in cases:
        assert until_idle(asked.client, case)["run"] == 1

    assert ahead == sorted(ahead)
    assert ahead[-1] > 0


def test_many_pages_at_once_lose_nothing(asked: Asking) -> None:
    def page(at: int) -> list[tuple[str, str, int]]:
        name, content = [(FAULTY_NAME, FAULTY), ("a.csv", CLEAN), ("b.csv", SMALL)][at % 3]
        _, results = asked.checked({name: content})
        return [(one["path"], one["status"], len(one["findings"])) for one in results["files"]]

    with ThreadPoolExecutor(12) as pages:
        told = list(pages.map(page, range(12)))

    wanted = [[(FAULTY_NAME, "checked", 5)], [("a.csv", "checked", 0)], [("b.csv", "no-table", 1)]]
    assert told == wanted * 4


def test_what_was_taken_out_meanwhile_is_not_missed(asked: Asking) -> None:
    case = asked.begin()
    for name in ("a.csv", "b.csv"):
        asked.put(case, name, CLEAN)
    (folder_of(asked, case) / "files/b.csv").unlink()
    results = asked.check(case)

    assert [one["path"] for one in results["files"]] == ["a.csv"]


def test_a_defect_is_told_of_each_file_by_itself(asked: Asking) -> None:
    case = asked.begin()
    for name in ("a.csv", "b.csv"):
        asked.put(case, name, CLEAN)
    # No page can choose that.
    found = asked.desk.cases.get(case.removeprefix("cases/"))
    found.choose(replace(found.choices, period="never"))
    results = asked.check(case)

    assert [one["status"] for one in results["files"]] == ["lost", "lost"]
    for one in results["files"]:
        assert one["message"]["zh"].startswith("程序出错：ValueError")
    assert code_of(asked.client.get(f"{case}/report")) == (500, "defect")


@pytest.mark.parametrize("blocked", ["scratch", "runs/1", "known"])
def test_a_folder_that_cannot_be_written_is_told(asked: Asking, blocked: str) -> None:
    case = asked.begin()
    asked.put(case, "a.csv", CLEAN)
    (folder_of(asked, case) / blocked).write_bytes(b"")
    asked.client.post(f"{case}/check")

    assert until_idle(asked.client, case)["error"]["code"] == "no-write"


def test_what_is_put_together_and_cannot_be_written_is_told(tmp_path: Path) -> None:
    with asking(tmp_path, tasks=NEVER) as asked:
        case = asked.begin()
        asked.put(case, "a.csv", CLEAN)
        (folder_of(asked, case) / "runs/1").write_bytes(b"")
        asked.client.post(f"{case}/check")

        assert until_idle(asked.client, case)["error"]["code"] == "no-write"


def test_of_earlier_checks_the_last_one_is_kept(asked: Asking) -> None:
    case, _ = asked.checked({"a.csv": CLEAN})
    for _ in range(3):
        asked.check(case)
    runs = folder_of(asked, case) / "runs"

    assert sorted(one.name for one in runs.iterdir()) == ["3", "4"]


def test_what_is_wrong_with_a_case_as_a_whole_is_told(asked: Asking) -> None:
    case = asked.begin()
    asked.put(case, "a.csv", CLEAN)
    found = asked.desk.cases.get(case.removeprefix("cases/"))
    found.choose(replace(found.choices, form="no-such-form"))
    asked.client.post(f"{case}/check")
    failed = until_idle(asked.client, case)
    asked.client.put(f"{case}/choices", json={"form": None})
    asked.check(case)

    assert failed["error"]["code"] == "defect"
    assert failed["run"] == 0


def test_what_single_checks_found_is_put_together(tmp_path: Path) -> None:
    plan = Plan(run=3, checked=(("a.csv", "f1"), ("b.zip", "f2"), ("c.csv", "f3")))
    outcomes = {"passed": 2, "failed": 1, "not_checked": 0, "crashed": 0}
    for number, paths in ((0, ["a.csv"]), (1, ["b.zip/1.csv", "b.zip/2.csv"])):
        part = part_of(tmp_path, number)
        part.mkdir(parents=True)
        files = [{"path": path, "drawn": at or None} for at, path in enumerate(paths)]
        said = {"files": files, "outcomes": outcomes, "not_checked": [number], "crashes": []}
        (part / RESULTS).write_text(json.dumps(said))
        drawn_in(part, 1).write_text(f"drawn {number}")
    keep_merged(tmp_path, plan, [None, None, Lost(Text("过长", "too long"))])
    found = json.loads((tmp_path / RESULTS).read_text())

    assert [(one["path"], one["drawn"]) for one in found["files"]] == [
        ("a.csv", None),
        ("b.zip/1.csv", None),
        ("b.zip/2.csv", 2),
        ("c.csv", None),
    ]
    assert found["files"][3]["message"] == {"zh": "过长", "en": "too long"}
    assert (found["run"], found["not_checked"]) == (3, [0, 1])
    assert found["outcomes"] == {"passed": 4, "failed": 2, "not_checked": 0, "crashed": 0}
    assert drawn_in(tmp_path, 2).read_text() == "drawn 1"
    assert not part_of(tmp_path, 0).exists()
