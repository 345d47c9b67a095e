"""A made province: three years of reports of counties and their towns, and what went wrong."""
