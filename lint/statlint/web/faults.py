"""What the server cannot do for a page, in the words of its user."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

from statlint.choice import StrEnum
from statlint.values import Language, Text

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"


class Cannot(StrEnum):
    """What is in the way, as pages know it."""

    FOREIGN = "foreign"
    CROSS_SITE = "cross-site"
    NOT_FOUND = "not-found"
    BAD_METHOD = "bad-method"
    GONE = "gone"
    NO_FILE = "no-file"
    NO_RESULTS = "no-results"
    NO_REASONS = "no-reasons"
    TOO_LARGE = "too-large"
    CASE_FULL = "case-full"
    TOO_MANY = "too-many"
    TOO_MANY_PAGES = "too-many-pages"
    BAD_NAME = "bad-name"
    BAD_ROLE = "bad-role"
    TOO_SLOW = "too-slow"
    CUT_OFF = "cut-off"
    NO_SPACE = "no-space"
    NO_WRITE = "no-write"
    BAD_WORDS = "bad-words"
    BAD_FORM = "bad-form"
    BAD_PERIOD = "bad-period"
    BAD_KIND = "bad-kind"
    NOTHING_TO_CHECK = "nothing-to-check"
    STALE = "stale"
    BAD_REASON = "bad-reason"
    BAD_DAY = "bad-day"
    NOT_EXPLAINABLE = "not-explainable"
    NOT_KEPT = "not-kept"
    LOST = "lost"
    DEFECT = "defect"


_FAULTS: Mapping[Cannot, tuple[int, Text]] = MappingProxyType(
    {
        Cannot.FOREIGN: (
            403,
            Text(
                "这个地址不完整或已失效，请使用启动 statlint 时显示的完整地址",
                "this address is not complete, or no longer valid: use the one that statlint"
                " showed when it was started",
            ),
        ),
        Cannot.CROSS_SITE: (
            403,
            Text("拒绝来自其他网页的请求", "requests of other sites are refused"),
        ),
        Cannot.NOT_FOUND: (404, Text("没有这个地址", "there is no such address")),
        Cannot.BAD_METHOD: (405, Text("不支持这种请求", "this is no way to ask for that")),
        Cannot.GONE: (
            404,
            Text(
                "网页曾关闭或长时间没有操作，文件已从临时文件夹删除，请重新拖入",
                "the page was closed, or not used for long, and its files are deleted: drop them"
                " once more",
            ),
        ),
        Cannot.NO_FILE: (404, Text("没有这个文件", "there is no such file")),
        Cannot.NO_RESULTS: (404, Text("还没有审核结果", "nothing has been checked yet")),
        Cannot.NO_REASONS: (404, Text("还没有填写情况说明", "no reasons have been given yet")),
        Cannot.TOO_LARGE: (
            413,
            Text("文件超过 {most}，不能接收", "the file has more than {most}"),
        ),
        Cannot.CASE_FULL: (
            413,
            Text(
                "全部文件合计超过 {most}，请分批审核",
                "all files together have more than {most}: check some at a time",
            ),
        ),
        Cannot.TOO_MANY: (
            409,
            Text(
                "文件超过 {most} 个，请分批审核",
                "there are more than {most} files: check some at a time",
            ),
        ),
        Cannot.TOO_MANY_PAGES: (
            503,
            Text(
                "同时打开的网页过多，请关闭几个再试",
                "too many pages are open: close some, then try again",
            ),
        ),
        Cannot.BAD_NAME: (
            400,
            Text("文件名无法使用，请改名后重试", "the name of the file is no name"),
        ),
        Cannot.BAD_ROLE: (400, Text("没有这种用途：{value}", "there is no such role: {value}")),
        Cannot.TOO_SLOW: (
            408,
            Text("文件传送中断，请重试", "the file did not come in time: try again"),
        ),
        Cannot.CUT_OFF: (
            400,
            Text("文件传送中断，请重试", "the file did not come whole: try again"),
        ),
        Cannot.NO_SPACE: (
            507,
            Text(
                "磁盘空间不足，请清理后重试",
                "there is not enough room on the disk: make some, then try again",
            ),
        ),
        Cannot.NO_WRITE: (
            500,
            Text("写不进临时文件夹：{reason}", "the temporary folder cannot be written: {reason}"),
        ),
        Cannot.BAD_WORDS: (400, Text("请求内容有误", "the request makes no sense")),
        Cannot.BAD_FORM: (400, Text("没有这个表式：{value}", "there is no such form: {value}")),
        Cannot.BAD_PERIOD: (
            400,
            Text(
                "期间写法不对：{value}，应如 2024、2024-Q1、2024-M03",
                "{value} is no period: write 2024, 2024-Q1, 2024-M03",
            ),
        ),
        Cannot.BAD_KIND: (
            400,
            Text("没有这种填报单位：{value}", "there is no such kind of unit: {value}"),
        ),
        Cannot.NOTHING_TO_CHECK: (409, Text("还没有要审核的文件", "there is no file to check yet")),
        Cannot.STALE: (
            409,
            Text(
                "文件或选项已有变化，请等重新审核完再操作",
                "files or choices have changed: wait until they are checked again",
            ),
        ),
        Cannot.BAD_REASON: (
            400,
            Text(
                "情况说明要写明原因，至少有一个字，最多 {most} 字",
                "a reason has at least one letter or digit, and at most {most} signs",
            ),
        ),
        Cannot.BAD_DAY: (
            400,
            Text(
                "日期写法不对：{value}，应如 2025-12-31，且不早于今天",
                "{value} is no day to come: write 2025-12-31",
            ),
        ),
        Cannot.NOT_EXPLAINABLE: (
            400,
            Text(
                "此处不能以说明代替，须更正：{value}",
                "this must be put right and cannot be justified: {value}",
            ),
        ),
        Cannot.NOT_KEPT: (409, Text("说明文件{zh}", "the file of reasons {en}")),
        Cannot.LOST: (
            500,
            Text(
                "处理文件的进程意外中止，请重试",
                "the process at work on the files was lost: try again",
            ),
        ),
        Cannot.DEFECT: (
            500,
            Text("程序出错：{reason}", "this is a defect of statlint: {reason}"),
        ),
    }
)


class DeskFaultError(Exception):
    """Raised where something cannot be done for a page."""

    def __init__(self, code: Cannot, **values: object) -> None:
        """Keep what it is called, and the values in its words."""
        self.status, said = _FAULTS[code]
        self.code = code
        self.words = Text(said.zh.format(**values), said.en.format(**values))
        super().__init__(self.words.en)

    @classmethod
    def as_told(cls, told: Mapping[str, str]) -> DeskFaultError:
        """Make the one that another process told of."""
        fault = cls.__new__(cls)
        fault.code = Cannot(told["code"])
        fault.status, _ = _FAULTS[fault.code]
        fault.words = Text(told["zh"], told["en"])
        return fault

    def json(self) -> dict[str, Json]:
        """Say it in both languages."""
        return {"code": str(self.code), "zh": self.words.zh, "en": self.words.en}

    def told(self, language: Language) -> dict[str, Json]:
        """Say it as an answer does: once more in the language of who asked."""
        return {"error": {**self.json(), "message": self.words.of(language)}}


def size_text(size: int) -> str:
    """Write a size as people do."""
    return f"{size >> 30} GB" if size >= 1 << 30 else f"{max(size >> 20, 1)} MB"
