"""What a search for trouble begins with: real texts and files, a few for each target."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from fuzz.packages import FIXTURES, STYLES, WORDS, part_of

_SUBMISSIONS = FIXTURES / "submissions"
_FIGURES = (
    *(
        "0",
        "12",
        "-3",
        "1,234",
        "1234.50",
        "12%",
        "—",
        "/",
        "",
        "（3）",
        "1.2万",
        "12*",
        "①",
        "1 234",
    ),
    *(
        "１２",
        "三",
        "1e3",
        "2024-01-02",
        "12-3",
        "不详",
        "&nbsp;5",
        "+7",
        "0.1‰",
        "1/2",
        "12 345,6",
    ),
)
_EDITS = (
    "total = sum(new, carry)",
    "new + carry = total + next",
    "a / b * 100 = rate",
    "each(x) <= 3 or not y = 0",
    "if kind = town then permits = 0",
)
_FORMULAS = ("=SUM(A1:B2)", "=A1+B2*3-'年报 1'!$C$3", '=IF(A1>0,"x",B2)', "{=B2:B5*2}", "=[1]a!B2")
_SETTINGS = ('ignore = ["U102"]\n[severity]\nB101 = "error"\n', 'lang = "zh"\n[limits]\n')
_SIDECARS = ('[[justified]]\nrule = "B101"\nreason = "a"\nby = "b"\ndate = 2026-01-02\n', "")
_TABLES = (
    "区划,人口,面积\n甲,1,2\n乙,3,4\n合计,4,6\n",
    '项目;"数\n量"\n一;1,5\n',
    "a\tb\r\n1\t2\r3\t4\n",
)
_PAGE = "<table><tr><th>a<th>b<tr><td rowspan=2>1<td>2<tr><td>3</table>"
_SMALL_SHEET = """<?xml version="1.0" encoding="UTF-8"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<dimension ref="A1:D5"/><cols><col min="4" max="4" hidden="1"/></cols><sheetData>
<row r="1"><c r="A1" t="inlineStr"><is><t>2024_x0041_</t></is></c></row>
<row r="2" hidden="1"><c r="A2" t="str"><v>a</v></c><c r="B2" s="1"><v>1.50</v></c></row>
<row r="3"><c t="b"><v>1</v></c><c r="b3"><f>SUM(B1:B2)</f><v>1.5</v></c></row>
<row><c t="e"><v>#REF!</v></c><c t="d"><v>2024-01-02T00:00:00</v></c><c t="s"><v>0</v></c></row>
<row r="5"><c r="A5"><f t="shared" ref="A5:B5" si="0">A1*2</f><v>2</v></c>
<c><f t="shared" si="0"/></c></row></sheetData><mergeCells><mergeCell ref="A1:C1"/></mergeCells>
<ignoredErrors><ignoredError sqref="B2" numberStoredAsText="1"/></ignoredErrors></worksheet>"""
_SENTENCES = "本年收到申请12件，其中自然人10件，法人2件。办结11件，办结率91.7%。"


def seeds_of(target: str) -> tuple[bytes, ...]:
    """Give what to begin with for a target."""
    return tuple(_seeds(target))


def _seeds(target: str) -> Iterator[bytes]:
    texts = {
        "figure": _FIGURES,
        "expression": _EDITS,
        "formula": _FORMULAS,
        "settings": _SETTINGS,
        "sidecar": _SIDECARS,
        "delimited": _TABLES,
        "page": (_PAGE,),
        "sentences": (_SENTENCES,),
    }
    yield from (one.encode() for one in texts.get(target, ()))
    match target:
        case "delimited":
            yield (_SUBMISSIONS / "suqian-2024-gbk.csv").read_bytes()
        case "package":
            yield (_SUBMISSIONS / "suqian-2024.xlsx").read_bytes()
        case "sheet":
            yield _SMALL_SHEET.encode()
        case "styles":
            yield part_of(STYLES)
        case "strings":
            yield b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>a</t></si></sst>'
        case "words":
            yield part_of(WORDS)
        case "changed_workbook" | "changed_figures":
            yield bytes(chain((1, 0), range(0, 250, 5)))
        case "form":
            forms = FIXTURES.parent / "rules/statlint_rules/forms"
            yield from (path.read_bytes() for path in sorted(forms.glob("*.toml"))[:2])
