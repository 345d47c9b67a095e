"""Cells that hold something that their kind, or their domain, does not allow."""
