"""Finds what a file says about a plan and what is the plan: page furniture, letterhead, notice, signature, annex list, contents, body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from graphmodel.plan import Header, Source, Span
from loaders.furniture import is_foot, is_furniture
from loaders.letterhead import header_of, is_body, is_date, is_number, is_open_remark, is_title, listed_titles, plan_title, signed
from loaders.metadata import Metadata, read_metadata
from loaders.pieces import Piece, is_addressees, pieces


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a plan.

    ``marks``: spans that are not the plan proper and what they are (furniture, header, annex, contents), sorted; some stand inside ``body`` (a signature before annexed
    tables, page numbers) and are no part of the plan there either. ``body``: the plan proper. ``addressees``: the text before the colon. ``annexes``: the list of annexes.
    ``titles``: the titles of several plans in one file, inside ``body``.
    """

    header: Header
    marks: tuple[tuple[Span, str], ...]
    body: Span
    addressees: Span | None = None
    annexes: Span | None = None
    titles: tuple[Span, ...] = ()


# 现将《…方案》印发给你们 | 已经…同意,现印发给你们 | 现予印发,请认真贯彻执行
_NOTICE = re.compile(r"(?:印发|转发|批转|下发|颁发|[^出]发)给你们|现予(?:以)?(?:印发|发布|公布)|现(?:予以)?(?:印发|发布)(?:实施|执行|,|。)")
# 一、 | (一) | 第一章 | 1. | (1)
_HEADING = re.compile(r"^(?:第?[一二三四五六七八九十]{1,3}[、.章节部]|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、](?!\d)|\(\d{1,2}\))")
_PROSE = re.compile(r"[。;!?]|^.{12,}[,:]|^(?:为了?|根据|按照|依据|围绕|贯彻)[^《》]{12,}")
_CITED = re.compile(r"《[^《》]{0,120}》")
_ANNEX = re.compile(r"^附(?:件|表)?(?:\d{0,2}|[一二三四五六七八九十]?):")
_ANNEX_MORE = re.compile(r"^\d{1,2}[.、][^。;]{2,80}$")
_DATED = re.compile(r"^\(.{0,40}\d{4}年\d{1,2}月\d{1,2}日.{0,20}\)$")


def _is_prose(text: str) -> bool:
    bare = _CITED.sub("", text)
    return bool(_PROSE.search(bare)) or len(bare) > 90


def _is_heading(text: str) -> bool:
    return bool(_HEADING.match(text))


@dataclass(slots=True)
class _Reading:
    """The pieces of one text, what each was taken for, and what was found on the way."""

    pieces: Sequence[Piece]
    meta: Metadata
    kind: list[str]
    addressees: int | None = None
    notice: tuple[int, int] | None = None
    title: list[int] = field(default_factory=list)  # of the page or notice
    plan_title: list[int] = field(default_factory=list)  # above the body
    signers: list[int] = field(default_factory=list)
    date: int | None = None
    annex: list[int] = field(default_factory=list)

    def text(self, i: int) -> str:
        return self.pieces[i].text if 0 <= i < len(self.pieces) else ""

    def skipped(self, i: int) -> bool:
        return self.kind[i] in ("furniture", "meta") or is_open_remark(self.text(i)) or bool(_DATED.match(self.text(i)))


def read_frame(source: Source) -> Frame:
    """The frame of a plan's text. Never fails: a text without any letterhead is all body and its header is empty."""
    found = pieces(source.text)
    meta = read_metadata(found)
    r = _Reading(found, meta, ["furniture" if is_furniture(p.text) else "" for p in found])
    for i in meta.taken:
        r.kind[i] = "meta"
    if not found:
        return Frame(Header(), (), (0, len(source.text)))
    first = _first_heading(r)
    _find_addressees(r, first)
    _find_notice(r, first)
    begin = _body_begin(r, first)
    end = _body_end(r, begin)
    _signature_before_annexes(r, begin, end)
    several = _several(r, begin)
    if several and r.plan_title:
        begin = r.plan_title[0]
        r.plan_title = []
    _contents(r, begin, end)
    return Frame(
        header_of(
            titles=("".join(found[i].printed for i in r.title), "".join(found[i].printed for i in r.plan_title)),
            top=[p for i, p in enumerate(found[:begin]) if r.kind[i] != "furniture"],
            signers=[r.pieces[i] for i in r.signers],
            date=r.pieces[r.date] if r.date is not None else None,
            meta=meta,
            noticed=r.notice is not None,
        ),
        _marks(r, begin, end),
        (found[begin].span[0], found[end - 1].span[1]) if begin < end else (found[-1].span[1], found[-1].span[1]),
        None if r.addressees is None else (found[r.addressees].span[0], found[r.addressees].span[1] - 1),
        None if not r.annex else (found[min(r.annex)].span[0], found[max(r.annex)].span[1]),
        tuple(found[i].span for i in range(begin, end) if several and _bare(r.text(i)) in several),
    )


def _first_heading(r: _Reading) -> int:
    return next((i for i in range(len(r.pieces)) if not r.kind[i] and _is_heading(r.text(i))), len(r.pieces))


def _find_addressees(r: _Reading, first: int) -> None:
    r.addressees = next((i for i in range(first) if not r.kind[i] and r.text(i).endswith(":") and is_addressees(r.text(i))), None)


def _find_notice(r: _Reading, first: int) -> None:
    begin = 0 if r.addressees is None else r.addressees + 1
    at: list[int] = []
    text = ""
    for i in range(begin, min(max(first, begin), begin + 60)):
        if r.kind[i]:
            continue
        text += r.text(i)
        at += [i] * len(r.text(i))
    m = _NOTICE.search(text)
    if not m:
        return
    last = at[m.end() - 1]
    for _ in range(3):  # the sentence may be broken over lines
        follower = r.text(last + 1)
        if r.text(last).endswith(("。", "!")) or not follower or is_date(follower) or is_body(follower) or is_title(follower) or _is_heading(follower):
            break
        last += 1
    start = begin
    if r.addressees is None:
        start = at[m.start()]
        while start > 0 and not r.kind[start - 1] and _is_prose(r.text(start - 1)) and not is_title(r.text(start - 1)):
            start -= 1
    r.notice = (start, last)


def _take_signature(r: _Reading, date: int, floor: int) -> int:
    """Takes the date piece and the signers above it; gives the index of the first piece of the signature."""
    r.date = date
    if signed(r.text(date)):
        r.signers = [date]
        return date
    first = date
    for i in range(date - 1, max(floor, date - 9) - 1, -1):
        text = r.text(i)
        if r.kind[i] or _is_prose(text) or is_title(text) or _is_heading(text) or is_open_remark(text) or len(r.pieces[i].raw) > 120:
            break
        if not any(is_body(part) for part in re.split(r"\s{2,}", r.pieces[i].raw)) and not (first < date and re.search(r"[会展)]$|^中共", text)):
            if not all(is_body("".join(part.split())) for part in re.split(r"\s{2,}", r.pieces[i].raw)) and not is_body(text + r.text(i + 1)):
                break
        first = i
    r.signers = list(range(first, date))
    return first


def _is_date_piece(r: _Reading, i: int) -> bool:
    return is_date(r.text(i)) or signed(r.text(i)) is not None


def _title_above(r: _Reading, below: int) -> list[int]:
    """The lines of the last title above the piece ``below``."""
    last = next((i for i in range(below - 1, -1, -1) if not r.kind[i] and is_title(r.text(i))), None)
    if last is None:
        return []
    lines = [last]
    while len(lines) < 4:
        joined = "".join(r.text(i) for i in lines)
        i = lines[0] - 1
        if "关于" in joined and joined.count("《") == joined.count("》") or i < 0 or r.kind[i] or is_number(r.text(i)) or is_title(r.text(i)) or _is_prose(r.text(i)):
            break
        if "关于" in joined and not is_body(r.text(i)) and joined.count("《") == joined.count("》"):
            break
        lines.insert(0, i)
    whole = "".join(r.text(i) for i in lines)
    return lines if "关于" in whole or whole.count("《") == whole.count("》") and len(lines) == 1 else [last]


def _body_begin(r: _Reading, first: int) -> int:
    """The index of the first piece of the plan proper."""
    count = len(r.pieces)
    if r.notice:
        after = r.notice[1] + 1
        date = next((i for i in range(after, min(first, after + 40, count)) if not r.kind[i] and _is_date_piece(r, i)), None)
        if date is not None:
            _take_signature(r, date, after)
            after = date + 1
        r.title = _title_above(r, r.addressees if r.addressees is not None else r.notice[0])
        return _below_title(r, after)
    if r.addressees is not None:
        r.title = _title_above(r, r.addressees)
        return next((i for i in range(r.addressees + 1, count) if not r.skipped(i)), count)
    top = next((i for i in range(min(first + 1, count)) if not r.kind[i] and is_title(r.text(i)) and not _is_heading(r.text(i))), None)
    if top is None:
        return next((i for i in range(count) if not r.skipped(i) and not is_number(r.text(i)) and (_is_prose(r.text(i)) or _is_heading(r.text(i)))), _no_furniture(r))
    begin = _below_title(r, max(0, top - 2))
    r.title = r.title or _title_above(r, top + 1)
    return begin


def _no_furniture(r: _Reading) -> int:
    return next((i for i in range(len(r.pieces)) if not r.skipped(i)), len(r.pieces))


def _below_title(r: _Reading, after: int) -> int:
    """The first piece of the body below the title lines that begin at ``after``; keeps the title lines."""
    lines: list[int] = []
    i = after
    while i < len(r.pieces):
        text = r.text(i)
        if r.skipped(i) or is_number(text) or is_date(text) or text in ("目录",):
            i += 1
            continue
        if _ANNEX.match(text):
            r.annex.append(i)
            i += 1
            while i < len(r.pieces) and _ANNEX_MORE.match(r.text(i)) and not _is_prose(r.text(i)):
                r.annex.append(i)
                i += 1
            continue
        if _is_prose(text) and not is_title(text) or _is_heading(text):
            break
        lines.append(i)
        i += 1
        if len(lines) > 8:
            break
    ends = [n for n, k in enumerate(lines) if is_title(r.text(k)) or n and is_title(r.text(lines[n - 1]) + r.text(k))]
    if not ends:
        return lines[0] if lines and (len(lines) > 8 or r.notice) else i
    last = ends[0]
    while last + 1 < len(lines) and (r.text(lines[last + 1]).startswith("(") or last + 1 in ends):
        last += 1
    r.plan_title = _one_title(r, lines[: last + 1])
    return lines[last + 1] if last + 1 < len(lines) else i


def _one_title(r: _Reading, lines: list[int]) -> list[int]:
    """The lines of a title that is printed once or twice: the last time."""
    texts = [_bare(r.text(i)) for i in lines]
    for n in range(len(lines) // 2, 0, -1):
        if "".join(texts[-n:]) in ("".join(texts[-2 * n : -n]), "".join(texts[:-n])):
            return lines[-n:]
    return lines


def _body_end(r: _Reading, begin: int) -> int:
    """The index behind the last piece of the plan proper: what stands below is signature, annex list, page foot."""
    end = len(r.pieces)
    while end > begin:
        text, i = r.text(end - 1), end - 1
        if r.kind[i] == "furniture" or is_open_remark(text) or is_foot(text):
            r.kind[i] = "header" if is_open_remark(text) else "furniture"
            end = i
        elif r.date is None and _is_date_piece(r, i):
            first = _take_signature(r, i, begin)
            if first == i and not signed(text) and not r.text(i - 1).endswith(("。", ":")):
                r.date = None
                break
            end = first
        elif annex := _annex_block(r, i, begin):
            r.annex.extend(annex)
            end = annex[0]
        else:
            break
    return end


def _annex_block(r: _Reading, last: int, floor: int) -> list[int]:
    """The list of annexes that ends at the piece ``last``."""
    i = last
    while i > max(floor, last - 30) and _ANNEX_MORE.match(r.text(i)) and not _ANNEX.match(r.text(i)):
        i -= 1
    return list(range(i, last + 1)) if _ANNEX.match(r.text(i)) and not _is_prose(r.text(i)[4:]) else []


def _signature_before_annexes(r: _Reading, begin: int, end: int) -> None:
    """A signature in the middle: below it stand annexed tables."""
    for i in range(begin + 1, end):
        text = r.text(i)
        if r.kind[i]:
            continue
        if _ANNEX.match(text) and not r.annex and not _is_prose(text[4:]):
            block = [i]
            while block[-1] + 1 < end and _ANNEX_MORE.match(r.text(block[-1] + 1)):
                block.append(block[-1] + 1)
            r.annex.extend(block)
        if r.date is None and _is_date_piece(r, i) and (re.match(r"^附[件表]", r.text(i + 1)) or is_open_remark(r.text(i + 1))):
            _take_signature(r, i, begin)


def _bare(text: str) -> str:
    return plan_title(text).replace("《", "").replace("》", "")


def _several(r: _Reading, begin: int) -> frozenset[str]:
    """The titles of the plans that a notice issues, if it issues several."""
    if not r.notice:
        return frozenset()
    titles = listed_titles("".join(r.text(i) for i in range(r.notice[0], r.notice[1] + 1)))
    there = {_bare(p.text) for p in r.pieces[r.notice[1] + 1 :]} & set(titles)
    return frozenset(there) if len(there) > 1 else frozenset()


def _contents(r: _Reading, begin: int, end: int) -> None:
    """Marks a table of contents: the lines from 目录 to the second time its first entry is printed."""
    strip = re.compile(r"[.…·\s]{0,80}\d{0,3}$")
    for i in range(max(0, begin - 12), min(end, begin + 12)):
        if r.text(i) != "目录":
            continue
        entry = strip.sub("", r.text(i + 1))
        again = next((k for k in range(i + 2, min(end, i + 400)) if entry and strip.sub("", r.text(k)) == entry), None)
        for k in range(i, again or i + 1):
            r.kind[k] = "contents"
        return


def _marks(r: _Reading, begin: int, end: int) -> tuple[tuple[Span, str], ...]:
    taken = set(r.title) | set(r.plan_title) | set(r.signers) | ({r.date} if r.date is not None else set())
    taken |= set() if r.addressees is None else {r.addressees}
    taken |= set() if r.notice is None else set(range(r.notice[0], begin))
    result: list[tuple[Span, str]] = []
    for i, piece in enumerate(r.pieces):
        if i in r.annex:
            what = "annex"
        elif r.kind[i] == "contents":
            what = "contents"
        elif i in taken or r.kind[i] == "header" and not begin <= i < end:
            what = "header" if r.kind[i] != "furniture" else "furniture"
        elif begin <= i < end:
            if r.kind[i] != "furniture":
                continue
            what = "furniture"
        elif r.kind[i] == "meta" or i < begin and (is_number(piece.text) or is_title(piece.text) or is_open_remark(piece.text)):
            what = "header"
        else:
            what = "furniture"
        result.append((piece.span, what))
    return tuple(result)
