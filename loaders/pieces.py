"""Cuts a text into the pieces of a letterhead: lines, and inside very long lines sentences, columns of blanks, numbers, addressees.

Some files hold a whole plan on one line; a title, a number and a date are found there only if the line is cut where a typist
would have broken it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphmodel.patterns import pattern
from graphmodel.plan import Source, Span
from graphmodel.text import Lines, fold
from loaders.grids import Row, tables_of

LONG = 160  # characters of a line from which blanks and full stops are taken for line ends

_NUMERAL = r"[0-9一二三四五六七八九十]{1,3}"
_YEAR = r"(?:(?:19|20)\s?\d\s?\d|[一二][〇○oOО0零一二三四五六七八九]{3})"
# 2017年3月20日 | 2017 年 3 月 20 日 | 二○一一年五月十日 | 2016年8月
DATE = rf"{_YEAR}\s{{0,3}}年\s{{0,3}}{_NUMERAL}\s{{0,3}}月(?:\s{{0,3}}{_NUMERAL}\s{{0,3}}日)?"
# 国办发〔2020〕24号 | 国发 〔2011〕 12 号 | 某政办发[2017]6号 | 府办字(2019)第3号
_BRACKETED_YEAR = r"[〔\[【(﹝〖]\s{0,2}(?:19|20)\d\s?\d\s{0,2}[〕\]】)﹞〗]"
NUMBER = rf"[\u4e00-\u9fa5]{{1,16}}\s{{0,2}}{_BRACKETED_YEAR}\s{{0,2}}第?\s{{0,2}}\d{{1,4}}(?:-\d{{1,3}})?\s{{0,2}}号"
# what a title ends with; a number may stand right behind it
NOUN = (
    r"(?:方案|计划|规划|意见|通知|通告|公告|公报|办法|要点|措施|安排|清单|分工|分解|决定|决议|细则|规定|纲要|台账|制度|指南|行动|任务书|责任书"
    r"|报告|请示|批复|函|目标|任务|职责|责任制|工程|表|政策|预案|条例|机制|名单|部署|举措|条|图|书)"
)
# what the name of a body ends with
BODY = (
    r"(?:政府|国务院|办公[厅室]|委员会|[党工团县市区省州旗镇乡改信局健教科妇]委|委办|委|局|厅|部|院|署|中心|公司|联合会|协会|银行|指挥部|领导小组|小组|法院|检察院"
    r"|大队|支队|总队|集团|学校|大学|学院|医院|室|社|人大|政协|海关|支行|分行|处|所|站|办|街道|党组|会|司|专班|段)"
)
_NUMBER = pattern(NUMBER)
_NOUN = pattern(NOUN)
_TITLE_END = pattern(NOUN + r"[》)]?$")
_YEAR_AT = pattern(_BRACKETED_YEAR)
_KEPT = pattern(NUMBER + "|" + DATE)  # blanks inside are no breaks
# 国办函 and 某公告字 are agencies although they end in nouns: an agency keeps two characters at least
MIN_AGENCY = 2
# …追究责任。 二○○八年九月八日 | …落实。石门县人民政府 2008年9月8日: what signs a plan, glued to its last sentence
_GLUED_SIGNATURE = pattern(rf"[。!][”』」)]?\s{{0,80}}(?=(?:[\u4e00-\u9fa5、]{{2,40}}{BODY}\s{{0,20}})?{DATE}\s{{0,20}}$)")
# 特此通知2008年…方案: the last words of a notice, glued to a title
_GLUED_CLOSING = pattern(r"特此(?:通知|通告|公告|函告|函达|印发|批复|报告)[。.!]?\s{0,20}(?=[^\s。.,;!、])")
# 当前位置:首页 > 政务公开 > 工作报告 沅平市…方案: where the reader of the page is, glued to a title
_GLUED_CRUMBS = pattern(r"(?:[^>›»。,;\s]{0,20}\s{0,5}[>›»]{1,2}\s{0,5}[^>›»。,;:\d\s]{1,30}(?=\s{0,5}[>›»]|\s)){1,10}\s{1,20}(?=[^\s>›»])")
_CRUMB_SIGNS = frozenset(">›»")
_SENTENCE_END = pattern(r"[。!?][”』」)]?")
_BLANKS = pattern(r"\s{1,400}")
_YEARISH = pattern(r"[0-9年月〔\[(-]")
_UNITISH = pattern(r"[0-9年月日号〕\])%.-]")
# …方案|为做好…: a title glued to the first words of the plan
_GLUED_TITLE = pattern(rf"[^。,;:!?\s]{{4,80}}?{NOUN}(?:\([^()]{{1,20}}\))?(?=为(?:了|进一步|深入|认真|全面|贯彻|加快|切实|推动|推进|做好|确保|落实)|根据《|按照《)")
# 。某县人民政府2021年3月3日|某县…方案: a signature glued to what follows
_GLUED_DATE = pattern(rf"(?<=[。\s])[\u4e00-\u9fa5、]{{2,40}}{BODY}{DATE}(?:\(此[件文][^()]{{0,12}}\))?(?![前底起至到以召印内,。、])")
# 各县、区人民政府,市直机关各有关委、办、局: | 区直各单位: | 省级有关部门:
_CALLED_HEAD = r"(?:各|国务院|中央|区|市|县|省|自治区|州|盟|旗|镇|乡|有关|机关|局|委|厅|驻|本|[\u4e00-\u9fa5]{1,12}(?:政府|[委局厅办]|部门|公司|管委会))"
_CALLED_TAIL = r"(?:政府|部门|单位|机构|[委局厅办处司部院会]|镇|乡|街道|公司|县|区|市|组织|中心|[)〕]|社|团体|企业|学校|院校|站|所|园|镇街)"
_ADDRESSEES = pattern(rf"^{_CALLED_HEAD}[^:。;!?《》]{{0,300}}{_CALLED_TAIL}:$")
# 各科室: | 院属各科室、各党支部: | 各车间、班组:
_CALLED_WITHIN = pattern(
    r"^(?:各|全体|本[院校局公]|[院校局所机]属|局机关|[院校]内)[^:。;!?《》]{0,120}(?:科室|处室|股室|室|科|股|队|支部|车间|班组|[学院]系|年级|村|居|社区|村委会|居委会|成员|同志|分管领导|负责人):$"
)
_NO_ADDRESSEES = pattern(
    r"(?:责任|牵头|配合|参与|参加|承办|协办|协作|协助|指导|督导|督办|监督|落实|协同|实施|监管|来源|附件|主办"
    r"|发布|制定|发文|抄送|主送|编制|联系)[^:]{0,6}:$"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """``text`` is folded and without white space; ``raw`` is folded only; ``printed`` is without white space only."""

    text: str
    raw: str
    printed: str
    span: Span


def is_addressees(text: str) -> bool:
    """Whether a folded, blank-free piece that ends with a colon calls the units a notice is sent to."""
    return len(text) <= 300 and bool(_ADDRESSEES.match(text) or _CALLED_WITHIN.match(text)) and not _NO_ADDRESSEES.search(text)


def folded_title(text: str) -> str:
    """``fold``, and 關於 as 关于: 於 alone is left as it is (it is a name too), in a title it is the word that everything hangs on."""
    return fold(text).replace("关於", "关于")


def pieces(source: Source) -> tuple[Piece, ...]:
    """The pieces of the plan's text, in order, blank ones left out; a row of a table is one piece."""
    if not source.tables:
        return _joined(source, tuple(_pieces(source.text, ())))
    tables = tables_of(source)
    rows = [_of_row(source.text, row) for _, rows in tables for row in rows]
    between = _joined(source, tuple(_pieces(source.text, [span for span, _ in tables])))
    return tuple(sorted([*between, *rows], key=lambda p: p.span))


def _joined(source: Source, found: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces with those of a printed line that goes on with the one before (a PDF's) put together."""
    if False not in source.begins:
        return tuple(found)
    lines = Lines(source.text)
    goes_on = {start for start, begins in zip(lines.starts, source.begins) if begins is False}
    out: list[Piece] = []
    for piece in found:
        line = source.text.rfind("\n", 0, piece.span[0]) + 1
        if out and line in goes_on and not source.text[line : piece.span[0]].strip() and not source.text[out[-1].span[1] : line].strip():
            last = out.pop()
            piece = Piece(last.text + piece.text, last.raw + piece.raw, last.printed + piece.printed, (last.span[0], piece.span[1]))
        out.append(piece)
    return tuple(out)


def _of_row(text: str, row: Row) -> Piece:
    words = row.view.text
    printed = "".join("|" if c == "|" else text[at] for c, at in zip(words, row.view.at) if not c.isspace())
    return Piece("".join(words.split()), words, printed, row.span)


def _pieces(source: str, tables: Sequence[Span]) -> Iterator[Piece]:
    lines = Lines(source)
    folded = folded_title(source)
    within = iter([*tables, (len(source) + 1, len(source) + 1)])
    table = next(within)
    for n, (start, end) in enumerate(zip(lines.starts, lines.ends)):
        while start >= table[1] and start <= len(source):
            table = next(within)
        if start >= table[0]:
            continue
        line = folded[start:end]
        if not line.strip():
            continue
        cuts = _cuts(line, n)
        if "\t" not in source[start:end] and "|" not in line:  # the last cell of a row is no signature
            cuts |= _cut_signature(line)
        ordered = sorted(cuts)
        for a, b in zip(ordered, ordered[1:]):
            raw = line[a:b]
            words = raw.strip()
            if words:
                begin = start + a + len(raw) - len(raw.lstrip())
                span = (begin, begin + len(words))
                text = "".join(words.split())
                printed = "".join(source[span[0] : span[1]].split())
                if len(printed) != len(text):  # some signs without width are blanks only when folded
                    printed = "".join(c for c, f in zip(source[span[0] : span[1]], words) if not f.isspace())
                yield Piece(text, words, printed, span)


def _cuts(line: str, n: int) -> set[int]:
    """Where a line is cut; ``n`` is its number, counted from 0: numbers glued to titles stand near the top."""
    cuts = {0, len(line)}
    if n < 400 and "号" in line:
        cuts |= _cut_number(line)
    cuts |= _cut_glued(line, n)
    if len(line) <= LONG:
        return cuts | _cut_colon(line, len(line) - len(line.lstrip()))
    cuts |= _cut_long(line)
    if n < 40:
        cuts |= {m.end() for m in _GLUED_DATE.finditer(line)}
        for begin in sorted(cuts)[:60]:
            m = _GLUED_TITLE.match(line, begin)
            cuts |= {m.end()} if m else set()
    for begin in sorted(cuts)[:60]:
        cuts |= _cut_colon(line, begin)
    return cuts


def nouns_before(agency: str) -> list[int]:
    """Where nouns of titles end in what stands before the year of a number, if an agency is left behind them."""
    return [n.end() for n in _NOUN.finditer(agency) if n.end() <= len(agency) - MIN_AGENCY]


def _cut_number(line: str) -> set[int]:
    """Places before and behind a document number that is glued to a title or to the addressees."""
    for m in _NUMBER.finditer(line, 0, 2000):
        year = _YEAR_AT.search(m[0])
        nouns = nouns_before(m[0][: year.start() if year else 0])
        start = m.start() + max(nouns, default=0)
        before = line[:start].rstrip()
        glued = bool(nouns) or bool(_TITLE_END.search(before[-12:])) or (start > 0 and line[start - 1].isspace())
        if before and not (glued and (len(before) <= LONG or line[start - 1].isspace())):
            continue
        rest = line[m.end() :].lstrip()
        if rest and rest[0] in ")》,。;、.文的精规要和及":
            continue
        return {start, m.end()}
    return set()


def _cut_glued(line: str, n: int) -> set[int]:
    """Near the top: behind a notice's last words and behind the page's path."""
    cuts: set[int] = set()
    if n < 60 and "特此" in line:
        cuts |= {m.end() for m in _GLUED_CLOSING.finditer(line)}
    if n < 60 and not _CRUMB_SIGNS.isdisjoint(line) and (m := _GLUED_CRUMBS.match(line, 0, 400)):
        cuts.add(m.end())
    return cuts


def _cut_signature(line: str) -> set[int]:
    """Behind the last sentence before a signature on its line."""
    m = _GLUED_SIGNATURE.search(line, max(0, len(line) - 160)) if "年" in line[-80:] else None
    return {m.end()} if m else set()


def _cut_long(line: str) -> set[int]:
    cuts = {m.end() for m in _SENTENCE_END.finditer(line)}
    kept = [m.span() for m in _KEPT.finditer(line)]
    kept.reverse()
    for m in _BLANKS.finditer(line):
        a, b = m.span()
        while kept and kept[-1][1] <= a:
            kept.pop()
        if kept and kept[-1][0] < a:
            continue
        if a and b < len(line) and b - a == 1 and _YEARISH.match(line[a - 1]) and _UNITISH.match(line[b]):
            continue
        cuts.add(b)
    return cuts


def _cut_colon(line: str, begin: int) -> set[int]:
    """Behind the addressees that stand before the first sentence on its line."""
    colon = line.find(":", begin, begin + 320)
    if 0 < colon < len(line) - 1 and is_addressees("".join(line[begin : colon + 1].split())):
        return {colon + 1}
    return set()
