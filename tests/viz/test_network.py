"""The network in a real browser: what people do with it, seen from the page and from the panel beside it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hostile import EVIL, plan_of

from fengong import audit, graph, read
from graphmodel.graph import AccountabilityGraph
from queries.facts import PEERS, indicator_text
from viz.network import network_page

Visit = Callable[..., Any]


def made(whole: AccountabilityGraph, lang: str = "zh") -> str:
    return network_page(whole, audit(whole), lang, partial(indicator_text, whole), PEERS)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def whole(samples: Path) -> AccountabilityGraph:
    return graph(read(samples / "mixed.txt"))


@pytest.fixture(scope="module")
def file(whole: AccountabilityGraph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("network") / "mixed.html"
    path.write_text(made(whole), encoding="utf-8", newline="\n")
    return path


@pytest.fixture
def page(visit: Visit, file: Path) -> Any:
    return opened(visit, file)


def opened(visit: Visit, file: Path, **how: Any) -> Any:
    shown = visit(file, **how)
    shown.wait_for_selector("html[data-ready=yes]", state="attached")
    shown.evaluate("document.documentElement.style.scrollBehavior = 'auto'")
    return shown


def on(page: Any) -> list[str]:
    """What the address says is selected."""
    found: str = page.evaluate("new URLSearchParams(location.hash.slice(1)).get('on') || ''")
    return found.split("+") if found else []


def heading(page: Any) -> str:
    return str(page.inner_text("#detail h2"))


def where(page: Any, id: str) -> tuple[float, float]:
    """The middle of a node, in pixels of the window."""
    x, y = page.evaluate(
        "(id) => { const n = fengong.network.nodes.get(id), p = fengong.view.network.canvasToDOM({x: n.x, y: n.y}), b = fengong.view.canvas.getBoundingClientRect();"
        " return [p.x + b.left, p.y + b.top]; }",
        id,
    )
    return x, y


def id_of(page: Any, name: str) -> str:
    found: str = page.evaluate("(name) => [...fengong.network.nodes.keys()].find((id) => fengong.network.title(id).includes(name))", name)
    return found


def settled(page: Any) -> None:
    page.wait_for_timeout(450)  # the picture glides to what was chosen


# every text that is drawn from now on
DRAWN = (
    "window.drawn = []; const own = CanvasRenderingContext2D.prototype.fillText;"
    " CanvasRenderingContext2D.prototype.fillText = function (...a) { drawn.push(a[0]); own.apply(this, a); }; fengong.view.redraw()"
)


# --- what it shows -------------------------------------------------------------------------------------------------------------------


def test_everything_of_the_graph_is_in_the_picture(page: Any, whole: AccountabilityGraph) -> None:
    kinds = page.evaluate("Object.entries(Object.groupBy([...fengong.network.nodes.values()], (n) => n.kind)).map(([k, held]) => [k, held.length])")
    duties = {(e.source, e.target, e.type) for kind in ("LEADS", "COOPERATES", "SUPERVISES") for e in whole.edges(kind)}
    busy = {source for source, _, _ in duties}
    assert dict(kinds) == {"unit": len(busy), "task": len(whole.tasks()), "goal": len(whole.goals()), "figure": len(whole.indicators())}
    assert page.evaluate("[...fengong.network.lines.values()].filter((l) => l.role !== 'M').length") == len(duties)


def test_names_of_units_are_all_shown_at_first_sight_and_cover_nothing(page: Any) -> None:
    """Names that would cover another are left out; here none is."""
    page.evaluate(DRAWN)
    settled(page)
    drawn = set(page.evaluate("drawn"))
    names = page.evaluate("Object.values(fengong.network.names)")
    assert len(names) > 15
    assert [n for n in names if not set(n) <= drawn] == []


def test_fifty_units_are_all_named_at_first_sight(visit: Visit, tmp_path: Path) -> None:
    """As many as the longest real plan has, with names as long as real ones; a name that would cover another would be left out."""
    bodies = [
        f"市{a}{b}局"
        for a in ("教育", "科技", "公安", "民政", "财政", "人力资源社会保障", "自然资源", "生态环境", "住房城乡建设", "交通运输")
        for b in ("", "服务", "执法", "信息", "规划")
    ]
    lines = ["沅平市重点工作任务分工方案"]
    for n in range(130):
        lead, helper, other = (bodies[(n * step) % (12 if n < 60 else 50)] for step in (1, 7, 11))
        helpers = dict.fromkeys(b for b in (helper, other, bodies[(n * 13) % 50]) if b != lead)
        lines.append(f"{n + 1}.建设第{n}号平台。(牵头单位:{lead};配合单位:{'、'.join(helpers)})")
    whole = graph(read("\n".join(lines) + "\n"))
    path = tmp_path / "fifty.html"
    path.write_text(made(whole), encoding="utf-8")
    page = opened(visit, path)
    page.evaluate(DRAWN)
    settled(page)
    drawn, names = set(page.evaluate("drawn")), page.evaluate("Object.values(fengong.network.names)")
    assert len(names) == 50
    assert [n for n in names if not set(n) <= drawn] == []


def test_tasks_are_named_when_one_looks_closer(page: Any) -> None:
    def named() -> int:
        page.evaluate(DRAWN)
        settled(page)
        drawn = "".join(page.evaluate("drawn"))
        titles = page.evaluate("Object.keys(fengong.network.told.tasks).map((id) => fengong.network.title(id).slice(0, 6))")
        return sum(title in drawn for title in titles)

    assert named() == 0
    page.evaluate("fengong.view.network.moveTo({scale: 4, position: fengong.network.nodes.get('t0'), animation: false})")
    assert named() >= 3


def test_the_picture_is_not_blank(page: Any) -> None:
    colours = page.evaluate(
        "(() => { const c = document.querySelector('#canvas canvas'), d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data, s = new Set(); for (let i = 0; i < d.length; i += 40) s.add(d[i] << 16 | d[i+1] << 8 | d[i+2]); return s.size; })()"
    )
    assert colours > 30


def test_only_what_the_audit_minds_is_shown_as_a_fault(whole: AccountabilityGraph, samples: Path) -> None:
    def unowned(shown: AccountabilityGraph) -> list[str]:
        return json.loads(re.search(r'id="told">(.*?)</script>', made(shown), re.S)[1])["unowned"]  # type: ignore[index, no-any-return]

    clean = graph(read(samples / "clean.txt"))
    assert any(not clean.leads_of(t) for t in clean.tasks()), "who holds a meeting is not named there"
    assert unowned(clean) == [] and unowned(whole)


# --- search --------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("typed", "chosen"), [("市民政局", "民政局"), ("民政", "民政局"), ("住建", "住房"), ("卫健委", "卫生健康"), ("财 政", "财政局")])
def test_a_unit_is_found_by_its_short_forms(page: Any, typed: str, chosen: str) -> None:
    page.fill("#search", typed)
    page.press("#search", "Enter")
    assert chosen in heading(page)
    settled(page)
    x, y = where(page, on(page)[0])
    assert 0 < x < 900 and 60 < y < 800, "it is in sight"


def test_a_unit_comes_before_the_tasks_that_hold_the_word(visit: Visit, tmp_path: Path) -> None:
    whole = graph(
        read("沅平市重点工作任务分工方案\n1.完善环保机构。(牵头单位:市教育局)\n2.建设环保平台。(牵头单位:市环境保护局)\n3.整治河道。(牵头单位:市水利局)\n")
    )
    path = tmp_path / "two.html"
    path.write_text(made(whole), encoding="utf-8")
    page = opened(visit, path)
    page.fill("#search", "环保")
    assert [line.split()[0] for line in page.inner_text("#hits").splitlines()] == ["单位", "任务", "任务"]
    page.press("#search", "Enter")
    assert "环境保护局" in heading(page)


def test_search_is_a_list_that_keys_walk_and_escape_closes(page: Any) -> None:
    page.fill("#search", "局")
    page.wait_for_selector("#hits li[aria-selected=true]")
    first = page.inner_text("#hits li[aria-selected=true]")
    page.press("#search", "ArrowDown")
    second = page.inner_text("#hits li[aria-selected=true]")
    assert first != second and page.get_attribute("#search", "aria-activedescendant") == "hit1"
    page.press("#search", "Escape")
    assert page.get_attribute("#search", "aria-expanded") == "false" and page.is_hidden("#hits")
    page.fill("#search", "没有这个单位")
    assert page.inner_text("#hits") == "没有相符的名称"
    page.press("#search", "Enter")
    assert on(page) == []


# --- click ---------------------------------------------------------------------------------------------------------------------------


def test_a_click_on_a_unit_shows_all_it_must_do(page: Any, whole: AccountabilityGraph) -> None:
    department = max(whole.departments(), key=lambda d: len(whole.tasks_led_by(d)))
    id = id_of(page, str(whole.node(department)["name"]))
    page.mouse.click(*where(page, id))
    assert heading(page) == whole.node(department)["name"] and on(page) == [id]
    told = page.inner_text("#detail")
    assert f"牵头或主责 {len(whole.tasks_led_by(department))} 项" in told
    for task in whole.tasks_led_by(department):
        assert "".join(str(whole.node(task)["name"]).split()) in told
        for date in filter(None, [whole.node(task)["deadline"]]):
            assert date in told


def test_a_click_on_a_task_shows_its_words_place_duties_and_findings(page: Any, whole: AccountabilityGraph) -> None:
    task = next(t for f in audit(whole) if f.level == "error" for t in f.tasks if len(whole.duties_of(t)) > 1)
    data = whole.node(task)
    id = id_of(page, "".join(str(data["name"]).split()))
    page.evaluate("(id) => fengong.view.show(id)", id)
    settled(page)
    page.mouse.click(*where(page, id))
    told = page.inner_text("#detail")
    assert "".join(whole.words(data["doc"], data["span"]).split()) in "".join(told.split())
    assert f"第 {data['lines'][0]} 行" in told
    for duty in whole.duties_of(task):
        assert whole.node(duty.source)["name"] in told
    for finding in audit(whole):
        if task in finding.tasks:
            assert finding.message.zh in told and finding.code in told


def test_a_click_on_a_line_shows_the_sentence_that_made_it(page: Any, whole: AccountabilityGraph) -> None:
    line = page.evaluate("[...fengong.network.lines.values()].find((l) => l.role === 'C')")
    (ax, ay), (bx, by) = where(page, line["from"]), where(page, line["to"])
    for share in (0.3, 0.4, 0.5, 0.6, 0.7):  # where no node and no other line lies over it
        page.mouse.click(ax + (bx - ax) * share, ay + (by - ay) * share)
        if page.evaluate("fengong.state.now().line") == line["id"]:
            break
    else:
        pytest.fail("the line cannot be hit anywhere")
    unit = page.evaluate("(id) => fengong.network.title(id)", line["from"])
    marked = page.inner_text("#detail mark")
    assert marked in {e.data["printed"] for e in whole.edges("COOPERATES") if whole.node(e.source)["name"] == unit}
    assert len(page.inner_text("#detail blockquote")) > len(marked)


def test_two_units_show_what_they_share(page: Any, whole: AccountabilityGraph) -> None:
    task = max(whole.tasks(), key=lambda t: len({e.source for e in whole.duties_of(t)}))
    first, second = list(dict.fromkeys(e.source for e in whole.duties_of(task)))[:2]
    held = [{e.target for e in whole.edges_from(d) if e.type in ("LEADS", "COOPERATES", "SUPERVISES")} for d in (first, second)]
    a, b = (id_of(page, str(whole.node(d)["name"])) for d in (first, second))
    page.mouse.click(*where(page, a))
    page.keyboard.down("Shift")
    page.mouse.click(*where(page, b))
    page.keyboard.up("Shift")
    assert sorted(on(page)) == sorted([a, b])
    assert f"共同承担 {len(held[0] & held[1])} 项任务" in page.inner_text("#detail")


# --- filters -------------------------------------------------------------------------------------------------------------------------


def lit(page: Any, kind: str) -> set[str]:
    found: list[str] = page.evaluate(
        "(kind) => [...fengong.network.nodes.values()].filter((n) => n.kind === kind && fengong.state.isLit(n.id)).map((n) => n.id)", kind
    )
    return set(found)


def test_filters_leave_what_they_say(page: Any, whole: AccountabilityGraph) -> None:
    page.click("#filters summary")
    every = lit(page, "task")
    assert len(every) == len(whole.tasks())
    page.select_option("select[name=finding]", "error")
    wrong = {t for f in audit(whole) if f.level == "error" for t in f.tasks}
    assert len(lit(page, "task")) == len(wrong) > 0
    page.select_option("select[name=finding]", "")
    page.select_option("select[name=due]", "none")
    assert len(lit(page, "task")) == sum(not whole.node(t)["deadline"] for t in whole.tasks()) > 0
    page.select_option("select[name=due]", "2025")
    assert len(lit(page, "task")) == sum((whole.node(t)["deadline"] or "").startswith("2025") for t in whole.tasks()) > 0
    page.click("#clear")
    assert lit(page, "task") == every
    page.select_option("select[name=section]", "1")
    some = lit(page, "task")
    assert 0 < len(some) < len(every)
    page.click("#clear")
    lead = max(whole.departments(), key=lambda d: len(whole.tasks_led_by(d)))
    page.select_option("select[name=unit]", id_of(page, str(whole.node(lead)["name"])))
    for box in ("C", "S"):
        page.uncheck(f"input[name=role][value={box}]")
    assert len(lit(page, "task")) == len(whole.tasks_led_by(lead))
    assert "roles=L" in page.evaluate("location.hash")
    page.uncheck("input[name=figures]")
    assert lit(page, "figure") == set()


# --- state in the address, back, keyboard ----------------------------------------------------------------------------------------------


def test_back_returns_to_the_last_selection_and_a_link_opens_the_same_view(page: Any, visit: Visit, file: Path) -> None:
    page.fill("#search", "民政")
    page.press("#search", "Enter")
    first = heading(page)
    page.click("#detail .network-list .network-item")
    second, address = heading(page), page.evaluate("location.hash")
    assert second != first
    page.go_back()
    assert heading(page) == first
    page.go_forward()
    assert heading(page) == second
    assert heading(opened(visit, file, fragment=address)) == second


@pytest.mark.parametrize("fragment", ["#on=nothing", "#on=d0+d1+d2&line=%00&unit=<script>", "#line=e99999&roles=-", "#%E0%A4%A", "#lang=xx&due=9999"])
def test_an_address_that_makes_no_sense_still_opens(visit: Visit, file: Path, fragment: str) -> None:
    shown = opened(visit, file, fragment=fragment)
    assert heading(shown)


def test_the_keyboard_alone_reaches_everything(page: Any) -> None:
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.type("民政")
    page.keyboard.press("Enter")
    start = on(page)
    page.focus("#canvas")
    walked = []
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"):
        page.keyboard.press(key)
        walked.append(on(page))
    assert all(len(w) == 1 for w in walked) and len({w[0] for w in (start, *walked)}) > 2
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "detail"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") in ("BUTTON", "SUMMARY")
    page.keyboard.press("Escape")
    assert on(page) == [] and heading(page) == "概览"
    page.focus("#canvas")
    before = page.evaluate("fengong.view.network.getScale()")
    page.keyboard.press("+")
    assert page.evaluate("fengong.view.network.getScale()") > before


def test_two_units_can_be_chosen_by_keyboard(page: Any) -> None:
    page.fill("#search", "民政")
    page.press("#search", "Enter")
    page.focus("#canvas")
    page.keyboard.press("Shift+ArrowLeft")  # it leads most and stands in the middle
    assert len(on(page)) == 1, "walking chooses nothing"
    page.keyboard.press("Space")
    assert len(on(page)) == 2 and "共同承担" in page.inner_text("#detail")


# --- language, picture, paper, everybody -------------------------------------------------------------------------------------------------


def test_the_language_changes_in_the_page_and_by_the_command(page: Any, visit: Visit, whole: AccountabilityGraph, tmp_path: Path) -> None:
    assert page.inner_text("#fit") == "全图" and page.get_attribute("html", "lang") == "zh-CN"
    page.click("[data-switch=language]")
    assert page.inner_text("#fit") == "Whole" and page.get_attribute("html", "lang") == "en" and heading(page) == "Overview"
    assert page.get_attribute("#search", "placeholder") == "Search units, tasks, figures"
    assert page.inner_text("#clear") == "" or "Clear" in page.text_content("#clear")
    path = tmp_path / "en.html"
    path.write_text(made(whole, "en"), encoding="utf-8")
    assert heading(opened(visit, path)) == "Overview"


def test_the_picture_can_be_saved(page: Any, tmp_path: Path) -> None:
    with page.expect_download() as waiting:
        page.click("#save")
    target = tmp_path / "picture.png"
    waiting.value.save_as(target)
    data = target.read_bytes()
    assert waiting.value.suggested_filename.endswith(".png") and data.startswith(b"\x89PNG") and len(data) > 20_000


def test_it_prints_the_picture_and_what_is_selected_in_the_colours_of_paper(visit: Visit, file: Path) -> None:
    page = opened(visit, file, dark=True)
    data = page.pdf(prefer_css_page_size=True)
    assert data.startswith(b"%PDF") and data.count(b"/Type /Page\n") == 1
    painted = "(() => { const c = document.getElementById('paper'), d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data, s = new Set(); for (let i = 0; i < d.length; i += 40) s.add(d[i] << 16 | d[i+1] << 8 | d[i+2]); return [c.width, d[0], s.size]; })()"
    width, corner, colours = page.evaluate(painted)
    assert width > 1500 and corner == 255 and colours > 30
    page.fill("#search", "民政")
    page.press("#search", "Enter")
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") > 1


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [1280, 390])
def test_everybody_can_use_it(visit: Visit, file: Path, violations: Callable[..., list[str]], width: int, dark: bool) -> None:
    shown = opened(visit, file, width=width, height=844, dark=dark)
    assert violations(shown) == []
    shown.fill("#search", "民政")
    assert violations(shown) == []
    shown.press("#search", "Enter")
    shown.click("#filters summary")
    assert violations(shown) == []
    assert shown.evaluate("document.documentElement.scrollWidth") <= width


# --- hostile, deterministic ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("evil", [e for e in EVIL if re.search(r"[<&\u202e\u200b:]|script|href|\ud800", e)], ids=ascii)
def test_hostile_words_stand_there_as_words(visit: Visit, tmp_path: Path, evil: str) -> None:
    whole, findings = plan_of(evil)
    path = tmp_path / "evil.html"
    path.write_text(network_page(whole, findings, "zh", partial(indicator_text, whole), {}), encoding="utf-8")
    shown = opened(visit, path, fragment="#on=t0")
    assert shown.evaluate("document.querySelectorAll('#detail script, #detail img, #detail a, h1 *').length") == 0
    kept = [c for c in "".join(evil.split()) if c.isprintable() and c > " " and ord(c) < 0xD800]
    assert "".join(kept) in "".join(c for c in shown.inner_text("#detail") if c in kept or c == "\\") or any(not c.isprintable() for c in evil)


def test_a_plan_full_of_markup_asks_nothing_of_anybody(visit: Visit, tmp_path: Path) -> None:
    text = (
        "<script>alert(1)</script>市重点工作任务分工方案\n"
        '1.<img src=x onerror=alert(1)>建设</script><script src="http://evil.example/x.js"></script>平台。(牵头单位:<a href="javascript:alert(1)">市教育局</a>、市科技局)\n'
        "2.\u202e完善<iframe src=http://evil.example></iframe>制度,2026年底前覆盖率达到<b onmouseover=alert(1)>95%</b>。(牵头单位:市教育局;配合单位:市<style>@import url(http://evil.example)</style>公安局)\n"
        "3.推进<link rel=stylesheet href=//evil.example/x.css>&lt;建设。(牵头单位:市水利局)\n"
    )
    whole = graph(read(text))
    path = tmp_path / "evil.html"
    path.write_text(made(whole), encoding="utf-8")
    shown = opened(visit, path)  # at its end `visit` fails the test for any request, dialog or breach of the policy
    for id in shown.evaluate("[...fengong.network.nodes.keys(), ...fengong.network.told.docs.keys()].map(String)"):
        if shown.evaluate("(id) => fengong.network.nodes.has(id)", id):
            shown.evaluate("(id) => fengong.state.select([id])", id)
    task = shown.evaluate("[...fengong.network.nodes.keys()].find((id) => id.startsWith('t'))")
    shown.evaluate("(id) => fengong.state.select([id])", task)
    assert "<img src=x onerror=alert(1)>" in shown.inner_text("#detail")
    assert "default-src 'none'" in (shown.get_attribute("meta[http-equiv]", "content") or "")


def test_the_policy_holds_against_markup_that_came_in_another_way(browser: Any, file: Path) -> None:
    """The last wall: even markup that got into the page runs nothing and asks for nothing."""
    bad = file.with_name("injected.html")
    evil = '<script>window.ran = 1</script><img src="http://evil.example/x.png" onerror="window.ran = 2"><iframe src="http://evil.example"></iframe><main '
    bad.write_text(file.read_text(encoding="utf-8").replace("<main ", evil, 1), encoding="utf-8")
    asked: list[str] = []
    context = browser.new_context()
    page = context.new_page()
    context.route("http://**", lambda way: (asked.append(way.request.url), way.abort()))
    page.goto(bad.resolve().as_uri())
    page.wait_for_selector("html[data-ready=yes]", state="attached")
    ran = page.evaluate("window.ran === undefined")
    context.close()
    assert ran and asked == []


def test_the_same_to_the_byte(whole: AccountabilityGraph, samples: Path) -> None:
    assert made(whole) == made(graph(read(samples / "mixed.txt")))


def test_the_data_says_where_words_stand_in_the_units_of_scripts() -> None:
    whole = graph(read("沅平市𠮷重点工作任务分工方案\n1.建设𠮷平台,2026年底前建成3个中心。(牵头单位:市教育局)\n2.完善制度。(牵头单位:市公安局)\n"))
    told = json.loads(re.search(r'id="told">(.*?)</script>', made(whole), re.S)[1])  # type: ignore[index]
    text = told["docs"][0]["text"].encode("utf-16-le")
    spans = [d["span"] for duties in told["lines"].values() for d in duties]
    assert [text[2 * a : 2 * b].decode("utf-16-le") for a, b in spans] == ["市教育局", "市公安局"]
