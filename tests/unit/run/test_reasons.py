"""Reasons that are written, replaced and taken back, and why one cannot be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from statlint.finding import Finding, Nature, Policy
from statlint.justification.home import Home
from statlint.justification.judge import Ground, judge
from statlint.justification.sidecar import read_sidecar
from statlint.justification.terms import Terms
from statlint.run.explained import Explained
from statlint.run.reasons import (
    NoAuthorError,
    Reason,
    ReasonError,
    TooLateError,
    UnkeptError,
    prune,
    take_back,
    write_reasons,
)
from unit.justification.found import found

TODAY = date(2026, 11, 22)
ONE, OTHER = (
    found("33", nature=Nature.QUERY),
    found("40", line="Other", nature=Nature.QUERY),
)
GIVEN = Reason("as printed", "王", TODAY)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder of one's own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def now(*findings: Finding, policy: Policy | None = None) -> Explained:
    """Give findings with what their sidecar says of them."""
    home = Home("town.csv.statlint.toml")
    sidecar = (
        replace(read_sidecar(home.path), wrongs=()) if home.is_there else read_sidecar(home.path)
    )
    ground = Ground(Terms(policy or Policy(), TODAY), {}, lambda _: True)
    judged = judge(sidecar, findings, ground)[1].judged
    of_findings = {id(one.finding): one for one in judged if one.finding is not None}
    return Explained("town.csv", home, findings, sidecar, judged, ground, of_findings)


def kept() -> Sequence[tuple[str, str]]:
    """Give what the sidecar says."""
    path = Path("town.csv.statlint.toml")
    return [(one.line, one.reason) for one in read_sidecar(path).entries] if path.exists() else []


def test_reasons_are_written_and_replaced() -> None:
    assert write_reasons(now(ONE, OTHER), [(ONE, GIVEN), (OTHER, GIVEN)], "en") == 0
    assert kept() == [("Total", "as printed"), ("Other", "as printed")]

    again = replace(GIVEN, text="asked again")
    assert write_reasons(now(ONE, OTHER), [(ONE, again)], "en") == 1
    assert kept() == [("Other", "as printed"), ("Total", "asked again")]


def test_reasons_are_taken_back() -> None:
    write_reasons(now(ONE, OTHER), [(ONE, GIVEN), (OTHER, GIVEN)], "en")

    assert take_back(now(ONE, OTHER), [ONE], "en") == 1
    assert kept() == [("Other", "as printed")]
    assert take_back(now(ONE, OTHER), [ONE], "en") == 0
    assert take_back(now(ONE, OTHER), [OTHER], "en") == 1
    assert not Path("town.csv.statlint.toml").exists()


def test_what_accepts_nothing_is_taken_out() -> None:
    write_reasons(now(ONE, OTHER), [(ONE, GIVEN), (OTHER, GIVEN)], "en")

    gone, is_left = prune(now(OTHER), "en")

    assert ([one.entry.line for one in gone], is_left) == (["Total"], True)
    assert kept() == [("Other", "as printed")]
    assert prune(now(OTHER), "en") == ((), True)


@pytest.mark.parametrize(
    ("policy", "reason", "kind", "said"),
    [
        pytest.param(
            Policy(by=True),
            replace(GIVEN, by=""),
            NoAuthorError,
            "the settings ask by whom it is justified",
            id="no author",
        ),
        pytest.param(
            Policy(days=10),
            replace(GIVEN, until=date(2027, 1, 1)),
            TooLateError,
            "the settings let a reason hold for 10 days, until 2026-12-02",
            id="too late",
        ),
    ],
)
def test_terms_are_held(policy: Policy, reason: Reason, kind: type[ReasonError], said: str) -> None:
    with pytest.raises(kind) as raised:
        write_reasons(now(ONE, policy=policy), [(ONE, reason)], "en")

    assert (raised.value.words.en, str(raised.value), raised.value.path) == (said, said, "")
    assert kept() == []


@pytest.mark.parametrize(
    ("policy", "until", "kept_until"),
    [
        pytest.param(Policy(days=10), None, date(2026, 12, 2), id="as long as one may hold"),
        pytest.param(Policy(days=10), date(2026, 11, 30), date(2026, 11, 30), id="shorter"),
        pytest.param(Policy(), None, None, id="without an end"),
    ],
)
def test_the_end_is_that_of_the_settings_at_most(
    policy: Policy, until: date | None, kept_until: date | None
) -> None:
    assert replace(GIVEN, until=until).entry_for(ONE, now(ONE, policy=policy)).until == kept_until


def test_a_sidecar_that_cannot_be_changed_stays() -> None:
    path = Path("town.csv.statlint.toml")
    path.write_bytes('justified = [{ rule = "B101", reason = "甲" }]\n'.encode("gbk"))

    with pytest.raises(UnkeptError) as raised:
        write_reasons(now(ONE), [(ONE, GIVEN)], "en")

    assert raised.value.path == str(path)
    assert raised.value.words.zh.startswith("写法特殊")
    assert path.read_bytes().decode("gbk").startswith("justified")


def test_a_sidecar_that_has_no_room_is_told() -> None:
    Path("town.csv.statlint.toml").mkdir()

    with pytest.raises(UnkeptError) as raised:
        write_reasons(now(ONE), [(ONE, GIVEN)], "en")

    assert raised.value.words.en.startswith("cannot be written (")
