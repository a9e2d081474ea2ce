"""Chinese personal names as plans print them, glued to a title or apart from it: 张某某市政府秘书长, 市长张三, 张三 市长, 张 三.

A name is a surname (the list of the 百家姓, compound ones first) and one or two characters. Where name and title are glued, the title
decides where the name ends: it begins with a word that titles begin with.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from graphmodel.patterns import pattern
from graphmodel.plan import Span


def _words(kind: str) -> list[str]:
    """The words of one kind in names.csv: surname (百家姓), compound surname, no name (words that look like a name and are none)."""
    with Path(__file__).with_name("names.csv").open(encoding="utf-8", newline="") as file:
        return [word for row in csv.DictReader(file) if row["kind"] == kind for word in row["words"].split()]


_COMPOUNDS = frozenset(_words("compound surname"))
_COMPOUND = "|".join(sorted(_COMPOUNDS))
_SINGLE = "".join(_words("surname"))
_NO_NAMES = frozenset(_words("no name"))
_HAN = r"[\u4e00-\u9fa5]"
_GIVEN = r"[\u4e00-\u9fa5×XxO○*]"
# what titles begin with, behind a glued name
_TITLE_START = (
    r"(?:原|时任|代|省|市|县|区|州|盟|旗|镇|乡|街道|村|社区|自治区|园区|开发区|新区|高新区|经开区|管委会|党|国|中共|中央|人大|政协"
    r"|人民|政府|常务|常委|副|局(?:长|党)|厅(?:长|党)|处长|科长|主任|主席|书记|公安|财政|发展|发改|住建|住房|生态|环境|环保|自然|国土"
    r"|水利|水务"
    r"|农业|农牧|林业|林草|商务|文化|文旅|文广|卫生|卫健|教育|民政|人社|人力|交通|工信|工业|经信|经济|科技|审计|统计|市场|应急|安监"
    r"|安全|城管|城市|综合|行政|规划|司法|税务|国税|地税|气象|供电|电力|消防|武装|团|妇联|工会|工商|总工会|纪委|纪检|监察|监委|组织"
    r"|宣传|统战|政法|网信"
    r"|编办|机关|督查|信访|档案|医保|医疗|退役|金融|扶贫|乡村|招商|投资|体育|广电|旅游|粮食|物价|质监|食药|检察|法院|公司|集团|银行"
    r"|人行|支行|同志|组长|总经理|经理|董事长|院长|校长|所长|站长|队长|会长|秘书长|部长|局长|厅长|处长|科长|镇长|乡长|区长|县长|市长"
    r"|省长|州长|主管|分管|调研员|巡视员)"
)
_TITLE_END = (
    r"(?:长|书记|主任|主席|委员|常委|主任委员|秘书|调研员|巡视员|研究员|经理|董事|总监|专员|同志|代表|总工程师|工程师|总师|负责人"
    r"|副职|党委|干部|成员|政委|司令员|会计师|规划师|教授|专家|行长|科员|主管|助理|组员|联络员)"
)
_PLACE_START = r"[^省市县区旗州盟镇乡局委副长]{2,6}(?:省|市|县|区|旗|州|盟|镇|乡|街道|办事处|局|委|集团|公司|中心|银行)"
_BAD_GIVEN = pattern(r"[局厅委办部处县市区省院组员会等司科室站所队镇乡村街及与的各副]")
_LEVELS = "省市县区州旗镇乡"  # 区 is a surname too, but 区园林中心 and 区住房城乡建设局 are what plans print
_LAST_BAD = pattern(r"(?:长|任|书记|主席|同志|领导|单位|部门|负责|人员)$")


@dataclass(frozen=True, slots=True)
class Named:
    """One person in a text: where name and title stand (offsets), the name without blanks, the title (None: not printed)."""

    start: int
    end: int
    name: str
    title: str | None = None


def is_name(text: str) -> bool:
    """Whether the text is a personal name and nothing else (blanks are left out)."""
    bare = text.replace(" ", "")
    if not 2 <= len(bare) <= 4 or _LAST_BAD.search(bare) or bare[0] in _LEVELS:
        return False
    compound = pattern(rf"^(?:{_COMPOUND}){_GIVEN}{{1,2}}$").match(bare)
    single = pattern(rf"^[{_SINGLE}]{_GIVEN}{{1,2}}$").match(bare)
    if not (compound or single):
        return False
    given = bare[2:] if compound else bare[1:]
    return not _BAD_GIVEN.search(given) and bare not in _NO_NAMES


def is_title(text: str) -> bool:
    """Whether the text ends as an official's title does."""
    return len(text) <= 60 and bool(pattern(_TITLE_END + r"(?:\([^()]{1,20}\))?$").search(text))


def name_before_title(text: str) -> int | None:
    """Where the name ends in 张某某市政府秘书长; None if the text does not begin with a name behind which a title stands."""
    sizes = (4, 3) if pattern(_COMPOUND).match(text) else (3, 2)
    plain = [n for n in sizes if is_name(text[:n]) and is_title(text[n:])]
    strict = [n for n in plain if pattern(_TITLE_START).match(text[n:])]
    loose = [n for n in plain if pattern(_PLACE_START).match(text[n:])]
    return next(iter(strict or loose), None)


def title_before_name(text: str) -> int | None:
    """Where the name begins in 市委书记张某某; None if the text does not end with a name before which a title stands."""
    bare = pattern(r"同志$").sub("", text)
    for n in (3, 2, 4):
        at = len(bare) - n
        if at >= 2 and is_name(bare[at:]) and is_title(bare[:at]) and not is_title(bare):
            return at
    return None


# what divides the entries of a list: marks and blanks outside brackets
_TOKEN = pattern(r"[^\s、,;|/。()]{1,80}(?:\([^()]{0,60}\))?|\([^()]{0,60}\)")
_COMRADE = pattern(r"同志$")
_BRACKET = pattern(r"\([^()]{0,60}\)$")


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry of a list: its place, its words without a closing bracket, and what the bracket holds (市长 in 张三(市长))."""

    start: int
    end: int
    word: str
    extra: str | None = None

    @property
    def name(self) -> str:
        return _COMRADE.sub("", self.word)

    @property
    def is_title(self) -> bool:
        return is_title(self.word) and name_before_title(self.word) is None and title_before_name(self.word) is None


def _entries(text: str, start: int, end: int) -> list[_Entry]:
    """The entries of a list; 张 三 (a name with a blank inside) is one."""
    out: list[_Entry] = []
    for m in _TOKEN.finditer(text, start, end):
        before = out[-1] if out else None
        word = _BRACKET.sub("", m[0])
        extra = m[0][len(word) + 1 : -1] if len(word) < len(m[0]) else None
        apart = before and (len(before.word) == 1 or before.word in _COMPOUNDS and not is_name(word)) and len(word) <= 2 and text[before.end : m.start()].isspace()
        if before and apart and not before.extra and is_name(before.word + word):
            out[-1] = _Entry(before.start, m.end(), before.word + word, extra)
            continue
        out.append(_Entry(m.start(), m.end(), word, extra))
    return out


def persons(text: str, start: int = 0, end: int | None = None, bare: bool = False) -> tuple[tuple[Named, ...], tuple[Span, ...]]:
    """The persons listed in ``text[start:end]``, and the places of entries that are neither a person nor a person's title.

    Titles stand behind the names (张三 市长、市委副书记) or before them (市委副书记、市长张三): the first entry says which. ``bare``: a
    name without title counts even where it stands alone between marks.
    """
    entries = _entries(text, start, len(text) if end is None else end)
    titles_first = bool(entries) and _opens_with_title(entries[0])
    people: list[Named] = []
    rest: list[tuple[int, int]] = []
    waiting: list[_Entry] = []  # titles printed before their name
    for n, e in enumerate(entries):
        following = entries[n + 1] if n + 1 < len(entries) else None
        counts = bare or bool(e.extra or waiting) or len(entries) > 1 or bool(following and following.is_title)
        found = _person(text, e, waiting, counts)
        if found:
            people.append(found)
            waiting = []
        elif e.is_title and people and not waiting and not titles_first:
            people.append(_with_title(text, people.pop(), e))
        elif e.is_title:
            waiting.append(e)
        else:
            rest.append((e.start, e.end))
            waiting = []
    rest.extend((e.start, e.end) for e in waiting)
    return tuple(people), tuple(sorted(rest))


def _person(text: str, e: _Entry, waiting: list[_Entry], counts: bool) -> Named | None:
    """The person of one entry: 张三市长 · 市长张三 · 张三, with the titles that wait before it."""
    before = None if is_name(e.name) else name_before_title(e.word)
    if before is not None:
        return Named(e.start, e.end, e.word[:before], e.word[before:] + (f"({e.extra})" if e.extra else ""))
    first = waiting[0].start if waiting else e.start
    after = None if is_name(e.name) else title_before_name(e.word)
    if after is not None:
        return Named(first, e.end, _COMRADE.sub("", e.word[after:]), text[first : e.start] + e.word[:after])
    if is_name(e.name) and counts:
        return Named(first, e.end, e.name, e.extra or text[first : e.start].rstrip(" 、,") or None)
    return None


def _with_title(text: str, person: Named, e: _Entry) -> Named:
    between = text[person.end : e.start].strip() or "、"
    words = text[e.start : e.end]
    return Named(person.start, e.end, person.name, f"{person.title}{between}{words}" if person.title else words)


def _opens_with_title(e: _Entry) -> bool:
    """Whether the list prints titles before names: its first entry is a title, or a title glued before a name."""
    if name_before_title(e.word) is not None or is_name(e.word):
        return False
    return is_title(e.word) or title_before_name(e.word) is not None
