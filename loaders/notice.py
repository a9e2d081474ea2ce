"""Where the plan begins: addressees, the sentence that issues it (现将…印发给你们), the signature below it, the plan's own title."""

from __future__ import annotations

from graphmodel.patterns import pattern
from loaders.grammar.heads import bracketed
from loaders.letterhead import is_body, is_date, is_number, is_red_head, is_title, listed_titles, plan_title, signed, title_issuer
from loaders.pieces import is_addressees
from loaders.reading import Reading, annex_below, is_closing, is_heading, is_prose
from loaders.table_heads import is_duty_label

# 现将《…方案》印发给你们 | 已经…同意,现印发给你们 | 现予印发,请认真贯彻执行 | 现向社会公开征求意见
_NOTICE = pattern(
    r"(?:印发|转发|批转|下发|颁发|[^出]发)给你们|(?:印发|转发|批转|下发|颁发|下达)你们|下达(?:给)?各|现予(?:以)?(?:印发|发布|公布|转发)|现(?:予以)?(?:印发|发布|转发)(?:实施|执行|,|。|你们)"
    r"|现(?:面)?(?:向社会)?(?:公众)?(?:公开)?(?:征求|征集)(?:社会)?(?:各界|公众|各方)?(?:面)?意见"
)
_TOLD = pattern(r"(?:主要|具体|牵头)?(?:负责|承担|做好|组织|牵头|制定|协助|配合|指导|督促|落实|加强)")
# 为确保…,根据《…办法》: the plan's first sentence, be it broken where a title might end
_PREAMBLE = pattern(r"^(?:为|根据|按照|依据|遵照|结合)[^《》]{4,}[,，]")
# 某市人民政府关于落实《政府工作报告》: ends like a title, and is the first line of one
_UNFINISHED = pattern(r"^[^《》]{0,40}关于[^《》]{1,20}《[^《》]{2,60}》$")


def first_heading(r: Reading) -> int:
    """The first numbered heading that is no line of a list of annexes, or what begins the plan above it: a table, 责任单位:…."""
    annex: set[int] = set()
    for i in range(r.table):
        annex.update(annex_below(r, i, len(r.pieces)))
        if not r.kind[i] and i not in annex and (is_heading(r.text(i)) or is_duty_label(r.text(i))):
            return i
    return r.table


def find_addressees(r: Reading, first: int) -> None:
    """Takes the piece with the colon, and the pieces above it that end with a comma."""
    called = (i for i in range(first) if not r.kind[i] and r.text(i).endswith(":") and is_addressees(r.text(i)))
    last = next(called, None)
    if last is None or _told_to(r, last):
        return  # what stands below a unit that is told what to do calls nobody
    r.addressees = [last]
    while (i := r.addressees[0] - 1) >= 0 and not r.kind[i] and r.text(i).endswith((",", "、")) and is_addressees(r.text(i)[:-1] + ":"):
        r.addressees.insert(0, i)


def _told_to(r: Reading, i: int) -> bool:
    """县水利局:|负责调度。: nobody is called, somebody is told what to do in the same line."""
    return not r.text(i).startswith("各") and i + 1 < len(r.pieces) and r.pieces[i + 1].span[0] - r.pieces[i].span[1] <= 1 and bool(_TOLD.match(r.text(i + 1)))


def find_notice(r: Reading, first: int) -> None:
    """Takes the sentence that issues the plan, and what the notice says before it."""
    begin = r.addressees[-1] + 1 if r.addressees else 0
    at: list[int] = []
    text = ""
    for i in range(begin, min(max(first, begin), begin + 60)):
        if not r.kind[i]:
            text += r.text(i)
            at += [i] * len(r.text(i))
    m = _NOTICE.search(text)
    if not m:
        return
    last = at[m.end() - 1]
    for _ in range(3):  # the sentence may be broken over lines
        below = r.text(last + 1)
        if r.text(last).endswith(("。", "!")) or not below or is_date(below) or is_body(below) or is_title(below) or is_heading(below):
            break
        last += 1
    start = begin if r.addressees else at[m.start()]
    while not r.addressees and start > 0 and not r.kind[start - 1] and is_prose(r.text(start - 1)) and not is_title(r.text(start - 1)):
        start -= 1
    r.notice = (start, last)


def take_signature(r: Reading, date: int, floor: int) -> int:
    """Takes the date piece and the signers above it; gives the index of the first piece of the signature."""
    r.date = date
    if signed(r.text(date)):
        r.signers = [date]
        return date
    first = date
    while first - 1 >= max(floor, date - 12):
        text = r.text(first - 1)
        if r.kind[first - 1] or is_prose(text) or is_title(text) or is_heading(text) or not r.signs(first - 1):
            break
        first -= 1
    r.signers = list(range(first, date))
    return first


def title_above(r: Reading, below: int) -> list[int]:
    """The lines of the last title above the piece ``below``: up to the line with 关于, or to where 《 opens."""
    last = next((i for i in range(below - 1, -1, -1) if not r.kind[i] and is_title(r.text(i))), None)
    if last is None:
        return []
    lines = [last]
    while True:
        joined = "".join(r.text(i) for i in lines)
        i = lines[0] - 1
        whole = "关于" in joined and joined.count("《") == joined.count("》")
        if len(lines) > 4 or i < 0 or r.kind[i] or is_number(r.text(i)) or is_prose(r.text(i)):
            break
        if is_title(r.text(i)) and not _UNFINISHED.match(r.text(i)):
            break
        if whole and not _issues(r.text(i), joined):
            break
        lines.insert(0, i)
    whole_text = "".join(r.text(i) for i in lines)
    return lines if "关于" in whole_text else [last]


def _issues(line: str, title: str) -> bool:
    """Whether a title that begins with 关于 goes on from the line above it: A人民政府 | A人民政府关于落实B政府."""
    return title.startswith(("关于", "印发《")) and (is_body(line) or title_issuer(line) is not None)


def body_begin(r: Reading, first: int) -> int:
    """The index of the first piece of the plan proper; takes titles, signature and list of annexes above it."""
    count = len(r.pieces)
    if r.notice:
        after = r.notice[1] + 1
        date = next((i for i in range(after, min(first, after + 40, count)) if not r.kind[i] and r.is_date(i)), None)
        if date is not None:
            for i in range(after, date):
                r.annex.extend(k for k in annex_below(r, i, date) if k not in r.annex and not r.signs(k))
            take_signature(r, date, after)
            after = date + 1
        r.title = title_above(r, r.addressees[0] if r.addressees else r.notice[0])
        return _below_title(r, _behind_closing(r, after, first))
    if r.addressees:
        r.title = title_above(r, r.addressees[0])
        after = r.addressees[-1] + 1
        date = next((i for i in range(after, min(first, after + 20, count)) if not r.kind[i] and r.is_date(i)), None)
        if date is not None and is_title(r.text(date + 1)) and not is_heading(r.text(date + 1)):
            take_signature(r, date, after)  # a letter that issues nothing by name: 现将工作任务进行责任分解
            return _below_title(r, date + 1)
        return next((i for i in range(r.addressees[-1] + 1, count) if i == r.table or not r.skipped(i)), count)
    top = next((i for i in range(min(first + 1, r.table)) if not r.kind[i] and is_title(r.text(i)) and not is_heading(r.text(i))), None)
    if top is None:
        return _without_title(r)
    line = _first_line(r, top)
    date = next((i for i in range(max(0, line - 3), line) if not r.kind[i] and r.is_date(i)), None)
    if date is not None:  # the end of a notice whose beginning is not in this file
        take_signature(r, date, 0)
    begin = _below_title(r, line)
    r.title = title_above(r, top + 1)
    return begin


def _behind_closing(r: Reading, after: int, first: int) -> int:
    """Where the plan's title stands if the notice goes on behind its sentence: 请各单位…。特此通知; ``after`` if it does not."""
    listed = {bare(t) for t in listed_titles(_noticed(r))}
    for i in range(after, min(first, after + 12)):
        if bare(r.text(i)) in listed or is_closing(r.text(i - 1)) and is_title(r.text(i)):
            return i
    return after


def _without_title(r: Reading) -> int:
    own = [i for i in range(min(r.table + 1, len(r.pieces))) if i == r.table or not r.skipped(i) and not is_number(r.text(i))]
    begins = (i for i in own if i == r.table or is_prose(r.text(i)) or is_heading(r.text(i)) or r.text(i).endswith(":") and _told_to(r, i))
    return next(begins, own[0] if own else len(r.pieces))


def _first_line(r: Reading, title: int) -> int:
    """The first line of a title of which ``title`` is a line: no more than two above it."""
    i = title
    while i > max(0, title - 2):
        above = r.text(i - 1)
        if r.skipped(i - 1) or r.is_date(i - 1) or is_prose(above) or is_number(above) or is_red_head(above):
            break
        if is_body(above) and above[:2] == r.text(i)[:2]:  # who issues it, above a title that names the place again
            break
        i -= 1
    return i


def _below_title(r: Reading, after: int) -> int:
    """The first piece of the body below the title lines that begin at ``after``; keeps the title lines."""
    lines: list[int] = []
    i = after
    while i < r.table and len(lines) <= 8:
        text = r.text(i)
        if annex := annex_below(r, i, len(r.pieces)):
            r.annex.extend(annex)
            i = annex[-1] + 1
        elif r.skipped(i) or is_number(text) or is_date(text) or text == "目录":
            i += 1
        elif is_prose(text) and not is_title(text) or is_heading(text) or lines and bracketed(text) or (lines and _PREAMBLE.match(text)):
            break
        else:
            lines.append(i)
            i += 1
    listed = {bare(t) for t in listed_titles(_noticed(r))}
    ends = [n for n in range(len(lines)) if _ends_title(r, lines, n, listed)]
    if not ends:
        return lines[0] if lines and (len(lines) > 8 or r.notice) else i
    last = ends[0]
    while last + 1 < len(lines) and (pattern(r"\((?!注|备注|说明)").match(r.text(lines[last + 1])) or last + 1 in ends):
        last += 1
    r.plan_title = _printed_once(r, lines[: last + 1])
    rest = [k for k in lines[last + 1 :] if not (is_body(r.text(k)) and k + 1 < len(r.pieces) and is_prose(r.text(k + 1)))]
    return rest[0] if rest else i


def _ends_title(r: Reading, lines: list[int], n: int, listed: set[str]) -> bool:
    text, above = r.text(lines[n]), r.text(lines[n - 1]) if n else ""
    joined = "".join(r.text(k) for k in lines[max(0, n - 2) : n + 1])
    return is_title(text) or bool(above) and is_title(above + text) or bare(joined) in listed or bare(text) in listed


def _printed_once(r: Reading, lines: list[int]) -> list[int]:
    """The lines of a title that is printed once or twice: the last time."""
    texts = [bare(r.text(i)) for i in lines]
    for n in range(len(lines) // 2, 0, -1):
        if "".join(texts[-n:]) in ("".join(texts[-2 * n : -n]), "".join(texts[:-n])):
            return lines[-n:]
    return lines


def _noticed(r: Reading) -> str:
    return "".join(r.text(i) for i in range(r.notice[0], r.notice[1] + 1)) if r.notice else ""


_ISSUES_ONE = pattern(r"现将《(?P<title>[^《》]{4,120}(?:《[^《》]{2,60}》[^《》]{0,60})?)》(?:\([^()《》]{1,40}\))?(?:印|转|下)发")


def cited_title(r: Reading) -> str:
    """The plan that the sentence of a notice says it issues (现将《…方案》印发给你们), folded; "" if it names none."""
    m = _ISSUES_ONE.search(_noticed(r))
    return m["title"] if m else ""


def bare(text: str) -> str:
    """A title without its marks, to compare one with another."""
    return plan_title(text).replace("《", "").replace("》", "")


def several_titles(r: Reading) -> frozenset[str]:
    """The titles of the plans that a notice issues, if it issues several that are in this file."""
    if not r.notice:
        return frozenset()
    there = {bare(p.text) for p in r.pieces[r.notice[1] + 1 :] if len(p.text) <= 130} & {bare(t) for t in listed_titles(_noticed(r))}
    return frozenset(there) if len(there) > 1 else frozenset()
