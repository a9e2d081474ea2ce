"""Dates: what each means, what is none, and when a task is due."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.grammar.dates import date_of, deadline, whens
from loaders.grammar.milestones import fixed_period, milestones

PLAN = "2017-03-27"
# text -> printed, iso, last day, kind of each date in it
DATES: dict[str, list[tuple[str, str, str, str]]] = {
    "到2015年底推广": [("到2015年底", "2015-12-31", "2015-12-31", "by")],
    "2023年底前建成A,2025年底前建成B": [("2023年底前", "2023-12-31", "2023-12-31", "by"), ("2025年底前", "2025-12-31", "2025-12-31", "by")],
    "2018年6月底前": [("2018年6月底前", "2018-06-30", "2018-06-30", "by")],
    "2018年6月": [("2018年6月", "2018-06", "2018-06-30", "in")],
    "2025年,行政村": [("2025年", "2025", "2025-12-31", "in")],
    "占比2023年达到50%": [("2023年", "2023", "2023-12-31", "in")],
    "到“十四五”末": [("到“十四五”末", "2025-12-31", "2025-12-31", "by")],
    "“十三五”期间": [("“十三五”期间", "2020", "2020-12-31", "range")],
    "2024-2025年完成": [("2024-2025年", "2025", "2025-12-31", "range")],
    "2017年4月1日至2017年6月30日": [("2017年4月1日至2017年6月30日", "2017-06-30", "2017-06-30", "range")],
    "8月27日至9月8日": [("8月27日至9月8日", "2017-09-08", "2017-09-08", "range")],
    "9月5日前完成": [("9月5日前", "2017-09-05", "2017-09-05", "by")],
    "2月底前完成": [("2月底前", "2018-02-28", "2018-02-28", "by")],
    "2019年6月底前完成A,9月底前完成B": [("2019年6月底前", "2019-06-30", "2019-06-30", "by"), ("9月底前", "2019-09-30", "2019-09-30", "by")],
    "今年三季度": [("今年三季度", "2017-09-30", "2017-09-30", "in")],
    "2025年上半年": [("2025年上半年", "2025-06-30", "2025-06-30", "in")],
    "二〇二五年": [("二〇二五年", "2025", "2025-12-31", "in")],
    "2022年6月30日24时前": [("2022年6月30日", "2022-06-30", "2022-06-30", "in")],
    "2020-12-31": [("2020-12-31", "2020-12-31", "2020-12-31", "in")],
    "2023年起,各区": [("2023年起", "2023", "2023-12-31", "from")],
    "自2021年起": [("自2021年起", "2021", "2021-12-31", "from")],
    "年内完成": [("年内", "2017", "2017-12-31", "by")],
    "年底前完成": [("年底前", "2017-12-31", "2017-12-31", "by")],
    "每年至少开展1次": [("每年", "", "", "each")],
    "长期坚持": [("长期坚持", "", "", "continuous")],
    "于本文印发后3个月内": [("于本文印发后3个月内", "", "", "relative")],
    "5年内重点引进": [("5年内", "", "", "relative")],
    "比2020年下降20%": [],
    "较2020年下降20%": [],
    "以2015年为基期": [],
    "《指导目录(2013年本)》": [],
    "政办字〔2020〕56号": [],
    "时间压缩至4个月以内": [],
    "办理时限分别压缩至4个和3个工作日内": [],
    "2月30日前": [],
    "投用满八年的管网": [],
    "一般工业固废": [],
    "十五个项目": [],
}


@pytest.mark.parametrize(("text", "found"), DATES.items(), ids=DATES.keys())
def test_dates_mean_a_day(text: str, found: list[tuple[str, str, str, str]]) -> None:
    got = whens(text, PLAN)
    assert [(w.printed, w.iso, w.last_day, w.kind) for w in got] == found
    assert all(text[slice(*w.span)] == w.printed for w in got)


def test_the_end_of_the_year_printed_before_needs_no_date_of_the_plan() -> None:
    assert [w.last_day for w in whens("2015年6月底前提出方案,年底前完成")] == ["2015-06-30", "2015-12-31"]


def test_a_year_is_not_guessed_without_the_plans_date() -> None:
    assert [(w.iso, w.last_day, w.kind) for w in whens("9月底前完成,年内验收")] == [("", "", "relative"), ("", "", "relative")]


HEADERS = {
    "2017年3月27日": "2017-03-27", "二〇一八年七月二十六日": "2018-07-26", "二○二○年十二月三十一日": "2020-12-31", "2016-12-27": "2016-12-27", "2016.2.7": "2016-02-07",
    "沅平市人民政府办公室 2019 年 1 月 3 日": "2019-01-03", "２０２０年１月５日": "2020-01-05", "2017年3月": None, "2017年13月1日": None, "沅政办发〔2020〕24号": None,
}  # fmt: skip


@pytest.mark.parametrize(("text", "day"), HEADERS.items(), ids=HEADERS.keys())
def test_a_header_has_one_full_date(text: str, day: str | None) -> None:
    assert date_of(text) == day


LABELS = {
    "2017年11月": ("2017-11-30", "date"), "2019年9月底": ("2019-09-30", "date"), "持续推进": (None, "continuous"), "长期坚持": (None, "continuous"),
    "每年12月底前": (None, "recurring"), "自2021年起每年": (None, "recurring"), "于本文印发后3个月内": (None, "relative"), "立即": (None, "relative"),
    "2019年12月取得阶段性成果并持续推进": ("2019-12-31", "date"), "2019年7月底前,以后每年持续实施": ("2019-07-31", "date"), "2023-2025年": ("2025-12-31", "date"),
    "3月": ("2017-03-31", "date"), "2025": ("2025-12-31", "date"), "２０１９年１２月底": ("2019-12-31", "date"), "见附件": (None, "none"),
    "3个月": (None, "relative"), "两年": (None, "relative"), "20个工作日": (None, "relative"), "2025年": ("2025-12-31", "date"), "3个乡镇": (None, "none"),
    # a time of the year that no calendar fixes: the words are kept
    "2018年春节前": (None, "relative"), "2018年春季学期结束前": (None, "relative"), "2018年秋季学期": (None, "relative"), "2018年汛期前": (None, "relative"),
    "2018年6月春耕前": ("2018-06-30", "date"), "2018年底春节前": ("2018-12-31", "date"), "2018年": ("2018-12-31", "date"),
}  # fmt: skip


@pytest.mark.parametrize(("value", "due"), LABELS.items(), ids=LABELS.keys())
def test_a_label_says_when_a_task_is_due(value: str, due: tuple[str | None, str]) -> None:
    got, where = deadline(value, "到2030年建成", "", PLAN)
    assert (got.date, got.kind, got.printed, where) == (*due, value, "label")
    assert got.span == (0, len(value))


# text, heading -> date, where it was said
DUE = [
    ("到2020年,全部灌区完成节水改造。", "", "2020-12-31", "text"),
    ("9月底前,完成系统建设。", "", "2017-09-30", "text"),
    ("开展摸底调查,6月底完成", "", "2017-06-30", "text"),
    ("完善制度。2019年底前,建成平台。", "二、改革任务", "2019-12-31", "text"),
    ("落实整改阶段(2018年1月1日至2018年3月30日)", "", "2018-03-30", "text"),
    ("召开动员大会。", "(一)启动阶段(2017年4月1日至2017年6月30日)", "2017-06-30", "heading"),
    ("制定方案。", "一、动员部署(9月5日前完成)", "2017-09-05", "heading"),
    ("2018年底前建成A。2020年底前建成B。", "", None, None),
    ("较2015年下降20%。", "", None, None),
    ("2019年起实行新办法。", "", None, None),
    ("每月5日前报送。", "", None, None),
    ("每年4月底前公布上一年度评估报告。", "", None, "text"),
    ("每年1月底前向社会公布名单。", "", None, "text"),
    ("每年1月底前向市政府报告进展。", "", None, None),
    ("每年培训100人次。", "", None, None),
    ("每年实施100个项目,2018年认定20个。", "", None, None),
    ("加强宣传。", "三、工作要求", None, None),
    ("制定2018年度学习计划。", "", None, None),
    ("每年4月底前更新目录。", "", None, "text"),
    ("每年4月底前报送总结。", "", None, None),
    ("开展检查。每年4月底前更新目录。2018年底前建成平台。", "", "2018-12-31", "text"),
    ("对2018年已达标的街道提档升级。", "", None, None),
]


# text without any year, of a plan without a day -> the words that are kept
OF_NO_YEAR = [
    ("9月底前完成检查。", "9月底前", "text"),
    ("召开动员会议,至7月10日。", "至7月10日", "text"),
    ("动员部署阶段(即日起至7月10日)。召开动员会议。", "至7月10日", "text"),
    ("排查整治阶段(7月11日至10月31日)。9月底前完成检查。", "7月11日至10月31日", "text"),
    ("年底前建成平台。", "年底前", "text"),
    ("3月底前选址。6月底前开工。", None, None),
    ("3个月内办结。", None, None),
    ("7月开展排查。", None, None),
    ("每年4月底前报送总结。", None, None),
]


@pytest.mark.parametrize(("text", "printed", "where"), OF_NO_YEAR, ids=[row[0] for row in OF_NO_YEAR])
def test_a_day_of_no_year_keeps_its_words(text: str, printed: str | None, where: str | None) -> None:
    got, said = deadline(None, text)
    assert (got.date, got.printed, said) == (None, printed, where)
    assert got.kind == ("relative" if printed else "none")


@pytest.mark.parametrize(("text", "heading", "date", "where"), DUE, ids=[row[0] for row in DUE])
def test_a_deadline_is_when_the_task_as_a_whole_is_due(text: str, heading: str, date: str | None, where: str | None) -> None:
    got, said = deadline(None, text, heading, PLAN)
    assert (got.date, said) == (date, where)
    if got.span:
        assert {"text": text, "heading": heading}[str(said)][slice(*got.span)] == got.printed


STEPS: dict[str, list[tuple[str, str]]] = {
    "2018年底前完成系统构建,做好运维。": [("2018年底前完成系统构建", "2018-12-31")],
    "到2023年底前,基本实现垃圾日清2024年底前各镇建成转运站。": [("到2023年底前,基本实现垃圾日清", "2023-12-31"), ("2024年底前各镇建成转运站", "2024-12-31")],
    "水泥企业2023年底前全部完成深度治理。": [("水泥企业2023年底前全部完成深度治理", "2023-12-31")],
    "2024-2025年完成造纸、印染(含水洗)等项目。": [("2024-2025年完成造纸、印染(含水洗)等项目", "2025")],
    "到2025年森林覆盖率达到24%。": [],
    "按照2017年有关要求执行。": [],
    "完成时限:2017年11月": [],
    "每年完成一次评估。": [],
}


@pytest.mark.parametrize(("text", "steps"), STEPS.items(), ids=STEPS.keys())
def test_a_milestone_is_a_dated_step(text: str, steps: list[tuple[str, str]]) -> None:
    got = milestones(text, PLAN)
    assert [(m.text, m.by) for m in got] == steps
    assert all(text[slice(*m.span)] == m.text and m.printed in m.text for m in got)


TITLES = {
    "沅平市营商环境行动方案（2024—2027年）": ("2024-01-01", "2027-12-31"), "石门县2015年重点工作分工": ("2015-01-01", "2015-12-31"),
    "“十四五”节能减排实施方案": ("2021-01-01", "2025-12-31"), "水利发展十三五规划": ("2016-01-01", "2020-12-31"), "行动计划（2015-2020）": ("2015-01-01", "2020-12-31"),
    "二〇一八年工作要点": ("2018-01-01", "2018-12-31"), "关于印发分工方案的通知": None, "2017年3月27日会议纪要": None,
}  # fmt: skip


@pytest.mark.parametrize(("title", "period"), TITLES.items(), ids=TITLES.keys())
def test_a_title_names_the_period(title: str, period: tuple[str, str] | None) -> None:
    assert fixed_period(title) == period


@given(
    year=st.sampled_from(["", "2025年", "2025.", "2025-", "今年", "明年"]),
    month=st.integers(0, 99),
    day=st.none() | st.integers(0, 99),
    end=st.sampled_from(["", "底", "前", "底前", "起", "至3月"]),
)
def test_no_number_is_too_odd_for_a_month(year: str, month: int, day: int | None, end: str) -> None:
    """A month that is none gives no date, whatever stands around it."""
    text = f"完成时限:{year}{month}月{'' if day is None else f'{day}日'}{end}完成。"
    for when in whens(text, "2024-05"):
        assert not when.last_day or "2020-01-01" <= when.last_day <= "2030-12-31"
