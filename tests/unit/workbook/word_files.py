"""Word documents made part by part, for what no library would write, and their reading in short."""

from __future__ import annotations

from statlint.workbook.engines.stored import StoredBook, StoredParagraph
from statlint.workbook.engines.word import read_word
from unit.workbook.packages import make_zip

_SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_PARTS = ("styles", "numbering", "footnotes", "endnotes")


def relations(*named: tuple[str, str]) -> str:
    """Write which parts another refers to: what they are, and where they lie."""
    listed = "".join(
        f'<Relationship Id="r{at}" Type="{_SPACES["r"]}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(named)
    )
    return f'{_XML}<Relationships xmlns="{_RELATIONS}">{listed}</Relationships>'


def part(root: str, inner: str) -> str:
    """Write one part of a document around what it holds."""
    spaces = "".join(f' xmlns:{prefix}="{space}"' for prefix, space in _SPACES.items())
    return f"{_XML}<w:{root}{spaces}>{inner}</w:{root}>"


def word_parts(body: str, **inner: str) -> dict[str, str | bytes]:
    """Give the parts of a document: its body, and styles, numbering or notes by their names."""
    kinds = "wordprocessingml.document.main"
    return {
        "[Content_Types].xml": f'<Types><Override ContentType="application/{kinds}+xml"/></Types>',
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relations(
            *((name, f"{name}.xml") for name in _PARTS if name in inner)
        ),
        **{f"word/{name}.xml": part(name, inner[name]) for name in _PARTS if name in inner},
    }


def make_word(body: str, **inner: str) -> bytes:
    """Make a document of a body, with styles, numbering or notes by their names."""
    return make_zip(word_parts(body, **inner))


def run(text: str, about: str = "") -> str:
    """Write a run of signs that are set in some way."""
    return f'<w:r><w:rPr>{about}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(inner: str, about: str = "") -> str:
    """Write a paragraph of runs that is set in some way; a mere text is one run."""
    content = inner if inner.startswith("<") or not inner else run(inner)
    return f"<w:p><w:pPr>{about}</w:pPr>{content}</w:p>"


def cell(inner: str, about: str = "") -> str:
    """Write a cell of paragraphs; a mere text is one paragraph."""
    return f"<w:tc><w:tcPr>{about}</w:tcPr>{inner if '<w:p' in inner else paragraph(inner)}</w:tc>"


def row(*cells: str, about: str = "") -> str:
    """Write a row of cells."""
    return f"<w:tr><w:trPr>{about}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str, widths: str = "") -> str:
    """Write a table of rows, its columns as wide as is said."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths.split())
    return f"<w:tbl><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def plain(*lines: str) -> str:
    """Write a table of rows of mere texts with blanks between them."""
    return table(*(row(*(cell(text) for text in line.split())) for line in lines))


def book_of(body: str, **inner: str) -> StoredBook:
    """Read a document."""
    return read_word(make_word(body, **inner))


def paragraphs_of(body: str, **inner: str) -> list[StoredParagraph]:
    """Read the paragraphs of a document."""
    return [one for one in book_of(body, **inner)["document"] if not isinstance(one, str)]


def texts_of(body: str, **inner: str) -> list[str]:
    """Read the paragraphs of a document: what is printed before them, and their texts."""
    return [f"{one[4]}{one[1]}" for one in paragraphs_of(body, **inner)]


def order_of(body: str, **inner: str) -> list[str]:
    """Read the places of a document in their order."""
    return [one if isinstance(one, str) else one[0] for one in book_of(body, **inner)["document"]]


def cells_of(book: StoredBook, at: int = 0) -> dict[tuple[int, int], str]:
    """Give the texts of one of the tables by row and column."""
    return {(one[0], one[1]): one[3] for one in book["sheets"][at]["cells"]}
