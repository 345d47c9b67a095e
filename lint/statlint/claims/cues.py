"""The words by which a sentence says how its figures relate."""

from __future__ import annotations

import re
from functools import cache

from statlint.claims.ways import FALLS, RISES

_AMONG = r"其中(?!一|心|之一|的)|of (?:which|whom|these)\b|including\b"
_COMPLETE = (
    r"(?:分别)?(?:包括|包含|涵盖)(?:了|有)?|(?<=[,(:])含有?(?!金)|具体(?:情况)?(?:为|是|如下|包括)"
    r"|(?<=[,(:])即(?![办时可将使便日刻])|分布(?:情况)?(?:为|是)|构成(?:为|是)"
    r"|按[^,;:。0-9]{1,10}(?:分|划分|来看|看),?|从[^,;:。0-9]{1,10}(?:看|分)|分别(?:为|是|有)?"
    r"|comprising\b|consisting of\b|made up of\b|namely\b"
)
_EVENTS = (
    "收到 受理 办理 办结 答复 回复 召开 举办 开展 组织 制定 制发 印发 出台 发布 "
    "收取 接受 接收 接待 接听 参加 回应 新增 处理 共 累计 总计 合计 共计 全年 "
    "今年 另外 此外 同时 另有 并 还 均 已 未 无 没有 完成 报送 转载 编发 编制 "
    "整改 征集 建立 设立 开设 推送 刊发 梳理 清理 废止 截至 目前 行政复议 "
    "行政诉讼 结转 上年结转 较 比 同比 全市 全县 全区 全镇 全局 我局 我市 我县 "
    "我区"
).split()
_CHANNELS = (
    r"网站|门户|微信|微博|公众号|头条|抖音|客户端|公开栏|公示栏|电子屏|显示屏|报刊|报纸|电视|广播|短信|公报|新媒体|"
    r"新闻媒体|平台|渠道|方式|网$|APP|媒体|宣传栏|村务公开|LED"
)


@cache
def cue() -> re.Pattern[str]:
    """Find the words after which the parts of a figure follow."""
    return re.compile(rf"(?P<among>{_AMONG})|(?P<complete>{_COMPLETE})")


@cache
def ordered() -> re.Pattern[str]:
    """Tell the words that break a whole down once more, in another way."""
    return re.compile(r"按|从")


@cache
def exhaustive() -> re.Pattern[str]:
    """Tell the words behind which everything is told, not only what is worth telling."""
    return re.compile(r"分别(?:为|是)|具体(?:情况)?(?:为|是)|即|分布|构成|[cmn]")


@cache
def event() -> re.Pattern[str]:
    """Tell whether a clause begins with a word of doing, which parts seldom begin with."""
    words = "|".join(sorted(_EVENTS, key=lambda word: -len(word)))
    return re.compile(rf"[:;,、。()]*(?P<word>{words})(?<!无(?=[法效主]))")


@cache
def channel() -> re.Pattern[str]:
    """Tell the ways of publishing, on several of which one thing may appear."""
    return re.compile(_CHANNELS)


@cache
def asked() -> re.Pattern[str]:
    """Tell what is asked of an office, which comes by one way only, from what it publishes."""
    return re.compile(r"申请|建议|提案|投诉|举报|信访|来信|诉求|咨询|复议|诉讼|案件")


@cache
def open_end() -> re.Pattern[str]:
    """Tell a list that is not told to its end."""
    return re.compile(r"^(?:[^,;:。、()0-9]{0,12})等")


@cache
def grows() -> re.Pattern[str]:
    """Find the words before a figure that is a difference to another period."""
    return re.compile(
        r"(?P<said>(?:同比|环比|(?:较|比|与)[^,;:。0-9]{0,6}(?:去年|上年|上一年度?|前年|往年|同期|年度?|年同期|(?:19|20)[0-9]{2}年(?:度)?)"
        r"|(?:较|比|与)20[0-9]{2}年度?)"
        r"(?:同期)?(?:相比)?)[^;:。0-9]{0,12}?"
        rf"(?P<way>{RISES}|{FALLS})(?:了|约|近|到)?$"
    )


@cache
def _plain_change() -> re.Pattern[str]:
    return re.compile(
        r"[,;(]?(?:同比|环比|净|共)?(?:增加|增长|增收|增支|上升|提高|减少|减收|减支|下降|降低|负增长)(?:了|约)?"
    )


def is_change(lead: str) -> bool:
    """Tell whether the words before a figure make it a difference: 同比增加, or 增收 alone."""
    return bool(grows().search(lead) or _plain_change().fullmatch(lead))


@cache
def behind() -> re.Pattern[str]:
    """Find a sum that stands behind what it is the sum of."""
    return re.compile(
        r"(?P<items>[两三四五六七八九])(?:项|者|类|种(?:方式|渠道|途径|形式)?)(?:合计|总计|共计|共)[^,;:。0-9]{0,8}$"
        r"|(?P<plain>合计|总计|共计|总共)(?:为|是)?$"
        r"|(?:^|,|;)(?:全[年市区县镇局州省旗]|以上|各类)?(?:累计|共(?!计)|(?:共计|合计|总计)(?=[^,;:。0-9]))[^,;:。0-9]{0,8}$"
    )
