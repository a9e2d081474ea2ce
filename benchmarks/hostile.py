"""Hostile repetitions: the time of reading must grow with the length, not with its square.

usage: python benchmarks/hostile.py [--size N]    reads each at N/2 and N characters and prints the ratio of the times (2 is linear)
"""

from __future__ import annotations

import argparse
import sys
import time

BASES = {
    "opening brackets": "(", "full-width brackets": "\uff08", "enumeration commas": "、", "commas": ",", "blanks": " ", "nines": "9", "years": "年", "per cents": "%", "bureaus": "局",
    "each": "各", "cities": "市、", "and": "市局和", "labels": "责任单位:", "labels in open brackets": "(责任单位:市局", "verbs": "负责", "helpers": "配合市局", "etc": "等", "一、": "一、", "(一)": "(一)",
    "1.": "1.", "colons": ":", "unit lines": "市局:\n", "quotes": "“", "pipes": "|a", "Han": "工", "sentences": "工作。", "short lines": "工\n", "dates": "2021年", "posts": "组长:张三", "titles": "《",
    "由": "由市局", "会同": "会同市局", "以下均需": "以下均需", "列第一位": "列第一位", "ranges": "3—", "reach": "达到", "rates": "率达到90%", "respectively": "分别", "weeks": "每季度", "tabs": "a\t",
}  # fmt: skip


def seconds(text: str) -> float:
    from graphmodel.plan import Source
    from loaders.load import load

    start = time.perf_counter()
    load(Source(text, "hostile.txt"))
    return time.perf_counter() - start


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=100_000, help="characters")
    size = parser.parse_args().size
    seconds("一、任务\n1.工作。(责任单位:市局)\n")
    print(f"{'repeated':<26}{size // 2:>10} chars{size:>10} chars   ratio")
    worst = 0.0
    for name, base in BASES.items():
        half, whole = ("一、任务\n1.工作。" + base * (n // len(base)) for n in (size // 2, size))
        a, b = seconds(half), seconds(whole)
        worst = max(worst, b)
        print(f"{name:<26}{a:>13.3f} s{b:>13.3f} s   {b / max(a, 1e-4):5.1f}{'   super-linear' if b > 1 and b / max(a, 1e-4) > 3 else ''}", flush=True)
    print(f"longest: {worst:.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
