"""From tables that no form describes to a form with inferred edits, and to that form filled in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from statlint.dataclass import replace
from statlint.form import Arrangement, Block, Edit, Form, TableForm
from statlint.inference.apart import with_implied
from statlint.inference.belief import Belief, beliefs
from statlint.inference.edits import edits_between, own_edits
from statlint.inference.keys import Wording, head_keys, line_keys
from statlint.inference.measures import measures_of
from statlint.inference.model import Understood
from statlint.inference.plan import TablePlan, heads_of, lines_of
from statlint.table import FilledForm, Layout
from statlint.table.laid_out import laid_out
from statlint.values import Text

_NO_ID = ""
"""An inferred form is none that could be asked for."""
_TITLE = Text("由表中数字推断的表式", "Form inferred from the figures")
_SOURCE = Text("由 statlint 从表格本身推断", "Inferred by statlint from the tables themselves")


def filled_form(
    understood: Sequence[Understood], wording: Wording | None = None
) -> FilledForm | None:
    """Make the form of all tables of a file, filled in by them; None where there is no table.

    It has an edit for each relation that is believed. `wording` makes keys of labels in Chinese.
    """
    if not understood:
        return None
    plans = _plans(understood, wording)
    form = _form(plans)
    tables = tuple(
        laid_out(
            table,
            plan.layout,
            list(zip(plan.block.lines, plan.layout.lines, strict=True)),
            list(zip(plan.block.heads, plan.layout.heads, strict=True)),
        )
        for table, plan in zip(form.tables, plans, strict=True)
    )
    periods = (plan.layout.period for plan in plans)
    return FilledForm(form, tables, period=next((one for one in periods if one), None))


def _plans(understood: Sequence[Understood], wording: Wording | None) -> list[TablePlan]:
    return [
        _plan(f"table_{at}", one.layout, belief, wording)
        for at, (one, belief) in enumerate(zip(understood, beliefs(understood), strict=True), 1)
    ]


def _plan(key: str, layout: Layout, belief: Belief, wording: Wording | None) -> TablePlan:
    stated = belief.stated
    measures = measures_of(belief.sight, [one.relation for one in stated], belief.rounding)
    lines = lines_of(layout.lines, line_keys(layout.lines, wording), measures.lines)
    heads = heads_of(layout.heads, head_keys(layout.heads, wording), measures.heads)
    return TablePlan(key, layout, Block(key, lines, heads), measures.table, stated)


def _form(plans: Sequence[TablePlan]) -> Form:
    ids: Counter[str] = Counter()
    tables = tuple(_table(plan, ids) for plan in plans)
    between = (edit for plan in plans for edit in edits_between(plan, plans))
    joined = _told_apart(between, ids, tables[0])
    return Form(
        id=_NO_ID,
        title=_TITLE,
        source=_SOURCE,
        family=_NO_ID,
        tables=tables,
        edits=joined,
    )


def _table(plan: TablePlan, ids: Counter[str]) -> TableForm:
    table = TableForm(
        key=plan.key,
        title=_title(plan),
        blocks=(plan.block,),
        measure=plan.measure,
        arrangement=Arrangement.AS_FOUND,
    )
    return replace(table, edits=_told_apart(own_edits(plan), ids, table))


def _title(plan: TablePlan) -> Text:
    """Give the title printed over a table, else a number."""
    number = plan.key.rpartition("_")[2]
    printed = plan.layout.title
    return Text(printed.text, printed.text) if printed else Text(f"表{number}", f"Table {number}")


def _told_apart(edits: Iterable[Edit], ids: Counter[str], table: TableForm) -> tuple[Edit, ...]:
    """Give each edit an id of its own; of those for one total, the strongest goes first."""
    found = []
    stems = []
    for edit in edits:
        ids[edit.id] += 1
        stems.append(edit.id)
        found.append(edit if ids[edit.id] == 1 else replace(edit, id=f"{edit.id}-{ids[edit.id]}"))
    return tuple(with_implied(found, stems, table))
