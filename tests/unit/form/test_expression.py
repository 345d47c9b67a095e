"""Edits as text, parsed to trees and written out again."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.form import (
    Call,
    Comparison,
    Condition,
    Constant,
    EditSyntaxError,
    Equivalence,
    Implication,
    Junction,
    Name,
    Negation,
    Operand,
    Operation,
    Span,
    Tally,
    Words,
    edit_text,
    edits,
    parse_edit,
)

A, B, C = Name(("a",)), Name(("b",)), Name(("c",))
ONE = Constant(1)
A_IS_B = Comparison("=", A, B)
B_IS_C = Comparison("=", B, C)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        pytest.param("a = b", A_IS_B, id="two names"),
        pytest.param("a=b", A_IS_B, id="no spaces"),
        pytest.param("a\n = b", A_IS_B, id="over two lines"),
        pytest.param(
            "t.a.x = a.x",
            Comparison("=", Name(("t", "a", "x")), Name(("a", "x"))),
            id="names of several parts",
        ),
        pytest.param("a >= 1.50", Comparison(">=", A, Constant(Decimal("1.50"))), id="decimals"),
        pytest.param("a != -1", Comparison("!=", A, Constant(-1)), id="negative number"),
        pytest.param(
            "a > -b",
            Comparison(">", A, Operation("-", Constant(0), B)),
            id="minus before a name",
        ),
        pytest.param(
            "a - b - c < 1",
            Comparison("<", Operation("-", Operation("-", A, B), C), ONE),
            id="from left to right",
        ),
        pytest.param(
            "a + b * c <= 1",
            Comparison("<=", Operation("+", A, Operation("*", B, C)), ONE),
            id="times before plus",
        ),
        pytest.param(
            "(a + b) / c = 1",
            Comparison("=", Operation("/", Operation("+", A, B), C), ONE),
            id="brackets",
        ),
        pytest.param(
            "sum(a:c, 1) = b",
            Comparison("=", Call("sum", (Span(A, C), ONE)), B),
            id="function of a range",
        ),
        pytest.param(
            "count(a = b, b = c) < 1",
            Comparison("<", Tally((A_IS_B, B_IS_C)), ONE),
            id="count of conditions",
        ),
        pytest.param(
            "remainder(a, 0.5) = steps(b)",
            Comparison("=", Call("remainder", (A, Constant(Decimal("0.5")))), Call("steps", (B,))),
            id="functions of one and of two",
        ),
        pytest.param(
            "place(a, b) = tally(c)",
            Comparison("=", Call("place", (A, B)), Call("tally", (C,))),
            id="functions of lines",
        ),
        pytest.param(
            'filled(a) and mentions(b, "倒扣", "a (b)")',
            Junction(
                "and",
                (
                    edits.Test("filled", (A,)),
                    edits.Test("mentions", (B, Words("倒扣"), Words("a (b)"))),
                ),
            ),
            id="tests of words",
        ),
        pytest.param("rises(a:b, c)", edits.Test("rises", (Span(A, B), C)), id="a test of figures"),
        pytest.param("count = b", Comparison("=", Name(("count",)), B), id="name of a function"),
        pytest.param("not a = b", Negation(A_IS_B), id="not"),
        pytest.param(
            "a = b and b = c or not a = b",
            Junction("or", (Junction("and", (A_IS_B, B_IS_C)), Negation(A_IS_B))),
            id="and before or",
        ),
        pytest.param("if a = b then b = c", Implication(A_IS_B, B_IS_C), id="if and then"),
        pytest.param("a = b iff b = c", Equivalence(A_IS_B, B_IS_C), id="iff"),
        pytest.param(
            "(if a = b then b = c) and a = b",
            Junction("and", (Implication(A_IS_B, B_IS_C), A_IS_B)),
            id="a condition in brackets",
        ),
    ],
)
def test_parse(text: str, tree: Condition) -> None:
    parsed = parse_edit(text)

    assert parsed == tree


FIGURE_DUE = "expected a number, a name or a function, found"
CONDITION_DUE = "expected a condition such as new + carry = total + next, not a figure"
RANGE = "a range such as r1:o3 stands only inside sum, mean, min, max, rises"
MENTIONS = 'mentions takes a name and texts in quotes, such as mentions(note, "倒扣")'
END_DUE = "expected an operator, a comparison or the end, found"


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("", 1, f"{FIGURE_DUE} the end"),
        ("a", 1, CONDITION_DUE),
        ("a =", 4, f"{FIGURE_DUE} the end"),
        ("a = b c", 7, f'{END_DUE} "c"'),
        ("a = b)", 6, f'{END_DUE} ")"'),
        ("(a = b", 7, 'expected ")", found the end'),
        ("a < b < c", 7, "comparisons cannot be chained; write a < b and b < c"),
        ("a = b iff b = c iff a = c", 17, "iff cannot be chained; use brackets"),
        ("(a = b) + 1 = c", 1, "expected a figure, not a condition"),
        ("a = (b = c)", 5, "expected a figure, not a condition"),
        ("a = b and c", 11, CONDITION_DUE),
        ("if a = b", 9, 'expected "then", found the end'),
        ("a = b and if b = c then a = c", 11, f'{FIGURE_DUE} "if"'),
        ("a:b = c", 2, RANGE),
        ("(a:b) = c", 3, RANGE),
        ("sum(a:1) = b", 7, "a range runs from one name to another"),
        ("sum(1:a) = b", 5, "a range runs from one name to another"),
        ("sum(a", 6, 'expected ")", found the end'),
        ("summ(a) = b", 1, "no function summ; did you mean sum?"),
        ("exec(a) = b", 1, "no function exec"),
        ("abs(a, b) = c", 1, "abs takes a single figure"),
        ("abs(a:b) = c", 1, "abs takes a single figure"),
        ("decimals(a + b) = 1", 1, "decimals takes the name of one figure"),
        ("count(a) = 1", 7, CONDITION_DUE),
        ('sum("a") = 1', 1, "sum takes figures, no texts"),
        ("remainder(a) = 1", 1, "remainder takes two figures, such as remainder(a, 0.5)"),
        ("remainder(a, b:c) = 1", 1, "remainder takes two figures, such as remainder(a, 0.5)"),
        ("steps(a + b) = 1", 1, "steps takes the name of one text head"),
        ("tally(a, b) = 1", 1, "tally takes the name of one repeated line"),
        ("tally(a:b) = 1", 1, "tally takes the name of one repeated line"),
        (
            "place(a) = 1",
            1,
            "place takes a head, and a repeated line or figures: place(score, unit)",
        ),
        (
            "dense(a, b, c.d) = 1",
            1,
            "dense takes a head, and a repeated line or figures: dense(score, unit)",
        ),
        (
            "dense(a, 1) = 1",
            1,
            "dense takes a head, and a repeated line or figures: dense(score, unit)",
        ),
        ("filled(a, b)", 1, "filled takes the name of one cell"),
        ("filled(a) = 1", 1, "expected a figure, not a condition"),
        ("mentions(a)", 1, MENTIONS),
        ("mentions(a, b)", 1, MENTIONS),
        ('mentions(a, "")', 1, MENTIONS),
        ('mentions("a", "b")', 1, MENTIONS),
        ("rises(a, 1)", 1, "rises takes names and ranges"),
        ("rises(a, b) > 0", 1, "expected a figure, not a condition"),
        ('"a" = b', 1, f'{FIGURE_DUE} "a"'),
        ('mentions(a, "b', 13, 'a text ends with " on the same line'),
        ("mentions(a, “b”)", 13, '"“" is not known; write "'),
        ("mentions(a, 'b')", 13, '"\'" is not known; write "'),
        ("a.b.c.d = 1", 1, "a name has at most three parts: table.line.head"),
        ("a ≤ b", 3, '"≤" is not known; write <='),
        ("a ＝ b", 3, '"＝" is not known; write ='),
        ("a == b", 4, f'{FIGURE_DUE} "="'),
        ("Total = a", 1, "names are written in small letters"),
        ("a = 1e5", 6, '"e" is not known here'),
        ("a = 1.", 6, '"." is not known here'),
        ("a. = 1", 2, '"." is not known here'),
        ("a__ = b@c", 8, '"@" is not known here'),
        ("a = " + "9" * 31, 5, "the number is too long"),
        ("(" * 31 + "a", 32, "nested more than 30 deep"),
        ("-" * 31 + "a = b", 32, "nested more than 30 deep"),
        ("not " * 31 + "a = b", 125, "nested more than 30 deep"),
        ("a" + "+a" * 200, 401, "more than 400 words and signs"),
        (" " * 4001, 4001, "longer than 4000 characters"),
    ],
)
def test_refuse(text: str, place: int, said: str) -> None:
    with pytest.raises(EditSyntaxError) as refused:
        parse_edit(text)

    assert str(refused.value) == f"at character {place}: {said}"


def test_refuse_in_chinese() -> None:
    with pytest.raises(EditSyntaxError) as refused:
        parse_edit("a = summ(b)")

    assert refused.value.say("zh") == "第 5 个字符处：没有函数 summ，是否应为 sum？"


_WORDS = st.from_regex(r"[a-z][a-z0-9_]{0,3}", fullmatch=True).filter(
    lambda word: word not in {"and", "or", "not", "if", "then", "iff"}
)
_NAMES = st.lists(_WORDS, min_size=1, max_size=3).map(lambda parts: Name(tuple(parts)))
_KEYS = _WORDS.map(lambda word: Name((word,)))
_TEXTS = st.text(st.characters(exclude_characters='"\r\n', codec="utf-8"), min_size=1).map(Words)
_CONSTANTS = st.one_of(
    st.integers(-(10**12), 10**12),
    st.decimals(-(10**9), 10**9, places=3),
).map(Constant)


def _larger_operand(inner: st.SearchStrategy[Operand]) -> st.SearchStrategy[Operand]:
    spans = st.builds(Span, _NAMES, _NAMES)
    arguments = st.lists(st.one_of(inner, spans), min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Operation, st.sampled_from("+-*/"), inner, inner),
        st.builds(Call, st.sampled_from(["sum", "mean", "min", "max"]), arguments),
        st.builds(Call, st.just("abs"), st.tuples(inner)),
        st.builds(Call, st.just("remainder"), st.tuples(inner, inner)),
        st.builds(Call, st.sampled_from(["decimals", "steps", "tally"]), st.tuples(_NAMES)),
        st.builds(Call, st.sampled_from(["place", "dense"]), st.tuples(_KEYS, _KEYS)),
    )


_OPERANDS = st.recursive(st.one_of(_NAMES, _CONSTANTS), _larger_operand, max_leaves=6)


def _larger_condition(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    several = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Junction, st.sampled_from(["and", "or"]), several),
        st.builds(Negation, inner),
        st.builds(Implication, inner, inner),
        st.builds(Equivalence, inner, inner),
        st.builds(Comparison, st.just("<"), st.builds(Tally, several), _OPERANDS),
    )


_COMPARISONS = st.builds(
    Comparison, st.sampled_from(["=", "!=", "<=", ">=", "<", ">"]), _OPERANDS, _OPERANDS
)
_TESTS = st.one_of(
    st.builds(edits.Test, st.just("filled"), st.tuples(_NAMES)),
    st.builds(edits.Test, st.just("mentions"), st.tuples(_NAMES, _TEXTS)),
    st.builds(edits.Test, st.just("rises"), st.tuples(st.builds(Span, _NAMES, _NAMES), _NAMES)),
)
_CONDITIONS = st.recursive(st.one_of(_COMPARISONS, _TESTS), _larger_condition, max_leaves=6)


@given(_CONDITIONS)
def test_what_is_written_parses_to_the_same_tree(tree: Condition) -> None:
    written = edit_text(tree)

    assert parse_edit(written) == tree


_TOKENS = 'a b sum count tally place mentions "c" if then and or not iff'.split()
_SIGNS = "( ) , : = < + - * / 1 2.5 .".split()


@given(st.lists(st.sampled_from([*_TOKENS, *_SIGNS]), max_size=40))
def test_any_words_parse_or_are_refused(words: list[str]) -> None:
    try:
        parsed = parse_edit(" ".join(words))
    except EditSyntaxError:
        return

    assert parse_edit(edit_text(parsed)) == parsed
