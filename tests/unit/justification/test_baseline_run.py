"""A baseline during a run: what is accepted, what is left of it, what is gone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from statlint.finding import Finding, Grounds, Justification
from statlint.justification.baseline import Baseline, Known, KnownFile
from statlint.justification.baseline_run import BaselineRun, Looked, SettledBaseline
from unit.justification.found import found

A, B, C = found("1"), found("2"), found("3")
LEANING = replace(found("4"), code="X206")
ALL = ("B101", "X206")


class Repository:
    """A folder of files and its baseline; runs are told as files with their findings."""

    def __init__(self, folder: Path) -> None:
        """Begin without files."""
        self.folder = folder
        self.known: Mapping[str, KnownFile] = {}

    def write(self, *names: str) -> None:
        """Write files that hold their own names."""
        for name in names:
            path = self.folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(name)

    def run(
        self,
        files: Mapping[str, Sequence[Finding]],
        *,
        walked: Sequence[str] | None = None,
        ran: Sequence[str] = ALL,
        begins: bool = False,
        beside: Sequence[str] = (),
        barred: Sequence[str] = (),
    ) -> tuple[dict[str, list[bool]], SettledBaseline]:
        """Tell which findings are accepted, and what the run made of the baseline."""
        path = self.folder / "statlint-baseline.json"
        places = [str(self.folder / one) for one in (("",) if walked is None else walked)]
        run = BaselineRun(Baseline(path, self.known), places, begins=begins)
        looked = Looked(frozenset(ran), frozenset(beside))
        told = {
            name: run.accept(
                str(self.folder / name), findings, looked, lambda one: one.code in barred
            )
            for name, findings in files.items()
        }
        settled = run.settle()
        settled = replace(settled, files=run.with_contents(settled.files))
        return {name: [bool(one.justified) for one in said] for name, said in told.items()}, settled

    def begin(self, files: Mapping[str, Sequence[Finding]], beside: Sequence[str] = ()) -> None:
        """Write the files and their baseline."""
        self.write(*files)
        _, settled = self.run(files, begins=True, beside=beside)
        self.known = settled.files


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


def values(settled: SettledBaseline) -> dict[str, int]:
    """Count what is left by file."""
    return {name: len(file.findings) for name, file in settled.files.items()}


def gone(settled: SettledBaseline) -> list[str]:
    return [name for name, _ in settled.gone]


def test_the_first_run_takes_in_all_that_is_open(repository: Repository) -> None:
    explained = replace(B, justified=Justification(Grounds.SIDECAR))
    own = replace(C, code="J001")
    repository.write("a.csv", "b.csv")

    told, settled = repository.run(
        {"a.csv": [A, explained, own, LEANING], "b.csv": []}, begins=True
    )

    assert told == {"a.csv": [True, True, False, True], "b.csv": []}
    assert [(one.rule, one.place, one.beside) for one in settled.files["a.csv"].findings] == [
        ("B101", "B4", None),
        ("X206", "B4", ()),
    ]
    assert (settled.accepted, settled.new, settled.gone) == (2, 0, ())


def test_what_is_known_is_accepted_and_what_is_new_is_not(repository: Repository) -> None:
    repository.begin({"a.csv": [A, B]})

    told, settled = repository.run({"a.csv": [C, B, A, A]})

    assert told == {"a.csv": [False, True, True, False]}
    assert (settled.accepted, settled.new, values(settled)) == (2, 2, {"a.csv": 2})


def test_says_that_the_grounds_are_the_baseline(repository: Repository) -> None:
    repository.begin({"a.csv": [A]})
    path = repository.folder / "statlint-baseline.json"
    run = BaselineRun(Baseline(path, repository.known))

    accepted = run.accept(str(repository.folder / "a.csv"), [A], Looked())

    assert accepted == (replace(A, justified=Justification(Grounds.BASELINE)),)


def test_a_run_may_start_again(repository: Repository) -> None:
    repository.begin({"a.csv": [A, B], "b.csv": [C]})
    (repository.folder / "b.csv").rename(repository.folder / "c.csv")
    path = repository.folder / "statlint-baseline.json"
    run = BaselineRun(Baseline(path, repository.known), [str(repository.folder)])
    files = {"a.csv": [B], "c.csv": [C, C]}

    settled = []
    for _ in range(2):
        run.start()
        for name, findings in files.items():
            run.accept(str(repository.folder / name), findings, Looked(frozenset(ALL)))
        settled.append(run.settle())

    assert settled[0] == settled[1]
    assert (settled[1].accepted, settled[1].new, gone(settled[1])) == (2, 1, ["a.csv"])


def test_equal_ones_are_accepted_as_often_as_they_were_there(repository: Repository) -> None:
    repository.begin({"a.csv": [A, A]})

    told, settled = repository.run({"a.csv": [A]})

    assert told == {"a.csv": [True]}
    assert (values(settled), gone(settled)) == ({"a.csv": 1}, ["a.csv"])


def test_a_figure_in_another_file_is_not_known(repository: Repository) -> None:
    repository.begin({"a.csv": [A], "b.csv": [B]})

    told, _ = repository.run({"a.csv": [B], "b.csv": [A]})

    assert told == {"a.csv": [False], "b.csv": [False]}


def test_what_was_mended_is_gone(repository: Repository) -> None:
    repository.begin({"a.csv": [A, B], "b.csv": [C]})

    _, settled = repository.run({"a.csv": [B], "b.csv": []})

    assert (values(settled), gone(settled)) == ({"a.csv": 1}, ["a.csv", "b.csv"])


def test_what_was_explained_since_is_no_longer_needed(repository: Repository) -> None:
    repository.begin({"a.csv": [A]})

    _, settled = repository.run({"a.csv": [replace(A, justified=Justification(Grounds.SIDECAR))]})

    assert (settled.files, gone(settled), settled.accepted) == ({}, ["a.csv"], 0)


def test_rules_that_did_not_look_leave_what_they_found(repository: Repository) -> None:
    repository.begin({"a.csv": [A, LEANING]})

    _, settled = repository.run({"a.csv": []}, ran=("X206",))

    assert [one.rule for one in settled.files["a.csv"].findings] == ["B101"]


def test_files_that_were_not_checked_stay(repository: Repository) -> None:
    repository.begin({"a.csv": [A], "b.csv": [B]})

    _, settled = repository.run({"a.csv": [A]})

    assert (values(settled), gone(settled)) == ({"a.csv": 1, "b.csv": 1}, [])


def test_what_other_files_were_needed_for_is_gone_in_a_whole_run_only(
    repository: Repository,
) -> None:
    repository.begin({"a.csv": [LEANING], "b.csv": [LEANING]})

    _, alone = repository.run({"a.csv": []}, walked=["a.csv"])
    _, whole = repository.run({"a.csv": [], "b.csv": [LEANING]}, walked=["a.csv", "b.csv"])

    assert (gone(alone), gone(whole)) == ([], ["a.csv"])


def test_what_earlier_tables_were_needed_for_is_gone_only_where_they_are_there(
    repository: Repository,
) -> None:
    repository.begin({"a.csv": [LEANING]}, beside=["previous"])

    _, without = repository.run({"a.csv": []}, beside=["parts"])
    _, with_them = repository.run({"a.csv": []}, beside=["parts", "previous"])

    assert (gone(without), gone(with_them)) == ([], ["a.csv"])


def test_a_file_that_is_excluded_now_does_not_stand_in_the_way(repository: Repository) -> None:
    repository.begin({"a.csv": [LEANING], "b.csv": [B]})

    _, settled = repository.run({"a.csv": []})

    assert (values(settled), gone(settled)) == ({"b.csv": 1}, ["a.csv"])


@pytest.mark.parametrize(
    ("walked", "left"),
    [
        pytest.param([""], ["a.csv"], id="the run came by"),
        pytest.param(["a.csv"], ["2023/b.csv", "a.csv"], id="it did not"),
    ],
)
def test_a_deleted_file_is_gone(
    repository: Repository, walked: Sequence[str], left: Sequence[str]
) -> None:
    repository.begin({"a.csv": [A], "2023/b.csv": [B]})
    (repository.folder / "2023/b.csv").unlink()

    _, settled = repository.run({"a.csv": [A]}, walked=walked)

    assert sorted(settled.files) == left


def test_a_renamed_file_is_known_by_what_it_holds(repository: Repository) -> None:
    repository.begin({"a.csv": [A, B], "b.csv": [C]})
    (repository.folder / "a.csv").rename(repository.folder / "c.csv")

    told, settled = repository.run({"b.csv": [C], "c.csv": [A, B]})

    assert told == {"b.csv": [True], "c.csv": [True, True]}
    assert (values(settled), gone(settled)) == ({"b.csv": 1, "c.csv": 2}, [])


def test_a_copy_is_new(repository: Repository) -> None:
    repository.begin({"a.csv": [A]})
    (repository.folder / "c.csv").write_text("a.csv")

    told, _ = repository.run({"a.csv": [A], "c.csv": [A]})

    assert told == {"a.csv": [True], "c.csv": [False]}


def test_two_copies_cannot_both_be_what_was_renamed(repository: Repository) -> None:
    repository.begin({"a.csv": [A]})
    (repository.folder / "a.csv").rename(repository.folder / "c.csv")
    (repository.folder / "d.csv").write_text("a.csv")

    told, _ = repository.run({"c.csv": [A], "d.csv": [A]})

    assert told == {"c.csv": [True], "d.csv": [False]}


def test_a_file_renamed_and_changed_is_new(repository: Repository) -> None:
    repository.begin({"a.csv": [A]})
    (repository.folder / "a.csv").unlink()
    (repository.folder / "c.csv").write_text("other")

    told, settled = repository.run({"c.csv": [A], "d.csv": []})

    assert (told["c.csv"], gone(settled)) == ([False], ["a.csv"])


def test_what_was_mended_keeps_the_digest_of_what_is_there_now(repository: Repository) -> None:
    repository.begin({"a.csv": [A], "b.csv": [B]})
    before = dict(repository.known)
    (repository.folder / "a.csv").write_text("changed")

    _, settled = repository.run({"a.csv": [A]})

    assert settled.files["b.csv"] == before["b.csv"]
    assert settled.files["a.csv"].findings == before["a.csv"].findings
    assert settled.files["a.csv"].content != before["a.csv"].content


def test_what_may_not_be_accepted_is_not_taken_in(repository: Repository) -> None:
    repository.write("a.csv")

    told, settled = repository.run({"a.csv": [A]}, begins=True, barred=("B101",))

    assert (told, settled.files, settled.new) == ({"a.csv": [False]}, {}, 1)


def test_what_may_no_longer_be_accepted_fails_and_stays_known(repository: Repository) -> None:
    repository.begin({"a.csv": [A]})

    told, settled = repository.run({"a.csv": [A]}, barred=("B101",))

    assert (told, values(settled), settled.new) == ({"a.csv": [False]}, {"a.csv": 1}, 0)


def test_places_in_documents_are_told_in_no_language(repository: Repository) -> None:
    in_text = replace(A, place="paragraph 12", sheet="paragraph 12", cell=None)
    on_sheet = replace(B, sheet="表一")
    repository.begin({"a.docx": [in_text, on_sheet]})

    assert [one.place for one in repository.known["a.docx"].findings] == [
        "paragraph 12",
        "表一!B4",
    ]


def test_a_list_of_what_is_gone_is_in_order(repository: Repository) -> None:
    repository.begin({"b.csv": [A, B], "a.csv": [C]})

    _, settled = repository.run({"b.csv": [], "a.csv": []})

    assert settled.gone == tuple(
        (name, one) for name in ("a.csv", "b.csv") for one in repository.known[name].findings
    )
    assert isinstance(settled.gone[0][1], Known)
