"""The kind of a reporting unit, only where its name says it beyond doubt."""

from __future__ import annotations

import pytest

from statlint.table import KINDS, kind_of_unit


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("舒城县城关镇", "town"),
        ("清溪镇人民政府", "town"),
        ("南山乡政府", "town"),
        ("明光路街道", "street"),
        ("明光路街道办事处", "street"),
        ("安徽省人民政府", "province"),
        ("宁夏回族自治区人民政府", "province"),
        ("舒城县人民政府", "county"),
        ("鄂托克前旗人民政府", "county"),
        ("瑶海区教育局", "department"),
        ("合肥市发展和改革委员会", "department"),
        ("宿迁市公安局交通警察支队", "department"),
        ("凉山州财政局", "department"),
        (" 瑶海区教育局 ", "department"),
        ("合肥市瑶海区人民政府", "county"),
        ("舒城县", "county"),
        ("巴林左旗", "county"),
        ("长阳土家族自治县人民政府", "county"),
        ("达赉苏木", "town"),
        ("合肥高新技术产业开发区管理委员会", "department"),
        ("安徽省教育厅", "department"),
        ("瑶海区", None),
        ("县", None),
        ("宁夏回族自治区", None),
        ("天府新区人民政府", None),
        ("六枝特区人民政府", None),
        ("香港特别行政区政府", None),
        ("宿迁市人民政府", None),
        ("瑶海区人民政府办公室", None),
        ("景德镇", None),
        ("景德镇市人民政府", None),
        ("广西壮族自治区自然资源局", None),
        ("国家税务总局瑶海区税务局", None),
        ("中国气象局", None),
        ("教育局", None),
        ("", None),
        (None, None),
    ],
)
def test_kind_of_unit(name: str | None, kind: str | None) -> None:
    assert kind_of_unit(name) == kind
    assert kind is None or kind in KINDS
