"""The options of commands, as click hands them over."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from statlint.run.jobs import Jobs
from statlint.values import Language, Period


class SettingsOptions(TypedDict):
    """The options that settings are made of."""

    lang: Language | None
    form: str | None
    period: Period | None
    previous: tuple[str, ...]
    parts: tuple[str, ...]
    units: str | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_level: str | None
    preview: bool
    no_infer: bool
    exclude: tuple[str, ...]
    baseline: NotRequired[str | None]
    no_cache: NotRequired[bool]
    jobs: NotRequired[Jobs]
    config: tuple[str, ...]
    isolated: bool


class BaselineOptions(TypedDict):
    """The options that a baseline turns on."""

    paths: tuple[str, ...]
    baseline: NotRequired[str | None]
    no_baseline: bool
    write_baseline: bool


class AnnotateOptions(SettingsOptions):
    """The options of `annotate`."""

    paths: tuple[str, ...]
    output: str | None
    quiet: bool
    exit_zero: bool


class CheckOptions(SettingsOptions):
    """The options of `check`."""

    paths: tuple[str, ...]
    output_format: str
    output: tuple[str, ...]
    force_exclude: bool
    stdin_filename: str | None
    quiet: bool
    statistics: bool
    exit_zero: bool
    max_findings: int | None
    no_baseline: bool
    write_baseline: bool
    watch: bool
    show_settings: bool
    executor: str | None
