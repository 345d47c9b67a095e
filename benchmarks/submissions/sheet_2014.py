"""The official print of the statistics sheet of 2014 to 2018: 65 rows and a sign-off line."""

from __future__ import annotations

from submissions.model import STATISTICS, Report, Slot
from submissions.rectangle import Content, Rectangle, Span, rows, stacked

_SHEET = """
1|一、主动公开情况|——
1.1|(一)主动公开政府信息数(不同渠道和方式公开相同信息计1条)|条
1.1a|其中:主动公开规范性文件数|条
1.1b|制发规范性文件总数|件
1.2|(二)通过不同渠道和方式公开政府信息的情况|——
1.2.1|1.政府公报公开政府信息数|条
1.2.2|2.政府网站公开政府信息数|条
1.2.3|3.政务微博公开政府信息数|条
1.2.4|4.政务微信公开政府信息数|条
1.2.5|5.其他方式公开政府信息数|条
2|二、回应解读情况|——
2.1|(一)回应公众关注热点或重大舆情数(不同方式回应同一热点或舆情计1次)|次
2.2|(二)通过不同渠道和方式回应解读的情况|——
2.2.1|1.参加或举办新闻发布会总次数|次
2.2.1a|其中:主要负责同志参加新闻发布会次数|次
2.2.2|2.政府网站在线访谈次数|次
2.2.2a|其中:主要负责同志参加政府网站在线访谈次数|次
2.2.3|3.政策解读稿件发布数|篇
2.2.4|4.微博微信回应事件数|次
2.2.5|5.其他方式回应事件数|次
3|三、依申请公开情况|——
3.1|(一)收到申请数|件
3.1.1|1.当面申请数|件
3.1.2|2.传真申请数|件
3.1.3|3.网络申请数|件
3.1.4|4.信函申请数|件
3.2|(二)申请办结数|件
3.2.1|1.按时办结数|件
3.2.2|2.延期办结数|件
3.3|(三)申请答复数|件
3.3.1|1.属于已主动公开范围数|件
3.3.2|2.同意公开答复数|件
3.3.3|3.同意部分公开答复数|件
3.3.4|4.不同意公开答复数|件
3.3.4a|其中:涉及国家秘密|件
3.3.4b|涉及商业秘密|件
3.3.4c|涉及个人隐私|件
3.3.4d|危及国家安全、公共安全、经济安全和社会稳定|件
3.3.4e|不是《条例》所指政府信息|件
3.3.4f|法律法规规定的其他情形|件
3.3.5|5.不属于本行政机关公开数|件
3.3.6|6.申请信息不存在数|件
3.3.7|7.告知作出更改补充数|件
3.3.8|8.告知通过其他途径办理数|件
4|四、行政复议数量|件
4.1|(一)维持具体行政行为数|件
4.2|(二)被依法纠错数|件
4.3|(三)其他情形数|件
5|五、行政诉讼数量|件
5.1|(一)维持具体行政行为或者驳回原告诉讼请求数|件
5.2|(二)被依法纠错数|件
5.3|(三)其他情形数|件
6|六、举报投诉数量|件
7|七、依申请公开信息收取的费用|万元
8|八、机构建设和保障经费情况|——
8.1|(一)政府信息公开工作专门机构数|个
8.2|(二)设置政府信息公开查阅点数|个
8.3|(三)从事政府信息公开工作人员数|人
8.3.1|1.专职人员数(不包括政府公报及政府网站工作人员数)|人
8.3.2|2.兼职人员数|人
8.4|(四)政府信息公开专项经费(不包括用于政府公报编辑管理及政府网站建设维护等方面的经费)|万元
9|九、政府信息公开会议和培训情况|——
9.1|(一)召开政府信息公开工作会议或专题会议数|次
9.2|(二)举办各类培训班数|次
9.3|(三)接受培训人员数|人次
"""

TITLE = "政府信息公开情况统计表"
SIGN_OFF = ("单位负责人", "审核人", "填报人", "联系电话", "填报日期")


def line_key(code: str) -> str:
    """Give the key of a line by its code in the notice: 3.3.4a becomes r3_3_4a."""
    return "r" + code.replace(".", "_")


def sheet_lines() -> tuple[tuple[str, str, str], ...]:
    """Give key, label and unit of all 65 rows; the unit of a heading is a dash."""
    lines = [line.split("|") for line in _SHEET.strip().splitlines()]
    return tuple((line_key(code), label, unit) for code, label, unit in lines)


def statistics_slots() -> tuple[Slot, ...]:
    """Give the 58 slots of the sheet."""
    return tuple(Slot(STATISTICS, key, "value") for key, _, unit in sheet_lines() if unit != "——")


def statistics() -> Rectangle:
    """Print the sheet's table: label, unit, figure."""
    lines: list[list[Content]] = [["统计指标", "单位", "统计数"]]
    for key, label, unit in sheet_lines():
        lines.append([label, unit, "" if unit == "——" else Slot(STATISTICS, key, "value")])
    return rows(lines)


NOTE = "注:《政府信息公开情况统计指标填报说明》另发。"


def lines_above(report: Report) -> list[str]:
    """Give the title, the year and the unit over the table."""
    year = [f"({report.year}年度)"] if report.year else []
    return [TITLE, *year, f"填报单位(盖章):{report.unit_name}"]


def sign_off_line(report: Report) -> str:
    """Give the sign-off fields on one line."""
    return "    ".join(f"{field}:{report.sign_off.get(field, '')}" for field in SIGN_OFF)


def around(report: Report, table: Rectangle) -> Rectangle:
    """Print the lines above a table, the note and the sign-off line below it."""
    wide = table.width - 1
    above = lines_above(report)
    below = [NOTE, sign_off_line(report)]
    parts = [
        rows([[text] for text in above], [Span(row, 0, row, wide) for row in range(len(above))]),
        table,
        rows([[text] for text in below], [Span(row, 0, row, wide) for row in range(len(below))]),
    ]
    return stacked(parts)


def statistics_sheet(report: Report) -> Rectangle:
    """Print the whole sheet: title, unit, table, note and sign-off line."""
    return around(report, statistics())
