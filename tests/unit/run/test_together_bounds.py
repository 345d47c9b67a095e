"""Files that are finished together: what goes wrong with one leaves the others alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from statlint import inference
from statlint.config import Settings
from statlint.finding import Report
from statlint.run import check_paths

SOUND = "性别,2023,2024\n男,11,12\n女,21,22\n其他,3,4\n合计,35,39\n"
HUGE = f"性别,2023,2024\n男,11,{'9' * 400}\n女,21,22\n其他,3,4\n合计,35,39\n"


def report_on(folder: Path, **texts: str) -> Report:
    for name, text in texts.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return check_paths([str(folder / f"{name}.csv") for name in texts], Settings())


def test_a_figure_of_400_digits_spoils_no_other_file(tmp_path: Path) -> None:
    report = report_on(tmp_path, a=SOUND, b=HUGE, c=SOUND)

    assert report.crashes == ()
    assert {Path(one.path).name for one in report.findings} <= {"b.csv"}


@pytest.mark.parametrize("error", [MemoryError(), ValueError("a defect")], ids=["memory", "defect"])
def test_what_cannot_be_understood_together_is_understood_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(inference, "understand_together", fail, raising=False)

    report = report_on(tmp_path, a=SOUND, b=SOUND)

    assert (report.crashes, report.findings) == ((), ())
