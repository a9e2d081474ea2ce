"""Who helps, said in prose: partners behind a comma with the work they share, support given, dates inside the work; beside them what makes nobody a helper.

Notation: the units of each task with the first sign of their role (L leads, C helps, S watches), the tier where it tells 牵 from 责.
"""

from __future__ import annotations

import pytest

from graphmodel.plan import Plan, Source
from loaders.load import load

# one item of a plan -> its tasks
ROWS: dict[str, list[str]] = {
    # with whom, behind a comma, and what they do together
    "由市水务局牵头,会同市财政局、市住房和城乡建设局制定节水规划。": ["市水务局 牵 市财政局 配 市住房和城乡建设局 配"],
    "由市水务局牵头,会同市财政局等部门编制规划。": ["市水务局 牵 市财政局 配"],
    "由市水务局负责,并会同市直有关部门组织验收。": ["市水务局 责 市直有关部门 配"],
    "市发展改革委牵头,商市财政局、人民银行沅平市分行研究政策。": ["市发展改革委 牵 市财政局 配 人民银行沅平市分行 配"],
    "市应急局牵头,联合市公安局开展3轮执法检查。": ["市应急局 牵 市公安局 配"],
    "由市水务局牵头。会同市财政局编制规划。": ["市水务局 牵 市财政局 配"],
    "由市水务局牵头;会同市财政局编制规划。": ["市水务局 牵 市财政局 配"],
    "建库(由市水务局牵头,会同市财政局建立项目库)。": ["市水务局 牵 市财政局 配"],
    "市科技局会同市教育局搭建成果转化服务中心。": ["市科技局 责 市教育局 配"],
    "市科技局联合市委组织部打造人才服务中心。": ["市科技局 责 市委组织部 配"],
    # ... which is a name, or says nobody
    "市工商联会同市商务局举办大会。": ["市工商联 责 市商务局 配"],
    "市城乡规划委员会会同市住建局编制规划。": ["市城乡规划委员会 责 市住建局 配"],
    "高新区管委会建设局会同市发展改革委建设处推进。": ["高新区管委会建设局 责 市发展改革委建设处 配"],
    "市教育局牵头,联合开展验收,商业网点同步规范。": ["市教育局 牵"],
    "会同市财政局编制规划。": [""],
    # support beside somebody who leads
    "市农业农村局牵头实施提升工程,市商务局、市科技局予以支持。": ["市农业农村局 牵 市商务局 配 市科技局 配"],
    "市农业农村局牵头实施提升工程,市商务局给予大力支持。": ["市农业农村局 牵 市商务局 配"],
    "市农业农村局牵头实施提升工程,市财政局做好经费保障。": ["市农业农村局 牵 市财政局 配"],
    "市农业农村局牵头实施提升工程。市财政局做好经费保障工作。": ["市农业农村局 牵 市财政局 配"],
    "市交通运输局负责处置安全隐患,市财政局给予资金支持,市公安局提供疏导保障。": ["市交通运输局 责 市财政局 配 市公安局 配"],
    "建站(市科技局牵头,市财政局做好资金保障,市教育局予以配合)。": ["市科技局 牵 市财政局 配 市教育局 配"],
    # ... which is the work itself where nobody else does any
    "市财政局做好经费保障。": ["市财政局 责"],
    "市商务局给予企业资金支持。": ["市商务局 责"],
    "市科技局支持企业建设研发中心20家。": ["市科技局 责"],
    "建站(市财政局做好资金保障)。": ["市财政局 责"],
    "对企业给予资金支持。(责任单位:市财政局)": ["市财政局 责"],
    # each his part in one sentence; 组织, 办理, 处置 are no offices
    "市法院、市公安局要健全机制,市司法局负责组织开展调解,市民政局协助。": ["市法院 责 市公安局 责 市司法局 责 市民政局 配"],
    "市司法局负责办理援助案件,市财政局配合。": ["市司法局 责 市财政局 配"],
    "市水务局负责队伍建设,市财政局参与。": ["市水务局 责 市财政局 配"],
    "市督查室负责。": ["市督查室 责"],
    # to be responsible for leading is to lead
    "市水务局负责牵头组织实施节水计划,会同市科技局遴选项目20个。": ["市水务局 牵 市科技局 配"],
    "市水务局负责牵头制定计划,市科技局负责遴选项目。": ["市水务局 牵 市科技局 责"],
    # a date inside the work, beside one that only says by when
    "由市水务局牵头,会同市财政局,2026年底前完成18公里河道清淤。": ["市水务局 牵 市财政局 配"],
    "由市水务局牵头,市财政局配合,6月底前建成水文站6座。": ["市水务局 牵 市财政局 配"],
    "由市水务局牵头,市财政局配合,2026年底前完成整改任务。": ["市水务局 牵 市财政局 配"],
}


def _read(item: str) -> Plan:
    return load(Source(f"沅平市节水方案\n\n一、重点任务\n(一)清淤治理。{item}\n", "any.txt"))


@pytest.mark.parametrize(("item", "want"), ROWS.items(), ids=ROWS.keys())
def test_who_helps(item: str, want: list[str]) -> None:
    assert [" ".join(f"{d.unit.printed} {d.tier}" for d in t.duties) for t in _read(item).tasks] == want


DATED = {
    "由市水务局牵头,会同市财政局,2026年底前完成18公里河道清淤。": ("2026-12-31", [("河道清淤", 18)]),
    "由市水务局牵头,市财政局配合,2026年6月底前建成水文站6座。": ("2026-06-30", [("水文站", 6)]),
    "由市水务局牵头,市财政局配合,2026年底前完成整改任务。": ("2026-12-31", []),
    "由市水务局牵头,市财政局配合,2026年底前完成。": ("2026-12-31", []),
    "建站(由市水务局牵头,2026年底前完成全部水文站建设任务)。": ("2026-12-31", []),
}


@pytest.mark.parametrize(("item", "want"), DATED.items(), ids=DATED.keys())
def test_work_with_a_date_stays_work(item: str, want: tuple[str, list[tuple[str, float]]]) -> None:
    (task,) = _read(item).tasks
    assert (task.deadline.date, [(i.name, i.value) for i in task.indicators]) == want


MENTIONED = {
    "市科技局会同市教育局搭建成果转化服务中心。": [],
    "市科技局要依托市住建局建设服务中心。": ["市住建局"],
    "市科技局要依托市政府性融资担保公司。": ["市政府性融资担保公司"],
}


@pytest.mark.parametrize(("item", "want"), MENTIONED.items(), ids=MENTIONED.keys())
def test_a_body_named_in_passing_ends_before_its_verb(item: str, want: list[str]) -> None:
    (task,) = _read(item).tasks
    assert [u.printed for u in task.mentions] == want
