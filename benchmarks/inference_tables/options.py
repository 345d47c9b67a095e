"""The options that all benchmarks on annotated tables share."""

from __future__ import annotations

import argparse
from pathlib import Path


def parser_on_tables(about: str | None) -> argparse.ArgumentParser:
    """Give a parser that takes the path to annotated tables and which of them to look at.

    `about` is the docstring of the benchmark, whose first line is its description.
    """
    parser = argparse.ArgumentParser(description=(about or "").partition("\n")[0])
    parser.add_argument("path", type=Path)
    parser.add_argument("--part", choices=("seen", "held-out", "all"), default="seen")
    parser.add_argument("--names", default="", help="only tables whose name holds this")
    parser.add_argument("--kind", choices=("official", "office"), help="only tables of this kind")
    return parser
