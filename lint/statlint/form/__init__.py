"""From a form file to a form with its edits."""

from statlint.form.build import build_form
from statlint.form.compile import load_compiled
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
from statlint.form.lookup import Ranges, spanned
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
from statlint.form.shape import kind_of, never_falls
from statlint.form.tokens import EditSyntaxError
from statlint.form.unroll import unroll, unroll_form
from statlint.form.walk import named, walk
from statlint.form.words import edit_words, side_words
from statlint.form.writing import edit_text

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
    "unroll",
    "unroll_form",
    "walk",
]
