"""The digest that tells contents apart."""

from __future__ import annotations

try:
    # What hashlib offers under this name, without OpenSSL: that loads longer than a table is read.
    from _blake2 import blake2b
except ImportError:  # pragma: no cover - a Python that was built without hashes of its own
    from hashlib import blake2b

__all__ = ["blake2b"]
