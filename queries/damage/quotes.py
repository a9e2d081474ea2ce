"""Brackets, book titles and quotation marks that lack their other half, or hold nothing."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from graphmodel.patterns import pattern
from queries.damaged import Paper, Spot, damage

_PAIRS = {"(": ")", "《": "》", "“": "”", "〔": "〕", "【": "】"}
_NAMES = {
    "(": ("左括号", "opening bracket"), ")": ("右括号", "closing bracket"), "《": ("左书名号", "opening title mark"),
    "》": ("右书名号", "closing title mark"), "“": ("左引号", "opening quotation mark"), "”": ("右引号", "closing quotation mark"),
    "〔": ("左括号", "opening bracket"), "〕": ("右括号", "closing bracket"), "【": ("左括号", "opening bracket"),
    "】": ("右括号", "closing bracket"),
}  # fmt: skip
_OPENING = {close: open for open, close in _PAIRS.items()}
_SIGN = pattern(r"[()《》“”〔〕【】]")
_EMPTY = pattern(r"\(\s{0,3}\)|《\s{0,3}》|“\s{0,3}”|〔\s{0,3}〕")
_FILL_IN = pattern(r"[:_]\s{0,4}$|(?:签[字章]|盖章|日期|电话)\s{0,4}$")
_NUMBER = pattern(r"(?:^|[\s。;:,、])\(?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[a-zA-Z①-⑳])$")  # 1)  a)  一)
_FAR = 600  # characters within which the other half is looked for
_AROUND = 8


@damage
def halves(paper: Paper) -> Iterator[Spot]:
    """What opens and never closes, what closes and never opened, what is empty."""
    for m in _EMPTY.finditer(paper.folded):
        line_start = paper.lines.span(paper.lines.at(m.start()))[0]
        if not _FILL_IN.search(paper.folded[max(line_start, m.start() - 12) : m.start()]):
            yield Spot((m.start(), min(m.end() + 6, _end(paper, m.end()))), Words("括号或引号内无内容", "nothing stands between the brackets or marks"), None)
    waiting: list[tuple[str, int]] = []
    for m in _SIGN.finditer(paper.folded):
        sign, at = m[0], m.start()
        while waiting and at - waiting[0][1] > _FAR:
            yield _alone(paper, *waiting.pop(0))
        if sign in _PAIRS:
            waiting.append((sign, at))
            continue
        n = next((n for n in range(len(waiting) - 1, -1, -1) if waiting[n][0] == _OPENING[sign]), None)
        if n is None or _another_paragraph(paper, waiting[n][1], at):
            if not (sign == ")" and _NUMBER.search(paper.folded[max(0, at - 6) : at])):
                yield _alone(paper, sign, at)
        else:
            inside = waiting[n + 1 :]
            del waiting[n:]
            yield from (_alone(paper, *one) for one in inside)
    yield from (_alone(paper, *one) for one in waiting)


def _another_paragraph(paper: Paper, opened: int, closed: int) -> bool:
    """Whether a whole sentence ends on a line between the two: then they are no pair."""
    between = paper.folded[opened:closed]
    return bool(pattern(r"[。!?]\s{0,4}[\n\r]").search(between)) and between.count("\n") >= 1


def _alone(paper: Paper, sign: str, at: int) -> Spot:
    start, end = paper.lines.span(paper.lines.at(at))
    other = _PAIRS.get(sign) or _OPENING[sign]
    what = Words(f"缺少与之配对的{_NAMES[other][0]}", f"the {_NAMES[other][1]} that belongs there is lacking")
    return Spot((max(start, at - _AROUND), min(end, at + _AROUND)), what, None)


def _end(paper: Paper, at: int) -> int:
    return paper.lines.span(paper.lines.at(at))[1]
