"""Print a whole table on a sheet: title, unit line, block, notes, sign-off."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from random import Random

from inference_tables.made.block import print_block
from inference_tables.made.digits import marked, shown, withheld
from inference_tables.made.figures import Spot
from inference_tables.made.looks import Look
from inference_tables.made.page import Page, Shown
from inference_tables.made.plan import Leaf, Plan
from inference_tables.made.words import EN, ZH

_SIGN_OFF = {"zh": "填表人：王芳　　审核人：李明", "en": "Prepared by: A. Clerk"}


def shown_figures(
    plan: Plan, look: Look, figures: Mapping[Spot, Decimal], seed: int
) -> dict[Spot, Shown]:
    """Write all figures; some are withheld or marked, as the look says."""
    rng = Random(seed)  # noqa: S311 - looks, not secrets
    written = {}
    for (line, head), value in figures.items():
        percent = plan.heads[head].unit == "%"
        one = shown(value, look, percent=percent)
        lot = rng.random()
        own = isinstance(plan.lines[line].how, Leaf) and isinstance(plan.heads[head].how, Leaf)
        if own and value and lot < look.withheld:
            one = withheld(plan.language, rng)
        elif value and lot > 1 - look.marked:
            one = marked(one, plan.language, rng)
        written[line, head] = one
    return written


def print_sheet(plan: Plan, look: Look, written: Mapping[Spot, Shown]) -> Page:
    """Print a table with what stands around it."""
    words = ZH if plan.language == "zh" else EN
    block = print_block(plan, look, written)
    page = Page()
    row = 1
    if look.title:
        page.put(row, 1, plan.title)
        if look.boxhead == "merged":
            page.merge((row, 1), (row, block.width))
        row += 1
    if look.unit_line:
        page.put(row, block.width if plan.language == "zh" else 1, words.unit.format(plan.unit))
        row += 1
    page.add(block, row - 1, 0)
    row += block.height
    if look.notes:
        page.put(row, 1, words.notes[0])
        page.put(row + 1, 1, words.notes[1])
        row += 2
    if look.sign_off:
        page.put(row, 1, _SIGN_OFF[plan.language])
    if look.first == (1, 1):
        return page
    moved = Page()
    moved.add(page, look.first[0] - 1, look.first[1] - 1)
    return moved
