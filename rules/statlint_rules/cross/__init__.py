"""Rules across tables and files: what one table says of the lines of another."""
