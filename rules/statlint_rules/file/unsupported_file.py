"""F006: files that are no workbook and no table of text."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.values import Text
from statlint.workbook import Container, Fault, Opening

MESSAGES = {
    "is": Text(
        zh="文件是{what}，不能直接读取",
        en="The file is {what}, which cannot be read directly",
    ),
    "renamed": Text(
        zh="文件实际是{what}，只是后缀写成了「.{announced}」，不能直接读取",
        en="The file is really {what} named “.{announced}”, which cannot be read directly",
    ),
}

_WHAT = {
    Container.MHTML: Text(zh="单个文件网页（MHTML）", en="a single-file web page (MHTML)"),
    Container.WORD: Text(zh="Word 文档", en="a Word document"),
    Container.OLD_WORD: Text(zh="旧版 Word 或 WPS 文档", en="an old Word or WPS document"),
    Container.OLE: Text(
        zh="不含 Excel 工作簿的旧版 Office 文件", en="an old Office file without an Excel workbook"
    ),
    Container.PDF: Text(zh="PDF 文档", en="a PDF document"),
    Container.IMAGE: Text(zh="图片", en="a picture"),
    Container.ARCHIVE: Text(zh="压缩包", en="an archive"),
    Container.SYLK: Text(zh="SYLK 表格（.slk）文件", en="a SYLK file (.slk)"),
    Container.BINARY: Text(zh="认不出格式的数据", en="data of no known format"),
}
_NAMED = {
    "et": Text(zh="读不出的 WPS 表格", en="a WPS spreadsheet of a kind that is not read"),
    "ett": Text(zh="读不出的 WPS 表格模板", en="a WPS template of a kind that is not read"),
    "numbers": Text(zh="苹果 Numbers 表格", en="an Apple Numbers spreadsheet"),
    "pages": Text(zh="苹果 Pages 文稿", en="an Apple Pages document"),
}
"""What a file is by its ending, where its content alone says less."""
_APPLE = frozenset({"numbers", "pages"})
_ARCHIVE = "压缩包"
_PICTURES = "只有图片"
_VAGUE = {Container.OLE, Container.BINARY}
_UNPACK = Text(
    zh="请解压后再检查；改用 .zip 压缩的，可以不解压直接检查",
    en="Unpack it and check what is in it; a .zip can be checked as it is",
)
_SAVE_AS = Text(
    zh="请用 WPS 表格打开，另存为 .xlsx 后再检查",
    en="Open it in WPS, save it as .xlsx and check that",
)
_EXPORT = Text(
    zh="请在 Numbers 中用“导出为—Excel”存成 .xlsx 后再检查",
    en="Export it from Numbers as Excel (.xlsx) and check that",
)
_SAVE_AS_WORD = Text(
    zh="请用 Word 或 WPS 文字打开，另存为 .docx 后再检查",
    en="Open it in Word or WPS, save it as .docx and check that",
)
_CONVERT = Text(
    zh="请用 Word 或 WPS 文字打开，用“文件—另存为”存成 .docx 后再检查；"
    "装有 LibreOffice 的，也可在设置中允许转换（[documents] convert = true）",
    en="Open it in Word or WPS, save it as .docx (File, Save As) and check that; where LibreOffice "
    "is installed, the settings may allow it instead ([documents] convert = true)",
)
_PRINTED = Text(
    zh="请改报生成 PDF 的 Word 或 Excel 原稿",
    en="Hand in the Word or Excel file that the PDF was made from",
)
_EXPORT_AS_WORD = Text(
    zh="请在 Pages 中用“导出为—Word”存成 .docx 后再检查",
    en="Export it from Pages as Word (.docx) and check that",
)
_TYPE_IN = Text(
    zh="请把图片中的表录入文档或工作簿后再检查",
    en="Type the tables of its pictures into a document or a workbook, and check that",
)
_ADVICE = {"et": _SAVE_AS, "ett": _SAVE_AS, "numbers": _EXPORT, "pages": _EXPORT_AS_WORD}
_WORD = "Word 文档"
_WORD_ENDINGS = frozenset({"docx", "docm", "dotx", "dotm"})
_TABLE_ENDINGS = frozenset(
    {"xlsx", "xlsm", "xltx", "xltm", "xlsb", "xls", "xlt", "et", "ods", "csv", "tsv", "tab", "txt"}
)


def _what(opening: Opening) -> Text:
    container = opening.container
    other = Text(zh=f"写法特殊的 {container} 文件", en=f"an uncommon kind of {container} file")
    said = opening.detail or _WHAT.get(container, other)
    if container in _VAGUE or opening.announced in _APPLE:
        said = _NAMED.get(opening.announced, said)
    # Chinese sets a space before a Latin word, none before a word of its own.
    return Text(f" {said.zh}", said.en) if said.zh[0].isascii() else said


def _advice(opening: Opening) -> Text | None:
    """Say what to do with such a file; None for what the rule says of all."""
    advice = _ADVICE.get(opening.announced)
    if advice is None and opening.detail and opening.detail.zh.endswith(_ARCHIVE):
        return _UNPACK
    if opening.detail and opening.detail.zh.startswith(_PICTURES):
        return _TYPE_IN
    if advice is None and opening.container is Container.PDF:
        return _PRINTED
    if advice is None and opening.container is Container.OLD_WORD:
        return _CONVERT
    return advice or (_SAVE_AS_WORD if opening.container is Container.WORD else None)


def _renamed(opening: Opening) -> bool:
    vague = opening.container in _VAGUE and opening.detail is None
    if opening.announced in _WORD_ENDINGS:
        # A document may be new, and hold what is not read.
        vague = vague or bool(opening.detail and opening.detail.zh.endswith(_WORD))
        return opening.container in _WHAT and not vague
    return opening.announced in _TABLE_ENDINGS and opening.container in _WHAT and not vague


@rule(
    code="F006",
    level=Level.FILE,
    on=Opening,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=Text(
        zh="请核对文件，用 Excel 或 WPS 打开后另存为 .xlsx 再报送；压缩包先解压；"
        "PDF 和图片中的表，请录入或复制到工作簿",
        en="Open the file in Excel or WPS and save it as .xlsx; unpack an archive first; bring "
        "tables of a PDF or a picture into a workbook",
    ),
    when=(Occasion.FAULT,),
)
def unsupported_file(opening: Opening, context: Context) -> Iterator[Finding]:
    """File is neither a workbook nor a text table.

    ## What it checks
    What the file is by its content, where that is nothing that statlint reads: an old Word document
    (DOC), a scanned PDF, a picture, an archive and so on. It says precisely what the file is, and
    whether its name promised something else. These can be read: xlsx, xlsm, xlsb, xls, ods,
    delimited text (CSV, TSV, TXT), Word documents (DOCX), web pages (HTML, MHT), plain texts and
    XML Spreadsheet 2003. A PDF is read where its reader is installed, its text is there and the
    lines of its tables close every cell; otherwise the reason is given. An old Word document, rich
    text (RTF) or OpenDocument text is read by way of an installed LibreOffice where the settings
    allow it. A zip archive of such files is read as a folder; archives inside it and of other kinds
    are not. A single-file web page (MHT) that is named as a workbook is not read.

    It is information for a text document (.doc, .wps, .pages) that was found in a folder: it may be
    a mere text.

    ## Why it matters
    Nothing in the file was checked. The cases met most often are an old Word document or a scan,
    and a single-file web page that an office system exports under the name `.xls`.

    ## Example
    ```text fail
    A file 2024.xls that begins with the characters MIME-Version.
    ```
    ```text pass
    The same table, opened in Excel and saved as 2024.xlsx (File, Save As, Excel Workbook).
    ```
    """
    if opening.fault is Fault.UNSUPPORTED:
        yield context.finding(
            "renamed" if _renamed(opening) else "is",
            severity=None if opening.named else Severity.INFORMATION,
            what=_what(opening),
            advice=_advice(opening),
            announced=opening.announced,
        )
