"""Writes random plans in random mixtures of ways of writing, and what must be read in them (for hypothesis)."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import strategies as st

BUREAUS = (
    "市发展改革委 市教育局 市科技局 市工业和信息化局 市公安局 市民政局 市司法局 市财政局 市人力资源社会保障局 市自然资源局 市生态环境局 市住房城乡建设局 市交通运输局 市水利局 "
    "市农业农村局 市商务局 市文化和旅游局 市卫生健康委 市应急管理局 市审计局 市国资委 市市场监管局 市体育局 市统计局 市医保局 市政务服务局 市大数据局 市林业局 市供销合作社 市税务局 "
    "市气象局 市总工会 团市委 市妇联 市残联 市委宣传部 市委组织部 市委网信办 市政府督查室 市督查和绩效办 沅平海关 沅平供电公司 市城市管理综合执法局 市退役军人局 市机关事务管理局 市招商局"
).split()
COLLECTIVES = (
    "各县(市、区)人民政府",
    "各县(市、区)党委、政府",
    "各乡镇人民政府",
    "各有关部门",
    "各园区管委会",
    "各市、县、区政府",
    "各区、县级市",
    "各县区(新区)人民政府(管委会)",
)
TASKS = (
    "完善城乡供水管网,改造老旧小区设施", "建设区域物流中心,畅通循环通道", "健全基层治理体系,推广网格化管理", "开展电子档案整理,形成完整目录", "推广节水灌溉技术,发展特色种植",
    "优化公交线网,增开早晚班次", "实施古树名木保护,建立电子名录", "支持企业技术改造,培育优质产品", "加快智慧停车建设,盘活闲置地块", "规范餐饮油烟排放,安装净化设施",
    "编制防洪预案,储备抢险物资", "组织技能竞赛,选树先进典型", "清理沿街违章,整治乱堆乱放", "打造步行街区,丰富夜间经济", "普及急救知识,配置救护设备", "修订服务指南,公开办理流程",
    "建设口袋公园,提升绿化品质", "扩大托育供给,完善服务网络", "推行电子证照,减少纸质材料", "修缮文物建筑,活化利用空间",
)  # fmt: skip
TITLES = ("提升基础设施", "优化公共服务", "推动产业发展", "改善生态环境", "强化民生保障", "完善制度体系", "激发市场活力", "繁荣文化事业")
WAYS = (
    "inline", "inline", "lines", "verbs", "verbs", "positional", "head", "unit first", "unit first stop", "pipe", "flat", "tabs", "bare", "heading", "guidance", "tiers", "supervised", "prose",
    "allotment", "label with verbs", "answer and help", "blanket", "bare line", "unit lines", "dated", "marked", "mainly",
)  # fmt: skip
BRACKETS = ("()", "()", "〔〕", "[]", "【】")


WIDE = {ord(c): ord(c) + 0xFEE0 for c in "(),:;"}
NARROW = {wide: narrow for narrow, wide in WIDE.items()}


@dataclass
class Written:
    text: str = ""
    tasks: list[tuple[str, frozenset[tuple[str, str]]]] = field(default_factory=list)  # (first words, {(role, name)})


def _names(draw: st.DrawFn, n: int, taken: list[str], collective: bool = False) -> list[str]:
    pool = [b for b in BUREAUS if b not in taken]
    out = draw(st.lists(st.sampled_from(pool), min_size=n, max_size=n, unique=True))
    if collective and out and draw(st.booleans()):
        out[-1] = draw(st.sampled_from([c for c in COLLECTIVES if c not in taken]))
    taken.extend(out)
    return out


def _join(draw: st.DrawFn, names: list[str]) -> str:
    if len(names) > 1 and names[-1] in COLLECTIVES and draw(st.booleans()):
        return "、".join(names[:-1]) + "," + names[-1]
    if len(names) > 2 and names[-1] not in COLLECTIVES and draw(st.integers(0, 5)) == 0:
        return "、".join(names[:-1]) + "和" + names[-1]
    return "、".join(names)


def _number(kind: str, n: int) -> str:
    cn = "零一二三四五六七八九十"
    return {"1.": f"{n}.", "1、": f"{n}、", "(1)": f"({n})", "(一)": f"({cn[n]})", "①": chr(ord("①") + n - 1)}[kind]


@st.composite
def plans(draw: st.DrawFn) -> Written:
    """A plan of some sections, each in its own way of writing."""
    out = Written()
    lines = draw(st.sampled_from(FRONTS))
    body: list[str] = [*lines]
    words = draw(st.permutations(TASKS))
    at = 0
    sections = draw(st.lists(st.sampled_from(WAYS), min_size=1, max_size=4))
    sections.sort(key=lambda way: way == "positional")  # 下同 holds to the end of the plan
    cn = "一二三四五六七八"
    for k, way in enumerate(sections):
        count = draw(st.integers(1, 4))
        texts = [w + "。" for w in words[at : at + count]]
        at += count
        head = f"{cn[k]}、{TITLES[k]}"
        kind = draw(st.sampled_from(["1.", "1、", "(一)", "(1)"]))
        body.extend(_section(draw, way, head, kind, texts, out))
    body.extend(draw(st.sampled_from(BACKS)))
    text = "\n".join(body) + "\n"
    if draw(st.booleans()):
        text = text.translate(WIDE)
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    if draw(st.integers(0, 3)) == 0:
        text = "\n".join("  " + x if x.strip() else x for x in text.split("\n"))
    out.text = text
    return out


FRONTS: tuple[list[str], ...] = (
    ["沅平市人民政府办公室关于印发沅平市城市品质提升工作方案的通知", "沅政办发〔2021〕8号", "各县(市、区)人民政府,市政府各部门:", "现将《沅平市城市品质提升工作方案》印发给你们,请认真贯彻执行。", "沅平市人民政府办公室", "2021年3月5日", "沅平市城市品质提升工作方案", "为提升城市品质,结合实际,制定本方案。"],
    ["沅平市城市品质提升工作方案", "为提升城市品质,结合实际,制定本方案。"],
    ["当前位置:首页 > 政务公开", "沅平市城市品质提升工作方案(征求意见稿)", "发布时间:2021-03-05 来源:沅平市城市管理局 浏览次数:12", "", "为提升城市品质,结合实际,制定本方案。", ""],
)  # fmt: skip
BACKS: tuple[list[str], ...] = ([], ["打印 关闭"], ["", "主办单位:沅平市人民政府 版权所有", "网站标识码:4300000000"])


def _section(draw: st.DrawFn, way: str, head: str, kind: str, texts: list[str], out: Written) -> list[str]:
    lines: list[str] = []
    if way in ("pipe", "flat", "tabs"):
        return _table(draw, way, head, texts, out)
    if way == "head":
        lines.append(head)
        taken: list[str] = []
        for i in range(draw(st.integers(1, 2))):
            unit = _names(draw, 1, taken)[0]
            lines.append(f"{unit}:")
            for n, t in enumerate(texts if i == 0 else [], 1):
                lines.append(_number("(1)", n) + t)
                out.tasks.append((t, frozenset({("LEADS", unit)})))
        if len([x for x in lines if x.endswith(":")]) == 2:
            lines.pop()
        return lines
    if way == "unit lines":
        taken = []
        lines += [head, f"{_number(kind, 1)}明确部门职责"]
        for t in [*texts, f"及时报送{head[2:]}信息。"] if len(texts) == 1 else texts:
            unit = _names(draw, 1, taken)[0]
            lines.append(f"{unit}:{t}")
            out.tasks.append((t, frozenset({("LEADS", unit)})))
        return lines
    if way == "heading":
        taken = []
        lead, rest = _names(draw, 1, taken), _names(draw, draw(st.integers(0, 2)), taken)
        said = "牵头部门:" + lead[0] + (";配合部门:" + _join(draw, rest) if rest else "")
        lines.append(f"{head}({said})")
        for n, t in enumerate(texts, 1):
            lines.append(_number(kind, n) + t)
            out.tasks.append((t, frozenset({("LEADS", lead[0]), *(("COOPERATES", r) for r in rest)})))
        return lines
    lines.append(head)
    blanket: list[str] = []
    ditto = False
    for n, t in enumerate(texts, 1):
        taken = []
        item, duties, ditto = _item(draw, way, t, taken, n, ditto, blanket)
        number = _number(kind, n)
        lines.append(number + item[0])
        lines.extend(item[1:])
        out.tasks.append((t, frozenset(duties)))
    return lines


def _item(draw: st.DrawFn, way: str, t: str, taken: list[str], n: int, ditto: bool, blanket: list[str]) -> tuple[list[str], set[tuple[str, str]], bool]:
    o, c = draw(st.sampled_from(BRACKETS))
    lead = _names(draw, draw(st.integers(1, 2)), taken)
    more = _names(draw, draw(st.integers(1, 3)), taken, collective=True)
    a, b = _join(draw, lead), _join(draw, more)
    leads, helps = {("LEADS", x) for x in lead}, {("COOPERATES", x) for x in more}
    both = leads | helps
    if way == "inline":
        one, two = draw(
            st.sampled_from(
                [
                    ("牵头单位", "责任单位"),
                    ("牵头部门", "配合部门"),
                    ("责任单位", "配合单位"),
                    ("牵头单位", "参与单位"),
                    ("牵头单位", "协同单位"),
                    ("牵头责任单位", "协作单位"),
                ]
            )
        )
        sep = draw(st.sampled_from([";", ",", "。", " "]))
        return [f"{t}{o}{one}:{a}{sep}{two}:{b}{c}"], both, ditto
    if way == "lines":
        one, two = draw(st.sampled_from([("牵头单位", "责任单位"), ("牵头部门", "参与部门"), ("责任单位", "配合单位"), ("牵头部门", "落实部门")]))
        extra = draw(st.sampled_from([[], ["完成时限:2021年11月"], ["完成时间:持续推进"]]))
        gap = draw(st.booleans())
        rows = [f"{one}:{a}", f"{two}:{b}", *extra]
        return [t, *(x for r in rows for x in (["", r] if gap else [r]))], both, ditto
    if way == "verbs":
        verb = draw(st.sampled_from(["按职责分工负责", "负责", "分别负责", "配合", "参与", "等参与"]))
        return [f"{t}({a}牵头,{b}{verb})"], both, ditto
    if way == "answer and help":
        return [f"{t}({a}负责,{b}{draw(st.sampled_from(['配合', '协助', '参与']))})"], both, ditto
    if way == "positional":
        units = lead + more
        declared = "" if ditto else draw(st.sampled_from([",排在第一位的部门为牵头部门,下同", "。列第一位者为牵头单位,下同"]))
        head, rest = units[0], units[1:]
        word = draw(st.sampled_from(["verb", "label"]))
        inside = f"{_join(draw, units)}负责{declared}" if word == "verb" else f"责任单位:{_join(draw, units)}{declared}"
        return [f"{t}({inside})"], {("LEADS", head), *(("COOPERATES", x) for x in rest)}, True
    if way == "unit first":
        return [f"{a}:{t}"], leads, ditto
    if way == "unit first stop":
        return [f"{a}。{t}"], leads, ditto
    if way == "bare":
        return [f"{t}({_join(draw, lead + more)})"], {("LEADS", x) for x in lead + more}, ditto
    if way == "guidance":
        return [f"{t}({a}指导,{b}负责落实)"], {("SUPERVISES", x) for x in lead} | {("LEADS", x) for x in more}, ditto
    if way == "supervised":
        word = draw(st.sampled_from(["监管部门", "监管单位", "监督部门"]))
        return [f"{t}(责任单位:{b};{word}:{a})"], {("SUPERVISES", x) for x in lead} | {("LEADS", x) for x in more}, ditto
    if way == "tiers":
        third = _names(draw, 1, taken)
        return [f"{t}{o}牵头单位:{a};配合单位:{b};责任单位:{third[0]}{c}"], both | {("COOPERATES", third[0])}, ditto
    if way == "prose":
        return [f"由{a}牵头,{b}配合,{t}"], both, ditto
    if way == "allotment":
        return [f"{t}责任分工:{a}负责规划编制工作,{b}配合。"], both, ditto
    if way == "label with verbs":
        return [f"{t}责任单位:{a}牵头,{b}{draw(st.sampled_from(['参与', '等参与', '配合']))}"], both, ditto
    if way == "bare line":
        return [t.rstrip("。"), f"{a}牵头,{b}按职责分工负责"], both, ditto
    if way == "dated":
        return [f"{t}({_join(draw, lead)},{draw(st.sampled_from(['6月底前', '2021年底前完成', '长期坚持']))})"], leads, ditto
    if way == "marked":
        return [f"{t}(责任单位:{lead[0]}(牵头)、{'、'.join(more)})"], {("LEADS", lead[0])} | helps, ditto
    if way == "mainly":
        return [f"{t.rstrip('。')}以{'、'.join(lead)}为主,{b}配合。"], both, ditto
    if way == "blanket":
        watch = {("SUPERVISES", x) for x in lead}
        if n == 1:
            blanket.append("各区委")
            return (
                [f"{t}(责任单位:各区委、区政府,以下各项均需各区委、区政府推进,不再单独列出。监管部门:{a})"],
                watch | {("LEADS", "各区委"), ("LEADS", "区政府")},
                ditto,
            )
        return [f"{t}(监管部门:{a})"], watch | {("LEADS", "各区委"), ("LEADS", "区政府")}, ditto
    raise AssertionError(way)


def _table(draw: st.DrawFn, way: str, head: str, texts: list[str], out: Written) -> list[str]:
    one, two = draw(st.sampled_from([("牵头单位", "配合单位"), ("牵头部门", "责任部门"), ("责任单位", "配合单位")]))
    task = draw(st.sampled_from(["任务", "工作任务", "重点任务", "主要内容", "工作事项"]))
    columns = ["序号", task, one, two, "完成时限"]
    rows: list[list[str]] = []
    for n, t in enumerate(texts, 1):
        taken: list[str] = []
        lead = _names(draw, draw(st.integers(1, 2)), taken)
        more = _names(draw, draw(st.integers(0, 2)), taken, collective=True) if draw(st.booleans()) else []
        rows.append([str(n), t.rstrip("。"), "、".join(lead), "、".join(more) or "/", draw(st.sampled_from(["2021年10月", "2021年底前", "持续推进"]))])
        out.tasks.append((t.rstrip("。"), frozenset({*(("LEADS", x) for x in lead), *(("COOPERATES", x) for x in more)})))
    if way == "pipe":
        return [head, "| " + " | ".join(columns) + " |", "|" + "---|" * len(columns), *("| " + " | ".join(r) + " |" for r in rows)]
    if way == "tabs":
        return [head, "\t".join(columns), *("\t".join(r) for r in rows)]
    return [head, *columns, *(cell for r in rows for cell in r)]
