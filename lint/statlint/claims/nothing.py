"""What is said not to have happened: 未发生行政复议, 没有收到申请."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from statlint.claims.model import Claim, Mention, Relation
from statlint.claims.utterance import Utterance
from statlint.prose import Quantity, QuantityKind
from statlint.values import Figure, Text

_BASIS = Text("未", "no")
_ORDER = 900
"""Numbers of mentions in words, beyond those of the figures of a sentence."""


@cache
def _nothing() -> re.Pattern[str]:
    """Find a word of denial, and behind it what did not happen."""
    done = "收到|接到|接收|发生过?|出现过?|产生|引发|受理|涉及|有|存在|收取"
    things = "行政复议|行政诉讼|复议|诉讼|依申请|信息公开申请|公开申请|申诉|举报|投诉"
    no = r"没有|(?<!有)无(?![法偿需论效权关理正])|零"
    return re.compile(
        rf"(?:(?:暂|尚|均|都|也|从|并)?(?:未|没有?|无|不曾|未曾)(?:{done})"
        rf"|(?:{no})(?=[^,;:。]{{0,20}}(?:{things})))"
        rf"(?P<what>[^,;:。()]*(?:{things})[^,;:。()]*)"
    )


@cache
def _otherwise() -> re.Pattern[str]:
    """Tell what is denied of something that did happen: 未发生行政复议被纠错、行政诉讼败诉."""
    return re.compile(r"败诉|纠错|纠正|撤销|被改|违法|超期|逾期|超时|泄密|追责|问责|负面")


def find_nothing(utterances: Sequence[Utterance]) -> Iterator[Claim]:
    """Give what the sentences deny, with a 0 for its figure."""
    for number, utterance in enumerate(utterances, 1):
        for order, found in enumerate(_nothing().finditer(utterance.text), 1):
            inside = [one for one in utterance.spots if found.start() <= one.start < found.end()]
            if not inside and not _otherwise().search(found["what"]):
                mention = _mention(utterance, found, (number, order))
                yield Claim(Relation.NONE, mention, (), _BASIS)


def _mention(utterance: Utterance, found: re.Match[str], at: tuple[int, int]) -> Mention:
    sentence = utterance.sentence
    start, end = utterance.squeezed.origin(*found.span())
    start, end = start + sentence.start, end + sentence.start
    quantity = Quantity(QuantityKind.COUNT, start, end, Figure(0, found[0]))
    place = sentence.place
    key = f"{place.kind[0]}{place.number}_s{sentence.number}_q{_ORDER + at[1]}"
    begun = re.split(r"[;:。]", utterance.text[: found.start()])[-1]
    return Mention(key, quantity, sentence, found["what"], begun + found[0])
