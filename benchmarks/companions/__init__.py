"""Make companion tables: score sheets, evidence lists, bulletins, counts, shares."""

import os

# openpyxl writes other bytes where lxml is there; what is shipped must not depend on that.
os.environ["OPENPYXL_LXML"] = "False"
