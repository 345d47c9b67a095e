"""Plain values: cell reference, figure, period, words."""

from __future__ import annotations

from statlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from statlint.values.cellref import CellRange, CellRef, column_letters, column_number
    from statlint.values.file_names import name_beside
    from statlint.values.number import read_figure, read_number
    from statlint.values.period import Period
    from statlint.values.reading import (
        Blank,
        Figure,
        Flaw,
        Mark,
        Number,
        Reading,
        Trait,
        Unreadable,
        decimals_of,
    )
    from statlint.values.step import step_of
    from statlint.values.style import NumberStyle, style_of
    from statlint.values.styled import StyledTexts, read_styled
    from statlint.values.text import Language, Text, folded_key, label_key, plain
    from statlint.values.thresholds import Thresholds
    from statlint.values.unit import MONEY, UNITS, plain_unit, stated_unit
    from statlint.values.years import dates_in_digits, relative_years
else:
    from statlint.on_demand import on_demand

    __getattr__ = on_demand(
        __name__,
        {
            "cellref": "CellRange CellRef column_letters column_number",
            "file_names": "name_beside",
            "number": "read_figure read_number",
            "period": "Period",
            "reading": "Blank Figure Flaw Mark Number Reading Trait Unreadable decimals_of",
            "step": "step_of",
            "style": "NumberStyle style_of",
            "styled": "StyledTexts read_styled",
            "text": "Language Text folded_key label_key plain",
            "thresholds": "Thresholds",
            "unit": "MONEY UNITS plain_unit stated_unit",
            "years": "dates_in_digits relative_years",
        },
    )

__all__ = [
    "MONEY",
    "UNITS",
    "Blank",
    "CellRange",
    "CellRef",
    "Figure",
    "Flaw",
    "Language",
    "Mark",
    "Number",
    "NumberStyle",
    "Period",
    "Reading",
    "StyledTexts",
    "Text",
    "Thresholds",
    "Trait",
    "Unreadable",
    "column_letters",
    "column_number",
    "dates_in_digits",
    "decimals_of",
    "folded_key",
    "label_key",
    "name_beside",
    "plain",
    "plain_unit",
    "read_figure",
    "read_number",
    "read_styled",
    "relative_years",
    "stated_unit",
    "step_of",
    "style_of",
]
