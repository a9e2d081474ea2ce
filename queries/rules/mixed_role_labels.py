"""OWN106."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from graphmodel.finding import Words
from graphmodel.graph import AccountabilityGraph, Edge
from graphmodel.patterns import pattern
from queries.audit import Remark, rule
from queries.owners import inherited
from queries.places import lines_at, quote_at

_HOLDER = pattern(r"(?:责任)?(?:单位|部门|主体|机构)$")  # 牵头单位, 牵头部门: one role
_HELPING = frozenset({"配合", "参与", "协助", "协办", "协同", "协作", "参加"})
USUAL = 5  # tasks from which on one label is the plan's usual one
QUOTED = 6


@rule(code="OWN106", name="mixed-role-labels", level="review")
def mixed_role_labels(graph: AccountabilityGraph) -> Iterator[Remark]:
    """角色用语前后不一 / Role words change their meaning.

    说明 / What it says
    同一个角色用语在文中意思不一样：例如“责任单位”在多数任务里排在牵头单位之后，在个别任务里却是唯一的主责单位，旁边另有配合单位；
    或者全文都用“责任单位”，个别任务改用“牵头单位”；或者协助的单位有时叫“参与”、有时叫“配合”。
    A role word does not mean the same throughout: 责任单位 stands beside a lead in most tasks and is itself the one that answers, with helpers
    beside it, in others; or one or two tasks print 牵头单位 where all others print 责任单位; or helpers are called 参与 here and 配合 there.
    理由 / Why
    用语一变，读的人就要猜这家单位是主责还是配合。
    When the word changes, readers have to guess whether a unit answers or helps.
    来源 / Source
    责任分配矩阵 RACI：角色须先定义、再使用，全表同义（PMI, PMBOK Guide）；《党政机关公文处理工作条例》（2012）：表述准确、用语规范。
    反例 / Bad example
    ```text
    沅平市产业发展任务分工方案
    一、重点任务
    1.推进技术改造。（牵头单位：市工信局；责任单位：市财政局）
    2.培育专精特新企业。（牵头单位：市工信局；责任单位：市科技局）
    3.建设创新平台。（牵头单位：市科技局；责任单位：市财政局）
    4.稳定外贸。（责任单位：市商务局；配合单位：市财政局、市税务局）
    ```
    正例 / Good example
    ```text
    沅平市产业发展任务分工方案
    一、重点任务
    1.推进技术改造。（牵头单位：市工信局；责任单位：市财政局）
    2.培育专精特新企业。（牵头单位：市工信局；责任单位：市科技局）
    3.建设创新平台。（牵头单位：市科技局；责任单位：市财政局）
    4.稳定外贸。（牵头单位：市商务局；责任单位：市财政局、市税务局）
    ```
    修改 / How to mend
    全文统一：主责用“牵头单位”，分担用“责任单位”，协助用“配合单位”。
    Use one word for one role throughout.
    """
    for doc in graph.documents():
        held = [_labels(graph, task) for task in graph.tasks(doc)]
        labelled = [h for h in held if h is not None]
        yield from [*_two_meanings(graph, doc, labelled)] or [*_unusual(graph, doc, labelled)] or _two_words(graph, doc, labelled)


@dataclass(frozen=True, slots=True)
class _Labels:
    task: str
    lead: str  # 牵头, 责任 ...
    leading: Edge
    others: dict[str, Edge]  # of those who cooperate, the first of each label


def _labels(graph: AccountabilityGraph, task: str) -> _Labels | None:
    """The role words of a task that labels allot; None where a sentence or a heading does."""
    edges = [e for e in graph.duties_of(task) if not inherited(e) and e.data.get("basis") == "label" and e.data.get("label")]
    leading = next((e for e in edges if e.type == "LEADS"), None)
    if leading is None:
        return None
    return _Labels(task, _word(leading), leading, {_word(e): e for e in reversed(edges) if e.type == "COOPERATES"})


def _word(edge: Edge) -> str:
    label = str(edge.data["label"])
    return _HOLDER.sub("", label) or "责任"


def _two_meanings(graph: AccountabilityGraph, doc: str, labelled: list[_Labels]) -> Iterator[Remark]:
    """A word that marks who answers in some tasks, with helpers beside it, and who stands beside a lead in others; told at the few."""
    beside: dict[str, list[_Labels]] = defaultdict(list)
    alone: dict[str, list[_Labels]] = defaultdict(list)
    for h in labelled:
        for word in h.others:
            beside[word].append(h)
        if h.others:
            alone[h.lead].append(h)
    for word in sorted(beside.keys() & alone.keys()):
        m, n = len(beside[word]), len(alone[word])
        few, many = (alone[word], beside[word]) if n <= m else (beside[word], alone[word])
        yield _remark(
            graph, doc, few, many[0], word, word,
            f"“{word}单位”在 {m} 项任务里排在牵头单位之后分担任务，在 {n} 项任务里却是主责单位，意思前后不一。",
            f"“{word}单位” stands beside a lead in {m} {_tasks(m)} and is itself the one that answers in {n} {_tasks(n)}.",
        )  # fmt: skip


def _tasks(n: int) -> str:
    return "task" if n == 1 else "tasks"


def _unusual(graph: AccountabilityGraph, doc: str, labelled: list[_Labels]) -> Iterator[Remark]:
    helped = [h for h in labelled if h.others]
    count = Counter(h.lead for h in helped)
    if len(count) < 2:
        return
    (usual, n), *rest = count.most_common()
    few = {word for word, m in rest if m <= max(1, n // 10)}
    tasks = [h for h in helped if h.lead in few and not any(usual in g.others for g in helped)]
    if n >= USUAL and tasks:
        word = tasks[0].lead
        yield _remark(
            graph, doc, tasks, next(h for h in helped if h.lead == usual), word, usual,
            f"其他 {n} 项任务的主责单位都写作“{usual}单位”，这里写作“{word}单位”，含义是否不同没有说明。",
            f"In {n} other tasks the unit that answers is called “{usual}单位”, here “{word}单位”; whether that means something else is not said.",
        )  # fmt: skip


def _two_words(graph: AccountabilityGraph, doc: str, labelled: list[_Labels]) -> Iterator[Remark]:
    """参与部门 in some tasks, 配合单位 in others: helpers by two names, each more than once."""
    by: dict[str, list[_Labels]] = defaultdict(list)
    for h in labelled:
        for word in sorted(h.others.keys() & _HELPING):
            by[word].append(h)
    if any(len(h.others.keys() & _HELPING) > 1 for h in labelled):
        return  # 配合单位 and 参与单位 side by side: two roles
    ranked = sorted((held for held in by.items() if len(held[1]) > 1), key=lambda held: (-len(held[1]), held[0]))
    if len(ranked) > 1:
        (usual, many), (other, few), *_ = ranked
        yield _remark(
            graph, doc, few, many[0], other, usual,
            f"协助的单位在 {len(many)} 项任务里写作“{usual}”，在 {len(few)} 项任务里写作“{other}”，含义是否不同没有说明。",
            f"Units that help are called “{usual}” in {len(many)} tasks and “{other}” in {len(few)}; whether a difference is meant is not said.",
        )  # fmt: skip


def _remark(graph: AccountabilityGraph, doc: str, tasks: list[_Labels], usual: _Labels, word: str, usual_word: str, zh: str, en: str) -> Remark:
    """At ``tasks``, where ``word`` stands; ``usual`` with ``usual_word`` is shown as the other side."""
    spans = [_span(h, word) for h in tasks]
    return Remark(
        message=Words(zh, en),
        remedy=Words("请统一全文的角色用语；如确有区别，请在文中说明。", "Please use one word for one role throughout; if a difference is meant, please say which."),
        tasks=tuple(h.task for h in tasks),
        lines=tuple(dict.fromkeys(lines_at(graph, doc, s) for s in spans)),
        departments=tuple(dict.fromkeys(h.leading.source for h in tasks)),
        quotes=tuple(quote_at(graph, doc, s) for s in (*spans[:QUOTED], _span(usual, usual_word))),
    )


def _span(held: _Labels, word: str) -> tuple[int, int]:
    """From the beginning of the statement to the unit that stands behind the word."""
    edge = held.others.get(word, held.leading) if held.lead != word else held.leading
    start = (edge.data.get("statement") or edge.data["span"])[0]
    return int(start), int(edge.data["span"][1])
