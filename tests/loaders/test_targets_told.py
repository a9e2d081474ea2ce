"""Targets whose name stands elsewhere than right before the figure, or behind words that are no part of it; beside them what names nothing or is no target."""

from __future__ import annotations

import pytest
from test_grammar_indicators import said

from loaders.grammar.indicators import indicators

ROWS: dict[str, list[str]] = {
    # verbs that make or mend
    "更换老旧燃气管道42公里。": ["老旧燃气管道 = 42 公里"],
    "加固病险水库6座,消除黑臭水体12条。": ["病险水库 = 6 座", "黑臭水体 = 12 条"],
    "滤芯更换周期不超过90天。": ["滤芯更换周期 <= 90 天"],
    # who does it, where and with whom is no part of the name
    "在甲园区、乙园区等打造旅游线路5条。": ["旅游线路 = 5 条"],
    "会同市财政局等部门遴选示范企业15家。": ["示范企业 = 15 家"],
    "市水务局负责牵头建设水文站8座。": ["水文站 = 8 座"],
    "市科技局支持企业建设研发中心20家。": ["研发中心 = 20 家"],
    "各县区要新建口袋公园12个。": ["口袋公园 = 12 个"],
    "督促燃气企业更换老旧管道42公里。": ["老旧管道 = 42 公里"],
    "在餐饮集聚街区建设公共烟道12条。": ["公共烟道 = 12 条"],
    "企业培训中心建设5个。": ["企业培训中心建设 = 5 个"],
    "政府投资建设项目20个。": ["政府投资建设项目 = 20 个"],
    "在建项目新增30个。": ["在建项目新增 = 30 个"],
    # the thing is named before, the figure's own clause only says that it is done
    "推进5G-A通感一体基站建设,到2028年建成300个。": ["5G-A通感一体基站 = 300 个 by 2028"],
    "推进充电桩布局,2027年底前累计建成1200个。": ["充电桩布局 = 1200 个 by 2027-12-31"],
    "2026年建成起降点30个,2028年底前累计建成120个以上。": ["起降点 = 30 个 by 2026", "起降点 >= 120 个 by 2028-12-31"],
    "2026年新建泵站6座,到2028年再新建9座。": ["泵站 = 6 座 by 2026", "泵站 = 9 座 by 2028"],
    "市财政局要加大质押融资推进力度,力争到2027年累计达到30亿元。": ["质押融资 >= 30 亿元 by 2027"],
    "市金融办、市农商行要加大绿色贷款投放力度,2027年达到30亿元。": ["绿色贷款 >= 30 亿元 by 2027"],
    "公共服务满意度稳步提升,达到90%。": ["公共服务满意度稳步提升 >= 90 %"],
    "市科技局配合,2026年完成45处。": [],
    "累计建成120个以上。": [],
    # money that the plan itself spends in all, beside what each gets
    "市财政每年安排奖补资金3000万元。": ["奖补资金 = 3000 万元"],
    "对每个示范村安排奖补资金30万元。": [],
    "给予企业奖补资金50万元。": [],
    "每户安排补助资金2000元。": [],
    "按每亩安排补贴资金300元。": [],
    # how large a fund is to be, beside a threshold
    "设立总规模20亿元的产业基金。": ["产业基金规模 = 20 亿元"],
    "组建规模不低于5亿元的科创母基金。": ["科创母基金规模 >= 5 亿元"],
    "总规模20亿元的项目优先保障。": [],
    # down to nothing
    "将“三无”钢瓶全部清零。": ["“三无”钢瓶 = 清零"],
    "重大隐患到2026年6月底前基本清零。": ["重大隐患 = 清零 by 2026-06-30"],
    "推动“清零”行动。": [],
    "露天烧烤动态清零。": [],
    "建立隐患清零机制。": [],
    "逐项销号,逐个清零。": [],
    "发现一起、清零一起。": [],
    # how often: work, and an occasion of a mechanism
    "每季度组织1次联合演练。": ["每季度联合演练 = 1 次"],
    "每季度组织一次观摩评比。": [],
}


@pytest.mark.parametrize(("text", "want"), ROWS.items(), ids=ROWS.keys())
def test_targets_and_their_names(text: str, want: list[str]) -> None:
    got = indicators(text, "2026-03-01")
    assert [said(i) for i in got] == want
    assert all(text[slice(*i.span)] == i.quote for i in got)
