"""In a table without a form one figure alone is negative: its sign is what is wrong."""

from __future__ import annotations

from statlint.config import Settings
from statlint.run import check_paths

LINES = ("投诉", "咨询", "求助", "建议", "举报", "表扬")
FIGURES = ((530, 1411, 173), (224, 980, 508), (671, 233, 961), (88, 405, 417), (345, 128, 290))


def test_a_lone_negative_is_a_wrong_sign() -> None:
    figures = [*FIGURES, (62, 77, 81)]
    totals = [sum(column) for column in zip(*figures, strict=True)]
    rows = [f"{line},{','.join(map(str, row))}" for line, row in zip(LINES, figures, strict=True)]
    rows[1] = rows[1].replace("980", "-980")
    text = "\n".join(["类别,2021年,2022年,2023年", *rows, f"总计,{','.join(map(str, totals))}"])

    report = check_paths([("a.csv", text.encode())], Settings(language="zh"))

    (diagnosis,) = report.diagnoses
    (told,) = diagnosis.alternatives
    assert told.message.startswith("C3 可能应为 980（现为 -980，正负号有误）")
    assert told.probability > 0.8
