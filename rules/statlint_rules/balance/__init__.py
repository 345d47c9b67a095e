"""Sums, flows, parts of wholes and conditions that a form states."""
