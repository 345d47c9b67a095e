"""What a rule is: a code, a name, a check and its documentation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from statlint.confront import Confrontation
from statlint.dataclass import dataclass, field
from statlint.facts import Facts, Submission
from statlint.finding import Finding, Level, Severity
from statlint.formula import Formulas
from statlint.history import History, Vicinity
from statlint.history.roll import Roll
from statlint.rule.context import Context
from statlint.rule.occasion import Occasion
from statlint.rule.status import Status
from statlint.table import FilledForm, Search
from statlint.tidy import TidyTable
from statlint.values import Text
from statlint.workbook import Opening

if TYPE_CHECKING:
    from statlint.justification.baseline_run import SettledBaseline
    from statlint.justification.judge import Explanations
    from statlint.prose import Prose

Subject: TypeAlias = (
    "Opening | Search | FilledForm | Facts | Confrontation | Formulas | Submission | History"
    "| Vicinity | TidyTable | Roll | Prose | Explanations | SettledBaseline"
)
S = TypeVar(
    "S",
    Opening,
    Search,
    FilledForm,
    Facts,
    Confrontation,
    Formulas,
    Submission,
    History,
    Vicinity,
    TidyTable,
    Roll,
    "Prose",
    "Explanations",
    "SettledBaseline",
)


@dataclass(frozen=True, slots=True)
class Later(Generic[S]):
    """A subject named in place of its class: most files have none, and need not import it."""

    name: str


PROSE: Later[Prose] = Later("Prose")
"""The text of a document, for rules on the report itself."""
EXPLANATIONS: Later[Explanations] = Later("Explanations")
"""The reasons for which findings of a file are accepted, for rules on them."""
BASELINE: Later[SettledBaseline] = Later("SettledBaseline")
"""What a run made of the list of what is known, for rules on that."""


@dataclass(frozen=True, slots=True, eq=False)
class Rule(Generic[S]):
    """One rule. `doc` is the English page; the Chinese page stands beside the module.

    `requires` are codes that must not have failed on the same file; `messages` are its wordings by
    key, `advice` is what a person should do about a finding. A rule that `needs_form` says nothing
    of tables whose form tells only what figures showed. `edition` grows when what it finds changes:
    what was accepted under another edition is looked at again. It is asked only of subjects that
    show one of the occasions `when` it may have something to say; of all where there are none.
    """

    code: str
    name: str
    level: Level
    severity: Severity
    on: type[S] | Later[S]
    check: Callable[[S, Context], Iterator[Finding]]
    messages: Mapping[str, Text] = field(repr=False)
    advice: Text
    doc: str = field(repr=False)
    module: str
    status: Status = Status.STABLE
    since: str = "0.1.0"
    requires: tuple[str, ...] = ()
    needs_form: bool = False
    edition: int = 1
    when: tuple[Occasion, ...] = ()

    @property
    def subject(self) -> str:
        """The name of the kind of subjects it is made for."""
        return self.on.name if isinstance(self.on, Later) else self.on.__name__

    def loaded(self) -> Rule[S]:
        """Give the rule itself, which is loaded; see Card."""
        return self


def rule(
    *,
    code: str,
    level: Level,
    on: type[S] | Later[S],
    severity: Severity,
    messages: Mapping[str, Text],
    advice: Text,
    requires: tuple[str, ...] = (),
    status: Status = Status.STABLE,
    since: str = "0.1.0",
    needs_form: bool = False,
    edition: int = 1,
    when: tuple[Occasion, ...] = (),
) -> Callable[[Callable[[S, Context], Iterator[Finding]]], Rule[S]]:
    """Make a rule of a check; its name is the function's, its page the function's docstring."""

    def declare(check: Callable[[S, Context], Iterator[Finding]]) -> Rule[S]:
        return Rule(
            code=code,
            name=check.__name__.replace("_", "-"),
            level=level,
            severity=severity,
            on=on,
            check=check,
            messages=messages,
            advice=advice,
            doc=check.__doc__ or "",
            module=check.__module__,
            status=status,
            since=since,
            requires=requires,
            needs_form=needs_form,
            edition=edition,
            when=when,
        )

    return declare


def subjects() -> frozenset[str]:
    """Name the kinds of subjects that rules may be on."""
    return frozenset(
        kind.__name__ if isinstance(kind, type) else PROSE.name for kind in S.__constraints__
    )


AnyRule: TypeAlias = Rule[Any]
"""A rule on any subject: the engine hands it only subjects of the kind it declares."""
