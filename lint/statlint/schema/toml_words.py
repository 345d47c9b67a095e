"""Say why a text is no TOML, in words for people who mend it in a plain editor."""

from __future__ import annotations

import re

from statlint.dataclass import dataclass
from statlint.values import Text

# Signs that a Chinese keyboard writes in place of those that TOML knows.
_WIDE = "“”‘’＂＇＝［］【】｛｝，、；：．"
_SAID = (
    ("Invalid value", "值写得不对：文字要放在英文引号里，日期写成 2026-12-31"),
    ("Invalid statement", "应写成“键 = 值”，键名用英文字母"),
    ("Expected '=' after", "键名后面应为等号 ="),
    ("Expected newline", "值的后面还有别的内容：引号要成对，日期写成 2026-12-31"),
    ("Illegal character '\\n'", "文字没有以引号结束；一段文字不能分成两行"),
    ("Unterminated string", "文字没有以引号结束"),
    ("Cannot overwrite", "同一项写了两次"),
    ("Cannot declare", "同一个表写了两次，或者 [ ] 与 [[ ]] 混用"),
    ("Invalid hex value", "文字中的反斜杠要写成两个 \\\\，或者把文字放在英文单引号里"),
    ("Unescaped '\\'", "文字中的反斜杠要写成两个 \\\\，或者把文字放在英文单引号里"),
    ("Expected ']", "方括号没有配对"),
    ("Unclosed", "括号没有配对"),
    ("Invalid date", "没有这一天；日期写成 2026-12-31"),
    ("Invalid initial character", "等号前面应为键名"),
)


@dataclass(frozen=True, slots=True)
class Stopped:
    """Why a reader of TOML stopped, and at which line and column, from 1; None: at the end."""

    words: Text
    line: int | None = None
    column: int | None = None

    @property
    def at_column(self) -> Text:
        """Say it with the column, for where the line is told beside it."""
        if self.column is None:
            return Text(f"TOML 语法错误：{self.words.zh}", f"TOML: {self.words.en}")
        return Text(
            f"TOML 语法错误（第 {self.column} 列）：{self.words.zh}",
            f"TOML, column {self.column}: {self.words.en}",
        )


def stopped(said: str, text: str) -> Stopped:
    """Put what a reader of TOML said, `Invalid value (at line 1, column 8)`, in our words."""
    at = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)$", said)
    reason = said[: at.start()] if at else said
    if not (at and at[1]):
        return Stopped(_words(reason, ""))
    line, column = int(at[1]), int(at[2])
    # As TOML counts lines: other separators, such as U+2028, may stand inside a text.
    return Stopped(_words(reason, text.split("\n")[line - 1]), line, column)


def _words(reason: str, line: str) -> Text:
    wide = _wide_sign(line)
    if wide:
        return Text(
            f"「{wide}」是中文（全角）符号，应改用英文（半角）的",
            f"{reason} ({wide} is no sign of TOML)",
        )
    zh = next((zh for start, zh in _SAID if reason.startswith(start)), reason)
    return Text(zh, reason)


def _wide_sign(line: str) -> str:
    """Give the first full-width sign that stands outside quotes and comments."""
    bare = re.sub(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'|#.*', "", line)
    return next((sign for sign in bare if sign in _WIDE), "")
