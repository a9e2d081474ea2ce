"""Names and posts without the blank between them: 组长:程立群市政府秘书长."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.finding import Words
from queries.damaged import Paper, Spot, damage

_ADDRESSED = ("同志", "任", "担任", "为", "兼")
MANY = 3  # from so many on the blanks were lost on the way


@damage
def posts(paper: Paper) -> Iterator[Spot]:
    """Said once, at the first of them: where a name ends has to be guessed in all."""
    glued = []
    for edge in paper.graph.edges("MEMBER_OF", paper.doc):
        person = paper.graph.node(edge.source)
        if person["kind"] != "person" or not person.get("title"):
            continue
        start, end = (int(x) for x in edge.data["span"])
        line = paper.lines.span(paper.lines.at(start))
        name = str(person["name"])
        at = paper.folded.find(name, line[0], line[1])
        behind = paper.folded[at + len(name) : line[1]] if at >= 0 else ""
        if behind and "\u4e00" <= behind[0] <= "\u9fff" and not behind.startswith(_ADDRESSED):
            glued.append((at, min(line[1], at + len(name) + 6)))
    if len(glued) >= MANY:
        n = len(glued)
        what = Words(
            f"姓名与职务之间缺少空格（共 {n} 处），姓名止于何处只能推测", f"no blank stands between name and post ({n} times); where a name ends is a guess"
        )
        for span in sorted(set(glued))[:1]:
            yield Spot(span, what, None, "review")
