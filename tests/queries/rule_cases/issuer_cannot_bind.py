"""OWN109 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks

_TITLE = "沅平市基层治理任务分工方案"


def _plan(issuer: str, task: str, agreed: str = "市政府") -> str:
    return (
        f"{issuer}关于印发{_TITLE}的通知\n各县（区）人民政府，市政府各部门：\n《{_TITLE}》已经{agreed}同意，现印发给你们。\n{issuer}\n2024年3月5日\n"
        f"{_TITLE}\n一、重点任务\n1.{task}\n2.改造便民服务站60个。（牵头单位：市民政局；配合单位：市财政局）\n"
    )


_OFFICE = "沅平市人民政府办公室"
_BUREAU = "沅平市水利局"

SPEAKS = (
    Speaks(
        "a government office has a Party organ lead",
        _plan(_OFFICE, "选派驻村干部120名。（牵头单位：市委组织部；配合单位：市财政局）"),
        lines=[[(8, 8)]],
        quotes=["市委组织部"],
        says=["由沅平市人民政府办公室单独印发", "1 项任务的牵头或责任单位中有市委组织部，是党委工作机关", "联合行文"],
    ),
    Speaks(
        "and another answer beside the lead",
        _plan(_OFFICE, "选派驻村干部120名。（牵头单位：市民政局；责任单位：市委组织部、市委宣传部）"),
        lines=[[(8, 8)]],
        quotes=["市委组织部", "市委宣传部"],
        says=["市委组织部、市委宣传部，是党委工作机关"],
    ),
    Speaks(
        "a bureau binds the governments of the counties",
        _plan(_BUREAU, "完成农村供水改造。（责任单位：各县（区）人民政府）", agreed="局党组会议"),
        lines=[[(8, 8)]],
        quotes=["各县（区）人民政府"],
        says=["由沅平市水利局单独印发", "属于下级政府", "经政府同意"],
    ),
)
SILENT = (
    Silent("the Party committee agreed", _plan(_OFFICE, "选派驻村干部120名。（牵头单位：市委组织部）", agreed="市委、市政府")),
    Silent("a joint plan", _plan("中共沅平市委办公室、沅平市人民政府办公室", "选派驻村干部120名。（牵头单位：市委组织部）")),
    Silent("the Party organ helps", _plan(_OFFICE, "选派驻村干部120名。（牵头单位：市民政局；配合单位：市委组织部）")),
    Silent("an organ of Party and State at once", _plan(_OFFICE, "清理网络谣言。（牵头单位：市委网信办；配合单位：市公安局）")),
    Silent("a bureau for the government", _plan(_BUREAU, "完成农村供水改造。（责任单位：各县（区）人民政府）")),
    Silent("a bureau binds bureaus", _plan(_BUREAU, "完成农村供水改造。（责任单位：各县（区）水利局）", agreed="局党组会议")),
    Silent("nobody issued it", f"{_TITLE}\n一、重点任务\n1.选派驻村干部120名。（牵头单位：市委组织部）\n"),
    Silent("a mass organisation", _plan(_OFFICE, "开展巾帼志愿服务40场。（牵头单位：市妇联）")),
)
PLANTED = Planted([("（牵头单位：县文化和旅游局；配合单位：县教育局、县财政局）", "（牵头单位：县委宣传部；配合单位：县教育局、县财政局）")], quotes=["县委宣传部"])
