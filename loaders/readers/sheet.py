"""Spreadsheets: Excel (.xlsx and .xls with their kin), WPS tables (.et), OpenDocument (.ods)."""

from __future__ import annotations

import hashlib

from graphmodel.plan import Source
from graphmodel.problems import Problem
from loaders.assembly import Assembly
from loaders.contents import kind_of
from loaders.packages import Package, damaged, locked
from loaders.reader import Ask, reader
from loaders.readers.delimited import delimited
from loaders.sheets import biff, binary, ooxml, opendocument
from loaders.sheets.laying import lay
from loaders.sheets.saying import say
from loaders.sheets.sheet import Sheet

_NO_FORMATS = (
    ".xlsb 文件的数字格式没有读取（6.5% 读作 0.065），合并单元格只读第一格；如有百分数或合并单元格，请另存为 .xlsx 后再试。",
    "the number formats of an .xlsb file are not read (6.5% is read as 0.065), nor are merged cells; save it as .xlsx if it holds percentages or merged cells.",
)


@reader(
    "sheet",
    suffixes=(".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlt", ".et", ".ett", ".ods", ".ots", ".xlsb"),
    sniff=lambda data: kind_of(data) in ("xlsx", "xls", "ods"),
)
def sheet(data: bytes, ask: Ask) -> Source:
    """The sheets of a workbook that are shown, in their order: tables, and lines above, between and below them. Raises Problem."""
    name = ask.name
    if kind_of(data) == "text" and not data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        return delimited.read(data, ask)  # what many systems give out as .xls
    return _read(data, name)


def _read(data: bytes, name: str) -> Source:
    assembly = Assembly()
    sheets = _sheets(data, name, assembly.remarks)
    for one in sheets:
        assembly.remarks.extend(say(one))
        if one.visible:
            lay(one, True, assembly)
    hidden = [s.name for s in sheets if not s.visible]
    if hidden and not assembly.size:
        raise Problem(
            f"{name} 只有隐藏的工作表（{'、'.join(hidden[:5])}）有内容，未读取；请取消隐藏、另存后再试。",
            f"{name} has no words but perhaps in hidden sheets ({', '.join(hidden[:5])}), which are not read; unhide them, save the file and try again.",
        )
    return assembly.source(name, hashlib.sha256(data).hexdigest())


def _sheets(data: bytes, name: str, remarks: list[tuple[str, str]]) -> list[Sheet]:
    kind = kind_of(data)
    if kind == "encrypted":
        raise locked(name)
    if kind == "xlsx":
        if "xl/workbook.bin" not in Package(data, name):
            return ooxml.workbook(data, name)
        remarks.append(_NO_FORMATS)
        return binary.workbook(data, name)
    if kind == "ods":
        return opendocument.workbook(data, name)
    if kind == "xls":
        return biff.workbook(data, name)
    if kind in ("broken zip", "zip", "ole"):
        raise damaged(name)
    raise Problem(
        f"{name} 不是电子表格；请用原来的程序打开并另存为 .xlsx 后再试。",
        f"{name} is no spreadsheet; open it in the program it comes from and save it as .xlsx.",
    )
