"""A web page's way from characters to a Source. Read this function first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graphmodel.patterns import pattern
from graphmodel.plan import Source
from graphmodel.problems import Problem
from loaders.assembly import Assembly
from loaders.web.boxes import Box, measure, words_in
from loaders.web.content import mark_site, squeezed
from loaders.web.lay import lay_down, own_title
from loaders.web.screen import MOST_SIGNS, screened
from loaders.web.styles import hidden_names
from loaders.web.walk import Asked, Walk

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

WEB_BYTES = 20_000_000
_FEW = 300
"""Characters: a page with fewer in sight may hide its text until a script shows it."""
_HAN = pattern(r"[\u4e00-\u9fff]")
_REFUSED = pattern(
    r"\b(?:403|404|500|502|503|504)\b|forbidden|not found|bad gateway|access denied|不存在|已(?:被)?删除|拒绝访问|禁止访问|javascript|请稍候|正在跳转|验证码"
    r"|安全验证|浏览器不支持|无权访问|页面(?:找不到|未找到|出错)|访问(?:受限|异常|频繁)"
)

MOST_FRAMES = 50


@dataclass(frozen=True, slots=True)
class Beside:
    """What is at hand beside a page. ``frame``: the characters of the page that a frame shows, by the address in the page; ``sheets``: pages that
    stand in its place (a workbook's); ``styles``: style sheets in files of their own."""

    frame: Callable[[str], str | None] = lambda address: None
    sheets: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()


def source_of_page(page: str, name: str, sha256: str, tracked: str = "final", beside: Beside | None = None) -> Source:
    """The document that a page holds, without its site. ``page``: its characters. Raises Problem where there is no document."""
    beside = beside or Beside()
    if sum(p.count("<") for p in (page, *beside.sheets)) > MOST_SIGNS:
        raise Problem(
            f"{name} 有 {page.count('<'):,} 个标签，不像一份方案，未读取；请确认文件来源，或把正文复制为文本后再试。",
            f"{name} holds {page.count('<'):,} tags, more than any plan; it was not read: make sure where it comes from, or save the text by itself.",
        )
    tree = _parsed(page)
    box = _together([_boxes(_parsed(s), tracked, beside) for s in beside.sheets]) if beside.sheets else _boxes(tree, tracked, beside)
    title = _title(tree)
    shown = pattern(r"[_|｜]").split(squeezed(title))[0]
    mark_site(box, shown)
    assembly = Assembly()
    first = own_title(title, box)
    if first:
        assembly.line(first, None)
    lay_down(box, assembly)
    _refuse_what_is_no_document(box, page, name)
    source = assembly.source(name, sha256)
    return _with_bad_bytes_said(source)


def _parsed(page: str) -> LexborHTMLParser:
    from selectolax.lexbor import LexborHTMLParser

    return LexborHTMLParser(screened(page))


def _title(tree: LexborHTMLParser) -> str:
    node = tree.css_first("title")
    return " ".join(node.text().split())[:300] if node is not None else ""


def _boxes(tree: LexborHTMLParser, tracked: str, beside: Beside) -> Box:
    kept: list[LexborHTMLParser] = []  # a node is only good as long as its parser lives
    signs = 0

    def inner(address: str) -> LexborNode | None:
        nonlocal signs
        page = beside.frame(address)
        signs += page.count("<") if page else 0
        if page is None or len(kept) >= MOST_FRAMES or signs > MOST_SIGNS:
            return None
        kept.append(_parsed(page))
        return kept[-1].body or kept[-1].root

    root = tree.body or tree.root
    names: set[str] = set()
    for sheet in (*beside.styles, *(node.text() for node in tree.css("style")[:50])):
        names |= hidden_names(sheet)
    asked = Asked(names=frozenset(names), frame=inner, gone="del" if tracked == "final" else "ins")
    walk = Walk(asked)
    box = walk.read(root) if root is not None else Box("page", None)
    measure(walk.boxes)
    if box.weight < _FEW and root is not None:
        asked.everything = True
        again = Walk(asked)
        shown = again.read(root)
        measure(again.boxes)
        if shown.weight >= _FEW and shown.weight > box.weight * 3:
            return shown
    return box


def _together(pages: list[Box]) -> Box:
    top = Box("page", None)
    for page in pages:
        page.up = top
        top.kids.append(page)
    measure([top])
    return top


def _refuse_what_is_no_document(box: Box, page: str, name: str) -> None:
    han, size, linked, sentences, begin = 0, 0, 0, 0, ""
    for words in words_in(box):
        han += len(_HAN.findall(words.text[:5_000]))
        size, linked = size + words.size, linked + words.linked
        sentences += "。" in words.text or "；" in words.text
        begin += words.text[:400] if len(begin) < 2_000 else ""
        if sentences and han >= 200:
            return
    if (sentences or linked * 2 <= size) and (han >= 200 or (han >= 8 and not _REFUSED.search(begin.lower()))):
        return
    low = page[:200_000].lower()
    if "<frameset" in low or "<frame " in low or "<iframe" in low:
        raise Problem(
            f"{name} 只是框架页，正文在另一个网页里，这里没有文字；请在浏览器中单独打开正文所在的框架，另存后再试。",
            f"{name} only frames another page that holds the text; open that frame by itself in the browser, save it and try again.",
        )
    if "<script" in low and han < 8:
        raise Problem(
            f"{name} 的正文要由脚本从网上取来，文件里没有；请在浏览器中打开，等正文显示后另存为“网页，单个文件（.mhtml）”或复制为文本。",
            f"{name} has its text fetched by a script, the file does not hold it; open it in a browser, wait for the text and save it as .mhtml or as text.",
        )
    raise Problem(
        f"{name} 里没有方案的正文（像是出错页、跳转页或空白页）；请在浏览器中打开原网页，确认能看到正文后重新保存。",
        f"{name} holds no plan (it looks like an error page, a redirection or an empty page); open it in a browser, see that the text shows and save it again.",
    )


def _with_bad_bytes_said(source: Source) -> Source:
    bad = source.text.count("\ufffd")
    if not bad:
        return source
    said = (
        f"网页中有 {bad} 处字节无法解码，以“\ufffd”代替；首处在“{_around(source.text)}”，请对照原网页核对。",
        f"{bad} places of the page hold bytes that are no characters, shown as \ufffd; the first is in “{_around(source.text)}”: compare it with the site.",
    )
    return replace(source, remarks=(*source.remarks, said))


def _around(text: str) -> str:
    at = text.index("\ufffd")
    return " ".join(text[max(0, at - 12) : at + 13].split())
