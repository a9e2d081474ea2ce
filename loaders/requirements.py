"""What a notice asks for before the plan it issues: 一、高度重视… 二、压实责任…. It tells how the plan is to be carried out and allots nothing of it."""

from __future__ import annotations

from graphmodel.patterns import pattern
from loaders.grammar.heads import unit_first
from loaders.letterhead import is_title
from loaders.markers import marker_of
from loaders.reading import ANNEX, Reading, annex_below, is_annex_head, is_heading
from loaders.statement import statements

# 现就有关事项通知如下: | 请结合以下要求认真贯彻执行 | 并提出如下要求
_LEAD_IN = pattern(r"(?:通知|要求|安排|明确|强调|部署|说明)如下|(?:如下|以下|下列|下述)(?:要求|事项|意见|通知|几点)")
# 一、高度重视,夯实责任 | 1.明确任务,压实责任 | 三、加强督查
_ASKS = pattern(
    r"(?:高度|充分)?重视|认识|思想|站位|责任|组织领导|加强领导|组织实施|统筹(?:协调|推进|安排)|协同|协作|配合|合力|督[查办导促]|督考|考核|问效|跟踪|报送|反馈|报告|要求|调度|落实"
)
_SPEAKS = pattern(r"^[^。,:;]{2,40}(?:[。,:;]|$)")


def take_requirements(r: Reading, first: int) -> bool:
    """Takes the numbered requirements of a notice, from the heading ``first`` to its signature, its list of annexes or the end; False if it has none."""
    if not r.notice or first >= r.table or r.notice[1] >= first or any(not r.kind[i] and is_title(r.text(i)) for i in range(r.notice[1] + 1, first)):
        return False
    if any(r.is_date(i) for i in range(r.notice[1] + 1, first)):
        return False
    said = "".join(r.text(i) for i in range(r.notice[0], first))
    if not (_LEAD_IN.search(said) or _asks(r.text(first))):
        return False
    end = _end(r, first)
    allotted = next((i for i in range(first, end) if _allots(r.text(i))), None)
    if allotted is not None:
        if not _begins_anew(r, first, allotted):
            return False
        end = allotted
    for i in range(r.notice[1] + 1, end):
        r.kind[i] = r.kind[i] or "asked"
    return True


def _begins_anew(r: Reading, first: int, i: int) -> bool:
    """Whether the plan begins at ``i`` without a title of its own: 1. in another style of numbering, behind requirements in whole sentences."""
    style, m = marker_of(r.text(first)), marker_of(r.text(i))
    return bool(style and m and m.kind != style.kind and m.value == 1 and len(r.text(i - 1)) > 40)


def _asks(text: str) -> bool:
    m = marker_of(text)
    title = _SPEAKS.match(text[m.end :]) if m else None
    return bool(title and _ASKS.search(title[0]))


def _end(r: Reading, first: int) -> int:
    """Where the letter ends: above its signers, its annexes, the title of what it issues."""
    for i in range(first + 1, r.table):
        if r.kind[i]:
            continue
        text = r.text(i)
        if r.is_date(i) or is_annex_head(text) or ANNEX.match(text) or annex_below(r, i, len(r.pieces)):
            while i - 1 > first and r.signs(i - 1) and not is_heading(r.text(i - 1)):
                i -= 1
            return i
        if is_title(text) and not is_heading(text):
            return i
    return r.table


def _allots(text: str) -> bool:
    """A label, a bracket or a unit before a colon says who does it: this is the plan already."""
    m = marker_of(text)
    head = unit_first(text, m.end if m else 0) if ":" in text[:60] else None
    return head is not None or any(s.said and (text[s.start] in "(〔[【" or ":" in text[s.start : s.end]) for s in statements(text))
