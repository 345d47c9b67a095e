"""How each peer is installed and called: on the files that follow, in one process of its own.

Each says at the end whether it holds the last file for clean. Those that want to be told what a
table must be are told of its columns, and of its sums where they can be told.
"""

from __future__ import annotations

from dataclasses import dataclass

_NAMES = 'names = [f"c{at}" for at in range(1, 9)]\n'
_FRAMES = """
import pandas
def frame_of(path):
    return pandas.read_csv(path) if path.endswith(".csv") else pandas.read_excel(path)
"""


@dataclass(frozen=True, slots=True)
class Peer:
    """A program that checks tables: what pip installs, the way to call it, what it was told.

    `reads` are the endings of the files that it reads.
    """

    name: str
    wanted: tuple[str, ...]
    call: str
    told: str = "nothing"
    reads: tuple[str, ...] = (".xlsx", ".csv")


PEERS = (
    Peer(
        "sheet-lint",
        ("sheet-lint",),
        """
import contextlib, io, sys
from sheet_lint.cli import main
with contextlib.redirect_stdout(io.StringIO()):
    for path in sys.argv[1:]:
        clean = main([path]) == 0
""",
    ),
    Peer(
        "spreadsheet-auditor",
        ("spreadsheet-auditor",),
        """
import contextlib, io, runpy, sys
paths = sys.argv[1:]
for path in paths:
    with contextlib.redirect_stdout(io.StringIO()) as said:
        sys.argv = ["spreadsheet-auditor", path, "--quiet", "--json", "-", "--fail-on", "Low"]
        try:
            from spreadsheet_auditor.cli import main
            clean = not main()
        except SystemExit as end:
            clean = not end.code
""",
    ),
    Peer(
        "crease",
        ("crease",),
        """
import pathlib, sys, tempfile
import crease
lines = ["template_id: towns", "description: towns", "entities:", "  - name: town",
    "    cardinality: many", "    locate: {tab: Sheet, orientation: flat, header_row: 0}",
    "    fields:", "      - {name: area, source_column: area, type: string}"]
lines += [f"      - {{name: {name}, source_column: {name}, type: integer, minimum: 0}}"
    for name in (*(f"c{at}" for at in range(1, 9)), "total")]
with tempfile.TemporaryDirectory() as folder:
    written = pathlib.Path(folder, "towns.yml")
    written.write_text("\\n".join(lines))
    template = crease.Template.load(str(written))
for path in sys.argv[1:]:
    clean = crease.check(path, template)[1].is_valid
""",
        told="columns",
        reads=(".xlsx",),
    ),
    Peer(
        "frictionless",
        ("frictionless[excel]",),
        """
import sys
from frictionless import system, validate
with system.use_context(trusted=True):
    for path in sys.argv[1:]:
        clean = validate(path).valid
""",
    ),
    Peer(
        "excel-validator",
        ("excel-validator",),
        """
import contextlib, io, sys, tempfile
from excel_validator.validator import Validate
with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stderr(io.StringIO()):
    Validate(sys.argv[1], None, create=f"{folder}/made")
    for path in sys.argv[1:]:
        clean = Validate(path, f"{folder}/made/config.json").valid
""",
        told="columns",
        reads=(".xlsx",),
    ),
    Peer(
        "pandera",
        ("pandera[pandas]", "openpyxl"),
        f"""
import sys
import pandera.pandas as pandera
{_FRAMES}{_NAMES}
columns = {{name: pandera.Column(int, pandera.Check.ge(0)) for name in (*names, "total")}}
sums = pandera.Check(lambda frame: frame[names].sum(axis=1) == frame["total"])
schema = pandera.DataFrameSchema({{"area": pandera.Column(str, unique=True), **columns}}, sums)
for path in sys.argv[1:]:
    try:
        schema.validate(frame_of(path), lazy=True)
        clean = True
    except pandera.errors.SchemaErrors:
        clean = False
""",
        told="columns and sums",
    ),
    Peer(
        "pointblank",
        ("pointblank[pd]", "openpyxl"),
        f"""
import sys
import pointblank
{_FRAMES}{_NAMES}
for path in sys.argv[1:]:
    plan = pointblank.Validate(frame_of(path))
    plan = plan.col_vals_ge(columns=[*names, "total"], value=0)
    plan = plan.rows_distinct(columns_subset="area")
    plan = plan.col_vals_expr(lambda frame: frame[names].sum(axis=1) == frame["total"])
    clean = plan.interrogate().all_passed()
""",
        told="columns and sums",
    ),
    Peer(
        "great-expectations",
        ("great-expectations", "pandas", "openpyxl"),
        f"""
import contextlib, io, sys
import great_expectations
from great_expectations import expectations
{_FRAMES}{_NAMES}
context = great_expectations.get_context(mode="ephemeral")
suite = great_expectations.ExpectationSuite(name="towns")
for name in (*names, "total"):
    suite.add_expectation(expectations.ExpectColumnValuesToBeBetween(column=name, min_value=0))
suite.add_expectation(expectations.ExpectColumnValuesToBeUnique(column="area"))
source = context.data_sources.add_pandas("files").add_dataframe_asset("table")
batches = source.add_batch_definition_whole_dataframe("whole")
for path in sys.argv[1:]:
    with contextlib.redirect_stderr(io.StringIO()):
        clean = batches.get_batch({{"dataframe": frame_of(path)}}).validate(suite).success
""",
        told="columns",
    ),
)
