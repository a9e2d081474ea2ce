"""The network page in headless Chromium with software rendering: until it can be used, and frames a second while it is panned and zoomed,
beside pyvis's own page of the same graph.

usage: python benchmarks/network_pages.py [--sizes 500x100 3500x600] [--keep FOLDER] [--no-pyvis]
       python benchmarks/network_pages.py --plan PLAN --keep FOLDER     both pages of one plan, to be looked at side by side

`500x100`: tasks x units. pyvis's page asks three servers for its scripts; here they come from its own package, so that only drawing is
compared. Its page counts as ready when the physics have come to rest (or after --patience seconds).
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import tempfile
import time
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any

from graphmodel.graph import AccountabilityGraph
from graphmodel.plan import Source
from loaders.load import load
from loaders.open import source_of
from queries.audit import audit
from queries.facts import PEERS, indicator_text
from viz.network import network_page

FIRST = "沅平 青岚 临川 望湖 石桥 南屏 云台 清溪 东湾 长岭 银河 金沙 白塔 红岩 翠屏 永安 新桥 大河 北山 双峰".split()
THINGS = (
    "教育 科技 公安 民政 财政 水利 交通 商务 农业 林业 统计 审计 体育 卫生 应急 气象 税务 邮政 规划 住建 环保 文旅 医保 粮食 能源 人防 档案 信访 通信 地震".split()
)
VERBS = "完善 推进 建设 规范 健全 优化 开展 落实 编制 改造".split()
WORK = "供水管网 物流体系 治理机制 绿色建筑 托育服务 数字档案 防洪设施 技能培训 污水处理 公交线网".split()


def plan_text(tasks: int, units: int) -> str:
    """A plan of so many tasks in sections of fifty, allotted to so many units, the same every time."""
    pick = random.Random(tasks * 1000 + units)
    bodies = [f"市{thing}局" for thing in THINGS] + [f"{place}{thing}局" for place in (f"{a}县" for a in FIRST) for thing in THINGS]
    bodies = bodies[:units]
    lines = ["沅平市重点工作任务分工方案"]
    for n in range(tasks):
        if n % 50 == 0:
            lines.append(f"第{n // 50 + 1}部分 {pick.choice(THINGS)}工作")
        lead, *helpers = [bodies[min(int(pick.expovariate(6 / units)), units - 1)], *pick.sample(bodies, 3)]
        figure = f"到2023年底,{pick.choice(WORK)}覆盖率达到{pick.randint(50, 99)}%," if n % 2 else ""
        helpers = [h for h in dict.fromkeys(helpers) if h != lead]
        lines.append(
            f"{n % 50 + 1}.{pick.choice(VERBS)}{pick.choice(WORK)}。{figure}{pick.choice(VERBS)}{pick.choice(WORK)}。(牵头单位:{lead};配合单位:{'、'.join(helpers)})"
        )
    return "\n".join(lines) + "\n"


def ours(graph: AccountabilityGraph) -> tuple[str, float, float]:
    """The page, the seconds it took without the audit, and the seconds of the audit."""
    start = time.perf_counter()
    findings = audit(graph)
    audited = time.perf_counter() - start
    start = time.perf_counter()
    html = network_page(graph, findings, "zh", partial(indicator_text, graph), PEERS)
    return html, time.perf_counter() - start, audited


def defaults(graph: AccountabilityGraph) -> str:
    """What `Network.from_nx` and `generate_html` give for units, tasks and figures (labels are ids by default); its servers replaced by its
    own package."""
    import networkx as nx
    from pyvis.network import Network

    kinds = {"department", "task", "goal", "indicator"}
    drawn: Any = nx.DiGraph()
    for id, data in graph.nx.nodes(data=True):
        if data["kind"] in kinds:
            drawn.add_node(id, title=str(data.get("name") or data.get("text")), group=data["kind"])
    drawn.add_edges_from((e.source, e.target) for e in graph.edges() if e.source in drawn and e.target in drawn)
    net = Network(height="760px", directed=True, cdn_resources="in_line")
    net.from_nx(drawn)
    html = net.generate_html()
    return re.sub(r'<(?:script|link)\b[^>]*(?:src|href)="https?:[^>]*>(?:\s*</script>)?', "", html)


def measured(browser: Any, page_file: Path, ready: str, patience: float, network: str) -> dict[str, float | str]:
    page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    start = time.perf_counter()
    page.goto(page_file.resolve().as_uri(), wait_until="commit")
    until: float | str = f"> {patience:.0f}"
    while time.perf_counter() - start < patience:  # asked from outside: the policy of our page lets nobody evaluate words in it
        if page.evaluate(ready):
            until = page.evaluate("(performance.getEntriesByName('fengong-ready')[0] || {startTime: performance.now()}).startTime / 1000")
            break
        time.sleep(0.02)
    wall = time.perf_counter() - start
    frames = {}
    for name, step in (
        ("pan", f"(t) => {network}.moveTo({{position: {{x: 300 * Math.sin(t / 300), y: 200 * Math.cos(t / 300)}}, animation: false}})"),
        ("zoom", f"(t) => {network}.moveTo({{scale: (window.first ||= {network}.getScale()) * (2 + Math.sin(t / 400)), animation: false}})"),
    ):
        frames[name] = page.evaluate(
            f"""async () => {{ const step = {step}; const began = performance.now(); let n = 0;
            while (performance.now() - began < 3000) {{ step(performance.now() - began); await new Promise(requestAnimationFrame); n++; }}
            return n / ((performance.now() - began) / 1000); }}"""
        )
    page.close()
    return {"ready": until, "wall": wall, **frames}


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--sizes", nargs="+", default=["500x100", "3500x600"])
    options.add_argument("--plan", help="a plan instead of made-up ones")
    options.add_argument("--keep", help="folder in which the pages stay")
    options.add_argument("--no-pyvis", action="store_true")
    options.add_argument("--patience", type=float, default=60)
    asked = options.parse_args()
    from playwright.sync_api import sync_playwright

    chromium = next((found for n in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(n))), None)
    assert files("pyvis") is not None
    with tempfile.TemporaryDirectory() as made, sync_playwright() as play:
        folder = Path(asked.keep or made)
        folder.mkdir(parents=True, exist_ok=True)
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        print(f"{'page':<14}{'nodes':>7}{'lines':>7}{'made s':>8}{'MB':>7}{'ready s':>9}{'wall s':>8}{'pan fps':>9}{'zoom fps':>9}")
        for size in [asked.plan] if asked.plan else asked.sizes:
            if asked.plan:
                plan = load(source_of(asked.plan))
            else:
                tasks, units = map(int, size.split("x"))
                plan = load(Source(plan_text(tasks, units), "plan.txt"))
            graph = AccountabilityGraph.of([plan])
            html, took, _ = ours(graph)
            nodes = len(graph.tasks()) + len(graph.departments()) + len(graph.goals()) + len(graph.indicators())
            lines = sum(len(graph.edges(kind)) for kind in ("LEADS", "COOPERATES", "SUPERVISES", "MEASURED_BY"))
            rows = [("fengong", html, took, "document.documentElement.dataset.ready === 'yes'", "fengong.view.network")]
            if not asked.no_pyvis:
                start = time.perf_counter()
                own = defaults(graph)
                rest = "window.network && (window.rested || (network.once('stabilized', () => { window.rested = true; }), false))"
                rows.append(("pyvis", own, time.perf_counter() - start, rest, "network"))
            for name, page, seconds, ready, network in rows:
                file = folder / f"{name}-{Path(size).stem}.html"
                file.write_text(page, encoding="utf-8")
                told = measured(browser, file, ready, asked.patience, network)
                until = told["ready"] if isinstance(told["ready"], str) else f"{told['ready']:.2f}"
                print(
                    f"{name + ' ' + ('' if asked.plan else size):<14}{nodes:>7}{lines:>7}{seconds:>8.2f}{len(page.encode()) / 1e6:>7.2f}{until:>9}"
                    f"{told['wall']:>8.1f}{told['pan']:>9.1f}{told['zoom']:>9.1f}", flush=True,
                )  # fmt: skip
        browser.close()


if __name__ == "__main__":
    main()
