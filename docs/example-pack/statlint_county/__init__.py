"""Rules and forms of a county, for statlint."""
