"""Path patterns with named parts."""

from __future__ import annotations

import pytest

from statlint.config.patterns import PatternError, period_of, read_pattern


@pytest.mark.parametrize(
    ("written", "path", "parts", "period"),
    [
        pytest.param(
            "data/{year}/{unit}.csv",
            "data/2024/a.csv",
            {"year": "2024", "unit": "a"},
            "2024",
            id="a year",
        ),
        pytest.param(
            "{year}年/{区县}/{乡镇}.xlsx",
            "2024年/舒城县/城关镇.xlsx",
            {"year": "2024", "区县": "舒城县", "乡镇": "城关镇"},
            "2024",
            id="Chinese names",
        ),
        pytest.param(
            "{year}{month}-{unit}.csv",
            "202403-a.csv",
            {"year": "2024", "month": "03", "unit": "a"},
            "2024-M03",
            id="a month",
        ),
        pytest.param(
            "{year}/{quarter}/{unit}-{year}.csv",
            "2024/二季度/a-2024.csv",
            {"year": "2024", "quarter": "二季度", "unit": "a"},
            "2024-Q2",
            id="a name that comes again",
        ),
        pytest.param(
            "{year}/{half}/{unit}.csv",
            "2024/上半年/a.csv",
            {"year": "2024", "half": "上半年", "unit": "a"},
            "2024-H1",
            id="a half-year",
        ),
        pytest.param(
            "**/{period}/{unit}.*",
            "a/b/2024Q3/c.d.csv",
            {"period": "2024Q3", "unit": "c"},
            "2024-Q3",
            id="any folders, any ending",
        ),
        pytest.param("./{unit}.csv", "a.csv", {"unit": "a"}, "None", id="no period"),
    ],
)
def test_a_path_is_taken_apart(written: str, path: str, parts: dict[str, str], period: str) -> None:
    pattern = read_pattern(written)

    assert pattern.match(path) == parts
    assert str(period_of(parts)) == period
    assert pattern.names == tuple(parts) if "period" not in parts else True


@pytest.mark.parametrize(
    ("written", "path"),
    [
        pytest.param("data/{year}/{unit}.csv", "data/2024/a/b.csv", id="a folder more"),
        pytest.param("data/{year}/{unit}.csv", "data/old/a.csv", id="no year"),
        pytest.param("{year}/a-{year}.csv", "2024/a-2023.csv", id="two years"),
        pytest.param("{period}/a.csv", "2024x/a.csv", id="no period"),
        pytest.param("*/a.csv", "a/b/a.csv", id="a star is one folder"),
    ],
)
def test_another_path_is_none(written: str, path: str) -> None:
    assert read_pattern(written).match(path) is None


@pytest.mark.parametrize(
    ("written", "said"),
    [
        pytest.param("{", "has a brace that is empty or not closed", id="open"),
        pytest.param("{}", "has a brace that is empty or not closed", id="empty"),
        pytest.param("{a b}.csv", "has {a b}, which is no name", id="no name"),
        pytest.param("{a}{b}", "has nothing between {a} and {b}", id="nothing between"),
        pytest.param("{a}*", "has nothing between {a} and *", id="a star behind"),
        pytest.param("/a/{b}", "must start from the folder of the settings file", id="absolute"),
        pytest.param("../{b}", "must start from the folder of the settings file", id="above"),
        pytest.param("{month}/{a}", "lacks {year}", id="a month of no year"),
    ],
)
def test_what_is_no_pattern(written: str, said: str) -> None:
    with pytest.raises(PatternError) as caught:
        read_pattern(written)

    assert caught.value.words.en == said


@pytest.mark.parametrize(
    ("written", "fixed"),
    [
        pytest.param("data/in/{year}/{unit}.csv", "data/in", id="folders"),
        pytest.param("data/in-{year}/{unit}.csv", "data", id="a part of a name"),
        pytest.param("{unit}.csv", "", id="none"),
    ],
)
def test_the_folder_that_all_are_in(written: str, fixed: str) -> None:
    assert read_pattern(written).fixed == fixed
