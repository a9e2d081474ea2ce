"""What a plan's own text says about a name: a full form beside a short one, an abbreviation it defines, the groups it sets up."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from graphmodel.bodies import bare_key
from graphmodel.groups import Group, groups_in
from graphmodel.patterns import pattern
from graphmodel.provinces import province_of
from graphmodel.text import fold

_MOST = 300_000  # characters looked at; a plan has 20,000
# 市优化营商环境工作领导小组(以下简称领导小组) | 沅平市大数据局(简称市数据局)
_DEFINED = pattern(r"(?P<full>[\u4e00-\u9fff“”]{4,40})\((?:以下)?(?:统一)?(?:统称|简称)(?:为)?:?“?(?P<short>[\u4e00-\u9fff]{2,16})”?\)")
_BODY_END = pattern(r"(?:局|委|厅|办|办公室|委员会|小组|指挥部|中心|公司|集团|政府|院|部|专班|联席会议|管委会|银行|会)$")
_BEFORE = pattern(r"^.*(?:成立|设立|组建|调整|由|向|与|和|及|对|经|的|将|在|各)(?=.{4,})")
_MEMBERS = pattern(r"(?:成员单位|成员)(?:名单)?(?:由|包括|有|为|:|如下)")
# 附件1 | 附件:1.名单 | 2.部门联系人 | 一、组织领导: a line that begins anew, whatever stands above it
_NEW = pattern(r"附(?:件|表)?\d{0,2}(?::|$)|附(?:件|表)\d{0,2}|第?[一二三四五六七八九十]{1,3}[、.章节]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、](?!\d)")
# a line that is whole: 附件1 | 一、组织领导
_WHOLE = pattern(r"附(?:件|表)?\d{0,2}:?|(?:第?[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、])[^,。;:]{2,14}")


def _in_parts(folded: str) -> str:
    """The text without white space; a line break stays where no name can go on over it: at blank lines, annexes, numbers, headings."""
    out: list[str] = []
    above = ""
    for line in folded.splitlines():
        words = "".join(line.split())
        if not words or not above or _NEW.match(words) or _WHOLE.fullmatch(above):
            out.append("\n")
        out.append(words)
        above = words
    return "".join(out)


class Evidence:
    """Look-ups in a plan's text, folded and without white space; nothing is computed before it is asked for."""

    def __init__(self, text: str) -> None:
        self._raw = text

    @cached_property
    def text(self) -> str:
        return pattern(r"\s+").sub("", fold(self._raw[:_MOST]))

    @cached_property
    def _bare(self) -> tuple[str, list[int]]:
        return pattern("[和与及]").sub("", self.text), [i for i, c in enumerate(self.text) if c not in "和与及"]

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        return groups_in(_in_parts(fold(self._raw[:_MOST])))

    @cached_property
    def members_listed(self) -> bool:
        """Whether the text says who the members of a group are."""
        return _MEMBERS.search(self.text) is not None

    @cached_property
    def defined(self) -> dict[str, str]:
        """Short name -> the full name before 以下简称."""
        out: dict[str, str] = {}
        for m in _DEFINED.finditer(self.text) if "称" in self.text else ():
            full = _BEFORE.sub("", m["full"]).strip("“”")
            if _BODY_END.search(full) and len(full) > len(m["short"]) and _BODY_END.search(m["short"]):
                out.setdefault(m["short"], full)
        return out

    @cached_property
    def province(self) -> str | None:
        """The one province the text speaks of."""
        return province_of(self.text)

    def said(self, words: str) -> bool:
        """Whether the text prints the words."""
        return words in self.text

    def joint(self, words: str) -> str:
        """The same words with the 和 or 与 that the text prints elsewhere: 交通建设局 -> 交通与建设局; as they are if it prints none."""
        key = bare_key(words)
        if len(key) < 5:
            return words
        bare, at = self._bare
        forms: Counter[str] = Counter()
        start = bare.find(key)
        while start >= 0 and len(forms) < 50:
            forms[self.text[at[start] : at[start + len(key) - 1] + 1]] += 1
            start = bare.find(key, start + 1)
        joined = sorted((f for f in forms if len(f) > len(key) and len(f) <= len(key) + 2), key=lambda f: (-forms[f], f))
        return joined[0] if joined else words

    def completed(self, words: str) -> str | None:
        """The one longer name of the text that a bare word opens: 东湾 -> 东湾片区开发管理局; None if there is none, or several."""
        kinds = r"(?:片区|街道|镇|示范区|园区|开发区|新区|高新区|管理区|景区)?(?:开发)?(?:管理局|管委会|管理委员会|办事处|指挥部)"
        found = {m[0] for m in re.finditer(rf"{re.escape(words)}{kinds}", self.text)}
        found |= {
            words + m["kind"]
            for m in re.finditer(rf"{re.escape(words)}(?:[、和][\u4e00-\u9fff]{{2,4}}){{1,3}}?(?P<kind>(?:片区|示范区|园区|新区){kinds})", self.text)
        }
        return found.pop() if len(found) == 1 else None

    def company(self, words: str) -> str | None:
        """The one company of the text that a short name means: 远帆公司 -> 远帆开发有限公司."""
        stem = pattern(r"(?:有限)?(?:责任)?(?:公司|集团)$").sub("", words)
        if len(stem) < 2:
            return None
        shape = re.compile(rf"(?P<level>[省市区县]?)(?P<full>{re.escape(stem)}[\u4e00-\u9fff]{{0,14}}?(?:有限责任公司|股份有限公司|有限公司))")
        found = {(m["full"], m["level"]) for m in shape.finditer(self.text) if not pattern(r"[和与及]|负责|作为").search(m["full"])}
        if len({full for full, _ in found}) != 1:
            return None
        full, level = max(found, key=lambda f: (bool(f[1]), f))
        return level + full
