"""From official forms and figures to submissions as clerks lay them out."""
