"""A plan whose every word tries to act, findings about it, and what reads the log of a GitHub build. All invented."""

from __future__ import annotations

import re
from typing import Any

from graphmodel.finding import Finding, Quote, Words
from graphmodel.graph import AccountabilityGraph
from graphmodel.plan import Department, Duty, Header, Plan, Source, Task, Unit

EVIL = [
    '=HYPERLINK("http://evil.example","点我")', "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\t=1+1", "\r=1+1", " =1+1", "＝1+1", "'=1", "=cmd|'x'!A1",
    "\x1b[2J\x1b]0;题\x07", "\x9b31m", "甲\u202e乙\u2066丙", "甲\u200b乙\ufeff", "\x00\x08\x7f", "甲\uffff乙", "\ud800", "𠮷\U000e0041",
    "::error file=x,line=1::boom", "  ::warning::boom", "::stop-commands::x", "::add-mask::市", "甲##[group]乙", "##[error]x", "%0A::error::x", "%25", "100%,甲:乙",
    "甲\r::error::乙", "甲\n::error::乙", "甲\u2028::error::乙", "甲\x85::error::乙", "x" * 300 + "::error::y", "x" * 71 + "::error::y" * 9,
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!-- 注", "]]>", "&lt;b&gt;", "&#60;b&#62;", "</text>", "<http://evil.example>",
    "| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |", "|---|---|", "`rm -rf`", "```", "``````text\n甲\n``````", "~~~", "# 标题", "- 项", "* 项", "1. 项", "1) 项", "12", "> 引",
    "---", "===", "***", "    代码", "[甲](http://evil.example)", "![甲](http://evil.example/a.png)", "[甲][乙]", "[乙]: http://evil.example", "[^1]",
    "http://evil.example/a_b", "HTTPS://evil.example", "ftp://evil.example", "www.evil.example", "WWW.evil.example", "evil.com", "//evil.com/x", "a@evil.example",
    "mailto:a@evil.example", "@someone", "@@someone", "#12", "甲#12", "**粗**", "_斜_", "__粗__", "~~删~~", "$x^2$", ":smile:", "甲  \n乙", "甲\\\n乙", "\\`甲\\`", "\\",
    "{0}", "{甲}", "[0](1)", "_x001B_[2J", "_x000D_=1", "_X001b_", '"甲","乙"', "甲,乙;丙", "../../etc/passwd", "javascript:alert(1)", "", "。",
]  # fmt: skip
"""Each stands once in every field that a plan can fill."""


def plan_of(evil: str, name: str | None = None) -> tuple[AccountabilityGraph, tuple[Finding, ...]]:
    """A graph that has ``evil`` for its source, title, section, task, bodies and reasons, and three findings about it, the second caused by the first."""
    text = f"{evil}\n{evil}甲乙丙。\n{evil}\n丁"
    lines = text.split("\n")
    body = Department("局", evil or "局", peer_class=evil or None)
    end = len(text) - 2
    duty = Duty("LEADS", "牵", Unit(evil or "局", (0, max(1, len(evil))), "局"), (0, 1))
    task = Task(evil or "甲", text[:end], (0, end), "1.", (evil, evil), duties=(duty,))
    many = text.count("\n") + text.count("\r") + 5
    plan = Plan(
        Source(text, evil if name is None else name, places=(evil or None,) * many), Header(evil), tasks=(task,), departments=(body,),
        taken=("task",) * many, unread=((len(lines), f"{evil} / {evil}"),),
    )  # fmt: skip
    graph = AccountabilityGraph.of([plan])
    doc = graph.documents()[0]
    whole = graph.text_of(doc)
    spans = [(0, min(len(evil), len(whole))), (0, len(whole)), (len(whole) - 1, len(whole))]
    quotes = tuple(Quote(doc, span, whole[slice(*span)], evil) for span in spans)
    said, mend = Words(evil, evil), Words(f"“{evil}”应改。", f"mend “{evil}”.")
    parts: dict[str, Any] = {"tasks": (graph.tasks()[0],), "departments": ("局",), "message": said, "remedy": mend}
    first = Finding("no-owner", "OWN101", "error", lines=((1, 1),), quotes=quotes, **parts)
    second = Finding("text-damage", "TXT601", "warning", lines=((1, 2), (3, 3)), quotes=(), follows_from=0, **parts)
    third = Finding("hub", "LOD401", "review", (), (), (), (), mend, said)
    return graph, (first, second, third)


def commands(log: str | bytes) -> list[tuple[str, dict[str, str], str]]:
    """What the runner of GitHub takes for commands in a log, by its own rules (actions/runner, ActionCommand): a line that begins, after blanks,
    with ``::name …::``, else one that holds ``##[name …]`` anywhere. Names of commands are taken for any name: stricter than the runner."""
    text = log.decode("utf-8", "replace") if isinstance(log, bytes) else log
    found = []
    for line in re.split(r"\r\n|\n|\r", text):
        stripped = line.lstrip()
        m = re.match(r"::([A-Za-z][\w-]*)((?: .*?)?)::", stripped)
        if m:
            pairs = (part.split("=", 1) for part in m[2].strip().split(",") if "=" in part)
            found.append(
                (
                    m[1],
                    {k: unescaped(v, {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}) for k, v in pairs},
                    unescaped(stripped[m.end() :], {"%0D": "\r", "%0A": "\n"}),
                )
            )
        elif m := re.search(r"##\[([A-Za-z][\w-]*).*?\]", line):
            found.append((f"##[{m[1]}]", {}, line))
    return found


def unescaped(value: str, codes: dict[str, str]) -> str:
    for code, c in codes.items():
        value = value.replace(code, c)
    return value.replace("%25", "%")
