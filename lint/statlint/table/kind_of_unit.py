"""What kind of reporting unit a name says beyond doubt."""

from __future__ import annotations

from statlint.pattern import pattern_of

KINDS = ("ministry", "province", "city", "county", "department", "street", "town")

# A unit of the state council may make 规章 and is named 国家…局 as well: no kind is told from that.
_CENTRAL = pattern_of(r"^(?:中国|国家|全国|国务院|中央|最高)")
_ENDINGS = (
    ("street", pattern_of(r"街道(?:办事处)?$")),
    ("town", pattern_of(r"(?:(?<!景德)镇|乡|苏木)(?:人民政府|政府)?$")),
    ("province", pattern_of(r"(?:省|自治区)(?:人民政府|政府)$")),
    ("county", pattern_of(r"(?<=.)(?:县|旗)(?:人民政府|政府)?$")),
    ("county", pattern_of(r"(?<![治新特作政])区(?:人民政府|政府)$")),
    (
        "department",
        pattern_of(
            r"(?:县|旗|(?<!自治)区|市|州|盟)[^省]{2,16}(?:局|委员会|(?<!政府)办公室|支队|大队|分局)$"
            r"|(?:省|自治区).{2,16}厅$"
            r"|(?:开发|高新|高新技术产业|工业园|保税|示范)区管(?:理委员|委)会$"
        ),
    ),
)


def kind_of_unit(name: str | None) -> str | None:
    """Give the kind of a unit that its name says beyond doubt, else None.

    A 市 government is left open: it may be a county-level city or one that may make rules of its
    own. So is a 新区 or 特区; a 区 under a city counts as a county.
    """
    if name is None or _CENTRAL.search(name):
        return None
    for kind, ending in _ENDINGS:
        if ending.search(name.strip()):
            return kind
    return None
