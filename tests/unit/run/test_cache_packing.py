"""Results packed into bytes; bytes of others become nothing."""

from __future__ import annotations

import pickle
import zlib
from array import array
from fractions import Fraction
from pathlib import PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.choice import StrEnum
from statlint.config import Settings
from statlint.finding import Crash, FileStatus, Severity
from statlint.history.drift import Drift
from statlint.history.imprint import Imprint
from statlint.run.cache_packing import UnpackError, pack, unpack
from statlint.table import Label
from statlint.values import CellRange, CellRef, Period, Text
from statlint.values.place import Place

FLOATS, NUMBERS = array("d", [1.5]), array("l", [1])
IMPRINT = Imprint(
    "f",
    "t",
    Text("表", "t"),
    Label("a", None, CellRef(1, 2)),
    b"1",
    FLOATS,
    figures=3,
    filled=3,
    fixed=True,
    lines=b"",
)
DRIFT = Drift(
    "f",
    "t",
    "a",
    ("k",),
    FLOATS,
    FLOATS,
    whole=True,
    sheet=None,
    rows=NUMBERS,
    columns=NUMBERS,
    lines=("l",),
    heads=("h",),
)


class Other(StrEnum):
    """Words that are kept nowhere."""

    WORD = "word"


class Hostile:
    """Has something of its own made when it is unpacked."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        """Say that a path is to be made."""
        return PurePath, ("folder",)


@pytest.mark.parametrize(
    "thing",
    [
        None,
        (1, 2.5, "text", b"bytes", frozenset({"a"}), {"a": (1,)}),
        Severity.ERROR,
        FileStatus.CHECKED,
        (FLOATS, NUMBERS),
        CellRange(CellRef(1, 2), CellRef(3, 4)),
        Period.parse("2024-Q1"),
        Place.of("table", 3),
        Crash("B101", "a.csv", "error", "traceback"),
    ],
    ids=["nothing", "plain", "word", "status", "arrays", "cells", "period", "place", "crash"],
)
def test_what_is_packed_comes_back(thing: object) -> None:
    packed = pack(thing)

    assert packed is not None
    assert unpack(packed) == thing


def test_what_rolls_need_comes_back() -> None:
    packed = pack((IMPRINT, DRIFT))

    assert packed is not None
    assert repr(unpack(packed)) == repr((IMPRINT, DRIFT))


@pytest.mark.parametrize(
    "thing",
    [
        Hostile(),
        Other.WORD,
        Hostile,
        len,
        (FLOATS, Fraction(1, 2)),
        Fraction(1, 2),
        Settings(),
        pack,
        Severity.ERROR.rank.__class__.from_bytes,
    ],
    ids=[
        "a function",
        "another's word",
        "another's class",
        "one built in",
        "beside arrays",
        "a class of Python's",
        "a room that keeps nothing",
        "our own",
        "a method",
    ],
)
def test_nothing_else_is_packed_or_unpacked(thing: object) -> None:
    assert pack(thing) is None
    with pytest.raises(UnpackError):
        unpack(zlib.compress(pickle.dumps(thing)))


@pytest.mark.parametrize(
    "code",
    [
        b"cos\nsystem\n(S'true'\ntR.",
        b"cstatlint.finding.kinds\nos.system\n.",
        b"cstatlint.values.exact\nDecimal\n.",
        b"cstatlint.values.text\nlabel_key\n(S'a'\ntR.",
        b"carray\nos\n.",
        b"cstatlint.finding.nowhere\nFinding\n.",
        b"\x80\x04\x8c\x17statlint.finding.finding\x8c\x16Finding.__init__.__call__\x93.",
    ],
    ids=[
        *("another module", "through ours", "what ours imports", "a function of ours"),
        *("through array", "no module", "inside a class"),
    ],
)
def test_no_word_of_a_pickle_leads_anywhere_else(code: bytes) -> None:
    with pytest.raises(UnpackError):
        unpack(zlib.compress(code))


@given(st.binary(max_size=200))
def test_bytes_of_any_kind_are_refused(content: bytes) -> None:
    with pytest.raises(UnpackError):
        unpack(content)
