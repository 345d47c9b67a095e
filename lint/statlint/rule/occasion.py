"""What a subject must show for a rule to have anything to say of it: most files show nothing."""

from __future__ import annotations

from statlint.choice import StrEnum


class Occasion(StrEnum):
    """What a rule speaks of, as far as one look at its subject tells."""

    # Of an opened file.
    FAULT = "fault"
    """It could not be opened."""
    ENDING = "ending"
    """Its name ends otherwise than files of its content do."""
    ENCODING = "encoding"
    """How its text is encoded was guessed."""
    OUTWARD = "outward"
    """It brings what could run, or leads out of it."""
    LONG_TEXT = "long-text"
    """A cell holds a text that is longer than Excel allows."""

    # Of a search for forms.
    NOTHING = "nothing"
    """No form, no list and no relation was found."""
    UNITS_DUE = "units-due"
    """Settings name the units that a table lists."""
    TORN = "torn"
    """A table of a document came apart."""

    # Of a filled form.
    LACKING = "lacking"
    """Lines or heads of the form are not printed."""
    NO_TABLE = "no-table"
    """A table of the form is not printed."""
    STRANGE = "strange"
    """Lines, heads or tables are printed that the form has not."""
    ORDER = "order"
    """Lines or heads are printed twice, or out of order."""
    GROUP_FIGURE = "group-figure"
    """There are figures behind the heading of a group."""
    SIGN_OFF = "sign-off"
    """There are fields for those who sign, printed or asked for."""
    PERIOD = "period"
    """Periods are stated that differ, or that the form is not for."""
    TEMPLATE = "template"
    """Text of a template was left in."""

    # Of the facts of a table.
    UNREADABLE = "unreadable"
    """A text stands for a figure."""
    BLANK = "blank"
    """Nothing stands for a figure; of edits: one names cells that are blank."""
    MARK = "mark"
    """A mark stands for a figure."""
    FRACTION = "fraction"
    """A figure is not whole where figures count."""
    NEGATIVE = "negative"
    """A figure is negative where none can be."""
    LONG = "long"
    """A figure is large for a share, huge, or long as it is written."""
    WRITING = "writing"
    """A figure is not written plainly."""
    BOUNDS = "bounds"
    """Figures have bounds, as those of shares have."""
    SHARES = "shares"
    """There are shares; of edits: some are written as fractions of 1."""
    UNIT = "unit"
    """A head, a line or a cell names a unit that is not that of the form, or none of several."""
    LIST = "list"
    """There are entries: running numbers, dates, names of documents, lines that must differ."""

    # Of confronted edits.
    FAILURE = "failure"
    """An edit within the form fails."""
    ACROSS = "across"
    """An edit that reaches to other files fails or is open."""
    SENTENCE = "sentence"
    """What a sentence says does not hold."""
    SLACK = "slack"
    """An edit holds only with rounding errors that hardly ever come together."""
    PARTS = "parts"
    """Parts are in other files."""
    FORMULAS = "formulas"
    """The workbook has formulas."""

    # Of formulas.
    ERROR = "error"
    """A cell shows an error."""
    DATE = "date"
    """A cell holds a date."""
    HIDDEN = "hidden"
    """Rows, columns or sheets are hidden."""
    SILENCED = "silenced"
    """A warning of Excel is switched off."""
    ELSEWHERE = "elsewhere"
    """A formula may read another file, or call a program."""

    # Of files beside.
    PASSED_OVER = "passed-over"
    """A file beside is of no use."""
    ODD = "odd"
    """A figure is odd beside earlier ones."""

    # Of the files of several units.
    LISTED = "listed"
    """There is a list of the units that owe a file."""
    SEVERAL = "several"
    """There are several files of one unit."""
    DRIFTS = "drifts"
    """There are files that were held against those of the period before."""
