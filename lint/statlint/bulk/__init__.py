"""From a table of very many lines to the few of them that may be wrong."""
