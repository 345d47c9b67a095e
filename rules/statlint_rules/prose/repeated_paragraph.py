"""T012: long paragraphs that come twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from statlint.finding import Finding
from statlint.rule import PROSE, Context, Level, Severity, rule, said_in
from statlint.values import Text, plain

if TYPE_CHECKING:
    from statlint.prose import Passage, Prose

MESSAGES = {
    "repeated": Text(zh="这一段与{first}完全相同", en="This paragraph is the same as {first}"),
}
_SHORTEST = 60
"""Signs of a paragraph that nobody writes twice on purpose."""


@rule(
    code="T012",
    level=Level.FILE,
    on=PROSE,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请核对是否重复粘贴；删去一段，或换上应写的内容",
        en="See whether it was pasted twice; take one out, or put in what belongs there",
    ),
)
def repeated_paragraph(prose: Prose, context: Context) -> Iterator[Finding]:
    """Long paragraph comes twice, word for word.

    ## What it checks
    Paragraphs of 60 signs or more that are the same as one before, spaces left out.

    ## Why it matters
    Text was pasted twice, or one of the two places was to hold something else.

    ## Example
    ```prose fail
    全年共公开政府信息120条，其中政策文件类信息35条，通过政府网站公开110条，通过政务新媒体公开80条，公开的各类信息均经保密审查后发布，未发生失泄密事件。
    全年共公开政府信息120条，其中政策文件类信息35条，通过政府网站公开110条，通过政务新媒体公开80条，公开的各类信息均经保密审查后发布，未发生失泄密事件。
    ```
    ```prose pass
    全年共公开政府信息120条，其中政策文件类信息35条，通过政府网站公开110条，通过政务新媒体公开80条，公开的各类信息均经保密审查后发布，未发生失泄密事件。
    ```

    ## Known problems
    A web page that holds its text twice, for screens of two sizes, is told.
    """
    first: dict[str, Passage] = {}
    for passage in prose.passages:
        key = re.sub(r"\s+", "", plain(passage.paragraph.text))
        if len(key) < _SHORTEST:
            continue
        if key in first:
            yield context.finding(
                "repeated",
                at=said_in(passage),
                related=[said_in(first[key])],
                first=first[key].place.words,
            )
        first.setdefault(key, passage)
