"""Names in a list that carry a role or a work of their own: A(牵头)、B · A*、B where a star marks the lead · A(负责规划)."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.patterns import pattern
from loaders.grammar.roles import part_of_label
from loaders.grammar.shapes import STARS
from loaders.grammar.units import Named
from loaders.statement import Said

# 市教育局(牵头)
_MARKED = pattern(r"\((?P<role>牵头|牵头单位|牵头部门|总牵头|主办|配合|配合单位|协助)\)$")
_STARRED = pattern(rf"[{STARS}]$")
# 市民政局(负责制定规范)
WORK_OPENS = pattern(r"\((?:主要|具体)?负责")
WORK = pattern(r"\((?:主要|具体)?负责(?P<work>[^()]{2,80})\)$")


def marked(said: Said) -> Iterator[Said]:
    """The saying divided by the roles its names carry. A star marks the lead only where other names have none."""
    starred = [n for n in said.units if _STARRED.search(n.printed)]
    rest: list[Named] = []
    for n in said.units:
        m = _MARKED.search(n.printed) or _STARRED.search(n.printed) or WORK.search(n.printed)
        if m is None:
            rest.append(n)
            continue
        cut = len(n.printed) - m.start()
        named = Named(n.start, n.end - cut, n.printed[: m.start()], n.full[:-cut] if n.full.endswith(m[0]) else n.full, n.tail)
        if m.re is WORK:
            yield Said(said.part, (named,), said.basis, said.label, m["work"])
        elif m.re is _MARKED:
            yield Said(part_of_label(m["role"]) or said.part, (named,), "label", m["role"])
        elif said.part == "answer" and len(starred) < len(said.units):
            yield Said("lead", (named,), "label", m[0])
        else:
            rest.append(named)
    if rest:
        yield Said(said.part, tuple(rest), said.basis, said.label)
