"""From official forms and figures to submissions as clerks lay them out."""

import os

# openpyxl writes other bytes where lxml is there; what is shipped must not depend on that.
os.environ["OPENPYXL_LXML"] = "False"
