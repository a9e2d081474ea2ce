"""Names that call upon whoever reads the paper: 各责任单位, 各级各部门, 有关部门."""

from __future__ import annotations

from graphmodel.patterns import pattern

_EVERYBODY = pattern(
    r"^(?:各|有关|相关|所有|全体|全[省市区县]|牵头|责任|主要责任|成员|协同|配合|协作|参与|上述|其他|本|特别是|我)|(?:牵头|责任|配合|协作|参与|协同|成员|有关|相关|主管)(?:单位|部门)$"
)


def is_everybody(name: str) -> bool:
    """Whether a name is no body of its own but all that are meant: such a name allots nothing to anybody in particular."""
    return bool(_EVERYBODY.search(name))
