"""Results of one task come back packed together, where nobody keeps each by itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from statlint.config import Settings
from statlint.run.packed_result import PackedResult, unpack_several
from statlint.run.workers import ground as grounds
from statlint.run.workers import task
from statlint.run.workers.ground import at_hand, packed_ground, works_of
from statlint.run.workers.task import Answer, Item, begin_files
from statlint.run.works import prepare

if TYPE_CHECKING:
    import pytest

SUBMISSIONS = Path(__file__).parents[4] / "fixtures" / "submissions"
FILES = sorted(str(path) for path in SUBMISSIONS.iterdir() if path.suffix in {".csv", ".xlsx"})


def begun(together: int) -> tuple[Answer, ...]:
    """Have files checked by themselves as a worker does."""
    work = prepare(Settings(language="zh"), today=date(2025, 1, 15))
    items: tuple[Item, ...] = tuple((0, path, None) for path in FILES)
    return begin_files(packed_ground(work, (work,)), items, together)


def said(answers: tuple[Answer, ...]) -> list[str]:
    """Say what is said of each file, however it was packed."""
    told: list[str] = []
    for answer in answers:
        assert answer is not None
        if len(answer) == 2:
            at, packed = answer
            told.append(repr(unpack_several(packed)[at]))
        elif len(answer) == 6:
            told.append(repr(PackedResult(*answer).whole()))
    return told


def test_they_say_the_same_as_each_by_itself() -> None:
    apart, together = begun(0), begun(1)
    shared = [one[1] for one in together if one is not None and len(one) == 2]

    assert [len(one) for one in apart if one is not None] == [6] * len(FILES)
    assert [len(one) for one in together if one is not None] == [6, 6, 6, 2, 2]
    assert len({*shared}) == 1
    assert said(together) == said(apart)


def test_what_cannot_be_packed_together_is_told_one_by_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(task, "pack_several", lambda _: None)

    assert [len(one) for one in begun(1) if one is not None] == [6] * len(FILES)


def test_works_are_those_at_hand_as_long_as_the_run_lasts() -> None:
    work = prepare(Settings(), today=date(2025, 1, 15))
    ground = packed_ground(work, (work,))

    with at_hand(ground, (work,)):
        here = works_of(ground)
    after = works_of(ground)

    assert here == (work,)
    assert after != (work,)
    assert after[0].today == work.today
    assert not grounds._HERE  # noqa: SLF001 - nothing stays behind
