"""Every setting counts for what is kept, but for those that are known not to."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

import pytest

from statlint.config import Settings
from statlint.config.datasets import Dataset
from statlint.config.model import FilePattern
from statlint.config.patterns import read_pattern
from statlint.finding import Policy, Severity
from statlint.run import prepare
from statlint.run.contents import Contents
from statlint.run.digests import digest, told
from statlint.run.stated import AFTERWARDS, TOLD_OTHERWISE, Stated
from statlint.values import Period, Thresholds
from statlint.values.demands import Demands
from statlint.values.due_units import DueUnit
from statlint.values.limits import Limits

OTHER = Settings(
    language="zh",
    form="own",
    period=Period(2024),
    select=("B",),
    ignore=("B",),
    preview=True,
    fail_level=Severity.WARNING,
    kind_of_unit="town",
    blank="zero",
    edits_on=("Y5",),
    edits_off=("Y5",),
    encoding="gbk",
    units=("a",),
    infer=False,
    previous=("a",),
    parts=("a",),
    thresholds=Thresholds(unusual=9.0),
    due=(DueUnit("a"),),
    due_file="a",
    found_texts=frozenset({"a"}),
    convert=True,
    demands=Demands(sign_by=(1, 31)),
    extend_select=("B",),
    severities=(("B", Severity.ERROR),),
    exclude=(FilePattern("a", "b"),),
    gitignore=False,
    policy=Policy(excel=False),
    baseline="a",
    cache=False,
    cache_folder="a",
    pages="a",
    jobs=2,
    limits=Limits(cells=7),
    series=True,
)
NAMED = frozenset({"datasets", "ignored_in", "packs", "form_packs", "forms"})
"""Settings that name files, which other tests change."""


def stamp(settings: Settings) -> bytes | None:
    return Stated(b"1", Contents()).of(prepare(settings))


@pytest.mark.parametrize("name", sorted({one.name for one in fields(Settings)} - NAMED))
def test_a_setting_counts_unless_it_is_applied_to_results(name: str) -> None:
    usual, other = Settings(), Settings(**{name: getattr(OTHER, name)})

    assert getattr(other, name) != getattr(usual, name)
    assert (stamp(other) == stamp(usual)) is (name in AFTERWARDS | TOLD_OTHERWISE)


def test_the_settings_that_do_not_count_are_there() -> None:
    assert {one.name for one in fields(Settings)} >= AFTERWARDS | TOLD_OTHERWISE


def test_a_list_of_units_counts_with_its_content(tmp_path: Path) -> None:
    path = tmp_path / "units.txt"
    settings = Settings(due_file=str(path))
    absent = Stated(b"1", Contents()).lists(settings)
    found = []
    for text in ("甲\n", "乙\n"):
        path.write_text(text, encoding="utf-8")
        found.append(Stated(b"1", Contents()).lists(settings))

    assert absent is None
    assert None not in found
    assert len(set(found)) == 2


def test_the_form_of_a_data_set_counts_with_its_content(tmp_path: Path) -> None:
    path = tmp_path / "form.toml"
    dataset = Dataset("a", read_pattern("{year}.csv"), str(tmp_path), form=str(path))
    found = []
    for text in ("a", "b"):
        path.write_text(text, encoding="utf-8")
        found.append(stamp(Settings(datasets=(dataset,))))

    assert len(set(found)) == 2


def test_own_forms_that_are_gone_cannot_be_told(tmp_path: Path) -> None:
    from statlint.errors import FormError

    with pytest.raises(FormError):
        stamp(Settings(forms=(str(tmp_path / "absent"),)))


@dataclass(frozen=True)
class Several:
    """Something that settings may hold."""

    words: frozenset[str]
    by_name: dict[str, int]


def test_equal_values_read_alike() -> None:
    one = Several(frozenset("abcdef"), {"a": 1, "b": 2})
    same = Several(frozenset("fedcba"), {"b": 2, "a": 1})

    assert digest(told(one)) == digest(told(same))
    assert digest(told(one)) != digest(told(Several(frozenset("abc"), {})))
