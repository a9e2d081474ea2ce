"""Reads the values of a letterhead from its pieces: titles, document number, signers, dates, status, period."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graphmodel.jurisdiction import jurisdiction_of
from graphmodel.patterns import pattern
from graphmodel.plan import Header, Status
from loaders.grammar.date_forms import five_year_plan, plan_ordinal
from loaders.grammar.dates import date_of
from loaders.metadata import Metadata
from loaders.periods import period_told
from loaders.pieces import BODY, DATE, MIN_AGENCY, NOUN, NUMBER, Piece, folded_title, nouns_before

_DRAFT_WORD = r"(?:征求意见稿|草案|讨论稿|送审稿|初稿|审议稿)"
_DRAFT = pattern(_DRAFT_WORD + r"|(?:征求|征集)[^。]{0,80}意见|意见征[求集]")
# (征求意见稿) | [草案] | 征求意见稿 at the end
_DRAFT_MARK = pattern(rf"[((\[【〔](?:公开)?(?:{_DRAFT_WORD}|征求意见)[))\]】〕]|{_DRAFT_WORD}$")
_ANNEXED = pattern(r"^附(?:件|表)\d{0,2}[::：](?=.{4})")  # 附件:重点任务清单
_CLOSING = pattern(r"^特此通知|特此通知$")
_NO_BODY = pattern(r"^$|(?:网|网站|网页|日报|晚报|平台|客户端|公众号|频道)$")  # whoever shows a page has not issued the plan
_PLAN_TITLE = pattern(NOUN + r"(?:[((\[【〔][^()()\[\]【】〔〕]{1,30}[))\]】〕]){0,2}$")
_BODY_END = pattern(BODY + r"(?:[(][^()]{1,16}[)])?$")
_SEAL = pattern(r"[(（][^()（）]{0,24}(?:代章|章|盖章|印章|签章|公章|蓋章|簽章)[)）]$")
_DATE_ONLY = pattern(rf"^{DATE}(?:印发|发布|印)?$")
_TO_THE_DAY = pattern(r"[日号]|\d[-./]\d{1,2}[-./]\d")
# 国务院办公厅2020年7月15日(此件公开发布)
_SIGNED = pattern(rf"^(?P<who>[\u4e00-\u9fa5、()]{{2,60}}?)(?P<date>{DATE})(?:\(此[件文].{{0,12}}\))?$")
# 某市人民政府办公室2020年2月28日印发
_PRINTED_ON = pattern(rf"^[\u4e00-\u9fa5]{{3,30}}{DATE}印发$")
_REMARK = pattern(
    r"^\(?(?:此件|此文|本文有删减|主动公开|依申请公开|公开(?:方式|属性)|信息公开(?:选项|属性|类别)|抄送|抄报|主送|附注|校对|打字|共印"
    r"|[\u4e00-\u9fa5]{0,16}联系(?:人|电话|方式)[:(]).{0,160}$"
)
_NUMBER = pattern(NUMBER)
_NUMBER_PARTS = pattern(r"^(.{1,16}?)[〔\[【(﹝〖]((?:19|20)\d\d)[〕\]】)﹞〗]第?(\d{1,4}(?:-\d{1,3})?)号$")
_NOUN_ONLY = pattern(rf"^{NOUN}$")  # 通知〔2021〕3号
_NO_AGENCY = pattern(r"根据|按照|依据|关于|规定|精神|落实")
# A人民政府办公室关于印发《B方案》的通知
_ISSUE = pattern(
    r"(?:印发|转发|批转|下发|发布|颁发|颁布|公布|(?:公开)?(?:征求|征集))(?:实施|执行)?[《]?(?P<what>.{4,160}?)[》]?"
    r"(?:\((?:试行|暂行)\))?(?:公开征求意见)?(?:社会)?(?:公众)?(?:修改)?(?:意见)?(?:建议)?的?(?:通知|公告|通告|函|决定|启事)$"
)
# …印发重点工作任务分解意见的通知: 意见 is what it is, nobody is asked for one
_ISSUE_ONLY = pattern(
    r"(?:印发|转发|批转|下发|发布|颁发|颁布|公布)(?:实施|执行)?[《]?(?P<what>.{4,160}?)[》]?(?:\((?:试行|暂行)\))?的?(?:通知|公告|通告|函|决定|启事)$"
)
_CITED_TITLE = pattern(r"《([^《》]{4,120}(?:《[^《》]{2,60}》[^《》]{0,60})?)》")
_FROM_TO = pattern(r"((?:19|20)\d\d)年?(?:—|-|至|到|~|--)((?:19|20)\d\d)年?")
_ONE_YEAR = pattern(r"((?:19|20)\d\d)年(?!\d)")
_FIVE_YEARS = pattern(r"[“\"]?([一二三四五六七八九十]{1,2})五[”\"]?(?=规划|计划|期间|时期|[\u4e00-\u9fa5“])")


def is_date(text: str) -> bool:
    """Whether the piece is a date to the day and nothing else (2021年10月 alone stands in tables, not under signatures)."""
    return len(text) < 24 and bool(_DATE_ONLY.match(text)) and bool(_TO_THE_DAY.search(text))


def signed(text: str) -> tuple[str, str] | None:
    """(signer, date as printed) of a piece such as 国务院办公厅2020年7月15日(此件公开发布); None if it is none."""
    m = _SIGNED.match(text) if len(text) <= 100 else None
    return (m["who"], m["date"]) if m and is_body(m["who"]) else None


def is_body(text: str) -> bool:
    """Whether the piece may be the name of one signer: short, ends with a word for a body, holds no sentence."""
    bare = _SEAL.sub("", text)
    return 3 <= len(bare) <= 40 and bool(_BODY_END.search(bare)) and not pattern(r"[,。;:!?《》0-9]|关于|印发|附件").search(bare)


def is_open_remark(text: str) -> bool:
    """(此件公开发布) · 公开方式:主动公开 · 抄送:… · 联系人:… · 某市人民政府办公室2020年2月28日印发."""
    return len(text) <= 200 and bool(_REMARK.match(text) or _PRINTED_ON.match(text))


def is_number(text: str) -> bool:
    """Whether the piece is a document number and nothing else but brackets around it."""
    bare = text[1:-1] if text.startswith("(") and text.endswith(")") else text
    return len(bare) < 40 and bool(_NUMBER_PARTS.match(bare))


def document_number(texts: Iterable[str]) -> str | None:
    """The first document number of the texts, as printed but without blanks and with 〔〕; an earlier text is the better place."""
    for text in texts:
        for m in _NUMBER.finditer(folded_title(text)) if "号" in text or "號" in text else ():
            parts = _NUMBER_PARTS.match("".join(m[0].split()))
            if parts:
                begin = max(nouns_before(parts[1]), default=0)
                agency = "".join(text[slice(*m.span())].split())[begin : len(parts[1])]
                if len(agency) >= MIN_AGENCY and not _NOUN_ONLY.match(agency) and not _NO_AGENCY.search(parts[1][begin:]):
                    return f"{agency}〔{parts[2]}〕{parts[3]}{text[m.end() - 1]}"
    return None


def plan_title(text: str) -> str:
    """A printed title without 征求意见稿 and the like, and without the 《》 around the whole."""
    m = _DRAFT_MARK.search(folded_title(text))
    bare = (text[: m.start()] + text[m.end() :] if m else text).strip("-·*# ")
    bare = _ANNEXED.sub("", bare) or bare
    bare = _CLOSING.sub("", bare) or bare
    if bare.startswith("《") and bare.endswith("》") and bare.count("《") == 1:
        bare = bare[1:-1]
    return bare


def is_title(text: str) -> bool:
    """Whether the piece may be a title or the end of one."""
    if not 4 <= len(text) <= 130 or pattern(r"[。;!?]|[:](?!.{0,60}》)|^现将|印发给").search(text):
        return False
    return bool(_PLAN_TITLE.search(_DRAFT_MARK.sub("", text).rstrip("》")))


def issued_title(title: str) -> str | None:
    """What a notice issues: B方案 of A关于印发《B方案》的通知; None if the title is not that of a notice that issues something."""
    m = (_ISSUE if "征" in title else _ISSUE_ONLY).search(folded_title(title))
    if not m:
        return None
    a, b = m.span("what")
    within = title[a:b].find("》")
    if a and title[a - 1] == "《" and 0 <= within < b - a - 1 and "《" not in title[a : a + within]:
        return title[a - 1 : b]  # 印发《甲措施》重点任务分工方案: the marks are a part of the name
    return title[a:b].strip("《》")


def listed_titles(notice: str) -> tuple[str, ...]:
    """The titles in 《》 that stand before 印发 or 已经 in the sentence of a notice."""
    return tuple(_CITED_TITLE.findall(pattern(r"印发给|已经|已由|现印发|现转发|转发给").split(notice)[0]))


def title_issuer(title: str) -> str | None:
    """The body before 关于 in a title, as printed."""
    whole, about, _ = folded_title(title).partition("关于")
    head = pattern(r"^.{0,24}号").sub("", whole)
    begin = len(whole) - len(head)
    head = pattern(r"(?:转发|批转).{0,40}$|印发《?$").sub("", head)
    return _side_by_side(title[begin : begin + len(head)]) if about and is_body(head) and "、" not in head else None


# 中共沅平市委|沅平市人民政府 · 中共云泽省委办公厅|云泽省人民政府办公厅
_PARTY_AND_GOVERNMENT = pattern(r"^(中共(?P<place>[\u4e00-\u9fff]{2,24}?)(?:委员会|委)(?:办公[厅室])?)((?P=place)(?:人民)?政府(?:办公[厅室])?)$")


def _side_by_side(issuer: str) -> str:
    """The Party committee and the government of one place, printed with only a blank between: two signers."""
    m = _PARTY_AND_GOVERNMENT.match(issuer)
    return f"{m[1]}、{m[3]}" if m else issuer


def _columns(line: str) -> list[str]:
    """The names that stand side by side in a line of a signature: wide blanks divide, single ones only between whole names."""
    parts = pattern(r"\s{2,20}").split(line)
    single = line.split()
    return single if len(parts) == 1 and len(single) > 1 and all(len(p) >= 4 and is_body(folded_title(p)) for p in single) else parts


def signers(raws: Sequence[str]) -> str:
    """The signers of the lines before a date, joined by 、: columns of blanks divide, a line that is no whole name goes on below."""
    names: list[str] = []
    begun = ""
    for raw in raws:
        for part in _columns(raw.strip()):
            name = begun + _SEAL.sub("", "".join(part.split()))
            if _BODY_END.search(folded_title(name)):
                names.append(name)
                begun = ""
            else:
                begun = name
    return "、".join(names)


def places_of(*texts: str) -> tuple[str, ...]:
    """The chain of places, highest first, of the first text that names one, as long as another text prints it; () for a national body.

    白浪区人民政府 and 沅平市白浪区人民政府文件 give (沅平市, 白浪区).
    """
    found = [here for here in map(jurisdiction_of, (t for t in map(folded_title, texts) if not _NO_PLACE.match(t))) if here.level]
    if not found or not found[0].jurisdiction:
        return ()
    own = found[0].jurisdiction
    return max((h.jurisdiction for h in found if h.jurisdiction[-len(own) :] == own), key=len)


# 市政府 | 县人民政府办公室: which one stands elsewhere
_NO_PLACE = pattern(r"^[省市县区旗州](?=(?:人民)?政府(?:办公[厅室])?$)")


def placed(issuer: str, places: tuple[str, ...]) -> str | None:
    """An issuer that names no place, with the plan's own place before it; None if that is of another kind or unknown."""
    if not _NO_PLACE.match(folded_title(issuer)):
        return issuer
    return places[-1] + issuer[1:] if places and places[-1].endswith(folded_title(issuer)[0]) else None


def period_of(title: str) -> tuple[str, str] | None:
    """ISO first and last day that a title names: (2024—2027年), 2017年, “十三五”; None if it names none."""
    if m := _FROM_TO.search(title):
        return f"{m[1]}-01-01", f"{m[2]}-12-31"
    if (m := _FIVE_YEARS.search(title)) and (ordinal := plan_ordinal(m[1])):
        return five_year_plan(ordinal)
    years = set(_ONE_YEAR.findall(pattern(r"《[^《》]{0,120}》").sub("", title)))
    if len(years) == 1:
        year = years.pop()
        return f"{year}-01-01", f"{year}-12-31"
    return None


def header_of(
    *,
    titles: tuple[str, str],
    top: Sequence[Piece],
    signers: Sequence[Piece],
    date: Piece | None,
    meta: Metadata,
    noticed: bool,
    told: Sequence[str] = (),
    cited: str = "",
) -> Header:
    """The header from what was found.

    ``titles``: the notice's and the plan's own; ``top``: the pieces above the plan; ``signers`` and ``date``: the signature, which wins
    over the page's labels; ``noticed``: a notice issues the plan; ``told``: sentences of the plan that may tell its period;
    ``cited``: what the notice says it issues, which is the plan's name where no title stands in the file.
    """
    notice_title, own_title = _whole(titles[0], meta.title), titles[1]
    if not noticed and title_issuer(meta.title) and not issued_title(meta.title):
        own_title = _whole(own_title, meta.title)
    name = plan_title(own_title) or plan_title(issued_title(notice_title) or notice_title) or cited
    numbers = [p.printed for p in top if is_number(p.text)]
    number = document_number([*numbers, meta.number, notice_title, *(p.printed for p in top if is_title(p.text))])
    drafted = any(_DRAFT.search(folded_title(t)) for t in (notice_title, own_title, meta.title, *(p.text for p in top if len(p.text) < 60)))
    signature = signed(date.text) if date else None
    head = _red_head(top)
    days = (date.text if date else "", meta.written, *(p.text for p in top if p.text.startswith("(") and len(p.text) < 60), meta.published)
    signer = date.printed[: len(signature[0])] if date and signature else _signers_of(signers)
    if _NO_PLACE.match(folded_title(signer)):
        signer = title_issuer(notice_title) or signer  # 省政府办公厅 below, the full name above
    issuer = (
        signer
        or title_issuer(notice_title)
        or head
        or (meta.issuer if is_body(folded_title(meta.issuer)) else None)
        or title_issuer(meta.title)
        or (None if _NO_BODY.search(folded_title(meta.issuer)) else meta.issuer)
    )
    issued = bool(number or noticed or signers or signature)
    places = places_of(issuer or "", notice_title, name, head or "", meta.issuer)
    day = next((iso for text in days if (iso := date_of(text))), None)
    status: Status = "draft" if drafted else "in force" if issued else "unknown"
    return Header(
        name=name,
        number=number,
        issuer=placed(issuer, places) if issuer else None,
        jurisdiction=places,
        date=day,
        status=status,
        period=period_of(folded_title(name)) or period_of(folded_title(notice_title)) or period_told(told, day),
    )


def _signers_of(lines: Sequence[Piece]) -> str:
    return signers([_with_blanks(p) for p in lines])


def _with_blanks(piece: Piece) -> str:
    """A piece as printed, with its blanks."""
    signs = iter(piece.printed)
    return "".join(c if c.isspace() else next(signs) for c in piece.raw)


def _whole(read: str, labelled: str) -> str:
    """A title that was read, or that behind the label 标题 of the page if what was read is a part of it."""
    return labelled if folded_title(read) in folded_title(labelled) else read


def is_red_head(text: str) -> bool:
    """Whether a piece is the red head of a document: 某市某区人民政府文件."""
    return text.endswith("文件") and is_body(text[:-2])


def _red_head(top: Sequence[Piece]) -> str | None:
    """A人民政府文件 above a document."""
    return next((p.printed[:-2] for p in top if is_red_head(p.text)), None)
