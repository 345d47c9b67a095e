"""Write the reports that the reporters are expected to give on the reports made by hand."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from statlint.reporters import REPORTERS, Look
from unit.reporters import samples

FOLDER = Path(__file__).parents[1] / "fixtures" / "reports"
RUN = {"zh": samples.whole_run("zh"), "en": samples.whole_run("en")}


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
    return written


def main() -> int:
    """Write the files."""
    FOLDER.mkdir(exist_ok=True)
    for name, text in expected().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
