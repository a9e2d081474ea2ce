"""The fonts of a PDF: which letter a glyph stands for. Ranges that a font declares are bounded: nine bytes can declare four thousand million letters."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any, BinaryIO

from pdfminer.cmapdb import CMapParser, FileUnicodeMap
from pdfminer.pdffont import PDFCIDFont, PDFFont, PDFType1Font, PDFType3Font, TrueTypeFont
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1, stream_value
from pdfminer.psparser import LIT

from loaders.pdf.limits import Budget, TooMuch

_MOST_CODES = 200_000
_MOST_FONTS = 2_000


class _Letters(FileUnicodeMap):
    def __init__(self) -> None:
        super().__init__()
        self.left = _MOST_CODES

    def add_cid2unichr(self, cid: int, code: Any) -> None:
        self.left -= 1
        if self.left < 0:
            raise TooMuch
        super().add_cid2unichr(cid, code)


class _TrueType(TrueTypeFont):
    """The tables of a font file; one whose ranges hold more than any font has letters is left out."""

    def parse_cmap_format_4(self, fp: BinaryIO, char2gid: dict[int, int]) -> None:
        if self._within(fp, 2):
            super().parse_cmap_format_4(fp, char2gid)

    def parse_cmap_format_12(self, fp: BinaryIO, char2gid: dict[int, int]) -> None:
        if self._within(fp, 4):
            super().parse_cmap_format_12(fp, char2gid)

    def parse_cmap_format_2(self, fp: BinaryIO, char2gid: dict[int, int]) -> None:
        pass

    @staticmethod
    def _within(fp: BinaryIO, width: int) -> bool:
        at = fp.tell()

        def number(size: int = width) -> int:
            return int.from_bytes(fp.read(size), "big")

        if width == 2:
            fp.read(4)
            count = number() // 2
            fp.read(6)
            ends = [number() for _ in range(count)]
            fp.read(2)
            total = sum(max(0, end - number()) + 1 for end in ends)
        else:
            fp.read(10)
            count = number()
            groups = fp.read(12 * min(count, _MOST_CODES))
            starts = range(0, len(groups), 12)
            total = sum(max(0, int.from_bytes(groups[i + 4 : i + 8], "big") - int.from_bytes(groups[i : i + 4], "big")) + 1 for i in starts)
            total = max(total, count)
        fp.seek(at)
        return total <= _MOST_CODES


class Fonts(PDFResourceManager):
    """Makes the fonts of one document, each once."""

    def __init__(self, budget: Budget) -> None:
        super().__init__(caching=True)
        self.budget = budget
        self._made = 0

    def get_font(self, objid: object, spec: Mapping[str, Any]) -> PDFFont:
        if objid and objid in self._cached_fonts:
            return self._cached_fonts[objid]
        self._made += 1
        if self._made > _MOST_FONTS:
            raise TooMuch
        self.budget.spend(500)
        try:
            font = self._made_from(dict(spec))
        except TooMuch:
            raise
        except Exception:  # pdfminer's ways to fail on a damaged font are many; its letters are counted as not readable
            font = PDFType1Font(self, {"Subtype": LIT("Type1")})
            font.cid2unicode = {}
        if objid:
            self._cached_fonts[objid] = font
        return font

    def _made_from(self, spec: dict[str, Any]) -> PDFFont:
        kind = getattr(resolve1(spec.get("Subtype")), "name", "Type1")
        map_of_letters = resolve1(spec.pop("ToUnicode", None))
        if kind == "Type0":
            below = dict(dict_value(list_value(spec["DescendantFonts"])[0]))
            below["Encoding"] = resolve1(spec.get("Encoding"))
            return self._cid(below, map_of_letters)
        if kind in ("CIDFontType0", "CIDFontType2"):
            return self._cid(spec, map_of_letters)
        if len(list_value(resolve1(spec.get("Widths", [])))) > _MOST_CODES:
            raise TooMuch
        font = PDFType3Font(self, spec) if kind == "Type3" else PDFType1Font(self, spec)
        if isinstance(map_of_letters, PDFStream):
            font.unicode_map = self._letters(map_of_letters)
        return font

    def _cid(self, spec: dict[str, Any], map_of_letters: Any) -> PDFFont:
        described = dict(dict_value(spec.get("FontDescriptor", {})))
        file = described.pop("FontFile2", None)
        spec["FontDescriptor"] = described
        for key in ("W", "W2"):
            if key in spec:
                spec[key] = _bounded(list(list_value(spec[key])), 3 if key == "W" else 5)
        if map_of_letters is not None and not isinstance(map_of_letters, PDFStream):
            spec["ToUnicode"] = map_of_letters  # the name of a map that pdfminer knows
        font = PDFCIDFont(self, spec)
        if isinstance(map_of_letters, PDFStream):
            font.unicode_map = self._letters(map_of_letters)
        elif file is not None and font.unicode_map is None:
            data = stream_value(file).get_data()
            self.budget.spend(len(data) // 10)
            try:
                font.unicode_map = _TrueType(font.basefont, BytesIO(data)).create_unicode_map()
            except Exception:  # a font file without its table of letters, or a damaged one
                font.unicode_map = None
        return font

    def _letters(self, stream: PDFStream) -> _Letters:
        """What is read until the map ends or turns out to be damaged."""
        data = stream.get_data()
        self.budget.spend(len(data))
        letters = _Letters()
        try:
            CMapParser(letters, BytesIO(data)).run()
        except TooMuch:
            raise
        except Exception:  # a damaged map: the letters before the damage are known
            pass
        return letters


def _bounded(widths: list[Any], step: int) -> list[Any]:
    """The widths of a font as they are declared, without ranges that no font has."""
    out: list[Any] = []
    run: list[Any] = []
    left = _MOST_CODES
    for value in widths:
        value = resolve1(value)
        run.append(value)
        if isinstance(value, list):
            left -= len(value)
        elif len(run) == step:
            if not all(isinstance(n, int) for n in run[:2]) or run[1] - run[0] > 70_000:
                run = []
                continue
            left -= max(0, run[1] - run[0])
        else:
            continue
        if left < 0:
            raise TooMuch
        out.extend(run)
        run = []
    return out
