"""The days from which and until which a plan runs, told in its text: 自2023年3月10日开始,至12月31日结束."""

from __future__ import annotations

from collections.abc import Iterable

from graphmodel.patterns import pattern
from loaders.grammar.calendar_days import day

_DAY = r"(?:(?P<y{0}>(?:19|20)\d\d)年)?(?P<m{0}>\d{{1,2}})月(?:(?P<d{0}>\d{{1,2}})[日号]|(?P<end{0}>底|末))?"
_WORK = r"(?:行动|整治|工作|活动|攻坚|攻坚战|检查|创建|治理|试点)"
_ENDS = r"(?:基本)?(?:结束|为止|止|完成)"
# 专项整治自2023年3月10日开始,至12月31日结束 | 本次行动从4月20日起至10月30日止 | 行动时间为2023年3月至11月 | 整治时间:4月1日—9月30日
# 自2023年3月10日开始,至12月31日结束,在全区开展专项整治 | 决定于2023年3月至11月在全区开展整治行动
_TOLD = pattern(
    rf"{_WORK},?(?:自|从){_DAY.format(1)}(?:开始|启动|起)?,?(?:持续|延续)?(?:至|到){_DAY.format(2)}{_ENDS}"
    rf"|{_WORK}(?:时间|期限|周期)(?:为|是|:)(?:自|从)?{_DAY.format(3)}(?:开始|起)?,?(?:至|到|-|—{{1,2}}|~){_DAY.format(4)}"
    rf"|(?:^|决定|定于|拟|计划)(?:自|从|于)?{_DAY.format(7)}(?:起|开始)?,?(?:至|到|-|—{{1,2}}|~){_DAY.format(8)}(?:止|期间|底)?,?[^。;]{{0,30}}?(?:开展(?![了过])|组织|实施(?![了过])|进行)[^。;]{{0,40}}?{_WORK}"
    rf"|^(?:自|从){_DAY.format(5)}(?:开始|起),?(?:至|到){_DAY.format(6)}{_ENDS}(?=[^。;]{{0,40}}{_WORK})"
)

# 现就实施兴县三年行动(2023—2025年)提出如下意见: not what stands in 《》
_YEARS = pattern(r"[二两三四五]年(?:行动|攻坚|提升|倍增|计划)[^,。;()《》]{0,12}\((?P<first>(?:19|20)\d\d)年?(?:-|—{1,2}|至|~)(?P<last>(?:19|20)\d\d)年\)(?!》)")


def period_told(sentences: Iterable[str], plan_date: str | None) -> tuple[str, str] | None:
    """ISO first and last day of the first sentence (folded, without blanks) that says when the work of the plan begins and ends.

    A day without a year takes that of the first day, else that of ``plan_date`` (ISO). None if no sentence tells it or no calendar has it.
    """
    for sentence in sentences:
        if (y := _YEARS.search(sentence)) and y["first"] < y["last"] and sentence.count("《", 0, y.start()) == sentence.count("》", 0, y.start()):
            return f"{y['first']}-01-01", f"{y['last']}-12-31"
        if m := _TOLD.search(sentence):
            a, b = next(pair for pair in ("12", "34", "56", "78") if m["m" + pair[0]])
            year = int(m["y" + a] or (plan_date or "0")[:4])
            until = int(m["y" + b] or year)
            first = day(year, int(m["m" + a]), int(m["d" + a] or 0) or None) if year else None
            last = day(until, int(m["m" + b]), int(m["d" + b] or 0) or None) if until else None
            if first and last and first.first <= last.last:
                return first.first, last.last
    return None
