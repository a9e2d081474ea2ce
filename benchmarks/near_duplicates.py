"""Near-duplicates among very many tasks: queries/similar.py against MinHash LSH (datasketch) at equal recall.

    python benchmarks/near_duplicates.py [--tasks 100000] [--floor 0.75] [--seed 1]

Writes tasks in the manner of the genre (the same for the same seed), plants near-duplicates of some of them (a word left
out, put in, exchanged; a clause moved, left out or added), and lets each method find the pairs in a process of its own. LSH
is given the settings (permutations, threshold) whose recall comes nearest to ours from a short list, from the cheapest up;
both verify their candidates with the same similarity. Prints recall, precision of the candidates, seconds and peak memory.
Needs the extra ``bench``.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import time
from collections.abc import Sequence


def _listed(words: str) -> list[str]:
    return words.split()


VERBS = _listed("""
推进 加强 完善 建立 开展 实施 落实 优化 推广 规范 健全 培育 组织 编制 制定 改造 整治 建设 深化
强化
""")
MANNERS = _listed("""
全面 积极 大力 深入 稳步 有序 持续 加快 进一步 切实
""")
PLACES = _listed("""
城区 乡镇 园区 社区 学校 医院 景区 码头 车站 市场 矿区 林区 库区 河道 湿地 小区 街区 工地 企业
机关
""")
THINGS = _listed("""
污水 垃圾 供水 供热 供气 道路 桥梁 公交 绿地 湖泊 土壤 噪声 扬尘 秸秆 畜禽 粪污 农药 化肥 种子
灌溉 电网 光伏 风电 储能 煤矿 尾矿 钢铁 水泥 焦化 化工 医药 食品 药品 校车 养老 托育 助残 低保
就业 培训 创业 信贷 保险 税收 采购 招标 档案 统计 信用 执照 许可 消防 防汛 地震 气象 地质 森林
草原 野生动物 文物 图书 广播 旅游 体育 健身 博物馆 社团 志愿 殡葬 婚姻 户籍 流动人口 出租房 网吧
快递 物流 仓储 冷链 外贸
""")
ASPECTS = _listed("""
收集处理 管网改造 在线监测 风险排查 质量追溯 分类回收 循环利用 信息平台 服务网点 应急预案 标准体系 技术攻关
产业集群 示范基地 数据共享 人才引进 资金保障 执法检查 信用评价 宣传教育 达标排放 清洁生产 节能改造 定额管理
许可审批 价格机制 联席会议 考核办法 社会监督 第三方治理
""")
ENDS = ("覆盖率达到{}%以上", "新增{}处", "处理率达到{}%", "建成{}个", "减少{}%", "完成{}家", "培训{}人次", "投入{}万元")
HAN = "".join(chr(c) for c in range(0x4E00, 0x4E00 + 3000))


def plan_of(count: int, seed: int) -> tuple[list[str], list[tuple[int, int]]]:
    """``count`` tasks and the pairs (indices) of which the second is planted: one task in ten is an edited copy."""
    pick = random.Random(seed)
    names = ["".join(pick.choices(HAN, k=2)) for _ in range(max(200, count // 20))]  # places and bodies that only few tasks name
    originals = [_task(pick, names) for _ in range(count - count // 10)]
    tasks = [*originals]
    pairs = []
    for at in pick.sample(range(len(originals)), count // 10):
        pairs.append((at, len(tasks)))
        tasks.append(edited(originals[at], pick))
    return tasks, pairs


def _task(pick: random.Random, names: Sequence[str]) -> str:
    return ",".join(_clause(pick, names) for _ in range(pick.randint(3, 6))) + "。"


def _clause(pick: random.Random, names: Sequence[str]) -> str:
    where = pick.choice(names) + pick.choice(PLACES) if pick.random() < 0.6 else pick.choice(PLACES)
    what = where + pick.choice(THINGS) + pick.choice(ASPECTS)
    if pick.random() < 0.3:
        return f"到{pick.randint(2024, 2030)}年底" + what + pick.choice(ENDS).format(pick.randint(1, 99))
    return (pick.choice(MANNERS) if pick.random() < 0.5 else "") + pick.choice(VERBS) + what


def edited(text: str, pick: random.Random) -> str:
    """The same task with one to three small edits."""
    for _ in range(pick.randint(1, 3)):
        clauses = text.rstrip("。").split(",")
        kind = pick.randrange(5)
        at = pick.randrange(len(clauses))
        if kind == 0 and len(clauses) > 3:
            del clauses[at]
        elif kind == 1:
            clauses.append(pick.choice(VERBS) + pick.choice(PLACES) + pick.choice(ASPECTS))
        elif kind == 2:
            clauses.insert(pick.randrange(len(clauses)), clauses.pop(at))
        else:
            c = clauses[at]
            cut = pick.randrange(max(1, len(c) - 2))
            clauses[at] = c[:cut] + (pick.choice(MANNERS) if kind == 3 else "") + c[cut + 2 :]
        text = ",".join(c for c in clauses if c) + "。"
    return text


def ours(tasks: Sequence[str], floor: float) -> set[tuple[str, str]]:
    """Pairs of texts found by queries/similar.py."""
    from queries.similar import near

    return {(n.one, n.other) for n in near(tasks, floor)}


def lsh(tasks: Sequence[str], floor: float, permutations: int, threshold: float) -> set[tuple[str, str]]:
    """Pairs of texts found by MinHash LSH over 3-grams and verified as ours are."""
    from datasketch import MinHash, MinHashLSH
    from rapidfuzz.distance import Indel

    distinct = sorted(set(tasks))
    grams = ([t[i : i + 3].encode() for i in range(max(1, len(t) - 2))] for t in distinct)
    index = MinHashLSH(threshold=threshold, num_perm=permutations)
    found = set()
    for j, hashed in enumerate(MinHash.generator(grams, num_perm=permutations, seed=1)):
        for i in index.query(hashed):
            if Indel.normalized_similarity(distinct[i], distinct[j], score_cutoff=floor) >= floor:
                found.add((distinct[i], distinct[j]))
        index.insert(j, hashed)
    return found


def measured(method: str, count: int, seed: int, floor: float, permutations: int, threshold: float) -> dict[str, float]:
    """Runs one method in this process: recall of the planted pairs that are alike enough, seconds, peak memory in MB (above
    the tasks themselves)."""
    import resource

    from queries.similar import likeness
    from queries.wording import skeleton

    raw, planted = plan_of(count, seed)
    tasks = [skeleton(t) for t in raw]
    wanted = set()
    for a, b in planted:
        one, other = sorted((tasks[a], tasks[b]))
        if one != other and likeness(one, other) >= floor:
            wanted.add((one, other))
    if method == "lsh":
        import datasketch  # noqa: F401 - its import is not what is measured
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start, used = time.perf_counter(), time.process_time()
    found = ours(tasks, floor) if method == "ours" else lsh(tasks, floor, permutations, threshold)
    seconds, cpu = time.perf_counter() - start, time.process_time() - used
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    recall = len(found & wanted) / (len(wanted) or 1)
    return {"recall": recall, "found": len(found), "seconds": seconds, "cpu": cpu, "base": before / 1024, "peak": peak / 1024}


SETTINGS = ((64, 0.6), (64, 0.5), (128, 0.5), (128, 0.4), (256, 0.4), (256, 0.3))  # permutations, threshold: from cheap to thorough


def main() -> None:
    ap = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    ap.add_argument("--tasks", type=int, default=100_000)
    ap.add_argument("--floor", type=float, default=0.75)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--one", help=argparse.SUPPRESS)
    a = ap.parse_args()
    if a.one:
        method, permutations, threshold = a.one.split(":")
        print(json.dumps(measured(method, a.tasks, a.seed, a.floor, int(permutations), float(threshold))))
        return

    def run(method: str, permutations: int = 0, threshold: float = 0.0) -> dict[str, float]:
        given = [f"--tasks={a.tasks}", f"--floor={a.floor}", f"--seed={a.seed}", f"--one={method}:{permutations}:{threshold}"]
        done = subprocess.run([sys.executable, __file__, *given], capture_output=True, text=True, check=True, encoding="utf-8")
        return dict(json.loads(done.stdout))

    print(f"{a.tasks} tasks, floor {a.floor}, seed {a.seed}")
    print(f"{'method':<42}{'recall':>9}{'pairs':>9}{'seconds':>9}{'CPU s':>9}{'peak MB':>9}{'above base':>12}")
    mine = run("ours")
    _print("queries.similar.near", mine)
    for permutations, threshold in SETTINGS:
        other = run("lsh", permutations, threshold)
        _print(f"MinHash LSH, {permutations} permutations, threshold {threshold}", other)
        if other["recall"] >= mine["recall"] - 0.0005:
            break


def _print(name: str, row: dict[str, float]) -> None:
    above = row["peak"] - row["base"]
    numbers = f"{row['recall']:>9.4f}{row['found']:>9.0f}{row['seconds']:>9.2f}{row['cpu']:>9.2f}{row['peak']:>9.0f}{above:>12.0f}"
    print(f"{name:<42}{numbers}", flush=True)


if __name__ == "__main__":
    main()
