"""What must be said of a Word file beside its text: tracked changes, hidden words, what was left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from loaders.reader import Tracked
from loaders.word.names import tags
from loaders.word.walk import Walk

if TYPE_CHECKING:
    from lxml.etree import _Element

_CHANGES = tags("ins", "del", "moveFrom", "cellIns", "cellDel", "cellMerge")


def remarks(roots: Iterable[_Element], walks: list[Walk], tracked: Tracked) -> Iterator[tuple[str, str]]:
    """(Chinese, English) for each thing that a person would want to know."""
    changes = sum(1 for root in roots for _ in root.iter(*_CHANGES))
    if changes:
        zh, en = ("接受修订后的文字", "as accepted") if tracked == "final" else ("修订前的原文", "as rejected, the text before them")
        yield f"文中有 {changes} 处修订标记，按{zh}读取", f"{changes} tracked changes, read {en}"
    if hidden := sum(walk.story.hidden for walk in walks):
        yield f"文中有 {hidden} 个隐藏的字，未读入", f"{hidden} hidden characters were left out"
    if any(walk.story.contents for walk in walks):
        yield "自动生成的目录未读入", "the generated table of contents was left out"
    if embedded := sum(walk.embedded for walk in walks):
        yield (
            f"另有 {embedded} 处嵌入的其他文件（altChunk），未读入；请在 Word/WPS 中打开、另存后再试",
            (f"{embedded} other files embedded in it (altChunk) were not read: open it in Word or WPS and save it"),
        )
