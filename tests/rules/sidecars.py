"""Cases with a file of justifications beside the table."""

from __future__ import annotations

from statlint.finding import Finding
from statlint.justification.home import Home
from statlint.justification.sidecar import sidecar_of
from statlint.run.against_sidecar import accepted_by
from statlint.run.result import FileResult
from statlint.run.work import Work


def with_sidecar(result: FileResult, written: str, work: Work) -> tuple[Finding, ...]:
    """Hold the findings of a file against a sidecar; those that it accepts are left out."""
    path = result.file.path
    home = Home(f"{path}.statlint.toml")
    sidecar = sidecar_of(str(home.path), written.encode())
    told = accepted_by(sidecar, home, result.findings, path=path, results=[result], work=work)
    assert [crash.traceback for crash in told.crashes] == []
    return tuple(one for one in told.findings if one.justified is None)
