"""TIM702."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graphmodel.finding import Quote, Words
from graphmodel.graph import AccountabilityGraph
from queries.audit import Remark, rule
from queries.days import day_of, said
from queries.phases import Between, Course, Phase, courses, left_out, shared
from queries.places import lines_at, quote_at, spoken


@rule(code="TIM702", name="phase-gap", level="review")
def phase_gap(graph: AccountabilityGraph) -> Iterator[Remark]:
    """阶段衔接不上 / Phases that do not join.

    说明 / What it says
    实施步骤的各阶段之间有日期不属于任何阶段，或同一些日期属于前后两个阶段，或某一阶段只有名称和时间、没有任务。只空出周末的、一个阶段包含在另一阶段之内的，不提。
    Days between two phases belong to none of them, or some days belong to two, or a phase has a name and its days but no task. A gap that
    is a week-end, and a phase that runs within another, are no remark.
    理由 / Why
    空档期的工作无人安排；阶段重叠时，督查和考核无法判断以哪个阶段的要求为准。
    In the days between, no work is arranged; where phases overlap it cannot be said which one's demands hold.
    来源 / Source
    国务院2018年关于工作落实的要求：每项任务有措施、有进度安排、有责任人。日期的衔接由本程序按日历核对。
    反例 / Bad example
    ```text
    沅平市餐饮油烟整治工作任务分工方案
    一、实施步骤
    （一）排查阶段（2023年3月1日至3月31日）
    1.逐户登记造册。（责任单位：市城管局）
    （二）整治阶段（2023年4月10日至6月30日）
    1.依法查处超标排放。（责任单位：市生态环境局）
    ```
    正例 / Good example
    ```text
    沅平市餐饮油烟整治工作任务分工方案
    一、实施步骤
    （一）排查阶段（2023年3月1日至3月31日）
    1.逐户登记造册。（责任单位：市城管局）
    （二）整治阶段（2023年4月1日至6月30日）
    1.依法查处超标排放。（责任单位：市生态环境局）
    ```
    修改 / How to mend
    调整阶段的起止日期，使前后相接；为没有任务的阶段写明任务，或将其并入相邻阶段。
    Let each phase begin on the day after the one before it; give a phase without tasks its tasks, or join it to its neighbour.
    """
    for course in courses(graph):
        if gaps := left_out(course.phases):
            yield _gaps(graph, course, gaps)
        if both := shared(course.phases):
            yield _overlaps(graph, course, both)
        empty = [p for p in course.phases if p.empty]
        if empty and len(empty) < len(course.phases):
            yield _empty(graph, course, empty)


def _gaps(graph: AccountabilityGraph, course: Course, gaps: Sequence[Between]) -> Remark:
    first = gaps[0]
    goals = [(g, due) for g in graph.goals(course.doc) if (due := day_of(graph.node(g).get("by"))) and any(b.first <= due <= b.last for b in gaps)]
    days = sum((b.last - b.first).days + 1 for b in gaps)
    also_zh = "".join(f"其中{said(due)}正是工作目标写明的期限。" for due in sorted({due for _, due in goals}))
    also_en = "".join(f" {due.isoformat()} is the very day a goal of the plan is due." for due in sorted({due for _, due in goals}))
    lines, quotes = _places(graph, course, [p for b in gaps for p in (b.before, b.after)], [g for g, _ in goals])
    return Remark(
        message=Words(
            zh=f"{'、'.join(map(_days_zh, gaps))}不属于任何阶段，这期间的工作没有安排。{also_zh}",
            en=f"{', '.join(map(_days_en, gaps))} {'belongs' if days == 1 else 'belong'} to no phase: no work is arranged then.{also_en}",
        ),
        remedy=Words(
            zh=f"如非有意留空，请将{_named(first.before)}的截止日期改为{said(first.last)}{'，其余空档照此办理' if len(gaps) > 1 else ''}。",
            en=f"Unless it is meant, please let {_named(first.before)} end on {first.last.isoformat()}"
            f"{', and close the other gaps likewise' if len(gaps) > 1 else ''}.",
        ),
        lines=lines,
        quotes=quotes,
    )


def _overlaps(graph: AccountabilityGraph, course: Course, both: Sequence[Between]) -> Remark:
    one = both[0]
    lines, quotes = _places(graph, course, [p for b in both for p in (b.before, b.after)], [])
    return Remark(
        message=Words(
            zh=f"{'、'.join(map(_days_zh, both))}同属前后两个阶段，这期间以哪个阶段的要求为准不明确。",
            en=f"{', '.join(map(_days_en, both))}: two phases run at once, and it is not said which one's demands hold.",
        ),
        remedy=Words(
            zh=f"请核对{_named(one.before)}与{_named(one.after)}的起止日期；如确需交叉进行，请写明。",
            en=f"Please check the days of {_named(one.before)} and {_named(one.after)}; if they are to run at once, please say so.",
        ),
        lines=lines,
        quotes=quotes,
    )


def _empty(graph: AccountabilityGraph, course: Course, empty: Sequence[Phase]) -> Remark:
    listed = "、".join(map(_named, empty))
    lines, quotes = _places(graph, course, empty, [])
    return Remark(
        message=Words(
            zh=f"{listed}只有名称和时间，没有写明任务，无法安排和检查。",
            en=f"{listed} {'has' if len(empty) == 1 else 'have'} a name and days but no task: nothing can be arranged or checked.",
        ),
        remedy=Words(
            zh=f"请为{listed}写明要做的工作和责任单位，或将其并入相邻阶段。",
            en=f"Please say what is to be done in {listed} and by whom, or join it to its neighbour.",
        ),
        tasks=tuple(dict.fromkeys(t for p in empty for t in p.tasks)),
        lines=lines,
        quotes=quotes,
    )


def _places(graph: AccountabilityGraph, course: Course, phases: Sequence[Phase], goals: Sequence[str]) -> tuple[tuple[tuple[int, int], ...], tuple[Quote, ...]]:
    spans = dict.fromkeys([p.span for p in phases] + [tuple(graph.node(g)["span"]) for g in goals])
    return (
        tuple(dict.fromkeys(lines_at(graph, course.doc, (a, b)) for a, b in spans)),
        tuple(quote_at(graph, course.doc, (a, b)) for a, b in spans),
    )


def _named(phase: Phase) -> str:
    return f"“{spoken(phase.name)}”"


def _days_zh(between: Between) -> str:
    return said(between.first) if between.first == between.last else f"{said(between.first)}至{said(between.last)}"


def _days_en(between: Between) -> str:
    return between.first.isoformat() if between.first == between.last else f"{between.first.isoformat()} to {between.last.isoformat()}"
