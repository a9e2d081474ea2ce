"""Paragraphs without numbers that are items all the same: a unit before a colon or a full stop, a sentence that tells somebody what to do."""

from __future__ import annotations

from dataclasses import replace

from graphmodel.patterns import pattern
from loaders.drafts import Here, Read, State, tasks_of
from loaders.grammar.heads import Head, head_beside, sure_head, unit_first
from loaders.markers import Marker
from loaders.paragraphs import Para
from loaders.prose import told_first
from loaders.scope import Saying, Segment, segments
from loaders.statement import Said, statements

_TO_DO = pattern(r"\s?(?:主要|具体|牵头|统一|全面)?(?:负责|承担|要|组织|做好|加强|制定|配合|协助|督促|指导|对|落实|依法|按照|根据|会同)")


def spoken_lines(paras: list[Para]) -> frozenset[int]:
    """The unnumbered paragraphs above all headings that open with somebody in particular who is told what to do, where most of them do: they are the plan."""
    found = [i for i, p in enumerate(paras) if not p.marker and told_first(p.text)]
    return frozenset(found) if len(found) >= 3 and len(found) * 2 > len(paras) - found[0] else frozenset()


def unit_lines(paras: list[Para]) -> list[int]:
    """The unnumbered lines that open with a unit and a colon (市教育局:制定制度。), where there are several and no statement stands among them."""
    found = [i for i, p in enumerate(paras) if not p.marker and _heads_line(p)]
    if len(found) < 2 or (not any(":" in paras[i].text[:60] for i in found) and len(found) < 3) or _allotted(paras, found):
        return []
    more = [i for i in range(found[0] + 1, len(paras)) if i not in found and not paras[i].marker and (head_beside(paras[i].text) or told_first(paras[i].text))]
    return sorted([*found, *more])


def _allotted(paras: list[Para], found: list[int]) -> bool:
    """Whether statements say who does what: the lines are no list of units. In such a list a statement names only who helps."""
    return any(s.said for s in segments(paras)) and any(
        s.start < 2 or i not in found or any(x.part in ("lead", "answer") for x in s.said) for i, p in enumerate(paras) for s in statements(p.text) if s.said
    )


def _heads_line(p: Para) -> bool:
    """市教育局:制定制度。 | 市教育局。负责制定制度。"""
    first = sure_head(p.text, p.words_from) or unit_first(p.text, p.words_from)
    return first is not None and (p.text[first[1] - 1] == "】" or p.text[first[1] - 1] == ":" or bool(_TO_DO.match(p.text, first[1])))


def _head_of(p: Para) -> Head | None:
    return head_beside(p.text, p.words_from) or (unit_first(p.text, p.words_from) if _heads_line(p) else None)


def tasks_of_lines(out: Read, state: State, paras: list[Para], lines: list[int], here: Here, number: str | None) -> None:
    """Each such line is a task of its unit; lines without a unit belong to the one above, those before the first are its introduction."""
    for p in paras[: lines[0]]:
        out.loose.append((p, here.path, "intro"))
    for i, following in zip(lines, [*lines[1:], len(paras)]):
        p = paras[i]
        first = _head_of(p)
        if first is None:
            tasks_of(out, state, segments(paras[i:following]), here, number)
            continue
        named, begin = first
        owner = (Saying(Said("answer", named, "heading"), p.view, p.view.span(named[0].start, named[-1].end)),)
        out.taken.append((p.view.span(0, begin), "duty"))
        words = replace(p, marker=Marker("unit", None, "", begin))
        tasks_of(out, state, segments([words, *paras[i + 1 : following]]), replace(here, owner=owner), number)


def described_below(segs: list[Segment]) -> list[Segment]:
    """(一)改造管网 | 责任单位:A | 改造20公里。: a title, who does it, and only then what is to be done."""
    if len(segs) != 2 or not segs[0].said or segs[1].bound or any(not p.text.rstrip().endswith(":") for p in segs[0].pieces[1:]) or not segs[0].pieces:
        return segs
    title, said_at = segs[0].pieces[0], segs[0].bound[-1].span
    if (
        len(title.text) > 40
        or pattern(r"[。;]").search(title.text[:-1])
        or title.span[1] > said_at[0]
        or any(p.span[0] < said_at[1] or p.para.view is segs[0].bound[-1].view for p in segs[1].pieces)
    ):
        return segs
    return [Segment([*segs[0].pieces, *segs[1].pieces], segs[0].bound)]
