"""How far a workbook sets the texts of its cells in."""

from __future__ import annotations

from unit.workbook.packages import make_excel
from unit.workbook.two_readers import read_excel


def test_remembers_how_far_texts_are_set_in() -> None:
    indents = ["", "2", "-1", "x", "9999"]
    aligned = "".join(f'<xf><alignment horizontal="left" indent="{one}"/></xf>' for one in indents)
    styles = f"<cellXfs>{aligned}<xf><alignment/></xf></cellXfs>"
    texts = "".join(
        f'<c s="{style}" t="inlineStr"><is><t>甲</t></is></c>' for style in range(len(indents) + 1)
    )
    content = make_excel(f'<row r="2">{texts}<c s="1"><v>1</v></c></row>', styles=styles)

    assert read_excel(content)["sheets"][0].get("indents") == [(2, 2, 2), (2, 5, 250)]
