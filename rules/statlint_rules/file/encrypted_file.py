"""F002: files locked with a password."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.values import Text
from statlint.workbook import Fault, Opening

MESSAGES = {
    "encrypted": Text(
        zh="文件设有打开密码，无法读取",
        en="The file is locked with a password and cannot be read",
    ),
}


@rule(
    code="F002",
    level=Level.FILE,
    on=Opening,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=Text(
        zh="请核对是否需要加密，取消打开密码并另存后重新报送",
        en="Check whether the password is needed, save the file without it and submit it again",
    ),
    when=(Occasion.FAULT,),
)
def encrypted_file(opening: Opening, context: Context) -> Iterator[Finding]:
    """File is locked with a password.

    ## What it checks
    Whether a password is needed to open the file. A password that only protects sheets or cells
    from changes does not matter: such a file can be read and is checked.

    ## Why it matters
    Nothing in the file was checked, and nobody who lacks the password can use it. statlint never
    asks for a password and never tries one.

    ## Example
    ```text fail
    A workbook saved in Excel with File, Info, Protect Workbook, Encrypt with Password.
    ```
    ```text pass
    The same workbook with the password taken out, or with protected cells only.
    ```
    """
    if opening.fault is Fault.ENCRYPTED:
        yield context.finding("encrypted")
