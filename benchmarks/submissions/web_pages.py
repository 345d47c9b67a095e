"""A report as it is published on the web, and as a plain text."""

from __future__ import annotations

from html import escape

from submissions.model import Report, Submission
from submissions.rectangle import Span
from submissions.report_text import Piece, pieces
from submissions.writing import Sheet

_PAGE = """\
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=gb2312" />
<meta name="ArticleTitle" content="{title}" />
<title>{title}_政府信息公开网</title>
<style type="text/css">.x {{ width: 100% }}</style>
<script type="text/javascript">var visits = "<p>0</p>";</script>
</head>
<body>
<div id="head"><ul class="menu"><li><a href="/">首页</a></li><li><a href="/xxgk/">信息公开</a></li>
<li><a href="/nb/2018">2018年政府信息公开工作年度报告</a></li></ul></div>
<div class="place">您当前的位置：<a href="/">首页</a> &gt;
<a href="/xxgk/">信息公开</a> &gt; 年度报告</div>
<table width="1000" align="center" cellpadding="0"><tr><td class="left" valign="top">
<table><tr><td><a href="/a">公开指南</a></td></tr>
<tr><td><a href="/b">公开目录</a></td></tr></table>
</td><td class="right">
<div align="center" style="font-size:22px">{title}</div>
<div class="info">发布日期：2020-03-27&nbsp;&nbsp;来源：办公室&nbsp;&nbsp;
【字体：<a>大</a> <a>中</a> <a>小</a>】</div>
<div id="zoom">
{content}
</div>
</td></tr></table>
<div id="foot">主办：区人民政府办公室&nbsp;&nbsp;网站标识码：3401020001</div>
</body>
</html>
"""


def web_page(report: Report, name: str) -> Submission:
    """Publish a report: in GBK under the name gb2312, in a table for the layout, with a menu."""
    made = list(pieces(report))
    title = next(piece.text for piece in made if piece.level == 1)
    content = "\n".join(_element(piece) for piece in made if piece.level != 1)
    text = _PAGE.format(title=escape(title), content=content)
    return Submission(f"{name}.html", text.encode("gb18030"), {})


def plain_report(report: Report, name: str) -> Submission:
    """Write a report as a text: a line for each paragraph, tabs between the cells of tables."""
    lines = []
    for piece in pieces(report):
        if piece.table is None:
            lines.append(piece.text if piece.level else f"\u3000\u3000{piece.text}")
        else:
            lines += _rows(piece.table)
    return Submission(f"{name}.txt", "\r\n".join([*lines, ""]).encode("utf-8-sig"), {})


def _element(piece: Piece) -> str:
    if piece.table is not None:
        return _table(piece.table)
    style = "text-indent:32px;font-family:仿宋_GB2312"
    inner = escape(piece.text)
    if piece.level:
        inner = f"<strong><span style='font-family:黑体'>{inner}</span></strong>"
    return f'<p style="{style}"><span>&nbsp;&nbsp;&nbsp;&nbsp;{inner}</span></p>'


def _table(sheet: Sheet) -> str:
    held = sheet.written()
    spans = {span[:2]: span for span in sheet.rectangle.spans}
    covered = {at for span in spans.values() for at in span.positions()} - set(spans)
    rows = []
    for row in range(sheet.rectangle.height):
        cells = [
            _cell(str(held.get((row, column), "")), spans.get((row, column)))
            for column in range(sheet.rectangle.width)
            if (row, column) not in covered
        ]
        rows.append(f"<tr>{''.join(cells)}</tr>")
    table = "<table border='1' cellspacing='0' class='MsoNormalTable'><tbody>{}</tbody></table>"
    return table.format("\n".join(rows))


def _cell(text: str, span: Span | None) -> str:
    attributes = ""
    if span is not None:
        down, across = span.bottom - span.top + 1, span.right - span.left + 1
        attributes += f' rowspan="{down}"' if down > 1 else ""
        attributes += f' colspan="{across}"' if across > 1 else ""
    inner = escape(text) or "&nbsp;"
    return f"<td{attributes}><p align='center'><span>{inner}<o:p></o:p></span></p></td>"


def _rows(sheet: Sheet) -> list[str]:
    held = sheet.written()
    return [
        "\t".join(str(held.get((row, column), "")) for column in range(sheet.rectangle.width))
        for row in range(sheet.rectangle.height)
    ]
