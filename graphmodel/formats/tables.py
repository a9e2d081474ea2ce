"""CSV: a file of nodes, one of edges, and one of the documents' lines (a cell of Excel holds 32,767 characters, a plan has more).

An empty cell is null. A text that begins with = + - @ (wide ones too), a tab, a line break or an apostrophe is written with an apostrophe
before it, so that no spreadsheet runs it, and an empty text is a lone apostrophe; reading takes one apostrophe away again. Numbers stay
numbers. UTF-8 with a byte order mark, lines end with CR LF.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import networkx as nx

from graphmodel.check import Link, Node, assemble, wrong
from graphmodel.contract import EDGES, NODES, VERSION
from graphmodel.flat import EDGE_COLUMNS, NODE_COLUMNS, Scalar, extras, flatten, label, restore, spelled
from graphmodel.format import Format, in_order

_NODES, _EDGES, _LINES = ".nodes.csv", ".edges.csv", ".lines.csv"
_BY_LINE = ("text", "places", "taken")  # attributes of a document that stand in the file of lines
_LINE_COLUMNS = ("doc", "line", "place", "taken", "text")
_RISKY = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", "'")


def write(graph: nx.MultiDiGraph[str]) -> Mapping[str, Iterable[str]]:
    return {_NODES: _node_rows(graph), _EDGES: _edge_rows(graph), _LINES: _line_rows(graph)}


def _node_rows(graph: nx.MultiDiGraph[str]) -> Iterator[str]:
    columns = {**NODE_COLUMNS, **extras((d for _, d in graph.nodes(data=True)), NODE_COLUMNS)}
    names = ["id", "label", "kind", *(c for c in columns if c not in ("places", "taken"))]
    yield _row(names)
    for id, attributes in graph.nodes(data=True):
        contract = NODES[attributes["kind"]]
        document = attributes["kind"] == "document"
        flat = flatten({k: v for k, v in in_order(attributes, contract).items() if not (document and k in _BY_LINE)}, contract)
        yield _row([_cell({"id": id, "label": label(attributes), **flat}.get(name)) for name in names])


def _edge_rows(graph: nx.MultiDiGraph[str]) -> Iterator[str]:
    columns = {**EDGE_COLUMNS, **extras((d for *_, d in graph.edges(data=True)), EDGE_COLUMNS)}
    names = ["source", "target", "key", "type", *columns]
    yield _row(names)
    for source, target, key, attributes in graph.edges(keys=True, data=True):
        contract = EDGES[attributes["type"]]
        flat = {"source": source, "target": target, "key": key, **flatten(in_order(attributes, contract), contract)}
        yield _row([_cell(flat.get(name)) for name in names])


def _line_rows(graph: nx.MultiDiGraph[str]) -> Iterator[str]:
    yield _row(_LINE_COLUMNS)
    for doc, attributes in graph.nodes(data=True):
        if attributes["kind"] == "document":
            for n, (text, place, taken) in enumerate(zip(attributes["text"], attributes["places"], attributes["taken"]), 1):
                yield _row([_cell(doc), str(n), _cell(place), _cell(taken or None), _cell(text or None)])


def _cell(value: Scalar | None) -> str:
    if value is None:
        return ""
    if isinstance(value, str) and (not value or value.startswith(_RISKY)):
        return "'" + value
    return spelled(value)


def _row(cells: Sequence[str]) -> str:
    line = io.StringIO(newline="")
    csv.writer(line).writerow(cells)
    return line.getvalue()


def read(texts: Mapping[str, str]) -> nx.MultiDiGraph[str]:
    lines: dict[str, list[dict[str, str]]] = {}
    for row in _rows(texts[_LINES], _LINES, _LINE_COLUMNS):
        lines.setdefault(row.get("doc", ""), []).append(row)
    nodes = (_node(row, lines) for row in _rows(texts[_NODES], _NODES, ("id", "kind")))
    links = (_link(row) for row in _rows(texts[_EDGES], _EDGES, ("source", "target", "key", "type")))
    return assemble({"version": VERSION}, nodes, links)


def is_part_of_graph(data: bytes) -> bool:
    """Whether a CSV file is one of the three that ``write`` gives, by its first row."""
    first = data[:4_000].removeprefix(b"\xef\xbb\xbf").split(b"\n")[0].strip().decode("utf-8", "replace")
    names = first.split(",")
    return names[:3] == ["id", "label", "kind"] or names[:4] == ["source", "target", "key", "type"] or tuple(names) == _LINE_COLUMNS


def _rows(text: str, name: str, needed: Sequence[str]) -> Iterator[dict[str, str]]:
    """The rows of a table: the cells that are not empty, by the names of the first row."""
    limit = csv.field_size_limit(sys.maxsize if sys.maxsize < 2**31 else 2**31 - 1)
    try:
        rows = list(csv.reader(io.StringIO(text, newline="")))
    except csv.Error as error:
        raise wrong(f"*{name}", "CSV", f"({error})") from None
    finally:
        csv.field_size_limit(limit)
    names = rows[0] if rows else []
    if any(column not in names for column in needed):
        raise wrong(f"*{name}", f"a table with the columns {', '.join(needed)}", ", ".join(names))
    for n, row in enumerate(rows[1:], 2):
        if row and len(row) != len(names):
            raise wrong(f"*{name} row {n}", f"{len(names)} cells", len(row))
        if row:
            yield {column: cell.removeprefix("'") for column, cell in zip(names, row) if cell}


def _node(row: dict[str, str], lines: Mapping[str, list[dict[str, str]]]) -> Node:
    id = row.pop("id", "")
    row.pop("label", None)
    attributes = restore(row, NODES.get(row.get("kind", ""), {}), f"node {id}")
    if row.get("kind") == "document":
        own = lines.get(id, [])
        numbers = [line.get("line") for line in own]
        if numbers != [str(n) for n in range(1, len(own) + 1)]:
            raise wrong(f"*{_LINES} {id}", "lines 1, 2, 3 … in order", numbers[:5])
        attributes["text"] = [line.get("text", "") for line in own]
        attributes["places"] = [line.get("place") for line in own]
        attributes["taken"] = [line.get("taken", "") for line in own]
    return id, attributes


def _link(row: dict[str, str]) -> Link:
    source, target = row.pop("source", ""), row.pop("target", "")
    key: Any = row.pop("key", None)
    return source, target, key, restore(row, EDGES.get(row.get("type", ""), {}), f"edge {source} → {target}")


TABLES = Format("csv", (".csv",), write, read, (_NODES, _EDGES, _LINES), bom=True)
