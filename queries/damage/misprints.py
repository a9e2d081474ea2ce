"""Words that are written by mistake for others, and a verb that is missing between its adverb and a quoted object."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from graphmodel.finding import Words
from graphmodel.patterns import pattern
from queries.damaged import Paper, Spot, damage

_NO_VERB = pattern(r"(?:严厉|坚决|严格|严肃)(?=[“《])[“《][^”》\n]{1,20}[”》](?:等|类|的)[^,。;:\n]{0,14}(?=[,。;\n]|$)")  # 严厉“…”等行为, without 打击


@cache
def _known() -> tuple[re.Pattern[str], dict[str, str]]:
    """One pattern of all misprints, and what each was meant to be; a row may ask for words before or behind it."""
    text = Path(__file__).with_name("misprints.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    shapes = [(f"(?<={row['before']})" if row["before"] else "") + re.escape(row["written"]) + (f"(?={row['behind']})" if row["behind"] else "") for row in rows]
    return pattern("|".join(shapes)), {row["written"]: row["meant"] for row in rows}


@damage
def misprints(paper: Paper) -> Iterator[Spot]:
    """What the table knows; and 严厉“…”等行为 without 打击."""
    shape, meant = _known()
    for m in shape.finditer(paper.folded):
        yield Spot(m.span(), Words("疑为笔误", "this seems a slip of the pen"), meant[m[0]], "review")
    for m in _NO_VERB.finditer(paper.folded):
        yield Spot(m.span(), Words("似缺动词", "a verb seems lost"), None)
