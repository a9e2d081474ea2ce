"""Numbers as a sheet shows them: the format decides."""

from __future__ import annotations

import pytest

from loaders.sheets.number_formats import BUILT_IN, general, is_plain, shown
from loaders.sheets.sheet import column_of, letters, place

# (number, format, what the sheet shows); 45657 is 31 December 2024
SHOWN = [
    (0.065, "0.0%", "6.5%"),
    (0.065, "0%", "7%"),
    (0.0625, "0.00%", "6.25%"),
    (0.1 + 0.2, "General", "0.3"),
    (2000.0, "General", "2000"),
    (1e21, "General", "1000000000000000000000"),
    (0.00001, "General", "0.00001"),
    (2000, '0"万元"', "2000万元"),
    (1234.5, "#,##0.00", "1234.50"),
    (1234.5, "#,##0", "1235"),
    (12.5, "0.00_);[Red](0.00)", "12.50"),
    (-12.5, "0.00;-0.00", "-12.50"),
    (-12.5, "0.0;(0.0)", "(12.5)"),
    (12345, '0!.0,"万元"', "1.2万元"),
    (12_000_000, '0.0,,"百万"', "12.0百万"),
    (5, "[>=3]0;General", "5"),
    (3.5, "#.##", "3.5"),
    (300, "[$¥-804]#,##0", "¥300"),
    (123456, "0.00E+00", "123456"),
    (0.5, "# ?/?", "0.5"),
    (12, "@", "12"),
    (95, '"≥"0', "≥95"),
    (95, '≥0"%"', "≥95%"),
    (45657, "yyyy/m/d", "2024年12月31日"),
    (45657, 'yyyy"年"m"月"', "2024年12月"),
    (45657, 'yyyy"年"', "2024年"),
    (45657, 'm"月"d"日"', "12月31日"),
    (45657.75, "yyyy/m/d h:mm", "2024年12月31日"),
    (45657, "[$-804]yyyy\\年m\\月d\\日;@", "2024年12月31日"),
    (45657, "[DBNum1][$-804]yyyy年m月d日", "2024年12月31日"),
    (45657, "mmm-yy", "2024年12月"),
    (0.75, "h:mm", "18:00"),
    (59, "yyyy/m/d", "1900年2月28日"),
    (61, "yyyy/m/d", "1900年3月1日"),
    (-5, "yyyy/m/d", "-5"),
    (9e9, "yyyy/m/d", "9000000000"),
]


@pytest.mark.parametrize(("number", "code", "words"), SHOWN, ids=[f"{n} {c}" for n, c, _ in SHOWN])
def test_shown(number: float, code: str, words: str) -> None:
    assert shown(number, code) == words


def test_built_in_formats() -> None:
    assert shown(0.065, BUILT_IN[10]) == "6.50%"
    assert shown(45657, BUILT_IN[57]) == "2024年12月" and shown(45657, BUILT_IN[14]) == "2024年12月31日"
    assert shown(44195, BUILT_IN[14], since_1904=True) == "2024年12月31日"
    assert is_plain("General") and not is_plain("0") and general(1e6) == "1000000"


@pytest.mark.parametrize(
    "code", ["", ";", ";;;", '"', "[", "\\", "%", "0,", ".", "?" * 300, "0" * 5000, '"' + "x" * 9000, "_", "*", "[$", "E+", "0.0.0.0", "ymd;ymd"]
)
def test_no_format_is_too_odd(code: str) -> None:
    assert isinstance(shown(-1.5, code), str)
    assert isinstance(shown(0, code), str)


# (sheet, row, column, place)
PLACES = [
    ("Sheet1", 6, 2, "Sheet1!C7"),
    ("任务分工", 0, 0, "任务分工!A1"),
    ("任务 表", 6, 2, "'任务 表'!C7"),
    ("a!b", 0, 26, "'a!b'!AA1"),
    ("张三's", 0, 0, "'张三''s'!A1"),
    ("2025年", 0, 0, "'2025年'!A1"),
    ("A1", 0, 0, "'A1'!A1"),
    ("", 6, 2, "C7"),
]


@pytest.mark.parametrize(("name", "row", "column", "said"), PLACES)
def test_places(name: str, row: int, column: int, said: str) -> None:
    assert place(name, row, column) == said


def test_columns_count_as_in_excel() -> None:
    assert [letters(n) for n in (0, 25, 26, 701, 702, 16383)] == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]
    assert all(column_of(letters(n)) == n for n in range(0, 20000, 7))
