"""Shares, rates and what shares add up to."""
