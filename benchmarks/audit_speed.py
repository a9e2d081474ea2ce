"""All standard rules over one plan of many tasks, beside reading the same plan, and the share of each rule.

usage: python benchmarks/audit_speed.py [--tasks 150 1500 15000] [--rules]
"""

from __future__ import annotations

import argparse
import gc
import random
import time
from statistics import median

from graphmodel.graph import AccountabilityGraph
from graphmodel.plan import Source
from loaders.load import load
from queries.audit import audit, rules

UNITS = "市发展改革委 市教育局 市科技局 市公安局 市民政局 市财政局 市自然资源局 市生态环境局 市住房城乡建设局 市交通运输局 市水利局 市农业农村局 市商务局 市卫生健康委 市应急管理局 市统计局 各县(市、区)人民政府".split()
VERBS = "完善 推进 建设 规范 健全 优化 开展 落实 编制 改造".split()
FIRST = "城乡 农村 老城区 工业园区 沿江 山区 社区 学校 港区 流域".split()
THINGS = "供水管网 物流体系 治理机制 绿色建筑 托育服务 数字档案 防洪设施 技能培训 污水处理 公交线网 文物保护 市场监管".split()
LAST = "能力 水平 网络 平台 项目 标准 试点 工程".split()


def plan_text(tasks: int) -> str:
    """A plan of so many tasks in sections of fifty, the same every time."""
    pick = random.Random(tasks)
    lines = [
        "沅平市人民政府办公室关于印发沅平市重点工作任务分工方案的通知",
        "沅政办发〔2021〕7号",
        "各县(市、区)人民政府:",
        "现予印发。",
        "沅平市人民政府办公室",
        "2021年3月5日",
        "沅平市重点工作任务分工方案",
    ]
    for n in range(tasks):
        if n % 50 == 0:
            lines.append(f"第{n // 50 + 1}部分 {pick.choice(FIRST)}{pick.choice(THINGS)}")
        a, b, c = pick.sample(UNITS, 3)
        what = f"{pick.choice(VERBS)}{pick.choice(FIRST)}{pick.choice(THINGS)}{pick.choice(LAST)}"
        more = f"{pick.choice(VERBS)}{pick.choice(FIRST)}{pick.choice(THINGS)}{pick.choice(LAST)}"
        lines.append(
            f"{n % 50 + 1}.{what}。到2023年底,{pick.choice(FIRST)}{pick.choice(THINGS)}覆盖率达到{pick.randint(50, 99)}%,{more}。(牵头单位:{a};责任单位:{b}、{c})"
        )
    return "\n".join(lines) + "\n"


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--tasks", type=int, nargs="+", default=[150, 1500, 15000])
    options.add_argument("--rules", action="store_true", help="the time of each rule too, each on a graph of its own")
    asked = options.parse_args()
    gc.disable()
    print(f"{'tasks':>8} {'reading s':>10} {'audit s':>9} {'ms a task':>10} {'findings':>9}")
    for tasks in asked.tasks:
        start = time.perf_counter()
        plan = load(Source(plan_text(tasks), "plan.txt"))
        reading = time.perf_counter() - start
        took, found = [], 0
        for _ in range(5 if tasks <= 1500 else 1):
            graph = AccountabilityGraph.of([plan])
            start = time.perf_counter()
            found = len(audit(graph))
            took.append(time.perf_counter() - start)
        print(f"{len(graph.tasks()):>8} {reading:>10.2f} {median(took):>9.3f} {1000 * median(took) / tasks:>10.3f} {found:>9}")
        if asked.rules:
            each = []
            for rule in rules():
                graph = AccountabilityGraph.of([plan])
                start = time.perf_counter()
                number = sum(1 for _ in rule.remarks(graph))
                each.append((time.perf_counter() - start, rule.code, rule.name, number))
            for seconds, code, name, number in sorted(each, reverse=True):
                print(f"    {1000 * seconds:>9.2f} ms  {code} {name} ({number})")


if __name__ == "__main__":
    main()
