"""Which body took another's place, and when at its level; the tables themselves."""

from __future__ import annotations

import re

import pytest

from graphmodel.bodies import bodies, find, ministries
from graphmodel.departments import Here, Resolver, outdated, succession
from graphmodel.provinces import provinces
from graphmodel.reforms import reforms

OLD = Resolver(Here(("云泽省", "沅平市"), "city", "2017-06-01"))
NEW = Resolver(Here(("云泽省", "沅平市"), "city", "2025-06-01"))

PAIRS = [
    ("市环保局", "市生态环境局", "2019-03"),
    ("省环保厅", "省生态环境厅", "2018-10"),
    ("环境保护部", "生态环境部", "2018-03"),
    ("市国土局", "市自然资源和规划局", "2019-03"),
    ("市卫生局", "市卫健委", "2019-03"),  # by way of 卫生和计划生育
    ("市国税局", "市税务局", "2018-07"),
    ("市工商局", "市市场监管局", "2019-03"),
    ("市编办", "市委编办", "2019-03"),
    ("市消防支队", "市消防支队", "2018-11"),
    ("市银监分局", "国家金融监督管理总局沅平监管分局", "2023-07"),
    ("市法制办", "市司法局", "2019-03"),
    ("市林业局", "市林草局", "2019-03"),
    ("银保监会", "金融监管总局", "2023-05"),
    # no such pair
    ("市教育局", "市财政局", None),
    ("市生态环境局", "市环境保护局", None),
    ("市环保局", "省生态环境厅", None),
    ("市环境保护局", "市环境保护局", None),
    ("市财政局", "市财政局", None),
]


@pytest.mark.parametrize(("older", "newer", "on"), PAIRS)
def test_succession(older: str, newer: str, on: str | None) -> None:
    assert succession(OLD.resolve(older), NEW.resolve(newer)) == on


@pytest.mark.parametrize(
    ("printed", "since"),
    [("市国土资源局", "2019-03"), ("省国土资源厅", "2018-10"), ("市林业局", None), ("市财政局", None), ("市生态环境局", None)],
)
def test_outdated(printed: str, since: str | None) -> None:
    found = outdated(OLD.resolve(printed))
    assert (found[0] if found else None) == since


def test_rows_of_reforms_can_be_checked() -> None:
    for r in reforms():
        assert any(r.dates), r
        assert all(re.fullmatch(r"|20[012]\d-(?:0[1-9]|1[0-2])", d) for d in r.dates), r
        later = [d for d in r.dates if d]
        assert later[0] >= "2008", r
    assert len({(r.older, r.newer) for r in reforms()}) == len(reforms())


def test_no_row_is_for_one_place() -> None:
    names = {p.short for p in provinces()}
    for b in bodies():
        for form in (b.stem, *b.short, *b.bare):
            assert not any(form.startswith(n) for n in names - {"台湾"}), form
            assert not re.search(r"[一-鿿]{2}[市县]$", form), form


def test_every_row_finds_itself() -> None:
    for b in bodies():
        for suffix in sorted({*b.province, *b.city, *b.county} if "{" not in b.form else set()):
            found = find(b.stem + suffix, "city", "2021-01-01", lambda _: False)
            assert found is not None, b
            assert found[0].stem == b.stem, (b, found)


def test_ministries_have_one_name_each() -> None:
    nation = Resolver(Here((), "nation", "2020-01-01"))
    for form, row in ministries().items():
        assert nation.resolve(form).name == row.name, form
