"""From a table to its facts."""

from statlint.facts.model import Fact, Facts
from statlint.facts.read import read_facts

__all__ = ["Fact", "Facts", "read_facts"]
