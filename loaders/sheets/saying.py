"""What a person must know about a sheet: what is hidden, which formulas have no value, which cells hold errors."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.problems import readable
from loaders.sheets.sheet import Cells, Sheet, place


def say(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """The remarks on one sheet, each in Chinese and English."""
    name = readable(sheet.name)
    if not sheet.visible:
        yield (
            f"工作表“{name}”是隐藏的，未读取；如需读取，请取消隐藏后另存。",
            f"sheet “{name}” is hidden and was not read; unhide it and save the file if it is to be read.",
        )
        return
    if sheet.hidden_rows or sheet.hidden_columns:
        zh = "、".join(f"{n:,} {what}" for n, what in ((sheet.hidden_rows, "行"), (sheet.hidden_columns, "列")) if n)
        en = " and ".join(f"{n:,} {what}{'s' if n > 1 else ''}" for n, what in ((sheet.hidden_rows, "row"), (sheet.hidden_columns, "column")) if n)
        yield f"工作表“{name}”有 {zh}被隐藏或筛掉，也已读入。", f"sheet “{name}”: {en} hidden or filtered out, read all the same."
    if sheet.uncomputed.number:
        zh, en = _cells(sheet.name, sheet.uncomputed)
        yield (
            f"有公式没有算出的值，按空格处理：{zh}；请用 Excel/WPS 打开并保存后再试。",
            f"formulas without a value are taken for empty: {en}; open the file in Excel or WPS, save it and try again.",
        )
    if sheet.errors.number:
        zh, en = _cells(sheet.name, sheet.errors)
        yield (
            f"有单元格是错误值（如 #REF!），按空格处理：{zh}；请改正后另存。",
            f"cells that hold an error (such as #REF!) are taken for empty: {en}; mend them and save the file.",
        )


def _cells(name: str, cells: Cells) -> tuple[str, str]:
    first = [readable(place(name, r, c)) for r, c in cells.first]
    more = cells.number > len(first)
    return f"{'、'.join(first)}{f' 等 {cells.number:,} 处' if more else ''}", f"{', '.join(first)}{f' and others, {cells.number:,} in all' if more else ''}"
