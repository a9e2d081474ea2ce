"""The provinces (``provinces.csv``: name, short name, the character of document numbers) and which one a text speaks of."""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graphmodel.patterns import pattern

MUNICIPALITIES = frozenset({"北京市", "天津市", "上海市", "重庆市"})
_NO_PROVINCE = pattern(r"^[各全我本该外两跨邻几多]|[委局厅办部]|经省|报省|由省|向省|会同|配合|协助|相关|有关")


@dataclass(frozen=True, slots=True)
class Province:
    """A row of the table: full name, short name, the character that stands for it in document numbers."""

    name: str
    short: str
    mark: str


@cache
def provinces() -> tuple[Province, ...]:
    """The 34 provinces, autonomous regions and municipalities."""
    with Path(__file__).with_name("provinces.csv").open(encoding="utf-8", newline="") as file:
        return tuple(Province(**row) for row in csv.DictReader(file))


@cache
def province_names() -> dict[str, str]:
    """Full and short name -> full name."""
    return {form: p.name for p in provinces() for form in (p.name, p.short)}


def province_of_number(number: str | None) -> str | None:
    """The province whose character opens a document number (桂政办发〔2017〕33号 -> 广西壮族自治区). Cities may share a character: only
    a hint.
    """
    m = pattern(r"^(?P<mark>[\u4e00-\u9fff])(?:政|委|党|办|发|环|厅|府|财|发改|教|农|工信|经信)").match(number or "")
    return next((p.name for p in provinces() if m and p.mark == m["mark"]), None)


def province_of(text: str) -> str | None:
    """The one province a plan's text speaks of most, by its full name and by cited document numbers; None when two are as frequent or
    none is named.
    """
    part = pattern(r"\s+").sub("", text[:200_000])
    names = "|".join(sorted(province_names(), key=len, reverse=True))
    seen = Counter(province_names()[m[0]] for m in re.finditer(rf"(?:{names})(?=省|自治区|[\u4e00-\u9fff]{{0,8}}?(?:厅|人民政府|“))", part))
    seen.update(
        m[0]
        for m in pattern(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2}省(?=人民政府|委|[\u4e00-\u9fff]{2,8}厅)").finditer(part)
        if not _NO_PROVINCE.search(m[0]) and m[0] not in province_names()
    )
    for m in pattern(r"(?P<number>[\u4e00-\u9fff](?:政|委|党)?(?:办|办)?发[〔\[【(]\d{4}[〕\]】)])").finditer(part):
        p = province_of_number(m["number"])
        if p:
            seen[p] += 1
    ranked = seen.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
