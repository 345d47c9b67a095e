"""F009: text files whose encoding had to be guessed."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.values import Text
from statlint.workbook import Opening

MESSAGES = {
    "doubtful": Text(
        zh="文件编码不能确定，暂按「{encoding}」读取",
        en="The encoding is uncertain, the file was read as “{encoding}”",
    ),
    "mixed": Text(
        zh="第 {line} 行与前面各行编码不同（前面为「{encoding}」），各行暂按各自的编码读取",
        en="Line {line} is in another encoding than the lines before it, which are in "
        "“{encoding}”; each line was read in its own",
    ),
}


@rule(
    code="F009",
    level=Level.FILE,
    on=Opening,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请核对表中文字有无乱码，用 Excel 另存为“CSV UTF-8（逗号分隔）”，或在设置中写明编码",
        en="Check the labels for garbled text, save as “CSV UTF-8”, or name the encoding in the "
        "settings",
    ),
    when=(Occasion.ENCODING,),
)
def doubtful_encoding(opening: Opening, context: Context) -> Iterator[Finding]:
    """Text file has an uncertain encoding.

    ## What it checks
    How a text file was turned into characters. A byte order mark, UTF-8 and GB18030 that reads as
    ordinary Chinese leave no doubt. Where none of these fits, an encoding is taken that may be
    wrong, and this rule names it. A file of plain ASCII is never in doubt. Where lines of files in
    several encodings were put together, it names the first line that is unlike those before it.

    ## Why it matters
    Figures come through any encoding unharmed, labels do not. A garbled label is not recognised,
    and its line is then reported as missing or unknown.

    ## Example
    ```text fail
    A CSV file in Big5 with few characters, which could be GB18030 as well.
    ```
    ```text pass
    The same table saved as “CSV UTF-8”.
    ```
    """
    dialect = opening.workbook.dialect if opening.workbook else None
    if dialect is not None and dialect.other is not None:
        yield context.finding("mixed", encoding=dialect.encoding, line=dialect.other)
    elif dialect is not None and dialect.doubtful:
        yield context.finding("doubtful", encoding=dialect.encoding)
