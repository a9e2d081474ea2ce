"""Reads the table of labels above a document: 索引号, 文号, 发布机构, 成文日期 and their values, in one line or one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graphmodel.patterns import pattern
from loaders.furniture import is_furniture
from loaders.pieces import Piece

# label -> which value of the document it gives; "" = none that is kept
_LABELS = {
    "number": "发文字号 政策文号 文件编号 公文编号 文件字号 文号 字号 发文编号",
    "issuer": "发布机构 发布部门 发文机关 制定机关 发文单位 发布单位 发布机关 公开机构 公开主体 公开责任部门 责任部门 制发机关 信息来源 文章来源 来源 发布者",
    "written": "成文日期 公布日期 发文日期 印发日期 制发日期 成文时间 发文时间 生成日期 签发日期 印发时间",
    "published": "发布日期 发布时间 公开日期 公开时间 发表时间 更新时间 时间 日期",
    "title": "标题 名称 信息名称 文件名称 公文名称",
    "": "索引号 主题分类 信息分类 组配分类 分类 公开目录 主题词 关键词 关键字 效力状态 效力等级 时效性 有效性 是否有效"
    " 文件状态 施行日期 生效日期 废止日期 失效日期 实施日期 失效时间 有效期 浏览量 浏览次数 点击数 点击率 阅读次数"
    " 访问量 栏目 作者 体裁 语种 服务对象 体裁分类 公开方式 公开范围 公开形式 信息索取号 登记号 统一编号"
    " 规范性文件编号 编号 文件下载 相关解读 内容概述 内容概览 责任编辑 编辑 字体 字号大小 载体类型 记录形式 公开类别"
    " 有效时间 时效 题注 文种 所属机构 所属主题",
}
_WHAT = {label: what for what, labels in _LABELS.items() for label in labels.split()}
_ANY = "|".join(sorted(_WHAT, key=lambda w: (-len(w), w)))
# •【制定机关】… | -索引号: | 发布机构:…
_LABEL = pattern(r"[-·*]{0,2}【(" + _ANY + r")】:?|[-·*]{0,2}(" + _ANY + r"):")
# 索引号 0151-2/2020 发布机构 某市某局: long labels need no colon
_BARE = pattern(r"(" + "|".join(sorted((w for w in _WHAT if len(w) >= 3), key=lambda w: (-len(w), w))) + r"|文号)(?=\s|$)")
_TIMED = pattern(r"((?:19|20)\d\d[-./](?:0[1-9]|1[0-2])[-./](?:0[1-9]|[12]\d|3[01]))\d{1,2}:\d\d")  # 2016-12-27 15:20 without its blank
_DUTY = "责任部门"  # names a document's issuer on some pages, and who answers for a task in most plans
_NO_VALUE = {"文件下载", "相关解读", "主题词", "关键词", "编辑", "字体", "浏览量", "浏览次数"}


@dataclass(frozen=True, slots=True)
class Metadata:
    """Values as printed, without blanks, each the first that is not empty; ``taken``: indices of the pieces that hold labels and values."""

    number: str = ""
    issuer: str = ""
    written: str = ""
    published: str = ""
    title: str = ""
    taken: frozenset[int] = frozenset()


def is_label(words: str) -> bool:
    """Whether words (without blanks) are a label of a page's metadata and nothing more: 索引号 · 成文日期：."""
    return words.rstrip(":：") in _WHAT


def _labels(piece: Piece) -> list[tuple[str, str]]:
    """(label, value) pairs of one piece; empty if the piece does not begin with a label."""
    text = piece.text
    if _LABEL.match(text) or _LABEL.match(text, 1):
        found = list(_LABEL.finditer(text))
        ends = [m.start() for m in found[1:]] + [len(text)]
        return [(m[1] or m[2], text[m.end() : end]) for m, end in zip(found, ends)]
    raw = pattern(r"(?<=[\u4e00-\u9fa5])\s(?=[\u4e00-\u9fa5]\s)").sub("", piece.raw.replace("|", " ").strip())
    if (_BARE.match(raw) or _BARE.match(raw, 1)) and not pattern(r"[。;]").search(text):
        bare = list(_BARE.finditer(raw))
        ends = [m.start() for m in bare[1:]] + [len(raw)]
        return [(m[1], "".join(raw[m.end() : end].split())) for m, end in zip(bare, ends)]
    return []


def _among_labels(pieces: Sequence[Piece], i: int) -> bool:
    """Whether the piece stands in a page's table of labels: other labels beside it, no list of units behind it."""
    others = (pairs for k in range(max(0, i - 1), min(len(pieces), i + 2)) for pairs in _labels(pieces[k]))
    return "、" not in pieces[i].text and any(label != _DUTY for label, _ in others)


def _printed(value: str, places: Sequence[Piece]) -> str:
    """A folded value with the signs it is printed with."""
    for piece in places:
        at = piece.text.find(value)
        if at >= 0:
            return piece.printed[at : at + len(value)]
    return value


def read_metadata(pieces: Sequence[Piece], until: int = 160) -> Metadata:
    """The labels and values among the first ``until`` pieces.

    A label at the end of a piece takes the next piece, unless that is a label or furniture.
    """
    values: dict[str, str] = {}
    taken: set[int] = set()
    for i, piece in enumerate(pieces[:until]):
        if i in taken or len(piece.text) > 400:
            continue
        pairs = _labels(piece)
        if not pairs or (pairs[0][0] == _DUTY and not _among_labels(pieces, i)):
            continue
        taken.add(i)
        for n, (label, value) in enumerate(pairs):
            if not value and n == len(pairs) - 1 and label not in _NO_VALUE and i + 1 < len(pieces):
                follower = pieces[i + 1]
                text = follower.text.lstrip("-·*")
                if not _labels(follower) and not is_furniture(text) and len(text) <= 160 and not text.endswith(("。", ":")):
                    value = text
                    taken.add(i + 1)
            what = _WHAT[label]
            if what and value and not values.get(what):
                values[what] = _TIMED.sub(r"\1", _printed(value, pieces[i : i + 2]))
    return Metadata(**values, taken=frozenset(taken))
