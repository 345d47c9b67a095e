"""The cases of fixtures/rules: a grid, a form and the findings it must give, told as text.

A case file is named as its rule and reads like a specification:

    [form]                          # of all its cases; a case may bring its own
    balance = [{ total = "Total", parts = ["Men", "Women"] }]

    [[case]]
    id = "off by one"
    grid = \"\"\"
    Sex,2024
    Men,11
    Women,21
    Total,33
    \"\"\"
    findings = ["B4 B101"]

`form` is the id of a shipped form or several, a short form (see short_forms.py) or a whole one
with its tables. What is submitted is a `grid`, several `sheets`, bytes in `hex`, or a `fault` of
opening with its `container` and `detail` (in `zh` and `en`); `name` is the file's name. A grid in a
file named .xlsx is a workbook, see sheets.py.

The text of a report is a `prose`: each line is a paragraph, and the tables among them are written
in HTML. The place of a finding there is that of the paragraph, or of the table with its cell.

What stands beside it in other files are grids as well: `previous` and `year-before` (the same
unless both are given), `parts`, `monthly`, `quarterly` and `half-yearly` (lists), `earlier` (a
list, the oldest first, of what lies before `previous`). The files are called previous.csv,
parts1.csv, parts2.csv and so on; a related cell there is told as previous.csv!B2. `passed-over`
are files that the table cannot be held against: path, relation, reason and perhaps period;
`lacking` are those among the parts that give no figures.

The files of several units are `returns`, grids by the names of the files (`returns-before` those of
the period before), and `due` the list of those who owe one: a name, or a list of a name and what
else the unit is called. Findings and
related cells are then told with the path of their file, `due` for the list itself.

`baseline` is what a baseline beside the file holds, and is no longer there: file, place and rule.

`findings` are all that the rule itself says, and all errors and warnings of others (unless `only`
is set), as place, code and, if any of them says it, severity; the place of a finding without a cell
is a dash. `zh` and `en` are the messages of the rule itself, `related` the cells that it names
besides, a text for each finding, and `advice` its advice in Chinese. `settings` are those of the
run, `documents` among them as in a settings file; `wanted` asks for the form as `--form` does.

`sidecar` is the file of justifications beside it; what that accepts is not told. `justify` among
the settings is what may be justified.

What a workbook holds besides its cells is told of the first sheet, but for the sheets hidden:
`hidden` are rows, columns and sheets, `formats` and `silenced` number formats and kinds of warning
by range; of the workbook are `names`, `links`, `outward`, `long-texts` and `as-displayed`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from rules import neighbours
from rules.sheets import opening_of
from rules.short_forms import Rows, form_of, read_rows, read_toml
from rules.web_pages import NAME, open_page
from statlint.config.demands import read_demands
from statlint.finding import Policy
from statlint.form import Form
from statlint.run.pack import find_form
from statlint.values import Period, Text
from statlint.values.demands import Demands
from statlint.values.due_units import DueUnit
from statlint.workbook import Container, Fault, Opening, open_workbook

FOLDER = Path(__file__).parents[2] / "fixtures" / "rules"
KEYS = frozenset(
    "id form grid sheets hex fault container detail name encoding merges settings period wanted"
    " findings only zh en related advice hidden formats silenced names links as-displayed"
    " outward long-texts"
    " returns returns-before due passed-over prose lacking sidecar baseline".split()
).union(neighbours.KEYS)


@dataclass(frozen=True, slots=True)
class Case:
    """One case of one rule."""

    rule: str
    id: str
    data: Mapping[str, Any] = field(repr=False)

    @property
    def name(self) -> str:
        """The name of the submitted file."""
        usual = "case.xlsx" if "sheets" in self.data else "case.csv"
        return str(self.data.get("name", NAME if "prose" in self.data else usual))

    @property
    def findings(self) -> list[str]:
        """The findings expected."""
        return list(self.data["findings"])

    @property
    def only(self) -> bool:
        """Whether other rules' findings are no business of the case."""
        return bool(self.data.get("only", False))

    @property
    def wanted(self) -> bool:
        """Whether the form is asked for."""
        return bool(self.data.get("wanted", False))

    @property
    def settings(self) -> dict[str, Any]:
        """The settings that differ from the defaults."""
        given: dict[str, Any] = {
            key: tuple(value) if isinstance(value, list) else value
            for key, value in self.data.get("settings", {}).items()
        }
        if "justify" in given:
            given["policy"] = _policy(given.pop("justify"))
        if "documents" in given:
            given["demands"] = read_demands(given.pop("documents"), Demands())
        if "period" in self.data:
            given["period"] = Period.parse(self.data["period"])
        return given

    @property
    def related(self) -> list[str] | None:
        """The related cells expected, if the case says them."""
        return self.data.get("related")

    @property
    def advice(self) -> list[str] | None:
        """The advice expected in Chinese, if the case says it."""
        return self.data.get("advice")

    def messages(self, language: str) -> list[str] | None:
        """Give the messages expected in one language, if the case says them."""
        return self.data.get(language)

    @property
    def forms(self) -> tuple[Form, ...]:
        """The forms that the case may follow."""
        if "prose" in self.data and not self.data.get("form"):
            return ()
        return forms_of(self.data.get("form", {}), read_rows(self.grid))

    @property
    def grid(self) -> str:
        """The grid, or the first of several sheets."""
        several = [*self.data.get("sheets", {}).values(), *self.returns.values()]
        return str(self.data.get("grid", several[0] if several else ""))

    @property
    def returns(self) -> Mapping[str, str]:
        """The grids of several units by the names of their files."""
        return dict(self.data.get("returns", {}))

    @property
    def due(self) -> tuple[DueUnit, ...]:
        """The units that owe a file."""
        names = ([one] if isinstance(one, str) else one for one in self.data.get("due", ()))
        return tuple(DueUnit(name, tuple(others)) for name, *others in names)

    def opening(self) -> Opening:
        """Open the submitted file."""
        if "fault" in self.data:
            container = Container(self.data.get("container", Container.XLSX))
            fault, said = Fault(self.data["fault"]), self.data.get("detail")
            detail = Text(**said) if said else None
            announced = self.name.rpartition(".")[2]
            return Opening(self.name, announced, container, fault=fault, detail=detail)
        if "prose" in self.data:
            return open_page(str(self.data["prose"]), self.name)
        if "hex" in self.data:
            return open_workbook(self.name, bytes.fromhex(self.data["hex"]))
        if "sheets" in self.data or self.name.endswith(".xlsx"):
            sheets = self.data.get("sheets", {"Sheet1": self.grid})
            return opening_of(self.name, sheets, self.data)
        content = self.grid.encode(self.data.get("encoding", "utf-8"))
        return open_workbook(self.name, content)


def _policy(stated: Mapping[str, Any]) -> Policy:
    """Read what may be justified as a settings file states it."""
    return Policy(
        tuple(stated.get("allow", ())),
        tuple(stated.get("forbid", ())),
        by=stated.get("author", False),
        days=stated.get("longest-days"),
    )


def forms_of(stated: Any, rows: Rows) -> tuple[Form, ...]:  # noqa: ANN401
    """Find shipped forms by their ids, or build the one that is stated."""
    if isinstance(stated, Mapping):
        return (form_of(stated, rows),)
    ids = [stated] if isinstance(stated, str) else stated
    return tuple(find_form(name, "en") for name in ids)


@cache
def case_file(rule: str) -> Mapping[str, Any]:
    """Read the case file of a rule; empty where it has none."""
    path = FOLDER / f"{rule}.toml"
    return read_toml(path.read_text(encoding="utf-8")) if path.is_file() else {}


def cases_of(rule: str) -> Iterator[Case]:
    """Go through the cases of a rule."""
    stated = case_file(rule)
    for data in stated.get("case", ()):
        unknown = data.keys() - KEYS
        assert not unknown, f"{rule}, {data.get('id')}: {sorted(unknown)}"
        yield Case(rule, data["id"], {"form": stated.get("form", {}), **data})


@cache
def all_cases() -> tuple[Case, ...]:
    """Gather the cases of all rules."""
    return tuple(case for path in sorted(FOLDER.glob("*.toml")) for case in cases_of(path.stem))
