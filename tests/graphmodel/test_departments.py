"""Canonical names: what is printed, in which plan, and the one name it must give."""

from __future__ import annotations

import pytest

from graphmodel.departments import Here, Resolver, known_short_forms

CITY_2017 = Here(("云泽省", "沅平市"), "city", "2017-06-01")
CITY = Here(("云泽省", "沅平市"), "city", "2021-06-01")
DISTRICT = Here(("云泽省", "沅平市", "青岚区"), "county", "2021-06-01")
COUNTY = Here(("云泽省", "沅平市", "石门县"), "county", "2021-06-01")
PROVINCE = Here(("云泽省",), "province", "2022-01-01")
REGION = Here(("广西壮族自治区",), "province", "2022-01-01")
BANNER = Here(("内蒙古自治区", "安朔盟", "临沣旗"), "county", "2022-01-01")
NATION = Here((), "nation", "2020-07-01")
ZONE = Here(("云泽省", "柳河综合实验区"), "city", "2016-01-01")

NAMES = [
    # the suffix that is printed decides
    (CITY, "市发改委", "沅平市发展和改革委员会"),
    (CITY, "市发展改革委", "沅平市发展和改革委员会"),
    (CITY, "市发展和改革委员会", "沅平市发展和改革委员会"),
    (DISTRICT, "区发改局", "沅平市青岚区发展和改革局"),
    (COUNTY, "县发展改革委", "沅平市石门县发展和改革委员会"),
    (CITY_2017, "市工信委", "沅平市工业和信息化委员会"),
    (CITY_2017, "市经济信息化委", "沅平市经济和信息化委员会"),
    (CITY, "市交委", "沅平市交通运输委员会"),
    # the plan's own time
    (CITY_2017, "市环保局", "沅平市环境保护局"),
    (CITY, "市环保局", "沅平市生态环境局"),
    (CITY_2017, "市编办", "沅平市机构编制委员会办公室"),
    (CITY, "市委编办", "中共沅平市委机构编制委员会办公室"),
    (CITY_2017, "市消防支队", "沅平市公安消防支队"),
    (CITY, "市消防支队", "沅平市消防救援支队"),
    (CITY_2017, "市国税局", "沅平市国家税务局"),
    (CITY, "市税务局", "国家税务总局沅平市税务局"),
    (CITY, "市国土局", "沅平市国土资源局"),  # an abolished body stays what it is called: TXT607 says so
    # a level's word is no part of every name that begins with it
    (CITY, "市场监管局", "沅平市市场监督管理局"),
    (CITY, "市市场监管局", "沅平市市场监督管理局"),
    (CITY, "市监局", "沅平市市场监督管理局"),
    (CITY, "市监委", "沅平市监察委员会"),
    (CITY_2017, "市容局", "沅平市市容管理局"),
    (CITY, "市政务服务中心", "沅平市政务服务中心"),
    (CITY, "市民政局", "沅平市民政局"),
    (DISTRICT, "区域经济合作局", "沅平市青岚区区域经济合作局"),
    (COUNTY, "县乡村振兴局", "沅平市石门县乡村振兴局"),
    (COUNTY, "县城管局", "沅平市石门县城市管理局"),
    # Party, government, congress, courts, mass organisations
    (CITY, "市委宣传部", "中共沅平市委宣传部"),
    (DISTRICT, "区委组织部", "中共沅平市青岚区委组织部"),
    (CITY, "市委办", "中共沅平市委办公室"),
    (CITY, "市委", "中共沅平市委员会"),
    (CITY, "市委、市政府", "中共沅平市委、沅平市人民政府"),
    (CITY, "市委市政府督查室", "中共沅平市委、沅平市人民政府督查室"),
    (CITY, "市政府办公室", "沅平市人民政府办公室"),
    (CITY, "市府办", "沅平市人民政府办公室"),
    (PROVINCE, "省政府办", "云泽省人民政府办公厅"),
    (CITY, "市政府督查室", "沅平市人民政府督查室"),
    (CITY, "市直机关工委", "中共沅平市委直属机关工作委员会"),
    (CITY, "市政协", "中国人民政治协商会议沅平市委员会"),
    (CITY, "市人大办", "沅平市人民代表大会常务委员会办公室"),
    (CITY, "市法院", "沅平市中级人民法院"),
    (DISTRICT, "区法院", "沅平市青岚区人民法院"),
    (PROVINCE, "省法院", "云泽省高级人民法院"),
    (CITY, "团市委", "共青团沅平市委员会"),
    (DISTRICT, "团区委", "共青团沅平市青岚区委员会"),
    (CITY, "共青团沅平市委", "共青团沅平市委员会"),
    (CITY, "市妇联", "沅平市妇女联合会"),
    (CITY, "工商联", "沅平市工商业联合会"),
    (REGION, "自治区党委宣传部", "中共广西壮族自治区党委宣传部"),
    (REGION, "区发改委", "广西壮族自治区发展和改革委员会"),
    (BANNER, "旗农牧局", "安朔盟临沣旗农牧局"),
    (BANNER, "盟行署", "安朔盟行政公署"),
    # other levels, other places
    (CITY, "省环保厅", "云泽省生态环境厅"),
    (DISTRICT, "市政府", "沅平市人民政府"),
    (CITY, "青岚区政府", "沅平市青岚区人民政府"),
    (CITY, "青岚区", "沅平市青岚区人民政府"),
    (CITY, "青岚区委、区政府", "中共沅平市青岚区委、沅平市青岚区人民政府"),
    (PROVINCE, "沅平市政府", "沅平市人民政府"),
    (DISTRICT, "大营镇", "沅平市青岚区大营镇人民政府"),
    (DISTRICT, "白石街道办事处", "沅平市青岚区白石街道办事处"),
    (DISTRICT, "东柳村委会", "沅平市青岚区东柳村村民委员会"),
    (PROVINCE, "公安厅", "云泽省公安厅"),
    (CITY, "公安部", "中华人民共和国公安部"),
    (NATION, "发展改革委", "国家发展和改革委员会"),
    (NATION, "税务总局", "国家税务总局"),
    (CITY, "国家发改委", "国家发展和改革委员会"),
    # branches, sub-units, vertical bodies, zones, companies
    (DISTRICT, "区国土分局", "沅平市国土资源局青岚分局"),
    (DISTRICT, "市公安局青岚分局", "沅平市公安局青岚分局"),
    (COUNTY, "县公安局交警大队", "沅平市石门县公安局交通警察大队"),
    (CITY, "市交警支队", "沅平市公安局交通警察支队"),
    (CITY, "人行沅平市中心支行", "中国人民银行沅平市中心支行"),
    (CITY, "人民银行沅平中心支行", "中国人民银行沅平市中心支行"),
    (CITY, "沅平银保监分局", "中国银行保险监督管理委员会沅平监管分局"),
    (PROVINCE, "云泽证监局", "中国证券监督管理委员会云泽监管局"),
    (CITY, "国家税务总局沅平市税务局", "国家税务总局沅平市税务局"),
    (CITY, "柳河新区管委会", "沅平市柳河新区管理委员会"),
    (CITY, "柳河新区", "沅平市柳河新区管理委员会"),
    (CITY, "沅平经济开发区管委会", "沅平经济开发区管理委员会"),
    (CITY, "国网沅平供电公司", "沅平供电公司"),
    (CITY, "市供电公司", "沅平供电公司"),
    (ZONE, "区交通与建设局", "柳河综合实验区交通与建设局"),
    (ZONE, "区宣传部", "中共柳河综合实验区工委宣传部"),
    # composed and unknown ones: as printed, with the place
    (CITY, "市文化广电旅游体育局", "沅平市文化广电旅游体育局"),
    (CITY, "市农业农村和水务局", "沅平市农业农村和水务局"),
    (CITY, "市留交办", "沅平市留交办"),
    (CITY, "公用事业发展中心", "沅平市公用事业发展中心"),
    (CITY, "市场监管局(知识产权局)", "沅平市市场监督管理局"),
]


@pytest.mark.parametrize(("here", "printed", "name"), NAMES)
def test_canonical_name(here: Here, printed: str, name: str) -> None:
    assert Resolver(here).resolve(printed).name == name


def test_id_is_chain_and_name() -> None:
    d = Resolver(DISTRICT).resolve("区财政局")
    assert d.jurisdiction == ("云泽省", "沅平市", "青岚区")
    assert d.id == "云泽省/沅平市/青岚区/沅平市青岚区财政局"
    assert Resolver(DISTRICT).resolve("市财政局").id == "云泽省/沅平市/沅平市财政局"


LISTS = [
    # the level of the nearest name before; not of a branch, a government, a central office
    ("市发改委 工信局 市自然资源局 生态环境局", "沅平市生态环境局"),
    ("省委宣传部 文化和旅游厅", "云泽省文化和旅游厅"),
    ("省财政厅 市财政局 教育局", "沅平市教育局"),
    ("市公安局青岚分局 财政局", "沅平市财政局"),
    ("青岚区政府 教育局", "沅平市教育局"),
    ("省科技厅 人民银行沅平中心支行", "中国人民银行沅平市中心支行"),
    ("市委组织部 妇联", "沅平市妇女联合会"),
    ("财政局 省教育厅", "云泽省教育厅"),
    ("省教育厅 沅平海关", "中华人民共和国沅平海关"),
]


@pytest.mark.parametrize(("printed", "last"), LISTS)
def test_ellipsis(printed: str, last: str) -> None:
    names = printed.split()
    assert Resolver(CITY).resolve(names[-1], names).name == last


UNKNOWN = ["糖办", "乡村办", "柳重", "公安", "区划办", "、、", "各" * 90]
KNOWN = ["市留交办", "市财政局", "团市委", "市城投公司", "沅平学院", "公用事业发展中心", "农业农村和水务局", "相关部门"]


@pytest.mark.parametrize("printed", UNKNOWN)
def test_what_cannot_be_placed_says_so(printed: str) -> None:
    assert not Resolver(CITY).resolve(printed).recognised


@pytest.mark.parametrize("printed", KNOWN)
def test_what_can_be_placed(printed: str) -> None:
    assert Resolver(CITY).resolve(printed).recognised


TEXT = """关于印发《沅平市优化营商环境实施方案》的通知
为推进工作,成立沅平市优化营商环境工作领导小组(以下简称领导小组),办公室设在市数据局。由城市管理综合执法局会同区交通与建设局、
东湾片区开发管理局、区远帆开发有限公司实施,市文化广电旅游体育局参与。领导小组办公室负责调度。"""
FROM_TEXT = [
    ("领导小组", "沅平市优化营商环境工作领导小组"),
    ("领导小组办公室", "沅平市优化营商环境工作领导小组办公室"),
    ("领导小组下设办公室", "沅平市优化营商环境工作领导小组办公室"),
    ("市优化营商环境领导小组", "沅平市优化营商环境工作领导小组"),
    ("优化办", "沅平市优化营商环境工作领导小组办公室"),
    ("领导小组成员单位", "沅平市优化营商环境工作领导小组成员单位"),
    ("市城管局", "沅平市城市管理综合执法局"),
    ("市文旅局", "沅平市文化广电旅游体育局"),
    ("交通建设局", "沅平市交通与建设局"),
    ("东湾", "沅平市东湾片区开发管理局"),
]


@pytest.mark.parametrize(("printed", "name"), FROM_TEXT)
def test_the_text_explains_short_names(printed: str, name: str) -> None:
    assert Resolver(CITY, TEXT).resolve(printed).name == name


def test_without_the_text_nothing_is_guessed() -> None:
    assert Resolver(CITY).resolve("优化办").name == "优化办"
    assert not Resolver(CITY).resolve("东湾").recognised


SAME = [
    "市经济信息化委 市经济和信息化委 市经信委 市经济和信息化委员会",
    "市住建局 市住房城乡建设局 市住房和城乡建设局",
    "市人社局 市人力社保局 市人力资源社会保障局 市人力资源和社会保障局",
    "市委、市政府 市委市政府 市委和市政府",
    "市金融办 市政府金融办",
    "青岚区 青岚区政府 青岚区人民政府",
    "市安委办 市安委会办公室 市安全生产委员会办公室",
]
APART = [
    "市农业局 市农业农村局 市农机局 市农牧局",
    "市交通局 市公路局 市交警支队",
    "市委宣传部 市委统战部 市委组织部 市委政法委",
    "市金融办 市地方金融监管局 市银保监分局 人行沅平市中心支行",
    "市政府 市政府办公室 市委 市委办公室 市委、市政府",
    "市财政局 省财政厅 青岚区财政局 石门县财政局",
    "市卫健委 市疾控中心 市爱卫办 市医保局",
    "市人大 市人大常委会 市人大办",
    "市自然资源局 市规划局 市林业局",
    "市安委会 市安委办 市应急局",
    "市政务服务中心 市政务服务局",
    "桐州市 桐州市委",
]


@pytest.mark.parametrize("printed", SAME)
def test_spellings_of_one_body_are_one(printed: str) -> None:
    assert len({Resolver(CITY).resolve(p).id for p in printed.split()}) == 1


@pytest.mark.parametrize("printed", APART)
def test_different_bodies_stay_apart(printed: str) -> None:
    names = printed.split()
    assert len({Resolver(CITY).resolve(p).id for p in names}) == len(names)


CLASSES = [
    (NATION, "教育部", "ministry"),
    (PROVINCE, "省教育厅", "provincial department"),
    (CITY, "市教育局", "city bureau"),
    (DISTRICT, "区教育局", "county bureau"),
    (CITY, "青岚区政府", "district"),
    (DISTRICT, "大营镇", "town"),
    (CITY, "市委宣传部", "party organ"),
    (CITY, "市妇联", "mass organisation"),
    (CITY, "市法院", "court/procuratorate"),
    (CITY, "市税务局", "vertical body"),
    (CITY, "市城投公司", "enterprise"),
    (CITY, "沅平学院", "institution"),
    (CITY, "柳河新区管委会", "zone"),
    (CITY, "市安委会", "group"),
    (CITY, "市安委办", "office of a group"),
    (CITY, "各有关部门", "collective"),
]


@pytest.mark.parametrize(("here", "printed", "kind"), CLASSES)
def test_peer_class(here: Here, printed: str, kind: str) -> None:
    assert Resolver(here).resolve(printed).peer_class == kind


def test_short_forms_for_the_list_grammar() -> None:
    forms = known_short_forms()
    assert {"妇联", "团市委", "市工商联", "残联", "人行", "银保监会", "县科协"} <= forms
    assert not {"公安", "部门", "单位", "市", "推进"} & forms


def test_unknown_place_is_not_taken_for_another() -> None:
    """市 in a county's plan that does not say which city: known as a body, and never one with a place's own."""
    here = Here(("石门县",), "county", "2021-06-01")
    d = Resolver(here).resolve("市水利局")
    assert (d.name, d.jurisdiction) == ("市水利局", ("石门县所在市",))
    assert Resolver(here).resolve("市生态环境局石门分局").id == Resolver(here).resolve("县生态环境分局").id
    assert Resolver(here).resolve("县水利局").name == "石门县水利局"
