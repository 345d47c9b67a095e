"""T011: numbers of persons in a text that is to be published."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from statlint.dataclass import replace
from statlint.finding import Finding
from statlint.rule import PROSE, Context, Level, Severity, rule, said_in
from statlint.values import Text

if TYPE_CHECKING:
    from statlint.prose import Prose

MESSAGES = {
    "mobile": Text(
        zh="个人信息：正文中有手机号码 {number}",
        en="Personal: the text has the mobile number {number}",
    ),
    "identity": Text(
        zh="个人信息：正文中有身份证号码 {number}",
        en="Personal: the text has the identity card number {number}",
    ),
    "bank-card": Text(
        zh="个人信息：正文中有银行卡号 {number}",
        en="Personal: the text has the bank card number {number}",
    ),
    "chat": Text(
        zh="个人信息：正文中有聊天群或账号的号码 {number}",
        en="Personal: the text has the number of a chat group or account {number}",
    ),
}


@rule(
    code="T011",
    level=Level.FILE,
    on=PROSE,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="拟公开的文件请删去个人号码，联系方式改用办公电话；确需公开的，请说明理由",
        en="Take personal numbers out of what is to be published and give an office telephone; "
        "where it must be there, say why",
    ),
)
def personal_number(prose: Prose, context: Context) -> Iterator[Finding]:
    """Text that is to be published has the number of a person.

    ## What it checks
    Mobile telephone numbers, identity card numbers of 18 signs whose day of birth and last sign are
    right, bank card numbers behind 卡号 or 账号 whose last digit fits, numbers of QQ or WeChat
    groups and accounts. Telephones of offices (电话：0551-64495818), hotlines and numbers that were
    made unreadable (138****0000) are fine. The report of statlint shows stars for the middle of
    each number, in the sentence it quotes as well.

    ## Why it matters
    Reports are published for good; what is personal must not be made public without consent.

    ## Example
    ```prose fail
    如对本报告有疑问，请与张三联系（手机：13800138000）。
    ```
    ```prose pass
    如对本报告有疑问，请与区政府办公室联系（电话：0551-64495818）。
    ```

    ## Source
    《中华人民共和国个人信息保护法》第四条；《中华人民共和国政府信息公开条例》第十五条.

    ## Known problems
    Names, addresses and numbers within tables are not looked at. An office whose only telephone is
    a mobile one has to explain that.
    """
    # Here, since most files are no documents.
    from statlint.values.personal import find_personal, mask_all

    for passage in prose.passages:
        text = passage.paragraph.text
        for one in find_personal(text):
            at = replace(said_in(passage, one.start, one.end), paragraph=mask_all(text))
            yield context.finding(one.kind.value, at=at, number=at.text)
