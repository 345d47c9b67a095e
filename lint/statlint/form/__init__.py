"""From a form file to a form with its edits."""

from __future__ import annotations

from statlint.form.walk import named, walk
from statlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from statlint.form.build import build_form
    from statlint.form.compiled import load_compiled
    from statlint.form.earlier import Earlier, Renamed
    from statlint.form.edits import (
        EACH_SOURCE,
        ONE_SOURCE,
        Call,
        Comparison,
        Condition,
        Constant,
        Edit,
        EditKind,
        Equivalence,
        Implication,
        Junction,
        Name,
        Negation,
        Operand,
        Operation,
        Scope,
        Span,
        Tally,
        Test,
        Words,
    )
    from statlint.form.expression import parse_edit
    from statlint.form.labels import source_words
    from statlint.form.listed import CodeSum, KeyColumn, ListColumn, ListColumns
    from statlint.form.load import load_form
    from statlint.form.lookup import spanned
    from statlint.form.model import (
        Arrangement,
        BlankMeans,
        Block,
        Form,
        Format,
        Head,
        Line,
        Measure,
        ReportSection,
        SignField,
        SignKind,
        TableForm,
        ValueKind,
    )
    from statlint.form.printed import PrintedHead, PrintedLine
    from statlint.form.quoted import Quoted
    from statlint.form.ranges import Ranges
    from statlint.form.shape import kind_of, never_falls
    from statlint.form.tokens import EditSyntaxError
    from statlint.form.unroll import unroll_form
    from statlint.form.words import edit_words, side_words
    from statlint.form.writing import edit_text
else:
    from statlint.on_demand import on_demand

    __getattr__ = on_demand(
        __name__,
        {
            "build": "build_form",
            "compiled": "load_compiled",
            "earlier": "Earlier Renamed",
            "edits": "EACH_SOURCE ONE_SOURCE Call Comparison Condition Constant Edit EditKind"
            " Equivalence Implication Junction Name Negation Operand Operation Scope Span Tally"
            " Test Words",
            "expression": "parse_edit",
            "labels": "source_words",
            "listed": "CodeSum KeyColumn ListColumn ListColumns",
            "load": "load_form",
            "lookup": "spanned",
            "model": "Arrangement BlankMeans Block Form Format Head Line Measure ReportSection"
            " SignField SignKind TableForm ValueKind",
            "printed": "PrintedHead PrintedLine",
            "quoted": "Quoted",
            "ranges": "Ranges",
            "shape": "kind_of never_falls",
            "tokens": "EditSyntaxError",
            "unroll": "unroll_form",
            "words": "edit_words side_words",
            "writing": "edit_text",
        },
    )

__all__ = [
    "EACH_SOURCE",
    "ONE_SOURCE",
    "Arrangement",
    "BlankMeans",
    "Block",
    "Call",
    "CodeSum",
    "Comparison",
    "Condition",
    "Constant",
    "Earlier",
    "Edit",
    "EditKind",
    "EditSyntaxError",
    "Equivalence",
    "Form",
    "Format",
    "Head",
    "Implication",
    "Junction",
    "KeyColumn",
    "Line",
    "ListColumn",
    "ListColumns",
    "Measure",
    "Name",
    "Negation",
    "Operand",
    "Operation",
    "PrintedHead",
    "PrintedLine",
    "Quoted",
    "Ranges",
    "Renamed",
    "ReportSection",
    "Scope",
    "SignField",
    "SignKind",
    "Span",
    "TableForm",
    "Tally",
    "Test",
    "ValueKind",
    "Words",
    "build_form",
    "edit_text",
    "edit_words",
    "kind_of",
    "load_compiled",
    "load_form",
    "named",
    "never_falls",
    "parse_edit",
    "side_words",
    "source_words",
    "spanned",
    "unroll_form",
    "walk",
]
