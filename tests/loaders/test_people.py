"""Persons and their posts, members of groups, hosts of offices."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graphmodel.plan import Source
from graphmodel.text import Lines, View
from loaders.header import read_frame
from loaders.load import load
from loaders.names import is_name, name_before_title, title_before_name
from loaders.paragraphs import paragraphs
from loaders.people import PeopleFound, overseers, people, people_of


def read(text: str, section: tuple[str, ...] = ()) -> PeopleFound:
    """One paragraph a line, all under the same headings."""
    lines = Lines(text)
    spans = [lines.span(n) for n in range(1, len(lines) + 1)]
    return people_of([(View.of(text, s), section) for s in spans if text[slice(*s)].strip()])


POSTS = {
    "names glued to titles": (
        "1.综合协调组\n\n组长:徐某某市政府秘书长\n\n副组长:黄小明市政府办公室副主任\n\n万庆市创建办主任、市环境保护局局长\n\n负责协调工作。",
        [
            ("徐某某", "市政府秘书长", "组长", "综合协调组"),
            ("黄小明", "市政府办公室副主任", "副组长", "综合协调组"),
            ("万庆", "市创建办主任、市环境保护局局长", "副组长", "综合协调组"),
        ],
    ),
    "a list of members": (
        "沅平市节水工作领导小组成员名单\n组  长:张三  市委书记\n        李四  市委副书记、市长\n成  员:欧阳明  市水利局局长",
        [
            ("张三", "市委书记", "组长", "沅平市节水工作领导小组"),
            ("李四", "市委副书记、市长", "组长", "沅平市节水工作领导小组"),
            ("欧阳明", "市水利局局长", "成员", "沅平市节水工作领导小组"),
        ],
    ),
    "names widened by blanks, titles in brackets": (
        "一、组成人员\n组  长:宋  扬(市委副书记、市长)\n副组长:韩  雪(副市长)\n        冯  伟(市政府秘书长)\n成  员:毕  胜(市发改委主任)",
        [
            ("宋扬", "市委副书记、市长", "组长", "组"),
            ("韩雪", "副市长", "副组长", "组"),
            ("冯伟", "市政府秘书长", "副组长", "组"),
            ("毕胜", "市发改委主任", "成员", "组"),
        ],
    ),
    "prose": (
        "成立石门县春耕工作领导小组,由县委副书记、县长张建国同志任组长,分管副县长李平任副组长,各镇主要负责人为成员。",
        [
            ("张建国", "县委副书记、县长", "组长", "石门县春耕工作领导小组"),
            ("李平", "分管副县长", "副组长", "石门县春耕工作领导小组"),
        ],
    ),
    "two in one post": (
        "成立青岚区节能领导小组,由区委书记甘宁、区长李四任组长。",
        [("甘宁", "区委书记", "组长", "青岚区节能领导小组"), ("李四", "区长", "组长", "青岚区节能领导小组")],
    ),
    "by whom": ("领导小组组长由县长张建国担任。", [("张建国", "县长", "组长", "领导小组")]),
    "titles before names": (
        "领导小组组长:市长张三;副组长:副市长李四。",
        [("张三", "市长", "组长", "领导小组"), ("李四", "副市长", "副组长", "领导小组")],
    ),
    "blanks for marks": ("组长 张三 市长\n副组长 李四 副市长", [("张三", "市长", "组长", "组"), ("李四", "副市长", "副组长", "组")]),
    "title in brackets": ("总指挥:张三(市长)", [("张三", "市长", "总指挥", "总指挥")]),
    "several labels in one paragraph": (
        "组长:高强 副市长 副组长:任伟 市政府副秘书长",
        [("高强", "副市长", "组长", "组"), ("任伟", "市政府副秘书长", "副组长", "组")],
    ),
    "nobody named": ("组长由县政府主要领导担任,副组长由分管领导担任。", []),
    "titles only": ("组长:县长\n副组长:分管副县长\n高级工程师\n常务副市长", []),
    "no posts at all": ("以提高质量为目标,各单位要为企业服务。主任务是修路。\n责任单位:市教育局、市公安局", []),
    "the group stands behind those who make it up": (
        "成立由县委常委、副县长张三任组长,县水利局局长李四任副组长,县财政局等部门负责同志为成员的河道整治工作专班。",
        [("张三", "县委常委、副县长", "组长", "河道整治工作专班"), ("李四", "县水利局局长", "副组长", "河道整治工作专班")],
    ),
    "with whom a group is set up": (
        "成立以市长张三为组长、副市长李四为副组长,市水利局、市财政局为成员单位的节水工作领导小组。以质量为目标。",
        [("张三", "市长", "组长", "节水工作领导小组"), ("李四", "副市长", "副组长", "节水工作领导小组")],
    ),
    "a second post in brackets": (
        "沅平市节水领导小组成员名单\n成员:张三 市水利局副局长(兼任领导小组办公室主任)、李四 市财政局副局长(正县级)",
        [
            ("张三", "市水利局副局长", "成员", "沅平市节水领导小组"),
            ("张三", "市水利局副局长", "办公室主任", "沅平市节水领导小组"),
            ("李四", "市财政局副局长(正县级)", "成员", "沅平市节水领导小组"),
        ],
    ),
    "a line that names no person ends the role": ("组长:张三 市长\n负责全市工作。\n王府井大街", [("张三", "市长", "组长", "组")]),
}


@pytest.mark.parametrize("name", POSTS)
def test_posts(name: str) -> None:
    text, want = POSTS[name]
    found = read(text)
    assert [(p.person, p.title, p.role, p.body.printed) for p in found.posts] == want
    for p in found.posts:
        words = "".join(text[slice(*p.span)].split())
        assert (p.person in words or words.startswith("(兼")) and "".join(text[slice(*p.body.span)].split()) == p.body.printed


@pytest.mark.parametrize(
    ("text", "members", "group"),
    [
        ("成立石门县防汛指挥部,成员单位:县水利局、县应急局、县财政局。", ["县水利局", "县应急局", "县财政局"], "石门县防汛指挥部"),
        ("成立节水领导小组,由县长任组长,县水利局、县财政局等单位主要负责人为成员。", ["县水利局", "县财政局"], "节水领导小组"),
        ("成立节水领导小组,县水利局、县财政局主要负责同志为成员。", ["县水利局", "县财政局"], "节水领导小组"),
        ("成立由县长任组长,县水利局、县财政局等部门负责同志为成员的节水工作专班,专班办公室设在县水利局。", ["县水利局", "县财政局"], "节水工作专班"),
        ("成立节水领导小组。修建水渠。(牵头单位:县水利局,参加单位:县财政局)", [], ""),
        ("修建水渠。参加单位:县财政局", [], ""),
        ("领导小组成员由区财政局、区教育局等部门组成。", ["区财政局", "区教育局"], "领导小组"),
        ("本规划由总则和附则组成。", [], ""),
        ("责任单位:县水利局、县财政局", [], ""),
    ],
)
def test_memberships(text: str, members: list[str], group: str) -> None:
    found = people(View.of(text, (0, len(text))))
    assert [m.member.printed for m in found.memberships] == members
    assert {m.body.printed for m in found.memberships} == ({group} if members else set())


@pytest.mark.parametrize(
    ("text", "office", "host"),
    [
        ("节水领导小组办公室设在市水利局,负责日常工作。", "节水领导小组办公室", "市水利局"),
        ("成立节水领导小组。下设办公室,办公室设在市水利局。", "节水领导小组", "市水利局"),
        ("成立节水领导小组。领导小组下设办公室在区环保局,负责日常工作。", "节水领导小组", "区环保局"),
        ("办公室设在三楼会议室旁。", None, None),
        ("各单位要加强办公室管理。", None, None),
    ],
)
def test_hosts(text: str, office: str | None, host: str | None) -> None:
    found = people(View.of(text, (0, len(text)))).hostings
    assert [(h.office.printed, h.host.printed) for h in found] == ([(office, host)] if office else [])


def test_the_group_may_be_the_heading_above() -> None:
    found = people(View.of("组长:张三 市长", (0, 9)), ("四、保障措施", "1.督查组"))
    assert [p.body.printed for p in found.posts] == ["督查组"]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("张三 副市长", [("张三", "副市长")]),
        ("副市长李四、王五", [("李四", "副市长"), ("王五", None)]),
        ("张三、李四", [("张三", None), ("李四", None)]),
        ("张 三", [("张三", None)]),
        ("王某某(副市长)", [("王某某", "副市长")]),
        ("市政府分管领导", []),
        ("市教育局", []),
        ("", []),
    ],
)
def test_overseers(text: str, want: list[tuple[str, str | None]]) -> None:
    assert [(o.name, o.title) for o in overseers(View.of(text, (0, len(text))))] == want


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("徐某某市政府秘书长", "徐某某"),
        ("王飞市委督查室主任", "王飞"),
        ("李四沅平市副市长", "李四"),
        ("欧阳明县长", "欧阳明"),
        ("王平县长", "王平"),
        *((title, None) for title in ["常务副市长", "商务局局长", "水利局局长", "农业局局长", "高级工程师", "包村干部", "县政府主要领导"]),
    ],
)
def test_a_name_before_its_title(text: str, name: str | None) -> None:
    end = name_before_title(text)
    assert (text[:end] if end else None) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("区委书记甘宁", "甘宁"),
        ("分管副区长李小娟", "李小娟"),
        ("市长高强", "高强"),
        ("县委常委", None),
        ("党委书记", None),
        ("主要负责同志", None),
    ],
)
def test_a_name_behind_its_title(text: str, name: str | None) -> None:
    start = title_before_name(text)
    assert (text[start:] if start is not None else None) == name


def test_names() -> None:
    assert all(is_name(text) for text in ("张三", "张 三", "欧阳明", "王某某", "李××"))
    assert not any(is_name(text) for text in ("水利", "常务", "水利局", "我们", "张", "", "张三李四王"))


def test_posts_of_the_annotated_plans(shared: Path) -> None:
    right = wanted = found_in_all = 0
    for path in sorted((shared / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (shared / "seeds" / gold["source"]).read_text(encoding="utf-8")
        paras = paragraphs(Source(text), [read_frame(Source(text)).body])
        lines = Lines(text)
        found = [(p.person, p.role, lines.at(p.span[0])) for p in people_of([(p.view, ()) for p in paras]).posts]
        want = [(p["name"], p["role"], p["lines"][0]) for p in gold["people"] if not p.get("optional")]
        right += len(set(found) & set(want))
        wanted += len(want)
        found_in_all += len(found)
    assert wanted and 2 * right / (wanted + found_in_all) >= 0.95


def test_where_the_office_is_begins_a_line_of_its_own() -> None:
    text = "沅平市整治工作方案\n成    员：市委办、市农业农村局、市水利局、市农信联社主要负责人\n指挥部办公室设在市农业农村局，办公室主任由张建国兼任。\n1.整治村庄。（市农业农村局负责）\n"
    plan = load(Source(text))
    assert [(p.person, p.role) for p in plan.posts] == [("张建国", "办公室主任")]
    assert [m.member.printed for m in plan.memberships] == ["市委办", "市农业农村局", "市水利局", "市农信联社"]
    assert [h.host.printed for h in plan.hostings] == ["市农业农村局"]
