"""The words by which labels say what figures are, as patterns in Chinese and in English.

They are held against a label in lower case; one in Chinese comes without blanks within. The English
ones begin where a word does.
"""

from __future__ import annotations

from statlint.dataclass import dataclass
from statlint.table.layout import Role


@dataclass(frozen=True, slots=True)
class RoleWords:
    """The words for one role in each language."""

    role: Role
    zh: str
    en: str


# Patterns are compiled at their first use: most files need none, and all pay for the start.
ROLE_WORDS = (
    RoleWords(
        Role.TOTAL,
        zh=r"[合总共]计(?!划)|^计$|总(?:[数量额值分和产人户收支费票件次销]|面积|成绩|得分|成本|资产|负债|投资|$)"
        r"|^全(?:[国省市县区州旗镇乡村校院部年]|系统|社会|行业)$|^男女计?$",
        en=r"totals?\b|^all\b(?! others?\b| else\b)|overall\b|^both sexes|altogether\b"
        r"|i alt\b|totalt\b|insgesamt\b",
    ),
    RoleWords(
        Role.SUBTOTAL,
        zh=r"小计|^[页分]计$|本[页组类](?:合计|总计)",
        en=r"sub-?\s?totals?\b",
    ),
    RoleWords(
        Role.OF_WHICH,
        zh=r"^\W*其中|^\W*内:|^#+(?=[一-龥])",
        en=r"^#+\s*(?=[a-z])(?!of\b)|of wh(?:ich|om)\b|^(?:including|incl\.?)\b|thereof\b",
    ),
    RoleWords(
        Role.SHARE,
        zh=r"占比|比重|比例|构成|份额|^占|占.{0,12}(?:%|百分)|(?<![效频功速概费利汇])率(?:$|\(|%)"
        r"|百分[比数]|(?<![0-9])(?<![0-9] )[%‰]|[%‰]\)?$",
        en=r"per\s?cent(?:age)?s?\b|pct\b|proportions?\b"
        r"|^(?:market |percentage )?shares?(?:$|\s?[(,])"
        r"|shares? of (?:the )?(?:total|all|gdp|population|world|national)|^distribution$",
    ),
    RoleWords(
        Role.CHANGE,
        zh=r"[同环]比|增长(?![额量])|增[速幅]|降幅|涨跌|涨幅|增减(?:[率幅%]|\(%)"
        r"|[比较][上去]年",
        en=r"(?<!climate )changes?\b(?! (?:in (?:inventor|stock|work|provision)|of|manage))"
        r"|growth\b|variation\b"
        r"|(?:%|per\s?cent|annual|rate of) (?:in|de)crease|(?:in|de)crease[,:]? ?\(?(?:%|per\s?c)"
        r"|^(?:in|de)creases?$",
    ),
    RoleWords(
        Role.DIFFERENCE,
        zh=r"增减(?![率幅%]|\(%)|[增减](?:加|少)?[额数量]$|增长[额量]|差额|差[值异]|净[增额减值出流利收]|结余"
        r"|[顺逆]差|盈亏",
        en=r"net\b|differences?\b|surplus\b|deficit\b|^(?:(?:in|de)creases?|changes?)$"
        r"|balance\b(?! sheet| forward| brought| carried| at| b/?f)|change in\b",
    ),
    RoleWords(
        Role.AVERAGE,
        zh=r"平均(?!每)|均[值分]|月均|年均(?!增)",
        en=r"averages?\b|avg\b|mean\b",
    ),
    RoleWords(
        Role.MEDIAN,
        zh=r"中位|最[大小高低][值分数额]?$|标准差|方差|极差",
        en=r"median\b|^m(?:in|ax)(?:imum)?\.?(?: values?| scores?)?$|std\b|variance\b"
        r"|standard (?:deviation|error)\b|percentile\b",
    ),
    RoleWords(
        Role.CUMULATIVE,
        zh=r"累[计积]|年初至|^(?:[0-9]{4}年)?1月?[-—~至][0-9]{1,2}月",
        en=r"cumulative\b|cum\.|year[- ]to[- ]date\b|ytd\b|to date\b"
        r"|running (?:total|balance|sum)\b",
    ),
    RoleWords(Role.RANK, zh=r"排名|[名位]次|排[位序]", en=r"rank(?:ing|ed|s)?\b|^pos\.?$"),
    RoleWords(
        Role.ORDINAL,
        zh=r"^(?:序号?|[行项栏]次|顺序号?|行号)$",
        en=r"^(?:№|nos?\.|s/n|(?:s|sr|sl)\.? ?no\.?|serial(?: no\.?| number)?"
        r"|(?:item|line) no\.?|#)$",
    ),
    RoleWords(
        Role.CODE,
        zh=r"代码|编[码号]|[学工文账]号|证件?号|身份证|邮政编码|邮编|^附注$|^(?:联系|办公)?电话(?:号码)?$|^手机号?码?$",
        en=r"codes?$|^code\b|^(?:tele)?phone$|^(?:tel|fax)\b|(?:fips|naics|sic|isic|isbn|ssn)\b"
        r"|(?:[a-z]+ )?id$|id no|(?:student|account|order|invoice|employee|contract|part|room"
        r"|customer|policy|region|document|reference|check|sid|case|phone) (?:no\b|number$|#)"
        r"|^notes?$",
    ),
    RoleWords(
        Role.RATE,
        zh=r"[人户亩日地]均|平均每|每[十百千万亿]?[一-龥]"
        r"|(?:密度|系数|指数|单产|亩产|强度|[汇利费]率|倍数|(?<![占同环])比)(?:$|[(:])",
        en=r"per (?:capita|head|person|(?:common )?share|[0-9,]+|household|unit|hectare|acre)\b"
        r"|per (?:day|week|month|year)\b|ratios?\b|rate\b|[a-z]+ rates\b(?!,)|density\b"
        r"|ind(?:ex|ices|exes)\b|yield\b",
    ),
    RoleWords(
        Role.PRICE,
        zh=r"单价|(?<!不变)(?<![可同]比)(?<![现当].)价格(?:$|[(:])|均价",
        en=r"price\b(?! ind)|^prices\b|unit (?:cost|value)\b|cost per\b",
    ),
    RoleWords(
        Role.QUANTITY,
        zh=r"^(?:数量|件数|销量)",
        en=r"quantity\b|quantities\b|qty\b|^units(?: sold)?$",
    ),
)
INHERITED = frozenset(
    {Role.SHARE, Role.CHANGE, Role.AVERAGE, Role.MEDIAN, Role.CUMULATIVE, Role.RANK, Role.RATE}
)
"""What is said of a spanner holds for all heads under it."""
AMONG = r"\W*(?:其中|of which|of whom|including)\W*"
"""A label that says no more than that parts follow."""
COUNTED = (
    r"[人户件次家个数总]?数?量?|金额|[额值]|绝对[数值]|[本上][年期月]|[%‰]|占比|比重|numbers?|persons?"
    r"|amount|value|count|per\s?cent"
)
"""Labels that only say what is counted: under 合计 they are totals as well."""
OF_TOTAL = r"占|\bof (?:the )?(?:\w+ )?totals?\b|\bto total\b|\bas (?:a )?(?:%|per\s?cent)"
"""Labels that speak of a total but are a share of it."""
