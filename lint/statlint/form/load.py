"""From a form file to a form: read, checked and built; all faults at once."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from statlint.errors import FormError
from statlint.form.build import build_form, check_quotations
from statlint.form.model import Form
from statlint.values import Language, Text

_LARGEST = 4_000_000


def load_form(path: str | Path, *, language: Language = "en") -> Form:
    """Load a form file; raises FormError with every fault, in the language asked for."""
    return form_of(read_form_data(path, language=language), str(path), language=language)


def form_of(data: Mapping[str, object], path: str, *, language: Language = "en") -> Form:
    """Check and build a form; raises FormError with every fault."""
    check_form_data(data, path, language=language)
    form = build_form(data, path, language=language)
    check_quotations(data, form, path, language=language)
    return form


def check_form_data(data: Mapping[str, object], path: str, *, language: Language = "en") -> None:
    """Check the data of a form against the schema of forms; raises FormError with every fault."""
    from statlint.schema.check import find_faults
    from statlint.schema.form import FORM_SCHEMA

    faults = find_faults(data, FORM_SCHEMA)
    if faults:
        raise FormError(path, tuple(fault.say(language) for fault in faults))


def read_form_data(path: str | Path, *, language: Language = "en") -> Mapping[str, object]:
    """Read a form file into plain data with exact numbers; raises FormError."""
    return parse_form(read_form_text(path, language=language), str(path), language=language)


def read_form_text(path: str | Path, *, language: Language = "en") -> str:
    """Read the text of a form file; raises FormError."""
    try:
        return _text(Path(path))
    except OSError as error:
        reason = error.strerror or str(error)
        said = Text(f"无法读取（{reason}）", f"cannot be read ({reason})")
    except UnicodeDecodeError:
        said = Text("不是 UTF-8 编码", "is not UTF-8")
    except ValueError as error:
        said = _no_toml(error, "")
    raise FormError(str(path), (said.of(language),))


def parse_form(text: str, path: str, *, language: Language = "en") -> Mapping[str, object]:
    """Parse the text of a form into plain data with exact numbers; raises FormError."""
    import tomli

    try:
        return tomli.loads(text, parse_float=Decimal)
    except RecursionError:
        said = Text("嵌套过深", "is nested too deeply")
    except ValueError as error:
        said = _no_toml(error, text)
    raise FormError(path, (said.of(language),))


def _no_toml(error: ValueError, text: str) -> Text:
    from statlint.schema.toml_words import stopped

    why = stopped(str(error), text)
    at = f"（第 {why.line} 行第 {why.column} 列）" if why.line else ""
    return Text(f"TOML 语法错误{at}：{why.words.zh}", f"TOML: {error}")


def _text(path: Path) -> str:
    with path.open("rb") as file:
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        message = f"longer than {_LARGEST} bytes"
        raise ValueError(message)
    return data.decode("utf-8-sig")
