"""Rules on the reasons for which findings are accepted."""
