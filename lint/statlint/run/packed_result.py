"""What is to be said of one file, packed: for the next run, and on its way from a worker."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.dataclass import dataclass, replace
from statlint.finding import FileReport
from statlint.run.result import FileResult
from statlint.run.sealed import seal, sealed
from statlint.typed import TYPE_CHECKING, TypeAlias, cast

if TYPE_CHECKING:
    from statlint.history.drift import Drift
    from statlint.history.imprint import Imprint

# What packs is imported in these functions: a run without cache and workers does without it.

Fields: TypeAlias = "tuple[bytes, bytes, bytes, bytes, bool, bool]"
Rest: TypeAlias = "tuple[tuple[Imprint, ...], tuple[Drift, ...]]"


@dataclass(frozen=True, slots=True, eq=False)
class PackedResult:
    """A result in parts: `short` is what the file is, `said` what is said of it.

    `unsettled` are its open checks, where there are any; `rest` is what it is held against those of
    other units by. `lasts` is whether the next run may take it as it is, `dated` whether only on
    this day.
    """

    short: bytes
    said: bytes
    unsettled: bytes
    rest: bytes
    lasts: bool
    dated: bool

    @property
    def fields(self) -> Fields:
        """Give it as plain values, in this order."""
        return self.short, self.said, self.unsettled, self.rest, self.lasts, self.dated

    def in_short(self) -> FileResult:
        """Unpack what the file is; raises UnpackError."""
        from statlint.run.cache_packing import unpack

        return FileResult(cast("FileReport", unpack(self.short)), ())

    def whole(self) -> FileResult:
        """Unpack all of it; raises UnpackError."""
        from statlint.run.cache_packing import unpack

        said = cast("FileResult", unpack(self.said))
        imprints, drifts = rest_of(self.rest)
        unsettled = sealed(self.unsettled)
        return replace(said, not_checked=unsettled, imprints=imprints, drifts=drifts)


def in_short(file: FileReport) -> FileReport:
    """Give what a whole run needs of a file: what it is."""
    return FileReport(file.path, file.status, period=file.period, unit_name=file.unit_name)


def rest_of(packed: bytes) -> Rest:
    """Unpack what a file is held against those of other units by; raises UnpackError."""
    from statlint.run.cache_packing import unpack

    return cast("Rest", unpack(packed))


def pack_several(results: Sequence[FileResult]) -> bytes | None:
    """Pack results together, what they have in common once; None as for one by itself."""
    from statlint.run.cache_packing import pack

    return pack(tuple(results))


def unpack_several(packed: bytes) -> tuple[FileResult, ...]:
    """Give results that were packed together; raises UnpackError."""
    from statlint.run.cache_packing import unpack

    return cast("tuple[FileResult, ...]", unpack(packed))


def pack_result(result: FileResult) -> PackedResult | None:
    """Pack a result; None where something in it could not be unpacked."""
    from statlint.run.cache_packing import pack

    said = pack(replace(result, not_checked=(), imprints=(), drifts=()))
    unsettled = seal(result.not_checked)
    rest = pack((result.imprints, result.drifts))
    short = pack(in_short(result.file))
    if said is None or unsettled is None or rest is None or short is None:
        return None
    return PackedResult(short, said, unsettled, rest, result.lasts, result.dated)
