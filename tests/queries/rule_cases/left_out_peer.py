"""COO502 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks

_HEAD = "沅平市节水工作任务分工方案\n一、职责分工\n"
_PLACES = ("东黎区", "南汀区", "平湄县")


def _lists(*each: tuple[str, ...]) -> str:
    return _HEAD + "".join(f"{place}政府：\n" + "".join(f"（{n}）{item}\n" for n, item in enumerate(items, 1)) for place, items in zip(_PLACES, each))


_PIPES = "改造老旧供水管网{}公里。"
_HOMES = "创建节水型居民小区{}个。"
_RAIN = "建成雨水收集调蓄设施{}处。"
_WELLS = "封停公共管网覆盖范围内的自备井{}眼。"
_SCHOOLS = "组织节水知识进校园宣讲活动{}场。"


def _items(*which: str, figure: int = 8) -> tuple[str, ...]:
    return tuple(w.format(figure) for w in which)


SPEAKS = (
    Speaks(
        "one of three lacks an item",
        _lists(_items(_PIPES, _HOMES, _RAIN), _items(_PIPES, _HOMES, _RAIN, figure=6), _items(_PIPES, _HOMES, figure=4)),
        lines=[[(6, 6), (10, 10)]],
        quotes=["建成雨水收集调蓄设施8处", "建成雨水收集调蓄设施6处"],
        says=["东黎区政府、南汀区政府的清单里有“建成雨水收集调蓄设施8处”，平湄县政府的清单里没有", "在平湄县政府的清单中补上"],
    ),
    Speaks(
        "lists that are the same but for one item",
        _lists(_items(_PIPES, _HOMES, _WELLS, _SCHOOLS), _items(_PIPES, _HOMES, _WELLS, _SCHOOLS, _RAIN), _items(_PIPES, _HOMES, _WELLS, _SCHOOLS)),
        lines=[[(13, 13)]],
        quotes=["建成雨水收集调蓄设施8处"],
        says=["只有南汀区政府的清单里有", "东黎区政府、平湄县政府的清单里没有"],
    ),
)
SILENT = (
    Silent("all have all", _lists(*(_items(_PIPES, _HOMES, _RAIN, figure=n) for n in (8, 6, 4)))),
    Silent("the same work in other words", _lists(_items(_PIPES, _HOMES, _RAIN), _items(_PIPES, _HOMES, _RAIN), _items(_PIPES, _HOMES, "新增雨水收集调蓄能力2万立方米。"))),
    Silent("two places only", _lists(_items(_PIPES, _HOMES, _RAIN), _items(_PIPES, _HOMES))),
    Silent(
        "lists that have little in common",
        _lists(_items(_PIPES, _RAIN), _items(_PIPES, _RAIN), ("建设万亩灌区1处。", "完成水库除险加固3座。")),
    ),
    Silent(
        "several own items beside the common ones",
        _lists(_items(_PIPES, _HOMES, _WELLS, _SCHOOLS, _RAIN), _items(_PIPES, _HOMES, _WELLS, _SCHOOLS), (*_items(_PIPES, _HOMES, _WELLS, _SCHOOLS), "建设万亩灌区1处。")),
    ),
    Silent(
        "bureaus are no territorial peers",
        _HEAD + "市住建局：\n（1）改造老旧供水管网8公里。\n（2）创建节水型居民小区9个。\n（3）建成雨水收集调蓄设施8处。\n"
        "市城管局：\n（1）改造老旧供水管网8公里。\n（2）创建节水型居民小区9个。\n（3）建成雨水收集调蓄设施8处。\n市水利局：\n（1）改造老旧供水管网8公里。\n（2）创建节水型居民小区9个。\n",
    ),
    Silent(
        "the item names the place it is for",
        _lists(
            _items(_PIPES, _HOMES, _WELLS, _SCHOOLS), (*_items(_PIPES, _HOMES, _WELLS, _SCHOOLS), "实施南汀湖湿地补水工程1处。"), _items(_PIPES, _HOMES, _WELLS, _SCHOOLS)
        ),
    ),
)  # fmt: skip
PLANTED = Planted(
    [("\n（3）落实地下水取用水管控要求，2023年底前封停辖区公共供水管网覆盖范围内的自备井18眼。\n", "\n")], quotes=["落实地下水取用水管控要求"], plan="lists.txt"
)
