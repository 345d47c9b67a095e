"""T008: words of a template that were never replaced, in the text of a report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from statlint.finding import Finding
from statlint.rule import PROSE, Context, Level, Severity, rule, said_in
from statlint.values import Text

if TYPE_CHECKING:
    from statlint.prose import Prose

MESSAGES = {
    "placeholder": Text(
        zh="「{text}」是样张文字，尚未填写",
        en="“{text}” is text of a template that was not filled in",
    ),
    "blank": Text(
        zh="「{text}」留有空白，尚未填写", en="“{text}” has a gap that was not filled in"
    ),
    "instruction": Text(
        zh="「{text}」是填写说明，尚未删除",
        en="“{text}” is an instruction of the template that was not taken out",
    ),
}
_KIND = "[年月日市县区镇乡村省局委厅办街件条次份篇项场期]|政府|部门|单位|街道|人民|公司|医院|学校"
_PLACEHOLDER = (
    rf"(?<![A-Za-z0-9*])(?:[Xx]{{2,}}|[×✕╳Ｘ]{{1,}}|[*＊]{{2,}}|○{{2,}}(?!年))(?={_KIND})"
    r"|(?<![A-Za-z0-9])X(?=年X?月|月X?日)|某某(?=[市县区镇乡局委办街]|单位|部门)"
    r"|[【\[（(<〈](?:单位名称|机关名称|地区名称|年份|具体(?:数字|数据|内容)|填写内容)[】\]）)>〉]"
    r"|【\s*】|[Ll]orem ipsum"
)
_BLANK = r"_{2,}(?=[年月日件条次份篇项场期个人元])|(?<=[到理开为布计了])\s*_{3,}"
_INSTRUCTION = (
    r"[（(【\[](?:此处|在此|请)(?:填写|填入|插入|输入|根据实际)[^）)】\]]{0,60}[）)】\]]"
    r"|此处(?:填写|填入|插入|输入)|请在此处?(?:填写|输入|插入)|请?(?:单击|点击)此处输入"
    r"|[（(](?:方正)?(?:宋体|仿宋|黑体|楷体|小标宋)[^）)]{0,30}[）)]"
    r"|[（(](?:标题|正文)[^）)]{0,12}(?:号字|字体)[^）)]{0,12}[）)]"
    r"|Click here to enter text|\[(?:insert|enter)[^\]]{1,40}\]|(?<![A-Z])TBD(?![A-Z])"
)
_KINDS = (("placeholder", _PLACEHOLDER), ("blank", _BLANK), ("instruction", _INSTRUCTION))


@rule(
    code="T008",
    level=Level.FILE,
    on=PROSE,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请填上实际内容；填写说明和用不上的文字，请删去",
        en="Fill in what is meant, and take out instructions and what is of no use",
    ),
)
def template_text_in_report(prose: Prose, context: Context) -> Iterator[Finding]:
    """Text of a template was left in a report.

    ## What it checks
    What a template prints to be replaced: XX, ×× or *** before a word for a place, an office, a
    date or a counter (XX局, ×年×月), 某某局, 【】, （单位名称）; gaps to be filled
    (收到申请____件); and instructions: （此处填写……）, （仿宋_GB2312三号字）, 单击此处. Each kind
    is told once in a paragraph. Numbers that were made unreadable (138****0000) and persons who are
    not named (张某某、李××) are fine. What stands in the title or beside a table is told by S015.

    ## Why it matters
    It shows that the report was not read through before it was sent, and it leaves open which
    figure or office is meant.

    ## Example
    ```prose fail
    2019年，XX局共收到政府信息公开申请12件，均按时答复。
    ```
    ```prose pass
    2019年，区财政局共收到政府信息公开申请12件，均按时答复。
    ```

    ## Known problems
    An office that a text calls XX局 on purpose, as an example, is told.
    """
    told = {label.sheet for label in context.filled.leftovers} if context.filled else set()
    for passage in prose.passages:
        if passage.place in told:
            continue
        text = passage.paragraph.text
        for kind, pattern in _KINDS:
            found = re.search(pattern, text)
            if found and not _is_example(text, found):
                at = said_in(passage, found.start(), found.end())
                words = found[0] if kind == "instruction" else _beside(text, found)
                yield context.finding(kind, at=at, text=words)


def _is_example(text: str, found: re.Match[str]) -> bool:
    """Tell whether offices are left without a name on purpose: 如××镇、××局等."""
    before, after = text[: found.start()], re.split(r"[。；;]", text[found.end() :])[0]
    return bool(re.search(r"(?:如|像|某)[^。；;，,]*$", before)) and "等" in after


def _beside(text: str, found: re.Match[str]) -> str:
    """Give the words with a few signs on either side, up to the next break in the sentence."""
    before = re.split(r"[。，,；;：:（(\s]", text[: found.start()])[-1][-6:]
    after = re.split(r"[。，,；;：:）)\s]", text[found.end() :])[0][:6]
    return before + found[0] + after
