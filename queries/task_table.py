"""The tasks of a plan as the classical table: one row a task, who leads, answers and helps, targets and dates in columns, headings between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from graphmodel.graph import AccountabilityGraph, Edge
from graphmodel.patterns import pattern
from graphmodel.plan import Span
from graphmodel.text import fold
from queries.facts import indicator_text
from queries.items import one_item
from queries.owners import inherited
from queries.printed import squeezed, task_paragraphs, unbroken

NUMBER, TITLE, TASK, LEAD, ANSWER, HELP, WATCH, TARGETS, DEADLINE = "number", "title", "task", "lead", "answer", "help", "watch", "targets", "deadline"
_FIGURE = pattern(r"[\d.,，%％≥≤><=]|\s")
_BARE_FIGURE = 5  # letters beside a figure: 工作日, 吨标准煤; what has more says itself what it is
_STOPS = "。；;：:\n|"
PERSON = "牵头领导"
"""The column of the persons whose label is no head of a column of its own."""

NOBODY = ("—",)
"""What stands in a cell that would be taken for one with the cell above it."""

_ROLE_OF_TIER = {"牵": LEAD, "责": ANSWER, "配": HELP, "监": WATCH}
_PERSON_HEAD = pattern(r"(?:牵头|责任|分管|包保|联系|挂点|包抓|包联|主管)?(?:责任)?(?:[省市县区镇州旗]级?|政府)?(?:领导|责任人|负责人|联系人|牵头人)")
_AROUND = pattern(r"^[\s.、．]+|[\s.、．]+$")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as the plan prints it. ``level``: 1 = outermost."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of the plan that binds all rows below it in its part: 以下各项均需各区人民政府落实，不再列出。"""

    text: str


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task. ``cells``: by the key of the column, each the paragraphs of a cell; absent where the plan says nothing.

    ``goes_on``: it stands under one number with the task above it, which is printed once.
    """

    id: str
    cells: Mapping[str, tuple[str, ...]]
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class TaskTable:
    """The table of one plan. ``persons``: the heads of columns with persons; ``columns``: the keys of all columns in order, those heads among them.

    ``left_out``: what the plan holds beside its tasks: goals, mechanisms, posts -> how many of them.
    """

    doc: str
    name: str
    number: str
    issuer: str
    date: str
    columns: tuple[str, ...]
    rows: tuple[Heading | Clause | TaskRow, ...]
    persons: tuple[str, ...] = ()
    left_out: Mapping[str, int] = field(default_factory=dict)
    short_names: tuple[tuple[str, str], ...] = ()  # (生态市创建办, 沅平市生态文明市创建工作领导小组办公室): what the plan explains outside the table


def task_table(graph: AccountabilityGraph, doc: str) -> TaskTable:
    """The table of one document, rows in the order of the plan."""
    rows: list[Heading | Clause | TaskRow] = []
    standing: list[tuple[str, str | None]] = []  # headings printed so far that still hold
    bound: set[tuple[int, int]] = set()
    above: TaskRow | None = None
    for task in graph.tasks(doc):
        chain = _chain(graph, task)
        common = _common([s for s, _ in standing], chain)
        standing = standing[:common]
        for section in chain[common:]:
            node = graph.node(section)
            rows.append(Heading(str(node["name"]), len(standing) + 1))
            standing.append((section, node["number"]))
            above = None
        for edge in graph.duties_of(task):
            if inherited(edge) and (span := tuple(edge.data["statement"])) not in bound:
                bound.add(span)
                rows.append(Clause(_clause(graph, doc, task, span)))
        row = TaskRow(task, cells_of(graph, task))
        if above is not None and one_item(above.id, task):
            row = TaskRow(task, {**{k: NOBODY for k in (LEAD, ANSWER, DEADLINE) if k in above.cells}, **row.cells}, True)
        rows.append(row)
        above = row
    tasks = [r for r in rows if isinstance(r, TaskRow)]
    persons = tuple(dict.fromkeys(k for r in tasks for k in r.cells if k not in _FIXED))
    extra = {k for r in tasks for k in r.cells}
    order = (NUMBER, *([TITLE] if TITLE in extra else []), TASK, *persons, LEAD, ANSWER, HELP, *([WATCH] if WATCH in extra else []), TARGETS, DEADLINE)
    node = graph.node(doc)
    left = {"goals": len(graph.goals(doc)), "mechanisms": len(graph.mechanisms(doc)), "posts": len(graph.edges("MEMBER_OF", doc))}
    return TaskTable(
        doc, str(node["name"] or ""), str(node["number"] or ""), str(node["issuer"] or ""), str(node["date"] or ""), order, tuple(rows), persons,
        {k: v for k, v in left.items() if v}, _short_names(graph, doc),
    )  # fmt: skip


_PLAIN = pattern(r"(?:各|全体)?(?:领导小组|指挥部|专班|工作组|联席会议|办公室|成员单位){1,3}")
_IN_BRACKETS = pattern(r"\([^()]{1,40}\)$")
_GROUPS = ("group", "office of a group")


def _short_names(graph: AccountabilityGraph, doc: str) -> tuple[tuple[str, str], ...]:
    """Short names of leading groups, their offices and members, which only the plan's own text explains."""
    found: dict[str, str] = {}
    for task in graph.tasks(doc):
        for edge in graph.duties_of(task):
            node, printed = graph.node(edge.source), str(edge.data["printed"])
            full = str(node["name"])
            group = node["peer_class"] in _GROUPS or "领导小组" in full or "指挥部" in full
            one, other = _IN_BRACKETS.sub("", squeezed(fold(printed))), squeezed(fold(full))
            if group and not inherited(edge) and not _PLAIN.fullmatch(printed) and one not in other and other not in one:
                found[printed] = full
    return tuple(found.items())


_FIXED = frozenset((NUMBER, TITLE, TASK, LEAD, ANSWER, HELP, WATCH, TARGETS, DEADLINE))


def _chain(graph: AccountabilityGraph, node: str) -> list[str]:
    """The sections in which a node stands, outermost first."""
    out: list[str] = []
    inner = graph.section_of(node)
    while inner is not None:
        out.append(inner)
        inner = graph.section_of(inner)
    return out[::-1]


def _common(standing: list[str], chain: list[str]) -> int:
    n = 0
    while n < min(len(standing), len(chain)) and standing[n] == chain[n]:
        n += 1
    return n


def cells_of(graph: AccountabilityGraph, task: str) -> dict[str, tuple[str, ...]]:
    """The row of one task: key of a column -> the paragraphs of its cell."""
    node, doc = graph.node(task), graph.document_of(task)
    paragraphs = task_paragraphs(graph, task)
    cells: dict[str, tuple[str, ...]] = {}
    if number := _AROUND.sub("", str(node["number"] or "")):
        cells[NUMBER] = (number.replace("(", "（").replace(")", "）"),)
    name = squeezed(str(node["name"])).rstrip("…")
    if not any(squeezed(p).startswith(name) for p in paragraphs):
        cells[TITLE] = (unbroken(str(node["name"])),)
    cells[TASK] = paragraphs
    for label, people in _persons(graph, task).items():
        cells[label] = ("、".join(people),)
    for role, names in _bodies(graph, task).items():
        cells[role] = (_listed(names),)
    if targets := tuple(_targets(graph, task)):
        cells[TARGETS] = targets
    if due := _due(graph, task, doc):
        cells[DEADLINE] = (due,)
    return cells


def _persons(graph: AccountabilityGraph, task: str) -> dict[str, list[str]]:
    """Head of a column -> persons. Those that only the task's own words name are left there."""
    a, b = graph.node(task)["span"]
    found: dict[str, list[str]] = {}
    for edge in graph.edges_to(task, "OVERSEES"):
        if a <= edge.data["span"][0] < b:
            continue
        label = str(edge.data["label"] or "")
        head = label if _PERSON_HEAD.fullmatch(label) else PERSON
        name, post = str(graph.node(edge.source)["name"]), str(edge.data["title"] or "")
        found.setdefault(head, []).append(f"{post}{name}" if post else name)
    return found


def _bodies(graph: AccountabilityGraph, task: str) -> dict[str, list[str]]:
    """Column -> bodies as printed, in the order printed; what a clause lays on all tasks stands in that clause."""
    found: dict[str, list[str]] = {}
    for edge in graph.duties_of(task):
        if not inherited(edge):
            found.setdefault(_ROLE_OF_TIER.get(str(edge.data["tier"]), ANSWER), []).append(_body(edge))
    return found


def _body(edge: Edge) -> str:
    part = unbroken(str(edge.data["part"] or ""))
    return f"{edge.data['printed']}（负责{part}）" if part else str(edge.data["printed"])


def _listed(names: list[str]) -> str:
    """A list that reads back as one: a name that holds 、 itself stands between commas."""
    out = ""
    for n, name in enumerate(names):
        wide = "、" in name.partition("（")[0] or n and "、" in names[n - 1].partition("（")[0]
        out += (("，" if wide else "、") if n else "") + name
    return out


def _targets(graph: AccountabilityGraph, task: str) -> Iterator[str]:
    """Figures and dated steps in the words of the plan, in its order, each once."""
    found: list[tuple[Span, str]] = []
    own = squeezed(str(graph.node(task)["text"]))
    for indicator in graph.indicators_of(task):
        node = graph.node(indicator)
        words = unbroken(str(node["quote"]))
        if squeezed(words) not in own:  # it stands in a column or label of its own: its verb and its 左右 belong to it
            words = unbroken(_around(graph.text_of(graph.document_of(task)), node["span"]))
        told = squeezed(words) in own or squeezed(fold(str(node["name"])))[-4:] in squeezed(fold(words)) or len(_FIGURE.sub("", words)) > _BARE_FIGURE
        found.append((node["span"], words if told else indicator_text(graph, indicator)))
    for milestone in graph.milestones_of(task):
        node = graph.node(milestone)
        found.append((node["span"], unbroken(str(node["text"]))))
    once = list(dict.fromkeys(words.rstrip("；;，,。、") for _, words in sorted(found)))
    yield from (words + ("。" if n == len(once) else "；") for n, words in enumerate(once, 1))


def _around(text: str, span: Span) -> str:
    """The words between two stops in which a span stands."""
    start = max(text.rfind(stop, 0, span[0]) for stop in _STOPS) + 1
    end = min((at for stop in _STOPS if (at := text.find(stop, span[1])) >= 0), default=len(text))
    return text[start:end].strip()


def _due(graph: AccountabilityGraph, task: str, doc: str) -> str:
    """When a task is due, as printed; with the steps that its label gives beside."""
    node = graph.node(task)
    printed, label, own = unbroken(str(node["deadline_printed"] or "")), node["deadline_span"], node["span"]
    if label is None or own[0] <= label[0] < own[1]:
        return printed
    steps = [tuple(graph.node(m)["span"]) for m in graph.milestones_of(task)]
    spans = [label, *(s for s in steps if not own[0] <= s[0] < own[1])]
    whole = graph.words(doc, (min(a for a, _ in spans), max(b for _, b in spans)))
    return unbroken(whole) if len(spans) > 1 and "\n" not in whole else printed


def _clause(graph: AccountabilityGraph, doc: str, task: str, span: Span) -> str:
    """The clause in the words of the plan, cut out of the statement that holds it; made of its bodies where it cannot be cut out."""
    words = unbroken(graph.words(doc, span))
    said = fold(words)
    start = max(said.find(w) for w in ("以下", "下列", "上述"))
    m = pattern(r"不再[^。;,)]{0,20}").search(said, max(0, start))
    if start >= 0 and m:
        return words[start : m.end()] + "。"
    if m:
        begin = max(said.rfind(c, 0, m.start() - 1) for c in "(。;:") + 1
        return words[begin : m.end()] + "。"
    names = [str(e.data["printed"]) for e in graph.duties_of(task) if inherited(e) and tuple(e.data["statement"]) == tuple(span)]
    return f"以下各项均需{'、'.join(names)}落实，不再列出。"
