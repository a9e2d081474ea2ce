"""What a person should know of files beside what was read from them: files passed over, what readers say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from graphmodel.problems import Problem
from loaders.open import STDIN, passed_over, shown

if TYPE_CHECKING:
    from graphmodel.graph import AccountabilityGraph
    from graphmodel.plan import Plan


def passed_over_in(named: Sequence[str]) -> Iterator[Problem]:
    """A sentence for each folder that holds plans and files no reader takes beside them."""
    for folder in (Path(n) for n in named if n != STDIN and Path(n).is_dir()):
        left = passed_over(folder)
        if left:
            few = [shown(p.relative_to(folder)) for p in left[:3]]
            number = "1 file is" if len(left) == 1 else f"{len(left)} files are"
            yield Problem(
                f"文件夹 {shown(folder)} 中有 {len(left)} 个文件的格式不能读取，未读：{'、'.join(few)}{'等' if len(left) > 3 else ''}。",
                f"folder {shown(folder)}: {number} of no format that can be read: {', '.join(few)}{' …' if len(left) > 3 else ''}.",
            )


def remarks_of(kept: Sequence[tuple[str, Plan | AccountabilityGraph]]) -> Iterator[Problem]:
    """What readers say about files that they could read: a hidden sheet, a formula without a value."""
    from graphmodel.plan import Plan

    for name, piece in kept:
        if isinstance(piece, Plan):
            yield from (Problem(f"{name}：{zh}", f"{name}: {en}") for zh, en in piece.source.remarks)
