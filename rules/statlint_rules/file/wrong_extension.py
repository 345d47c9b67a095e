"""F005: files whose name promises another format than their content."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.values import Text
from statlint.workbook import Container, Opening

MESSAGES = {
    "renamed": Text(
        zh="文件名后缀为「.{announced}」，内容实为{container}",
        en="The file name ends in “.{announced}”, the content is {container}",
    ),
}

_CONTAINERS = {
    "xlsx": Container.XLSX,
    "xltx": Container.XLSX,
    "xlsm": Container.XLSM,
    "xltm": Container.XLSM,
    "xlsb": Container.XLSB,
    "xls": Container.XLS,
    "xlt": Container.XLS,
    "et": Container.XLS,
    "ods": Container.ODS,
    "ots": Container.ODS,
    "csv": Container.DELIMITED,
    "tsv": Container.DELIMITED,
    "tab": Container.DELIMITED,
    "txt": Container.DELIMITED,
    "doc": Container.OLD_WORD,
    "docx": Container.WORD,
    "docm": Container.WORD,
    "dotx": Container.WORD,
    "dotm": Container.WORD,
    "htm": Container.HTML,
    "html": Container.HTML,
    "mht": Container.MHTML,
    "mhtml": Container.MHTML,
    "md": Container.MARKDOWN,
    "markdown": Container.MARKDOWN,
    "pdf": Container.PDF,
    "zip": Container.ARCHIVE,
}

_ALSO = {"txt": Container.PLAIN_TEXT}
"""What else a name may stand for: a text is one of sentences, or the rows of a table."""

_NAMES = {
    Container.DELIMITED: Text(zh="分隔符文本（CSV 之类）", en="delimited text (such as CSV)"),
    Container.HTML: Text(zh="网页（HTML）", en="a web page (HTML)"),
    Container.MHTML: Text(zh="单个文件网页（MHTML）", en="a single-file web page (MHTML)"),
    Container.PLAIN_TEXT: Text(zh="纯文本", en="a plain text"),
    Container.WORD: Text(zh=" Word 文档（.docx）", en="a Word document (.docx)"),
    Container.XML_SPREADSHEET: Text(zh=" XML 表格（2003）", en="an XML Spreadsheet 2003"),
    Container.XLS: Text(zh=" xls（Excel 97—2003）工作簿", en="an xls (Excel 97–2003) workbook"),
}


def _name(container: Container) -> Text:
    plain = Text(zh=f" {container} 工作簿", en=f"an {container} workbook")
    return _NAMES.get(container, plain)


@rule(
    code="F005",
    level=Level.FILE,
    on=Opening,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请核对文件来源，用 Excel 或 WPS 打开后按后缀对应的格式另存",
        en="Check where the file comes from, and save it again in the format that its name says",
    ),
    when=(Occasion.ENDING,),
)
def wrong_extension(opening: Opening, context: Context) -> Iterator[Finding]:
    """File name promises another format than the content.

    ## What it checks
    The ending of the name of each file that could be read, against what its content is. Names
    without an ending, and endings that belong to no known format, are passed. The file is read by
    its content and checked all the same.

    ## Why it matters
    Excel warns before it opens such a file or refuses it, and systems that go by the name read
    it wrongly. Often it is a download from an office system that calls its web pages, its CSV or
    its new workbooks `.xls`.

    ## Example
    ```text fail
    A file 2024.xls that begins with the letters PK: it is an xlsx workbook.
    ```
    ```text pass
    The same file named 2024.xlsx.
    ```

    ## Known problems
    A file with the ending of another kind of document that cannot be read either is left to F006.
    """
    expected = _CONTAINERS.get(opening.announced)
    if opening.container is _ALSO.get(opening.announced):
        return
    if opening.workbook is not None and expected not in {None, opening.container}:
        yield context.finding(
            "renamed", announced=opening.announced, container=_name(opening.container)
        )
