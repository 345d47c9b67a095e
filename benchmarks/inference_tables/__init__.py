"""From annotated or generated tables with known relations to how well they are understood."""
