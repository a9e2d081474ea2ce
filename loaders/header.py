"""Finds what a file says about a plan and what is the plan: page furniture, letterhead, notice, signature, annex list, contents, body."""

from __future__ import annotations

from dataclasses import dataclass

from graphmodel.patterns import pattern
from graphmodel.plan import Header, Source, Span
from graphmodel.text import Lines
from loaders.furniture import is_foot, is_furniture, is_host
from loaders.letterhead import header_of, is_number, is_open_remark, is_red_head, is_title, signed
from loaders.metadata import read_metadata
from loaders.notice import bare, body_begin, cited_title, find_addressees, find_notice, first_heading, several_titles, take_signature
from loaders.pieces import folded_title, pieces
from loaders.reading import Reading, annex_above, annex_below, is_annex_head, is_prose
from loaders.requirements import take_requirements
from loaders.table_heads import is_table_head

_NOTE = pattern(r"(?:fn|en)\d")


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a plan.

    ``marks``: spans that are not the plan proper and what they are (furniture, header, annex, contents), sorted; some stand inside
    ``body`` (a signature before annexed tables, page numbers) and are no part of the plan there either. ``body``: the plan proper.
    ``addressees``: the text before the colon. ``annexes``: the list of annexes. ``titles``: the titles of several plans in one file,
    inside ``body``.
    """

    header: Header
    marks: tuple[tuple[Span, str], ...]
    body: Span
    addressees: Span | None = None
    annexes: Span | None = None
    titles: tuple[Span, ...] = ()
    notice: tuple[Span, ...] = ()  # what a notice says besides issuing the plan: 各单位每月5日前报送进展


def read_frame(source: Source) -> Frame:
    """The frame of a plan's text. Never fails: a text without any letterhead is all body and its header is empty."""
    found = pieces(source)
    if not found:
        return Frame(Header(), (), (0, len(source.text)))
    meta = read_metadata(found)
    table = next((i for i, p in enumerate(found) if is_table_head(found, i, p.raw if p.raw.startswith("|") else source.text[slice(*p.span)])), len(found))
    r = Reading(found, meta, ["furniture" if is_furniture(p.text) else "" for p in found], table)
    for i in meta.taken:
        r.kind[i] = "meta" if i < table else r.kind[i]
    notes = _notes(source)
    for i, p in enumerate(found if notes else ()):
        r.kind[i] = "furniture" if any(a <= p.span[0] < b for a, b in notes) else r.kind[i]
    _page_numbers(r)
    first = first_heading(r)
    find_addressees(r, first)
    find_notice(r, first)
    if take_requirements(r, first):
        first = first_heading(r)
    begin = body_begin(r, first)
    end = _body_end(r, begin)
    _signature_before_annexes(r, begin, end)
    several = several_titles(r)
    if several and r.plan_title:
        begin, r.plan_title = r.plan_title[0], []
    begin = _behind_contents(r, begin, end)
    header = header_of(
        titles=(_printed(r, r.title), _printed(r, r.plan_title)),
        top=[p for i, p in enumerate(found[:begin]) if r.kind[i] != "furniture"],
        signers=[found[i] for i in r.signers],
        date=found[r.date] if r.date is not None else None,
        meta=meta,
        noticed=r.notice is not None,
        cited=cited_title(r),
        told=[p.text for p in found[begin : min(end, begin + 60)]],
    )
    called = r.addressees
    return Frame(
        header,
        _marks(r, begin, end),
        (found[begin].span[0], found[end - 1].span[1]) if begin < end else (found[-1].span[1], found[-1].span[1]),
        (found[called[0]].span[0], found[called[-1]].span[1] - 1) if called else None,
        (found[min(r.annex)].span[0], found[max(r.annex)].span[1]) if r.annex else None,
        tuple(found[i].span for i in range(begin, end) if several and bare(r.text(i)) in several),
        _noticed(r, begin),
    )


def _notes(source: Source) -> list[Span]:
    """The lines that are footnotes or endnotes, by their places: they stand outside the plan, wherever the file keeps them."""
    noted = [n for n, place in enumerate(source.places, 1) if place and _NOTE.match(place)]
    if not noted:
        return []
    lines = Lines(source.text)
    return [lines.span(n) for n in noted]


def _noticed(r: Reading, begin: int) -> tuple[Span, ...]:
    """The prose between the addressees and the signature of a notice, above the plan proper."""
    if not r.notice:
        return ()
    besides = {*r.plan_title, *r.signers, *r.annex, *r.addressees, *r.title, r.date}
    return tuple(r.pieces[i].span for i in range(r.notice[0], begin) if i not in besides and r.kind[i] in ("", "asked") and is_prose(r.text(i)))


def _printed(r: Reading, lines: list[int]) -> str:
    return "".join(r.pieces[i].printed for i in lines)


def _body_end(r: Reading, begin: int) -> int:
    """The index behind the last piece of the plan proper: what stands below is signature, annex list, page foot."""
    end = len(r.pieces)
    while end > begin:
        i = end - 1
        text = r.text(i)
        if r.kind[i] == "furniture" or is_open_remark(text) or is_foot(text):
            r.kind[i] = "header" if is_open_remark(text) else "furniture"
            end = i
        elif is_host(text) and _hosts_page(r, i, begin):
            r.kind[i] = "furniture"
            end = i
        elif r.date is None and r.is_date(i):
            first = take_signature(r, i, begin)
            if _is_cell(r, i, first, begin):
                r.date, r.signers = None, []
                break
            end = first
        elif annex := annex_above(r, i, begin):
            r.annex.extend(annex)
            end = annex[0]
        else:
            break
    return end


def _hosts_page(r: Reading, i: int, begin: int) -> bool:
    """Whether 主办单位:… below the plan is the page's host and not who answers for the last task: it stands among foot lines."""
    above = i - 1
    while above > begin and is_host(r.text(above)):
        above -= 1
    if r.kind[above] == "furniture" or is_open_remark(r.text(above)) or r.is_date(above):
        return True
    label = r.text(i)[:5]
    return i + 1 < len(r.pieces) and not any(r.text(k).startswith(label) for k in range(begin, above + 1))


def _is_cell(r: Reading, date: int, first: int, begin: int) -> bool:
    """Whether what looks like a signature at the foot is the last row of a table: a month, a date without signer, one date of many."""
    if signed(r.text(date)):
        return sum(signed(r.text(i)) is not None for i in range(begin, date)) > 1
    if first == date:
        return not annex_above(r, date - 1, begin) and not r.text(date - 1).endswith(("。", ":", ")")) or any(r.is_date(i) for i in range(begin, date))
    issuer = "".join(r.text(i) for i in r.title).partition("关于")[0]
    if issuer and r.text(first).startswith(issuer):
        return False
    return "日" not in r.text(date) or sum(r.is_date(i) for i in range(begin, date)) > 0


def _page_numbers(r: Reading) -> None:
    """Takes bare numbers that count on between long lines for page numbers; the first column of a table stands between short ones."""
    bare_numbers = [i for i in range(len(r.pieces)) if pattern(r"\d{1,3}").fullmatch(r.text(i))]
    values = [int(r.text(i)) for i in bare_numbers]
    long = sum(len(r.text(i - 1)) >= 20 and (len(r.text(i + 1)) >= 15 or i + 1 == len(r.pieces)) for i in bare_numbers)
    if len(values) >= 3 and values == list(range(values[0], values[0] + len(values))) and long >= 0.8 * len(values):
        for i in bare_numbers:
            r.kind[i] = "furniture"


def _signature_before_annexes(r: Reading, begin: int, end: int) -> None:
    """A signature in the middle of the body: below it stand annexed tables."""
    for i in range(begin + 1, end):
        if r.kind[i]:
            continue
        if not r.annex and (block := annex_below(r, i, end)):
            r.annex.extend(block)
        if r.date is None and r.is_date(i) and (is_annex_head(r.text(i + 1)) or is_open_remark(r.text(i + 1))):
            first = take_signature(r, i, begin)
            if _is_cell(r, i, first, begin):
                r.date, r.signers = None, []


_LEADER = pattern(r"[.…·]{1,80}\d{0,3}$|\d{1,3}$")  # 一、总体要求......1


def _behind_contents(r: Reading, begin: int, end: int) -> int:
    """Marks a table of contents: the lines from 目录 to the second time its first entry is printed. Gives where the body begins now."""
    at = next((i for i in range(max(0, begin - 12), min(end, begin + 12)) if r.text(i) == "目录"), None)
    if at is None or at + 1 >= end:
        return begin
    entry = _LEADER.sub("", r.text(at + 1))
    again = next((k for k in range(at + 2, min(end, at + 400)) if entry and _LEADER.sub("", r.text(k)) == entry), at + 1)
    for k in range(at, again):
        r.kind[k] = "contents"
    return again if at <= begin <= again else begin


def _is_letterhead(r: Reading, text: str) -> bool:
    """Whether a piece above the plan belongs to the document: number, title or a line of it, red head, remark."""
    line_of_title = len(text) >= 4 and text in folded_title(r.meta.title)
    return is_number(text) or is_title(text) or is_open_remark(text) or is_red_head(text) or line_of_title


def _marks(r: Reading, begin: int, end: int) -> tuple[tuple[Span, str], ...]:
    """What each piece outside the plan proper is; inside the body only what is no part of the plan."""
    header = {*r.title, *r.plan_title, *r.signers, *r.addressees}
    header |= {r.date} if r.date is not None else set()
    header |= set(range(r.notice[0], begin)) if r.notice else set()
    annex = set(r.annex)
    result: list[tuple[Span, str]] = []
    for i, piece in enumerate(r.pieces):
        inside = begin <= i < end
        if r.kind[i] == "contents":
            what = "contents"
        elif i in annex:
            what = "annex"
        elif r.kind[i] == "furniture":
            what = "furniture"
        elif i in header or r.kind[i] in ("meta", "header") and not inside:
            what = "header"
        elif inside:
            continue
        else:
            above = i < begin and _is_letterhead(r, piece.text)
            what = "header" if above else "furniture"
        result.append((piece.span, what))
    return tuple(result)
