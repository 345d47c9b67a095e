"""The text of a report: what its sentences say of figures."""
