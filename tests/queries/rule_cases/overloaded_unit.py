"""LOD401 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks

WORK = ("压减开办企业时间", "推进证照联办", "建设信用平台", "清理涉企收费", "公布权责清单", "开展满意度调查", "推进标准地出让", "培育农产品品牌", "升级数字档案馆")
PEERS = ("市教育局", "市财政局", "市司法局", "市水利局", "市商务局", "市民政局", "市林业局", "市统计局")
OTHERS = ("开展技能培训", "推进电子税务", "开展法律服务", "完成河道清淤", "发展夜间经济", "改造敬老院", "建设口袋公园", "发布统计公报")


def plan(counts: dict[str, int], before: str = "", after: str = "", label: str = "责任单位") -> str:
    """A plan in which each unit answers for so many tasks."""
    works = [(work, unit) for unit, n in counts.items() for work in [f"{WORK[i % 9]}第{i}批{unit[1:3]}" for i in range(n)]]
    listed = "".join(f"{n}.{work}工作。（{label}：{unit}）\n" for n, (work, unit) in enumerate(works, 1))
    return f"沅平市营商环境提升工作任务分工方案\n{before}一、重点任务\n{listed}{after}"


EVEN = dict.fromkeys(PEERS, 1)
SPEAKS = (
    Speaks(
        "seven beside ones", plan({"市发展改革委": 7, **EVEN}), lines=[[(n, n) for n in range(3, 10)]], quotes=["压减开办企业时间"],
        says=["沅平市发展和改革委员会主责 7 项任务，同类 9 个单位的中位数为 1 项，明显偏多", "请考虑由业务主管单位分担"],
    ),
    Speaks("twelve beside twos", plan({**dict.fromkeys(PEERS, 2), "市公安局": 12}, label="牵头单位"), lines=[[(n, n) for n in range(19, 31)]], says=["主责 12 项任务", "中位数为 2 项"]),
    Speaks(
        "the plan's own coordinator", plan({"市发展改革委": 7, **EVEN}, after="二、工作要求\n各责任单位每月将进展报市发展改革委汇总。\n"), lines=[[(n, n) for n in range(3, 10)]], level="review",
        says=["该单位是本方案的牵头协调单位", "牵头项数不等于工作量"],
    ),
    Speaks("half of the plan", plan({"市发展改革委": 10, **EVEN}), lines=[[(n, n) for n in range(3, 13)]], level="review", says=["主责 10 项任务"]),
)  # fmt: skip
SILENT = (
    Silent("all alike", plan(dict.fromkeys(("市发展改革委", *PEERS), 2))),
    Silent("a little more", plan({"市发展改革委": 3, **EVEN})),
    Silent("too few to compare", plan({"市发展改革委": 7, "市教育局": 1, "市财政局": 1, "市司法局": 1, "各县（市、区）政府": 4})),
    Silent("a collective", plan({"各县（市、区）政府": 7, **EVEN})),
    Silent("helping is no load", plan(EVEN, label="配合单位：市公安局；牵头单位")),
    Silent("spread widely", plan({unit: n for n, unit in enumerate(PEERS, 1)})),
)
_LEADS = (
    ("（牵头单位：县教育局；配合单位：县自然资源局、县财政局）", "县教育局"), ("（牵头单位：县农业农村局；配合单位：县人力资源社会保障局）", "县农业农村局"),
    ("（牵头单位：县民政局；配合单位：县住房和城乡建设局、县卫生健康局）", "县民政局"), ("（牵头单位：县水利局；配合单位：县卫生健康局、县财政局）", "县水利局"),
    ("（牵头单位：县文化和旅游局；配合单位：县教育局、县财政局）", "县文化和旅游局"), ("（牵头单位：县应急管理局；配合单位：县住房和城乡建设局、县市场监督管理局）", "县应急管理局"),
    ("（牵头单位：县林业局；配合单位：县自然资源局、县住房和城乡建设局）", "县林业局"),
)  # fmt: skip
PLANTED = Planted([(old, old.replace(f"牵头单位：{unit}", "牵头单位：县商务局")) for old, unit in _LEADS], quotes=["扩大公办学前教育资源"])
