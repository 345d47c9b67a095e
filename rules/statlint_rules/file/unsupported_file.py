"""F006: files that are no workbook and no table of text."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.rule import Context, Level, Severity, aside, rule
from statlint.values import Text
from statlint.workbook import Container, Fault, Opening

MESSAGES = {
    "is": Text(
        zh="文件是{what}{detail}，不能直接读取",
        en="The file is {what}{detail}, which cannot be read directly",
    ),
    "renamed": Text(
        zh="文件实际是{what}{detail}，只是后缀写成了「.{announced}」，不能直接读取",
        en="The file is really {what}{detail} named “.{announced}”, which cannot be read directly",
    ),
}

_WHAT = {
    Container.MHTML: Text(zh="单个文件网页（MHTML）", en="a single-file web page (MHTML)"),
    Container.WORD: Text(zh=" Word 文档", en="a Word document"),
    Container.OLD_WORD: Text(zh="旧版 Word 或 WPS 文档", en="an old Word or WPS document"),
    Container.OLE: Text(
        zh="不含 Excel 工作簿的复合文档（OLE）", en="an OLE container without an Excel workbook"
    ),
    Container.PDF: Text(zh=" PDF 文档", en="a PDF document"),
    Container.IMAGE: Text(zh="图片", en="a picture"),
    Container.ARCHIVE: Text(zh="压缩包", en="an archive"),
    Container.SYLK: Text(zh=" SYLK 表格（.slk）文件", en="a SYLK file (.slk)"),
    Container.BINARY: Text(zh="认不出格式的二进制文件", en="a binary file of no known format"),
}
_NO_TRUE_NAME = {Container.OLE, Container.BINARY}
_TABLE_ENDINGS = frozenset(
    {"xlsx", "xlsm", "xltx", "xltm", "xlsb", "xls", "xlt", "et", "ods", "csv", "tsv", "tab", "txt"}
)


def _what(container: Container) -> Text:
    other = Text(zh=f"写法特殊的 {container} 文件", en=f"an uncommon kind of {container} file")
    return _WHAT.get(container, other)


@rule(
    code="F006",
    level=Level.FILE,
    on=Opening,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=Text(
        zh="请核对文件，用 Excel 或 WPS 打开后另存为 .xlsx 再报送；压缩包先解压；"
        "Word、PDF 和图片中的表，请录入或复制到工作簿",
        en="Open the file in Excel or WPS and save it as .xlsx; unpack an archive first; bring "
        "tables of a Word document, a PDF or a picture into a workbook",
    ),
)
def unsupported_file(opening: Opening, context: Context) -> Iterator[Finding]:
    """File is neither a workbook nor a text table.

    ## What it checks
    What the file is by its content, where that is nothing that statlint reads: a Word document, a
    PDF, a picture, an archive, a single-file web page and so on. It says precisely what the file
    is, and whether its name promised something else. These can be read: xlsx, xlsm, xlsb, xls, ods,
    delimited text (CSV, TSV, TXT), web pages with tables (HTML) and XML Spreadsheet 2003.

    ## Why it matters
    Nothing in the file was checked. The cases met most often are a Word document or a scan in place
    of the table, and a single-file web page that an office system exports under the name `.xls`.

    ## Example
    ```text fail
    A file 2024.xls that begins with the characters MIME-Version.
    ```
    ```text pass
    The same table, opened in Excel and saved as 2024.xlsx (File, Save As, Excel Workbook).
    ```
    """
    if opening.fault is Fault.UNSUPPORTED:
        renamed = opening.announced in _TABLE_ENDINGS and opening.container in _WHAT
        known = renamed and opening.container not in _NO_TRUE_NAME
        yield context.finding(
            "renamed" if known else "is",
            what=_what(opening.container),
            announced=opening.announced,
            # Where the engine has no closer word, it repeats the container.
            detail=aside(None if opening.detail == opening.container else opening.detail),
        )
