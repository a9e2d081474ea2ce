"""Who counts as one owner, and who answers for what, in the words that rules and tables share."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from graphmodel.graph import AccountabilityGraph, Edge
from graphmodel.patterns import pattern

_ORGAN = pattern(
    r"(?:党委、政府|党工委、管委会|管理委员会|管委会|工作委员会|委员会|党工委|工委|党委|委|人民政府|政府|办事处)$"
)  # what makes a place's Party committee or government of the place
_PLACE = pattern(r"(?:省|自治区|市|区|县|旗|州|盟|乡|镇|街道|苏木|新区|园区|开发区|片区|\))$")
_MASS = pattern(r"共青团|中国人民政治协商会议|政协|中国民主|九三学社")  # their committees are not the Party committee of the place
_TWICE = pattern(r"([省市区县旗州盟乡镇])\1$")  # 各区区(委) -> 各区
_STANDING = pattern(r"(?:领导小组|工作小组|协调小组|指挥部|联席会议|工作专班|工作组|专班|委员会)(?:下设)?办公室$|(?:领导小组|指挥部|联席会议|工作专班|专班|创建办)$")


@lru_cache(maxsize=16384)
def place_of(name: str) -> str | None:
    """The place whose Party committee or government bears the (canonical) name, None for every other body: 中共青岚区委员会, 青岚区人民政府
    -> 青岚区."""
    joint = name.startswith("中共") and "、" in name  # 中共青岚区委、青岚区人民政府: the government's half says the place
    short = (name.rpartition("、")[2] if joint else name).removeprefix("中共").replace("中国共产党", "")
    m = _ORGAN.search(short)
    if not m or _MASS.match(short):
        return None
    place = short[: m.start()]
    if not _PLACE.search(place):
        return None
    return _TWICE.sub(r"\1", place)


def owner(graph: AccountabilityGraph, department: str) -> str:
    """One key per owner: Party committee and government of one place are one (党政同责), every other body is itself."""
    place = place_of(str(graph.node(department).get("name") or ""))
    return f"党政:{place}" if place else department


def is_collective(graph: AccountabilityGraph, department: str) -> bool:
    """Whether the node is a set of bodies (各县区, 等相关单位) and not one body."""
    return graph.node(department).get("collective") is not None


def is_standing_office(graph: AccountabilityGraph, department: str) -> bool:
    """Whether the body exists for coordination (a leading group, its office): it answers for much by its nature."""
    if graph.node(department).get("peer_class") in ("group", "office of a group") or _STANDING.search(str(graph.node(department).get("name") or "")):
        return True
    return department in graph.once("hosted", lambda: {e.source for e in graph.edges("HOSTED_BY")})


def leads(graph: AccountabilityGraph, task: str) -> list[Edge]:
    """The LEADS edges of a task, first printed first."""
    return [e for e in graph.duties_of(task) if e.type == "LEADS"]


def inherited(edge: Edge) -> bool:
    """Whether a blanket clause lays this duty on the task."""
    return bool(edge.data.get("basis") == "inherited")


def names(graph: AccountabilityGraph, departments: Iterable[str]) -> str:
    """The names of departments for a sentence: 甲、乙."""
    return "、".join(str(graph.node(d).get("name") or d) for d in departments)
