"""Workbooks with formulas: ordinary ones, and each way to be wrong beside its clean twin."""
