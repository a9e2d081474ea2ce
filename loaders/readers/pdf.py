"""PDF with text: printed lines joined to paragraphs, running heads left out, tables put together over pages. A scan is told, not read."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from graphmodel.plan import Source
from graphmodel.problems import Problem
from loaders.assembly import Assembly
from loaders.contents import kind_of
from loaders.reader import Ask, reader

if TYPE_CHECKING:
    from loaders.pdf.document import Read


@reader("pdf", suffixes=(".pdf",), sniff=lambda data: kind_of(data) == "pdf")
def pdf(data: bytes, ask: Ask) -> Source:
    """The words of a PDF file, a line for each printed one, in the order of reading; places are ``page 5``.

    Raises Problem for a scan, for letters that cannot be read, for a file that is damaged, locked or out of all bounds.
    """
    from loaders.pdf.document import read
    from loaders.pdf.laid import lay

    if kind_of(data) != "pdf":
        raise Problem(
            f"{ask.name} 的内容不是 PDF；请确认文件，或按它真正的格式改正扩展名。", f"{ask.name} holds no PDF; check the file, or give it the suffix of what it is."
        )
    found = read(data, ask.name)
    _refuse_without_words(found, ask.name)
    out = Assembly()
    lay(found, out)
    return out.source(ask.name, hashlib.sha256(data).hexdigest())


def _refuse_without_words(found: Read, name: str) -> None:
    """A file whose words no program can read must not look like a plan without tasks."""
    from loaders.pdf.document import bloated
    from loaders.pdf.laid import letters_in

    letters = letters_in(found)
    unreadable = sum(s.page.unreadable for s in found.sheets)
    if unreadable * 4 > letters and unreadable > 20:
        raise Problem(
            f"{name} 中的文字没有字符编码（字体缺少 Unicode 对照表），无法读取；请用原来的 Word/WPS 文件，或经文字识别（OCR）后再试。",
            f"{name}: its letters cannot be read, since its fonts do not say which letters they are; give the Word file it was made from, or put it through OCR.",
        )
    if letters < 10 and any(s.page.cut for s in found.sheets):
        raise bloated(name)
    pictures = sum(s.page.pictures for s in found.sheets)
    pages = len(found.sheets)
    if letters < 10 or pictures >= pages and letters < 25 * pages and letters < 2_000:
        if pictures:
            raise Problem(
                f"{name} 是扫描件（{pages} 页，只有图片，没有文字），无法读取；请用原来的 Word/WPS 文件，或经文字识别（OCR）后再试。",
                f"{name} is a scan ({pages} pages of pictures, no text) and cannot be read; give the Word file it was made from, or put it through OCR.",
            )
        if letters < 10:
            raise Problem(
                f"{name} 没有文字（{pages} 页）；请用原来的 Word/WPS 文件后再试。", f"{name} holds no text ({pages} pages); give the Word file it was made from."
            )
