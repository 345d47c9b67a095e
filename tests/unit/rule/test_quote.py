"""Findings about words of a document: their place, and the sentence with its figures marked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import pytest

from statlint.finding import Finding, Quote, Related
from statlint.prose import Passage, Prose, Section, Sentence
from statlint.rule import PROSE, Context, Level, Severity, rule, said_in
from statlint.rule.clock import Clock
from statlint.rule.quote import quote_around
from statlint.table import Label
from statlint.values import CellRef, Text
from statlint.values.place import Place
from statlint.values.said import Said
from statlint.workbook import Document, Paragraph

if TYPE_CHECKING:
    from statlint.rule import Rule

PLACE = Place.of("paragraph", 12)
FIRST, SECOND = "公开信息8778条。", "其中网站5434条，\n微信3344条。"
TEXT = FIRST + SECOND
PASSAGE = Passage(
    Paragraph(PLACE, TEXT),
    (Sentence(PLACE, 1, 0, FIRST), Sentence(PLACE, 2, len(FIRST), SECOND)),
)


@rule(
    code="T901",
    level=Level.FILE,
    on=PROSE,
    severity=Severity.WARNING,
    messages={"said": Text("正文「{text}」", "The text says “{text}”")},
    advice=Text("请核对", "Look again"),
)
def odd_words(prose: Prose, context: Context) -> Iterator[Finding]:
    """Words are odd."""
    passage = prose.passages[0]
    yield context.finding("said", at=said_in(passage, 14, 18), related=[said_in(passage, 4, 8)])


def words(text: str) -> Said:
    start = TEXT.index(text)
    return said_in(PASSAGE, start, start + len(text))


def found_in_prose() -> Finding:
    document = Document((PASSAGE.paragraph,))
    root = Section("", None, 0, None, "", (PASSAGE,))
    odd: Rule[Prose] = odd_words
    context = Context(odd, "a.docx", "zh", Clock(date(2026, 11, 22)))
    (found,) = odd.check(Prose(document, (PASSAGE,), root), context)
    return found


def test_a_finding_names_the_place_and_quotes_the_sentences() -> None:
    found = found_in_prose()

    assert (found.sheet, found.cell, found.line, found.frame) == (PLACE, None, None, None)
    assert found.message == "正文「5434」"
    assert found.quote == Quote(TEXT.replace("\n", " "), ((4, 8), (14, 18)))
    assert found.related == (Related(PLACE, CellRef(1, 1), "8778"),)


def test_a_rule_on_prose_is_for_nothing_else() -> None:
    odd: Rule[Prose] = odd_words
    prose = Prose(Document(()), (), Section("", None, 0, None, "", ()))

    assert odd.subject == type(prose).__name__


@pytest.mark.parametrize(
    ("at", "others", "expected"),
    [
        pytest.param(words("8778"), [], Quote(FIRST, ((4, 8),)), id="one sentence"),
        pytest.param(
            words("5434"),
            [Said(Place.of("paragraph", 9), "又", 0, 1, 0, 1)],
            Quote(SECOND.replace("\n", " "), ((4, 8),)),
            id="what stands in another paragraph is left out",
        ),
        pytest.param(None, [words("8778")], None, id="no place"),
        pytest.param(Label("合计", "表一", CellRef(1, 1)), [], None, id="a cell of a table"),
    ],
)
def test_a_quotation_holds_the_sentences_of_its_figures(
    at: Said | Label | None, others: list[Said], expected: Quote | None
) -> None:
    assert quote_around(at, others) == expected


def test_figures_far_apart_are_quoted_by_one_sentence() -> None:
    text = "甲" * 300
    near, far = (Said(PLACE, text, at, at + 1, at, at + 5) for at in (0, 280))

    assert quote_around(near, [far]) == Quote("甲" * 5, ((0, 1),))


def test_all_of_a_passage_is_named_by_default() -> None:
    assert said_in(PASSAGE) == Said(PLACE, TEXT, 0, len(TEXT), 0, len(TEXT))
    assert words("5434").text == "5434"


def test_a_personal_number_is_not_shown_in_a_quotation() -> None:
    text = "收到申请8件（联系人手机13800138000）。"
    said = Said(PLACE, text, 4, 6, 0, len(text))

    quote = quote_around(said, [])

    assert quote == Quote("收到申请8件（联系人手机13*******00）。", ((4, 6),))
