"""The words of a task, split into clauses, and of each clause the words that carry it: the object and what is done to it.

Plans are written with a small stock of phrases (全面推进, 建立健全, 到2020年底前 … 达到). What is left without them says
what the work is about. The stock is data: ``genre_words.csv``.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

from graphmodel.patterns import pattern
from graphmodel.plan import Span
from graphmodel.text import fold

LONGEST = 90  # characters of a core that are compared; a longer clause is cut into pieces
TITLE = 25  # characters of a first sentence that names its task
RUN = 2  # characters in a row that two wordings must share to share anything
_STOCK = ("verb", "manner", "rate", "frame")
_MAKING = ("build", "make")  # how what is counted comes about: 新建 stands before its object only, 建设 inside of names too (建设项目)
_YEARS = r"(?:[一二三四五六]|\d)年"  # 三年
OBJECT = 3  # characters of its own that an object has, stock phrases aside
_STOP = pattern(r"[,。;:!?]")
_HEADING_LINE = pattern(rf"([^,。;:!?\n\r]{{2,{TITLE}}})[ \t]{{0,40}}(?:\r\n?|\n)\s{{0,40}}(?=\S)")  # a heading on its own line, the text below
_DATE = pattern(  # 到2020年12月底前  在2023—2025年
    r"[到至在]?(?:19|20)\d\d(?:[-—~至](?:19|20)?\d\d)?年(?:\d{1,2}月)?(?:\d{1,2}日)?[底末]?(?:之?前)?"
)
_FIGURE = pattern(r"\d{1,15}(?:\.\d{1,6})?%?")  # 1.77  60%
_HELPING = pattern(r"(?:积极|主动|全力|切实){0,2}(?:配合|协助)(?!制)")  # 配合某局完成…: the other one's task, named
_BASIS = pattern(r"(?:按照|根据|依据|依照|依托|围绕|结合|遵循|通过|针对|鉴于|为了?(?!主)|以[^,]{1,40}为)(?!每)")  # how or why, not what: 按照…要求
_OWN_GROUND = pattern(r"所辖|辖区|属地|各自")  # 对所辖公路负责: each for its own
_BODY = pattern(r"(?:局|委|委员会|办|办公室|院|厅|部|署|中心|大队|支队|总队|公司|政府|集团|银行|协会|联合会|领导小组|指挥部)$")
_NOT_A_LETTER = pattern(r"[\W\d_]+")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a text. ``span``: its place in the text; ``core``: its own words without the stock phrases, figures and
    dates; ``at``: the place of each character of ``core``; ``title``: it is the first sentence and names the task."""

    span: Span
    core: str
    at: tuple[int, ...]
    title: bool = False


def skeleton(text: str) -> str:
    """The letters of a text, folded; no figures, blanks, punctuation. Two texts with one skeleton say the same."""
    return _NOT_A_LETTER.sub("", fold(text))


def clauses(text: str) -> tuple[Clause, ...]:
    """The clauses of a text that say something of their own, in order. Left out: a clause that says how or
    why (按照…要求), one that only helps another
    (配合某局完成…), and one by which each answers for its own ground (对所辖公路负责)."""
    folded = fold(text)
    pieces = list(_pieces(folded))
    found: list[Clause] = []
    for n, (start, end, stop) in enumerate(pieces):
        words = folded[start:end].lstrip()
        if _HELPING.match(words) or _BASIS.match(words) or _OWN_GROUND.search(words):
            continue
        core, at = _core(folded, start, end)
        title = n == 0 and len(pieces) > 1 and stop in "。:" and len(words) <= TITLE and not _BODY.search(words.rstrip())
        for cut in range(0, len(core), LONGEST):
            part = core[cut : cut + LONGEST]
            if len(part) >= 2:
                found.append(Clause((start, end), part, tuple(at[cut : cut + LONGEST]), title))
    return tuple(found)


def _pieces(folded: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, the stop that ends it) of each piece between stops."""
    heading = _HEADING_LINE.match(folded)
    start = heading.end() if heading else 0
    if heading:
        yield 0, heading.end(1), "。"
    for m in _STOP.finditer(folded, start):
        if m.start() > start:
            yield start, m.start(), m.group()
        start = m.end()
    if start < len(folded):
        yield start, len(folded), "。" if start == 0 else ""


def _core(folded: str, start: int, end: int) -> tuple[str, list[int]]:
    words = folded[start:end]
    kept = bytearray(b"\x01") * len(words)
    for shape in (_DATE, _FIGURE):
        for m in shape.finditer(words):
            kept[m.start() : m.end()] = bytes(m.end() - m.start())
    masked = "".join(c if keep and c.isalnum() else "\n" for c, keep in zip(words, kept))
    for m in _stock().finditer(masked):
        kept[m.start() : m.end()] = bytes(m.end() - m.start())
    at = [i for i, c in enumerate(masked) if kept[i] and c != "\n"]
    return "".join(words[i] for i in at), [start + i for i in at]


def core_of(name: str) -> str:
    """A name's own words, without stock phrases, figures and dates: what 城镇污水处理率 measures is 城镇污水处理."""
    folded = fold(name)
    return _core(folded, 0, len(folded))[0]


@cache
def _words() -> dict[str, tuple[str, ...]]:
    """Kind -> words of genre_words.csv."""
    text = Path(__file__).with_name("genre_words.csv").read_text(encoding="utf-8")
    return {row["kind"]: tuple(row["words"].split()) for row in csv.DictReader(text.splitlines())}


@cache
def _stock() -> re.Pattern[str]:
    words = {w for kind in _STOCK for w in _words()[kind]}
    return pattern("|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))))


@cache
def _alike() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(words) for kind, words in sorted(_words().items()) if kind not in (*_STOCK, *_MAKING))


@cache
def _making() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Verbs that stand before their object wherever they stand; what may stand at the head of a name, and at its end, without
    being its own."""
    build, make = ("|".join(sorted(_words()[kind], key=lambda w: (-len(w), w))) for kind in _MAKING)
    return pattern(build), pattern(f"{build}|{make}|{_YEARS}"), pattern(f"(?:{make}|数量|总数|任务){{1,3}}$")


def counted(name: str) -> str:
    """What is counted under a name of a target: its words without the verb that brings it about, and what stands before that
    (三年新建改建口袋公园, 沿线新建口袋公园, 口袋公园建设: 口袋公园); "" when they are stock phrases only (扩建工程)."""
    anywhere, head, end = _making()
    start = max((m.end() for m in anywhere.finditer(name)), default=0)
    while found := head.match(name, start):
        start = found.end()
    last = end.search(name, start)
    stop = last.start() if last else len(name)
    return name[start:stop] if len(_core(name, start, stop)[0]) >= OBJECT else ""


def runs(one: str, other: str) -> tuple[tuple[int, int, int], ...]:
    """(place in ``one``, place in ``other``, length) of the runs that two wordings of one thing share, in order; () when
    they are about different things: when something else stands before the first common run (水 / 空气 + 质量标准), or in two
    characters or more between or behind them (公园 + 绿地 / 站点 + 覆盖率)."""
    shared = [(m.a, m.b, m.size) for m in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks() if m.size >= RUN]
    a = b = differing = 0
    for n, (i, j, size) in enumerate(shared):
        differs = _something_else(one[a:i], other[b:j])
        if differs and n == 0:
            return ()
        differing += differs
        a, b = i + size, j + size
    differing += _something_else(one[a:], other[b:])
    return () if differing >= RUN else tuple(shared)


def _something_else(one: str, other: str) -> int:
    """How many characters of something else stand in one place of two wordings: 0 when a side is empty, when they share a
    character (回收, 收集), or when both words tell one kind of handling (利用, 处理); else the length of the shorter (城乡 /
    产业: 2)."""
    if not one or not other or set(one) & set(other):
        return 0
    if any((one in words and any(w in other for w in words)) or (other in words and any(w in one for w in words)) for words in _alike()):
        return 0
    return min(len(one), len(other))
