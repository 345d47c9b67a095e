"""The reader of the xlsx family: the standard library alone, bounded, one pass over each part."""
