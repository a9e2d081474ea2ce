"""The interactive network: who answers for what, as a picture that can be asked.

pyvis makes the data of the picture and brings vis-network, the library that draws, pans and zooms; template, places, scripts and policy are
ours (pyvis's own pages load from the network, and run what stands in a title).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from viz.layout import Group, Layout, arranged, broken
from viz.network_data import FIGURE, Cast, cast, short_name, told
from viz.page import environment, finished

if TYPE_CHECKING:
    from pyvis.network import Network

    from graphmodel.finding import Finding
    from graphmodel.graph import AccountabilityGraph
    from viz.format import Lang

NOBODY, GOALS = "nobody", "goals"  # groups that stand around no unit, numbered by plan
_TERRITORIAL = frozenset({"province", "city", "district", "county", "town", "village", "zone", "city government", "provincial government", "government"})
_SCRIPTS = (
    "network.js", "network_state.js", "network_ink.js", "network_shapes.js", "network_names.js", "network_view.js", "network_detail.js",
    "network_search.js", "network_keys.js", "network_save.js",
)  # fmt: skip
_LIBRARY = "lib/vis-9.1.2/vis-network.min.js"
_OPTIONS = {
    "physics": {"enabled": False}, "layout": {"improvedLayout": False}, "edges": {"smooth": False}, "nodes": {"chosen": False, "fixed": True},
    "interaction": {"hover": True, "multiselect": True, "keyboard": False, "selectConnectedEdges": False, "dragNodes": False, "zoomSpeed": 0.7},
}  # fmt: skip


def network_page(graph: AccountabilityGraph, findings: Sequence[Finding], lang: Lang, figure_words: Callable[[str], str], peers: Mapping[str, str]) -> str:
    """The page, the same to the byte for the same graph. ``figure_words``: an indicator in words; ``peers``: the Chinese words of the
    classes of units."""
    shown = cast(graph)
    layout = arranged(_groups(graph, shown), _figures(graph, shown))
    drawn = _drawn(graph, shown, layout)
    names = [str(graph.node(doc)["name"] or graph.node(doc)["source"] or doc) for doc in graph.documents()]
    title = " · ".join(names[:3]) + (" …" if len(names) > 3 else "")
    drawn.templateEnv = environment(lang, title, _SCRIPTS, files("pyvis").joinpath(_LIBRARY).read_text(encoding="utf-8"))
    drawn.templateEnv.globals.update(
        settings=_OPTIONS,
        told=told(graph, shown, findings, figure_words, peers),
        counts={"tasks": len(shown.tasks), "units": len(shown.units), "figures": len(shown.figures), "goals": len(shown.goals), "findings": len(findings)},
        islands={str(graph.node(doc)["name"] or graph.node(doc)["source"] or doc): list(box) for doc, box in layout.islands.items()},
        places={"discs": {_unit_key(shown, key): [d.x, d.y, d.mark, d.radius] for key, d in layout.discs.items()}, "name": round(layout.name, 2)},
        names={_unit_key(shown, g): list(broken(short_name(graph, g))) for g in layout.discs if g in shown.units},
    )
    return finished(drawn.generate_html("network.html"))


def _unit_key(shown: Cast, key: str) -> str:
    return shown.units.get(key, key)


def _groups(graph: AccountabilityGraph, shown: Cast) -> list[Group]:
    """Each unit with the tasks and goals it is the first to lead; what nobody leads; goals."""
    led: dict[str, list[str]] = {d: [] for d in shown.units}
    first: dict[str, str] = {}  # the plan in which a unit has its first duty
    shared: dict[str, Counter[str]] = {d: Counter() for d in shown.units}
    nobody: dict[str, list[str]] = {}
    goals: dict[str, list[str]] = {}
    for node in (*shown.tasks, *shown.goals):
        leads = graph.leads_of(node)
        home = leads[0] if leads else None
        if home is not None:
            led[home].append(shown.tasks.get(node) or shown.goals[node])
        elif node in shown.tasks:
            nobody.setdefault(graph.document_of(node), []).append(shown.tasks[node])
        else:
            goals.setdefault(graph.document_of(node), []).append(shown.goals[node])
        for other in dict.fromkeys(e.source for e in graph.duties_of(node)):
            first.setdefault(other, graph.document_of(node))
            if other == home:
                continue
            if home is not None:
                shared[home][other] += 1
                shared[other][home] += 1
    found = []
    for d in shown.units:
        kind = str(graph.node(d).get("peer_class") or "")
        answers = sum(t in shown.tasks for t in graph.tasks_led_by(d))
        found.append(Group(d, tuple(led[d]), broken(short_name(graph, d)), answers, kind if kind in _TERRITORIAL else "", dict(shared[d]), first[d]))
    docs = graph.documents()
    for held, key, words in ((nobody, NOBODY, "无人负责"), (goals, GOALS, "总体目标")):
        found += [Group(f"{key}{docs.index(doc)}", tuple(ids), (words,), plan=doc) for doc, ids in held.items()]
    return found


def _figures(graph: AccountabilityGraph, shown: Cast) -> dict[str, list[str]]:
    return {id: [shown.figures[i] for i in graph.indicators_of(node)] for node, id in {**shown.tasks, **shown.goals}.items()}


class _Ids(list[str]):
    """pyvis looks every id up in a list; this one knows at once what it holds."""

    def __init__(self) -> None:
        super().__init__()
        self._known: set[object] = set()

    def append(self, value: str) -> None:
        super().append(value)
        self._known.add(value)

    def __contains__(self, value: object) -> bool:
        return value in self._known


def _drawn(graph: AccountabilityGraph, shown: Cast, layout: Layout) -> Network:
    from pyvis.network import Network

    net = Network(directed=True, cdn_resources="in_line")
    net.node_ids, net.path = _Ids(), "network.html"
    net.options = dict(_OPTIONS)

    def add(id: str, label: str, kind: str, x: float, y: float, **more: Any) -> None:
        net.add_node(id, label=label, shape="custom", color=None, kind=kind, x=round(x, 1), y=round(y, 1), **more)

    for d, id in shown.units.items():
        disc = layout.discs[d]
        add(id, short_name(graph, d), "unit", disc.x, disc.y, size=round(disc.mark, 1))
    for kind, held in (("task", shown.tasks), ("goal", shown.goals), ("figure", shown.figures)):
        for id in held.values():
            add(id, id, kind, *layout.points[id])
    for line in shown.lines:
        net.add_edge(line.source, line.target, id=line.id, role=line.role, arrows="", **({"hidden": True} if line.role == FIGURE else {}))
    return net
