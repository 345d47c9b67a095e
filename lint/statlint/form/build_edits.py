"""The edits of a form: each parsed, its names looked up, its scope settled."""

from __future__ import annotations

from collections.abc import Iterable
from string import Formatter

from statlint.choice import StrEnum
from statlint.dataclass import replace
from statlint.finding import Nature, Origin, Severity
from statlint.form.build_names import check_names, check_top_names
from statlint.form.build_scope import refuse_other_scope, settle_kinds, settle_scope
from statlint.form.edits import Comparison, Condition, Edit, EditKind, Scope
from statlint.form.entry import Entry
from statlint.form.expression import parse_edit
from statlint.form.model import TableForm
from statlint.form.shape import kind_of
from statlint.form.tokens import EditSyntaxError
from statlint.form.walk import reach_of
from statlint.schema import Fault, did_you_mean, listing
from statlint.values import Text

PLACEHOLDERS = ("line", "head", "left", "right", "difference", "text", "edit")
_EQUATIONS = frozenset(
    {EditKind.BALANCE, EditKind.FLOW, EditKind.RATIO, EditKind.SHARES, EditKind.RANK}
)


class _Asked(StrEnum):
    """The nature of an edit as it may be written in a form."""

    MANDATORY = "mandatory"
    QUERY = "query"
    MANDATORY_ZH = "强制性"
    QUERY_ZH = "核实性"

    @property
    def nature(self) -> Nature:
        """The nature meant."""
        mandatory = self in {_Asked.MANDATORY, _Asked.MANDATORY_ZH}
        return Nature.MANDATORY if mandatory else Nature.QUERY


def table_edits(entry: Entry, table: TableForm) -> TableForm:
    """Give a table its edits."""
    edits: list[Edit] = []
    for stated in entry.entries("edit"):
        edit = _edit(stated)
        if edit is None:
            continue
        refuse_other_scope(stated, edit)
        if check_names(stated, edit, table):
            edits.append(settle_kinds(stated, settle_scope(stated, edit, table), table))
    _check_implied(entry)
    return replace(table, edits=tuple(edits))


def top_edits(entry: Entry, tables: Iterable[TableForm]) -> tuple[Edit, ...]:
    """Build the edits between tables."""
    plans = tuple(tables)
    edits: list[Edit] = []
    for stated in entry.entries("edit"):
        edit = _edit(stated)
        if edit is not None and check_top_names(stated, edit, plans):
            edits.append(edit)
    _check_implied(entry)
    return tuple(edits)


def _edit(entry: Entry) -> Edit | None:
    text = entry.text("rule")
    condition = _parsed(entry, text)
    name = entry.said("name")
    severity = entry.choice("severity", Severity, Severity.ERROR) if "severity" in entry else None
    message, advice = _template(entry, "message"), _template(entry, "advice")
    if condition is None:
        return None
    return Edit(
        id=entry.text("id"),
        text=" ".join(text.split()),
        condition=condition,
        kind=_kind(entry, condition),
        name=name or Text(entry.text("id"), entry.text("id")),
        scope=entry.choice("per", Scope, Scope.ONCE),
        lines=entry.words("lines"),
        heads=entry.words("heads"),
        nature=nature_of(entry),
        severity=severity,
        origin=entry.choice("origin", Origin, Origin.FORM),
        message=message,
        advice=advice,
        active=entry.flag("active", default=True),
        kinds_of_unit=entry.words("only-for"),
        implied_by=entry.words("implied-by"),
        within=entry.text_or_none("within"),
        rival=entry.text_or_none("rival"),
        proven=entry.flag("proven"),
        kinds=entry.words("kinds"),
        flows_only=entry.flag("flows-only"),
        periods=entry.words("periods"),
        basis=entry.said("basis"),
        across=reach_of(condition),
    )


def nature_of(entry: Entry, usual: str = "mandatory") -> Nature:
    """Read what is asked for: put right, or put right or explain; as usual where it is not said."""
    return entry.choice("nature", _Asked, _Asked(usual)).nature


def _parsed(entry: Entry, text: str) -> Condition | None:
    try:
        return parse_edit(text)
    except EditSyntaxError as error:
        entry.faults.append(Fault(entry.at("rule"), error.text))
        return None


def _kind(entry: Entry, condition: Condition) -> EditKind:
    told = kind_of(condition)
    kind = entry.choice("kind", EditKind, told)
    sign = condition.sign if isinstance(condition, Comparison) else None
    if kind in _EQUATIONS and sign != "=":
        entry.fault("kind", f"{kind} 必须是等式", f"{kind} needs an equation")
    elif kind is EditKind.RANK is not told:
        entry.fault("kind", "rank 须用 place 或 dense", "rank needs place or dense")
    if kind is EditKind.PART and sign not in {"<", "<=", ">", ">="}:
        entry.fault("kind", f"{kind} 必须是不等式", f"{kind} needs an inequality")
    if kind is EditKind.RANGE and sign is None:
        entry.fault("kind", f"{kind} 必须是一个比较", f"{kind} needs a comparison")
    return kind


def _template(entry: Entry, key: str) -> Text | None:
    words = entry.said(key)
    if words is not None:
        for written in dict.fromkeys((words.zh, words.en)):
            _check_placeholders(entry, key, written)
    return words


def _check_placeholders(entry: Entry, key: str, template: str) -> None:
    """Refuse all but plain {left}: a template must not reach into the things it is given."""
    known = listing(PLACEHOLDERS)
    try:
        fields = list(Formatter().parse(template))
    except ValueError:
        entry.fault(
            key, "花括号不成对；要写花括号本身请写 {{ 或 }}", "a brace stands alone; write {{ or }}"
        )
        return
    for _, field, form, conversion in fields:
        if field is None:
            continue
        if field not in PLACEHOLDERS:
            hint = did_you_mean(field, PLACEHOLDERS)
            entry.fault(
                key,
                f"占位符 {{{field}}} 应为下列之一：{known.zh}{hint.zh}",
                f"placeholder {{{field}}} is not one of {known.en}{hint.en}",
            )
        elif form or conversion:
            entry.fault(key, f"占位符只写 {{{field}}}", f"write the placeholder as {{{field}}}")


def _check_implied(entry: Entry) -> None:
    stated = entry.entries("edit")
    known = [edit.text("id") for edit in stated]
    for edit in stated:
        others = [name for name in known if name != edit.text("id")]
        for name in edit.words("implied-by"):
            if name not in others:
                hint = did_you_mean(name, others)
                edit.fault(
                    "implied-by", f"没有公式 {name}{hint.zh}", f"no other edit {name} here{hint.en}"
                )
