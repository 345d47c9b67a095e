"""The schema of a settings file: its keys, their types and the values they may have."""

from __future__ import annotations

from decimal import Decimal

from statlint.finding import Severity
from statlint.schema.form import KINDS_OF_UNIT
from statlint.schema.limits import LIMITS
from statlint.schema.rules import Rules, flag, pairs, table, tables, text, text_or_texts, texts
from statlint.schema.shapes import DAY_OF_YEAR, PERIOD

_SEVERITIES = [severity.value for severity in Severity]
_GREATEST = Decimal("1E+30")


def _above_0(says: str) -> Rules:
    bounds = {"min": Decimal("0.000001"), "max": _GREATEST}
    return {"type": "number", **bounds, "check_with": "finite", "meta": says}


_UNIT: Rules = {
    "name": text("The name of the unit.", required=True),
    "aliases": texts("Other names of it."),
}

_DATASET: Rules = {
    "name": text("What the data set is called.", required=True),
    "files": text("The paths of its files, with named parts: {year}/{town}.csv.", required=True),
    "unit": text("The named part that is the unit; unit, else the last one, if left out."),
    "form": text("The form its files follow: an id, or the path of a form file."),
    "parts": texts("The data sets whose files add up to one of this."),
    "units": {
        "type": ["text", "list"],
        "minlength": 1,
        "schema": {"type": ["text", "table"], "minlength": 1, "schema": _UNIT},
        "meta": "The units of which a file is due: names, or the path of their list.",
    },
}

_THRESHOLDS: Rules = {
    "false-alarms": _above_0("How many figures of a table without errors are told on average."),
    "unusual": _above_0("The lowest score that is told, in a table however small."),
    "warning": _above_0("The score from which on it is a warning; less is information."),
    "factor": _above_0("How near a change must be to a power of ten, in powers of ten."),
    "series": _above_0("The lowest score that is told of a figure with four or more before it."),
    "units": _above_0("How far a unit's change is from that of the others to be a warning."),
    "units-information": _above_0("The same, for information."),
    "fewest-units": {
        "type": "whole",
        "min": 1,
        "meta": "How many units there must be before one is held against the others.",
    },
    "vanished": _above_0("The least figure whose vanishing, or appearing from nothing, is told."),
    "same": _above_0(
        "The odds against a table being last year's by chance, from which it is told."
    ),
    "least-change": {
        "type": "number",
        "min": Decimal(1),
        "max": _GREATEST,
        "check_with": "finite",
        "meta": "How many times more or less than expected a figure must be.",
    },
}

_AT_LEAST: Rules = {
    "words": texts("Words that stand before the figure in its clause.", required=True, least=1),
    "least": {"type": "whole", "min": 1, "required": True, "meta": "How much at least."},
    "units": texts("What it may be counted in; anything if left out."),
}

_DOCUMENTS: Rules = {
    "convert": flag("Whether an installed LibreOffice may read old documents."),
    "sign-by": text("The day of the next year by which a report is signed.", regex=DAY_OF_YEAR),
    "at-least": tables("Of what a text must name so many.", _AT_LEAST),
}

_JUSTIFY: Rules = {
    "allow": texts("Rules whose findings may be accepted though they must be put right."),
    "forbid": texts("Rules whose findings are never accepted."),
    "author": flag("Whether who accepts a finding must be named."),
    "longest-days": {
        "type": "whole",
        "min": 1,
        "max": 36500,
        "meta": "For how many days at most a reason holds.",
    },
    "excel": flag("Whether numbers stored as text that Excel was told to ignore are accepted."),
}

SETTINGS_SCHEMA: Rules = {
    "extend": text_or_texts(
        "Settings files that this one is laid over, the later over the former."
    ),
    "lang": text("The language.", allowed=["zh", "en"]),
    "form": text("The form to check against: an id, or the path of a form file."),
    "period": {
        "type": ["text", "whole"],
        "regex": PERIOD,
        "min": 1900,
        "max": 2200,
        "meta": "The period that files report on, where they do not say it.",
    },
    "select": texts("Only these rules: codes, beginnings of codes, names."),
    "extend-select": texts("These rules beside those of select, or beside the usual ones."),
    "ignore": texts("Not these rules."),
    "extend-ignore": texts("Not these rules either: beside those of the settings extended."),
    "per-file-ignores": pairs(
        "Rules that are left out in some files: a pattern as in .gitignore, and rules.",
        texts("Rules that are left out in the files of this pattern."),
    ),
    "severity": pairs(
        "How bad the findings of a rule are: a rule, and error, warning or information.",
        text("How bad its findings are.", allowed=_SEVERITIES),
    ),
    "preview": flag("Whether rules that are not yet stable run."),
    "fail-level": text("From which severity on the exit status is 1.", allowed=_SEVERITIES),
    "unit-kind": text("The kind of unit that reports.", allowed=KINDS_OF_UNIT),
    "blank": text("Whether a blank cell means 0 or is missing.", allowed=["zero", "missing"]),
    "edits-on": texts("Edits of forms that are checked though they are off by themselves."),
    "edits-off": texts("Edits of forms that are not checked."),
    "encoding": text("The encoding of CSV files and texts."),
    "units": texts("The units that a table of units must have, one line each."),
    "infer": flag("Whether relations are looked for where no form states them."),
    "previous": texts("Tables of earlier periods: files, folders."),
    "parts": texts("Tables that add up to the ones checked: files, folders."),
    "unit-list": text("The list of units that must report: a text, CSV or workbook."),
    "forms": texts("Folders of forms of your own, known like those that come with statlint."),
    "rule-packs": texts("Packs of rules that are installed beside statlint."),
    "form-packs": texts("Packs of forms that are installed beside statlint."),
    "exclude": texts("Files left out where a folder is walked; patterns as in .gitignore."),
    "extend-exclude": texts("Files left out beside those of the settings extended."),
    "gitignore": flag("Whether what git ignores is left out where a folder is walked."),
    "baseline": text("The list of findings that were there before."),
    "cache": flag("Whether results are kept for the next run."),
    "cache-folder": text("The folder that results are kept in."),
    "pages": text("The address that the pages of rules are published at.", regex="https?://.+"),
    "jobs": {
        "type": ["text", "whole"],
        "regex": "auto",
        "min": 1,
        "meta": "How many processes check files: a number, or auto for as many as there are cores.",
    },
    "thresholds": table("How odd a figure must be beside earlier ones.", _THRESHOLDS),
    "documents": table("What is asked of documents.", _DOCUMENTS),
    "limits": table("What one file may cost; reading stops where it costs more.", LIMITS),
    "justify": table("What may be accepted, and how.", _JUSTIFY),
    "dataset": tables("Files of a repository that belong together.", _DATASET),
}
