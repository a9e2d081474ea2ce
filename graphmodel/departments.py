"""Canonical names of bodies: what a plan prints (市发改委, 团区委, 各县(市、区)政府) and the one ``Department`` it refers to.

A name carries its place and the plan's own time. What no row of the tables and nothing in the plan's text explains stays as printed; a name
without a level whose words are unknown says so (``recognised=False``). Nothing is guessed silently.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from graphmodel.bodies import SUFFIX, by_form, find, ministries
from graphmodel.collectives import collective_of, several_named
from graphmodel.evidence import Evidence
from graphmodel.groups import is_team, read_group, same_group
from graphmodel.jurisdiction import Here, jurisdiction_of, level_of, place_name, zone_at
from graphmodel.names import branch_bureau, central_branch, is_company, territory
from graphmodel.naming import make, named
from graphmodel.own_names import own_names
from graphmodel.patterns import pattern
from graphmodel.plan import Department
from graphmodel.reforms import outdated, succession
from graphmodel.standing import LEVEL_WORDS, Standing, at_word, stand
from graphmodel.text import fold

__all__ = ["Here", "Resolver", "jurisdiction_of", "known_short_forms", "level_of", "outdated", "succession"]


def known_short_forms() -> frozenset[str]:
    """Bodies that are recognised without a suffix such as 局, 委, 办: 妇联, 团市委, 市工商联, 人行, 银保监会; and the office's own."""
    return _short_forms(own_names())


@cache
def _short_forms(own: tuple[tuple[str, str], ...]) -> frozenset[str]:
    bare = {f for f in by_form() if not f.endswith(("法", "办公室"))}
    levelled = {level + f for level in ("省", "自治区", "市", "州", "盟", "区", "县", "旗") for f in bare}
    league = {"团" + level + "委" for level in ("省", "自治区", "市", "州", "盟", "区", "县", "旗")} | {"团委"}
    return frozenset(bare | levelled | league | set(ministries()) | {form for form, _ in own})


_ROUND = str.maketrans("〔[【〕]】", "((()))")
# the counties of one place, more or less fully said
_COUNTIES = pattern(r"^各(?:县区|区县|县市区|市县区|县\(区\)|区\(县\)|县、区|区、县)(?=$|人民政府|政府|党委)")
_COUNTIES_IN_FULL = pattern(r"各(?:县[(〔\[【]市、区[)〕\]】]|市[(〔\[【]县、区[)〕\]】]|县、市、区)")
_LONGEST = 80  # characters; no body is called by more
_LEAGUE = pattern(r"^(?:共青)?团(?P<word>省|自治区|市|州|盟|区|县|旗)委(?:员会)?$")
_OTHER_PARTY = pattern(r"^(?P<party>民革|民盟|民建|民进|农工党|致公党|九三学社|台盟)(?P<word>省|自治区|市|州|区|县)委(?:员?会)?$")
# 国家外汇管理局沅平市分局 is called so in full
_STATE_BRANCH = pattern(r"^国家[\u4e00-\u9fff]{2,10}局[\u4e00-\u9fff]{2,8}分局$")
_PAREN = pattern(r"^(?P<head>[^()]{2,40})\((?P<inner>[^()]{1,40})\)$")
_LEVELLED = pattern(r"(?:局|委|厅|办|部|室|院|会|联|政府|中心|社|团|校|站|队)$")
_CENTRAL = pattern(r"^(?:国家税务总局(?=[^局]{2,12}税务局)|国家统计局(?=[^局]{2,12}调查))")  # 国家税务总局沅平市税务局 -> 沅平市税务局


class Resolver:
    """Gives each printed name of one plan the body it refers to. ``text``: the whole plan, for what it spells out itself."""

    def __init__(self, here: Here, text: str = "") -> None:
        self._evidence = Evidence(text)
        if not here.jurisdiction and here.level is None and pattern(r"国发|国办发|国务院(?:办公厅)?关于").search(self._evidence.text[:600]):
            here = Here((), "nation", here.date)
        if here.level is None and here.jurisdiction:
            here = Here(here.jurisdiction, level_of(here.jurisdiction), here.date)
        self.here = here
        self._own = dict(own_names())
        self._known: dict[tuple[str, tuple[str, ...] | None], Department] = {}
        self._places: dict[str, tuple[str, ...] | None] = {}

    def resolve(self, printed: str, beside: Sequence[str] = ()) -> Department:
        """The body a printed name refers to; ``beside``: the printed names of the same list in order (市发改委、工信局: the second
        inherits 市).
        """
        given = self._inherited(printed, beside) if beside else None
        key = (printed, given)
        if key not in self._known:
            name = _clean(printed)
            if name in self._own:
                self._known[key] = replace(self._read(self._own[name], None), recognised=True)
                return self._known[key]
            unlike = not 1 < len(name) <= _LONGEST
            self._known[key] = make(self.here.jurisdiction, name, self.here.level, None, False) if unlike else self._read(name, given)
        return self._known[key]

    def canonical(self, printed: str, beside: Sequence[str] = ()) -> str:
        """The canonical name alone."""
        return self.resolve(printed, beside).name

    # -- where it stands -----------------------------------------------------------------------------------------------------------------

    def _inherited(self, printed: str, beside: Sequence[str]) -> tuple[str, ...] | None:
        """The chain that a name without a level takes from the nearest name before it that prints one."""
        at = beside.index(printed) if printed in beside else len(beside)
        for name in reversed(beside[:at]):
            chain = self._own_place(name)
            if chain is not None:
                return chain
        return None

    def _own_place(self, printed: str) -> tuple[str, ...] | None:
        """The chain of a bureau, Party organ or mass organisation that prints its own level; None for bare names, territories, branches,
        collectives.
        """
        if printed not in self._places:
            name = _clean(printed)
            league = _LEAGUE.match(name)
            s = self._stand((league["word"] + "团委") if league else name)
            gives = s.how in ("level", "place") and not s.gap and _LEVELLED.search(name) and collective_of(name) is None
            gives = gives and territory(s.chain, s.rest) is None and branch_bureau(s.rest) is None and level_of(s.chain) not in ("town", "village")
            self._places[printed] = s.chain if gives else None
        return self._places[printed]

    def _stand(self, name: str) -> Standing:
        """Where a name stands; the province the header does not give may be known from the text."""
        s = stand(name, self.here, self._is_whole(name))
        if s.gap == "unknown" and s.level == "province" and self._evidence.province:
            return Standing((self._evidence.province,), "province", s.rest, "level", s.word)
        return s

    def _is_whole(self, name: str) -> bool:
        """市场监管局, 区域合作局: the words are a body as they stand."""
        if name[:1] not in "市区县乡州旗省镇":
            return False
        level, date, said = self.here.level, self.here.date, self._evidence.said
        return find(name, level, date, said) is not None and find(name[1:], level, date, said) is None

    # -- what it is ----------------------------------------------------------------------------------------------------------------------

    def _read(self, name: str, given: tuple[str, ...] | None) -> Department:
        name = self._evidence.defined.get(name, name)
        here = self.here if given is None else Here(given, level_of(given), self.here.date)
        name = _CENTRAL.sub("", name)
        found = self._collective(name) or self._national(name) or self._group(name)
        if found:
            return found
        m = _PAREN.match(name)
        if m and not find(name, here.level, here.date, self._evidence.said):
            return self._read(m["head"], given)
        other = _OTHER_PARTY.match(name)
        if other:
            s = at_word(other["word"], "", self.here)
            return make(s.chain, f"{other['party']}{place_name(s.chain)}委员会", s.level, "mass organisation")
        league = _LEAGUE.match(name)
        bank = (
            central_branch(name, self.here.jurisdiction[-1:], self.here.date)
            if name.startswith(("人民银行", "人行", "中国人民银行", "国家金融监督管理总局", "中国银保监", "中国证监", "中国银行保险监督", "中国证券监督"))
            else None
        )
        if not bank and _STATE_BRANCH.match(name):
            return make(self.here.jurisdiction, name, self.here.level, "vertical body")
        if bank:
            return make(self.here.jurisdiction, bank, self.here.level, "vertical body")
        words = league["word"] + "团委" if league else pattern(r"^(?:中国共产党|中共)(?=.{2})").sub("", name)
        words = pattern(r"^武警(?:部队)?([\u4e00-\u9fff]{2,4})(总队|支队|大队|中队)$").sub(r"\1武警\2", words)
        if words.startswith("共青团") and len(words) > 5:
            words = pattern(r"^共青团(.+?)(?:委员会|委)$").sub(r"\1共青团", words)
        s = self._stand(words)
        if name in LEVEL_WORDS:
            s = at_word(name, "", self.here)
        if s.how == "none" and here is not self.here:
            s = stand(words, here, True)
        if s.how == "none" and words.endswith("厅") and self.here.jurisdiction and level_of(self.here.jurisdiction[:1]) == "province":
            s = Standing(self.here.jurisdiction[:1], "province", words, "none")
        full = None if s.how != "none" else self._longer(s)
        return self._read(full, given) if full else named(name, s, self.here, self._evidence)

    def _longer(self, s: Standing) -> str | None:
        """What the text completes a bare name to, where nothing else explains it."""
        if is_company(s.rest):
            full = self._evidence.company(s.rest)
        elif SUFFIX.search(s.rest) or find(s.rest, s.level, self.here.date, self._evidence.said) or zone_at(s.rest):
            return None
        else:
            full = self._evidence.completed(s.rest)
        return full if full != s.rest else None

    def _collective(self, name: str) -> Department | None:
        kind = collective_of(name)
        if kind is None or name in by_form():
            return None
        words, chain, level = name, self.here.jurisdiction, self.here.level
        if level == "city" and _COUNTIES.match(name) and (fuller := _COUNTIES_IN_FULL.search(self._evidence.text)):
            name = words = _COUNTIES.sub(fuller[0].translate(_ROUND), name)  # 各县区人民政府 beside 各县(市、区)人民政府: the same ones
        if several_named(name):
            return Department("/".join((*chain, name)), name, chain, "county", "collective", kind)
        m = pattern(r"^(?P<group>.*?)(?:各)?(?P<members>成员单位|全体成员|成员)$").match(name)
        if m:
            group = self._group(m["group"]) if m["group"] else None
            if group is None and self._evidence.groups:
                group = self._group("领导小组") or self._group(self._evidence.groups[0].name)
            kind = "closed" if self._evidence.members_listed else "open"
            if group is None and pattern(r"[\u4e00-\u9fff]{2}(?:会|指挥部|小组)$").search(m["group"]):
                group = self._read(m["group"], None)  # 市安委会各成员单位
            words = (group.name if group else place_name(chain)) + ("成员单位" if m["members"] != "全体成员" else m["members"])
            return Department("/".join((*chain, words)), words, chain, level, "collective", kind)
        if pattern(r"^(?:国务院|国家|中央)").match(name):
            return Department(name, name, (), "nation", "collective", kind)
        s = stand(name, self.here, bool(pattern(r"^(?:市县|县区|县市(?!场|容|政)|区县|市、|州、|县\(|市\(|省、|区、|乡镇|镇街|街镇|街道|市、县)").match(name)))
        if s.how in ("place", "level") and not s.gap:
            chain, level = s.chain, s.level
            words = (
                s.rest if not pattern(r"^(?:直|级|属)").match(s.rest) and not pattern(r"级").search(name[: len(name) - len(s.rest)]) else name[-len(s.rest) - 1 :]
            )
        if s.how == "level" and not s.gap and re.match(rf"^{s.word}[级属]", name):
            words = name
        words = pattern(r"(?<!人民)政府").sub("人民政府", words) if self._evidence.said(pattern(r"(?<!人民)政府").sub("人民政府", words)) else words
        full = place_name(chain) + words
        return Department("/".join((*chain, full)), full, chain, level, "collective", kind)

    def _national(self, name: str) -> Department | None:
        row = ministries().get(name)
        if row and (row.only or self.here.level == "nation"):
            return make((), row.name, "nation", row.kind)
        if (
            row is None
            and pattern(r"^(?:国务院|国家(?!级)|中央|全国|中国(?!人民银行.|联通|移动|电信|石|人寿|铁塔)|中华)").match(name)
            and not pattern(r"(?:分公司|分行|支行|办事处|支公司|分局|支局|监管局|监管组)$").search(name)
        ):
            return make((), name, "nation", "enterprise" if is_company(name) else "ministry")
        return None

    def _group(self, name: str) -> Department | None:
        """A leading group, headquarters, team, or the office of one."""
        read = read_group(name)
        s = self._stand(name)
        if read is None:
            if (
                s.rest.endswith("办")
                and s.rest not in by_form()
                and find(s.rest, s.level, self.here.date, self._evidence.said) is None
                and not s.rest.startswith(("政府", "委"))
            ):
                group = same_group(s.rest[:-1], "", self._evidence.groups)
                if group:
                    return make(s.chain, place_name(s.chain) + group.name + "办公室", s.level, "office of a group")
            if is_team(s.rest) and s.how in ("none", "level", "place") and find(s.rest, s.level, self.here.date, self._evidence.said) is None:
                return make(s.chain, place_name(s.chain) + s.rest, s.level, "group")
            return None
        stem, kind, office = read_group(s.rest) or read
        if not s.rest.startswith(stem) or s.gap:
            s = Standing(self.here.jurisdiction, self.here.level, name, "none")
            stem = read[0]
        stem = stem.replace("“", "").replace("”", "")
        group = same_group(stem, kind, self._evidence.groups)
        full = group.name if group else stem + kind
        full = place_name(s.chain) + full + ("办公室" if office else "")
        return make(s.chain, full, s.level, "office of a group" if office else "group", bool(stem or group))


def _clean(printed: str) -> str:
    """A printed name without white space, folded, without what the list leaves around it."""
    name = pattern(r"\s+").sub("", fold(printed)).strip("、,;。:.").translate(_ROUND)  # 各县〔市、区〕: a bracket inside a bracket
    return name.removeprefix("等") if len(name) > 3 else name
