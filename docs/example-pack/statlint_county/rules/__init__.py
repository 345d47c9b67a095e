"""The rules of the county: the module of each by its code."""

RULES: dict[str, str] = {
    "CT101": "statlint_county.rules.only_round_figures",
}
