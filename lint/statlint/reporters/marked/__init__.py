"""From a report to marked copies of the files that it is about."""
