"""Plain data built into a form."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from statlint.errors import FormError
from statlint.finding import Nature, Origin, Severity
from statlint.form import (
    Arrangement,
    BlankMeans,
    Block,
    EditKind,
    Form,
    Head,
    Line,
    Measure,
    Scope,
    TableForm,
    ValueKind,
    build_form,
    load_form,
    parse_edit,
)
from statlint.form.edits import Edit
from statlint.values import Text

FORMS = Path(__file__).parents[3] / "fixtures" / "forms"


def form_data(**table: object) -> dict[str, object]:
    """Give the data of a form with one small table; `table` adds to it."""
    return {
        "id": "f",
        "title": "F",
        "source": "S",
        "table": [
            {
                "key": "t",
                "title": "T",
                "head": [{"key": "a", "label": "A"}, {"key": "b", "label": "B"}],
                "line": [{"key": "one", "label": "1"}, {"key": "two", "label": "2"}],
                **table,
            }
        ],
    }


def edit_of(**edit: object) -> Edit:
    """Build a form with one edit and give the edit."""
    stated = {"id": "E", "rule": "a <= b", "per": "line", **edit}
    return build_form(form_data(edit=[stated]), "f").tables[0].edits[0]


def test_a_small_form() -> None:
    form = build_form(form_data(), "f")

    assert form == Form(
        id="f",
        title=Text("F", "F"),
        source=Text("S", "S"),
        family="f",
        tables=(
            TableForm(
                key="t",
                title=Text("T", "T"),
                blocks=(
                    Block(
                        key="t",
                        lines=(Line("one", Text("1", "1")), Line("two", Text("2", "2"))),
                        heads=(Head("a", Text("A", "A")), Head("b", Text("B", "B"))),
                    ),
                ),
                measure=Measure(ValueKind.COUNT),
            ),
        ),
    )


def test_measures_are_laid_over_one_another() -> None:
    data = form_data(
        unit="件",
        stock=True,
        head=[{"key": "a", "label": "A", "kind": "amount", "units": ["元", "万元"]}],
        line=[
            {"key": "one", "label": "1"},
            {"key": "two", "label": "2", "kind": "share", "minimum": Decimal("0.5"), "maximum": 9},
        ],
    )
    table = build_form(data, "f").tables[0]
    (block,) = table.blocks
    measures = [table.measure_of(line, block.heads[0]) for line in block.lines]

    assert measures == [
        Measure(ValueKind.AMOUNT, units=("元", "万元"), stock=True),
        Measure(ValueKind.SHARE, "件", minimum=Decimal("0.5"), maximum=9, stock=True),
    ]


def test_lines_know_the_labels_above_them() -> None:
    data = form_data(
        line=[
            {"key": "all", "label": "三、结果", "heading": True},
            {"key": "group", "under": "all", "label": "(一)类", "heading": True},
            {"key": "one", "under": "group", "label": "1.项", "aliases": ["项目"]},
        ]
    )
    lines = build_form(data, "f").tables[0].blocks[0].lines

    assert lines[-1] == Line(
        "one", Text("1.项", "1.项"), aliases=("项目",), above=("三、结果", "(一)类"), under="group"
    )


def test_an_edit_without_more_is_a_mandatory_edit_of_the_form() -> None:
    edit = edit_of()

    assert edit == Edit(
        id="E",
        text="a <= b",
        condition=parse_edit("a <= b"),
        kind=EditKind.PART,
        name=Text("E", "E"),
        scope=Scope.LINE,
    )


def test_an_edit_that_says_everything() -> None:
    edit = edit_of(
        name={"zh": "名", "en": "name"},
        rule="a\n<= b",
        lines=["two"],
        nature="query",
        severity="information",
        origin="official",
        message={"zh": "{line} {left}", "en": "{line}: {left}"},
        advice="{{a}}",
        active=False,
        kind="scale",
        **{"only-for": ["town"]},
    )

    assert edit == Edit(
        id="E",
        text="a <= b",
        condition=parse_edit("a <= b"),
        kind=EditKind.SCALE,
        name=Text("名", "name"),
        scope=Scope.LINE,
        lines=("two",),
        nature=Nature.QUERY,
        severity=Severity.INFORMATION,
        origin=Origin.OFFICIAL,
        message=Text("{line} {left}", "{line}: {left}"),
        advice=Text("{{a}}", "{{a}}"),
        active=False,
        kinds_of_unit=("town",),
    )


@pytest.mark.parametrize(
    ("written", "nature"),
    [
        ("mandatory", Nature.MANDATORY),
        ("强制性", Nature.MANDATORY),
        ("query", Nature.QUERY),
        ("核实性", Nature.QUERY),
    ],
)
def test_the_nature_may_be_written_in_both_languages(written: str, nature: Nature) -> None:
    edit = edit_of(nature=written)

    assert edit.nature is nature


BLOCKS = [
    {
        "key": "x",
        "head": [{"key": "a", "label": "A"}, {"key": "b", "label": "B"}],
        "line": [{"key": "one", "label": "1"}, {"key": "two", "label": "2"}],
    },
    {
        "key": "y",
        "head": [{"key": "b", "label": "B"}, {"key": "c", "label": "C"}],
        "line": [{"key": "three", "label": "3"}, {"key": "four", "label": "4"}],
    },
]


@pytest.mark.parametrize(
    ("edit", "lines", "heads"),
    [
        pytest.param({"rule": "a <= b", "per": "line"}, ("one", "two"), (), id="lines of a block"),
        pytest.param(
            {"rule": "b >= 0", "per": "line"},
            ("one", "two", "three", "four"),
            (),
            id="lines of both blocks",
        ),
        pytest.param(
            {"rule": "b >= 0", "per": "line", "lines": ["four"]}, ("four",), (), id="a given line"
        ),
        pytest.param({"rule": "one = three", "per": "head"}, (), ("b",), id="the head of both"),
        pytest.param({"rule": "three = four", "per": "head"}, (), ("b", "c"), id="heads of one"),
        pytest.param({"rule": "one.a = four.c"}, (), (), id="once"),
    ],
)
def test_an_edit_is_for_the_blocks_that_have_what_it_names(
    edit: dict[str, object], lines: tuple[str, ...], heads: tuple[str, ...]
) -> None:
    data = form_data(block=BLOCKS, edit=[{"id": "E", **edit}])
    del data["table"][0]["head"], data["table"][0]["line"]  # type: ignore[index]
    built = build_form(data, "f").tables[0].edits[0]

    assert (built.lines, built.heads) == (lines, heads)


def test_data_that_was_not_checked_ends_in_faults() -> None:
    data = {
        "id": 1,
        "title": [],
        "first-year": True,
        "blank": "maybe",
        "titles": "report",
        "table": [
            {"key": "t", "title": {"zh": "表"}, "head": {}, "one-of": ["a"], "required": "yes"}
        ],
        "sign-off": "all",
    }
    with pytest.raises(FormError) as refused:
        build_form(data, "f")

    assert refused.value.faults == (
        "sign-off: must be a list of tables",
        "table[0].required: must be true or false",
        "table[0].title.en: is missing",
        "table[0].head: must be a list of tables",
        "table[0].head: at least one is needed",
        "table[0].line: at least one is needed",
        "table[0].one-of: must be a list of lists of texts",
        "table[0].one-of: goes with tables where some line or head has repeat = true",
        "id: must be a text",
        "title: must be a text or {zh, en}",
        "first-year: must be a whole number",
        'blank: "maybe" is not one of zero, missing',
        "titles: must be a list of texts",
    )


@pytest.mark.parametrize(
    ("edit", "fault"),
    [
        pytest.param(
            {"rule": "if a > 0 then b > 0", "kind": "range"},
            "table[0].edit[0].kind: range needs a comparison",
            id="a kind that the rule cannot be",
        ),
        pytest.param(
            {"rule": "a = sum(one.a:two.b)"},
            "table[0].edit[0].rule: one.a and two.b do not stand in one line, head or block",
            id="a rectangle",
        ),
        pytest.param(
            {"rule": "sum(a.b:one.b) = 1"},
            "table[0].edit[0].rule: no line a",
            id="an unknown line in a range",
        ),
    ],
)
def test_a_faulty_edit(edit: dict[str, object], fault: str) -> None:
    with pytest.raises(FormError) as refused:
        edit_of(**edit)

    assert refused.value.faults == (fault,)


def test_a_form_has_tables() -> None:
    with pytest.raises(FormError) as refused:
        build_form({"id": "f", "title": "F", "source": "S", "table": []}, "f")

    assert refused.value.faults == ("table: at least one table is needed",)


def test_a_form_from_another_field() -> None:
    form = load_form(FORMS / "good" / "population.toml")

    assert (form.blank, form.family, form.tables[0].arrangement) == (
        BlankMeans.MISSING,
        "population",
        Arrangement.LINES_DOWN,
    )
    assert [(edit.id, edit.kind, edit.nature) for edit in form.tables[0].edits] == [
        ("ages", EditKind.BALANCE, Nature.MANDATORY),
        ("sexes", EditKind.BALANCE, Nature.MANDATORY),
        ("aged", EditKind.RATIO, Nature.MANDATORY),
        ("men-and-women", EditKind.PART, Nature.QUERY),
    ]
