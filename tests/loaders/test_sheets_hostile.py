"""Workbooks that nobody should have made: damaged, locked, lying about their size, far too large. One sentence, or a good reading; soon, in little memory."""

from __future__ import annotations

import contextlib
import io
import random
import resource
import shutil
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from workbook_writer import book, converted, xlsx

from graphmodel.plan import Source
from graphmodel.problems import Problem
from loaders.reader import Ask, reader_for_suffix

_NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_ODS = 'xmlns:office="o" xmlns:table="t" xmlns:text="x"'
SECONDS, MEGABYTES = 20, 700
"""Ten seconds and 500 MB by itself; other tests run beside it."""


def read(data: bytes, suffix: str = ".xlsx") -> Source:
    found = reader_for_suffix(suffix)
    assert found is not None
    return found.read(data, Ask(f"x{suffix}"))


def packed(sheet: str | Callable[[io.BufferedIOBase], None], more: dict[str, str] | None = None, sheets: int = 1) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        listed = "".join(f'<sheet name="Sheet{n}" r:id="rId1"/>' for n in range(sheets))
        package.writestr("xl/workbook.xml", f'<workbook {_NS} xmlns:r="r"><sheets>{listed}</sheets></workbook>')
        package.writestr("xl/_rels/workbook.xml.rels", '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>')
        for name, words in (more or {}).items():
            package.writestr(name, words)
        if isinstance(sheet, str):
            package.writestr("xl/worksheets/sheet1.xml", sheet)
        else:
            with package.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
                sheet(part)  # type: ignore[arg-type]
    return out.getvalue()


def opendocument(body: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        package.writestr(
            "content.xml", f"<office:document-content {_ODS}><office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>"
        )
    return out.getvalue()


def sheet(rows: str, more: str = "") -> str:
    return f"<worksheet {_NS}><sheetData>{rows}</sheetData>{more}</worksheet>"


def repeated(piece: bytes, times: int) -> Callable[[io.BufferedIOBase], None]:
    def write(part: io.BufferedIOBase) -> None:
        part.write(f"<worksheet {_NS}><sheetData>".encode())
        for _ in range(times):
            part.write(piece)
        part.write(b"</sheetData></worksheet>")

    return write


_CELL = '<c r="{}" t="inlineStr"><is><t>甲</t></is></c>'
_TABLE = '<table:table table:name="a">{}</table:table>'

# What is read, or None where one sentence must come instead
HOSTILE: dict[str, tuple[Callable[[], bytes], str, str | None, str]] = {
    "a lying dimension": (lambda: packed(f'<worksheet {_NS}><dimension ref="A1:XFD1048576"/><sheetData><row r="9">{_CELL.format("C9")}</row></sheetData></worksheet>'), ".xlsx", "甲", ""),
    "two far corners": (lambda: packed(sheet(f'<row r="1">{_CELL.format("A1")}</row><row r="1048576">{_CELL.format("XFD1048576")}</row>')), ".xlsx", "甲\n甲", ""),
    "a diagonal": (lambda: packed(sheet("".join(f'<row r="{n}"><c r="{a}{b}{n}"><v>1</v></c></row>' for n, (a, b) in enumerate(((a, b) for a in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" * 8 for b in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"), 1)))), ".xlsx", "\n".join("1" * 5408), ""),
    "a million blank cells": (lambda: packed(repeated(b"<row>" + b'<c s="1"/>' * 1000 + b"</row>", 1000)), ".xlsx", None, "holds no words"),
    "a billion blanks": (lambda: packed(repeated(b" " * 1_000_000, 400)), ".xlsx", None, "unpacks to more"),
    "four million cells": (lambda: packed(repeated(b"<row>" + b"<c><v>12</v></c>" * 10 + b"</row>", 400_000)), ".xlsx", None, "more than 900,000 cells"),
    "an endless attribute": (lambda: packed(f'<worksheet {_NS} a="{"a" * 30_000_000}"/>'), ".xlsx", None, "damaged"),
    "a deep tree": (lambda: packed(f"<worksheet {_NS}>" + "<a>" * 500_000 + "</a>" * 500_000 + "</worksheet>"), ".xlsx", None, "holds no words"),
    "entities": (lambda: packed(f'<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>{sheet("")}'), ".xlsx", None, "document type"),
    "a string used a thousand times": (lambda: packed(sheet('<row><c t="s"><v>0</v></c></row>' * 1000), {"xl/sharedStrings.xml": f"<sst {_NS}><si><t>{'甲' * 100_000}</t></si></sst>"}), ".xlsx", None, "characters"),
    "strings that nobody uses": (lambda: packed(sheet(""), {"xl/sharedStrings.xml": f"<sst {_NS}>{'<si/>' * 2_000_000}</sst>"}), ".xlsx", None, "cells"),
    "endless styles": (lambda: packed(sheet(""), {"xl/styles.xml": f"<s {_NS}><cellXfs>{'<xf/>' * 1_000_000}</cellXfs></s>"}), ".xlsx", None, "damaged"),
    "merged beyond all": (lambda: packed(sheet("".join(f'<row r="{n}">{_CELL.format(f"A{n}")}{_CELL.format(f"CV{n}")}</row>' for n in range(1, 4001)), "<mergeCells>" + "".join(f'<mergeCell ref="A{n}:XFD1048576"/>' for n in range(1, 4001)) + "</mergeCells>")), ".xlsx", "甲", ""),
    "the same part a thousand times": (lambda: packed(sheet(f"<row>{_CELL.format('A1')}</row>"), sheets=900), ".xlsx", "甲", ""),
    "too many sheets": (lambda: packed(sheet(""), sheets=50_000), ".xlsx", None, "unpacks to more"),
    "odd numbers": (lambda: packed(sheet('<row r="x"><c r="1"><v>1</v></c></row>')), ".xlsx", None, "damaged"),
    "odd cells": (lambda: packed(sheet('<row><c r="?1" s="99" t="s"><v>77</v></c><c t="e"><v>#REF!</v></c><c s="-1"><v>nan</v></c><c><v>1e999</v></c><c t="zz"><v>甲</v></c></row>')), ".xlsx", "nan\n1e999\n甲", ""),
    "paths": (lambda: packed(sheet(f"<row>{_CELL.format('A1')}</row>"), {"../../etc/passwd": "x", "/abs": "y"}), ".xlsx", "甲", ""),
    "no sheets": (lambda: packed(sheet(""), sheets=0), ".xlsx", None, "damaged"),
    "repeated blanks": (lambda: opendocument(_TABLE.format('<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>')), ".ods", None, "holds no words"),
    "far behind blanks": (lambda: opendocument(_TABLE.format('<table:table-row table:number-rows-repeated="1048570"/><table:table-row><table:table-cell table:number-columns-repeated="16380"/><table:table-cell><text:p>甲</text:p></table:table-cell></table:table-row>')), ".ods", "甲", ""),
    "repeated spans": (lambda: opendocument(_TABLE.format('<table:table-row><table:table-cell table:number-rows-spanned="1048576" table:number-columns-spanned="16384"><text:p>甲</text:p></table:table-cell></table:table-row>')), ".ods", "甲", ""),
    "a package of nothing": (lambda: b"PK\x05\x06" + b"\0" * 18, ".xlsx", None, "damaged"),
    "commas": (lambda: b"," * 19_000_000, ".csv", None, "cells"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile(name: str) -> None:
    make, suffix, expected, said = HOSTILE[name]
    data = make()
    begun = time.process_time()
    if expected is None:
        with pytest.raises(Problem, match=said) as caught:
            read(data, suffix)
        assert "\n" not in caught.value.zh and f"x{suffix}" in caught.value.zh
    else:
        assert read(data, suffix).text == expected
    assert time.process_time() - begun < SECONDS


def test_repeated_words_are_bounded() -> None:
    row = '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"><text:p>甲</text:p></table:table-cell></table:table-row>'
    assert len(read(opendocument(_TABLE.format(row)), ".ods").text) < 200_000


def small() -> bytes:
    made = book(
        ("任务", [["沅平市任务分工表"], ["序号", "任务", "牵头单位", "目标值"], [1, "完成改造", "市民政局", 0.065], [2, "新增学位", "市教育局", "=1"]]),
        formats={"D3": "0.0%"},
    )
    return xlsx(made)


def _damaged(data: bytes, suffix: str, seed: int) -> None:
    chance = random.Random(seed)
    cut = [data[:n] for n in range(0, len(data), max(1, len(data) // 150))]
    changed = []
    for _ in range(200):
        one = bytearray(data)
        for _ in range(chance.randint(1, 10)):
            one[chance.randrange(len(one))] = chance.randrange(256)
        changed.append(bytes(one))
    for one in (*cut, *changed):
        try:
            assert isinstance(read(bytes(one), suffix), Source)
        except Problem as problem:
            assert f"x{suffix}" in problem.en


def test_damaged_workbooks() -> None:
    """Cut at every length, bytes changed: a reading or a sentence, nothing else."""
    _damaged(small(), ".xlsx", 1)


def test_damaged_parts() -> None:
    """Broken inside the package, where no checksum tells."""
    chance = random.Random(2)
    with zipfile.ZipFile(io.BytesIO(small())) as package:
        parts = {n: package.read(n) for n in package.namelist()}
    for _ in range(150):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as package:
            for name, words in parts.items():
                at = chance.randrange(len(words))
                package.writestr(name, words[:at] + chance.choice([b"", b"9", b"-1", b"<", b'"', b"\xff"]) + words[at + 1 :] if chance.random() < 0.3 else words)
        with contextlib.suppress(Problem):
            read(out.getvalue())


@pytest.mark.parametrize("suffix", ["xls", "ods"])
def test_damaged_in_other_formats(suffix: str, lacking: Callable[[str, str], NoReturn], tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        lacking("libreoffice", "apt-get install libreoffice-calc")
    data = converted(small(), suffix, tmp_path, str(soffice))
    _damaged(data, f".{suffix}", 3)


def test_locked_workbooks() -> None:
    name = "EncryptedPackage".encode("utf-16-le")
    for suffix in (".xlsx", ".xls", ".ods"):
        with pytest.raises(Problem, match="password"):
            read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + name + b"\0" * 600, suffix)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
        package.writestr("content.xml", "x")
    with pytest.raises(Problem, match="password"):
        read(out.getvalue(), ".ods")


def test_a_hundred_thousand_rows() -> None:
    """800,000 cells, some seconds; the whole process stays within its memory."""
    row = "<row><c><v>{0}</v></c>" + '<c t="s"><v>0</v></c><c t="s"><v>1</v></c>' * 3 + "<c><v>{0}</v></c></row>"

    def write(part: io.BufferedIOBase) -> None:
        part.write(f"<worksheet {_NS}><sheetData>".encode())
        for n in range(100_000):
            part.write(row.format(n).encode())
        part.write(b"</sheetData></worksheet>")

    data = packed(write, {"xl/sharedStrings.xml": f"<sst {_NS}><si><t>推进老旧小区改造</t></si><si><t>市住房城乡建设局</t></si></sst>"})
    begun = time.process_time()
    source = read(data)
    assert len(source.tables[0].rows) == 100_000
    assert time.process_time() - begun < SECONDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000 < 3 * MEGABYTES
