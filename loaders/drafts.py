"""Segments to drafts of tasks: who is said to do them, and what goes on to later items (blanket clauses, 下同)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from graphmodel.patterns import pattern
from graphmodel.plan import Section, Span
from graphmodel.text import View
from loaders.grammar.everybody import is_everybody
from loaders.grammar.units import Named
from loaders.paragraphs import Para
from loaders.plain_subjects import plainly_acting
from loaders.prose import acting
from loaders.scope import Bound, Piece, Saying, Segment
from loaders.unit_lists import helping_parts, partners


@dataclass(slots=True)
class Draft:
    """A task before its names are resolved and its figures read."""

    pieces: list[Piece]
    sayings: list[Saying] = field(default_factory=list)
    inherited: list[Saying] = field(default_factory=list)
    positional: bool = False
    number: str | None = None
    path: tuple[int, ...] = ()
    bound: list[Bound] = field(default_factory=list)
    above: tuple[Bound, ...] = ()  # statements of its heading that say by when, or which persons see to it
    title: View | None = None  # the name a table gives it in a column of its own
    deadline: Piece | None = None
    overseers: list[tuple[Piece, str]] = field(default_factory=list)
    contents: list[Piece] = field(default_factory=list)  # a table's further columns of work
    binding: str = ""  # how binding those figures are: 约束性
    measure: str = ""  # the unit of those figures, from a column of its own
    figures: list[tuple[Piece, str]] = field(default_factory=list)  # a table's columns of targets, and their heads
    more_taken: list[tuple[Span, str]] = field(default_factory=list)

    @property
    def start(self) -> int:
        return self.pieces[0].span[0]

    @property
    def owned(self) -> bool:
        return bool(self.sayings or self.inherited)


@dataclass(slots=True)
class Read:
    """All that the tree says."""

    sections: list[Section] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    loose: list[tuple[Para, tuple[int, ...], str]] = field(default_factory=list)  # paragraphs that are no task: what they are
    taken: list[tuple[Span, str]] = field(default_factory=list)
    orphans: list[Span] = field(default_factory=list)  # statements of duty with no work before them
    standing: list[Saying] = field(default_factory=list)  # what the preamble lays on every task
    positional: bool = False  # the preamble, or a note, says that the first named leads
    first_leads: bool = False  # ... of several that lead
    closed: dict[tuple[int, str], tuple[bool, int]] = field(default_factory=dict)  # which lists end with a block of labels (label_blocks)


@dataclass(slots=True)
class State:
    """What was said once and holds for all that follows."""

    positional: bool = False
    blanket: list[Saying] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Here:
    """What holds at a node: its path, who its headings name, and whether work is described here at all."""

    path: tuple[int, ...] = ()
    heading: tuple[Saying, ...] = ()
    positional: bool = False
    owner: tuple[Saying, ...] = ()
    no_work: bool = False
    after: bool = False
    above: tuple[Bound, ...] = ()  # a heading's statements that say by when (完成时限:…) or name persons (责任领导:…)
    allots: bool = False  # 责任分工: who does what is said here, whatever the name


def note(segs: list[Segment], out: Read, state: State) -> None:
    """Take notice of what statements say beyond their own task: blanket clauses, 下同."""
    for s in segs:
        for b in s.bound:
            out.taken.append((b.span, "duty"))
            if b.statement.ditto:
                state.positional = True
            for said in b.statement.inherited:
                state.blanket.append(Saying(said, b.view, b.span))


def sayings_of(bound: list[Bound]) -> list[Saying]:
    return [Saying(said, b.view, b.span) for b in bound for said in b.statement.said]


# 为加强对…工作的领导,成立…领导小组。: who belongs to it is read elsewhere
_SETS_UP = pattern(
    r"(?:[^,。;]{2,60},){0,4}(?:[^,。;]{0,12}(?:决定|特|现))?(?:成立|设立|建立|组建)[^。;,]{2,60}(?:领导小组|指挥部|专班|工作组|联席会议)(?!制度|机制)"
)
_OF_THE_GROUP = pattern(r"^(?:[^,。;:]{0,8}(?:组 ?长|成 ?员|组 ?员|主 ?任|指挥长|总指挥) ?:|[^,。;:]{0,20}(?:小组|指挥部|专班)?(?:下设|办公室设))")


def _told_to_nobody(d: Draft) -> bool:
    return not d.inherited and all(is_everybody(n.full) for s in d.sayings for n in s.said.units)


def _only_sets_up(d: Draft) -> bool:
    """Nothing but a group that is set up, and who belongs to it; a title before it is let pass."""
    pieces = d.pieces[1:] if len(d.pieces) > 1 and len(d.pieces[0].text) <= 12 else d.pieces
    words = pieces[0].text
    at = words.find("。") + 1 if len(d.pieces) == 1 and 0 < words.find("。") < 16 else 0
    if _OF_THE_GROUP.match(words):
        return all(_OF_THE_GROUP.match(p.text) for p in pieces[1:])
    return words.count("。") <= 1 + bool(at) and bool(_SETS_UP.match(words, at)) and all(_OF_THE_GROUP.match(p.text) for p in pieces[1:])


def tasks_of(out: Read, state: State, segs: list[Segment], here: Here, number: str | None) -> None:
    for s in segs:
        note([s], out, state)
        if not s.pieces:
            if s.said and out.drafts and out.drafts[-1].path == here.path and not out.drafts[-1].sayings:
                _close_group(out, s, here)
            elif s.said and here.path:
                _heading_task(out, state, s, here, number)
            elif s.said:
                out.orphans.extend(b.span for b in s.bound)
            continue
        before = out.drafts[-1] if out.drafts and any(b.statement.as_before for b in s.bound) else None
        for draft in _drafts(s, here, number):
            if before:
                draft.sayings, draft.positional = [*draft.sayings, *before.sayings], before.positional
            if not draft.owned and (here.no_work or draft.pieces[-1].text.endswith(":")) or _told_to_nobody(draft) and _only_sets_up(draft):
                out.loose.extend((piece.para, here.path, "principle" if here.no_work else "intro") for piece in draft.pieces)
                continue
            draft.positional = draft.positional or state.positional or here.positional or any(b.statement.positional for b in s.bound)
            draft.inherited = list(state.blanket)
            out.drafts.append(draft)


def _close_group(out: Read, s: Segment, here: Here) -> None:
    """A statement alone behind several items without one: it closes the whole group."""
    for d in reversed(out.drafts):
        if d.sayings or d.path != here.path:
            break
        d.sayings = sayings_of(s.bound)
        d.bound = d.bound + s.bound
        d.positional = d.positional or any(b.statement.positional for b in s.bound)


def _heading_task(out: Read, state: State, s: Segment, here: Here, number: str | None) -> None:
    """A heading with a duty and no item under it is itself a task."""
    out.drafts.append(Draft([], sayings_of(s.bound), list(state.blanket), state.positional, number, here.path, s.bound))


def _drafts(s: Segment, here: Here, number: str | None) -> list[Draft]:
    """The task (or tasks, where different units act in its sentences) of one segment."""
    if s.said and not here.owner and (told := _told_in_prose(s, here, number)):
        return told
    if s.said:
        sayings = sayings_of(s.bound)
        if not any(x.said.part in ("lead", "answer") for x in sayings):
            sayings += [Saying(replace(x.said, basis="heading"), x.view, x.span) for x in here.owner or here.heading if x.said.part in ("lead", "answer")]
            sayings = [*_acting_in(s), *sayings] if not (here.heading or here.owner) and all(x.said.basis == "verb" for x in sayings) else sayings
        elif not any(x.said.part == "watch" for x in sayings):
            sayings += _watching(here, {n.printed for x in sayings for n in x.said.units})
        return [Draft(s.pieces, sayings, number=number, path=here.path, bound=s.bound, above=here.above)]
    if here.owner and not _says_its_own(s):
        return _under_owner(s, here, number)
    if here.heading and not _says_its_own(s):
        sayings = [Saying(replace(x.said, basis="heading"), x.view, x.span) for x in here.heading]
        return [Draft(s.pieces, sayings, number=number, path=here.path, bound=s.bound, above=here.above)]
    drafts: list[Draft] = []
    for piece in s.pieces:
        runs = acting(piece.para.text[: piece.end], piece.start, here.allots) if not here.no_work else ()
        if not runs and not drafts and not here.no_work and not here.after and piece.para.marker:
            runs = plainly_acting(piece.para.text[: piece.end], piece.start)
        if not runs:
            if drafts and not drafts[-1].sayings:
                drafts[-1].pieces.append(piece)
            else:
                drafts.append(Draft([piece], number=number, path=here.path, bound=s.bound))
            continue
        title = drafts.pop().pieces if drafts and not drafts[-1].sayings and _is_title(drafts[-1]) else []
        for run in runs:
            sayings = [Saying(x, piece.para.view, piece.para.view.span(run.start, run.end)) for x in run.said]
            drafts.append(Draft([*title, Piece(piece.para, run.start, run.end)], sayings, number=number, path=here.path, bound=s.bound))
            title = []
    return drafts


def _watching(here: Here, own: set[str]) -> list[Saying]:
    """Who watches over all that stands under a heading: an item that names its own lead is watched all the same, by others than those it names."""
    watch = [(x, tuple(n for n in x.said.units if n.printed not in own)) for x in here.heading if x.said.part == "watch"]
    return [Saying(replace(x.said, units=named, basis="heading"), x.view, x.span) for x, named in watch if named]


# (一)加强监管。由A负责,B配合,严厉打击…
_OWN = pattern(r"\s?由[^,。;]{2,60}?(?:负责|牵头|承办|主办)")


def _says_its_own(s: Segment) -> bool:
    """The item says by whom it is done, in its first words or behind its title: that beats its heading."""
    first = s.pieces[0]
    words = first.text
    dot = words.find("。") + 1
    return any(_OWN.match(words, at) and acting(words, at) for at in ({0, dot} if 0 < dot <= 40 else {0}))


def _told_in_prose(s: Segment, here: Here, number: str | None) -> list[Draft]:
    """A closing sentence without brackets (各乡镇抓好落实。) speaks of its own paragraph, and takes nothing from those the words name before it."""
    said = [(b.view.text[b.statement.start : b.statement.start + 14], b.statement.said) for b in s.bound if b.statement.said]
    if any(words[:1] in "(〔[【" or ":" in words or any(x.basis != "verb" for x in told) for words, told in said):
        return []
    ends = {id(b.view): b.statement.end for b in s.bound if b.statement.said}
    drafts: list[Draft] = []
    named = False
    for p in s.pieces:
        before = acting(p.para.text[: p.end], p.start)
        named = named or any(x.part in ("lead", "answer") for run in before for x in run.said)
        end = max(p.end, ends.get(id(p.para.view), 0))
        runs = acting(p.para.text[:end], p.start)
        title = drafts.pop().pieces if runs and drafts and not drafts[-1].sayings and _is_title(drafts[-1]) else []
        for run in runs:
            sayings = [Saying(x, p.para.view, p.para.view.span(run.start, run.end)) for x in run.said]
            drafts.append(Draft([*title, Piece(p.para, run.start, run.end)], sayings, number=number, path=here.path, bound=s.bound))
            title = []
        if not runs:
            drafts.append(Draft([p], number=number, path=here.path, bound=s.bound))
    return drafts if named else []


def _acting_in(s: Segment) -> list[Saying]:
    """Who acts in the words themselves, where their closing sentence names only who helps or watches."""
    runs = [(p, run) for p in s.pieces for run in acting(p.para.text[: p.end], p.start)]
    return [Saying(x, p.para.view, p.para.view.span(run.start, run.end)) for p, run in runs for x in run.said] if len(runs) == 1 else []


def _is_title(d: Draft) -> bool:
    """The words are a heading, not work of their own."""
    return len(d.pieces) == 1 and len(d.pieces[0].text) <= 40 and not pattern(r"[。;](?=.)").search(d.pieces[0].text)


def _under_owner(s: Segment, here: Here, number: str | None) -> list[Draft]:
    first = s.pieces[0]
    parts = [Piece(first.para, *_stripped(first.para.text, a, b)) for a, b in helping_parts(first.para.text, first.start, first.end)]
    drafts = [Draft([part], _sayings_under_owner(part, here), number=number, path=here.path, bound=s.bound) for part in parts]
    drafts[-1].pieces.extend(s.pieces[1:])
    return drafts


def _stripped(text: str, a: int, b: int) -> tuple[int, int]:
    while a < b and text[a] in " ,;。":
        a += 1
    while b > a and text[b - 1] in " ,;":
        b -= 1
    return a, b


def _sayings_under_owner(first: Piece, here: Here) -> list[Saying]:
    owners: tuple[Named, ...] = tuple(n for o in here.owner for n in o.said.units)
    sayings = list(here.owner)
    said = partners(first.para.text[first.start : first.end], owners)
    if said:
        shift = [
            Saying(
                x if x.units is owners else replace(x, units=tuple(replace(n, start=n.start + first.start, end=n.end + first.start) for n in x.units)),
                here.owner[0].view if x.units is owners else first.para.view,
                here.owner[0].span if x.units is owners else first.span,
            )
            for x in said
        ]
        sayings = shift
    return sayings
