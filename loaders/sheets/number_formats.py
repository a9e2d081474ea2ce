"""A number of a spreadsheet as the sheet shows it: 0.065 under ``0.0%`` is 6.5%, 45657 under ``yyyy/m/d`` is 2024年12月31日.

Number formats: ECMA-376 part 1, 18.8.30 (the built-in ones) and 18.8.31 (the codes).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache

from graphmodel.patterns import pattern

GENERAL = "General"
_DAY, _MONTH, _FULL = 'm"月"d"日"', 'yyyy"年"m"月"', 'yyyy"年"m"月"d"日"'
# 27 to 36 and 50 to 58 as a Chinese Excel has them
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss",
    20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 27: _MONTH, 28: _DAY, 29: _DAY, 30: "m-d-yy", 31: _FULL, 32: "h:mm", 33: "h:mm:ss", 34: "h:mm", 35: "h:mm:ss",
    36: _MONTH, 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 41: "#,##0", 42: "#,##0", 43: "#,##0.00", 44: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss",
    47: "mm:ss", 50: _MONTH, 51: _DAY, 52: _MONTH, 53: _DAY, 54: _DAY, 55: _MONTH, 56: _DAY, 57: _MONTH, 58: _DAY,
}  # fmt: skip
_LAST_DAY = 2_958_465  # 9999-12-31
_BRACKETS = pattern(r"\[(?:\$(?P<sign>[^\]\-]{0,10})[^\]]{0,20}|[^\]]{0,40})\]")
_TOKEN = pattern(r'"(?P<quoted>[^"]{0,255})"?|[\\!](?P<escaped>.)|_.|\*.|(?P<digits>[0#?]{1,60})|(?P<point>\.)|(?P<comma>,{1,9})|(?P<percent>%)|(?P<plain>.)', 16)


@dataclass(frozen=True, slots=True)
class Shape:
    """How numbers of one format are shown. ``kind``: general, number, date. ``date``: which of y, m, d, t (a time) a date shows.

    ``before``, ``behind``: words around the figure. ``inner``: (digits counted from the right, words between them): 0!.0 shows 12 as 1.2.
    """

    kind: str
    date: str = ""
    places: int | None = None
    least: int = 1  # digits before the point
    percent: bool = False
    scale: int = 0  # powers of ten the number is divided by
    before: str = ""
    behind: str = ""
    inner: tuple[tuple[int, str], ...] = ()


def shown(number: float, code: str, since_1904: bool = False) -> str:
    """``number`` under the format ``code`` as the sheet shows it; dates in Chinese (2024年12月31日, a month alone 2024年12月), times of day and
    thousands separators left out, never with an exponent."""
    shape = _shape(code)
    if shape.kind == "date":
        return _day(number, shape.date, since_1904) or general(number)
    if shape.kind == "general":
        return f"{shape.before}{general(number)}{shape.behind}"
    sections = _sections(code)
    if number < 0 and len(sections) > 1:
        shape, number = _section(sections[1]), -number
    elif number == 0 and len(sections) > 2 and "0" not in sections[2] and "General" not in sections[2]:
        return _section(sections[2]).before.strip()
    try:
        exact = Decimal(repr(number)) * (100 if shape.percent else 1) / 10**shape.scale
        exact = exact.quantize(Decimal(1).scaleb(-(shape.places or 0)), ROUND_HALF_UP)
    except InvalidOperation:
        return general(number)
    words = format(abs(exact), "f")
    if "#" in code and shape.places and "0" not in code.partition(".")[2]:
        words = words.rstrip("0").rstrip(".")
    if shape.inner:
        digits = words.zfill(shape.least)
        for behind, literal in shape.inner:
            digits = digits[: len(digits) - behind] + literal + digits[len(digits) - behind :]
        words = digits
    sign = "-" if exact < 0 else ""
    return f"{sign}{shape.before}{words}{'%' if shape.percent else ''}{shape.behind}"


def general(number: float) -> str:
    """A number without a format: integers without a point, others with at most twelve digits that mean something, never with an exponent."""
    if number == int(number) and abs(number) < 1e15:
        return str(int(number))
    return format(Decimal(f"{number:.12g}"), "f")


def is_plain(code: str) -> bool:
    """Whether the format changes nothing."""
    return _shape(code) == Shape("general")


def is_date(code: str) -> bool:
    return _shape(code).kind == "date"


def _day(number: float, what: str, since_1904: bool) -> str:
    day = int(number) + (1462 if since_1904 else 0)
    if not number >= 0 or day > _LAST_DAY or "t" in what and what == "t":
        minutes = round(number % 1 * 1440) if 0 <= number <= _LAST_DAY else -1
        return f"{minutes // 60}:{minutes % 60:02d}" if minutes >= 0 and what == "t" else ""
    if day < 1:
        return ""
    found = date(1899, 12, 31) + timedelta(days=day - (day > 60))  # Excel counts 29 February 1900
    return day_shown(found, what)


def day_shown(day: date, what: str = "ymd") -> str:
    """A date with the parts that the sheet shows of it."""
    return "".join(f"{n}{c}" for letter, n, c in (("y", day.year, "年"), ("m", day.month, "月"), ("d", day.day, "日")) if letter in what)


@lru_cache(maxsize=1_000)
def _sections(code: str) -> tuple[str, ...]:
    out, quoted, start, k = [], False, 0, 0
    while k < len(code):
        c = code[k]
        if c == '"':
            quoted = not quoted
        elif c in "\\!_*" and not quoted:
            k += 1
        elif c == ";" and not quoted:
            out.append(code[start:k])
            start = k + 1
        k += 1
    return (*out, code[start:])


@lru_cache(maxsize=1_000)
def _shape(code: str) -> Shape:
    return _section(_sections(code[:400])[0])


@lru_cache(maxsize=1_000)
def _section(code: str) -> Shape:
    signs = "".join(m["sign"] or "" for m in _BRACKETS.finditer(code))
    elapsed = bool(pattern(r"\[(?:h{1,2}|m{1,2}|s{1,2})\]", 2).search(code))
    code = _BRACKETS.sub("", code)
    words = pattern(r'"[^"]{0,255}"?|[\\!].|_.|\*.').sub("", code)
    if pattern(r"general|g/通用格式|通用格式", 2).search(words):
        around = pattern(r"general|g/通用格式|通用格式", 2).split(code)
        return Shape("general", before=_literals(around[0]), behind=_literals(around[-1]))
    letters = pattern(r"am/pm|a/p|上午/下午", 2).sub("h", words).lower()
    if elapsed or pattern(r"[ymdhsge]").search(letters) and not pattern(r"[0#?]|e[+-]").search(letters.replace("ss.0", "")):
        return Shape("date", _parts(letters, elapsed))
    if pattern(r"e[+-]|/").search(letters) or not pattern(r"[0#?]").search(letters):
        return Shape("general")
    return _number(code, signs)


def _parts(letters: str, elapsed: bool) -> str:
    """Which parts of a date a format shows; m beside h or s is minutes."""
    if elapsed:
        return "t"
    timed = pattern(r"h{1,2}[^a-z]{0,3}m{1,2}|m{1,2}[^a-z]{0,3}s{1,2}").sub("t", letters)
    out = "".join(part for part, signs in (("y", "yge"), ("m", "m"), ("d", "d")) if any(c in timed for c in signs))
    return out or "t"


def _literals(code: str) -> str:
    return "".join(m["quoted"] or m["escaped"] or m["plain"] or "" for m in _TOKEN.finditer(code)).replace("@", "")


def _number(code: str, signs: str) -> Shape:
    before, behind, percent, scale = signs, "", False, 0
    whole, places, point = 0, 0, False
    inner: list[tuple[int, str]] = []
    tokens = list(_TOKEN.finditer(code))
    last = max((n for n, m in enumerate(tokens) if m["digits"]), default=-1)
    for n, m in enumerate(tokens):
        literal = m["quoted"] or m["escaped"] or m["plain"] or ""
        if m["digits"]:
            places, whole = (places + len(m["digits"]), whole) if point else (places, whole + len(m["digits"]))
        elif m["point"]:
            point = point or n < last
        elif m["comma"]:
            scale += 3 * len(m["comma"]) if n > last else 0
        elif m["percent"]:
            percent = True
        elif literal and not whole and not point:
            before += literal
        elif literal and n > last:
            behind += literal
        elif literal and not point:
            inner.append((sum(len(t["digits"] or "") for t in tokens[n:]), literal))
    return Shape("number", places=places, least=whole, percent=percent, scale=scale, before=before.strip(), behind=behind.strip(), inner=tuple(inner))
