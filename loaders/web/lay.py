"""Lays a page's boxes down: paragraphs, tables, labels and values."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.patterns import pattern
from loaders.assembly import Assembly, GridCell
from loaders.metadata import is_label
from loaders.web.boxes import Box, Words
from loaders.web.content import DOCUMENT_NAME, squeezed
from loaders.web.grid import is_layout, rows_of

_PAIR = pattern(r"^([\u4e00-\u9fff]{2,8}):(.{0,200})$")
_INFORMATION = pattern(
    r"(?<![\s\u3000])(?:信息来源|文章来源|来源|作者|浏览次数|浏览量|点击数|点击率|阅读次数|访问量|字号|字体|(?:发布|公开|成文|发文|生成|印发|更新)(?:时间|日期)|日期|时间|(?:发布|公开)(?:机构|单位|部门)|发文机关"
    r"|责任编辑|编辑|发文字号|文号|索引号|有效性|主题分类|分享到)[:：]"
)
# 索引号 and 123 stand in these: one line
_TOGETHER = ("td", "th", "li", "dt", "dd", "div", "span")
_LONGEST_LABEL, _LONGEST_VALUE = 24, 160
_MOST_BESIDE = 40
"""Boxes in a box of labels and values; more are a document's paragraphs, and one of these may be a label without a value."""


def lay_down(page: Box, assembly: Assembly) -> None:
    """Adds what was not marked as the site's, in the order of the page: paragraphs p1, p2 …, cells t1r1c1 …"""
    paragraphs = tables = 0
    waiting: Words | None = None  # a label whose value may stand in the next box
    for part in _parts(page):
        if isinstance(part, Words):
            if waiting is not None:
                paragraphs += 1
                if _is_value(part, waiting):
                    assembly.line(f"{waiting.text.rstrip(':：')}：{' '.join(part.text.split())}", f"p{paragraphs}")
                    waiting = None
                    continue
                assembly.line(waiting.text, f"p{paragraphs}")
                waiting = None
            if part.size <= _LONGEST_LABEL and part.up.tag in _TOGETHER and is_label(squeezed(part.text)):
                waiting = part
                continue
            paragraphs += 1
            assembly.line(_parted(part.text), f"p{paragraphs}", part.begins)
            continue
        if waiting is not None:
            paragraphs += 1
            assembly.line(waiting.text, f"p{paragraphs}")
            waiting = None
        tables += 1
        rows = rows_of(part, tables)
        if _tells(rows):
            for row in rows:
                _pairs(row, assembly)
        else:
            assembly.table(rows)
    if waiting is not None:
        assembly.line(waiting.text, f"p{paragraphs + 1}")


def _parts(page: Box) -> Iterator[Words | Box]:
    """The paragraphs and the tables of data that were not marked, in order; a caption before its table."""
    heap = [iter(page.kids)]
    while heap:
        for kid in heap[-1]:
            if kid.out:
                continue
            if isinstance(kid, Words):
                yield kid
            elif kid.tag == "table" and not is_layout(kid):
                yield from _beside_cells(kid)
                yield kid
            else:
                heap.append(iter(kid.kids))
                break
        else:
            heap.pop()


def _beside_cells(table: Box) -> Iterator[Words]:
    for kid in table.kids:
        if isinstance(kid, Words):
            yield kid
        elif kid.tag == "caption":
            yield from (k for k in kid.kids if isinstance(k, Words))


def _parted(text: str) -> str:
    """发布日期：2024-03-28来源：市政府办浏览次数：12: what styles set apart gets its blanks back."""
    if len(text) > 300 or not _INFORMATION.match(text):
        return text
    return _INFORMATION.sub(lambda m: m[0] if m.start() == 0 else f" {m[0]}", text)


def _is_value(words: Words, label: Words) -> bool:
    """Whether a paragraph is the value of the label before it: in the same row, list or pair, and no label itself."""
    if words.size > _LONGEST_VALUE or "\n" in words.text:
        return False
    text = squeezed(words.text)
    pair = _PAIR.match(text)
    if is_label(text) or (pair and is_label(pair[1])):
        return False
    if words.up is label.up:
        return len(words.up.kids) <= _MOST_BESIDE
    return words.up.up is label.up.up and words.up.tag in _TOGETHER


def _tells(rows: list[list[GridCell]]) -> bool:
    """Whether a table tells of the document: labels and values side by side, or 索引号：123 in one cell."""
    if not 1 <= len(rows) <= 20 or max(map(len, rows)) > 12:
        return False
    first = [squeezed("".join(c.lines)) for c in dict.fromkeys(rows[0]) if not c.empty]
    if not any(is_label(c) or _PAIR.match(c) for c in first):
        return False
    cells = [squeezed("".join(c.lines)) for row in rows for c in dict.fromkeys(row) if not c.empty]
    pairs = sum(bool((m := _PAIR.match(c)) and is_label(m[1])) for c in cells)
    if pairs >= 2:
        return pairs * 2 >= len(cells)
    labels = sum(map(is_label, cells))
    colons = sum(c.endswith(":") for c in cells)
    return labels >= 2 and (labels * 3 >= len(cells) or colons >= 2 and labels * 2 >= colons)


def _pairs(row: list[GridCell], assembly: Assembly) -> None:
    """索引号： | 123 | 成文日期： | → 索引号：123, 成文日期："""
    cells = list(dict.fromkeys(row))
    i = 0
    while i < len(cells):
        words = squeezed("".join(cells[i].lines))
        follower = squeezed("".join(cells[i + 1].lines)) if i + 1 < len(cells) else ""
        if words and (is_label(words) or (words.endswith(":") and len(words) <= 10)) and i + 1 < len(cells) and not is_label(follower):
            value = " ".join(" ".join(cells[i + 1].lines).split())
            assembly.line(f"{''.join(''.join(cells[i].lines).split()).rstrip(':：')}：{value}", cells[i].place)
            i += 2
        else:
            assembly.line("\n".join(cells[i].lines), cells[i].place)
            i += 1


def own_title(title: str, page: Box) -> str | None:
    """The page's <title> without the site's name, where the content has no line that is its title; None where it has, or where the page's is none."""
    words = title.strip()
    parts = [p.strip() for p in pattern(r"[_|｜]|\s[-—–]{1,2}\s|-(?=[\u4e00-\u9fff]{2,20}(?:网|政府|门户|局|厅|委)$)|——").split(words)]
    named = next((p for p in parts if len(p) >= 8 and DOCUMENT_NAME.search(p)), None)
    if named is None:
        return None
    own, first = squeezed(named), ""
    for n, part in enumerate(_parts(page)):
        if n >= 60:
            break
        if isinstance(part, Words):
            text = squeezed(part.text)
            first += text
            if len(text) >= 8 and len(text) <= 120 and "。" not in text and DOCUMENT_NAME.search(text) and not is_label(text):
                return None
    return None if own[:12] in first or own in first else named
