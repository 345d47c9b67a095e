"""A Dask cluster: the same report, and clear words where something is wrong with it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from deadly_files import PACK, install_fatal, write_tables
from packs import form_text
from statlint.config import Settings
from statlint.finding import Report
from statlint.reporters import Look
from statlint.reporters.json import write_json
from statlint.run import check_paths
from statlint.run.workers import ground
from statlint.run.workers.cluster import Cluster, cluster
from statlint.run.workers.lost import OtherEditionError, WorkError

dask = pytest.importorskip("dask", reason="the extra cluster is not installed")
distributed = pytest.importorskip("distributed", reason="the extra cluster is not installed")
pytestmark = pytest.mark.filterwarnings("ignore")  # Dask has many of its own
NOBODY = "tcp://127.0.0.1:1"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give a folder that packages are looked for in, by the workers as well."""
    folder = tmp_path_factory.mktemp("site")
    install_fatal(folder)
    sys.path.insert(0, str(folder))
    yield folder
    sys.path.remove(str(folder))


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Start a cluster of two worker processes on this computer."""
    assert str(site) in sys.path
    # Each worker that a file ends takes some seconds to be replaced.
    at_once = dask.config.set({"distributed.scheduler.allowed-failures": 0})
    with (
        at_once,
        distributed.LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            processes=True,
            dashboard_address=None,
            host="127.0.0.1",
        ) as running,
    ):
        yield running.scheduler_address


@pytest.fixture
def executor(address: str) -> Iterator[Cluster]:
    """Connect with the cluster."""
    with cluster(address, "en") as found:
        yield found


def json_of(report: Report) -> str:
    return "".join(write_json(report, Look()))


def test_the_report_is_the_same(tmp_path: Path, executor: Cluster) -> None:
    paths = write_tables(tmp_path / "data", ["镇"] * 30)

    alone = json_of(check_paths(paths, Settings(jobs=1)))
    assert json_of(check_paths(paths, Settings(), executor=executor)) == alone
    assert executor.width == 2


def test_files_and_forms_are_sent(
    tmp_path: Path, executor: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_tables(tmp_path, ["镇"] * 5)
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms" / "own.toml").write_text(form_text("own"), encoding="utf-8")
    # The workers stand in another folder: they see none of these paths.
    monkeypatch.chdir(tmp_path)
    paths = [path.name for path in sorted(tmp_path.glob("*.csv"))]
    own, asked = Settings(forms=("forms",)), Settings(form="forms/own.toml")

    for settings in (own, asked):
        found = check_paths(paths, settings, executor=executor)
        assert json_of(found) == json_of(check_paths(paths, settings))
        assert {table.form for file in found.files for table in file.tables} == {"own"}


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
def test_a_file_over_which_workers_die_is_one_finding(tmp_path: Path, executor: Cluster) -> None:
    paths = write_tables(tmp_path / "data", ["镇", "镇", "killed", "镇"])

    report = check_paths(paths, Settings(packs=(PACK,)), executor=executor)

    found = [(one.path, one.code) for one in report.findings if one.code.startswith("F")]
    assert found == [(paths[2], "F007")]
    assert len(report.files) == len(paths)


def test_workers_of_another_version_are_told(
    tmp_path: Path, executor: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = write_tables(tmp_path / "data", ["镇"] * 3)
    own = ground.edition()
    monkeypatch.setattr(ground, "edition", lambda: ("statlint-9.9.9", *own[1:]))

    with pytest.raises(OtherEditionError) as error:
        check_paths(paths, Settings(), executor=executor)
    assert str(error.value) == (
        f"the workers have other versions than this command: there {own[0]}; here statlint-9.9.9"
    )


@pytest.mark.parametrize(
    ("language", "said"),
    [
        pytest.param("en", f"the Dask scheduler at {NOBODY} cannot be reached: ", id="English"),
        pytest.param("zh", f"连接不上 Dask 调度器 {NOBODY}：", id="Chinese"),
    ],
)
def test_a_scheduler_that_is_not_there_is_told(
    monkeypatch: pytest.MonkeyPatch, language: str, said: str
) -> None:
    monkeypatch.setattr("statlint.run.workers.cluster._PATIENCE", 0.3)

    with pytest.raises(WorkError) as error, cluster(NOBODY, "zh" if language == "zh" else "en"):
        pass
    assert str(error.value).startswith(said)


def test_a_cluster_without_workers_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = write_tables(tmp_path / "data", ["镇"])
    with distributed.LocalCluster(n_workers=0, dashboard_address=None, host="127.0.0.1") as empty:
        address = empty.scheduler_address
        with pytest.raises(WorkError, match="has no worker"), cluster(address, "en"):
            pass
        # One that had a worker when it was asked, and has lost it since.
        monkeypatch.setattr("statlint.run.workers.cluster._ALONE", 0.5)
        with distributed.Client(address, set_as_default=False) as client:
            left = Cluster(client, "en")
            left.width = 1
            with pytest.raises(WorkError, match="has no worker"):
                check_paths(paths, Settings(), executor=left)


def test_an_extra_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)

    with pytest.raises(WorkError, match=r"pip install 'statlint\[cluster\]'"), cluster("", "en"):
        pass
