"""Findings as Markdown, rendered as GitHub does: the plan's words are all there and make nothing."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hostile import plan_of
from hypothesis import example, given, settings
from reading_back import any_text, hostile, renderer, tokens_of, words

from viz.formats.markdown import escaped
from viz.seen import visible


def told(token: Any) -> str:
    return "".join(t.content for t in token.children)


@hostile
@pytest.mark.parametrize("by", ["place", "rule"])
def test_markdown_shows_everything_and_makes_nothing(evil: str, by: str) -> None:
    graph, found = plan_of(evil)
    tokens = tokens_of(words("markdown", graph, found, by=by))
    heads = [t.tag for t in tokens if t.type == "heading_open"]
    assert heads == (["h1", "h2", "h3", "h3", "h3"] if by == "place" else ["h1", "h2", "h3", "h2", "h3", "h2", "h3"])
    shown = [told(t) for t in tokens if t.type == "inline"]
    assert visible(f"改 “{evil}”应改。") in shown and visible(f"“{evil}”应改。") in shown
    assert sum(s.startswith(visible(evil).strip()) for s in shown) >= 1
    (fence,) = [t for t in tokens if t.type == "fence"]
    assert fence.info == "text" and all(re.match(r" *\d* \|", line) for line in fence.content.rstrip("\n").split("\n"))


class Tags(HTMLParser):
    """The tags of a page, with their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {tag, *(f"{name}={value}" for name, value in attrs)}


@hostile
def test_markdown_as_a_page_has_only_our_tags(evil: str) -> None:
    tags = Tags()
    tags.feed(renderer().render(words("markdown", *plan_of(evil))))
    assert tags.found <= {"h1", "h2", "h3", "p", "pre", "code", "class=language-text", "ul", "li", "strong"}


@given(any_text)
@example("@//")
@settings(deadline=None, max_examples=300)
def test_markdown_of_any_text_is_that_text(text: str) -> None:
    for before in ("", "## ", "**改** ", "- "):
        inline = [t for t in tokens_of(f"{before}{escaped(text)}\n") if t.type == "inline"]
        shown = "".join(map(told, inline)).removeprefix("改" if "改" in before else "")
        assert shown.strip() == visible(text).strip()


def test_markdown_by_place_and_by_rule() -> None:
    graph, found = plan_of("清淤", "方案.txt")
    placed = words("markdown", graph, found, asked=40)
    assert placed.startswith("# 分工审查\n\n错误 1 条，警告 1 条，复核 1 条（已核对 40 条规则）。\n\n- 方案\\.txt：4 行")
    assert "## 方案\\.txt 清淤\n\n### 清淤 · 第 1 行 · 清淤 / 清淤 · 错误 OWN101 no-owner\n\n清淤\n\n```text\n     1 | 清淤\n       | ^^^^\n" in placed
    assert "第 1–2、3 行 · " in placed and "清淤（由第 1 行 OWN101 引起）\n\n**改** “清淤”应改。\n" in placed and "### 全文 · 复核 LOD401 hub" in placed
    ruled = words("markdown", graph, found, by="rule", lang="en", level="warning", asked=1)
    assert "error: 1, warning: 1, review: 1 (1 rule asked). 1 of them not listed (`--level review`).\n" in ruled and "hub" not in ruled
    assert (
        "## error OWN101 no-owner\n\n### 方案\\.txt · 清淤 · line 1 · " in ruled and " · lines 1–2, 3 · " in ruled and "清淤 (follows from OWN101, line 1)" in ruled
    )
    assert "其中 1 条未列出（`--level review`）。" in words("markdown", graph, found, level="warning")
    assert "没有发现问题（已核对 9 条规则）。" in words("markdown", graph, (), asked=9) and "Nothing was found." in words("markdown", graph, (), lang="en")


def test_the_fence_is_longer_than_any_in_the_plan() -> None:
    assert "\n```````text\n" in words("markdown", *plan_of("``````"))


ESCAPED = [
    ("<b>甲</b>&amp;", "&lt;b&gt;甲&lt;/b&gt;&amp;amp;"), ("`甲`", "&#96;甲&#96;"), ("[甲](乙)", "\\[甲\\](乙)"), ("1. 甲", "1\\. 甲"), ("12) 甲", "12\\) 甲"), ("- 甲", "\\- 甲"), ("甲-乙", "甲-乙"),
    ("no-owner", "no-owner"), ("1.5", "1\\.5"), ("end.", "end."), ("a@b", "a`@`b"), ("#12", "`#`12"), ("http://甲", "http:`//`甲"), ("WWW.a", "`WWW`\\.a"), ("mailto:a", "`mailto:`a"),
    ("", ""), (" 甲 ", "甲"), ("|", "\\|"), ("1234567890. 甲", "1234567890. 甲"),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "shown"), ESCAPED)
def test_escapes(raw: str, shown: str) -> None:
    assert escaped(raw) == shown
