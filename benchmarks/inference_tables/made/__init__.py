"""From a seed to tables whose relations are known, because they were made by them."""
