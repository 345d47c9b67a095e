"""The forms of the county: each a TOML file beside this module."""
