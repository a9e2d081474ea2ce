"""By when, said inside a statement of duty or in a bracket right behind one: (A,6月底前完成) · (A、B;立行立改) · (A牵头)【持续推进】."""

from __future__ import annotations

from graphmodel.patterns import pattern

_DAY = r"(?:\d{4}年|\d{1,2}月|年底|年内|长期|持续|全年|每年)[^、,;。]{0,16}"
# said of the work as a whole, and never the end of a name
_EVER = r"立行立改|即知即改|立即(?:整改|落实|执行)|(?:常态化|经常性|常年|滚动)[^、,;。]{0,6}|(?:每|按|逐)(?:半年|年度?|季度?|月|周|日|学期)[^、,;。]{0,8}|(?:上|下)半年[^、,;。]{0,6}|[一二三四]季度[^、,;。]{0,6}|\d{4}[.-/]\d{1,2}(?:[.-/]\d{1,2})?"
_LABEL = r"(?:(?:完成|办结|整改|落实)?(?:时限|时间|期限)\s?:?\s?)?"
_LAST_DATE = pattern(rf"[,;。\s]?(?P<date>{_DAY})$")
_LAST_TERM = pattern(rf"[,;。\s]\s?{_LABEL}(?P<date>{_EVER}|{_DAY})$")
_ONLY_TERMS = pattern(rf"\s?{_LABEL}(?:{_EVER}|{_DAY})(?:[,;](?:并|以后|此后)?(?:{_EVER}|{_DAY})){{0,2}}\s?")
_DATED = pattern(r"\d{4}年|\d{1,2}月|年底|月底|季度|年内|长期|持续|全年|常态")
_CLOSED = pattern(_EVER)
# 2026年底前完成|12条河道治理: work with a date, beside 6月底前完成整改任务
_DATED_WORK = pattern(
    r"(?:完成|建成|实现|出台|制定|形成|启动|开展|新建|改造|投入|达到)(?!(?:全部|各项|相关|上述|所有|目标|年度|工作|整改|整治|改造|建设|阶段性){0,3}(?:任务|工作|目标|整改|整治|改造|建设|成果|成效)?(?:[,;。)]|$))[^,;。]{4,}$"
)


def says_when(clause: str) -> bool:
    """Whether a clause among those that name units says by when: 6月底前完成 · 立行立改."""
    return len(clause) <= 24 and bool(_DATED.search(clause) or _CLOSED.fullmatch(clause))


def only_terms(text: str, a: int, b: int) -> bool:
    """Whether a stretch is nothing but a date or a manner of time (the whole of a bracket): 2024年12月底前完成 · 持续推进."""
    return 2 <= b - a <= 40 and bool(_ONLY_TERMS.fullmatch(text, a, b))


def dated_work(text: str, a: int, b: int) -> bool:
    """2026年底前完成12条河道治理: the clause with a date is the work, and not only by when it is done."""
    return bool(_DATED_WORK.search(text, a, b))


def split_deadline(text: str, a: int, b: int) -> tuple[int, tuple[int, int] | None]:
    """Where the names of a bracket end and where its date stands: (A,6月底前完成) · (A、B 2026年底) · (A、B;每月)."""
    while b > a and text[b - 1] in " ,;。":
        b -= 1
    near = max(a, b - 40)
    m = _LAST_TERM.search(text, near, b) or _LAST_DATE.search(text, near, b)
    return (m.start(), m.span("date")) if m and m.start() > a else (b, None)
