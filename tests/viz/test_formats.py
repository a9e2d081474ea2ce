"""Every form of the findings, read back by a reader of that form: what a hostile plan may not do, and what must be there."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hostile import EVIL, commands, plan_of
from hypothesis import given, settings
from hypothesis import strategies as st

from fengong.findings_out import beside
from graphmodel import finding as findings
from graphmodel.finding import Finding, Words, from_json
from graphmodel.graph import AccountabilityGraph
from queries.audit import rules
from viz.format import RulePage, Sheet, format_for_path, format_named, formats
from viz.formats.markdown import escaped
from viz.formats.sarif import plain
from viz.rows import COLUMNS, no_formula
from viz.seen import harmless_json, visible
from viz.taken import taken_lines

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


def test_there_are_seven_forms_and_file_names_ask_for_them() -> None:
    assert tuple(f.name for f in formats()) == NAMES
    asked = {
        "a.csv": "csv",
        "a.XLSX": "xlsx",
        "a.sarif": "sarif",
        "a.sarif.json": "sarif",
        "a.json": "json",
        "a.md": "markdown",
        "a.txt": "text",
        "sarif.json": "json",
    }
    assert {path: f.name for path in asked if (f := format_for_path(path))} == asked
    assert format_for_path("csv") is None and format_for_path("a.github") is None and format_for_path("") is None
    assert {f.name for f in formats() if f.goes == "file"} == {"xlsx"} and {f.name for f in formats() if not f.data} == {"text"}


# --- what holds for all ------------------------------------------------------------------------------------------------------------------


@hostile
@pytest.mark.parametrize("name", sorted({*NAMES} - {"xlsx"}))
def test_no_character_of_a_plan_acts(name: str, evil: str) -> None:
    graph, found = plan_of(evil)
    for lang in ("zh", "en"):
        shown = words(name, graph, found, lang=lang).removeprefix("\ufeff")
        assert not set(shown) & ACTING
        assert "\r" not in shown.replace("\r\n", "\n") if name == "csv" else "\r" not in shown
        assert [c for c, _, _ in commands(shown)] == (["error", "warning", "notice"] if name == "github" else [])


@hostile
def test_no_line_of_the_text_or_the_screen_is_a_command(evil: str) -> None:
    graph, found = plan_of(evil)
    doc = graph.documents()[0]
    for columns in (40, 80):
        for by in ("place", "rule"):
            assert commands(words("text", graph, found, width=columns, by=by)) == []
        assert commands("\n".join(taken_lines(graph, doc, "zh", columns=columns))) == []


@hostile
@pytest.mark.parametrize("name", NAMES)
def test_the_same_bytes_each_time(name: str, evil: str) -> None:
    first, second = (made(name, *plan_of(evil)) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("name", NAMES)
def test_without_findings(name: str) -> None:
    graph, _ = plan_of("甲")
    assert (made(name, graph, ()) == b"") is (name == "github")


SEEN = [("甲::error::乙", "甲:\\x3aerror::乙"), ("::", "::"), ("甲::乙", "甲::乙"), ("##[甲", "#\\x23[甲"), ("## 甲", "## 甲"), (":::a", "::\\x3aa")]


@pytest.mark.parametrize(("raw", "shown"), SEEN)
def test_commands_are_made_visible(raw: str, shown: str) -> None:
    assert visible(raw) == shown
    assert commands(f"{visible(raw)}::x") == []


def test_json_without_what_acts_says_the_same() -> None:
    held = ["甲\x7f\x9b\u202e\ud800\U000e0041##[group]", {"\u2028": "✔𠮷\t\\##["}]
    shown = harmless_json(json.dumps(held, ensure_ascii=False))
    assert json.loads(shown) == held and not set(shown) & ACTING and "##[" not in shown and "✔𠮷" in shown
    assert harmless_json('"\x7f##["') == '"\\u007f#\\u0023["' and harmless_json('"甲"') == '"甲"'


# --- csv -----------------------------------------------------------------------------------------------------------------------------------


def table_of(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


@hostile
def test_csv_is_a_table_without_formulas(evil: str) -> None:
    graph, found = plan_of(evil)
    head, *held = table_of(made("csv", graph, found, lang="en"))
    assert head == [c.en for c in COLUMNS] and [len(row) for row in held] == [len(COLUMNS)] * 3
    assert not [cell for row in held for cell in row if re.match(r"[\s']*[=+\-@\t\r\n＝＋－＠]", cell) and not cell.startswith("'")]
    first = dict(zip(head, held[0]))
    assert first["message"].removeprefix("'") in (visible(evil), visible(evil).removeprefix("'")) and visible(evil) in first["remedy"]
    assert first["plan"].removeprefix("'") and made("csv", graph, found).count(b"\n") == 4


FORMULAS = [("=1", "'=1"), ("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"), ("\t=1", "'\t=1"), ("\r甲", "'\r甲"), (" =1", "' =1"), ("＝1", "'＝1"), ("'=1", "''=1"), ("甲=1", "甲=1"), ("1-2", "1-2"), ("", ""), ("'甲", "'甲")]  # fmt: skip


@pytest.mark.parametrize(("raw", "safe"), FORMULAS)
def test_formulas(raw: str, safe: str) -> None:
    assert no_formula(raw) == safe


def test_csv_tells_everything_of_a_finding() -> None:
    graph, found = plan_of("清淤", "方案.txt")
    head, first, second, third = table_of(made("csv", graph, found))
    assert dict(zip(head, first)) == {
        "序号": "1", "级别": "错误", "代码": "OWN101", "规则": "no-owner", "方案": "方案.txt", "位置": "清淤", "行": "1", "章节": "清淤 / 清淤", "任务": first[8],
        "部门": "清淤", "原文": "清淤 ⏎ 清淤 清淤甲乙丙。 清淤 丁 ⏎ 丁", "问题": "清淤", "修改建议": "“清淤”应改。", "起因（序号）": "",
    }  # fmt: skip
    assert first[8].endswith("1 清淤") and "方案" not in first[8]
    assert second[:4] == ["2", "警告", "TXT601", "text-damage"] and second[6] == "1–2、3" and second[-1] == "1"
    assert third[1] == "复核" and third[4] == "方案.txt" and third[5:11] == [""] * 6
    assert table_of(made("csv", graph, found, lang="en"))[2][6] == "1–2, 3"


def test_findings_of_another_graph_are_shown_by_their_ids() -> None:
    graph, (first, *_) = plan_of("清淤")
    empty = AccountabilityGraph()
    for name in NAMES:
        assert made(name, empty, (first,)) and commands(made(name, empty, ())) == []
    (_, row) = table_of(made("csv", empty, (first,)))
    assert row[4] == "" and row[8] == first.tasks[0] and row[9] == "局"


# --- xlsx ------------------------------------------------------------------------------------------------------------------------------------

LOADS = (("部门", "类别", "牵头", "占比"), ("=1+1", None, 3, 0.5), ("\x1b[2J", "市级部门", 0, 0.0))


@hostile
def test_xlsx_holds_numbers_and_texts_only(evil: str) -> None:
    from openpyxl import load_workbook

    graph, found = plan_of(evil)
    data = made("xlsx", graph, found, loads=lambda: ((evil, "牵头"), (evil, 3)))
    package = zipfile.ZipFile(io.BytesIO(data))
    assert {i.date_time for i in package.infolist()} == {(2000, 1, 1, 0, 0, 0)}
    for name in package.namelist():
        tags = {e.tag.rpartition("}")[2] for e in ElementTree.fromstring(package.read(name)).iter()}
        assert not tags & {"f", "hyperlink", "hyperlinks", "externalReference", "dataValidation", "definedFunction"}
    for page in load_workbook(io.BytesIO(data)):
        for cell in (c for row in page for c in row if c.value is not None):
            assert cell.data_type in ("s", "n") and cell.hyperlink is None and cell.quotePrefix == (cell.data_type == "s")
            assert not set(str(cell.value)) & ACTING and not re.search(r"(?<!x005F)_x(?!005F)[0-9A-Fa-f]{4}_", str(cell.value))
    message = load_workbook(io.BytesIO(data)).worksheets[0]["L2"].value or ""
    assert message.replace("_x005F_", "_") == visible(evil)


def test_xlsx_is_comfortable_to_read() -> None:
    from openpyxl import load_workbook

    graph, found = plan_of("清淤", "方案.txt")
    data = made("xlsx", graph, found, loads=lambda: LOADS)
    page, loads = load_workbook(io.BytesIO(data))
    assert (page.title, loads.title) == ("问题", "部门承担")
    assert (page.auto_filter.ref, page.freeze_panes, loads.auto_filter.ref, loads.freeze_panes) == ("A1:N4", "E2", "A1:D3", "B2")
    assert page["A1"].font.bold and page["L2"].alignment.wrap_text and page["L2"].alignment.vertical == "top"
    assert 40 <= page.column_dimensions["L"].width <= 60 and page.column_dimensions["A"].width < 10
    assert page["A2"].value == 1 and page["G2"].value == 1 and page["G3"].value == "1–2、3" and page["N3"].value == 1
    assert page["K2"].value == "清淤\n清淤 清淤甲乙丙。 清淤 丁\n丁"
    assert [[c.value for c in row] for row in loads] == [[*LOADS[0]], ["=1+1", None, 3, 0.5], ["\\x1b[2J", "市级部门", 0, 0]]
    assert loads["A2"].data_type == "s" and page.print_title_rows == "$1:$1" and page.page_setup.orientation == "landscape"
    english = load_workbook(io.BytesIO(made("xlsx", graph, found, lang="en", loads=lambda: LOADS)))
    assert english.sheetnames == ["Findings", "Loads"] and english.worksheets[0]["L1"].value == "message"
    assert load_workbook(io.BytesIO(made("xlsx", graph, found, loads=tuple))).sheetnames == ["问题"]


@pytest.mark.parametrize("c", ["甲", "𠮷"])
def test_xlsx_cuts_what_excel_does_not_take(c: str) -> None:
    from dataclasses import replace

    from openpyxl import load_workbook

    graph, found = plan_of("甲")
    long = tuple(replace(f, message=Words(c * 40_000, "")) for f in found)
    held = load_workbook(io.BytesIO(made("xlsx", graph, long))).worksheets[0]["L2"].value
    units = len(held.encode("utf-16-le")) // 2
    assert held == c * (len(held) - 1) + "…" and 32_760 < units <= 32_767


def test_loads_are_those_of_the_query() -> None:
    from fengong import table

    graph, _ = plan_of("清淤")
    head, *held = beside(graph, "zh", ())["loads"]()
    asked = table("load", graph)
    assert head[:3] == ("部门", "类别", "牵头/主责") and [list(row) for row in held] == asked[list(head)].values.tolist()


# --- json, sarif -----------------------------------------------------------------------------------------------------------------------------


@hostile
def test_json_gives_the_findings_back(evil: str) -> None:
    graph, found = plan_of(evil)
    data = json.loads(words("json", graph, found))
    assert from_json(data) == found
    validator("findings").validate(data)


def sarif_of(graph: AccountabilityGraph, found: tuple[Finding, ...], **how: Any) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(words("sarif", graph, found, **how))
    validator("sarif").validate(data)
    assert data["version"] == "2.1.0" and data["$schema"].endswith("/sarif-schema-2.1.0.json") and len(data["runs"]) == 1
    run: dict[str, Any] = data["runs"][0]
    return run


def test_the_schema_of_sarif_can_refuse() -> None:
    graph, found = plan_of("甲")
    data = json.loads(words("sarif", graph, found))
    data["runs"][0]["results"][0]["level"] = "review"
    assert not validator("sarif").is_valid(data)


@hostile
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_sarif_is_valid_and_its_places_are_true(evil: str, lang: str) -> None:
    graph, found = plan_of(evil)
    run = sarif_of(graph, found, lang=lang)
    text = graph.text_of(graph.documents()[0])
    lines = re.split(r"\r\n|\n|\r", text)
    assert run["columnKind"] == "unicodeCodePoints" and len(run["results"]) == 3
    first = run["results"][0]
    places = [*first["locations"], *first["relatedLocations"]]
    assert len(places) == 3 and [p["id"] for p in first["relatedLocations"]] == [1, 2]
    for place, quote in zip(places, found[0].quotes):
        region = place["physicalLocation"]["region"]
        start, end = region["charOffset"], region["charOffset"] + region["charLength"]
        assert (start, end) == quote.span and text[start:end] == region["snippet"]["text"]
        held = lines[region["startLine"] - 1 : region["endLine"]]
        held[-1] = held[-1][: region["endColumn"] - 1]
        held[0] = held[0][region["startColumn"] - 1 :]
        assert held == re.split(r"\r\n|\n|\r", quote.text)
    for result in run["results"]:
        shown = result["message"]["text"]
        assert not re.search(r"(?<!\\)\]\(", shown) and not re.search(r"\{\d+\}", shown.replace("{{", "").replace("}}", ""))
        assert result["ruleId"] == run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"]
    uri = run["artifacts"][0]["location"]["uri"]
    assert uri.isascii() and re.fullmatch(r"(?:[\w.~/-]|%[0-9A-F]{2})+", uri) and not uri.startswith("//")


def test_sarif_levels_rules_and_properties() -> None:
    graph, found = plan_of("清淤", "方案.txt")
    page = RulePage("OWN101", "no-owner", "error", *(Words(w, w + "!") for w in ("题", "说", "由", "源", "改")))
    run = sarif_of(graph, found, rules=lambda: (page,), paths={"方案.txt": "plans/方案.txt"})
    assert [r["level"] for r in run["results"]] == ["error", "warning", "note"]
    described = run["tool"]["driver"]["rules"]
    assert [r["id"] for r in described] == ["LOD401", "OWN101", "TXT601"] and [r["defaultConfiguration"]["level"] for r in described] == ["note", "error", "warning"]
    assert described[1]["shortDescription"] == {"text": "题"} and described[1]["fullDescription"] == {"text": "说"}
    assert described[1]["help"] == {"text": "理由：由\n来源：源\n修改：改"} and described[1]["name"] == "no-owner" and "help" not in described[0]
    english = sarif_of(graph, found, lang="en", rules=lambda: (page,))
    assert english["language"] == "en-US" and english["tool"]["driver"]["rules"][1]["help"] == {"text": "Why: 由!\nSource: 源!\nHow to mend: 改!"}
    second = run["results"][1]
    assert second["properties"]["followsFrom"] == 0 and second["properties"]["message"] == {"zh": "清淤", "en": "清淤"}
    assert second["locations"][0]["physicalLocation"]["region"] == {"startLine": 1, "endLine": 2}
    assert run["artifacts"][0]["location"]["uri"] == "plans/%E6%96%B9%E6%A1%88.txt" and run["artifacts"][0]["roles"] == ["analysisTarget"]
    assert run["results"][2]["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "plans/%E6%96%B9%E6%A1%88.txt", "index": 0}
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert note["level"] == "warning" and "清淤" in note["message"]["text"] and note["locations"][0]["physicalLocation"]["region"] == {"startLine": 4}
    assert run["results"][0]["message"]["text"] == "清淤“清淤”应改。" and english["results"][0]["message"]["text"] == "清淤 mend “清淤”."


def test_fingerprints_know_a_finding_again() -> None:
    from dataclasses import replace

    graph, (first, second, third) = plan_of("清淤")

    def prints(*found: Finding, **how: Any) -> list[str]:
        return [r["partialFingerprints"]["fengong/v1"] for r in sarif_of(graph, found, **how)["results"]]

    (known,) = prints(first)
    assert prints(third, first)[1] == prints(first, lang="en")[0] == prints(replace(first, lines=((9, 9),), message=Words("", "")))[0] == known
    moved = tuple(replace(q, text=f" {q.text}\n", place=None) for q in first.quotes)
    assert prints(replace(first, quotes=moved)) == [known]
    others = [replace(first, code="OWN102"), replace(first, departments=()), replace(first, quotes=first.quotes[:1])]
    assert len({known, *(prints(o)[0] for o in others)}) == 4
    twice = prints(first, first)
    assert twice[0] == known and twice[1] == known.replace(":1", ":2")


MESSAGES = [("甲{0}", "甲{{0}}"), ("[甲](1)", "\\[甲\\](1)"), ("[甲]乙", "[甲]乙"), ("\\[甲](1)", "\\\\\\[甲\\](1)"), ("甲\\", "甲\\"), ("\x1b", "\\x1b")]


@pytest.mark.parametrize(("raw", "safe"), MESSAGES)
def test_sarif_messages(raw: str, safe: str) -> None:
    assert plain(raw) == safe


# --- markdown ----------------------------------------------------------------------------------------------------------------------------------

ALLOWED = {"heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "fence", "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"}  # fmt: skip
ALLOWED_INLINE = {"text", "code_inline", "strong_open", "strong_close"}
CALLS = re.compile(r"(?i)@\w|#\d|//|www\.|mailto:\w")


@cache
def renderer() -> Any:
    return pytest.importorskip("markdown_it").MarkdownIt("gfm-like", {"linkify": True, "html": True})


def tokens_of(markdown: str) -> list[Any]:
    """The tokens; fails on any that a report has no use for."""
    tokens: list[Any] = renderer().parse(markdown)
    inline = [t for token in tokens for t in token.children or ()]
    assert {t.type for t in tokens} <= ALLOWED and {t.type for t in inline} <= ALLOWED_INLINE
    assert not [t.content for t in inline if t.type == "text" and CALLS.search(t.content)], "what a viewer would call or link stands in code"
    return tokens


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
    assert "## 方案\\.txt 清淤\n\n### 第 1 行 · 清淤 · 清淤 / 清淤 · 错误 OWN101 no-owner\n\n清淤\n\n```text\n     1 | 清淤\n       | ^^^^\n" in placed
    assert "### 第 1–2、3 行 · " in placed and "清淤（由第 1 行 OWN101 引起）\n\n**改** “清淤”应改。\n" in placed and "### 全文 · 复核 LOD401 hub" in placed
    ruled = words("markdown", graph, found, by="rule", lang="en", level="warning", asked=1)
    assert "error: 1, warning: 1, review: 1 (1 rule asked). 1 of them not listed (`--level review`).\n" in ruled and "hub" not in ruled
    assert "## error OWN101 no-owner\n\n### 方案\\.txt · line 1 · " in ruled and "· lines 1–2, 3 · " in ruled and "清淤 (follows from OWN101, line 1)" in ruled
    assert "其中 1 条未列出（`--level review`）。" in words("markdown", graph, found, level="warning")
    assert "没有发现问题（已核对 9 条规则）。" in words("markdown", graph, (), asked=9) and "Nothing was found." in words("markdown", graph, (), lang="en")


def test_the_fence_is_longer_than_any_in_the_plan() -> None:
    assert "\n```````text\n" in words("markdown", *plan_of("``````"))


# --- github ----------------------------------------------------------------------------------------------------------------------------------


@hostile
def test_github_runs_our_commands_and_no_other(evil: str) -> None:
    graph, found = plan_of(evil)
    log = words("github", graph, found, lang="en")
    assert log.count("\n") == 3
    first, second, third = commands(log)
    assert [c[0] for c in (first, second, third)] == ["error", "warning", "notice"]
    assert [sorted(c[1]) for c in (second, third)] == [["endLine", "file", "line", "title"], ["file", "title"]]
    assert set(first[1]) <= {"file", "line", "endLine", "col", "endColumn", "title"} and first[1]["title"] == "OWN101 no-owner"
    assert first[1]["file"] == visible(evil) or not evil or graph.node(graph.documents()[0])["source"] != evil
    said, *quotes, mend = first[2].split("\n")
    assert said == visible(evil) and mend == visible(f"mend: mend “{evil}”.") and quotes == [f"plan: {visible(' '.join(q.text.split()))}" for q in found[0].quotes]


def test_github_says_where() -> None:
    graph, found = plan_of("清淤", "方案.txt")
    first, second, _ = commands(words("github", graph, found, paths={"方案.txt": "plans, old/a:b%.txt"}))
    assert first[1] == {"file": "plans, old/a:b%.txt", "line": "1", "endLine": "1", "col": "1", "endColumn": "3", "title": "OWN101 no-owner"}
    assert second[1]["line"] == "1" and second[1]["endLine"] == "2" and "col" not in second[1]
    assert words("github", graph, found).startswith("::error file=方案.txt,line=1,endLine=1,col=1,endColumn=3,title=OWN101 no-owner::清淤%0A原文：清淤%0A")


@given(any_text)
@settings(deadline=None, max_examples=60)
def test_any_text_does_nothing_in_any_form(text: str) -> None:
    graph, found = plan_of(text)
    for name in sorted({*NAMES} - {"xlsx"}):
        assert len(commands(made(name, graph, found))) == (3 if name == "github" else 0)
    assert len(table_of(made("csv", graph, found))) == 4
    assert from_json(json.loads(made("json", graph, found))) == found
    sarif_of(graph, found)
    tokens_of(words("markdown", graph, found))


# --- the samples -----------------------------------------------------------------------------------------------------------------------------


def test_every_form_of_every_sample(samples: Path) -> None:
    from openpyxl import load_workbook

    import fengong

    for path in sorted(samples.glob("*.txt")):
        graph = fengong.graph(fengong.read(path))
        found = tuple(fengong.audit(graph))
        held = beside(graph, "zh", rules())
        data = json.loads(words("json", graph, found))
        validator("findings").validate(data)
        assert from_json(data) == found
        run = sarif_of(graph, found, **held)
        assert len(run["results"]) == len(found) and len(run["tool"]["driver"]["rules"]) == len(rules()) and all("help" in r for r in run["tool"]["driver"]["rules"])
        assert len(table_of(made("csv", graph, found))) == len(found) + 1 and len(commands(made("github", graph, found))) == len(found)
        page, loads = load_workbook(io.BytesIO(made("xlsx", graph, found, **held)))
        assert page.max_row == len(found) + 1 and loads.max_row > 1
        tokens_of(words("markdown", graph, found))
