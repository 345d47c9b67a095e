"""The one expression by which numbers are found in squeezed text, and what each of them is."""

from __future__ import annotations

import re
from functools import cache

from statlint.prose.numerals import NUMERALS
from statlint.prose.words import COUNTERS, HOTLINES, MONEY, NAMES, SPANS

# A list of figures without units (分别为120,130,140件) is not one figure with separators.
_GROUPED = (
    r"(?<![0-9.])(?<![0-9],)(?<!分别为)(?<!分别是)(?<!分别)[1-9][0-9]{0,2}"
    r"(?:,[0-9]{3})+(?!,?[0-9])(?:\.[0-9]+)?"
)
_PLAIN = r"(?:\.[0-9]+|[0-9]+(?:\.[0-9]+)?)"
NUMBER = rf"(?:{_GROUPED}|{_PLAIN})"
_WORDS = rf"[{NUMERALS}]"
_ANY = rf"(?:[0-9]{{1,15}}|{_WORDS}{{1,15}})"
_YEAR = rf"(?:(?:19|20)[0-9]{{2}}|[二一][〇零○九][{NUMERALS}○]{{2}})"
_TO = r"(?:-|--|—|——|–|~|～|至|到|、|和|及)"
_FIGURES = rf"(?:[0-9]{{1,2}}{_TO})*[0-9]{{1,2}}"
_DAY = rf"(?:{_YEAR}年(?:度)?)?{_FIGURES}月(?:份)?(?:{_FIGURES}[日号])?"
_UNITS = "|".join(sorted((*COUNTERS, *MONEY, *SPANS), key=lambda unit: -len(unit)))

_LINES = "|".join(one for one in HOTLINES.split() if len(one) > 3)  # noqa: PLR2004
_SHORT_LINES = "|".join(one for one in HOTLINES.split() if len(one) == 3)  # noqa: PLR2004

_KINDS = (
    ("code_url", r"https?://[\w./?=&%#:~+-]+|www\.[\w./?=&%#:~+-]+|[\w.+-]+@[\w-]+\.[\w.-]+"),
    ("code_site", r"(?:[a-z0-9-]+\.)+(?:com|cn|gov|net|org)(?:[/.][\w./?=&%#-]*)?"),
    ("name_title", r"《[^《》]{0,150}(?:《[^《》]{0,150}》[^《》]{0,80}){0,3}》"),
    ("name_title2", r"〈[^〈〉]{0,150}〉|<[^<>]{0,80}>"),
    ("document", r"[〔\[(【][ ]?(?:19|20)[0-9]{2}[ ]?(?:年)?[〕\])】][ ]?第?[ ]?[0-9]+[ ]?号?"),
    (
        "document_by",
        rf"(?:(?:令|公告|通告|主席令|政府令)\(?(?:{_YEAR}年)?)?第?{_ANY}号(?:令|公告|文件?)\)?",
    ),
    ("document_no", rf"(?:令|公告|通告)\(?(?:{_YEAR}年)?第?{_ANY}号\)?"),
    (
        "clause",
        rf"第{_ANY}(?:条|款|项|章|节|目)(?:之{_WORDS})?(?:第?\(?{_ANY}\)?(?:条|款|项|目))*(?:、第?{_ANY}(?:条|款|项))*",
    ),
    ("ordinal_dated", r"(?<![0-9])[0-9]{1,2}[.](?=(?:19|20)[0-9]{2}年)"),
    ("unknown_row", r"[0-9]+(?:\.[0-9]+)?(?: [0-9]+(?:\.[0-9]+)?)+"),
    ("code_times", r"[0-9]+[×xX*][0-9]+(?:小时)?"),
    ("duration_clock", r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:[-—至~][0-9]{1,2}:[0-9]{2})?"),
    ("year_span", rf"{_YEAR}(?:年)?{_TO}{_YEAR}年?(?:度)?(?![0-9万亿])"),
    ("date_iso", r"(?:19|20)[0-9]{2}[-./][0-9]{1,2}[-./][0-9]{1,2}(?![0-9])"),
    (
        "date",
        rf"{_DAY}(?:起|开始)?(?:(?:至|到|-|--|—|——|–|~)(?:次年)?(?:{_DAY}|{_YEAR}年底?|[0-9]{{1,2}}日))?(?:止)?",
    ),
    ("date_words", rf"(?:{_YEAR}年)?{_WORDS}{{1,2}}月(?:份)?(?:{_WORDS}{{1,3}}日)?"),
    ("year", rf"{_YEAR}年(?:度|底|末|初)?|(?<![0-9.,])(?:19|20)[0-9]{{2}}(?=年?度|版)"),
    ("year_english", r"(?<=[A-Za-z] )(?:19|20)[0-9]{2}(?:[/-][0-9]{2})?(?=[,.;:) ]|$)"),
    (
        "phone",
        r"\(?0[0-9]{2,3}\)?[-— ]?[0-9]{7,8}(?:[-—转][0-9]{1,6})?|(?<![0-9])1[3-9][0-9]{9}(?![0-9])",
    ),
    (
        "phone_said",
        (
            r"(?:电话|手机|传真|热线|座机|联系方式)(?:号码)?[为是:]?[ ]?"
            r"\(?[0-9][0-9-() ]{3,18}[0-9](?![0-9余多万件个条次人])"
        ),
    ),
    (
        "code_said",
        (
            r"(?:邮编|邮政编码|账号|帐号|群号?|QQ|编号|代码|索引号|版本|[Vv]er\.?)"
            r"(?:号)?[为是:(]?[ ]?[0-9][0-9.-]*"
        ),
    ),
    ("code_house", r"[0-9]+(?:-[0-9]+)?(?:号|号楼|栋|幢|室|弄|楼|层|路)(?![文令召])"),
    (
        "name_line",
        rf"(?<![0-9.])(?<![0-9],)(?:{_LINES})(?![0-9.%]|[ ]?(?:余|多|万|{_UNITS}))",
    ),
    (
        "name_emergency",
        rf"(?<![0-9.])(?<![0-9],)(?:{_SHORT_LINES})(?=[、/,和](?:{_SHORT_LINES})|热线|平台|电话)",
    ),
    (
        "name_latin",
        r"[A-Za-z]+-?[0-9]+(?:\.[0-9]+)*(?![0-9.]*[件条个项%])|[0-9]+(?:\.[0-9]+)?[A-Za-z]{1,3}(?![A-Za-z])",
    ),
    ("ordinal_said", rf"第{_ANY}(?:个|次|批|期|季度|届|名|位|轮|版|方|类|档|梯队)?"),
    (
        "ordinal_list",
        rf"(?:(?<=^)|(?<=[。;:,、!?\n)]))(?:{_WORDS}{{1,3}}(?:是|要|为)|其{_WORDS},|{_WORDS}{{1,3}}[、.](?!{_WORDS})|\((?:[0-9]{{1,2}}|{_WORDS}{{1,3}})\)|[0-9]{{1,2}}[.)、](?![0-9]))",
    ),
    ("ordinal_sign", r"[①-⑳㈠-㈩⑴-⒇]"),
    (
        "name_items",
        r"[两二三四五六七八九](?:项|者|类|种(?:方式|渠道|途径|形式)?)(?=合计|共计|总计|共|相加)",
    ),
    ("name_large", r"[两三四五六七八九十]大(?!类|项|方面|板块|版块|领域|专栏|栏目|渠道|平台)"),
    ("name_words", "|".join(sorted(NAMES, key=lambda name: -len(name)))),
    ("name_quoted", r"“[^“”]{1,15}”|\"[^\"]{1,12}\"|「[^」]{1,15}」"),
    (
        "unknown_range",
        rf"{NUMBER}[%万]?(?:-|--|—|–|~|至|到){NUMBER}[ ]?[百千万亿%]?(?:{_UNITS})?",
    ),
    (
        "unknown_some",
        rf"(?:[数几][十百千万亿]+|{_WORDS}{{0,15}}十几|上[百千万](?=[{NUMERALS}]{{0,15}}(?:{_UNITS})))余?(?:{_UNITS})?",
    ),
    ("share_words", rf"百分之(?:{NUMBER}|{_WORDS}{{1,15}}(?:点{_WORDS}{{1,15}})?)"),
    ("unknown_fraction", rf"{_ANY}分之{_ANY}"),
    ("share", rf"{NUMBER}[ ]?(?:%|‰|percent|per cent)|{NUMBER} (?:percent|per cent)"),
    (
        "count",
        (
            rf"{NUMBER}[ ]?(?:[百千万亿]+(?:[0-9]+(?:\.[0-9]+)?[百千万])?)?"
            rf"(?:余|多|来)?(?:万|千|亿)?(?:{_UNITS})?"
        ),
    ),
    ("count_words", rf"{_WORDS}{{1,15}}(?:余|多|来)?(?:{_UNITS})"),
)


# Most signs begin none of these: one look at each saves trying them all.
_SIGNS = '第《〈<〔\\[(【令公通主政电手传热座联邮账帐群编代索版数几其①-⑳㈠-㈩⑴-⒇“"「上'
_FIRST = rf"(?=[0-9.A-Za-z{NUMERALS}○{_SIGNS}])"


@cache
def finder() -> re.Pattern[str]:
    """Give the expression whose named groups are the kinds of numbers."""
    kinds = "|".join(f"(?P<{name}>{pattern})" for name, pattern in _KINDS)
    return re.compile(f"{_FIRST}(?:{kinds})")


@cache
def counted() -> re.Pattern[str]:
    """Give the expression that takes a counted number apart."""
    return re.compile(
        rf"(?P<number>{NUMBER}[ ]?(?:[百千万亿]+(?:[0-9]+(?:\.[0-9]+)?[百千万])?)?|[{NUMERALS}]+?)"
        rf"(?P<more>(?:余|多|来)?)(?P<scale>[万千亿]?)(?P<unit>(?:{_UNITS})?)$"
    )
