"""A sentence whose subject is an office and whose verb is plain: 区财政局安排专项经费200万元。 Asked only where nothing else says who acts."""

from __future__ import annotations

from graphmodel.patterns import pattern
from loaders.grammar.shapes import is_office
from loaders.grammar.subjects import credible_list
from loaders.grammar.units import Named
from loaders.prose import Acting
from loaders.statement import Said

_SENTENCE = pattern(r"[^。;!?]{2,400}")
_CLAUSE = pattern(r"[^,。;!?]{2,200}")
# 县财政局, 区委党校, 团市委: one body of the plan's own place; no government or committee, which is said to do everything
_OWN = pattern(r"(?:[省市县区州盟旗镇乡]|团[省市县区州]委)(?![场域级直属])")
_ABOVE = pattern(r"(?:政府|(?<!团)[省市县区州]委|党委|人大|政协)$")
_MANNER = r"(?:联合|共同|分别|分[一二两三四五六]期|每(?:半?年|季度?|月|周)|按[年季月]度?|定期|及时|统一|集中|全面|适时|专门|牵头){0,2}"
_DOES = pattern(
    rf"{_MANNER}(?:对[^,。;]{{2,30}}?(?:开展|进行|实施)|安排|预拨|拨付|落实|组织(?![部处科])|做好|抓好|保障(?!局|中心)|开展|关停|制定|编制|举办|发放|出台|提供|建立|完善|推进(?!办|组)|维护|新建|改造(?!办)|建成|承办|印发|新增|修订)"
)
_LAST = frozenset("局委办部处科股厅室会联校心队")  # what an office ends with
_WATCHES = pattern(r"督[查导察]|考核|考评|检查|通报|调度|约谈")  # how the plan is watched: a mechanism, no work of its own
_TITLE = 24  # characters; a title before the sentence is no longer


def plainly_acting(text: str, start: int) -> tuple[Acting, ...]:
    """Who acts in the first sentence, or in the one behind a title; () unless its subject is surely an office that does something."""
    while start < len(text) and text[start] == " ":
        start += 1
    for i, m in enumerate(_SENTENCE.finditer(text, start)):
        if i > 1 or (i == 1 and m.start() - start > _TITLE):
            return ()
        said = _subjects(text, m.start(), m.end())
        if said:
            for more in _SENTENCE.finditer(text, m.end()):
                said += _subjects(text, more.start(), more.end())
            return (Acting(start, len(text), tuple(said if len(said) > 1 else [Said(s.part, s.units, s.basis) for s in said])),)
    return ()


def _subjects(text: str, a: int, b: int) -> list[Said]:
    """The offices that open a sentence or, behind the first, its clauses: A做好…,B预拨…,C保障…"""
    found: list[Said] = []
    for m in _CLAUSE.finditer(text, a, b):
        named = _office_doing(text, m.start(), m.end())
        if not named and not found:
            return []
        if named:
            found.append(Said("answer", named, "text", None, text[named[-1].end : m.end()].strip() or None))
    return found


def _office_doing(text: str, a: int, b: int) -> tuple[Named, ...]:
    if not _OWN.match(text, a, b):
        return ()
    for end in range(a + 3, min(b, a + 60)):
        if text[end - 1] in _LAST and _DOES.match(text, end, b) and not _WATCHES.search(text, end, b) and (named := credible_list(text, a, end)):
            sure = all(_OWN.match(n.full) and not _ABOVE.search(n.full) and (is_office(n.full) or n.full.endswith(("党校", "工会"))) for n in named)
            return named if sure else ()
    return ()
