"""The report as a page: drawn tables with what was found in them, for browsers and for paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from statlint.reporters.page.render import fragment_of, page_css, page_js, write_page
else:
    from statlint.on_demand import on_demand

    __getattr__ = on_demand(__name__, {"render": "fragment_of page_css page_js write_page"})

__all__ = ["fragment_of", "page_css", "page_js", "write_page"]
