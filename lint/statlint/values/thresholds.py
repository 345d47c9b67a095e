"""How unusual a figure must be before a reason is asked for."""

from __future__ import annotations

from statlint.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What is asked about when a table is held against earlier ones, and against other units.

    A score is how many of its own usual deviations a figure is away from what was expected.
    """

    false_alarms: float = 0.2
    """How many figures of a table without errors are told on average, whatever its size."""
    unusual: float = 2.5
    """The lowest score that is told, in a table so small that `false_alarms` would allow less."""
    warning: float = 3.0
    """The score from which on it is a warning; less is information."""
    factor: float = 0.15
    """How near a change must be to a power of ten, in powers of ten: 0.15 is 7 to 14 times."""
    series: float = 3.5
    """The lowest score that is told of a figure with four or more earlier ones."""
    units: float = 20.0
    """How many usual deviations a unit's change is away from that of the others: a warning."""
    units_information: float = 7.0
    """The same, for information."""
    fewest_units: int = 10
    """How many units there must be before one is held against the others."""
    vanished: float = 10.0
    """The least figure whose vanishing, or appearing from nothing, is told."""
    same: float = 10_000.0
    """What the odds must be against a table being the same as last year's by chance."""
    least_change: float = 3.0
    """How many times more or less than expected a figure must be: true ones often double."""
