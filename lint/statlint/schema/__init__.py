"""From parsed TOML to its faults.

Cerberus is loaded by `statlint.schema.check` only, which is imported where data is checked; the
schemas themselves where they are needed: most runs read no TOML at all.
"""

from statlint.schema.fault import Fault, below, did_you_mean, listing, one_of

__all__ = ["Fault", "below", "did_you_mean", "listing", "one_of"]
