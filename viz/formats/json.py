"""Findings for programs: JSON, all levels, the same to the byte from run to run."""

from __future__ import annotations

from graphmodel.finding import as_json
from viz.format import Sheet, findings_format
from viz.seen import harmless_json


@findings_format("json", suffixes=(".json",), data=True, goes="json")
def json(sheet: Sheet) -> str:
    """The findings as the data contract writes them, UTF-8 characters as they are but for those that act or hide, indented by one blank, a line end at the end."""
    from json import dumps

    return harmless_json(dumps(as_json(sheet.findings), ensure_ascii=False, indent=1)) + "\n"
