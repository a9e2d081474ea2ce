"""Statements of duty within items as offices of every size write them: townships, schools, counties; beside them what is said of nobody.

Notation: the units of each task and their tier (牵, 责, 配, 监), then by when, if that is said.
"""

from __future__ import annotations

import pytest

from graphmodel.plan import Source
from loaders.load import load

ROWS: dict[str, list[str]] = {
    # those who work on the ground among the offices of a list
    "抓好禁烧。责任部门:环保办牵头,农服中心、各村居配合": ["环保办 牵 农服中心 配 各村居 配"],
    "抓好防疫。(卫健办牵头,农业农村办、包村干部配合)": ["卫健办 牵 农业农村办 配 包村干部 配"],
    "抓好排查。(应急办牵头,各村居落实)": ["应急办 牵 各村居 责"],
    "抓好排查。(应急办牵头,网格员、驻村工作队配合)": ["应急办 牵 网格员 配 驻村工作队 配"],
    "各村(居)负责摸排,包村干部负责核实,经发办负责汇总上报。": ["各村(居) 责 包村干部 责 经发办 责"],
    # one name of no known shape beside offices
    "办好运动会。(群体科、少体校)": ["群体科 责 少体校 责"],
    "推广阅读。(市教育局、市文旅局、新华书城)": ["市教育局 责 市文旅局 责 新华书城 责"],
    "推广阅读。(市教育局牵头,市文旅局、新华书城配合)": ["市教育局 牵 市文旅局 配 新华书城 配"],
    # ... but not where it is a word of work, or two of them
    "改造道路(桥梁、隧道)。": [""],
    "完善机制(市教育局、资金保障)。": [""],
    "做好宣传。(办公室、各学校按任务数完成)": [""],
    "对申报工作纳入市委、市政府10项重点专项督查。": [""],
    # teams, companies and stations that lead
    "清理广告。由综合行政执法大队牵头,农服中心配合。": ["综合行政执法大队 牵 农服中心 配"],
    "供水保障。由自来水公司负责,项目建设部配合。": ["自来水公司 责 项目建设部 配"],
    "清理占道。由城管中队牵头,司法所配合。": ["城管中队 牵 司法所 配"],
    "清障。由城管中队(综合执法大队)牵头,派出所配合。": ["城管中队(综合执法大队) 牵 派出所 配"],
    "打造联盟。由龙头企业牵头,农户参与。": [""],
    # 等 and what those named have in common
    "办好教育。(县教育局牵头;县发改、财政、人社、编办等部门配合)": ["县教育局 牵 县发改 配 财政 配 人社 配 编办 配"],
    "推进分类。(县城管局牵头,县住建局、县教育局等部门配合)": ["县城管局 牵 县住建局 配 县教育局 配"],
    "推进国企建设。(市国资委牵头,市城投集团、市农商行等市属国企具体实施)": ["市国资委 牵 市城投集团 责 市农商行 责 市属国企 责"],
    "推进双拥。(市退役军人局牵头,市总工会、市残联等群团组织配合)": ["市退役军人局 牵 市总工会 配 市残联 配 群团组织 配"],
    "整治环境。(各有关部门等单位负责)": ["各有关部门 责"],
    # by when, with those who do it
    "建立制度。(县水利局;完成时限:2024年6月)": ["县水利局 责 |2024年6月"],
    "建立制度。(县委组织部牵头,县委农办参与)【持续推进】": ["县委组织部 牵 县委农办 配 |持续推进"],
    "做好安防。(安全科、保卫处;立行立改)": ["安全科 责 保卫处 责 |立行立改"],
}


@pytest.mark.parametrize(("item", "want"), ROWS.items(), ids=ROWS.keys())
def test_what_an_item_says(item: str, want: list[str]) -> None:
    tasks = load(Source(f"青岚县2024年重点工作任务分工\n\n一、重点任务\n1.{item}\n", "any.txt")).tasks
    found = [" ".join(f"{d.unit.printed} {d.tier}" for d in t.duties) + (f" |{t.deadline.printed}" if t.deadline.printed else "") for t in tasks]
    assert found == want
