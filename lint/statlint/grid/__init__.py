"""From a sheet to a rectangle of cells that can be read as figures."""

from statlint.grid.captions import captions_of
from statlint.grid.grid import FIGURE_AS_TEXT, Grid, spread
from statlint.grid.reading import read_cell

__all__ = ["FIGURE_AS_TEXT", "Grid", "captions_of", "read_cell", "spread"]
