"""The words for which way a figure went since another period: one list for all that asks."""

RISES = "增加|增长|增收|增支|上升|提高|提升|增|多|升"
FALLS = "负增长|减收|减支|减少|下降|降低|回落|减|降|少"
RISE_RATES = "增幅|涨幅"
FALL_RATES = "降幅|减幅|跌幅"
"""What the rate of a change is called."""
