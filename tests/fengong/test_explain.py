"""The pages of the rules: one by one, and the handbook."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner

from fengong.cli import main
from fengong.handbook import FAMILIES, as_html, as_markdown, as_text, entry
from queries.audit import rules


def explain(*args: str) -> tuple[int, str]:
    ran = CliRunner().invoke(main, ["explain", *args, "--lang", "zh"])
    return ran.exit_code, ran.output


@pytest.mark.parametrize("name", ["no-owner", "OWN101", "own101", "no_owner"])
def test_by_code_or_name(name: str) -> None:
    code, page = explain(name)
    assert code == 0 and page.startswith("OWN101 no-owner（错误）") or page.startswith("OWN101 no-owner (错误)")
    assert all(part in page for part in ("说明", "理由", "来源", "反例", "正例", "修改"))


def test_an_unknown_one_has_a_nearest() -> None:
    code, said = explain("no-onwer")
    assert code == 2 and "no-owner" in said


def test_all_or_some_but_not_both() -> None:
    assert explain()[0] == 2 and explain("OWN101", "--all")[0] == 2


def test_a_suffix_that_says_nothing_is_refused(tmp_path: Path) -> None:
    assert explain("--all", "-o", str(tmp_path / "rules.pdf"))[0] == 2


def test_every_rule_stands_in_every_handbook(tmp_path: Path) -> None:
    for form in ("text", "md", "html"):
        out = tmp_path / f"rules.{form}"
        assert explain("--all", "--format", form, "-o", str(out))[0] == 0
        held = out.read_text(encoding="utf-8")
        assert all(rule.code in held and rule.page.title.zh in held for rule in rules())


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in ("meta",):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_html_is_whole_and_asks_nothing_of_a_network(lang: str) -> None:
    tags = Tags()
    tags.feed(as_html(rules(), lang))  # type: ignore[arg-type]
    assert tags.open == []
    assert not {tag for tag, _ in tags.seen} & {"script", "link", "img", "iframe"}
    ids = {held["id"] for _, held in tags.seen if "id" in held}
    assert ids == {rule.code for rule in rules()} | {"main"}
    assert {held["href"] for tag, held in tags.seen if tag == "a"} == {f"#{i}" for i in ids}


def test_every_rule_belongs_to_a_family() -> None:
    assert {rule.code[:3] for rule in rules()} <= set(FAMILIES)


@pytest.mark.parametrize("rule", rules(), ids=lambda r: r.code)
def test_no_line_is_wider_than_the_terminal(rule: object) -> None:
    from viz.seen import width

    for lang in ("zh", "en"):
        assert all(width(line) <= 60 for line in as_text(entry(rule, lang), lang, 60))  # type: ignore[arg-type]


def test_figures_that_can_be_set_stand_in_the_page() -> None:
    for rule in (r for r in rules() if r.limits):
        page = as_markdown([rule], "en")
        assert f"[limits.{rule.name}]" in page
        assert all(f"`{name} = {limit.value:g}`" in page for name, limit in rule.limits.items())
