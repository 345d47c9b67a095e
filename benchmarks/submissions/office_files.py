"""A document as LibreOffice Writer (7.4 or later) writes it, where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from submissions.model import Submission
from submissions.repack import repacked


def by_libreoffice(name: str, data: bytes) -> list[Submission]:
    """Open a document in LibreOffice, save it as its own kind and that as .docx again."""
    office = shutil.which("soffice")
    if office is None:
        return []
    stem, _, ending = name.rpartition(".")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"report.{ending}"
        path.write_bytes(data)
        for kind in ("odt", "docx"):
            path = _converted(office, path, kind)
        return [Submission(f"{stem}-LibreOffice.docx", repacked(path.read_bytes()), {})]


def _converted(office: str, path: Path, ending: str) -> Path:
    target = path.parent / ending
    profile = (path.parent / "profile").as_uri()
    subprocess.run(  # noqa: S603 - our own file, our own arguments
        [
            *(office, f"-env:UserInstallation={profile}", "--headless"),
            *("--convert-to", ending, "--outdir", str(target), str(path)),
        ],
        check=True,
        capture_output=True,
    )
    return target / f"{path.stem}.{ending}"
