"""What a page has to know before any file: what is read, what may be chosen, what is too much."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from statlint import __version__
from statlint.values import Language, Text
from statlint.web.bounds import DeskBounds
from statlint.web.faults import Json

KINDS_OF_UNIT = (
    ("town", Text("乡镇", "town")),
    ("street", Text("街道", "street")),
    ("county", Text("县（市、区）", "county")),
    ("department", Text("部门", "department")),
    ("city", Text("地市", "city")),
    ("province", Text("省（自治区、直辖市）", "province")),
    ("ministry", Text("国务院部门", "ministry")),
)


def about(language: Language, bounds: DeskBounds) -> dict[str, Json]:
    """Tell of it."""
    from statlint.workbook import ENDINGS

    return {
        "version": __version__,
        "language": language,
        "limits": {
            "file_bytes": bounds.file_bytes,
            "case_bytes": bounds.case_bytes,
            "files": bounds.files,
            "reason_signs": bounds.reason_signs,
        },
        "endings": [*sorted(ENDINGS), ".zip"],
        "forms": [{"id": name, "title": title.of(language)} for name, title in shipped()],
        "kinds_of_unit": [
            {"id": name, "zh": said.zh, "en": said.en} for name, said in KINDS_OF_UNIT
        ],
    }


@cache
def shipped() -> Sequence[tuple[str, Text]]:
    """Name the forms that may be chosen, with their titles."""
    from statlint.run.pack import shipped_forms

    return tuple((form.id, form.title) for form in shipped_forms())
