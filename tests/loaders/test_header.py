"""What stands around a plan: title, number, issuer, date, status, addressees, annexes, page furniture, and where the plan itself begins."""

from __future__ import annotations

import importlib.util
import json
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.plan import Source
from loaders.furniture import is_foot, is_furniture
from loaders.header import Frame, read_frame
from loaders.letterhead import document_number, is_body, is_title, issued_title, period_of, plan_title, signers, title_issuer
from loaders.pieces import is_addressees

NOTICE = """当前位置:首页 > 政务公开
索 引 号:0123-2021-0001        发文机关:沅平市人民政府办公室
发布日期:2021-03-09 10:20   浏览次数:12
沅平市人民政府办公室关于印发沅平市节水行动分工方案的通知
沅政办发[2021] 15 号

各县(区)人民政府,
市政府各部门、各直属机构:
《沅平市节水行动分工方案》已经市政府同意,现印发给你们,请认真组织实施。执行中的问题,请向市水利局反映。
附件:1.沅平市节水行动分工方案
2.任务清单
沅平市人民政府办公室
2021年3月3日
(此件公开发布)

附件1
沅平市节水行动分工方案

为贯彻落实节水要求,制定本方案。
一、主要任务
1.抓好节水。(市水利局负责)
- 2 -
附件2
任务清单
打印本页 关闭窗口
主办单位:沅平市人民政府 ICP备案:某ICP备1号
"""
DRAFT = """关于公开征求《沅平市河湖长制工作方案(征求意见稿)》意见的公告
发布日期:2024-01-08 来源:沅平市水利局
为进一步做好河湖管理,我局起草了《沅平市河湖长制工作方案(征求意见稿)》,现向社会公开征求意见,请于1月20日前反馈。
联系人:张某,联系电话:0000-1234567。
沅平市水利局
2024年1月8日
沅平市河湖长制工作方案
(征求意见稿)
为全面推行河湖长制,制定本方案。
一、工作目标
"""
ONE_LINE = (
    "国务院办公厅关于做好某项工作的实施意见国办发 〔2020〕 924 号各省、自治区、直辖市人民政府，国务院各部委、各直属机构："
    "做好某项工作十分重要。为加快推进，现提出以下意见。一、总体要求（一）指导思想。坚持问题导向。（二）抓好落实。"
    + "各地要抓好工作落实。" * 12
    + "国务院办公厅2020年7月15日（此件公开发布）"
)
ITS_OWN_NOTICE = """石门县人民政府关于做好春耕生产工作的通知
石政发〔2020〕7号
各乡(镇)人民政府,县直有关单位:
为做好春耕工作,现将有关事项通知如下:
一、抓好备耕。(县农业农村局牵头)
附件:春耕任务分解表
石门县人民政府
二○二○年二月二十八日
附件
春耕任务分解表
序号 任务 责任单位
1 备种 县种子站
抄送:县委办公室。
石门县人民政府办公室 2020年3月1日印发
"""
BROKEN = """沅平市人民政府办公室文件
沅政办发〔2022〕8号
沅平市人民政府办公室关于印发
沅平市“十四五”节能减排任务
分工方案的通知
各县(市、区)人民政府,市政府有关部门:
《沅平市“十四五”节能减排任务分工方案》已经市政府同意,现
印发给你们,请认真贯彻落实。
沅平市生态环境保护(节能减排)
领导小组办公室(代章)
2022年3月1日
沅平市“十四五”节能减排任务
分工方案
为贯彻落实节能减排工作部署,推动绿色发展,制定本方
案。
"""
TWO_SIGN = """关于印发《青岚区食品安全行动方案(2023—2025年)》的通知
青市监〔2023〕12号
各街道办事处、各有关单位:
现将《青岚区食品安全行动方案(2023—2025年)》印发给你们,请遵照执行。
青岚区市场监督管理局    青岚区教育局
青岚区公安局
2023年5月6日
青岚区食品安全行动方案(2023—2025年)
为保障食品安全,制定本方案。
"""
CONTENTS = """沅平市全民健身实施计划(2021—2025年)
目  录
一、总体要求......1
二、主要任务......2
一、总体要求
以满足群众健身需求为目标。
二、主要任务
1.建公园。(市体育局负责)
"""
EXCERPT = """一、总体要求
坚持以人民为中心。
1.修路。(市交通运输局负责)
"""
SEVERAL = """沅平市人民政府办公室关于印发两个专项行动方案的通知
各县(区)人民政府:
《沅平市修路行动方案》《沅平市植树行动方案》等2个方案已经市政府同意,现印发给你们。
沅平市人民政府办公室
2019年6月6日
沅平市修路行动方案
为修好路,制定本方案。
沅平市植树行动方案
为植好树,制定本方案。
"""


@dataclass(frozen=True)
class Want:
    text: str
    name: str
    number: str | None
    issuer: str | None
    date: str | None
    status: str
    body: tuple[str, str]  # how the plan proper begins and ends
    places: tuple[str, ...] = ("沅平市",)


OFFICE = "沅平市人民政府办公室"
PLANS = {
    "notice": Want(NOTICE, "沅平市节水行动分工方案", "沅政办发〔2021〕15号", OFFICE, "2021-03-03", "in force", ("为贯彻落实", "任务清单")),
    "draft": Want(DRAFT, "沅平市河湖长制工作方案", None, "沅平市水利局", "2024-01-08", "draft", ("为全面推行", "一、工作目标")),
    "one line": Want(
        ONE_LINE, "国务院办公厅关于做好某项工作的实施意见", "国办发〔2020〕924号", "国务院办公厅", "2020-07-15", "in force",
        ("做好某项工作十分重要", "各地要抓好工作落实。"), (),
    ),
    "no other document": Want(
        ITS_OWN_NOTICE, "石门县人民政府关于做好春耕生产工作的通知", "石政发〔2020〕7号", "石门县人民政府", "2020-02-28", "in force",
        ("为做好春耕", "县种子站"), ("石门县",),
    ),
    "broken lines": Want(
        BROKEN, "沅平市“十四五”节能减排任务分工方案", "沅政办发〔2022〕8号", "沅平市生态环境保护(节能减排)领导小组办公室", "2022-03-01",
        "in force", ("为贯彻落实", "案。"),
    ),
    "several signers": Want(
        TWO_SIGN, "青岚区食品安全行动方案(2023—2025年)", "青市监〔2023〕12号", "青岚区市场监督管理局、青岚区教育局、青岚区公安局",
        "2023-05-06", "in force", ("为保障食品安全", "制定本方案。"), ("青岚区",),
    ),
    "contents": Want(CONTENTS, "沅平市全民健身实施计划(2021—2025年)", None, None, None, "unknown", ("一、总体要求\n以满足", "负责)")),
    "excerpt": Want(EXCERPT, "", None, None, None, "unknown", ("一、总体要求", "负责)"), ()),
    "several plans": Want(SEVERAL, "两个专项行动方案", None, OFFICE, "2019-06-06", "in force", ("沅平市修路行动方案", "制定本方案。")),
    "novel": Want("今天天气很好。我们去公园玩。\n公园里有很多花。\n", "", None, None, None, "unknown", ("今天", "很多花。"), ()),
}  # fmt: skip


@pytest.mark.parametrize("name", PLANS)
def test_the_header_and_the_body(name: str) -> None:
    want = PLANS[name]
    frame = read_frame(Source(want.text))
    h = frame.header
    assert (h.name, h.number, h.issuer, h.date, h.status) == (want.name, want.number, want.issuer, want.date, want.status)
    assert h.jurisdiction == want.places
    body = want.text[slice(*frame.body)]
    assert body.startswith(want.body[0]) and body.endswith(want.body[1])


def marked(frame: Frame, text: str, what: str) -> list[str]:
    return [text[a:b] for (a, b), kind in frame.marks if kind == what]


def test_marks_say_what_is_no_part_of_the_plan() -> None:
    frame = read_frame(Source(NOTICE))
    assert frame.addressees is not None and frame.annexes is not None
    assert NOTICE[slice(*frame.addressees)] == "各县(区)人民政府,\n市政府各部门、各直属机构"
    assert NOTICE[slice(*frame.annexes)] == "附件:1.沅平市节水行动分工方案\n2.任务清单"
    furniture = marked(frame, NOTICE, "furniture")
    assert {"当前位置:首页 > 政务公开", "- 2 -", "打印本页 关闭窗口"} <= set(furniture)
    header = marked(frame, NOTICE, "header")
    assert {"沅政办发[2021] 15 号", "2021年3月3日", "(此件公开发布)"} <= set(header)
    assert not any("市水利局负责" in m for m in furniture + header)


def test_a_signature_before_annexed_tables_is_marked_inside_the_body() -> None:
    frame = read_frame(Source(ITS_OWN_NOTICE))
    inside = {ITS_OWN_NOTICE[a:b] for (a, b), _ in frame.marks if frame.body[0] <= a < frame.body[1]}
    assert {"石门县人民政府", "二○二○年二月二十八日", "附件:春耕任务分解表"} <= inside


def test_a_date_in_the_last_cell_of_a_table_is_no_signature() -> None:
    text = "沅平市任务分解表\n任务\n修路\n责任单位:市交通运输局\n完成时限\n2017年12月31日\n"
    frame = read_frame(Source(text))
    assert text[slice(*frame.body)].endswith("2017年12月31日") and frame.header.date is None


def test_the_last_row_of_a_table_is_no_signature() -> None:
    text = "沅平市任务分解表\n修路。\n市交通运输局\n2017年6月30日\n植树。\n市林业局\n2017年12月31日\n"
    frame = read_frame(Source(text))
    assert text[slice(*frame.body)].endswith("2017年12月31日") and frame.header.issuer is None


def test_a_title_and_a_signature_glued_to_the_text() -> None:
    text = (
        "关于印发石门县防汛方案的通知各乡镇人民政府:《石门县防汛方案》已经县政府同意,现印发给你们。石门县人民政府2021年3月3日石门县防汛方案"
        "为做好防汛工作,制定本方案。一、职责。县水利局负责调度。" + "各乡镇抓好落实。" * 20
    )
    frame = read_frame(Source(text))
    assert (frame.header.name, frame.header.issuer, frame.header.date) == ("石门县防汛方案", "石门县人民政府", "2021-03-03")
    assert text[slice(*frame.body)].startswith("为做好防汛工作")


def test_page_numbers_and_first_columns() -> None:
    line = "为贯彻落实节能减排工作部署推动绿色发展加快形成新格局"
    pages = "沅平市节能方案\n" + "".join(f"{line}\n{line}\n{n}\n" for n in (1, 2, 3)) + line
    assert marked(read_frame(Source(pages)), pages, "furniture") == ["1", "2", "3"]
    table = "沅平市分工表\n序号\n任务\n" + "".join(f"{n}\n{line}\n市教育局\n" for n in (1, 2, 3))
    assert marked(read_frame(Source(table)), table, "furniture") == []


def test_contents_and_several_plans() -> None:
    assert "一、总体要求......1" in marked(read_frame(Source(CONTENTS)), CONTENTS, "contents")
    assert [SEVERAL[slice(*t)] for t in read_frame(Source(SEVERAL)).titles] == ["沅平市修路行动方案", "沅平市植树行动方案"]
    assert read_frame(Source(NOTICE)).titles == ()


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_line_ends_do_not_matter(newline: str) -> None:
    assert read_frame(Source("\ufeff" + NOTICE.replace("\n", newline))).header == read_frame(Source(NOTICE)).header


@pytest.mark.parametrize(
    ("texts", "number"),
    [
        (["沅政办发〔2021〕15号"], "沅政办发〔2021〕15号"),
        (["沅政办字【2021】 第 5 号"], "沅政办字〔2021〕5号"),
        (["若干意见国发 〔2011〕 12 号"], "国发〔2011〕12号"),
        (["", "沅办发(2016)30号 某通知"], "沅办发〔2016〕30号"),
        (["根据〔2016〕30号"], None),
        (["〔2016〕30号"], None),
        (["2016年30号"], None),
    ],
)
def test_document_number(texts: list[str], number: str | None) -> None:
    assert document_number(texts) == number


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("打印", True), ("【打印】", True), ("打印本页关闭窗口", True), ("浏览次数:496", True), ("foot_img_01.png", True), ("-12-", True),
        ("第3页共10页", True), ("(……中略……)", True), ("================正文(节录)================", True), ("来源:某某网", True),
        ("12", False), ("市教育局", False), ("1.打印店整治", False), ("关闭小煤矿12处", False), ("下载量达到5万次。", False),
        ("QQ空间", True), ("发布预警信息", False),
        ("搜索引擎优化", False), ("", False), ("3-5", False), ("打印店由市公安局检查。", False),
    ],
)  # fmt: skip
def test_furniture(text: str, yes: bool) -> None:
    assert is_furniture(text) is yes
    assert is_foot(text) >= yes


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("各县、区人民政府,市直机关各有关委、办、局,各有关单位:", True),
        ("区直各单位、各片区开发管理局、各乡镇人民政府:", True),
        ("各省、自治区、直辖市人民政府,国务院各部委、各直属机构:", True),
        ("省级有关部门:", True),
        ("责任单位:", False), ("重点做好以下工作:", False), ("主要内容:", False), ("各县要抓好落实。市教育局:", False),
    ],
)  # fmt: skip
def test_addressees(text: str, yes: bool) -> None:
    assert is_addressees(text) is yes


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("沅平市节水行动分工方案", True), ("关于做好节水工作的意见(试行)", True), ("重点任务分工表", True), ("实施方案(征求意见稿)", True),
        ("为做好节水工作,制定本方案。", False), ("现将方案", False), ("责任单位:市教育局", False), ("市教育局", False), ("方案", False),
    ],
)  # fmt: skip
def test_titles(text: str, yes: bool) -> None:
    assert is_title(text) is yes


def test_small_parts_of_a_letterhead() -> None:
    assert plan_title("《沅平市节水方案》(征求意见稿)") == "沅平市节水方案"
    assert issued_title("沅平市人民政府关于印发《沅平市节水方案》的通知") == "沅平市节水方案"
    assert issued_title("沅平市人民政府关于做好节水工作的通知") is None
    assert title_issuer("沅平市人民政府关于做好节水工作的通知") == "沅平市人民政府"
    assert title_issuer("关于做好节水工作的通知") is None
    lines = ["沅平市水利局    沅平市财政局", "沅平市节水工作(扩大)", "领导小组办公室(代章)"]
    assert signers(lines) == "沅平市水利局、沅平市财政局、沅平市节水工作(扩大)领导小组办公室"
    assert is_body("沅平市人民政府") and not is_body("关于加强政府") and not is_body("抓好落实")
    assert period_of("方案(2024—2027年)") == ("2024-01-01", "2027-12-31")
    assert period_of("“十四五”节能规划") == ("2021-01-01", "2025-12-31")
    assert period_of("2023年重点任务分工") == ("2023-01-01", "2023-12-31")
    assert period_of("节水方案") is None


@given(st.text(alphabet="一二、。各县区政府:关于印发的通知方案《》现给你们2020年3月1日〔〕号附件:\n 　\r", max_size=200))
def test_every_text_has_a_frame_within_it(text: str) -> None:
    frame = read_frame(Source(text))
    assert 0 <= frame.body[0] <= frame.body[1] <= len(text)
    spans = [span for span, _ in frame.marks]
    assert spans == sorted(spans) and all(a < b <= len(text) for a, b in spans)
    assert all(a[1] <= b[0] for a, b in zip(spans, spans[1:]))


def _grader(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("grade", shared / "grade.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_headers_of_the_annotated_plans(shared: Path) -> None:
    grade = _grader(shared)
    total = grade.Score()
    for path in sorted((shared / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        h = read_frame(Source((shared / "seeds" / gold["source"]).read_text(encoding="utf-8"))).header
        node = {"kind": "document", "name": h.name, "number": h.number, "issuer": h.issuer, "date": h.date, "status": h.status}
        total.add(grade.header_score(gold, {"d": node}))
    assert total.f1 >= 0.96, total.missed
