"""Files that hold plans of one id: which of them count."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from graphmodel.problems import Problem, readable

if TYPE_CHECKING:
    from graphmodel.graph import AccountabilityGraph
    from graphmodel.plan import Plan

Piece: TypeAlias = "Plan | AccountabilityGraph | Problem"


def told_apart(pieces: list[tuple[str, Piece]], document_id: str | None, either: bool) -> tuple[list[tuple[str, Plan | AccountabilityGraph]], list[Problem]]:
    """What can stand in one graph, and the problems. Of two files that hold a plan of one id the first stays if ``either`` will do, else none."""
    kept: list[tuple[str, Plan | AccountabilityGraph]] = []
    problems: list[Problem] = []
    owners: dict[str, str] = {}
    gone: set[str] = set()
    for name, piece in pieces:
        if isinstance(piece, Problem):
            problems.append(piece)
            continue
        if document_id is not None and not _is_text(piece):
            problems.append(_has_ids(name))
            continue
        ids = ids_of(piece, document_id)
        clash = next((i for i in ids if i in owners), None)
        if clash is None:
            kept.append((name, piece))
        else:
            problems.append(_clash(clash, owners[clash], name, len(ids), either))
            if either:
                continue
            gone |= {name, *(owners[i] for i in ids if i in owners)}
        for id in ids:
            owners.setdefault(id, name)
    return [(name, piece) for name, piece in kept if name not in gone], problems


def _is_text(piece: Plan | AccountabilityGraph) -> bool:
    from graphmodel.plan import Plan

    return isinstance(piece, Plan)


def _has_ids(name: str) -> Problem:
    return Problem(
        f"{name} 是先前生成的图，其中的方案已有编号，不能用 --id 另取；请去掉 --id，或从原文重新生成。",
        f"{name} is a graph written earlier, whose plans have their ids; leave out --id, or read the plan's own text.",
    )


def ids_of(piece: Plan | AccountabilityGraph, document_id: str | None) -> tuple[str, ...]:
    """The ids of the plans in it; ``document_id``, where one is given, is that of a plan's text."""
    from graphmodel import ids
    from graphmodel.plan import Plan

    if not isinstance(piece, Plan):
        return tuple(piece.documents())
    return ((ids.part(document_id) if document_id else "") or ids.document_id(piece),)


def _clash(doc: str, first: str, second: str, plans: int, either: bool) -> Problem:
    from graphmodel.problems import PlanIdClash

    doc = readable(doc)
    if not either:
        whole = (f"（{second} 含 {plans} 份方案）", f" ({second} holds {plans} plans)") if plans > 1 else ("", "")
        return PlanIdClash(
            f"{first} 与 {second} 的方案编号都是“{doc}”，不知以哪份为准，两个文件都未写入{whole[0]}；请去掉其中一份，或用 --id 另取编号单独写入。",
            f"{first} and {second} have one document id, {doc}, and nobody says which counts, so neither file is written{whole[1]}: leave out one of them,"
            " or give one another id with --id.",
        )
    return PlanIdClash(
        f"{first} 与 {second} 的方案编号都是“{doc}”，后者未读入；请去掉其中一份，或用 --id 另取编号分别生成图。",
        f"{first} and {second} have one document id, {doc}; the second is left out: remove one of them, or give one another id with graph --id.",
    )
