"""From what the command line names to one graph: files in order, many of them by several processes, bad ones named and left out."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from fengong.one_id import ids_of, told_apart
from fengong.remarks import passed_over_in, remarks_of
from graphmodel.problems import Problem, readable
from loaders.open import STDIN, expand, shown

if TYPE_CHECKING:
    from fengong.one_id import Piece
    from graphmodel.graph import AccountabilityGraph
    from graphmodel.plan import Plan
    from loaders.reader import Tracked

_GRAPHS = (".json", ".graphml", ".gexf", ".csv")
_MOST_OF_STDIN = 1_000_000_000  # bytes; a graph of many plans may be large
_ALONE = 4
"""Up to this number of files this process reads itself: to start others would take longer."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """``graph``: of everything that could be read. ``problems``: what could not, in the order named.
    ``idle``: names of the plans in which no duty was found. ``remarks``: what else a person should know, nothing that failed."""

    graph: AccountabilityGraph
    problems: tuple[Problem, ...]
    idle: tuple[str, ...] = ()
    remarks: tuple[Problem, ...] = ()

    @property
    def whole(self) -> bool:
        """Everything was read, and every text allots something."""
        return not self.problems and not self.idle


def read_all(
    named: Sequence[str],
    document_id: str | None = None,
    progress: Callable[[int, int], None] | None = None,
    own_names: Mapping[str, str] | None = None,
    tracked: Tracked = "final",
) -> Outcome:
    """One graph of the plans and graphs behind ``named``.

    ``document_id`` overrides the id of a single plan; ``progress`` is told (files done, files in all); ``own_names``: bodies the tables
    do not know, printed form -> full name; ``tracked``: Word's tracked changes as made or as not made.
    Raises Problem where the request as a whole makes no sense; what is wrong with one file is in ``Outcome.problems``.
    """
    from graphmodel.graph import AccountabilityGraph

    kept, problems, remarks = _kept(named, document_id, progress, own_names, tracked)
    graph = _united([piece for _, piece in kept], document_id) if kept else AccountabilityGraph()
    return Outcome(graph, tuple(problems), idle_plans(graph), remarks)


@dataclass(frozen=True, slots=True)
class Apart:
    """``graphs``: one of each file, made when it is its turn, with ``number`` plans in all; what could not be read; what else a person should know."""

    number: int
    graphs: Iterator[AccountabilityGraph]
    problems: tuple[Problem, ...]
    remarks: tuple[Problem, ...] = ()


def read_apart(
    named: Sequence[str],
    document_id: str | None = None,
    progress: Callable[[int, int], None] | None = None,
    own_names: Mapping[str, str] | None = None,
    tracked: Tracked = "final",
) -> Apart:
    """As ``read_all``, but the files stay apart: what one plan knows of a department is not mixed with what another does.

    Of files that hold plans of one id none is kept: nobody can say which of them is meant to take the place of an older draft.
    """
    kept, problems, remarks = _kept(named, document_id, progress, own_names, tracked, either=False)
    number = sum(len(ids_of(piece, document_id)) for _, piece in kept)
    return Apart(number, (_united([piece], document_id) for _, piece in kept), tuple(problems), remarks)


def _kept(
    named: Sequence[str],
    document_id: str | None,
    progress: Callable[[int, int], None] | None,
    own_names: Mapping[str, str] | None,
    tracked: Tracked,
    either: bool = True,
) -> tuple[list[tuple[str, Plan | AccountabilityGraph]], list[Problem], tuple[Problem, ...]]:
    """What was read, with its name; what could not be read; what else a person should know. ``either``: as in ``told_apart``."""
    from graphmodel import ids
    from graphmodel.own_names import tell_own_names

    tell_own_names(own_names or {})
    paths = list(expand(tuple(named)))
    if document_id is not None and len(paths) != 1:
        raise Problem(
            f"--id 只能用于一份方案，这里有 {len(paths)} 份；请分别生成。",
            f"--id is for one plan, here are {len(paths)}; write them one by one.",
        )
    if document_id is not None and not ids.part(document_id):
        raise Problem("--id 是空的；请写上方案的编号，或去掉它。", "--id is empty; write the id of the plan, or leave it out.")
    files = [p for p in paths if not isinstance(p, Problem)]
    read = iter(_pieces(files, tracked, progress))
    pieces: list[tuple[str, Piece]] = [(_name(p), p if isinstance(p, Problem) else next(read)) for p in paths]
    kept, problems = told_apart(pieces, document_id, either)
    return kept, problems, (*passed_over_in(named), *remarks_of(kept))


def _name(path: str | Path | Problem) -> str:
    return "" if isinstance(path, Problem) else "<stdin>" if str(path) == STDIN else shown(path)


def _pieces(paths: Sequence[str | Path], tracked: Tracked, progress: Callable[[int, int], None] | None) -> Iterator[Piece]:
    read = partial(_piece, tracked=tracked)
    for done, piece in enumerate(map(read, paths) if _one_process(paths) else _by_processes(paths, read), 1):
        if progress:
            progress(done, len(paths))
        yield piece


def _one_process(paths: Sequence[str | Path]) -> bool:
    return len(paths) <= _ALONE or (os.cpu_count() or 1) < 2 or any(str(p) == STDIN for p in paths)


def _by_processes(paths: Sequence[str | Path], read: Callable[[str | Path], Piece]) -> Iterator[Piece]:
    """The same as one by one, in order; if processes cannot be had or die, what is left is read here."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    from graphmodel.own_names import own_names

    workers = min(os.cpu_count() or 1, len(paths), 16)
    pool, given = None, 0
    try:
        pool = ProcessPoolExecutor(workers, initializer=_begin, initargs=(own_names(),))
        for piece in pool.map(read, paths, chunksize=max(1, min(4, len(paths) // (workers * 4)))):
            given += 1
            yield piece
    except (BrokenProcessPool, ImportError, OSError):
        yield from map(read, paths[given:])
    finally:
        if pool is not None:
            pool.shutdown(cancel_futures=True)


def _begin(told: Sequence[tuple[str, str]]) -> None:
    """A process that reads for another one: knows its names, leaves interrupts to it."""
    import signal

    from graphmodel.own_names import tell_own_names

    tell_own_names(dict(told))
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _piece(path: str | Path, tracked: Tracked = "final") -> Piece:
    """One file: a plan, or a graph written earlier. What goes wrong is a Problem, so that one bad file does not spoil the others."""
    try:
        return _read(path, tracked)
    except Problem as problem:
        return problem
    except Exception as error:
        if os.environ.get("FENGONG_TRACEBACK"):
            raise
        name, what = _name(path), f"{type(error).__name__}: {readable(error)}"
        return Problem(
            f"读取 {name} 时程序内部出错（{what}）；请把这个文件告诉开发者。",
            f"{name}: the program failed on it ({what}); please report this file.",
        )


def _read(path: str | Path, tracked: Tracked) -> Piece:
    from loaders.open import source_of, source_of_bytes

    if str(path) == STDIN:
        data = sys.stdin.buffer.read(_MOST_OF_STDIN)
        if _is_graph(data):
            return _graph_of_bytes(data)
        source = source_of_bytes(data, STDIN, tracked)
    elif Path(path).suffix.lower() in _GRAPHS and not _is_plan(Path(path)):
        from graphmodel.files import read

        return read(Path(path))
    else:
        source = source_of(path, tracked)
    from loaders.load import load

    return load(source)


def _is_plan(path: Path) -> bool:
    """Whether a .csv file is no part of a graph: x.csv names the three files x.nodes.csv, x.edges.csv and x.lines.csv, and need not be there itself."""
    from graphmodel.formats.tables import is_part_of_graph

    try:
        return path.suffix.lower() == ".csv" and path.is_file() and not is_part_of_graph(_beginning(path))
    except (OSError, ValueError):
        return False


def _beginning(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(4_000)


def _is_graph(data: bytes) -> bool:
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{" and b'"nodes"' in data


def _graph_of_bytes(data: bytes) -> AccountabilityGraph:
    from graphmodel.files import format_of
    from graphmodel.graph import AccountabilityGraph

    text = data.decode("utf-8-sig", "replace")
    return AccountabilityGraph(format_of(Path(STDIN), "json").read({"": text}))


def _united(pieces: list[Plan | AccountabilityGraph], document_id: str | None) -> AccountabilityGraph:
    from graphmodel.graph import AccountabilityGraph
    from graphmodel.plan import Plan

    plans = [p for p in pieces if isinstance(p, Plan)]
    if len(plans) == len(pieces):
        return AccountabilityGraph.of(plans, [document_id] * len(plans))
    if len(pieces) == 1 and isinstance(pieces[0], AccountabilityGraph):
        return pieces[0]
    from graphmodel.joined import joined

    return joined([AccountabilityGraph.of([p]) if isinstance(p, Plan) else p for p in pieces])


def idle_plans(graph: AccountabilityGraph) -> tuple[str, ...]:
    """Names of the plans without any duty."""
    from graphmodel.contract import DUTIES

    busy = {e.data["doc"] for kind in DUTIES for e in graph.edges(kind)}
    return tuple(str(graph.node(doc)["source"] or doc) for doc in graph.documents() if doc not in busy)


def no_duty(name: str, pushed: bool = False) -> Problem:
    """The sentence about a text in which nobody is charged with anything; ``pushed``: it was to be written to a server, and is not."""
    left = ("，未写入", ", so it is not written") if pushed else ("", "")
    return Problem(
        f"{name} 中没有读到任何责任分工{left[0]}；请确认这是一份任务分工方案（用 fengong text 查看每一行被读成什么）。",
        f"{name}: no duty of anybody was found{left[1]}; make sure that this is a task-allocation plan (fengong text shows what each line was taken for).",
    )
