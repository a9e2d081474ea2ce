"""Who stands at the head of a line or of a block: 市水利局:负责调度。 · 【县财政局】 · and, beside such lines, names that no other sign tells (人社、民政、工会:)."""

from __future__ import annotations

from collections.abc import Sequence

from graphmodel.patterns import pattern
from loaders.grammar.roles import DEADLINE_LABEL, LABEL, PERSON_LABEL
from loaders.grammar.subjects import credible, opens_with_verb
from loaders.grammar.units import Named, is_unit, units

Head = tuple[tuple[Named, ...], int]
"""The units at the head of a text, and where the words behind them begin."""

# 建设管理科 is an office, though 建设 is a verb
_OFFICE = pattern(r"[科处室股办局]$")
_TITLE_END = pattern(r"(?:的)?(?:主要)?(?:工作)?职责$")
_BRACKETED = pattern(r"[【\[〖]\s?(?P<name>[^【】\[\]〖〗。;:!?]{2,60}?)\s?[】\]〗]\s?:?\s?")
_BEFORE_COLON = pattern(r"(?P<who>[^:。;!?《》“”]{2,80}):(?=\s?[^\s:])")
# 责任单位: 成员单位: are labels, whatever stands behind them
_LABEL_NAME = pattern(
    r"(?:主要|具体|第一|各|其他)?(?:责任|牵头|配合|成员|参与|参加|主办|承办|协办|监管|监督|督导|组成|实施|落实|主管|联系|指导|验收|考核|支持|协同|协助|协作)(?:责任)?(?:单位|部门|机构|处室|科室|主体)?"
    r"(?:\([^()]{0,12}\))?$"
)
# 工作要求: 完成时限: 注: lead in what they say, and are no names
_NO_NAME = pattern(
    r"^(?:注|附|说明|备注|其中|例如|如|即|第?[一二三四五六七八九十]+[是要]|截至|年内|全年)|\d|[年月日]"
    r"|(?:要求|目标|任务|措施|原则|时限|时间|期限|内容|重点|依据|范围|标准|说明|备注|地点|步骤|方法|方式|职责|分工|主题|背景|意义|结果|情况|问题|成效|名称|联系人|电话|邮箱|地址|领导|责任人|负责人"
    r"|[组队处科局所]长|成员|主任|书记|对象|进度|安排|阶段|如下|包括|以下|做法|指标|等级|类型|资金|经费|制度|机制|体系|工程|项目|行动|方面|建设|管理|服务|工作|保障|整治|治理)$"
)
# what somebody beside others is told: 按规定播发预警信息
_TOLD = pattern(
    r"\s?(?:负责|承担|牵头|主要|具体|统一|全面|分别|督促|依法|执行|履行|协调|落实|提供|根据|按|是|统筹|会同|发挥|监督|办理|编制|组织|组建|开展|及时|收集|参与|参加|协助)"
)


def unit_first(text: str, start: int = 0) -> Head | None:
    """``A:做…`` or ``A、B。做…``: the units an item opens with and where its words begin; None if it does not."""
    m = pattern(r"[^:。;!?]{2,80}").match(text, start)
    if not m or m.end() >= len(text) or text[m.end()] not in ":。" or _open_bracket(m[0]):
        return None
    title = _TITLE_END.search(text, start, m.end())
    end = title.start() if title else m.end()
    named = units(text, start, end, strict=True)
    if not named or not all(credible(n.full) for n in named):
        return None
    return (named, m.end() + 1) if m.end() + 1 < len(text) else None


def sure_head(text: str, start: int = 0) -> Head | None:
    """The units before a colon, where no label ends with it: 市水利局:负责调度。 · 【市水文站】值班"""
    if text[start : start + 1] == "【" and (m := _BRACKETED.match(text, start)) and m.end() + 3 < len(text) and not _LABEL_NAME.match(m["name"]):
        within = units(text, *m.span("name"), strict=True)
        return (within, m.end()) if within and not any(_verb(n.full) for n in within) else None
    if text.find(":", start, start + 82) < 0:
        return None
    first = unit_first(text, start)
    return first if first and text[first[1] - 1] == ":" and not _labels(text, start, first[1] - 1) else None


def head_beside(text: str, start: int = 0) -> Head | None:
    """The head of a line that stands among lines with sure heads: weaker names will do, and names nobody knows if what they are told follows."""
    if first := sure_head(text, start):
        return first
    m = _BEFORE_COLON.match(text, start)
    if not m or _labels(text, start, m.end("who")):
        return None
    named = units(text, *m.span("who"))
    told = bool(_TOLD.match(text, m.end()) or opens_with_verb(text[m.end() : m.end() + 8].strip()))
    if not named or any(_no_head(n.full, told) for n in named):
        return None
    return named, m.end()


def _no_head(name: str, told: bool) -> bool:
    """Whether a name cannot head a line: it opens with a verb, or names no body; ``told``: a duty follows."""
    stem = name.removeprefix("其他").removeprefix("其它")
    if not 2 <= len(name) <= 30 or opens_with_verb(stem):
        return True
    return not is_unit(name) and (not told or len(name) > 16 or bool(_NO_NAME.search(name)))


def _labels(text: str, start: int, end: int) -> bool:
    """Whether the words before a colon are a label and no name, or the colon stands within brackets."""
    word = text[start:end].strip()
    if _open_bracket(word):
        return True
    return bool(_LABEL_NAME.match(word)) or any(p.match(text, start) for p in (LABEL, DEADLINE_LABEL, PERSON_LABEL))


def bracketed(text: str, start: int = 0) -> tuple[int, int] | None:
    """Where the name stands in a line that is nothing but a unit in brackets of a heading (【县财政局】); None for other lines."""
    if text[start : start + 1] not in ("【", "[", "〖"):
        return None
    m = _BRACKETED.fullmatch(text, start)
    if not m or _LABEL_NAME.match(m["name"]):
        return None
    named = units(text, *m.span("name"), strict=True)
    return m.span("name") if named and not any(_verb(n.full) for n in named) else None


def _open_bracket(words: str) -> bool:
    return sum(c in "(〔[【" for c in words) != sum(c in ")〕]】" for c in words)


def _verb(name: str) -> bool:
    return opens_with_verb(name) and not _OFFICE.search(name)


def lists_heads(texts: Sequence[tuple[str, int]]) -> bool:
    """Whether two texts or more, each from its offset on, open with a unit and a colon."""
    found = 0
    for text, start in texts:
        found += sure_head(text, start) is not None
        if found == 2:
            return True
    return False


# 党委办公室:|1.修订规则
_ITEM_BEHIND = pattern(r"(?:1\s?[.、](?!\d)|\(\s?1\s?\)|①|1\))")
_NUMBER = pattern(r"(?P<ar>(?<![\d.—\-~第年月])(?P<n>\d{1,2})\s?[.、](?!\d))|(?P<par>\(\s?(?P<p>\d{1,2})\s?\))|(?P<circ>[①-⑳])|(?P<half>(?<![\d(])(?P<h>\d{1,2})\))")
_BEHIND_SENTENCE = pattern(r"(?<=[。;])\s{0,4}(?=[^:。;!?,]{2,60}:)")


def cuts_at_heads(text: str, start: int) -> list[int]:
    """Where a line is divided that holds a unit and its items (党委办公室:|1.…。|2.…), or several units (市水利局:负责调度。|市公安局:负责秩序。).

    ``start``: where the words behind its numbering begin.
    """
    colon = text.find(":", start, start + 62)
    if colon < 0:
        return []
    begin = colon + 1
    while begin < len(text) and text[begin] == " ":
        begin += 1
    if _ITEM_BEHIND.match(text, begin):
        named = units(text, start, colon, strict=True) if not _labels(text, start, colon) else ()
        return [begin, *_counted_on(text, begin)] if named and not any(_verb(n.full) for n in named) else []
    if start or text.find(":", begin) < 0 or not sure_head(text):
        return []
    return [m.end() for m in _BEHIND_SENTENCE.finditer(text, begin) if sure_head(text, m.end())]


def _counted_on(text: str, begin: int) -> list[int]:
    """Where 2., 3. … stand behind the 1. at ``begin``, each at the end of a sentence."""
    first = _NUMBER.match(text, begin)
    if first is None:
        return []
    kind, last, out = first.lastgroup, 1, []
    for m in _NUMBER.finditer(text, first.end()):
        digits = m["n"] or m["p"] or m["h"]
        value = int(digits) if digits else ord(m[0]) - ord("①") + 1
        if m.lastgroup == first.lastgroup and value == last + 1 and text[: m.start()].rstrip()[-1] in "。;!?,":
            out.append(m.start())
            last = value
    return out if kind else []
