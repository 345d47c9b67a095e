"""What goes wrong in using the command, in one sentence of either language."""

from __future__ import annotations

import pytest

from unit.cli.commanding import outcome

HINT = {"zh": "（用法见 statlint{} --help）", "en": " (see statlint{} --help)"}


@pytest.mark.parametrize(
    ("words", "command", "chinese", "english"),
    [
        pytest.param(
            "chek a.csv",
            "",
            "没有命令 chek，是否应为 check？",
            "there is no command chek; did you mean check?",
            id="a command",
        ),
        pytest.param(
            "check --fromm x a.csv",
            " check",
            "没有选项 --fromm，是否应为 --form？",
            "there is no option --fromm; did you mean --form?",
            id="an option",
        ),
        pytest.param("check", " check", "缺少 PATHS", "PATHS is missing", id="an argument"),
        pytest.param(
            "check --form",
            None,
            "选项 --form 后面缺少内容",
            "option --form needs a value",
            id="a value",
        ),
        pytest.param(
            "check --fail-level bad a.csv",
            " check",
            "--fail-level：应为 error、warning、information 之一",
            "--fail-level: must be one of error, warning, information",
            id="a word that is not among them",
        ),
        pytest.param(
            "check --max-findings few a.csv",
            " check",
            "--max-findings：few 不是不小于 0 的整数",
            "--max-findings: few is not a whole number from 0 on",
            id="a count",
        ),
        pytest.param(
            "check --period 2024Q1 a.csv",
            " check",
            "--period：2024Q1 不是统计期间，应写成 2024、2024-H1、2024-Q1 或 2024-M03",
            "--period: 2024Q1 is not a period such as 2024, 2024-H1, 2024-Q1 or 2024-M03",
            id="a period",
        ),
        pytest.param(
            "form list now then",
            " form list",
            "多余的内容：now then",
            "too many words: now then",
            id="too many words",
        ),
        pytest.param(
            "explain",
            " explain",
            "请写规则编号，或用 --all 列出全部规则",
            "name a rule, or list all with --all",
            id="no rule",
        ),
        pytest.param(
            "explain B101 --check x",
            " explain",
            "--check 须与 --all 一起使用",
            "--check goes with --all",
            id="an option without the other it needs",
        ),
    ],
)
def test_wrong_usage_is_said_in_one_sentence(
    words: str, command: str | None, chinese: str, english: str
) -> None:
    expected = {"zh": chinese, "en": english}

    for language, sentence in expected.items():
        hint = "" if command is None else HINT[language].format(command)
        said = f"statlint: {sentence}{hint}\n"
        assert outcome(*words.split(), language=language) == (2, said)


@pytest.mark.parametrize("words", ["check --lang zh a b --foo", "check --lang=zh --foo"])
def test_the_language_named_in_the_words_counts_for_their_faults(words: str) -> None:
    status, said = outcome(*words.split(), language="en")

    assert (status, said.startswith("statlint: 没有选项 --foo")) == (2, True)


@pytest.mark.parametrize("words", ["check --lang", "check --lang fr a.csv"])
def test_a_language_that_is_not_spoken_is_wrong_usage(words: str) -> None:
    assert outcome(*words.split())[0] == 2
