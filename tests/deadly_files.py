"""Files among which some end, or hold up, the process that checks them."""

from __future__ import annotations

from pathlib import Path

from packs import install_rules, rule_text

PACK = "fatal"
CODE = "QQ001"
_BODY = """
    import os, signal, time
    if opening.workbook is not None:
        for word, deed in {deeds!r}.items():
            if word in opening.path:
                exec(deed)
    return
    yield
"""
DEEDS = {
    "killed": "os.kill(os.getpid(), signal.SIGKILL)",
    "stopped": "os.kill(os.getpid(), signal.SIGTERM)",
    "ended": "os._exit(0)",
    "asleep": "open(opening.path + '.pid', 'w').write(str(os.getpid())); time.sleep(600)",
}
"""What the rule does in files with these words in their paths."""
TABLE = ",一月数,二月数\n甲类户,1,2\n乙类户,3,4\n合计,4,{total}\n"


def install_fatal(folder: Path) -> None:
    """Install the pack; whoever tests stands in a folder that packages are looked for in."""
    body = _BODY.format(deeds=DEEDS)
    install_rules(folder, PACK, {"fatal_file": (CODE, rule_text(CODE, "fatal_file", body=body))})


def write_tables(folder: Path, names: list[str]) -> list[str]:
    """Write a table for each name, the total of every third one wrong; give their paths."""
    folder.mkdir(exist_ok=True)
    paths = [folder / f"{at:02}{name}.csv" for at, name in enumerate(names)]
    for at, path in enumerate(paths):
        path.write_text(TABLE.format(total=6 if at % 3 else 7), encoding="utf-8")
    return [str(path) for path in paths]
