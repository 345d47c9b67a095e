"""What a rule author needs: a rule, its context and the finding it makes."""

from __future__ import annotations

from statlint.finding import Severity
from statlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from statlint.finding import Level
    from statlint.rule.context import At, Context
    from statlint.rule.earlier import (
        figure_words,
        period_words,
        place_words,
        series_words,
        tables_words,
        when_of,
        words_beside,
    )
    from statlint.rule.elsewhere import figures_elsewhere, place_elsewhere
    from statlint.rule.model import BASELINE, EXPLANATIONS, PROSE, AnyRule, Rule, Subject, rule
    from statlint.rule.occasion import Occasion
    from statlint.rule.printed import printed_like
    from statlint.rule.said import said_in
    from statlint.rule.status import Status
    from statlint.rule.telling import in_unit_of, label_told, place_told, sum_told, told
    from statlint.rule.wording import abridged, aside, likewise, listed, plain_number, quoted
else:
    from statlint.on_demand import on_demand

    __getattr__ = on_demand(
        __name__,
        {
            "context": "At Context",
            "earlier": "figure_words period_words place_words series_words tables_words when_of"
            " words_beside",
            "elsewhere": "figures_elsewhere place_elsewhere",
            "model": "BASELINE EXPLANATIONS Level PROSE AnyRule Rule Subject rule",
            "occasion": "Occasion",
            "printed": "printed_like",
            "said": "said_in",
            "status": "Status",
            "telling": "in_unit_of label_told place_told sum_told told",
            "wording": "abridged aside likewise listed plain_number quoted",
        },
    )

__all__ = [
    "BASELINE",
    "EXPLANATIONS",
    "PROSE",
    "AnyRule",
    "At",
    "Context",
    "Level",
    "Occasion",
    "Rule",
    "Severity",
    "Status",
    "Subject",
    "abridged",
    "aside",
    "figure_words",
    "figures_elsewhere",
    "in_unit_of",
    "label_told",
    "likewise",
    "listed",
    "period_words",
    "place_elsewhere",
    "place_told",
    "place_words",
    "plain_number",
    "printed_like",
    "quoted",
    "rule",
    "said_in",
    "series_words",
    "sum_told",
    "tables_words",
    "told",
    "when_of",
    "words_beside",
]
