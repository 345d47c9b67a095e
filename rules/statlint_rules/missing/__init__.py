"""Cells that hold nothing, or a sign, where a figure is due."""
