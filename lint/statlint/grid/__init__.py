"""From a sheet to a rectangle of cells that can be read as figures."""

from statlint.grid.captions import captions_of
from statlint.grid.grid import Grid, spread
from statlint.grid.reading import read_cell

__all__ = ["Grid", "captions_of", "read_cell", "spread"]
