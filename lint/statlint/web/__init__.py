"""From files that are dragged on a page to pages with what was found; on this machine only."""
