"""From a document to its sections, sentences and the figures in them."""

from statlint.prose.model import (
    Exactness,
    Passage,
    Prose,
    Quantity,
    QuantityKind,
    Section,
    Sentence,
)
from statlint.prose.read import read_prose

__all__ = [
    "Exactness",
    "Passage",
    "Prose",
    "Quantity",
    "QuantityKind",
    "Section",
    "Sentence",
    "read_prose",
]
