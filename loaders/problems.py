"""What a plan of mending says is wrong (存在问题:覆盖率不足40%): it is told, and no figure or day of it is one to be reached."""

from __future__ import annotations

from graphmodel.patterns import pattern
from graphmodel.text import View
from loaders.drafts import Draft

_PROBLEM = pattern(r"(?:具体表现|问题(?:表现|描述)|(?:存在|主要|突出)(?:的)?问题)\s?:")
# where the work begins again behind it
_WORK = pattern(r"(?:整改|治理|整治|改进|工作|主要|具体)?(?:措施|目标|任务|要求|内容|举措|标准|时限)\s?:")


def without_problems(d: Draft, words: View) -> View:
    """The words of a task with blanks in place of the problems told in them; each is told up to a label of work, or the end of its paragraph."""
    if "问题" not in words.text and "具体表现" not in words.text:
        return words
    told: list[tuple[int, int]] = []
    for piece in d.pieces:
        for m in _PROBLEM.finditer(piece.para.text, piece.start, piece.end):
            work = _WORK.search(piece.para.text, m.end(), piece.end)
            told.append(piece.para.view.span(m.start(), work.start() if work else piece.end))
    if not told:
        return words
    return View("".join(" " if any(a <= at < b for a, b in told) else c for c, at in zip(words.text, words.at)), words.at)
