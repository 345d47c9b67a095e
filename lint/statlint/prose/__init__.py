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

__all__ = [
    "Exactness",
    "Passage",
    "Prose",
    "Quantity",
    "QuantityKind",
    "Section",
    "Sentence",
]
