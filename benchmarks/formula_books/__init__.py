"""Workbooks with formulas: ordinary ones, and each way to be wrong beside its clean twin."""

import os

# openpyxl writes other bytes where lxml is there; what is shipped must not depend on that.
os.environ["OPENPYXL_LXML"] = "False"
