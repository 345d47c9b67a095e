"""A linter for submitted statistics tables."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike, fspath

from statlint.typed import TYPE_CHECKING, BinaryIO, Literal, TypeAlias, cast

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from statlint.finding import Finding, Report, Severity
    from statlint.values import Language
else:
    from statlint.on_demand import on_demand

    __getattr__ = on_demand(__name__, {"finding": "Finding Report Severity"})

__version__ = "0.1.0"

__all__ = ["Finding", "Report", "Severity", "__version__", "lint"]

Source: TypeAlias = "str | PathLike[str] | BinaryIO | tuple[str, bytes]"


def lint(
    sources: Source | Iterable[Source],
    *,
    form: str | None = None,
    period: str | None = None,
    previous: Source | Iterable[Source] = (),
    parts: Source | Iterable[Source] = (),
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    kind_of_unit: str | None = None,
    units: str | PathLike[str] | Iterable[str] = (),
    language: Language = "en",
    forms: Iterable[str | PathLike[str]] = (),
    rule_packs: Iterable[str] = (),
    form_packs: Iterable[str] = (),
    jobs: int | Literal["auto"] = 1,
    executor: Executor | None = None,
) -> Report:
    """Check files and give the report; nothing is printed and no settings file is read.

    A source is a path (a folder is walked), an open binary file or a pair of name and bytes.
    `previous` are the tables of earlier periods, `parts` those that add up to the ones checked.
    `units` are those that must report: their names, or the file in which their list stands.
    `forms` are folders with forms of your own, `rule_packs` and `form_packs` the names of packs
    that are installed beside statlint. `jobs` is how many processes check files, or an `executor`
    checks them.
    Raises MissingPathError, FormError, PackError, or ValueError for a period that is none.
    """
    # Imported here: `import statlint` alone must not load readers, forms and rules.
    from statlint.config import Settings
    from statlint.run import check_paths
    from statlint.run.paths import found_texts
    from statlint.values import Period
    from statlint.values.due_units import DueUnit

    several = _several(sources)
    opened = _opened(several)
    named = [fspath(one) for one in several if isinstance(one, (str, PathLike))]
    settings = Settings(
        language=language,
        form=form,
        period=Period.parse(period) if period else None,
        select=tuple(select),
        ignore=tuple(ignore),
        kind_of_unit=kind_of_unit,
        due_file=fspath(units) if isinstance(units, (str, PathLike)) else None,
        due=() if isinstance(units, (str, PathLike)) else tuple(map(DueUnit, units)),
        found_texts=found_texts(named, [one for one in opened if isinstance(one, str)]),
        forms=tuple(fspath(one) for one in forms),
        packs=tuple(rule_packs),
        form_packs=tuple(form_packs),
        jobs=jobs,
    )
    earlier, below = _opened(previous), _opened(parts)
    return check_paths(opened, settings, previous=earlier, parts=below, executor=executor)


def _several(sources: Source | Iterable[Source]) -> list[Source]:
    if _is_one(sources):
        return [cast("Source", sources)]
    return list(cast("Iterable[Source]", sources))


def _opened(sources: Source | Iterable[Source]) -> list[str | tuple[str, bytes]]:
    from statlint.run.paths import expand_paths

    opened: list[str | tuple[str, bytes]] = []
    for source in _several(sources):
        if isinstance(source, tuple):
            opened.append(source)
        elif isinstance(source, (str, PathLike)):
            opened += [str(path) for path in expand_paths([fspath(source)])]
        else:
            name = getattr(source, "name", "stdin")
            opened.append((name if isinstance(name, str) else "stdin", source.read()))
    return opened


def _is_one(sources: Source | Iterable[Source]) -> bool:
    if isinstance(sources, tuple):
        return bool(sources) and isinstance(sources[0], str) and isinstance(sources[-1], bytes)
    return isinstance(sources, (str, PathLike)) or hasattr(sources, "read")
