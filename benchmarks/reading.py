"""Reading plans to graphs against merely tokenising the same text with warm jieba, in one run.

Warm on both sides: modules, patterns and tables (jieba: its dictionary) are loaded. What the program remembers of the names and paragraphs of a
plan it has read is forgotten before every run, so that no run profits from the one before.

usage: python benchmarks/reading.py [FOLDER]     FOLDER: plans as text (default: the sample plans that ship with the program)
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path


def median_of(runs: int, work: Callable[[], object]) -> float:
    """Median wall time in seconds of ``runs`` calls, one warming call before them."""
    work()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def forget() -> None:
    """Clears every bounded cache of the program: those hold what was read. The unbounded ones hold tables and patterns."""
    for name, module in list(sys.modules.items()):
        if name.split(".")[0] in ("loaders", "graphmodel", "queries"):
            for value in list(vars(module).values()):
                if hasattr(value, "cache_clear") and value.cache_parameters()["maxsize"] is not None:
                    value.cache_clear()


def main() -> int:
    import jieba

    from graphmodel.graph import AccountabilityGraph
    from graphmodel.plan import Source
    from loaders.load import load

    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent / "fengong" / "samples"
    texts = {p.name: p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.txt"))}
    jieba.setLogLevel(60)
    jieba.initialize()

    def read() -> None:
        forget()
        for name, text in texts.items():
            AccountabilityGraph.of([load(Source(text, name))])

    def tokenise() -> None:
        for text in texts.values():
            for _ in jieba.cut(text):
                pass

    ours, theirs = median_of(7, read), median_of(7, tokenise)
    size = sum(map(len, texts.values()))
    print(f"{len(texts)} plans, {size} characters, median of 7 runs, warm")
    print(f"  reading to graphs          {ours * 1000:8.1f} ms   {size / ours / 1000:8.0f} thousand characters a second")
    print(f"  tokenising only, jieba     {theirs * 1000:8.1f} ms   {size / theirs / 1000:8.0f} thousand characters a second")
    print(f"  ratio                      {ours / theirs:8.2f}   (below 1: faster than jieba)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
