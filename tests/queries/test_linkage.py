"""The only links between parts of the departments, against networkx on the projection itself."""

from __future__ import annotations

import random

import networkx as nx
import pytest

from queries.linkage import NAMED, Bottleneck, links_of


def projection(holders: dict[str, tuple[str, ...]]) -> nx.Graph[str]:
    drawn: nx.Graph[str] = nx.Graph()
    for bodies in holders.values():
        drawn.add_nodes_from(bodies)
        drawn.add_edges_from((a, b) for a in bodies for b in bodies if a < b)
    return drawn


def made(seed: int) -> dict[str, tuple[str, ...]]:
    chance = random.Random(seed)
    departments = [f"d{n:02}" for n in range(chance.randint(3, 16))]
    return {f"t{n}": tuple(chance.sample(departments, min(len(departments), chance.choice([1, 2, 2, 3, 3, 4])))) for n in range(chance.randint(2, 14))}


def cut(drawn: nx.Graph[str], entry: Bottleneck) -> list[set[str]]:
    """The parts that are left of what hung together with an entry's departments, largest first."""
    left = drawn.subgraph(nx.node_connected_component(drawn, entry.departments[0])).copy()
    if len(entry.departments) == 1:
        left.remove_nodes_from(entry.departments)
    else:
        left.remove_edge(*entry.departments)
    return sorted(map(set, nx.connected_components(left)), key=len, reverse=True)


@pytest.mark.parametrize("seed", range(150))
def test_articulation_points_and_bridges_of_the_projection(seed: int) -> None:
    holders = made(seed)
    drawn = projection(holders)
    found = links_of("D", holders, 1)
    assert {d for entry in found for d in entry.departments} == set(nx.articulation_points(drawn))
    for entry in found:
        parts = cut(drawn, entry)
        assert entry.doc == "D"
        assert [len(p) for p in parts] == list(entry.parts)
        assert len(entry.cut_off) == min(NAMED, sum(entry.parts[1:])) == len(set(entry.cut_off))
        if entry.parts[0] > entry.parts[1]:
            assert set(entry.cut_off) <= set().union(*parts[1:])
        if len(entry.departments) == 2:
            assert tuple(sorted(entry.departments)) in {tuple(sorted(b)) for b in nx.bridges(drawn)}
            assert entry.tasks == tuple(t for t, bodies in holders.items() if set(bodies) == set(entry.departments))
        else:
            mine = entry.departments[0]
            assert entry.tasks and all(mine in holders[t] and len(holders[t]) > 1 for t in entry.tasks)
            if entry.parts[0] > entry.parts[1]:
                outside = set().union(*parts[1:])
                assert entry.tasks == tuple(t for t, bodies in holders.items() if mine in bodies and outside & set(bodies))


@pytest.mark.parametrize(("least", "count"), [(1, 2), (2, 1), (3, 1), (4, 0)])
def test_a_part_cut_off_has_at_least_so_many(least: int, count: int) -> None:
    holders = {"t1": ("a", "b", "c"), "t2": ("c", "d", "e"), "t3": ("a", "f", "b")}
    holders |= {"t4": ("d", "e", "g", "h"), "t5": ("g", "i")}
    assert len(links_of("D", holders, least)) == count
