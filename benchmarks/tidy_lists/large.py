"""One large list, written row by row, with many slips in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

_YEARS = 10
_UNITS = 1500
_SEXES = ("男", "女", "合计")
KINDS = ("figure", "letter", "minus", "twice", "lost", "label")


def write_large(path: Path, rows: int, slips: int, seed: int) -> dict[str, list[tuple[str, ...]]]:
    """Write a list of five keys and figures; give for each slip the texts that may tell of it."""
    random = Random(seed)  # noqa: S311 - figures, no secrets
    items = max(1, rows // (_YEARS * _UNITS * len(_SEXES)))
    count = items * _YEARS * _UNITS * len(_SEXES)
    chosen = iter(sorted(random.sample(range(_UNITS * 3, count - 10), slips * len(KINDS))))
    kinds = list(KINDS) * slips
    random.shuffle(kinds)
    due: dict[str, list[tuple[str, ...]]] = {kind: [] for kind in KINDS}
    number, next_at = 2, next(chosen)
    with path.open("w", encoding="utf-8") as file:
        file.write("代码,指标,性别,年份,数值\n")
        for at, row in enumerate(_rows(random, items)):
            if at == next_at:
                kind = kinds.pop()
                lines, texts = _slip(kind, row, number)
                due[kind].append(texts)
                next_at = next(chosen, -1)
            else:
                lines = [row]
            file.writelines(f"{','.join(line)}\n" for line in lines)
            number += len(lines)
    return due


def _rows(random: Random, items: int) -> Iterator[list[str]]:
    """Go through the rows; figures of units add up to the total, men and women to both."""
    for item in range(items):
        base = [[random.randrange(20, 50000) for _ in range(2)] for _ in range(_UNITS)]
        for year in range(_YEARS):
            totals = [0, 0, 0]
            for unit, pair in enumerate(base[1:], 1):
                pair[:] = [round(figure * random.uniform(0.96, 1.07)) for figure in pair]
                for sex, figure in enumerate((*pair, sum(pair))):
                    totals[sex] += figure
                    yield [
                        f"U{unit:04d}",
                        f"指标{item}",
                        _SEXES[sex],
                        str(2014 + year),
                        str(figure),
                    ]
            for sex, figure in enumerate(totals):
                yield ["合计", f"指标{item}", _SEXES[sex], str(2014 + year), str(figure)]


def _slip(kind: str, row: list[str], number: int) -> tuple[list[list[str]], tuple[str, ...]]:
    """Change a row; give the rows in its place and the texts that may tell of it."""
    code, item, sex, year, figure = row
    cell = f":E{number}: "
    named = f"{code} · {item} · {sex}"
    match kind:
        case "figure":
            return [[code, item, sex, year, f"1{figure}"]], (
                cell,
                f"E{number} may",
                f", {year} · {code} · {item}: ",
                f" B101 {code} · 合计, {year} · {item}: ",
            )
        case "letter":
            return [[code, item, sex, year, f"{figure}o"]], (f"{cell}D113",)
        case "minus":
            return [[code, item, sex, year, f"-{figure}"]], (f"{cell}D114",)
        case "twice":
            return [row, row], (f":E{number + 1}: S101",)
        case "lost":
            return [], (f"{named} has no figure for",)
        case _:
            return [[f"{code[0]} {code[1:]}", item, sex, year, figure]], (f":A{number}: D115",)
