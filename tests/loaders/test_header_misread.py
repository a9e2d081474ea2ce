"""Letterheads that were once misread: titles over lines, numbers in brackets, glued lines, heads of tables, page feet, periods."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from graphmodel.plan import Source
from loaders.furniture import is_furniture
from loaders.header import read_frame
from loaders.letterhead import document_number, is_number, placed, places_of
from loaders.periods import period_told
from loaders.pieces import pieces
from loaders.table_heads import is_duty_label, is_table_head

OFFICE = "沅平市人民政府办公室"
SPLIT = f"{OFFICE}\n关于落实乡村振兴若干\n意见有关政策措施分工的通知\n沅政办函〔2024〕31号\n"
WHOLE = OFFICE + "关于落实乡村振兴若干意见有关政策措施分工的通知"
CALLED = "各县(区)人民政府:\n为落实意见,现分工如下:\n一、修路。(市交通运输局负责)\n"
TASK = "一、修路。(市交通运输局负责)\n"
DUTY_LIST = "支持创新平台建设，提高能力。（责任部门：市科技局、市财政局、市教育局）"


@dataclass(frozen=True)
class Want:
    text: str
    name: str = ""
    number: str | None = None
    issuer: str | None = None
    date: str | None = None
    places: tuple[str, ...] = ()
    period: tuple[str, str] | None = None
    body: tuple[str, str] = ("", "")


ROWS = {
    "title over three lines": Want(SPLIT + CALLED, WHOLE, "沅政办函〔2024〕31号", OFFICE, places=("沅平市",), body=("为落实意见", "负责)")),
    "title over three lines, nobody called": Want(
        SPLIT + "为落实意见,现分工如下:\n" + TASK, WHOLE, "沅政办函〔2024〕31号", OFFICE, places=("沅平市",), body=("为落实意见", "负责)")
    ),
    "another body's name stands in the title": Want(
        f"{OFFICE}关于落实中共沅平市委\n关于全面推进改革加快发展\n若干意见有关措施分工的通知\n" + CALLED,
        f"{OFFICE}关于落实中共沅平市委关于全面推进改革加快发展若干意见有关措施分工的通知", None, OFFICE, places=("沅平市",), body=("为落实意见", "负责)"),
    ),
    "two offices on one line, what they issue names another paper": Want(
        "中共云泽省委办公厅　云泽省人民政府办公厅\n印发《关于加快乡村振兴的若干措施》重点任务分工方案的通知\n云办字〔2024〕3号\n各市、州党委和人民政府，省委各部门：\n1.修路。（省教育厅、民盟省委负责）\n",
        "《关于加快乡村振兴的若干措施》重点任务分工方案", "云办字〔2024〕3号", "中共云泽省委办公厅、云泽省人民政府办公厅", places=("云泽省",), body=("1.修路", "负责）"),
    ),
    "a star below the number, two signers above 关于": Want(
        "中共沅平县委文件\n沅发〔2024〕8号\n★\n中共沅平县委 沅平县人民政府\n关于实施兴县行动的意见\n（2024年3月2日）\n" + TASK,
        "中共沅平县委沅平县人民政府关于实施兴县行动的意见", "沅发〔2024〕8号", "中共沅平县委、沅平县人民政府", "2024-03-02", ("沅平县",), body=("一、修路", "负责)"),
    ),
    "one office with a long name is one signer": Want(
        "中共沅平市委农村工作领导小组办公室\n关于印发《沅平市节水方案》的通知\n各县人民政府:\n现将《沅平市节水方案》印发给你们。\n沅平市节水方案\n" + TASK,
        "沅平市节水方案", None, "中共沅平市委农村工作领导小组办公室", places=("沅平市",), body=("一、修路", "负责)"),
    ),
    "label of the title": Want(
        f"標題: {OFFICE}關於落實意見有關措施分工的通知\n發文字號:\n沅政辦函〔2014〕31號\n有關措施分工的通知\n" + CALLED,
        f"{OFFICE}關於落實意見有關措施分工的通知", "沅政辦函〔2014〕31號", OFFICE, places=("沅平市",), body=("为落实意见", "负责)"),
    ),
    "traditional signs": Want(
        "關於印發《沅平市節水方案》的通知\n沅政辦〔2014〕3號\n各縣人民政府:\n現將《沅平市節水方案》印發給你們。\n沅平市人民政府辦公廳\n"
        "2014年3月1日\n沅平市節水方案\n" + TASK,
        "沅平市節水方案", "沅政辦〔2014〕3號", "沅平市人民政府辦公廳", "2014-03-01", ("沅平市",), body=("一、修路", "负责)"),
    ),
    "number in brackets": Want(
        "沅平市发展改革委关于印发《沅平市节能方案》的通知\n(沅发改能源〔2021〕368号)\n各县人民政府:\n现将《沅平市节能方案》印发给你们。\n"
        "沅平市发展改革委\n2021年9月24日\n沅平市节能方案\n" + TASK,
        "沅平市节能方案", "沅发改能源〔2021〕368号", "沅平市发展改革委", "2021-09-24", ("沅平市",), body=("一、修路", "负责)"),
    ),
    "cited report at the end of a line": Want(
        "沅平市人民政府关于落实《政府工作报告》\n重点工作部门分工的意见\n沅政发〔2020〕6号\n" + CALLED,
        "沅平市人民政府关于落实《政府工作报告》重点工作部门分工的意见", "沅政发〔2020〕6号", "沅平市人民政府", places=("沅平市",), body=("为落实意见", "负责)"),
    ),
    "end of a notice": Want(
        "特此通知。\n沅平市人民政府\n2020年3月3日\n沅平市任务分解表\n序号\n任务\n责任单位\n1\n修路\n市交通局\n",
        "沅平市任务分解表", issuer="沅平市人民政府", date="2020-03-03", places=("沅平市",), body=("序号", "市交通局"),
    ),
    "issuer above the title": Want("沅平市人民政府\n沅平市节水方案\n" + TASK, "沅平市节水方案", places=("沅平市",), body=("一、修路", "负责)")),
    "office and title": Want("沅平市水利局\n2023年工作要点\n" + TASK, "沅平市水利局2023年工作要点", places=("沅平市",), period=("2023-01-01", "2023-12-31"), body=("一、修路", "负责)")),
    "a site is no issuer": Want("沅平市节水方案\n来源:市政府网\n" + TASK, "沅平市节水方案", places=("沅平市",), body=("一、修路", "负责)")),
    "last words behind the title": Want("关于做好沅平市节水工作的通知特此通知\n" + TASK, "关于做好沅平市节水工作的通知", places=("沅平市",), body=("一、修路", "负责)")),
    "last words of the notice": Want(
        "各镇人民政府:\n根据会议精神,现将《沅平市工作目标任务分解》印发给你们。请各单位抓好落实。\n特此通知\n沅平市工作目标任务分解\n为完成任务,制定本分解。\n" + TASK,
        "沅平市工作目标任务分解", places=("沅平市",), body=("为完成任务", "负责)"),
    ),
    "last words glued to the title": Want(
        "各镇人民政府:\n现将《沅平市工作目标任务分解》印发给你们,请抓好落实。\n特此通知沅平市工作目标任务分解\n" + TASK,
        "沅平市工作目标任务分解", places=("沅平市",), body=("一、修路", "负责)"),
    ),
    "path of the page": Want(
        "当前位置:首页\n> 政务公开 > 工作报告\n沅平市重点工作进展情况表\n" + TASK,
        "沅平市重点工作进展情况表", places=("沅平市",), body=("一、修路", "负责)"),
    ),
    "path glued to the title": Want(
        "首页 > 政务公开 > 工作报告 沅平市重点工作任务分解\n" + TASK, "沅平市重点工作任务分解", places=("沅平市",), body=("一、修路", "负责)")
    ),
    "tabbed table without title": Want("序号\t工作任务\t责任单位\n1\t修路\t市交通运输局\n", body=("序号", "市交通运输局")),
    "piped table without title": Want("| 序号 | 任务 | 牵头单位 |\n| 1 | 修路 | 市交通运输局 |\n", body=("| 序号", "市交通运输局 |")),
    "flattened table without title": Want("序号\n工作任务\n责任单位\n1\n修路\n市交通运输局\n", body=("序号", "市交通运输局")),
    "flattened table below a title": Want(
        "沅平市任务分解表\n序号\n内容与要求\n进展情况\n责任单位\n1\n修路\n沅平市交通运输局\n",
        "沅平市任务分解表", places=("沅平市",), body=("序号", "交通运输局"),
    ),
    "begins with a label": Want("责任单位:市城管局\n任务清单\n" + TASK, body=("责任单位", "负责)")),
    "begins with an item": Want("1.修路。(市交通运输局负责)\n任务方案\n2.植树。\n", body=("1.修路", "植树。")),
    "begins with a heading": Want("(一)修路方案\n抓好落实。\n责任单位:市交通运输局\n", body=("(一)修路", "市交通运输局")),
    "ends with a list of units": Want(DUTY_LIST, body=("支持", "市教育局）")),
    "list of units on its own line": Want("支持创新平台建设。\n（责任部门：市科技局、市财政局）\n", body=("支持", "市财政局）")),
    "red head": Want(
        "沅平市白浪区人民政府文件\n沅白政发〔2023〕2号\n白浪区人民政府关于印发《白浪区节水方案》的通知\n各街道办事处:\n现将《白浪区节水方案》印发给你们。\n"
        "白浪区人民政府\n2023年3月28日\n白浪区节水方案\n" + TASK,
        "白浪区节水方案", "沅白政发〔2023〕2号", "白浪区人民政府", "2023-03-28", ("沅平市", "白浪区"), body=("一、修路", "负责)"),
    ),
    "issuer without its place": Want("市政府关于印发《节水方案》的通知\n各县人民政府:\n现将《节水方案》印发给你们。\n节水方案\n" + TASK, "节水方案", body=("一、修路", "负责)")),
    "issuer without the place that the title names": Want(
        "市政府关于印发《沅平市节水方案》的通知\n各县人民政府:\n现将《沅平市节水方案》印发给你们。\n沅平市节水方案\n" + TASK,
        "沅平市节水方案", issuer="沅平市政府", places=("沅平市",), body=("一、修路", "负责)"),
    ),
    "date behind the last sentence": Want(TASK + "将追究责任。 二OO八年九月八日\n", date="2008-09-08", body=("一、修路", "追究责任。")),
    "signature behind the last sentence": Want(
        TASK + "将追究责任。  石门县人民政府 二○○八年九月八日", issuer="石门县人民政府", date="2008-09-08", places=("石门县",), body=("一、修路", "追究责任。")
    ),
    "date in the last cell of each row": Want("修路。 2017年6月30日\n植树。 2017年12月31日\n", body=("修路", "12月31日")),
    "signer-like cell of a row": Want("1\t修好路。\t市交通运输局\t2017年6月30日\n", body=("1", "6月30日")),
    "host of the last task": Want("沅平市节水方案\n1.建水库。\n主办单位:市水利局\n2.修路。\n主办单位:市农业农村局\n承办单位:市推广中心\n",
                                  "沅平市节水方案", places=("沅平市",), body=("1.建水库", "市推广中心")),
    "host of the last task above the page's foot": Want(
        "沅平市节水方案\n1.建水库。\n主办单位:市水利局\n2.修路。\n主办单位:市农业农村局\n扫一扫在手机打开当前页\n",
        "沅平市节水方案", places=("沅平市",), body=("1.建水库", "市农业农村局"),
    ),
    "host of the page": Want(
        "沅平市节水方案\n1.建水库。\n责任单位:市水利局\n监督方式:0557-1234567\n扫一扫在手机打开当前页\n主办单位:沅平市人民政府办公室\n承办单位:沅平市数据中心\n",
        "沅平市节水方案", places=("沅平市",), body=("1.建水库", "市水利局"),
    ),
    "period": Want(
        "沅平市专项整治方案\n专项整治自2023年3月10日开始,至12月31日结束,分三个阶段进行。\n" + TASK,
        "沅平市专项整治方案", places=("沅平市",), period=("2023-03-10", "2023-12-31"), body=("专项整治自", "负责)"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ROWS)
def test_the_header_and_the_body(name: str) -> None:
    want = ROWS[name]
    frame = read_frame(Source(want.text))
    h = frame.header
    assert (h.name, h.number, h.issuer, h.date, h.period) == (want.name, want.number, want.issuer, want.date, want.period)
    assert h.jurisdiction == want.places
    body = want.text[slice(*frame.body)]
    assert body.startswith(want.body[0]) and body.endswith(want.body[1])
    inside = [want.text[a:b] for (a, b), _ in frame.marks if frame.body[0] <= a < frame.body[1]]
    assert inside == []


def test_lines_of_a_title_are_no_furniture() -> None:
    frame = read_frame(Source(SPLIT + CALLED))
    assert [SPLIT[a:b] for (a, b), what in frame.marks if what == "header" and b <= len(SPLIT)] == SPLIT.split()


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        (">政务公开>工作报告", True), ("首页>政务公开>工作报告", True), ("监督方式:0557-1234567", True), ("扫一扫在手机打开当前页", True), ("分享到", True),
        ("责任编辑:张某", True), ("信息来源:市水利局", True), ("文章来源:市水利局", True), ("浏览次数", True), ("字体:【大中小】", True),
        ("主办单位:沅平市人民政府版权所有", True), ("承办单位:市数据中心联系方式:0557-1234567", True), ("承办单位:市数据中心网站标识码:1", True),
        ("主办单位:市农业农村局", False), ("承办单位:市推广中心", False), ("主办单位:市发展和改革委员会、统计局", False),
        ("监督方式:定期督查", False), (">100", False), ("产值>100>90", False), (">一、总体要求", False), ("收入增长>全市平均", False),
    ],
)  # fmt: skip
def test_furniture(text: str, yes: bool) -> None:
    assert is_furniture(text) is yes


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("沅政办函〔2024〕31号", "沅政办函〔2024〕31号"), ("分工的通知沅政办函〔2024〕31号", "沅政办函〔2024〕31号"), ("沅政辦函〔2014〕31號", "沅政辦函〔2014〕31號"),
        ("(沅发改能源〔2021〕368号)", "沅发改能源〔2021〕368号"), ("沅公告字〔2021〕3号", "沅公告字〔2021〕3号"), ("函〔2021〕3号", None), ("通知〔2021〕3号", None),
    ],
)  # fmt: skip
def test_document_number(text: str, number: str | None) -> None:
    assert document_number([text]) == number


def test_a_number_may_stand_in_brackets() -> None:
    assert is_number("(沅发改能源〔2021〕368号)") and not is_number("(见沅发〔2021〕8号文)")


@pytest.mark.parametrize(
    ("sentence", "date", "period"),
    [
        ("专项整治自2023年3月10日开始,至12月31日结束", None, ("2023-03-10", "2023-12-31")),
        ("专项整治工作从4月20日开始至10月30日结束", "2016-04-01", ("2016-04-20", "2016-10-30")),
        ("专项整治工作从4月20日开始至10月30日结束", None, None),
        ("行动时间为2023年3月至11月", None, ("2023-03-01", "2023-11-30")),
        ("整治时间:2023年4月1日—9月30日", None, ("2023-04-01", "2023-09-30")),
        ("自2023年3月10日开始,至12月31日结束,在全区开展专项整治", None, ("2023-03-10", "2023-12-31")),
        ("自2023年3月10日开始,至12月31日结束,禁止捕鱼", None, None),
        ("现就实施“兴县富民三年行动”(2023—2025年)提出如下意见", None, ("2023-01-01", "2025-12-31")),
        ("根据《沅平市节水三年行动方案》(2021—2023年)制定", None, None),
        ("根据《沅平市节水三年行动(2021—2023年)》制定", None, None),
        ("整治自2023年2月30日开始,至12月31日结束", None, None), ("整治自2023年9月1日开始,至3月1日结束", None, None),
        ("(一)动员阶段(2023年3月10日至3月31日)", None, None), ("自2023年3月10日起施行", None, None), ("禁渔自3月1日起至6月30日止", "2023-01-01", None),
    ],
)  # fmt: skip
def test_period_told(sentence: str, date: str | None, period: tuple[str, str] | None) -> None:
    assert period_told([sentence], date) == period


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("序号\t类别\t工作任务\t责任单位\t完成时限", True), ("| 序号 | 任务 | 牵头单位 |", True), ("序号 任务 责任单位", True), ("序号\n工作任务\n责任单位", True),
        ("序号\n内容与要求\n进展情况\n责任单位", True), ("工作任务\n责任单位", True),
        ("索引号\t主题分类\t发布机构", False), ("任务清单", False), ("工作任务\n一、修路", False), ("责任单位\n市水利局", False), ("1\t修路\t市交通运输局", False),
        ("序号\n沅平市任务分解表是为了落实任务分工而制定的\n责任单位", False), ("", False),
    ],
)  # fmt: skip
def test_table_heads(text: str, yes: bool) -> None:
    found = pieces(Source(text))
    assert (bool(found) and is_table_head(found, 0, text.split("\n")[0])) is yes


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("责任单位:市城管局", True),
        ("完成时限:6月底", False),
        ("责任领导:张某", True),
        ("联系人:张某", False),
        ("时间:2021-03-09", False),
        ("来源:市水利局", False),
        ("附件:1.清单", False),
        ("责任单位", False),
    ],
)
def test_duty_labels(text: str, yes: bool) -> None:
    assert is_duty_label(text) is yes


def test_places_and_issuers_complete_one_another() -> None:
    assert places_of("白浪区人民政府", "沅平市白浪区人民政府文件") == ("沅平市", "白浪区")
    assert places_of("白浪区人民政府", "沅平市青岚区人民政府文件") == ("白浪区",)
    assert places_of("国务院办公厅", "沅平市方案") == () and places_of("", "") == ()
    assert placed("市政府", ("沅平市",)) == "沅平市政府" and placed("县人民政府", ("沅平市",)) is None and placed("市政府", ()) is None
    assert placed("沅平市政府", ()) == "沅平市政府" and placed("市水利局", ()) == "市水利局"
