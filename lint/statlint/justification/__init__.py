"""What was accepted, and whether it still stands."""

from statlint.justification.model import Entry, Trait, entry_of, essence, traits_of

__all__ = ["Entry", "Trait", "entry_of", "essence", "traits_of"]
