"""Reads the values of a letterhead from its pieces: titles, document number, signers, dates, status."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from graphmodel.plan import Header, Status
from loaders.metadata import Metadata
from loaders.pieces import BODY, DATE, NOUN, NUMBER, Piece

_DIGITS = {c: str(i) for i, c in enumerate("〇一二三四五六七八九")} | {"○": "0", "o": "0", "O": "0", "О": "0", "零": "0"}
_DRAFT = re.compile(r"征求意见稿|公开征求.{0,60}意见|征求.{0,60}意见的|草案|讨论稿|送审稿|意见征集|征求意见的(?:公告|通知)")
_DRAFT_MARK = re.compile(r"[((\[【〔](?:公开)?(?:征求意见稿|草案|讨论稿|送审稿|征求意见)[))\]】〕]?")
_PLAN_TITLE = re.compile(NOUN + r"(?:[(\[【〔][^()\[\]【】〔〕]{1,30}[)\]】〕]){0,2}$")
_BODY_END = re.compile(BODY + r"(?:[(][^()]{1,16}[)])?$")
_DATE_ONLY = re.compile(r"^" + DATE + r"(?:印发|发布|印)?$")
_FULL_DATE = re.compile(DATE)
_ISO = re.compile(r"((?:19|20)\d\d)[-./](\d{1,2})[-./](\d{1,2})")
_NUMBER = re.compile(NUMBER)
_NUMBER_PARTS = re.compile(r"^(.{1,16}?)[〔\[【(﹝〖]((?:19|20)\d\d)[〕\]】)﹞〗]第?(\d{1,4}(?:-\d{1,3})?)号$")
# A人民政府办公室关于印发《B方案》的通知
_ISSUE = re.compile(r"(?:印发|转发|批转|下发|发布|颁发|颁布|公布)(?:实施|执行)?[《]?(.{4,160}?)[》]?(?:\((?:试行|暂行)\))?的(?:通知|公告|通告|函|决定)$")


def small_number(text: str) -> int:
    """The value (1 to 99) of 三, 十一, 二十, 30; 0 if it is none."""
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return int(_DIGITS.get(text, "0")) if len(text) == 1 else 0
    return (int(_DIGITS.get(tens, "1")) if tens else 1) * 10 + int(_DIGITS.get(ones, "0") if ones else 0)


def iso(text: str) -> str | None:
    """The first full date in the text (2017年3月20日, 二○一一年五月十日, 2015.09.15) as an ISO day; a month without a day gives no day (2016-08)."""
    text = "".join(text.split())
    if m := _ISO.search(text):
        return f"{m[1]}-{int(m[2]):02d}-{int(m[3]):02d}"
    if m := re.search(r"(.{4})年(.{1,3})月(?:(.{1,3})日)?", text):
        m = _FULL_DATE.search(text)
    if not m:
        return None
    year, month, day = re.split(r"[年月]", m[0].rstrip("日"))
    digits = "".join(_DIGITS.get(c, c) for c in year)
    month_n, day_n = small_number(month), small_number(day) if day else 0
    if not digits.isdigit() or not 1 <= month_n <= 12 or day_n > 31:
        return None
    return f"{digits}-{month_n:02d}" + (f"-{day_n:02d}" if day_n else "")


def is_date(text: str) -> bool:
    """Whether the piece is a date and nothing else."""
    return len(text) < 24 and bool(_DATE_ONLY.match(text))


def signed(text: str) -> tuple[str, str] | None:
    """(signer, date as printed) of a piece such as 国务院办公厅2020年7月15日(此件公开发布); None if it is none."""
    m = re.match(r"^([\u4e00-\u9fa5、()]{2,60}?)(" + DATE + r")(?:印发|\(此[件文].{0,12}\))?$", text)
    return (m[1], m[2]) if m and is_body(m[1]) else None


def is_body(text: str) -> bool:
    """Whether the piece may be the name of one signer: short, ends with a word for a body, holds no sentence."""
    bare = re.sub(r"\((?:代章|章|盖章|印章|签章)\)$", "", text)
    return 3 <= len(bare) <= 40 and bool(_BODY_END.search(bare)) and not re.search(r"[,。;:!?《》0-9]|关于|印发|附件", bare)


def is_open_remark(text: str) -> bool:
    """(此件公开发布) 公开方式:主动公开 抄送:… 附注:… 联系人:…"""
    return bool(re.match(r"^\(?(?:此件|此文|主动公开|公开(?:方式|属性)|信息公开|抄送|抄报|主送|附注|校对|打字|共印|联系人|(?:市|省|区|县)?[^,。:]{0,16}联系人).{0,120}$", text)) or bool(
        re.match(r"^[\u4e00-\u9fa5]{3,30}" + DATE + "印发$", text)
    )


def document_number(pieces: Iterable[str]) -> str | None:
    """The first document number of the pieces, without blanks and with 〔〕; an earlier piece is the better place."""
    for text in pieces:
        for m in _NUMBER.finditer(text):
            run = m[0]
            parts = _NUMBER_PARTS.match("".join(run.split()))
            if not parts:
                continue
            agency = parts[1]
            nouns = [n.end() for n in re.finditer(NOUN, agency)]
            agency = agency[max(nouns, default=0) :]
            if len(agency) >= 2 and not re.search(r"根据|按照|依据|关于|规定|精神", agency):
                return f"{agency}〔{parts[2]}〕{parts[3]}号"
    return None


def plan_title(text: str) -> str:
    """A printed title without 征求意见稿 and the like, and without the brackets of 《》 around the whole."""
    bare = _DRAFT_MARK.sub("", text).strip("-·*# ")
    if bare.startswith("《") and bare.endswith("》") and bare.count("《") == 1:
        bare = bare[1:-1]
    return bare


def is_title(text: str) -> bool:
    """Whether the piece may be a title or the end of one."""
    return 4 <= len(text) <= 130 and bool(_PLAN_TITLE.search(_DRAFT_MARK.sub("", text).rstrip("》"))) and not re.search(r"[。;!?]|[:](?!.{0,60}》)|^现将|印发给", text)


def issued_title(title: str) -> str | None:
    """What a notice issues: 《B方案》 or B方案 of A关于印发B方案的通知; None if the title is not that of a notice that issues something."""
    m = _ISSUE.search(title)
    return m[1].strip("《》") if m else None


def title_issuer(title: str) -> str | None:
    """The body before 关于 in a title; several stay as printed."""
    head, about, _ = title.partition("关于")
    head = re.sub(r"^.{0,24}号", "", head)
    return head if about and is_body(head) and "、" not in head else None


def is_draft(texts: Iterable[str]) -> bool:
    return any(_DRAFT.search(t) for t in texts)


def signers(raws: Sequence[str]) -> str:
    """The signers of the lines before a date, joined by 、: columns of blanks divide, a line that is no complete name goes on in the next one."""
    names: list[str] = []
    open_name = ""
    for raw in raws:
        for part in re.split(r"\s{2,}", raw.strip()) if len(raw) < 200 else [raw]:
            name = open_name + re.sub(r"\((?:代章|章|盖章|印章|签章)\)$", "", "".join(part.split()))
            if _BODY_END.search(name) and not name.endswith(("工作", "人民")):
                names.append(name)
                open_name = ""
            else:
                open_name = name
    return "、".join(n for n in names if n)


def is_number(text: str) -> bool:
    """Whether the piece is a document number and nothing else."""
    return len(text) < 40 and bool(_NUMBER_PARTS.match(text))


def listed_titles(notice: str) -> tuple[str, ...]:
    """The titles in 《》 that stand before 印发 or 已经 in the sentence of a notice."""
    head = re.split(r"印发给|已经|已由|现印发", notice)[0]
    return tuple(re.findall(r"《([^《》]{4,120})》", head))


# 省 and 自治区, 市 州 盟 地区, 区 县 旗
_PLACE = re.compile(r"^(?:中共|共青团)?([\u4e00-\u9fa5]{2,7}?(?:自治区|省))?([\u4e00-\u9fa5]{2,8}?(?:自治州|地区|[市州盟]))?([\u4e00-\u9fa5]{1,7}?(?:自治县|自治旗|新区|[区县旗市]))?")


def places_of(text: str) -> tuple[str, ...]:
    """The chain of places a body's name begins with, highest first; () for a national body."""
    if text.startswith(("国务院", "中共中央", "国家", "全国")):
        return ()
    m = _PLACE.match(text)
    return tuple(p for p in m.groups() if p) if m else ()


def header_of(*, titles: tuple[str, str], top: Sequence[Piece], signers: Sequence[Piece], date: Piece | None, meta: Metadata, noticed: bool) -> Header:
    """The header from what was found: the title of the notice and the plan's own, the pieces above the plan, the signature, the page's labels."""
    notice_title, own_title = titles[0] or meta.title, titles[1]
    name = plan_title(own_title) or plan_title(issued_title(notice_title) or notice_title)
    number = document_number([p.text for p in top if is_number(p.text)] + [meta.number, notice_title] + [p.text for p in top if is_title(p.text)])
    signature = signed(date.text) if date else None
    signer = (signature[0] if signature else _joined(signers)) or title_issuer(notice_title) or _red_head(top) or (meta.issuer if is_body(meta.issuer) else "") or title_issuer(meta.title) or meta.issuer
    days = [day for text in (date.text if date else "", meta.written, *_bracketed(top), meta.published) if (day := iso(text))]
    status: Status = "unknown"
    if is_draft([notice_title, own_title, meta.title, *(p.text for p in top if len(p.text) < 60)]):
        status = "draft"
    elif number or noticed or signers or signature:
        status = "in force"
    return Header(name, number, signer or None, places_of(signer or name), days[0] if days else None, status, None)


def _joined(lines: Sequence[Piece]) -> str:
    return signers([p.raw for p in lines])


def _red_head(top: Sequence[Piece]) -> str | None:
    """A人民政府文件 above a document."""
    for piece in top:
        if piece.text.endswith("文件") and is_body(piece.text[:-2]):
            return piece.text[:-2]
    return None


def _bracketed(top: Sequence[Piece]) -> list[str]:
    return [p.text for p in top if p.text.startswith("(") and len(p.text) < 60]
