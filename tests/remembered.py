"""Files, and runs over them that remember what earlier ones found out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from statlint.config import Settings
from statlint.finding import Report
from statlint.reporters import REPORTERS, Look
from statlint.run import check_paths
from statlint.run.paths import expand_paths

DAY = date(2026, 11, 22)
HEADS = "情况,自然人,商业企业,科研机构,社会公益组织,法律服务机构,其他,总计"
CACHE = Path("cache")


def known(figure: int, total: int | None = None) -> str:
    """Write a table of a form that statlint knows."""
    figures = f"{figure},0,0,0,0,0,{figure if total is None else total}"
    return f"{HEADS}\n一、本年新收政府信息公开申请数量,{figures}\n"


def strange(figure: int) -> str:
    """Write a table that no form explains, and whose total is right for 5 alone."""
    lines = [("甲", 3), ("乙", figure), ("丙", 9), ("合计", 17)]
    body = "".join(f"{name},{one},{2 * one},{3 * one}\n" for name, one in lines)
    return f"项目,男,女,合计\n{body}"


FILES = {
    "a/known.csv": known(3),
    "a/wrong.csv": known(3, 4),
    "b/known.csv": known(5),
    "b/strange.csv": strange(5),
    "b/odd.csv": strange(6),
    "empty.csv": "",
}


def write(name: str, text: str) -> None:
    """Write a file, with its folders."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def said(report: Report) -> str:
    """Give a report as JSON."""
    return REPORTERS["json"](report, Look(width=100))


def run(
    *paths: str,
    settings: Settings | None = None,
    cache: bool = True,
    today: date = DAY,
    settings_of: Callable[[str], Settings] | None = None,
) -> Report:
    """Check files or folders, by default all that every test has."""
    files = [str(path) for path in expand_paths(paths or sorted(FILES))]
    return check_paths(
        files,
        settings or Settings(),
        today=today,
        settings_of=settings_of,
        cache=CACHE if cache else None,
    )
