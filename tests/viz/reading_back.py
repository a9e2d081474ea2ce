"""Every form of the findings, read back by a reader of that form."""

from __future__ import annotations

import csv
import io
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hostile import EVIL
from hypothesis import strategies as st

from fengong.findings_out import beside
from graphmodel import finding as findings
from graphmodel.finding import Finding
from graphmodel.graph import AccountabilityGraph
from viz.format import Sheet, format_named

NAMES = ("csv", "github", "json", "markdown", "sarif", "text", "xlsx")
ACTING = set(map(chr, (*range(9), 11, 12, *range(14, 32), *range(0x7F, 0xA0)))) | set("\u202e\u2066\u200b\ufeff\u2028\uffff\U000e0041")
IDS = [f"{n}" for n in range(len(EVIL))]

hostile = pytest.mark.parametrize("evil", EVIL, ids=IDS)
any_text = st.text(st.sampled_from("=+-@\t\r\n\x1b\u202e:#[]()<>&|`~*_!\\{}%,.;/\"'$^ 1a甲wx\ud800\uffff"), max_size=40)


def made(name: str, graph: AccountabilityGraph, found: tuple[Finding, ...], **how: Any) -> bytes:
    form = format_named(name)
    assert form is not None
    return form.bytes_of(Sheet(graph, found, **{"level": "review", **beside(graph, how.get("lang", "zh"), ()), **how}))


def words(name: str, graph: AccountabilityGraph, found: tuple[Finding, ...], **how: Any) -> str:
    return made(name, graph, found, **how).decode("utf-8")


@cache
def validator(name: str) -> Any:
    jsonschema = pytest.importorskip("jsonschema")
    if name == "sarif":  # the OASIS schema of SARIF 2.1.0 (errata 01), word for word; its "id" says where it stands
        schema = json.loads(Path(__file__).with_name("schemas").joinpath("sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
        return jsonschema.Draft4Validator(schema)
    return jsonschema.Draft202012Validator(json.loads(Path(findings.__file__).with_name("findings.schema.json").read_text(encoding="utf-8")))


def table_of(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def sarif_of(graph: AccountabilityGraph, found: tuple[Finding, ...], **how: Any) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(words("sarif", graph, found, **how))
    validator("sarif").validate(data)
    assert data["version"] == "2.1.0" and data["$schema"].endswith("/sarif-schema-2.1.0.json") and len(data["runs"]) == 1
    run: dict[str, Any] = data["runs"][0]
    return run


ALLOWED = {"heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "fence", "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"}  # fmt: skip
ALLOWED_INLINE = {"text", "code_inline", "strong_open", "strong_close"}
CALLS = re.compile(r"(?i)@\w|#\d|//|www\.|mailto:\w")


@cache
def renderer() -> Any:
    """GitHub's kind of Markdown, with everything a viewer may link of itself."""
    pytest.importorskip("linkify_it")
    return pytest.importorskip("markdown_it").MarkdownIt("gfm-like", {"linkify": True, "html": True})


def tokens_of(markdown: str) -> list[Any]:
    """The tokens; fails on any that a report has no use for."""
    tokens: list[Any] = renderer().parse(markdown)
    inline = [t for token in tokens for t in token.children or ()]
    assert {t.type for t in tokens} <= ALLOWED and {t.type for t in inline} <= ALLOWED_INLINE
    assert not [t.content for t in inline if t.type == "text" and CALLS.search(t.content)], "what a viewer would call or link stands in code"
    return tokens
