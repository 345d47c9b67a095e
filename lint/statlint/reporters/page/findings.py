"""One finding as the page shows it, in one language or in both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from statlint.finding import Diagnosis, EditNote, Finding, Nature, Origin, Related, Severity
from statlint.reporters.finding_part import origin_of_edit
from statlint.reporters.page.addresses import Addresses, home_of
from statlint.reporters.page.plots import plot_of
from statlint.reporters.page.tongue import OTHER, Tongue
from statlint.reporters.pages import page_address
from statlint.reporters.places import label_of, on_sheet, one_line, path_text, place_of
from statlint.reporters.words import NATURE, WHY_ACCEPTED
from statlint.values import Language, name_beside

if TYPE_CHECKING:
    from markupsafe import Markup

    from statlint.finding.drawn import Series

_MOST_CELLS = 24
_BESIDE_QUOTE = 80
LOCATED = frozenset({"located", "block"})
"""How much must be known of a cause that its figure is proposed."""
_ACCEPTED = len(Severity)
"""The rank of what was accepted: after all else."""


class Cell(NamedTuple):
    """A cell that a finding is about as well: what it is called, its figure, where it is drawn."""

    name: Markup
    value: Markup
    address: str | None


class PageEdit(NamedTuple):
    """What must hold: in words, what the edit is called, where it comes from."""

    words: Markup
    name: Markup
    origin: Markup


class Piece(NamedTuple):
    """Some words of a quotation, marked or not."""

    text: str
    marked: bool


class PageFinding:
    """A finding on the page.

    `twin` is the same one in the other language, `cause` and `cause_twin` what it may come from,
    `leader` the finding at which the cause that they share is told.
    """

    def __init__(
        self,
        finding: Finding,
        key: str,
        address: str,
        tongue: Tongue,
        *,
        twin: Finding | None = None,
    ) -> None:
        """Take a finding; what it may come from and where it leads is added later."""
        self.finding, self.key, self.address = finding, key, address
        self.twin, self._tongue = twin, tongue
        self.cause: Diagnosis | None = None
        self.cause_twin: Diagnosis | None = None
        self.leader: PageFinding | None = None
        self.series: Series | None = None
        self.addresses = Addresses("", {})
        self.pages: str | None = None

    @property
    def level(self) -> str:
        """How bad it is, as a style: error, warning, information; or that it was accepted."""
        return "accepted" if self.finding.justified else str(self.finding.severity)

    @property
    def rank(self) -> int:
        """What it is sorted by: the worst first, what was accepted last."""
        return _ACCEPTED if self.finding.justified else self.finding.severity.rank

    @property
    def severity(self) -> Markup:
        """How bad it is in words, with what the form asks for."""
        return self._tongue.say(
            "nature-severity",
            severity=self.finding.severity.words,
            nature=NATURE[self.finding.nature],
        )

    @property
    def short(self) -> Markup:
        """How bad it is in a word."""
        return self._tongue.of(self.finding.severity.words)

    @property
    def justifiable(self) -> bool:
        """Whether it may stay with a reason, as forms usually have it."""
        return self.finding.nature is Nature.QUERY

    @property
    def link(self) -> str | None:
        """The address of the page of its rule, where pages are published."""
        one = self.finding
        if not self.pages or "://" not in self.pages:
            return None
        return page_address(self.pages, one.code, one.name, self._tongue.language)

    @cached_property
    def place(self) -> Markup:
        """Where it stands."""
        own, other = (place_of(self.finding, language) for language in self._languages)
        return self._tongue.pair(own, other)

    @property
    def spot(self) -> str | None:
        """The name of its cell on the page; None where it has none, or none that is drawn."""
        one = self.finding
        return self.addresses.cell(home_of(one), one.cell) if one.cell else None

    @property
    def label(self) -> str:
        """Its line and head as printed."""
        return label_of(self.finding)

    @property
    def says_label(self) -> bool:
        """Whether what was found begins with its line and head already."""
        line, message = one_line(self.finding.line or ""), one_line(self.finding.message)
        return bool(line) and line in message

    @property
    def message(self) -> Markup:
        """What was found."""
        return self._said(self.finding.message, self.twin.message if self.twin else None)

    @property
    def advice(self) -> Markup | None:
        """What to do about it."""
        if not self.finding.advice:
            return None
        return self._said(self.finding.advice, self.twin.advice if self.twin else None)

    @property
    def causes(self) -> list[Markup]:
        """What may be wrong: a sentence, and where there are several ways, each of them."""
        if self.cause is None or not self.cause.message or self.leader is not None:
            return []
        own, other = _told(self.cause), _told(self.cause_twin) if self.cause_twin else []
        if len(own) != len(other):
            other = []
        twins: Sequence[str | None] = other or [None] * len(own)
        return [self._said(one, twin) for one, twin in zip(own, twins, strict=True)]

    @property
    def is_located(self) -> bool:
        """Whether its cause is known so well that a figure is proposed."""
        return self.cause is not None and self.cause.certainty in LOCATED

    @property
    def edit(self) -> PageEdit | None:
        """What must hold."""
        note, twin = self.finding.edit, self.twin.edit if self.twin else None
        if note is None:
            return None
        return PageEdit(
            self._said(_edit_words(note), _edit_words(twin) if twin else None),
            self._said(_edit_name(note), _edit_name(twin) if twin else None),
            self._tongue.of(origin_of_edit(note)),
        )

    @property
    def cells(self) -> list[Cell]:
        """The other cells that it is about, those of its own file first."""
        told = sorted(self.finding.related, key=lambda one: one.path is not None)
        return [self._cell(one) for one in told[:_MOST_CELLS]]

    @property
    def rest(self) -> int:
        """How many more there are."""
        return max(0, len(self.finding.related) - _MOST_CELLS)

    @property
    def spots(self) -> Iterator[str]:
        """The names of these cells on the page."""
        found = (
            self.addresses.cell(one.sheet, one.cell)
            for one in self.finding.related
            if one.path is None
        )
        return (one for one in found if one)

    @property
    def quote(self) -> list[Piece]:
        """The sentence that it is of, its figures marked."""
        quote = self.finding.quote
        if quote is None:
            return []
        pieces, at = [], 0
        for start, end in sorted(quote.marks):
            pieces += [Piece(quote.text[at:start], marked=False)]
            pieces += [Piece(quote.text[start:end], marked=True)]
            at = end
        pieces.append(Piece(quote.text[at:], marked=False))
        return [Piece(_cut(one, at, len(pieces)), one.marked) for at, one in enumerate(pieces)]

    @property
    def plot(self) -> Markup | None:
        """Its figure over the years."""
        return plot_of(self.series) if self.series else None

    @property
    def why(self) -> Markup | None:
        """Why it was accepted, by whom and until when."""
        justified = self.finding.justified
        if justified is None:
            return None
        if not justified.reason:
            return self._tongue.of(WHY_ACCEPTED[justified.grounds])
        aside = " · ".join(filter(None, (justified.by, justified.date, justified.until)))
        reason = one_line(justified.reason)
        return self._tongue.pair(f"{reason} — {aside}" if aside else reason, None)

    @property
    def _languages(self) -> tuple[Language, Language]:
        return self._tongue.language, OTHER[self._tongue.language]

    def _said(self, own: str, other: str | None) -> Markup:
        return self._tongue.pair(one_line(own), None if other is None else one_line(other))

    def _cell(self, other: Related) -> Cell:
        here = home_of(self.finding)
        address = None if other.path else self.addresses.cell(other.sheet, other.cell)
        sheet = None if other.sheet == here and not other.path else other.sheet
        beside = f"{path_text(name_beside(other.path, self.finding.path))} " if other.path else ""
        own, twin = (
            f"{beside}{on_sheet(sheet, other.cell, language)}"
            + (f" {one_line(other.label)}" if other.label else "")
            for language in self._languages
        )
        value = one_line(other.value)
        shown = self._tongue.pair(value, None) if value else self._tongue.say("blank")
        return Cell(self._tongue.pair(own.strip(), twin.strip()), shown, address)


def _told(cause: Diagnosis) -> list[str]:
    ways = [one.message for one in cause.alternatives if one.message != cause.message]
    return [cause.message, *ways]


def _edit_name(note: EditNote) -> str:
    """Name an edit; nobody has called an inferred one by its id."""
    return note.name if note.origin is Origin.INFERRED else f"{note.id} {note.name}"


def _edit_words(note: EditNote) -> str:
    return note.words or note.text


def _cut(piece: Piece, at: int, count: int) -> str:
    """Leave out what stands far from the marked words of a long quotation."""
    text = "".join(sign if sign.isprintable() else " " for sign in piece.text)
    if piece.marked or len(text) <= 2 * _BESIDE_QUOTE:
        return text
    before, after = text[:_BESIDE_QUOTE], text[-_BESIDE_QUOTE:]
    if at == 0:
        return f"…{after}" if count > 1 else f"{before}…"
    return f"{before}…" if at == count - 1 else f"{before}…{after}"


def led(
    findings: Sequence[PageFinding],
    causes: Mapping[str, Diagnosis],
    twins: Mapping[str, Diagnosis],
) -> list[PageFinding]:
    """Put findings in order: the worst first, with those that have the same cause behind them."""
    leaders: dict[str, PageFinding] = {}
    for one in sorted(findings, key=lambda each: each.rank):
        cause = one.finding.diagnosis
        if cause is None or one.finding.justified:
            continue
        one.cause, one.cause_twin = causes.get(cause), twins.get(cause)
        leader = leaders.setdefault(cause, one)
        one.leader = None if leader is one else leader
    places = {id(one): at for at, one in enumerate(findings)}

    def order(one: PageFinding) -> tuple[int, int, bool, int]:
        leader = one.leader or one
        return leader.rank, places[id(leader)], one.leader is not None, places[id(one)]

    return sorted(findings, key=order)
