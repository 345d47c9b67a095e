"""F010: files in which no known form was found."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.rule import Context, Level, Occasion, Severity, quoted, rule
from statlint.table import Search
from statlint.values import Text

MESSAGES = {
    "nothing": Text(
        zh="没有找到任何已知报表：既无表式中的行名，也无栏名",
        en="No known form was found: none of the lines or heads of any form is here",
    ),
    "wanted": Text(
        zh="没有找到指定的报表「{form}」：既无表式中的行名，也无栏名",
        en="The form asked for, “{form}”, was not found: none of its lines or heads is here",
    ),
    "closest": Text(
        zh="没有找到任何已知报表；最接近的是「{form}」中的「{title}」，"
        "找到{found}，没有找到{missing}",
        en="No known form was found; “{title}” of “{form}” comes closest, with {found}, "
        "without {missing}",
    ),
    "wanted_closest": Text(
        zh="没有找到指定的报表「{form}」；最接近的是其中的「{title}」，"
        "找到{found}，没有找到{missing}",
        en="The form asked for, “{form}”, was not found; its “{title}” comes closest, with "
        "{found}, without {missing}",
    ),
}


@rule(
    code="F010",
    level=Level.FILE,
    on=Search,
    severity=Severity.INFORMATION,
    messages=MESSAGES,
    advice=Text(
        zh="请核对文件是否报错、表式的行名栏名是否被改动；确是其他报表的，可用表式文件（--form）说明其结构",
        en="Check whether this is the right file and whether its lines and heads were renamed; "
        "describe another table by a form of its own (--form)",
    ),
    when=(Occasion.NOTHING,),
)
def unknown_layout(search: Search, context: Context) -> Iterator[Finding]:
    """No known form was found in the file.

    ## What it checks
    Whether any table of the file follows a form that statlint knows, or the form that was asked
    for. Forms are recognised by their lines and heads, not by titles or sheet names. If none was
    found, it names the form that came closest, what of it was found and what was not.

    Of a table that follows no form statlint looks for relations between the figures themselves
    (`statlint infer`). Where it finds some, they are checked, and nothing is said here; nor is it
    of a long list (one figure a row), which is checked as one, nor of a document without any
    table, of which the sentences are checked.

    It is information, since a folder may hold other files than statistics tables. It is an error
    where a form was asked for.

    ## Why it matters
    A file without a known table was not checked, however clean the report looks.

    ## Example
    ```text fail
    A list of names and telephone numbers, or a table of which all heads were rewritten.
    ```
    ```text pass
    A table with the lines and heads of a known form, wherever on the sheet it stands.
    ```
    """
    if search.filled or search.inferred or search.lists:
        return
    if search.text_only and search.wanted is None:
        return
    severity = Severity.ERROR if search.wanted else None
    if search.closest is None:
        message = "wanted" if search.wanted else "nothing"
        title = search.wanted.title if search.wanted else ""
        yield context.finding(message, severity=severity, form=title)
        return
    yield context.finding(
        "wanted_closest" if search.wanted else "closest",
        severity=severity,
        form=search.closest.form.title,
        title=search.closest.table.title,
        found=[quoted(words) for words in search.closest.found],
        missing=[quoted(words) for words in search.closest.missing],
    )
