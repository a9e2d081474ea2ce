"""Numbers as Word prints them (``w:numFmt``): 一, ①, １, iv."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL = {"chineseLegalSimplified": ("零壹贰叁肆伍陆柒捌玖", "拾佰仟", "萬"), "ideographLegalTraditional": ("零壹貳參肆伍陸柒捌玖", "拾佰仟", "萬")}
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def digitwise(n: int) -> str:
    """12 -> 一二, 100 -> 一〇〇."""
    return "".join(_DIGITS[int(c)] for c in str(n))


def counted(n: int, digits: str = _DIGITS, ranks: str = "十百千", ten_thousand: str = "万", bare_ten: bool = True) -> str:
    """11 -> 十一, 101 -> 一百〇一; beyond 99,999,999 digit by digit."""
    if n >= 100_000_000:
        return "".join(digits[int(c)] for c in str(n))
    if n >= 10_000:
        high, low = divmod(n, 10_000)
        gap = digits[0] if 0 < low < 1000 else ""
        return counted(high, digits, ranks, ten_thousand, bare_ten) + ten_thousand + (gap + counted(low, digits, ranks, ten_thousand, False) if low else "")
    out, zero = "", False
    for power, rank in ((1000, ranks[2]), (100, ranks[1]), (10, ranks[0]), (1, "")):
        digit = n // power % 10
        if digit:
            out += (digits[0] if zero and out else "") + digits[digit] + rank
        zero = not digit
    if bare_ten and 10 <= n < 20:
        return out[1:]
    return out or digits[0]


def _chinese(n: int) -> str:
    """Word counts to ninety-nine and spells from a hundred on."""
    return counted(n) if n < 100 else digitwise(n)


def _japanese(n: int) -> str:
    """百, not 一百."""
    words = counted(n)
    return words[1:] if words[:2] in ("一百", "一千") else words


def _letters(n: int) -> str:
    """a … z, aa, bb: the letter is repeated, not counted on."""
    turns, at = divmod(n - 1, 26)
    return chr(ord("a") + at) * (turns + 1) if turns < 30 else str(n)


def _roman(n: int) -> str:
    if n > 32_767:
        return str(n)
    out = ""
    for worth, sign in _ROMAN:
        times, n = divmod(n, worth)
        out += sign * times
    return out


def _signs(first: str, last: int) -> Callable[[int], str]:
    """Signs that stand one behind the other in Unicode; plain figures beyond the last."""
    return lambda n: chr(ord(first) + n - 1) if n <= last else str(n)


def _of(signs: str) -> Callable[[int], str]:
    return lambda n: signs[n - 1] if n <= len(signs) else str(n)


def _ordinal(n: int) -> str:
    return f"{n}{'th' if n % 100 in (11, 12, 13) else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda n: f"{n:02}",
    "decimalFullWidth": lambda n: str(n).translate(_WIDE),
    "decimalFullWidth2": lambda n: str(n).translate(_WIDE),
    "upperRoman": lambda n: _roman(n).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda n: _letters(n).upper(),
    "lowerLetter": _letters,
    "ordinal": _ordinal,
    "numberInDash": lambda n: f"- {n} -",
    "decimalEnclosedCircle": _signs("①", 20),
    "decimalEnclosedCircleChinese": _signs("①", 20),
    "decimalEnclosedParen": _signs("⑴", 20),
    "decimalEnclosedFullstop": _signs("⒈", 20),
    "ideographEnclosedCircle": _signs("㊀", 10),
    "chineseCounting": _chinese,
    "taiwaneseCounting": _chinese,
    "chineseCountingThousand": counted,
    "taiwaneseCountingThousand": counted,
    "japaneseCounting": _japanese,
    "ideographDigital": digitwise,
    "taiwaneseDigital": digitwise,
    "japaneseDigitalTenThousand": digitwise,
    "koreanDigital2": digitwise,
    "ideographTraditional": _of(_STEMS),
    "ideographZodiac": _of(_BRANCHES),
    "ideographZodiacTraditional": lambda n: _STEMS[(n - 1) % 10] + _BRANCHES[(n - 1) % 12] if n <= 60 else str(n),
    **{name: (lambda n, s=signs: counted(n, *s, bare_ten=False)) for name, signs in _LEGAL.items()},  # type: ignore[misc]
    "none": lambda n: "",
    "bullet": lambda n: "",
}


def printed(n: int, form: str) -> str:
    """A number in a format of Word. Formats that no Chinese plan uses (hebrew1, cardinalText …) and numbers below 1 are plain figures."""
    if n < 1 and form not in ("none", "bullet"):
        return "00" if n == 0 and form == "decimalZero" else "〇" if n == 0 and form in _ZERO else str(n)
    return _FORMATS.get(form, str)(n)


_ZERO = {"chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand", "japaneseCounting", "ideographDigital"}
