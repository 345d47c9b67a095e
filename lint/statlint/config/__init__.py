"""From a settings file to settings."""

from __future__ import annotations

from statlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from statlint.config.model import Settings
else:
    from statlint.on_demand import on_demand

    __getattr__ = on_demand(__name__, {"model": "Settings"})

__all__ = ["Settings"]
