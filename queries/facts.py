"""Cells that several tables share: an indicator, a date, a place in words."""

from __future__ import annotations

import calendar

from graphmodel.graph import AccountabilityGraph
from graphmodel.patterns import pattern

OPS = {
    ">=": "≥", "<=": "≤", ">": ">", "<": "<", "=": "=", "~": "约", "..": "", "+": "提高", "-": "降低", "+%": "增长", "-%": "下降",
    "+pp": "提高", "-pp": "降低", "×": "×",
}  # fmt: skip


# What the classes of peers are called in Chinese; a class that is not here is shown as it is.
PEERS = {
    "ministry": "国家部委", "provincial department": "省级部门", "city bureau": "市级部门", "county bureau": "县级部门",
    "government": "政府",
    "provincial government": "省级政府", "city government": "市级政府", "province": "省级政府", "city": "市级政府",
    "district": "县（市、区）", "county": "县（市、区）", "town": "乡镇街道", "village": "村（社区）",
    "zone": "园区", "party organ": "党委部门", "people's congress": "人大", "CPPCC": "政协", "court/procuratorate": "法院检察院",
    "military": "军事机关", "mass organisation": "群团组织", "institution": "事业单位", "enterprise": "企业",
    "vertical body": "垂直管理单位",
    "group": "领导小组", "office of a group": "领导小组办公室", "collective": "集合主体",
}  # fmt: skip


def number_text(value: object) -> str:
    """85 for 85.0, 0.605 as it is, words as they are, "" for None."""
    if isinstance(value, bool) or value is None:
        return ""
    return f"{value:.12g}" if isinstance(value, (int, float)) else str(value)


def indicator_text(graph: AccountabilityGraph, indicator: str) -> str:
    """An indicator in one cell: 城镇污水处理率≥95% (2027)."""
    data = graph.node(indicator)
    value = number_text(data["value"]) + (f"—{number_text(data['value_to'])}" if data.get("value_to") is not None else "")
    by = f" ({data['by']})" if data.get("by") else ""
    return f"{data['name']}{OPS.get(str(data['op']), str(data['op']))}{value}{data.get('unit') or ''}{by}"


def names_of(graph: AccountabilityGraph, departments: list[str]) -> str:
    """The names of departments in one cell."""
    return "、".join(str(graph.node(d)["name"]) for d in departments)


_ISO = pattern(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def last_day(by: str | None) -> str | None:
    """The last day of a year, month or day as ISO: 2027 -> 2027-12-31, 2027-06 -> 2027-06-30; None for what is no date."""
    m = _ISO.fullmatch(by or "")
    if not m:
        return None
    year, month = int(m[1]), int(m[2] or 12)
    if not (1 <= month <= 12 and year):
        return None
    return f"{year:04d}-{month:02d}-{int(m[3] or calendar.monthrange(year, month)[1]):02d}"
