"""From the sentences of a document to the relations that they state between figures."""

from statlint.claims.find import find_claims
from statlint.claims.model import Claim, Claims, Mention, Relation

__all__ = ["Claim", "Claims", "Mention", "Relation", "find_claims"]
