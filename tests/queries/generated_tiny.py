"""Two tiny plans that hold what no sample holds."""

from __future__ import annotations

from tinyplans import Tiny

HOSTILE_NAMES = (
    "局'}) DETACH DELETE n //", '局"}) MATCH (m) DETACH DELETE m //', "局`) SET n.x = 1 //", "$plans", "局\\", "\\u0027局", "局{id: 'x'}", "𠮷野局", ".*局", "局\n二", "(局|院)",
)  # fmt: skip


def odd() -> Tiny:
    """Party committee and government of one place, a blanket clause, figures of several sizes, a goal with an owner, people, a mechanism."""
    tiny = Tiny()
    tiny.body("青岚区政府", "district", canonical="沅平市青岚区人民政府")
    tiny.body("青岚区委", "party organ", canonical="中共沅平市青岚区委员会")
    tiny.body("市水利局")
    tiny.section("一、重点任务“第一批”", "一、")
    clause = tiny.line("以下各项均需青岚区政府落实。")
    tiny.task("完成东河清淤。", "1.", 牵=["青岚区委", "青岚区政府"], 配=["市水利局"])
    figures = [("西河", "西河清淤", value, "处") for value in (0.5, 1.77, 123456, 1.0, 33.333333)]
    tiny.task("完成“西河”清淤（牵头单位：市水利局，配合单位：青岚区委）。", "2.", figures, 牵=["市水利局", "青岚区政府"], inherited=[("牵", "青岚区委", clause)])
    tiny.task(
        "完成南渠改造。", "3.", [("南渠", "南渠改造", 2, "处"), ("改造", "改造方式", "分类", "")], 牵=["市水利局"], 责=["青岚区政府"], 监=["市督查室"],
        inherited=[("牵", "青岚区委", clause), ("配", "青岚区委", clause)], milestones=[("完成“初步” 设计", "2025-06")], deadline="2025-12-31",
    )  # fmt: skip
    tiny.task("提升沿线景观，改造绿地，完善各类设施，按时完成各项工作并做到整洁有序美观大方安全可靠。", "4.", 牵=["各街道"])
    tiny.task("完成北塘整治。", "5.", 责=["市水利局"], 配=["青岚区委"], mentions=["市督查室"])
    tiny.task("建成水闸，市水利局负责。", "6.", [("水闸", "水闸", 3, "座")], 责主=["市水利局"])
    tiny.task("再建水闸。", "7.", [("水闸", "全市水闸", 3.0, "座")], 牵=["青岚区政府"])
    tiny.goal("水质达标。", [("水质", "水质达标率", 95, "%")], "2025", 牵=["市水利局"])
    tiny.section("二、保障措施", "二、")
    tiny.goal("加强宣传，营造氛围。")
    tiny.task("市水利局定期通报。", "8.")
    tiny.task("落实资金。", "9.", overseers=["鲁长河"])
    tiny.mechanism("reporting", "市水利局 每月通报“进展”。", ["市水利局"], ["市督查室"])
    return tiny


def hostile() -> Tiny:
    """Every name and text would do harm if it stood in a statement."""
    tiny = Tiny(title="方案'}) DETACH DELETE n //", issuer="市府`办")
    tiny.section("一、'重点`\\任务", "一、")
    for n, name in enumerate(HOSTILE_NAMES):
        tiny.body(name)
        tiny.task(f"完成{name}的工作{n}。", f"{n}'.", [(name[:1], f"指标{name}", 3, "处'")], 牵=[name], 配=[HOSTILE_NAMES[n - 1]])
    tiny.task("无人'负责`的\\工作。", "99.")
    return tiny
