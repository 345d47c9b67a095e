"""Write the reports that the reporters are expected to give on the reports made by hand."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from statlint.reporters import REPORTERS, Look
from statlint.reporters.github_summary import write_summary
from statlint.values import Language
from unit.reporters import program_samples, samples

FOLDER = Path(__file__).parents[1] / "fixtures" / "reports"
LANGUAGES: tuple[Language, ...] = ("zh", "en")
RUN = {language: samples.whole_run(language) for language in LANGUAGES}
FOR_PROGRAMS = {language: program_samples.for_programs(language) for language in LANGUAGES}
ENDINGS = {
    "json-lines": "jsonl",
    "sarif": "sarif",
    "code-scanning": "sarif",
    "junit": "xml",
    "github": "txt",
    "gitlab": "json",
    "csv": "csv",
}
"""The formats for programs, and how the names of their files end."""


def expected() -> Mapping[str, str]:
    """Write each report under the name of its file."""
    text, concise, json = (REPORTERS[name] for name in ("text", "concise", "json"))
    written = {
        f"text.{language}.{width}.txt": text(report, Look(width=width))
        for language, report in RUN.items()
        for width in (80, 160)
    }
    written |= {f"concise.{language}.txt": concise(RUN[language], Look()) for language in RUN}
    written |= {f"json.{language}.json": json(RUN[language], Look()) for language in RUN}
    written["text.zh.quiet.txt"] = text(RUN["zh"], Look(quiet=True))
    written["text.en.statistics.txt"] = text(samples.yaohai("en"), Look(statistics=True))
    written["text.zh.colour.txt"] = text(samples.yaohai("zh"), Look(width=80, colour=True))
    written["text.zh.many.txt"] = text(samples.many_clean("zh"), Look(width=80))
    return written | expected_for_programs()


def expected_for_programs() -> dict[str, str]:
    """Write the reports for programs, as in the folder `data` of a repository."""
    look = Look(root="/repository", folder="data", pages="https://example.org/rules", status=2)
    written = {
        f"{name}.{language}.{ending}": REPORTERS[name](report, look)
        for language, report in FOR_PROGRAMS.items()
        for name, ending in ENDINGS.items()
    }
    return written | {
        f"github-summary.{language}.md": "".join(write_summary(report, look, 1 << 20))
        for language, report in FOR_PROGRAMS.items()
    }


def main() -> int:
    """Write the files."""
    FOLDER.mkdir(exist_ok=True)
    for name, text in expected().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
