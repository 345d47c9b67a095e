"""The schema of forms: every key of the form language, its type and its bounds."""

from __future__ import annotations

from statlint.finding import Origin, Severity
from statlint.schema.rules import (
    Rules,
    flag,
    lists_of_texts,
    number,
    said,
    tables,
    text,
    texts,
    year,
)

_WORD = r"[a-z][a-z0-9_]*"
_DASHED = r"[a-z0-9][a-z0-9_-]*"
_RESERVED = ["and", "or", "not", "if", "then", "iff"]
_SOURCES = ["previous", "year_before", "parts", "monthly", "quarterly", "half_yearly"]
"""Words before a name for a figure of another form; a table or a line cannot be called so."""
_VALUE_KINDS = ["count", "change", "amount", "share", "score", "text"]
_FORMATS = ["ordinal", "document-number", "date", "reference"]
_EDIT_KINDS = [
    "balance",
    "flow",
    "part",
    "range",
    "condition",
    "ratio",
    "shares",
    "scale",
    "rank",
]
_PARTS_OF_YEAR = [
    *(f"M{month:02}" for month in range(1, 13)),
    *(f"Q{quarter}" for quarter in range(1, 5)),
    *("H1", "H2"),
]
KINDS_OF_UNIT = ["town", "street", "county", "department", "city", "province", "ministry"]


def _key(of: str, *reserved: str) -> Rules:
    says = f"The name of {of} in edits."
    return text(says, required=True, regex=_WORD, forbidden=[*_RESERVED, *reserved])


def _label(of: str) -> Rules:
    return {
        "label": text(f"{of} as the form prints it.", required=True),
        "en": text("The label in English."),
        "aliases": texts("Other labels seen in real tables."),
    }


def _column(of: str) -> Rules:
    both = {
        "label": text("The head as the list prints it.", required=True),
        "aliases": texts("Other heads seen in real lists."),
    }
    says = f"Of a long list: the head of the column {of}, or {{label, aliases}}."
    return {"type": ["text", "table"], "minlength": 1, "schema": both, "meta": says}


_MEASURE: Rules = {
    "kind": text("What a cell holds; count where nothing is said.", allowed=_VALUE_KINDS),
    "unit": text("The unit of measure: 件, 万元."),
    "units": texts("The units it may be written in, where the form leaves that open."),
    "required": flag("Whether a cell must be filled; true where nothing is said."),
    "minimum": number("The least figure allowed."),
    "maximum": number("The greatest figure allowed."),
    "stock": flag("True for a state at the end of the period, which is not added over periods."),
    "rounded": flag("Whether figures are rounded, so that sums may be off in the last digit."),
    "additive": flag("False for a figure that does not add up over units: a rank, a rate."),
}

_HEAD: Rules = {
    "key": _key("a head"),
    **_label("The head"),
    "over": texts("The spanner heads printed over it, the outermost first."),
    "repeat": flag("True for any number of heads like this."),
    "optional": flag("True if a table need not print it."),
    "of": text("The key of the repeated head that it is one of."),
    "names": text("The key of the line whose labels stand under it."),
    "format": text("What the words under it must look like.", allowed=_FORMATS),
    "refers": text("The table, or table.line, whose numbers stand under it."),
    "covers": flag("True if its numbers together must name every line they refer to."),
    **_MEASURE,
}

_LINE: Rules = {
    "key": _key("a line", *_SOURCES),
    **_label("The line"),
    "under": text("The key of the line or heading it stands under."),
    "heading": flag("True for a line without figures."),
    "repeat": flag("True for any number of lines like this."),
    "optional": flag("True if a table need not print it."),
    "of": text("The key of the repeated line that it is one of."),
    "unique": texts("The heads under which no two of its lines are alike."),
    "stated": text("The head that a figure within its label counts under."),
    **_MEASURE,
}

_BOXED: Rules = {
    "caption": said("The heading row printed over a block."),
    "stubheads": texts("What is printed over the line labels."),
    "head": tables("The heads, from left to right.", _HEAD),
    "line": tables("The lines, from top to bottom.", _LINE),
}

_BLOCK: Rules = {
    "key": text("The name of the block.", required=True, regex=_DASHED),
    **_BOXED,
}

_EDIT: Rules = {
    "id": text("The name of the edit.", required=True, regex=r"[A-Za-z][A-Za-z0-9_-]*"),
    "name": said("What a clerk calls it; the id where nothing is said."),
    "rule": text("What must hold, in the language of edits.", required=True),
    "per": text("What it is repeated over; once if left out.", allowed=["head", "line", "once"]),
    "lines": texts("The lines it is for, with per = line; all that can be if left out."),
    "heads": texts("The heads it is for, with per = head; all that can be if left out."),
    "within": text("The line (or head) that it is repeated for, over what stands under that."),
    "kinds": texts("The kinds of figures it is for; all if left out.", allowed=_VALUE_KINDS[:-1]),
    "flows-only": flag("True for an edit that is not for stocks."),
    "periods": texts("The parts of the year it is for: M01, Q1, H1.", allowed=_PARTS_OF_YEAR),
    "rival": text("Of edits with one word here the one that holds most often counts."),
    "proven": flag("True for an edit that counts only where most of the table bears it out."),
    "nature": text(
        "Put right (mandatory), or put right or explain (query).",
        allowed=["mandatory", "query", "强制性", "核实性"],
    ),
    "severity": text(
        "Error for mandatory, warning for query, unless this says otherwise.",
        allowed=[severity.value for severity in Severity],
    ),
    "origin": text(
        "Official: the form or a law states it; form: follows from it; inferred: from figures.",
        allowed=[Origin.OFFICIAL.value, Origin.FORM.value, Origin.INFERRED.value],
    ),
    "basis": said("Why an inferred edit is believed."),
    "message": said("What is said when it fails, where the rule's own words are not enough."),
    "advice": said("What a person should do when it fails."),
    "active": flag("False for an edit that only settings switch on."),
    "only-for": texts("The kinds of reporting unit it is for.", allowed=KINDS_OF_UNIT),
    "implied-by": texts("The edits that say the same more exactly; it is silent if one failed."),
    "kind": text("What it restricts, where its shape does not tell.", allowed=_EDIT_KINDS),
}

_KEY_COLUMN: Rules = {
    "label": text("The head of the column as the list prints it.", required=True),
    "aliases": texts("Other heads seen in real lists."),
    "codes": texts("All codes that may stand in it."),
    "total": text("The code that is the sum of all others."),
    "sums": tables(
        "Codes that are the sum of some others.",
        {
            "total": text("The code of the sum.", required=True),
            "parts": texts("The codes that add up to it.", required=True, least=1),
        },
    ),
}

_LISTED: Rules = {
    "keys": tables("Of a long list: the columns that tell its rows apart.", _KEY_COLUMN),
    "period": _column("of periods"),
    "month": _column("of months, beside one of years"),
    "quarter": _column("of quarters, beside one of years"),
    "indicator": _column("that says what is counted; its codes are the lines"),
    "measured-in": _column("of units of measure"),
    "periods": texts("Of a long list: the periods that every series must have."),
}

_TABLE: Rules = {
    "key": _key("the table", *_SOURCES),
    "title": said("The title of the table.", required=True),
    "aliases": texts("Other titles seen in real reports."),
    "arrangement": text(
        "Each line is a row, all stand in one row, as the table shows it, or one figure a row.",
        allowed=["lines-down", "side-by-side", "as-found", "tidy"],
    ),
    **_LISTED,
    **_MEASURE,
    **_BOXED,
    "one-of": lists_of_texts("Heads of which one set must be there for the table to be known."),
    "about": texts("Words of which one must stand over the table, in its heads or in its names."),
    "block": tables("Blocks of lines, each with heads of its own.", _BLOCK),
    "edit": tables("What must hold in this table.", _EDIT),
}

_SIGN: Rules = {
    "key": _key("a sign-off field"),
    **_label("The field"),
    "kind": text("What is filled in.", required=True, allowed=["unit", "person", "phone", "date"]),
    "required": flag("Whether it must be filled; true where nothing is said."),
}

_RENAMED: Rules = {
    "table": text("The table of this form that it is in.", required=True),
    "was": text("The key it has there.", required=True),
    "now": texts("The keys here that it is together; none where it is nothing of this form."),
}

_EARLIER: Rules = {
    "form": text("The name of the other form.", required=True),
    "table": tables(
        "The tables that have another key there.",
        {"was": _RENAMED["was"], "now": text("The key here.", required=True)},
    ),
    "line": tables("The lines that have another key there, or are several here.", _RENAMED),
    "head": tables("The heads that have another key there, or are several here.", _RENAMED),
}

_QUOTED: Rules = {
    "id": text("Its name, which ends in a digit.", required=True, regex=r"[A-Z][A-Za-z]*[0-9]+"),
    "name": said("What a clerk calls it; the id where nothing is said."),
    "figure": text("The figure that is quoted, or a sum: table.line.head.", required=True),
    "or": texts("Other figures that may be meant by the same words."),
    "all": texts("Words that stand before the figure, | between choices.", required=True),
    "near": texts("Words that stand before it in its sentence."),
    "after": texts("Words that stand behind it."),
    "none": texts("Words that must not stand before it."),
    "units": texts("What it may be counted in; anything if left out."),
    "nature": _EDIT["nature"],
    "absent": flag("True for what is said not to have happened: 未发生行政复议."),
    "direct": flag("True where the words are those of the line itself."),
    "reason": said("Why a text may rightly differ."),
}

FORM_SCHEMA: Rules = {
    "id": text("The name of the form.", required=True, regex=_DASHED),
    "family": text("What forms that follow one another have in common.", regex=_DASHED),
    "title": said("The title of the form.", required=True),
    "source": said("The notice it comes from.", required=True),
    "first-year": year("The first year it is in force."),
    "last-year": year("The last year it is in force."),
    "blank": text("Whether a blank cell means 0 or is missing.", allowed=["zero", "missing"]),
    "titles": texts("Words in the titles of reports on this form."),
    "section": tables(
        "The sections of the report that the tables are part of, in their order.",
        {
            "label": text("The heading as the form prints it, without its number.", required=True),
            "en": text("The heading in English."),
            "aliases": texts("Words of which a heading that means it has one."),
        },
    ),
    "table": tables("The tables.", _TABLE, required=True),
    "sign-off": tables("The sign-off fields.", _SIGN),
    "earlier": tables(
        "Forms of other years whose figures are held against these; keys that agree mean the same.",
        _EARLIER,
    ),
    "edit": tables("What must hold between tables.", _EDIT),
    "quoted": tables("The words by which a text quotes figures of the tables.", _QUOTED),
}
