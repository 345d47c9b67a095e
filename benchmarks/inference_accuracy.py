"""How well the relations of annotated tables are found: precision, recall and F1.

    PYTHONPATH=lint:rules python benchmarks/inference_accuracy.py aggregations.jl.gz

The file holds one table a line, as JSON: `file_name`, `table_array` (rows of texts),
`aggregation_annotations` (`aggregator_index`, `aggregatee_indices`, `operator`). A relation is
found where operator, aggregate cell and the set of part cells agree (`strict`), or operator and
aggregate cell (`cell`). A third of the tables, chosen by a hash of the name, is held out: it is
left out unless --part says otherwise, so that it can be measured once and not steered by.
"""

from __future__ import annotations

import time

from inference_tables.annotated import Annotated, annotated_tables, comparable, grid_of
from inference_tables.keys import Key, found_in, told
from inference_tables.options import parser_on_tables
from inference_tables.tally import Tally


def show(table: Annotated, found: set[Key]) -> None:
    """Print what was missed and what is wrong in one table, as statlint writes cells."""
    for sign, keys in (("-", table.due - found), ("+", found - table.due)):
        for line in told(keys):
            print(f"{table.name} {sign} {line}")


def main() -> None:
    """Score the tables of a file."""
    parser = parser_on_tables(__doc__)
    parser.add_argument("--show", action="store_true", help="list what differs, table by table")
    parser.add_argument("--tables", action="store_true", help="one line a table")
    options = parser.parse_args()
    sets: dict[str, tuple[Tally, Tally]] = {}
    seconds: list[tuple[float, str]] = []
    for table in annotated_tables(options.path, options.part, options.names):
        if options.kind not in {None, table.kind}:
            continue
        start = time.process_time()
        everything = found_in([grid_of(table.rows)])
        seconds.append((time.process_time() - start, table.name))
        found = comparable(everything)
        strict, cell = sets.setdefault(table.kind, (Tally(), Tally()))
        strict.add(table.due, found)
        cell.add_cells(table.due, found, frozenset())
        if options.tables:
            right = len(table.due & found)
            print(f"{table.name:32} due {len(table.due):5} found {len(found):5} right {right:5}")
        if options.show:
            show(table, found)
    for kind, (strict, cell) in sorted(sets.items()):
        print(f"{kind}, strict", *strict.lines(), sep="\n")
        print(f"{kind}, cell", *cell.lines(positions=False), sep="\n")
    slowest, name = max(seconds, default=(0.0, ""))
    print(f"slowest {name} {slowest:.2f} s, all {sum(one for one, _ in seconds):.1f} s CPU")


if __name__ == "__main__":
    main()
