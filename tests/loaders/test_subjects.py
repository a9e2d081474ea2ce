"""Where the names of those who act end and the verb begins."""

from __future__ import annotations

import pytest

from loaders.grammar.subjects import names_from

NAMES = {
    "市工商联联系企业": "市工商联",
    "市水利局会同市财政局组织实施": "市水利局",
    "市水利局组织实施": "市水利局",
    "联合行动": "",
    "组织开展排查": "",
    "接受社会监督": "",
    "主动接受社会监督": "",
}


@pytest.mark.parametrize(("text", "name"), NAMES.items(), ids=NAMES.keys())
def test_names_end_before_their_verb(text: str, name: str) -> None:
    found = names_from(text, 0, len(text))
    assert (found[0].printed if found else "") == name
