"""Places in names: issuers, titles, chains, provinces."""

from __future__ import annotations

import pytest

from graphmodel.departments import jurisdiction_of, level_of
from graphmodel.jurisdiction import place_name
from graphmodel.provinces import province_of, province_of_number

ISSUERS = [
    ("沅平市青岚区人民政府办公室", ("沅平市", "青岚区"), "county"),
    ("云泽省人民政府办公厅", ("云泽省",), "province"),
    ("国务院办公厅", (), "nation"),
    ("国家税务总局", (), "nation"),
    ("中共沅平市委办公室", ("沅平市",), "city"),
    ("关于印发沅平市节水行动方案的通知", ("沅平市",), "city"),
    ("现将《沅平市柳河新区建设方案》印发给你们", ("沅平市", "柳河新区"), "county"),
    ("石门县农村公路“路长制”实施方案", ("石门县",), "county"),
    ("安朔盟行政公署", ("安朔盟",), "city"),
    ("定泉州定泉市人民政府", ("定泉州", "定泉市"), "county"),
    ("临沣旗人民政府", ("临沣旗",), "county"),
    ("广西壮族自治区沅平市人民政府", ("广西壮族自治区", "沅平市"), "city"),
    ("重庆市北岭区人民政府", ("重庆市", "北岭区"), "county"),
    ("柳河综合实验区管委会", ("柳河综合实验区",), "city"),
    ("大营镇人民政府", ("大营镇",), "town"),
    ("广州市卫生健康委等4部门关于印发方案的通知", ("广州市",), "city"),
    # nothing
    ("城市管理局", (), None),
    ("关于推进人才集聚工程的实施意见", (), None),
    ("“美丽沅平”生态环境提质实施方案", (), None),
    ("农村社区建设方案", (), None),
    ("各县人民政府", (), None),
    ("三县政府", (), None),
    ("全市重点工作任务分工", (), None),
    ("示范城市创建方案", (), None),
    ("民盟省委", (), None),
    ("民革市委", (), None),
    ("农工党市委", (), None),
    ("民建县人民政府", ("民建县",), "county"),
    ("", (), None),
]


@pytest.mark.parametrize(("text", "chain", "level"), ISSUERS)
def test_jurisdiction_of(text: str, chain: tuple[str, ...], level: str | None) -> None:
    here = jurisdiction_of(text)
    assert (here.jurisdiction, here.level) == (chain, level)


def test_level_of() -> None:
    assert level_of(()) is None
    assert level_of(("云泽省", "沅平市")) == "city"
    assert level_of(("沅平市", "桐州市")) == "county"
    assert level_of(("重庆市", "北岭区")) == "county"


def test_place_name_leaves_the_province_out() -> None:
    assert place_name(("云泽省", "沅平市", "青岚区")) == "沅平市青岚区"
    assert place_name(("云泽省",)) == "云泽省"
    assert place_name(("重庆市", "北岭区")) == "重庆市北岭区"
    assert place_name(()) == ""


def test_province_from_number_and_text() -> None:
    assert province_of_number("桂政办发〔2017〕33号") == "广西壮族自治区"
    assert province_of_number("国办发〔2017〕33号") is None
    assert province_of_number(None) is None
    assert province_of("根据《云泽省环境保护厅关于印发办法的通知》") == "云泽省"
    assert province_of("根据《广西“十三五”规划》(桂政办发〔2017〕33号)") == "广西壮族自治区"
    assert province_of("湖南省人民政府与湖北省人民政府签约") is None
    assert province_of("全省各省级单位") is None


HOSTILE = ["（" * 100_000, "、" * 100_000, " " * 100_000, "各" * 100_000, "青岚区、" * 25_000, "省市县区" * 25_000]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda t: t[:2])
def test_hostile_repetitions_end(text: str) -> None:
    assert jurisdiction_of(text).level in (None, "county", "province", "city", "town")
