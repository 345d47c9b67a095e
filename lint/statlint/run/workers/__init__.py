"""From the files of a run to what is said of each, in processes of their own."""
