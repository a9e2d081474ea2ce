"""The report in a real browser: what it links to, what it shows of a hostile plan, how it prints; and its figures against the measures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hostile import EVIL, plan_of

from fengong import audit, graph, read
from fengong.pages import Shown
from fengong.report import report_html, report_of
from graphmodel.finding import Finding
from graphmodel.graph import AccountabilityGraph
from graphmodel.text import Lines
from queries.audit import rules
from queries.carriage import carriages
from queries.measures.deadlines import deadlines
from queries.measures.department import department
from queries.measures.indicators import indicators
from queries.measures.load import load
from queries.measures.mechanisms import mechanisms
from queries.measures.orphans import orphans
from queries.measures.overloaded import overloaded
from viz.page import seen
from viz.report import shown_findings

SAMPLES = Path(__file__).resolve().parent.parent.parent / "fengong" / "samples"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.txt"))
STANDARD = tuple(rule for rule in rules() if rule.standard)
PARTS = ("read", "figures", "loads", "findings", "targets", "units", "watch", "rules", "text")


def shown_of(*names: str, lang: Any = "zh") -> Shown:
    whole = graph([read(SAMPLES / f"{name}.txt") for name in names])
    return Shown(whole, tuple(audit(whole)), STANDARD, lang)


class Read(HTMLParser):
    """What a page is made of: ids, links, tags, and the text beside the style sheet."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: Counter[str] = Counter()
        self.attributes: set[str] = set()
        self.parts: list[str] = []
        self._style = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self._style = tag == "style"
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value or "")
            if name in ("href", "src"):
                self.links.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        self._style = False

    def handle_data(self, data: str) -> None:
        if not self._style:
            self.parts.append(data)

    @property
    def text(self) -> str:
        return "".join(self.parts)


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    def write(html: str, name: str = "report.html") -> Path:
        path = tmp_path / name
        path.write_text(html, encoding="utf-8")
        return path

    return write


# --- what stands in it, without a browser ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_every_link_leads_to_an_id_of_the_page_and_no_id_stands_twice(name: str, lang: str) -> None:
    page = Read(report_html(shown_of(name, lang=lang)))
    assert [i for i, n in Counter(page.ids).items() if n > 1] == []
    assert {link for link in page.links if not link.startswith("#") or link[1:] not in page.ids} == set()
    assert set(PARTS) <= set(page.ids) and {f"#{part}" for part in PARTS} <= set(page.links)


def test_several_plans_have_their_own_lines_and_loads() -> None:
    shown = shown_of("mixed", "labels")
    page = Read(report_html(shown))
    for n, doc in enumerate(shown.graph.documents(), 1):
        lines = len(Lines(shown.graph.text_of(doc)))
        assert [i for i in page.ids if i.startswith(f"l-{n}-")] == [f"l-{n}-{k}" for k in range(1, lines + 1)]
    assert set(page.links) <= {f"#{i}" for i in page.ids}
    held = report_of(shown).loads.peers
    alone = [p for name in ("mixed", "labels") for p in report_of(shown_of(name)).loads.peers]
    assert [(p.name, p.median, [(b.unit, b.leads, b.far) for b in p.bars]) for p in held] == [
        (p.name, p.median, [(b.unit, b.leads, b.far) for b in p.bars]) for p in alone
    ]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_runs_nothing_and_asks_for_nothing(lang: str) -> None:
    html = report_html(shown_of("mixed", lang=lang))
    page = Read(html)
    assert page.tags["script"] == page.tags["img"] == page.tags["link"] == page.tags["button"] == 0
    assert "style" not in page.attributes and not any(a.startswith("on") for a in page.attributes)
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert policy.startswith("default-src &#39;none&#39;; style-src &#39;sha256-") and "script-src" not in policy
    assert f'<html lang="{"zh-CN" if lang == "zh" else "en"}"' in html


@pytest.mark.parametrize("name", NAMES)
def test_the_figures_are_those_of_the_measures(name: str) -> None:
    shown = shown_of(name)
    whole, html = shown.graph, report_html(shown)
    told = {i: int(n) for i, n in re.findall(r'id="n-(\w+)">(\d+)<', html)}
    rows = load(whole).rows
    firm = Counter(c.status for c in carriages(whole) if c.sort != "qualitative")
    wanted = {
        "tasks": len(whole.tasks()), "units": len(rows), "leading": sum(r["leads"] > 0 for r in rows),
        "dated": sum(r["what"] == "task" and bool(r["month"]) for r in deadlines(whole).rows), "targets": len(indicators(whole).rows),
        "findings": len(shown.findings), **{level: sum(f.level == level for f in shown.findings) for level in ("error", "warning", "review")},
    }  # fmt: skip
    assert {key: told[key] for key in wanted} == wanted
    assert told["leading"] + told["responsible"] + told["helping"] == told["units"]
    assert told["goals"] == firm.total()
    if firm.total():
        assert (told["carried"], told["uncarried"]) == (firm["carried"] + firm["unnamed"], firm["absent"])
    assert told.get("unowned", 0) == sum(r["what"] == "no owner" for r in orphans(whole).rows)
    assert seen(load(whole).notes[0].zh) in Read(html).text


@pytest.mark.parametrize("name", NAMES)
def test_what_is_told_part_by_part_is_what_the_measures_say(name: str) -> None:
    shown = shown_of(name)
    whole, report = shown.graph, report_of(shown)
    assert Counter((b.unit, b.leads, b.responsible, b.cooperates) for p in report.loads.peers for b in p.bars) == Counter(
        (r["department"], r["leads"], r["responsible"], r["cooperates"]) for r in load(whole).rows if r["leads"] or r["responsible"] or r["cooperates"]
    )
    assert sorted(b.unit for p in report.loads.peers for b in p.bars if b.far) == sorted(r["department"] for r in overloaded(whole).rows)
    medians = {b.unit: p.median for p in report.loads.peers for b in p.bars if b.far}
    assert medians == {r["department"]: r["median"] for r in overloaded(whole).rows}
    months = Counter(r["month"] for r in deadlines(whole).rows if r["month"])
    assert {m.name: len(m.due) for m in report.timeline.months} == months
    assert sum(n for _, n in report.timeline.undated) == sum(not r["month"] for r in deadlines(whole).rows)
    assert [(o.at.line, o.text) for o in report.orphans] == [(r["line"], r["text"]) for r in orphans(whole).rows]
    assert [(m.at.line, m.text) for m in report.supervision.mechanisms] == [(r["line"], r["text"]) for r in mechanisms(whole).rows]
    goals = {whole.owner_of_indicator(i) for i in whole.indicators()} & set(whole.goals())
    assert len(report.targets) == sum(whole.owner_of_indicator(i) not in goals for i in whole.indicators())
    assert len(report.supervision.watches) == len(whole.edges("SUPERVISES")) and len(report.supervision.overseers) == len(whole.edges("OVERSEES"))
    posts = sum(len(held) for g in report.supervision.groups for _, held in g.members)
    assert posts == len(whole.edges("MEMBER_OF")) and sum(len(g.hosts) for g in report.supervision.groups) == len(whole.edges("HOSTED_BY"))


@pytest.mark.parametrize("name", NAMES)
def test_the_page_of_each_unit_holds_its_duties_and_the_findings_that_name_it(name: str) -> None:
    shown = shown_of(name)
    units = report_of(shown).units
    assert sum(unit.own for unit in units) == sum(r["leads"] or r["responsible"] for r in map(_own, load(shown.graph).rows))
    for unit in units:
        names = {d: shown.graph.node(d)["name"] for d in shown.graph.departments()}
        ids = [d for d, name in names.items() if name == unit.name] or [d for d, name in names.items() if name in unit.name.split("、")]
        rows = [r for d in ids for r in department(shown.graph, unit=d).rows]
        assert Counter(d.task for d in unit.duties) == Counter(r["task"] for r in rows)
        assert set(unit.touched) >= {i for i, f in enumerate(shown.findings) if set(f.departments) & set(ids)}
        led = {r["id"] for r in rows if r["role"] == "LEADS"}
        assert all(set(shown.findings[i].departments) & set(ids) or set(shown.findings[i].tasks) & led for i in unit.touched)


def _own(row: dict[str, Any]) -> dict[str, bool]:
    return {"leads": row["leads"] > 0, "responsible": not row["leads"] and row["responsible"] > 0}


@pytest.mark.parametrize("name", NAMES)
def test_findings_are_numbered_by_level_and_say_what_they_follow_from(name: str) -> None:
    shown = shown_of(name)
    found = shown_findings(shown.graph, shown.findings, "zh")
    assert [s.number for s in found.values()] == list(range(1, len(found) + 1))
    assert [s.level for s in found.values()] == sorted((f.level for f in shown.findings), key=["error", "warning", "review"].index)
    html = report_html(shown)
    for index, one in found.items():
        cause = shown.findings[index].follows_from
        assert one.cause == (found[cause].number if cause is not None else None)
        (article,) = re.findall(rf'id="f-{one.number}">.*?</article>', html, re.S)
        assert (f'href="#f-{one.cause}"' in article) == (one.cause is not None)
        assert seen(shown.findings[index].remedy.zh) in Read(article).text


def test_the_exact_words_are_marked_in_their_line() -> None:
    text = "甲" * 200 + "乙丙丁" + "戊" * 200
    whole = graph([read(SAMPLES / "mixed.txt")])
    doc = whole.documents()[0]
    for index, finding in enumerate(audit(whole)):
        shown = shown_findings(whole, audit(whole), "zh")[index]
        marked = [words for q in shown.quotes for row in q.lines for words, meant in row.pieces if meant]
        for quote in finding.quotes:
            first = quote.text.strip().split("\n")[0].strip()[:40]
            assert any(first in words or words in first for words in marked), (first, marked)
    (one,) = shown_findings(*_about(whole, doc, text), "zh").values()
    ((row,),) = [q.lines for q in one.quotes]
    assert row.pieces[1] == ("乙丙丁", True) and row.pieces[0][0].startswith("…甲") and row.pieces[2][0].endswith("戊…")
    assert all(len(words) < 60 for words, _ in row.pieces)


def _about(whole: AccountabilityGraph, doc: str, text: str) -> tuple[AccountabilityGraph, tuple[Finding, ...]]:
    """A graph whose one line is ``text``, and a finding about 乙丙丁 in it."""
    from graphmodel.finding import Quote, Words
    from graphmodel.plan import Header, Plan, Source

    made = AccountabilityGraph.of([Plan(Source(text, "one.txt", places=(None,)), Header("题"), taken=("task",))])
    at = text.index("乙")
    quote = Quote(made.documents()[0], (at, at + 3), "乙丙丁")
    return made, (Finding("x", "OWN101", "error", (), ((1, 1),), (), (quote,), Words("一", "a"), Words("二", "b")),)


def test_quotes_of_one_line_are_marked_in_it_once() -> None:
    shown = shown_of("mixed")
    for one in shown_findings(shown.graph, shown.findings, "zh").values():
        lines = [(q.doc, row.number) for q in one.quotes for row in q.lines if row.number and len(q.lines) == 1]
        assert len(lines) == len(set(lines))


def test_the_same_plan_makes_the_same_bytes() -> None:
    assert report_html(shown_of("phases")) == report_html(shown_of("phases"))
    assert report_html(shown_of("phases")) != report_html(shown_of("phases", lang="en"))


def test_the_page_of_one_unit_spells_its_findings_out_and_links_to_nothing_that_is_not_there() -> None:
    shown = shown_of("mixed")
    page = Read(report_html(shown, "市民政局"))
    assert set(page.links) == {"#main"} and "方案全文" not in page.text
    rows = department(shown.graph, unit="市民政局").rows
    assert all(seen(r["task"]) in page.text for r in rows)
    touched = next(u for u in report_of(shown).units if u.name.endswith("市民政局")).touched
    assert touched and all(seen(shown.findings[i].message.zh) in page.text for i in touched)
    assert sum(seen(f.message.zh) in page.text for f in shown.findings) == len(touched) < len(shown.findings)


def test_a_goal_is_answered_for_by_those_who_carry_it() -> None:
    """(goal or task, who answers, through the tasks that carry it, whether anybody is asked)"""
    text = (
        "沅平市水环境整治工作方案\n一、工作目标\n到2026年底，污水处理率达到95%以上。\n到2026年底，公园绿地新增30公顷。\n"
        "二、重点任务\n1.推进污水处理，污水处理率达到95%以上。（责任单位：市水利局）\n2.2026年底前完成河道清淤。\n"
    )
    whole = graph([read(text)])
    due = [d for m in report_of(Shown(whole, tuple(audit(whole)), STANDARD, "zh")).timeline.months for d in m.due]
    told = {d.text: (d.leads, d.through, d.asked) for d in due}
    (carried,) = [v for k, v in told.items() if "污水处理率" in k]
    (orphan,) = [v for k, v in told.items() if "绿地" in k]
    (task,) = [v for k, v in told.items() if "清淤" in k]
    assert carried == ("沅平市水利局", True, True) and orphan == task == ("", False, True)
    html = report_html(Shown(whole, tuple(audit(whole)), STANDARD, "zh"))
    assert html.count("无人负责</strong>") >= 2


# --- a hostile plan ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("evil", EVIL)
def test_a_hostile_plan_is_text_and_nothing_else(evil: str) -> None:
    whole, findings = plan_of(evil)
    plain, found = plan_of("好")
    for lang in ("zh", "en"):
        page = Read(report_html(Shown(whole, findings, STANDARD, lang)))  # type: ignore[arg-type]
        usual = Read(report_html(Shown(plain, found, STANDARD, lang)))  # type: ignore[arg-type]
        assert set(page.tags) <= set(usual.tags) | {"h3", "mark"} and page.attributes <= usual.attributes
        assert all(link.startswith("#") and link[1:] in page.ids for link in page.links)
        assert seen(evil).split("\n")[0].strip() in page.text


# --- in a browser --------------------------------------------------------------------------------------------------------------------


def test_a_quote_leads_to_its_line_and_the_mark_leads_back(visit: Callable[..., Any], written: Callable[..., Path]) -> None:
    shown = shown_of("mixed")
    whole = shown.graph
    lines = list(Lines(whole.text_of(whole.documents()[0])))
    page = visit(written(report_html(shown)))
    found = shown_findings(whole, shown.findings, "zh")
    for one in found.values():
        for link in page.query_selector_all(f"#f-{one.number} .report-quote a"):
            number = int(link.inner_text())
            target = link.get_attribute("href")
            assert target == f"#l-1-{number}"
            assert page.inner_text(f"{target} .report-said").strip() == seen(lines[number - 1]).strip()
            marked = link.evaluate("a => [...a.parentElement.querySelectorAll('mark')].map(m => m.textContent)")
            assert all(words.strip("…") and words.split("…")[0] in lines[number - 1] for words in marked)
        first = page.get_attribute(f"#f-{one.number} .report-quote a", "href")
        back = [a.get_attribute("href") for a in page.query_selector_all(f"{first} .report-marks a")]
        assert f"#f-{one.number}" in back
    mark = page.query_selector(f'.report-marks a[href="#f-{found[0].number}"]')
    mark.click()
    assert page.url.endswith(f"#f-{found[0].number}")
    assert page.evaluate(f"document.querySelector('#f-{found[0].number}').getBoundingClientRect().top < innerHeight")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", ["mixed", "labels", "phases"])
def test_the_page_never_scrolls_sideways(visit: Callable[..., Any], written: Callable[..., Path], name: str, width: int, lang: str) -> None:
    page = visit(written(report_html(shown_of(name, lang=lang))), width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    cut = "[...document.querySelectorAll('main td, main th, main p, main dd')].filter(e => !e.closest('.report-stack thead') && e.scrollWidth > e.clientWidth + 2).map(e => e.outerHTML.slice(0, 99))"
    assert page.evaluate(cut) == []


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("lang", "unit"), [("zh", None), ("en", None), ("en", "市民政局")])
def test_everybody_can_read_it(
    visit: Callable[..., Any], violations: Callable[..., list[str]], written: Callable[..., Path], lang: str, unit: str | None, dark: bool
) -> None:
    page = visit(written(report_html(shown_of("mixed", lang=lang), unit)), dark=dark)
    assert violations(page) == []


def test_axe_would_notice(visit: Callable[..., Any], violations: Callable[..., list[str]], written: Callable[..., Path]) -> None:
    html = report_html(shown_of("mixed")).replace('<html lang="zh-CN"', "<html")
    assert any(v.startswith("html-has-lang") for v in violations(visit(written(html))))


def test_bars_are_told_apart_without_colours(visit: Callable[..., Any], written: Callable[..., Path]) -> None:
    page = visit(written(report_html(shown_of("mixed"))))
    fills = {kind: page.evaluate(f"getComputedStyle(document.querySelector('.report-bar-{kind}')).fill") for kind in ("leads", "responsible", "cooperates")}
    assert "report-hatch" in fills["responsible"] and len(set(fills.values())) == 3
    assert page.query_selector("#report-hatch") is not None
    assert "远多于同类" in page.inner_text(".report-far")


def test_the_length_of_a_bar_is_what_the_unit_carries(visit: Callable[..., Any], written: Callable[..., Path]) -> None:
    shown = shown_of("mixed")
    page = visit(written(report_html(shown)))
    measured = page.evaluate(
        "[...document.querySelectorAll('#loads ~ .report-bars tbody tr:not(.report-group-head)')].map(r => [+r.cells[1].textContent,"
        " (r.querySelector('.report-bar-leads') || {getBoundingClientRect: () => ({width: 0})}).getBoundingClientRect().width])"
    )
    unit = measured[0][1] / measured[0][0]
    assert len(measured) == len([r for r in load(shown.graph).rows if r["leads"] or r["responsible"] or r["cooperates"]]) and unit > 5
    assert all(abs(width - n * unit) < 2.5 for n, width in measured)


def test_hostile_words_act_on_nothing_in_a_browser(visit: Callable[..., Any], written: Callable[..., Path]) -> None:
    """``visit`` fails at the end for every request, dialog, error or breach of the policy."""
    for n, evil in enumerate(e for e in EVIL if "<" in e or "http" in e.lower() or "&" in e or "javascript" in e):
        whole, findings = plan_of(evil)
        page = visit(written(report_html(Shown(whole, findings, STANDARD, "zh")), f"{n}.html"))
        assert evil.split("\n")[0].strip() in page.inner_text("#l-1-1")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_prints_on_a4_with_each_unit_on_a_page_of_its_own(visit: Callable[..., Any], written: Callable[..., Path], lang: str) -> None:
    shown = shown_of("mixed", lang=lang)
    page = visit(written(report_html(shown)))
    pdf = page.pdf(prefer_css_page_size=True)
    pages = max(map(int, re.findall(rb"/Count (\d+)", pdf)))
    boxes = {tuple(round(float(x)) for x in box.split()[2:]) for box in re.findall(rb"/MediaBox \[([^\]]*)\]", pdf)}
    assert boxes == {(595, 842)}
    own = sum(unit.own for unit in report_of(shown).units)
    assert pages > own + 5
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).page") == "report"
    units = page.evaluate("[...document.querySelectorAll('.report-unit')].map(e => getComputedStyle(e).breakBefore)")
    assert units == ["page"] * own
    assert set(page.evaluate("[...document.querySelectorAll('.report thead')].map(e => getComputedStyle(e).display)")) == {"table-header-group"}
    assert set(page.evaluate("[...document.querySelectorAll('.report tr')].map(e => getComputedStyle(e).breakInside)")) == {"avoid"}
    assert set(page.evaluate("[...document.querySelectorAll('.report h2, .report h3')].map(e => getComputedStyle(e).breakAfter)")) == {"avoid"}
    assert page.evaluate("document.body.scrollWidth") <= 1280
