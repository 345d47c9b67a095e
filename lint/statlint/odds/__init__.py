"""From plain figures of two and more periods to how odd they are."""
