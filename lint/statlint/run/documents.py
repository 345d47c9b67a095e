"""Documents: the sentences around their tables, and what these say of figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from statlint.confront import Confrontation
from statlint.dataclass import dataclass, replace
from statlint.facts import Facts
from statlint.form import Form
from statlint.history import NOBODY, Neighbours, Relation
from statlint.table import FilledForm
from statlint.typed import TYPE_CHECKING
from statlint.values import Text
from statlint.values.place import Place
from statlint.workbook import Opening, Paragraph, Workbook

if TYPE_CHECKING:
    from statlint.claims import Claims
    from statlint.finding import Finding
    from statlint.prose import Prose

_TITLE = Text("正文", "text")
_SOURCE = Text("正文所述", "what the text says")


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """The text of a document, read: its sentences, and what they claim."""

    prose: Prose
    claims: Claims


def report_in(opening: Opening) -> Report | None:
    """Read the text of a document; None for a workbook, which has none."""
    document = opening.workbook.document if opening.workbook else None
    if document is None or not document.paragraphs:
        return None
    # Here, since most files are workbooks.
    from statlint.claims import find_claims
    from statlint.prose import read_prose

    prose = read_prose(document)
    return Report(prose, find_claims(prose))


def text_of(
    report: Report,
    filled: FilledForm,
    tables: Sequence[Facts],
    others: Neighbours = NOBODY,
) -> Facts:
    """Give the figures of a text, with what it says of them and of the tables of a form.

    Among `others` last year's report may be, which it speaks of.
    """
    from statlint.claims.since import LastYear
    from statlint.claims.stated import stated

    previous = others.by_relation.get(Relation.PREVIOUS, ())
    last = LastYear(bool(previous), next((one.filing.text for one in previous), None))
    return stated(report.claims, filled, tables, last)


def with_path(text: Facts, path: str) -> Facts:
    """Let each figure of a text say in which file it stands."""
    facts = {(one.line.key, one.head.key): replace(one, path=path) for one in text}
    return Facts(text.table, facts)


def with_text(filled: FilledForm, text: Facts | None) -> FilledForm:
    """Give a filled form whose form has the figures of a text as well, to be called by name."""
    if text is None:
        return filled
    return replace(filled, form=replace(filled.form, tables=(*filled.form.tables, text.plan)))


def text_alone() -> FilledForm:
    """Give the form of a text without any table."""
    return FilledForm(Form(id="", title=_TITLE, source=_SOURCE, family="", tables=()), ())


def order_of(workbook: Workbook | None) -> Mapping[str | None, int]:
    """Say in which order sheets, or the paragraphs and tables of a document, are read."""
    if workbook is None:
        return {}
    if workbook.document is None:
        return {sheet.name: index for index, sheet in enumerate(workbook.sheets)}
    return {
        block.place if isinstance(block, Paragraph) else block: index
        for index, block in enumerate(workbook.document.blocks)
    }


def placed(found: Finding) -> Finding:
    """Say of a finding in a document where it stands; a sentence has no cells."""
    if not isinstance(found.sheet, Place):
        return found
    cell = found.cell if found.sheet.is_table else None
    return replace(found, place=found.sheet, sheet=None, cell=cell)


def with_telling_quotations(confrontation: Confrontation) -> Confrontation:
    """Leave out quotations that differ, but for those of figures which tables find wrong as well.

    A text may have another scope: by itself it says nothing of which of the two is wrong.
    """
    quoted = [one for one, _ in confrontation.failed_quotations()]
    if not quoted:
        return confrontation
    wrong = {
        fact
        for one in confrontation.instances
        if (one.fails or one.gapes) and one not in quoted
        for fact in one.facts
    }
    lone = {
        id(one) for one in quoted if not any(fact in wrong and not fact.said for fact in one.facts)
    }
    return replace(
        confrontation,
        instances=tuple(one for one in confrontation.instances if id(one) not in lone),
    )
