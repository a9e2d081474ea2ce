"""What only the program can weigh, since it goes by how alike words are: whether a goal is carried, which figures are one target.

``fengong push`` writes it beside the graph (``graphmodel.neo4j_rows.WEIGHED``), so that ``queries/cypher`` can tell of it.
"""

from __future__ import annotations

from graphmodel.graph import AccountabilityGraph
from graphmodel.neo4j_rows import Properties
from queries.carriage import carriages
from queries.targets import alike_targets


def weighed(graph: AccountabilityGraph) -> dict[str, Properties]:
    """Id of a node → its properties.

    document: ``weighed``, true. A goal's indicator, or a goal that names a dated event and no figure: ``carriage``, one of carried, unnamed (a task has
    the figure under less of a name), named (a task has the name and no figure), absent; ``carriers``, the ids of those tasks. An indicator of a
    task that other tasks have too: ``target``, the id of the first of them; ``likeness``, 0 to 1, of the names least alike among them.
    """
    found: dict[str, Properties] = {doc: {"weighed": True} for doc in graph.documents()}
    for one in carriages(graph):
        if one.sort != "qualitative":  # left to the audit
            found[one.indicator or one.goal] = {"carriage": one.status, "carriers": list(one.tasks)}
    for doc in graph.documents():
        for indicators, likeness in alike_targets(graph, doc):
            for indicator in indicators:
                found[indicator] = {"target": indicators[0], "likeness": likeness}
    return found
