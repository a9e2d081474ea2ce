"""What of a page is the document, and what is the site: marks boxes and paragraphs of the site as ``out``.

The document's block is where most of the words stand that are no links. In it only what is surely of the site goes; beside it, in the same
article, what shows signs of the site goes; above that only what shows signs of the document stays: labels of its metadata, title, source and
date, sentences.
"""

from __future__ import annotations

from graphmodel.patterns import pattern
from graphmodel.text import fold
from loaders.furniture import is_furniture
from loaders.metadata import is_label
from loaders.web.boxes import Box, Words, words_in
from loaders.web.grid import is_layout

_SHARE = 0.8
# class="nav_top" | id="foot" | class="related-list"; only of boxes that the document's block does not stand in
_SITE = pattern(
    r"(?:^|[\s_-])(?:nav|menu|crumbs?|breadcrumbs?|position|location|weizhi|dqwz|curmb|foot|footer|copyright|share|bdsharebuttonbox|bshare|jiathis|social|print|fontsize|font-size|toolbar|tool|tools"
    r"|related|relate|xgwj|xgxx|xgjd|xgyd|xgzc|recommend|hot|rank|ranking|sidebar|login|search|topbar|ewm|qrcode|qr|comment|comments|pinglun|prev|next|prevnext|pagination|pager|links?|friend|yqlj"
    r"|wza|service|banner|logo|tab-nav|sitemap|gotop|backtop|float|weather|notice-bar|header-top|top-nav)(?=$|[\s_\d-])"
)
_ATTACHED = pattern(r"(?:^|[\s_-])(?:attach\w{0,12}|fujian|fjxz|fj|download\w{0,8}|annex\w{0,6}|file-?list)(?=$|[\s_\d-])")
_TITLE = pattern(r"(?:^|[\s_-])(?:title|biaoti|bt|arti[-_]?title|article[-_]?title|tit|con[-_]?title|headline|info[-_]?title)(?=$|[\s_\d-])")
_LABELLED = pattern(r"^[\[【(•·*-]{0,2}([\u4e00-\u9fff]{2,8})[\]】)]?[:：]")
_DATED = pattern(r"(?:发布|公开|成文|发文|印发|更新|生成)?(?:时间|日期)[:：]|来源[:：]|(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}")
_NUMBER = pattern(r"^[\u4e00-\u9fff]{1,12}[〔\[(（【［](?:19|20)\d\d[〕\])）】］]\d{1,5}号$")
DOCUMENT_NAME = pattern(
    r"(?:通知|方案|意见|计划|要点|办法|清单|分工|规划|分解表|任务表|分工表|措施|安排|决定|通报|公告|通告|批复|函|台账|责任书|行动|目标|任务|细则|规定|报告|一览表)(?:[(（][^()（）]{1,20}[)）]){0,2}$"
)
_FOOT = pattern(r"ICP备|公网安备|版权所有|网站标识码|主办(?:单位)?[:：].{0,40}(?:承办|维护|办公室|人民政府)|Copyright|技术支持[:：]")
# 您现在的位置：首页 >> 文件 | 首页 > 政务公开 > 正文
_CRUMBS = pattern(r"^(?:你|您)?(?:现在|当前|目前|所在)?(?:的|所在|所处)?(?:的)?位置(?::|>|首页)|^首页(?:>|›|»|/|-){1,2}")
# the head of a list of links that goes
_HEADS_LINKS = pattern(
    r"^(?:附件(?:下载|列表)|(?:文件|文档)下载|(?:相关|推荐)(?:附件|链接|文档|文件|信息|新闻|稿件|阅读|解读|文章|内容)|扩展阅读|政策解读|热点(?:新闻|信息|文章|推荐)):?$"
)
_MINE = pattern(r"^\s{0,9}附\s{0,9}(?:件|表|录)")
_FILE_NAME = pattern(r"\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar|7z|txt|ceb)(?:[(（\[].{0,30})?$")
_DUTY = pattern(r"牵头|责任单位|责任部门|配合单位|负责|完成时限")


def squeezed(text: str) -> str:
    """Folded, without blanks: as the words of the trade are known."""
    return "".join(fold(text).split())


def mark_site(page: Box, title: str) -> None:
    """Marks what is of the site. ``title``: the page's own, squeezed, for the line that repeats it."""
    block = _block_of(page)
    article = _article_of(block)
    inside: Box = block
    while inside.up is not None:
        up = inside.up
        at = up.kids.index(inside)
        near = _is_in(up, article)
        for side in (reversed(up.kids[:at]), up.kids[at + 1 :]):
            beside = True  # until the first part with a link
            for kid in side:
                beside = beside and not kid.links and kid.size < 2_000
                _judge(kid, near or beside, title)
        inside = up
    _prune(block)


def _block_of(page: Box) -> Box:
    """The smallest box that holds most of the words; never a part of a table of data."""
    box, most = page, page.weight * _SHARE
    while True:
        inner = next(
            (k for k in box.kids if isinstance(k, Box) and (k.weight >= most or (k.weight * 2 >= page.weight and k.marks >= 3 and k.marks * 10 >= page.marks * 9))),
            None,
        )
        if inner is None or not inner.weight or (inner.tag == "table" and not is_layout(inner)):
            return box
        box = inner


def _has_the_sentences(box: Box, page: Box) -> bool:
    """Whether nearly all sentences of a page stand in a box, and half of its words: the rest of a short plan's page is as long as the plan."""
    return box.weight * 2 >= page.weight and box.marks >= 3 and box.marks * 10 >= page.marks * 9


def _article_of(block: Box) -> Box:
    """The largest box around the block that is not yet the site's: what stands in it beside the block is not mostly links."""
    box = block
    while box.up is not None:
        up = box.up
        beside, linked, links = up.size - box.size, up.linked - box.linked, up.links - box.links
        if links >= 8 and linked * 10 >= beside * 4:
            return box
        if any(isinstance(k, Box) and k is not box and (k.tag in ("header", "footer") or _FOOT.search(_start(k, 400)) and k.size < 800) for k in up.kids):
            return box
        box = up
    return box


def _is_in(box: Box | None, outer: Box) -> bool:
    while box is not None:
        if box is outer:
            return True
        box = box.up
    return False


def _start(box: Box, size: int) -> str:
    out = ""
    for words in words_in(box):
        out += words.text + " "
        if len(out) > size:
            break
    return out


def _judge(part: Box | Words, near: bool, title: str) -> None:
    """A part beside the document's block. ``near``: in the same article."""
    heap: list[tuple[Box | Words, bool]] = [(part, near)]
    while heap:
        part, near = heap.pop()
        if isinstance(part, Words):
            part.out = not (_stays_near(part, title) if near else _is_of_document(part, title))
            continue
        if part.tag == "table" and not is_layout(part):
            part.out = part.linked * 2 > part.size or (not near and not part.marks and not _told(part))
            continue
        if _metadata(part):
            continue
        named = bool(_SITE.search(part.hint)) or part.tag == "header"
        if named and (not _weighty(part) or part.linked * 2 > part.size) and not any(_is_title(w, title) for w in words_in(part)):
            part.out = True
            continue
        if part.size < 800 and not part.tables and part.weight < 400 and _FOOT.search(_start(part, 800)) and not _is_wide(part):
            part.out = True
            continue
        heap.extend((kid, near and not named) for kid in part.kids)


def _is_wide(box: Box) -> bool:
    """Whether words of duty stand in it: then it is more than a foot."""
    return any(_DUTY.search(w.text) and w.size > 20 for w in words_in(box))


def _weighty(box: Box) -> bool:
    """Whether a box holds sentences enough to be of the document, whatever it is named."""
    return box.marks >= 3 and box.weight >= 300


def _told(box: Box) -> bool:
    return any(is_label(squeezed(w.text)) or _DUTY.search(w.text) for w in words_in(box))


def _metadata(box: Box) -> bool:
    """Whether a small box holds labels of a document's metadata and hardly a link."""
    if box.size > 2_500 or box.linked * 3 > box.size or box.paragraphs > 80:
        return False
    labels = sum(_label(w) for w in words_in(box))
    return labels >= 2 and labels * 4 >= box.paragraphs


def _label(words: Words) -> bool:
    text = squeezed(words.text)
    found = _LABELLED.match(text)
    return is_label(text) or bool(found and is_label(found[1]))


def _is_title(words: Words, title: str) -> bool:
    text = squeezed(words.text)
    if len(text) < 8 or _CRUMBS.match(text):
        return False
    if title and (text == title or (words.tag in ("h1", "h2", "h3") or _titled(words)) and (text[:12] in title or title[:12] in text)):
        return True
    return bool(DOCUMENT_NAME.search(text)) and (words.tag in ("h1", "h2") or _titled(words)) and words.linked * 2 < words.size


def _titled(words: Words) -> bool:
    box: Box | None = words.up
    return bool(_TITLE.search(words.hint)) or bool(box and (_TITLE.search(box.hint) or box.tag == "ucaptitle"))


def _stays_near(words: Words, title: str) -> bool:
    """A paragraph of the same article: stays unless it shows signs of the site."""
    if _is_of_document(words, title):
        return True
    text = squeezed(words.text)
    if words.linked * 10 >= words.size * 8 or is_furniture(text) or _HEADS_LINKS.match(text) or _FOOT.search(text) or _CRUMBS.match(text):
        return False
    return not (words.links >= 3 and words.linked * 3 > words.size and "。" not in text)


def _is_of_document(words: Words, title: str) -> bool:
    """A paragraph far from the document: stays if it shows signs of the document."""
    if _is_title(words, title):
        return True
    text = squeezed(words.text)
    if words.linked * 2 > words.size or _CRUMBS.match(text):
        return False
    if _label(words) or _NUMBER.match(text) or (words.links == 0 and len(text) <= 120 and _DATED.search(text) and not text.startswith("今天")):
        return True
    return words.size >= 30 and ("。" in text or "；" in words.text) and not is_furniture(text)


def _prune(block: Box) -> None:
    """In the document's own block only what is surely of the site goes."""
    heap: list[Box] = [block]
    while heap:
        box = heap.pop()
        for kid in box.kids:
            if isinstance(kid, Words):
                kid.out = _is_button(kid) or _is_download(kid, box)
            elif kid.tag == "table" and not is_layout(kid):
                continue
            elif _is_list_of_links(kid) or (_SITE.search(kid.hint) and not kid.marks and kid.size < 500 and kid.size * 5 < block.size and _site_words(kid)):
                kid.out = True
            else:
                heap.append(kid)


def _is_button(words: Words) -> bool:
    if words.size > 200 or not words.links and words.size > 12:
        return False
    text = squeezed(words.text)
    if not words.links:
        return bool(_HEADS_LINKS.match(text))
    return is_furniture(text) or bool(_CRUMBS.match(text))


def _is_download(words: Words, box: Box) -> bool:
    """A link to a file of the site: 附件1：任务分解表.docx. 附件：任务分解表 is the document's own line, linked or not."""
    if not words.files or words.linked * 10 < words.size * 6:
        return False
    return bool(_FILE_NAME.search(squeezed(words.text).lower())) or bool(_ATTACHED.search(box.hint)) and not _MINE.match(words.text)


def _is_list_of_links(box: Box) -> bool:
    return box.links >= 3 and box.marks == 0 and box.linked * 10 >= box.size * 8 and not any(_MINE.match(w.text) for w in words_in(box))


def _site_words(box: Box) -> bool:
    """Whether each of its paragraphs is a link or a button."""
    return all(w.linked * 2 > w.size or is_furniture(squeezed(w.text)) or w.size <= 4 for w in words_in(box))
