"""Tables understood without a form, for programs: the JSON of `infer`, version 1."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from statlint.inference import CellRelation, Understood, cell_relations
from statlint.reporters.infer_claims import claims_json
from statlint.reporters.json import sheet_json
from statlint.reporters.json_pieces import Json
from statlint.run.claims_read import TextRead
from statlint.table import Layout
from statlint.values import CellRange, CellRef

_VERSION = 1


def write_inferred_json(
    path: str, understood: Sequence[Understood], text: TextRead | None = None
) -> str:
    """Write the tables of a file and the relations of their cells as JSON.

    `text` is what the sentences of a document claim.
    """
    from json import dumps

    written: dict[str, Json] = {
        "version": _VERSION,
        "path": path,
        "tables": [_table(one.layout) for one in understood],
        "relations": [_relation(one) for one in _related(understood)],
    }
    if text is not None:
        written |= {"claims": claims_json(text), "figures_left": text.left}
    return dumps(written, ensure_ascii=False, indent=1) + "\n"


def _table(layout: Layout) -> dict[str, Json]:
    stubs: list[Json] = [_range(stub) for stub in layout.stubs]
    notes: list[Json] = [_range(note) for note in layout.notes]
    return {
        **sheet_json(layout.grid.name),
        "range": _range(layout.range),
        "boxhead": _range(layout.boxhead) if layout.boxhead else None,
        "stub": stubs[0] if stubs else None,
        "stubs": stubs,
        "body": _range(layout.body),
        "notes": notes,
        "title": layout.title.text if layout.title else None,
        "unit": layout.unit,
        "period": str(layout.period) if layout.period else None,
    }


def _range(found: CellRange) -> str:
    """Write a range; one of a single cell as that cell."""
    return str(found.first if found.first == found.last else found)


def _related(understood: Sequence[Understood]) -> Iterator[CellRelation]:
    """Go through the relations of cells in reading order, each once."""
    layouts = [one.layout for one in understood]
    order = {layout.grid.name: layout.grid.index for layout in layouts}
    found = chain.from_iterable(cell_relations(one, layouts) for one in understood)
    return iter(
        sorted(
            dict.fromkeys(found),
            key=lambda one: (order[one.sheet], one.aggregate, one.operator.value, one.parts),
        )
    )


def _relation(one: CellRelation) -> dict[str, Json]:
    written: dict[str, Json] = {
        **sheet_json(one.sheet),
        "aggregate": str(one.aggregate),
        "operator": one.operator.value,
        "parts": list(_parts(one)),
        "holds": one.holds,
    }
    if one.weights:
        written["weights"] = list(one.weights)
    if one.below > 1:
        written["denominators"] = one.below
    return written


def _parts(one: CellRelation) -> Iterable[str]:
    if not one.sheets:
        return map(str, one.parts)
    placed = zip(one.sheets, one.parts, strict=True)
    return (_placed(sheet, part, one.sheet) for sheet, part in placed)


def _placed(sheet: str | None, part: CellRef, home: str | None) -> str:
    """Write a cell as a formula of the aggregate's sheet does."""
    if sheet is None or sheet == home:
        return str(part)
    quoted = sheet.replace("'", "''")
    return f"'{quoted}'!{part}"
