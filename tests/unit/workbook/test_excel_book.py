"""What an .xlsx workbook says beside its sheets: names, links to other files, precision."""

from __future__ import annotations

import pytest

from statlint.workbook.engines.stored import StoredBook
from unit.workbook.packages import excel_parts, make_zip, sheet_part
from unit.workbook.two_readers import read_excel

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'


def read(workbook: str, parts: dict[str, str] | None = None, relations: str = "") -> StoredBook:
    """Read a workbook of one sheet with more in its workbook part, more parts and relations."""
    made = excel_parts(sheet_part('<row r="1"><c r="A1"><v>1</v></c></row>'))
    for part, end, more in (
        ("xl/workbook.xml", "</workbook>", workbook),
        ("xl/_rels/workbook.xml.rels", "</Relationships>", relations),
    ):
        made[part] = str(made[part]).replace(end, more + end)
    return read_excel(make_zip({**made, **(parts or {})}))


def link(content: str, target: str) -> dict[str, str]:
    """Give the parts of the first link to another file."""
    folder = "xl/externalLinks"
    return {
        f"{folder}/externalLink1.xml": f'<externalLink xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        f"{content}</externalLink>",
        f"{folder}/_rels/externalLink1.xml.rels": f'{_RELATIONS}<Relationship Id="rId1"'
        f' Type="{_OFFICE}/externalLinkPath" Target="{target}" TargetMode="External"/>'
        "</Relationships>",
    }


def linked(content: str, target: str = "b.xlsx", listed: str = '<x r:id="rId7"/>') -> StoredBook:
    """Read a workbook that has one link to another file."""
    references = listed.replace("<x ", "<externalReference ")
    return read(
        f"<externalReferences>{references}</externalReferences>",
        link(content, target),
        f'<Relationship Id="rId7" Type="{_OFFICE}/externalLink"'
        ' Target="externalLinks/externalLink1.xml"/>',
    )


def test_knows_names_and_the_sheet_they_are_for() -> None:
    book = read(
        "<definedNames><definedName name='全年'>表三!$A$1:$A$9</definedName>"
        "<definedName name='税率'>0.03</definedName>"
        "<definedName name='合计' localSheetId='0'>表三!$B$9</definedName>"
        "<definedName name='早已删去' localSheetId='-1'>表三!$B$9</definedName>"
        "<definedName name='无主' localSheetId='5'>表三!$B$9</definedName></definedNames>"
    )

    assert book.get("names") == [
        ("全年", "表三!$A$1:$A$9", None),
        ("税率", "0.03", None),
        ("合计", "表三!$B$9", "表三"),
    ]


def test_keeps_so_many_names_and_no_more() -> None:
    names = "".join(f"<definedName name='n{at}'>1</definedName>" for at in range(10_001))

    assert len(read(f"<definedNames>{names}</definedNames>").get("names", [])) == 10_000


@pytest.mark.parametrize(
    ("calculation", "expected"),
    [
        ('<calcPr calcId="191029" fullPrecision="0"/>', True),
        ('<calcPr calcId="191029" fullPrecision="1"/>', False),
        ('<calcPr calcId="191029"/>', False),
        ("", False),
    ],
)
def test_knows_whether_figures_count_as_displayed(calculation: str, *, expected: bool) -> None:
    assert read(calculation).get("as_displayed") is expected


@pytest.mark.parametrize(
    ("content", "target", "expected"),
    [
        pytest.param(
            '<externalBook r:id="rId1"/>',
            "file:///D:/%E6%8A%A5%E8%A1%A8/2023.xlsx",
            "file:///D:/报表/2023.xlsx",
            id="a workbook",
        ),
        pytest.param('<oleLink r:id="rId1"/>', "a.doc", "a.doc", id="an object"),
        pytest.param(
            '<ddeLink ddeService="cmd" ddeTopic="/c calc"/>', "", "cmd|/c calc", id="a server"
        ),
        pytest.param('<externalBook r:id="rId9"/>', "a.xlsx", "", id="no place"),
        pytest.param("<other/>", "a.xlsx", "", id="nothing known"),
        pytest.param('<externalBook r:id="rId1"/>', "a" * 9999, "a" * 1024, id="an endless place"),
    ],
)
def test_knows_where_another_file_lies(content: str, target: str, expected: str) -> None:
    assert linked(content, target).get("links") == [expected]


def test_keeps_the_numbers_of_the_links() -> None:
    book = linked('<externalBook r:id="rId1"/>', listed='<x r:id="rId8"/><x r:id="rId7"/>')

    assert book.get("links") == ["", "b.xlsx"]


def test_knows_a_link_whose_part_is_missing() -> None:
    book = read(
        '<externalReferences><externalReference r:id="rId7"/></externalReferences>',
        relations=f'<Relationship Id="rId7" Type="{_OFFICE}/externalLink" Target="gone.xml"/>',
    )

    assert book.get("links") == [""]


def test_keeps_so_many_links_and_no_more() -> None:
    book = linked('<externalBook r:id="rId1"/>', listed='<x r:id="rId7"/>' * 1_001)

    assert book.get("links") == ["b.xlsx"] * 1_000
