"""PDF files of a plan as offices print them: A4, lines of one width, indented paragraphs, page numbers between dashes, a running head."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from .assembled import grid
from .parts import Pairs, Part, Table

RUNNING_HEAD = "政府信息公开"
FURNITURE = (RUNNING_HEAD, r"—\d{1,3}—")
"""What a page holds besides the plan: regexes of folded lines without blanks."""
WAYS = ("pages", "columns", "spaced")


def pdf(parts: Sequence[Part], way: str = "pages") -> bytes:
    """The bytes of a PDF file; ``way``: "pages", "columns" (two a page), "spaced" (a gap between paragraphs in place of the indentation)."""
    from reportlab.lib.enums import TA_CENTER
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.lib.units import mm
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate
    from reportlab.platypus import Paragraph as Lines
    from reportlab.platypus import Table as Ruled

    registerFont(UnicodeCIDFont("STSong-Light"))
    size = 10 if way == "columns" else 15
    indent = 0 if way == "spaced" else 2 * size
    body = ParagraphStyle(
        "body", fontName="STSong-Light", fontSize=size, leading=size * 1.7, wordWrap="CJK", firstLineIndent=indent, spaceAfter=size * (way == "spaced")
    )
    title = ParagraphStyle("title", body, fontSize=size * 1.3, leading=size * 2, alignment=TA_CENTER, firstLineIndent=0)
    cell = ParagraphStyle("cell", body, fontSize=size * 0.7, leading=size, firstLineIndent=0, spaceAfter=0)
    wide, high = A4
    left, foot = 28 * mm, 35 * mm
    frames = [Frame(left, foot, wide - 2 * left, high - 2 * foot, 0, 0, 0, 0)]
    if way == "columns":
        half = (wide - 2 * left - 10 * mm) / 2
        frames = [Frame(left + k * (half + 10 * mm), foot, half, high - 2 * foot, 0, 0, 0, 0) for k in (0, 1)]

    def around(canvas: Any, document: Any) -> None:
        canvas.setFont("STSong-Light", 9)
        canvas.drawCentredString(wide / 2, high - 20 * mm, RUNNING_HEAD)
        canvas.drawCentredString(wide / 2, 20 * mm, f"— {document.page} —")

    story: list[Any] = []
    for n, part in enumerate(parts):
        if isinstance(part, Table):
            story.append(_ruled(part, frames[0]._width, lambda words: Lines(_marked_up(words), cell), Ruled))
        else:
            words = part.words
            style = cell if ">" in words else title if n < 8 and _is_title(part) else body  # where a reader of the page was is printed small
            story.append(Lines(_marked_up(words), style))
    out = io.BytesIO()
    document = BaseDocTemplate(out, pagesize=A4, invariant=1, title="")
    document.addPageTemplates(PageTemplate("all", frames, onPage=around))
    document.build(story)
    return out.getvalue()


def _is_title(part: Part) -> bool:
    return not (isinstance(part, Pairs) or part.words.endswith(("：", ":", "。")) or any(sign in part.words for sign in (">", "：", ":", " ", ".")))


def _ruled(table: Table, width: float, words: Any, make: Any) -> Any:
    """The table with lines around its cells; group headings run across; it goes on over pages with its heads again."""
    from reportlab.lib import colors

    cells = grid(table, "")
    look: list[Any] = [
        ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (0, 0), (-1, -1), 6),
        ("RIGHTPADDING", (0, 0), (-1, -1), 6),
    ]
    look += [("SPAN", (0, r), (-1, r)) for r in range(len(cells)) if table.heads_group(r)]
    longest = [max(4, *(min(12, len(row[c])) for r, row in enumerate(table.rows) if not table.heads_group(r))) for c in range(len(cells[0]))]
    widths = [width * k / sum(longest) for k in longest]
    rows = [[words(table.rows[r][c]) for c in range(len(row))] for r, row in enumerate(cells)]
    return make(rows, colWidths=widths, style=look, repeatRows=1)


def _marked_up(words: str) -> str:
    """Wide gaps stay wide: the typesetter makes one blank of several. The font has no heavy point."""
    return escape(words.replace("  ", "\u3000").replace("•", "・"))
