"""From parsed TOML to its faults."""

from statlint.schema.fault import Fault, did_you_mean, one_of

__all__ = ["Fault", "did_you_mean", "one_of"]
