"""The profile that LibreOffice converts with: nothing in a document may run, load or connect."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FILE = "registrymodifications.xcu"
_SCRIPTING = "/org.openoffice.Office.Common/Security/Scripting"
_INTERNET = "/org.openoffice.Inet/Settings"
_BLACKHOLE = "127.0.0.1"
"""Port 9 of this machine takes what is sent to it, where anything listens there at all."""
_SETTINGS = (
    # 3 is the highest: only signed macros of trusted places, and of those there are none.
    (_SCRIPTING, "MacroSecurityLevel", "3"),
    (_SCRIPTING, "DisableMacrosExecution", "true"),
    (_SCRIPTING, "DisableActiveContent", "true"),
    (_SCRIPTING, "DisableOLEAutomation", "true"),
    (_SCRIPTING, "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("/org.openoffice.Office.Calc/Content/Update", "Link", "2"),
    ("/org.openoffice.Office.Java/VirtualMachine", "Enable", "false"),
    ("/org.openoffice.Office.Jobs/Jobs/org.openoffice.Office.Jobs:Job['UpdateCheck']/Arguments",
     "AutoCheckEnabled", "false"),
    ("/org.openoffice.Office.Common/Misc", "CrashReport", "false"),
    ("/org.openoffice.Office.Common/Misc", "CollectUsageInformation", "false"),
    ("/org.openoffice.Office.Recovery/RecoveryInfo", "Enabled", "false"),
    (_INTERNET, "ooInetProxyType", "2"),
    (_INTERNET, "ooInetHTTPProxyName", _BLACKHOLE),
    (_INTERNET, "ooInetHTTPProxyPort", "9"),
    (_INTERNET, "ooInetHTTPSProxyName", _BLACKHOLE),
    (_INTERNET, "ooInetHTTPSProxyPort", "9"),
    (_INTERNET, "ooInetNoProxy", ""),
)  # fmt: skip


def write_profile(folder: Path) -> None:
    """Write a profile of LibreOffice into a folder that is not there yet."""
    user = folder / "user"
    user.mkdir(parents=True)
    (user / _FILE).write_text("".join(_lines()), encoding="utf-8")


def _lines() -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n'
    for path, name, value in _SETTINGS:
        yield (
            f"<item oor:path={quoteattr(path)}><prop oor:name={quoteattr(name)}"
            f' oor:op="fuse"><value>{value}</value></prop></item>\n'
        )
    yield "</oor:items>\n"
