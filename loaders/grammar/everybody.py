"""Names that call upon whoever reads the paper: 各责任单位, 各级各部门, 有关部门."""

from __future__ import annotations

from graphmodel.patterns import pattern

_EVERYBODY = pattern(
    r"^(?:各|有关|相关|所有|全体|全[省市区县]|牵头|责任|主要责任|成员|协同|配合|协作|参与|上述|其他|本|特别是|我)|(?:牵头|责任|配合|协作|参与|协同|成员|有关|相关|主管)(?:单位|部门)$"
)


# 由企业负责, 由学校牵头: whoever it concerns, and nobody in particular
_ANYBODY = pattern(
    r"^(?:企业|业主|用人|村|居|学校|医院|院校|高校|项目|施工|建设|运营|第三方|社会|市场|个人|专家|媒体|平台|机构|组织|团体|园区|景区|社区|属地|所在|当地)(?!.*(?:中队|大队|站|所|办|部|局|科)$)"
)


def is_anybody(name: str) -> bool:
    """Whether a name is a kind of body: enough under a label, too little behind 由."""
    return bool(_ANYBODY.match(name)) or is_everybody(name)


def is_everybody(name: str) -> bool:
    """Whether a name is no body of its own but all that are meant: such a name allots nothing to anybody in particular."""
    return bool(_EVERYBODY.search(name))
