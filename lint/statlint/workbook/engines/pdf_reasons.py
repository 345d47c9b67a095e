"""Why a PDF is not read: what would have to be guessed, and on which page."""

from __future__ import annotations

from statlint.values import Text
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import Fault

NOT_INSTALLED = Text(
    '未安装读取 PDF 的组件：pip install "statlint[pdf]"',
    'its reader is not installed: pip install "statlint[pdf]"',
)
SCANNED = Text("扫描件，没有文字层", "a scan without a text layer")
SCANNED_PAGE = Text("第 {page} 页是扫描的图片", "page {page} is a scanned picture")
NO_MAPPING = Text(
    "第 {page} 页的字体没有文字对照，取不出文字",
    "the fonts of page {page} do not say which sign is which",
)
TURNED = Text("第 {page} 页有旋转的文字", "page {page} has text that is turned")
NOT_WHOLE = Text(
    "第 {page} 页的表格线不完整，分不清单元格",
    "the lines of a table on page {page} do not close all of its cells",
)
CUT = Text(
    "第 {page} 页的表格中有文字压在表格线上", "text crosses the lines of a table on page {page}"
)
BESIDE = Text(
    "第 {page} 页的表格旁有没有框住的文字", "text stands beside a table on page {page}, unframed"
)
BROKEN_FIGURE = Text(
    "第 {page} 页的表格中有断成两行的数字",
    "a figure in a table on page {page} is broken over two lines",
)
UNRULED = Text("第 {page} 页有没有表格线的表", "page {page} has a table without lines")
COLUMNS = Text("第 {page} 页的文字分栏", "the text of page {page} is set in columns")
NO_HEAD = Text(
    "第 {page} 页的表格像是接着上一页的，但没有重复表头",
    "the table on page {page} seems to go on from the page before, without its heads",
)
CUT_ROW = Text(
    "第 {page} 页的表格第一行是上一页末行的一部分",
    "the first row on page {page} is a part of the last one on the page before",
)


def refused(reason: Text, page: int = 0) -> Refusal:
    """Refuse a PDF for a reason."""
    zh, en = reason.zh.replace("{page}", str(page)), reason.en.replace("{page}", str(page))
    return Refusal(Fault.UNSUPPORTED, Text(f"PDF 文档（{zh}）", f"a PDF document ({en})"))
