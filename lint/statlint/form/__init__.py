"""From a form file to a form with its edits."""

from statlint.form.build import build_form
from statlint.form.edits import (
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
)
from statlint.form.expression import parse_edit
from statlint.form.load import load_form
from statlint.form.lookup import spanned
from statlint.form.model import (
    Arrangement,
    BlankMeans,
    Block,
    Form,
    Head,
    Line,
    Measure,
    SignField,
    SignKind,
    TableForm,
    ValueKind,
)
from statlint.form.tokens import EditSyntaxError
from statlint.form.walk import named, walk

__all__ = [
    "Arrangement",
    "BlankMeans",
    "Block",
    "Call",
    "Comparison",
    "Condition",
    "Constant",
    "Edit",
    "EditKind",
    "EditSyntaxError",
    "Equivalence",
    "Form",
    "Head",
    "Implication",
    "Junction",
    "Line",
    "Measure",
    "Name",
    "Negation",
    "Operand",
    "Operation",
    "Scope",
    "SignField",
    "SignKind",
    "Span",
    "TableForm",
    "Tally",
    "ValueKind",
    "build_form",
    "load_form",
    "named",
    "parse_edit",
    "spanned",
    "walk",
]
