"""From parsed TOML to its faults.

Cerberus is loaded by `statlint.schema.check` only, which is imported where data is checked.
"""

from statlint.schema.fault import Fault, did_you_mean, listing, one_of
from statlint.schema.form import FORM_SCHEMA
from statlint.schema.json_schema import form_json_schema

__all__ = ["FORM_SCHEMA", "Fault", "did_you_mean", "form_json_schema", "listing", "one_of"]
