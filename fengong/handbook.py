"""The pages of the rules as text, Markdown and one HTML file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fengong.bilingual import Lang, of

if TYPE_CHECKING:
    from queries.audit import Rule
    from queries.page import Passage

LEVELS = {"error": ("错误", "error"), "warning": ("警告", "warning"), "review": ("复核", "review")}
FAMILIES = {
    "OWN": ("谁负责", "Who answers"), "DUP": ("重复", "Duplication"), "TGT": ("目标与时限", "Targets and deadlines"),
    "LOD": ("负担", "Load"), "COO": ("配合", "Cooperation"), "TXT": ("文字", "The text"), "TIM": ("时间安排", "Timing"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule's page in one language. ``parts``: heading and words; ``examples``: heading and a tiny plan; ``limits``: name, value, what
    it is; ``off``: it runs only when it is asked for."""

    code: str
    name: str
    level: str
    level_word: str
    title: str
    off: str
    parts: tuple[tuple[str, str], ...]
    examples: tuple[tuple[str, str], ...]
    mend: tuple[str, str]
    limits: tuple[tuple[str, str, str], ...]


def entry(rule: Rule, lang: Lang) -> Entry:
    page = rule.page
    return Entry(
        code=rule.code,
        name=rule.name,
        level=rule.level,
        level_word=of(LEVELS[rule.level], lang),
        title=_said(page.title, lang),
        off="" if rule.standard else of(("默认不启用，用 --select 指定", "off by default, asked for with --select"), lang),
        parts=(
            (of(("说明", "What it says"), lang), _said(page.says, lang)),
            (of(("理由", "Why"), lang), _said(page.why, lang)),
            (of(("来源", "Source"), lang), _said(page.source, lang)),
        ),
        examples=((of(("反例", "Bad example"), lang), page.bad.rstrip("\n")), (of(("正例", "Good example"), lang), page.good.rstrip("\n"))),
        mend=(of(("修改", "How to mend"), lang), _said(page.mend, lang)),
        limits=tuple((name, f"{limit.value:g}", of((limit.words.zh, limit.words.en), lang)) for name, limit in rule.limits.items()),
    )


def _said(passage: Passage, lang: Lang) -> str:
    return of((passage.zh, passage.en), lang)


def _limits_heading(e: Entry, lang: Lang) -> str:
    return of((f"可调数值（fengong.toml 的 [limits.{e.name}]）", f"Figures to set (fengong.toml, [limits.{e.name}])"), lang)


def as_text(e: Entry, lang: Lang, columns: int) -> Iterator[str]:
    """The page, line by line, none wider than ``columns``."""
    from viz.seen import wrap

    yield from wrap(f"{e.code} {e.name} ({e.level_word}) {e.title}", columns)
    if e.off:
        yield f"  {e.off}"
    for heading, words in (*e.parts, *e.examples, e.mend):
        yield ""
        yield heading
        for line in words.split("\n"):
            yield from ("  " + told for told in wrap(line, columns - 2))
    if e.limits:
        yield ""
        yield _limits_heading(e, lang)
        for name, value, words in e.limits:  # the heading names a key: it is never broken
            yield from ("  " + told for told in wrap(f"{name} = {value}  {words}", columns - 2))


def as_markdown(rules: Sequence[Rule], lang: Lang) -> str:
    """The handbook as Markdown: a table of all, then a section a rule."""
    head = of(("| 代码 | 名称 | 级别 | 查什么 |", "| code | name | level | what it says |"), lang)
    lines = [f"# {_title(lang)}", "", head, "|---|---|---|---|"]
    entries = [entry(rule, lang) for rule in rules]
    lines += [f"| [{e.code}](#{e.code.lower()}) | {e.name} | {e.level_word} | {e.title}{f' ({e.off})' if e.off else ''} |" for e in entries]
    for e in entries:
        lines += ["", f'<a id="{e.code.lower()}"></a>', "", f"## {e.code} {e.name} · {e.title}", "", f"{e.level_word}{f'; {e.off}' if e.off else ''}"]
        for heading, words in e.parts:
            lines += ["", f"**{heading}** {words}"]
        for heading, words in e.examples:
            lines += ["", f"**{heading}**", "", "```text", words, "```"]
        lines += ["", f"**{e.mend[0]}** {e.mend[1]}"]
        if e.limits:
            lines += ["", f"**{_limits_heading(e, lang)}**", "", *(f"- `{name} = {value}` {words}" for name, value, words in e.limits)]
    return "\n".join(lines) + "\n"


def as_html(rules: Sequence[Rule], lang: Lang) -> str:
    """The handbook as one HTML file that asks nothing of a network."""
    from viz.page import page

    entries = [entry(rule, lang) for rule in rules]
    families = [(of(words, lang), [e for e in entries if e.code.startswith(code)]) for code, words in FAMILIES.items()]
    return page(
        "handbook.html", lang, _title(lang), families=[(name, held) for name, held in families if held],
        limits_heading=lambda e: _limits_heading(e, lang), contents=of(("目录", "Contents"), lang), skip=of(("跳到正文", "Skip to the rules"), lang),
    )  # fmt: skip


def _title(lang: Lang) -> str:
    return of(("分工审查规则手册", "The rules of the audit: a handbook"), lang)
