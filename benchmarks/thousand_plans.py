"""Reading, graph and questions for many generated plans of 40 tasks, with a process pool: wall time, peak memory, time a plan.

usage: python benchmarks/thousand_plans.py [--plans 10 100 1000] [--workers 2]
"""

from __future__ import annotations

import argparse
import gc
import random
import resource
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor

UNITS = "市发展改革委 市教育局 市科技局 市公安局 市民政局 市财政局 市自然资源局 市生态环境局 市住房城乡建设局 市交通运输局 市水利局 市农业农村局 市商务局 市卫生健康委 市应急管理局 市统计局 各县(市、区)人民政府".split()
VERBS = "完善 推进 建设 规范 健全 优化 开展 落实".split()
THINGS = "供水管网 物流体系 治理机制 绿色建筑 托育服务 数字档案 防洪设施 技能培训 污水处理 公交线网 文物保护 市场监管".split()


def plan_text(n: int) -> str:
    """Plan number ``n``: 40 tasks in two ways of writing, the same every time."""
    pick = random.Random(n)
    lines = [
        f"沅平市人民政府办公室关于印发第{n}号工作方案的通知",
        f"沅政办发〔2021〕{n}号",
        "各县(市、区)人民政府:",
        "现予印发。",
        "沅平市人民政府办公室",
        "2021年3月5日",
        f"沅平市第{n}号工作方案",
        "为做好工作,制定本方案。",
    ]
    for s, number in enumerate("一二三四"):
        lines.append(f"{number}、{pick.choice(VERBS)}{pick.choice(THINGS)}")
        for i in range(1, 11):
            a, b, c = pick.sample(UNITS, 3)
            work = f"{i}.{pick.choice(VERBS)}{pick.choice(THINGS)}。到2023年底,{pick.choice(THINGS)}覆盖率达到{pick.randint(50, 99)}%,{pick.choice(VERBS)}{pick.choice(THINGS)},编号{n}-{s}-{i}。"
            lines.append(work + (f"(牵头单位:{a};责任单位:{b}、{c})" if s % 2 else f"({a}牵头,{b}、{c}按职责分工负责)"))
    return "\n".join(lines) + "\n"


def read(n: int) -> object:
    from graphmodel.plan import Source
    from loaders.load import load

    return load(Source(plan_text(n), f"{n}.txt"))


def run(plans: int, workers: int) -> None:
    from graphmodel.graph import AccountabilityGraph
    from queries.measure import measures

    gc.disable()  # as the command line does
    start = time.perf_counter()
    with ProcessPoolExecutor(workers) as pool:
        read_plans = list(pool.map(read, range(plans), chunksize=max(1, min(16, plans // workers or 1))))
    graph = AccountabilityGraph.of(read_plans)  # type: ignore[arg-type]
    built = time.perf_counter()
    took: dict[str, float] = {}
    rows = 0
    for name, question in measures().items():
        if question.takes:
            continue
        asked = time.perf_counter()
        rows += len(question(graph).rows)
        took[name] = time.perf_counter() - asked
    end = time.perf_counter()
    peak = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * workers) / 1024
    print(f"{plans:>6} plans {graph.nx.number_of_nodes():>9} nodes {graph.nx.number_of_edges():>9} edges  read+graph {built - start:7.2f} s  questions {end - built:7.2f} s"
          f"  all {end - start:7.2f} s  {1000 * (end - start) / plans:7.2f} ms a plan  peak {peak:7.0f} MB (all processes)  rows {rows}", flush=True)  # fmt: skip
    print("       seconds a question: " + "  ".join(f"{name} {t:.2f}" for name, t in took.items()), flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, nargs="+", default=[10, 100, 1000])
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--one", action="store_true", help="run in this process (used by itself)")
    a = parser.parse_args()
    if a.one:
        run(a.plans[0], a.workers)
        return 0
    for n in a.plans:
        subprocess.run([sys.executable, __file__, "--one", "--plans", str(n), "--workers", str(a.workers)], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
