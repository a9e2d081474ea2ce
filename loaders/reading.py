"""The state of reading one letterhead: the pieces, and what each was taken for. Small questions about one piece stand here too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from graphmodel.patterns import pattern
from loaders.letterhead import is_body, is_date, is_open_remark, signed
from loaders.metadata import Metadata
from loaders.pieces import Piece
from loaders.table_heads import is_duty_label

# 一、 | (一) | 第一章 | 第三条 | 1. | (1) | 1) | ① | 任务1:
_HEADING = pattern(
    r"^(?:第?[一二三四五六七八九十]{1,3}[、.章节部条]|\([一二三四五六七八九十]{1,3}\)|\d{1,3}[.、](?!\d)|\(?\d{1,2}\)|[①-⑳]"
    r"|(?:重点|主要|具体|工作|整改)?(?:任务|问题|事项|措施|举措)(?:(?:\d{1,3}|[一二三四五六七八九十]{1,3})[:.、]|\d{1,3}(?![个项条件类月日年天周次家户])(?=[\u4e00-\u9fff]{4})))"
)
_PROSE = pattern(r"[。;!?]|^.{12,}[,:]|^(?:为了?|根据|按照|依据|围绕|贯彻)[^《》]{12,}")
_CITED = pattern(r"《[^《》]{0,120}》")
# 附件:1.成员名单 | 附表:
ANNEX = pattern(r"^附(?:件|表)?(?:\d{0,2}|[一二三四五六七八九十]?):")
_ANNEX_HEAD = pattern(r"^附(?:件|表)?(?:\d{0,2}|[一二三四五六七八九十]?):?$")
_ANNEX_MORE = pattern(r"^\d{1,2}[.、][^。;]{2,80}$")
_CLOSING = pattern(r"^特此(?:通知|通告|公告|函告|函达|印发|批复|报告)[。.!]?$")
_SEALED = pattern(r"^\([\u4e00-\u9fa5]{2,24}代章\)$")  # (市教育局代章): whose seal stands for the signer
_DATED = pattern(r"^\(.{0,40}\d{4}年\d{1,2}月\d{1,2}日.{0,20}\)$")


@dataclass(slots=True)
class Reading:
    """``kind`` of a piece: furniture, meta, header, contents, asked (a requirement of the notice) or nothing yet. The other fields are indices of pieces."""

    pieces: Sequence[Piece]
    meta: Metadata
    kind: list[str]
    table: int  # the first head of a table; how many pieces there are if there is none
    addressees: list[int] = field(default_factory=list)
    notice: tuple[int, int] | None = None
    title: list[int] = field(default_factory=list)  # of the page or notice
    plan_title: list[int] = field(default_factory=list)  # above the body
    signers: list[int] = field(default_factory=list)
    date: int | None = None
    annex: list[int] = field(default_factory=list)

    def text(self, i: int) -> str:
        return self.pieces[i].text if 0 <= i < len(self.pieces) else ""

    def skipped(self, i: int) -> bool:
        """Whether a piece between title and body is neither: furniture, labels, remarks, 附件1, a date in brackets."""
        text = self.text(i)
        return self.kind[i] in ("furniture", "meta", "asked") or is_open_remark(text) or bool(_DATED.match(text)) or is_annex_head(text) or is_closing(text)

    def is_date(self, i: int) -> bool:
        return is_date(self.text(i)) or signed(self.text(i)) is not None

    def signs(self, i: int) -> bool:
        """Whether a piece may be the line of a signer, or a part of one that goes on below."""
        raw = self.pieces[i].raw
        parts = ["".join(part.split()) for part in pattern(r"\s{2,20}").split(raw)] if len(raw) <= 120 else [raw]
        return (
            any(is_body(part) for part in parts)
            or bool(_SEALED.match(self.text(i)))
            or _goes_on(self.text(i))
            and is_body(self.text(i) + self.text(i + 1))
            and not self.is_date(i + 1)
        )


def _goes_on(text: str) -> bool:
    """Whether a line may be the beginning of a signer's name: no statement of duty that stands above the signature."""
    return not pattern(r"^[(〔【]|(?:负责|牵头|配合|参与|落实)[)〕】]?。?$").search(text)


def is_prose(text: str) -> bool:
    bare = _CITED.sub("", text)
    return bool(_PROSE.search(bare)) or len(bare) > 90 or is_duty_label(text)


def is_closing(text: str) -> bool:
    """Whether a piece is the last sentence of a notice and no more: 特此通知."""
    return bool(_CLOSING.match(text))


def is_heading(text: str) -> bool:
    return bool(_HEADING.match(text))


def is_annex_head(text: str) -> bool:
    return bool(_ANNEX_HEAD.match(text))


def annex_below(r: Reading, i: int, end: int) -> list[int]:
    """The list of annexes that begins at the piece ``i``: 附件:1.… and the numbered lines below it; [] if none begins there."""
    if not ANNEX.match(r.text(i)) or is_prose(r.text(i)[4:]):
        return []
    block = [i]
    while block[-1] + 1 < end and _ANNEX_MORE.match(r.text(block[-1] + 1)):
        block.append(block[-1] + 1)
    return [] if len(block) == 1 and is_annex_head(r.text(i)) else block  # 附件: above a title is the annex itself


def annex_above(r: Reading, last: int, floor: int) -> list[int]:
    """The list of annexes that ends at the piece ``last``; [] if none does."""
    i = last
    while i > max(floor, last - 30) and _ANNEX_MORE.match(r.text(i)):
        i -= 1
    return list(range(i, last + 1)) if ANNEX.match(r.text(i)) and not is_prose(r.text(i)[4:]) else []
