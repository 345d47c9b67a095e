"""Made tables of two and more years, with slips in the last of them."""
