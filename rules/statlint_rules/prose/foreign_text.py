"""T015: advertising words in a title, a heading or the name of an office."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from statlint.finding import Finding
from statlint.rule import PROSE, Context, Level, Severity, rule, said_in
from statlint.values import Text

if TYPE_CHECKING:
    from statlint.prose import Passage, Prose

MESSAGES = {
    "heading": Text(
        zh="标题中夹有与报告无关的文字「{text}」",
        en="The heading has words that have nothing to do with a report: “{text}”",
    ),
    "name": Text(
        zh="单位名称中夹有与报告无关的文字「{text}」",
        en="The name of an office has words that have nothing to do with it: “{text}”",
    ),
}
_WORDS = (
    r"(?:[\u4e00-\u9fff]{0,4}(?:视频|直播|影院|漫画|小说|游戏|棋牌|彩票|娱乐|体育))?"
    r"(?:app|APP|App|官网|官方网站|安卓版|手机版)?(?:免费|在线|最新|官方)?"
    r"(?:下载安装|下载入口|免费下载|免费观看|在线观看|破解版|登录入口|注册送\w+)"
    r"|(?:app|APP|App)下载|博彩|百家乐|六合彩|时时彩|娱乐城|赌场|真人棋牌|体育投注"
    r"|代开发票|刻章办证|信用卡套现|下载后继续阅读|精品文档"
)
_OFFICE = "人民政府|政府|委员会|办公室|街道办|(?:[\u4e00-\u9fff]{2,6})?局(?![部限面势域])"


@rule(
    code="T015",
    level=Level.FILE,
    on=PROSE,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请删去这些文字，并检查文件是否从网上转存或被改动过",
        en="Take these words out, and see whether the file was saved from a site or tampered with",
    ),
)
def foreign_text(prose: Prose, context: Context) -> Iterator[Finding]:
    """Words of advertising stand in a heading, or in the name of an office.

    ## What it checks
    The title, the headings, and what stands right before words for an office (人民政府, 办公室,
    局) are looked through for words that only advertising has: free downloads, gambling, forged
    papers, invitations to read on. Such words come with texts that were saved from a site, or from
    a site that was tampered with. Sentences may speak of all of this, and are not looked at.

    ## Why it matters
    A published report with such words in its title is what people will remember of it.

    ## Example
    ```prose fail
    # 青山县视频app免费下载人民政府2023年政府信息公开工作年度报告

    2023年，全县共收到政府信息公开申请12件。
    ```
    ```prose pass
    # 青山县人民政府2023年政府信息公开工作年度报告

    2023年，开展打击博彩宣传3次，引导群众下载安装反诈APP。
    ```

    ## Known problems
    The words are a list: what is not in it is not seen.
    """
    heading = re.compile(_WORDS)
    name = re.compile(rf"(?P<words>{_WORDS})(?:{_OFFICE})")
    headings = _headings(prose)
    for passage in prose.passages:
        text = passage.paragraph.text
        titled = passage.place in headings
        found = heading.search(text) if titled else name.search(text)
        if found is None:
            continue
        start, end = found.span() if titled else found.span("words")
        key = "heading" if titled else "name"
        yield context.finding(key, at=said_in(passage, start, end), text=text[start:end])


def _headings(prose: Prose) -> frozenset[str]:
    """Give the places of the headings, and of the title before the first of them."""
    told: list[Passage | None] = [section.heading for section in prose.root.walk()]
    first = next(iter(prose.passages), None)
    if first is not None and not first.paragraph.text.endswith("。"):
        told.append(first)
    return frozenset(one.place for one in told if one is not None)
