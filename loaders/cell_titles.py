"""The first paragraph of a cell, where it is a heading over the words of the task: 扩大培养规模 | 职业院校增设专业,年招生不少于300人。"""

from __future__ import annotations

from collections.abc import Callable

from graphmodel.patterns import pattern
from graphmodel.plan import Source
from graphmodel.text import Lines, View
from loaders.drafts import Draft
from loaders.tasks import NAMES_NOTHING

_LONGEST = 30


def titles_of(source: Source) -> Callable[[Draft], View | None]:
    """Gives for a task of a table the heading in its cell, None if there is none.

    Only where the file says that a paragraph ends there, or a person broke the line in a cell of a sheet: lines of a page break anywhere.
    """
    lines = Lines(source.text) if source.tables else None

    def ends(line: int) -> bool:
        begins = source.begins[line] if line < len(source.begins) else False
        place = source.places[line] if line < len(source.places) else None
        return begins is True or begins is None and "!" in (place or "")

    def title(draft: Draft) -> View | None:
        if lines is None or len(draft.pieces) != 1:
            return None
        a, b = draft.pieces[0].span
        end = source.text.find("\n", a, b)
        return _heading(source.text, a, end, b) if end >= 0 and ends(lines.at(end + 1) - 1) else None

    return title


def _heading(text: str, start: int, end: int, stop: int) -> View | None:
    title, work = View.of(text, (start, end)), View.of(text, (end, stop))
    if not 4 <= len(title.text) <= _LONGEST or pattern(r"[。;:]|[,、的]$").search(title.text) or len(work.text) < len(title.text):
        return None
    if len(work.text) < 2 * len(title.text) and not pattern(r"[,。;]").search(work.text):
        return None
    return work if NAMES_NOTHING.fullmatch(title.text) else title
