"""Lays the lines and tables of a PDF down, with what must be said about the file."""

from __future__ import annotations

from graphmodel.text import fold
from loaders.assembly import Assembly
from loaders.pdf.document import Read
from loaders.pdf.flow import Flow
from loaders.pdf.grids import Table, continued, grid_of
from loaders.pdf.lines import Line

_AGAIN = ("续表", "(续)", "(续表)")


def letters_in(found: Read) -> int:
    """How many letters the lines and tables hold, blanks not counted."""
    tables = [t for t in found.pieces if isinstance(t, Table)]
    in_cells = sum(len(c.bare) for t in tables for row in t.rows for c in {id(c): c for c in row}.values())
    return in_cells + sum(len("".join(x.text.split())) for x in found.pieces if isinstance(x, Line))


def lay(found: Read, out: Assembly) -> None:
    """``found`` to ``out``, remarks included."""
    pieces = _whole_tables(found.pieces)
    flow = Flow([x for x in pieces if isinstance(x, Line)])
    before: Line | None = None
    for piece in pieces:
        if isinstance(piece, Table):
            out.table(grid_of(piece))
            before = None
            continue
        out.line(piece.text, f"page {piece.page}", flow.begins(before, piece))
        before = piece
    out.remarks += _remarks(found)


def _whole_tables(pieces: list[Line | Table]) -> list[Line | Table]:
    """Tables that go on over pages put together."""
    out: list[Line | Table] = []
    for piece in pieces:
        if isinstance(piece, Table) and out:
            again = isinstance(out[-1], Line) and "".join(fold(out[-1].text).split()) in _AGAIN
            above = out[-2] if again and len(out) > 1 else out[-1]
            if isinstance(above, Table) and continued(above, piece):
                if again:
                    out.pop()
                continue
        out.append(piece)
    return out


def _remarks(found: Read) -> list[tuple[str, str]]:
    pages = [s.page for s in found.sheets]
    out = []
    if found.repaired:
        out.append(
            ("文件不完整或有损坏，只读取了还能找到的页面，内容可能不全", "the file is damaged or not whole; only the pages still found were read")
        )
    if found.more:
        out.append((f"只读取了前 {len(pages)} 页，其余部分损坏或过大", f"only the first {len(pages)} pages were read; the rest is damaged or too large"))
    if cut := [p.number for p in pages if p.cut]:
        out.append((f"第 {_list(cut)} 页损坏或内容过多，只读取了一部分", f"page {_list(cut)}: damaged or too full, read in part"))
    if lost := [p.number for p in pages if p.unreadable]:
        count = sum(p.unreadable for p in pages)
        out.append(
            (f"有 {count} 个字在文件中没有编码，以□代替（第 {_list(lost)} 页）", f"{count} letters that the file does not name stand as □ (page {_list(lost)})")
        )
    if turned := [p.number for p in pages if any(len(w.strip()) > 1 for w in p.turned)]:
        words = next(w.strip() for p in pages for w in p.turned if len(w.strip()) > 1)[:20]
        out.append(
            (
                f"斜排、竖排或水印文字未读取（第 {_list(turned)} 页，如“{words}”）",
                f"words printed askew, upright or as a watermark were left out (page {_list(turned)})",
            )
        )
    letters = letters_in(found)
    if sum(p.hidden for p in pages) * 2 > letters:
        out.append(("文字是扫描后识别的，可能有错字", "the words were recognised in a scan and may be wrong"))
    elif blank := [p.number for s in found.sheets if (p := s.page).pictures and not s.levels and not s.tables]:
        out.append((f"第 {_list(blank)} 页只有图片，没有文字，未读取", f"page {_list(blank)} holds a picture and no text; it was not read"))
    return out


def _list(numbers: list[int]) -> str:
    return "、".join(map(str, numbers[:8])) + ("…" if len(numbers) > 8 else "")
