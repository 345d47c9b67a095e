"""`python -m statlint` is the command `statlint`."""

from statlint.cli import main

main()
