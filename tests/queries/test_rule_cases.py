"""Each rule on the texts of ``rule_cases``: where it must speak, where it must not, and its fault planted in a sample plan."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

import pytest
from rule_cases import Planted, Silent, Speaks

from graphmodel.discovery import names_in
from graphmodel.finding import Finding
from graphmodel.graph import AccountabilityGraph
from loaders.load import load
from loaders.open import source_of_bytes
from queries.audit import Rule, audit, rules


def cases_of(rule: Rule) -> ModuleType:
    return importlib.import_module(f"rule_cases.{rule.name.replace('-', '_')}")


def graph_of(text: str) -> AccountabilityGraph:
    return AccountabilityGraph.of([load(source_of_bytes(text.encode("utf-8"), "plan.txt"))])


def of_each(kind: str) -> list[object]:
    import rule_cases

    made = []
    for rule in rules():
        if rule.name.replace("-", "_") in names_in(rule_cases):
            made += [pytest.param(rule, case, id=f"{rule.code}-{case.name}") for case in getattr(cases_of(rule), kind)]
    return made


@pytest.mark.parametrize(("rule", "case"), of_each("SPEAKS"))
def test_where_it_must_speak(rule: Rule, case: Speaks) -> None:
    found = audit(graph_of(case.text), select=[rule.code])
    assert [list(f.lines) for f in found] == [list(map(tuple, lines)) for lines in case.lines]
    assert {f.level for f in found} == {case.level or rule.level}
    for words in case.quotes:
        assert any(words in q.text for f in found for q in f.quotes), words
    for words in case.says:
        assert any(words in f.message.zh + f.remedy.zh for f in found), words
    for f in found:
        sound(f, case.text)


def sound(finding: Finding, text: str) -> None:
    """A finding shows the plan's own words and is said in both languages."""
    assert finding.quotes
    for quote in finding.quotes:
        assert quote.text and text[slice(*quote.span)] == quote.text
    for words in (finding.message, finding.remedy):
        assert words.zh and words.en and "!" not in words.zh + words.en and "！" not in words.zh
        assert not any("\u4e00" <= c <= "\u9fff" for c in words.en.split("“")[0][:1])


@pytest.mark.parametrize(("rule", "case"), of_each("SILENT"))
def test_where_it_must_not(rule: Rule, case: Silent) -> None:
    assert [f.message.zh for f in audit(graph_of(case.text), select=[rule.code])] == []


@pytest.mark.parametrize("rule", rules(), ids=lambda r: str(r.code))
def test_its_fault_planted_in_a_plan_gives_it_and_nothing_else(rule: Rule, samples: Path) -> None:
    planted: Planted = cases_of(rule).PLANTED
    before = (samples / planted.plan).read_text(encoding="utf-8")
    after = before
    for old, new in planted.changes:
        assert after.count(old) == 1, old
        after = after.replace(old, new)
    select = [r.code for r in rules() if r.standard or r is rule]
    known = {(f.code, f.message.zh.translate(_NO_FIGURES)) for f in audit(graph_of(before), select=select)}
    found = audit(graph_of(after), select=select)
    new = [n for n, f in enumerate(found) if (f.code, f.message.zh.translate(_NO_FIGURES)) not in known]
    mine = [n for n in new if found[n].code == rule.code]
    assert len(mine) == 1, [found[n].message.zh for n in new]
    for words in planted.quotes:
        assert any(words in q.text for q in found[mine[0]].quotes), words
    others = [n for n in new if n not in mine and not follows(found, n, mine[0])]
    assert [(found[n].code, found[n].message.zh) for n in others] == []


_NO_FIGURES = {ord(c): None for c in "0123456789"}  # line numbers move when a line is added


def follows(found: tuple[Finding, ...], n: int, cause: int) -> bool:
    seen: set[int] = set()
    at: int | None = n
    while at is not None and at not in seen:
        seen.add(at)
        at = found[at].follows_from
        if at == cause:
            return True
    return False


@pytest.mark.parametrize("rule", rules(), ids=lambda r: str(r.code))
def test_it_has_texts_enough(rule: Rule) -> None:
    cases = cases_of(rule)
    assert len(cases.SPEAKS) >= 2 and len(cases.SILENT) >= 3


def test_a_clean_plan_gives_no_error_and_no_warning(samples: Path) -> None:
    found = audit(graph_of((samples / "clean.txt").read_text(encoding="utf-8")))
    assert [(f.code, f.message.zh) for f in found if f.level != "review"] == []


def test_a_collective_under_supervisors_follows_from_their_lack_of_a_lead() -> None:
    task = "（责任单位：各县（市、区）政府；监管单位：市生态环境局、市水利局）"
    found = audit(graph_of(f"沅平市环境治理任务分工方案\n一、重点任务\n1.整治入河排污口。{task}\n2.完成河道清淤。（责任单位：市水利局）\n"))
    by_code = {f.code: n for n, f in enumerate(found)}
    assert found[by_code["OWN104"]].follows_from == by_code["OWN108"]
