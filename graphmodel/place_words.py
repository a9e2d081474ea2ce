"""Where something stands, in words a person uses: 第7行 of a text, 第12段 of a Word file, 表1第3行第2列, 第5页, Sheet1!C7."""

from __future__ import annotations

from graphmodel.finding import Words
from graphmodel.patterns import pattern

_PARAGRAPH = pattern(r"p(\d+)")
_NOTE = pattern(r"([fe])n(\d+)")
_CELL = pattern(r"(?:t\d+r\d+c\d+)+")
_STEP = pattern(r"t(\d+)r(\d+)c(\d+)")
_PAGE = pattern(r"page (\d+)")


def place_words(place: str | None, line: int) -> Words:
    """``place``: as in the document's ``places``; ``line``: the 1-based line of the text, said where there is no place."""
    if not place:
        return Words(f"第{line}行", f"line {line}")
    if m := _PARAGRAPH.fullmatch(place):
        return Words(f"第{m[1]}段", f"paragraph {m[1]}")
    if _CELL.fullmatch(place):
        steps = _STEP.findall(place)
        return Words(
            "内嵌".join(f"表{t}第{r}行第{c}列" for t, r, c in steps),
            ", nested ".join(f"table {t} row {r} column {c}" for t, r, c in steps),
        )
    if m := _PAGE.fullmatch(place):
        return Words(f"第{m[1]}页", f"page {m[1]}")
    if m := _NOTE.fullmatch(place):
        return Words(f"{'脚' if m[1] == 'f' else '尾'}注{m[2]}", f"{'footnote' if m[1] == 'f' else 'endnote'} {m[2]}")
    return Words(place, place)
