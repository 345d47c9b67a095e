"""Write the index of the shipped rules: what is known of each before its module is loaded."""

from __future__ import annotations

from pathlib import Path

from statlint.rule.card import index_text
from statlint.rule.registry import CARDS, load_rules

SHIPPED = Path(__file__).parents[1] / "rules" / "statlint_rules" / CARDS


def main(target: Path = SHIPPED) -> None:
    """Load every rule, and write what it says of itself."""
    target.write_text(index_text(load_rules()), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
