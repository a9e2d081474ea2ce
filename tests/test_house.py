"""The house checks its own plan: the direction of imports, pages and helps that must be there, documents that must stay true."""

from __future__ import annotations

import ast
import importlib
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from fengong.cli import main
from graphmodel.contract import EDGES, NODES
from graphmodel.discovery import collect
from queries.audit import Rule, rules
from queries.measure import Measure, measures

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("fengong", "graphmodel", "loaders", "queries", "viz")
DOCUMENTS = ("README.md", "README.zh.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/graph.md")
LONGEST_FILE = 300


@cache
def _project() -> dict[str, object]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def _document(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _sources(*rooms: str) -> Iterator[Path]:
    for room in rooms or ROOMS:
        yield from sorted(p for p in (ROOT / room).rglob("*.py") if "__pycache__" not in p.parts)


def _texts() -> Iterator[Path]:
    """Every file of the project that a person wrote."""
    kinds = {".py", ".md", ".txt", ".csv", ".json", ".toml", ".html", ".js", ".css", ".cypher", ""}
    for top in (*ROOMS, "tests", "docs", "benchmarks", ".ci"):
        yield from (p for p in (ROOT / top).rglob("*") if p.is_file() and p.suffix in kinds and "__pycache__" not in p.parts)
    yield from (ROOT / name for name in (*DOCUMENTS, "pyproject.toml", "constraints.txt"))


def _commands() -> dict[str, click.Command]:
    context = click.Context(main)
    return {name: command for name in main.list_commands(context) if (command := main.get_command(context, name))}


# --- imports -------------------------------------------------------------------------------------------------------------------------


def _lint_imports(config: Path) -> subprocess.CompletedProcess[str]:
    run = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()", "--config", str(config), "--no-cache"]
    return subprocess.run(run, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)


def test_imports_keep_their_direction() -> None:
    done = _lint_imports(ROOT / "pyproject.toml")
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_contract_that_does_not_hold_is_noticed(tmp_path: Path) -> None:
    layers = ", ".join(f'"{name}"' for name in ("graphmodel", "fengong"))
    config = tmp_path / "pyproject.toml"
    config.write_text(
        '[tool.importlinter]\nroot_packages = ["fengong", "graphmodel"]\n[[tool.importlinter.contracts]]\n'
        f'name = "upside down"\ntype = "layers"\nlayers = [{layers}]\n',
        encoding="utf-8",
    )
    assert _lint_imports(config).returncode == 1


HEAVY = {"pandas", "numpy", "neo4j", "pyvis", "openpyxl", "rich", "networkx", "scipy"}


def test_heavy_imports_stand_inside_functions() -> None:
    """Only the ground floor, which is built over networkx, imports it at the top."""
    found = {
        (path.relative_to(ROOT).as_posix(), name)
        for path in _sources()
        for name in _imported_at_the_top(ast.parse(path.read_text(encoding="utf-8")).body)
        if name in HEAVY
    }
    assert {(path, name) for path, name in found if name != "networkx" or not path.startswith("graphmodel/")} == set()


@pytest.mark.parametrize(("code", "spared"), [
    ("import fengong", HEAVY),
    ("from fengong.cli import main; main(['--help'])", HEAVY - {"rich"}),
    ("from fengong.cli import main; main(['demo', '--lang', 'en'])", HEAVY - {"rich", "networkx"}),
])  # fmt: skip
def test_what_is_not_needed_is_not_imported(code: str, spared: set[str]) -> None:
    report = "import atexit, sys; atexit.register(lambda: print(*sorted(m for m in sys.modules if '.' not in m), file=sys.stderr))"
    done = subprocess.run([sys.executable, "-c", f"{report}; {code}"], capture_output=True, text=True, encoding="utf-8", check=False)
    modules = set(done.stderr.split())
    assert "sys" in modules
    assert spared & modules == set()


def _imported_at_the_top(body: list[ast.stmt]) -> Iterator[str]:
    for node in body:
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]
        elif isinstance(node, ast.If) and "TYPE_CHECKING" not in ast.dump(node.test):
            yield from _imported_at_the_top(node.body)


def _fixed_patterns(source: str) -> list[int]:
    """The lines on which a function of re is called with a text that stands there: ``pattern`` would compile it once a machine."""
    calls = [n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Call) and isinstance(n.func, ast.Attribute) and n.args]
    of_re = [n for n in calls if isinstance(n.func, ast.Attribute) and isinstance(n.func.value, ast.Name) and n.func.value.id == "re"]
    return [n.lineno for n in of_re if isinstance(n.args[0], ast.Constant) and isinstance(n.args[0].value, str) and n.func.attr != "escape"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("source", "lines"),
    [("re.compile('甲')", [1]), ("re.sub(r'甲', '', text)", [1]), ("re.compile(rf'{words}')", []), ("pattern('甲')", []), ("re.escape('甲')", [])],
)
def test_fixed_patterns_are_seen(source: str, lines: list[int]) -> None:
    assert _fixed_patterns(source) == lines


def test_fixed_patterns_are_compiled_once_a_machine() -> None:
    found = {str(p.relative_to(ROOT)): lines for p in _sources() if (lines := _fixed_patterns(p.read_text(encoding="utf-8")))}
    assert not found


def test_only_one_file_knows_neo4j() -> None:
    knows = {p.relative_to(ROOT).as_posix() for p in _sources() if re.search(r"^\s*(import|from) neo4j\b", p.read_text(encoding="utf-8"), re.M)}
    assert knows and all(name.startswith("graphmodel/neo4j") for name in knows)


# --- commands, rules, measures -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(_commands()))
def test_every_command_has_help_in_both_languages_with_an_example(name: str) -> None:
    pages = [CliRunner().invoke(main, [name, "--help", "--lang", lang]) for lang in ("zh", "en")]
    assert [page.exit_code for page in pages] == [0, 0]
    zh, en = (page.output for page in pages)
    assert zh != en
    assert len(zh.splitlines()) > 3 and f"fengong {name}" in zh.split("\n", 1)[1], "an example shows the command at work"
    assert re.search(r"[\u4e00-\u9fff]{4}", zh) and re.search(r"[A-Za-z]+ [a-z]+ [a-z]+", en)


@pytest.mark.parametrize("document", ["README.md", "README.zh.md"])
def test_every_command_stands_in_the_readme(document: str) -> None:
    text = _document(document)
    assert [name for name in _commands() if f"fengong {name}" not in text] == []


@pytest.mark.parametrize("document", ["README.md", "README.zh.md"])
def test_every_measure_stands_in_the_readme(document: str) -> None:
    text = _document(document)
    assert [name for name in measures() if not re.search(rf"`[^`]*\b{name}\b[^`]*`", text)] == []


def test_codes_and_names_of_rules_are_unique() -> None:
    codes, names = [r.code for r in rules()], [r.name for r in rules()]
    assert len(set(codes)) == len(codes) and len(set(names)) == len(names)
    assert [c for c in codes if not re.fullmatch(r"(OWN|DUP|TGT|LOD|COO|TXT|TIM)[1-7][0-9]{2}", c)] == []
    assert [n for n in names if not re.fullmatch(r"[a-z]+(-[a-z]+)*", n)] == []


@pytest.mark.parametrize("rule", rules(), ids=lambda r: r.name)
def test_every_rule_has_its_page_and_both_examples(rule: Rule) -> None:
    page = rule.page
    for passage in (page.title, page.says, page.why, page.mend):
        assert passage.zh and passage.en
    assert page.bad.strip() and page.good.strip() and page.bad != page.good and page.source.zh
    assert CliRunner().invoke(main, ["explain", rule.code]).output == CliRunner().invoke(main, ["explain", rule.name]).output


@pytest.mark.parametrize(("folder", "kind"), [("queries.rules", Rule), ("queries.measures", Measure)])
def test_one_file_holds_one_rule_or_measure_and_is_named_after_it(folder: str, kind: type[Rule] | type[Measure]) -> None:
    package = importlib.import_module(folder)
    files = {p.stem for p in _sources(folder.replace(".", "/")) if not p.stem.startswith("_")}
    assert {value.name.replace("-", "_") for value in collect(package, kind)} == files


def test_exported_names_are_documented() -> None:
    package = importlib.import_module("fengong")
    assert package.__all__ and package.__doc__
    assert [n for n in package.__all__ if not (getattr(package, n).__doc__ or "").strip()] == []
    assert [n for n in ("read", "graph", "audit") if n not in package.__all__] == []


# --- documents stay true -------------------------------------------------------------------------------------------------------------

_QUOTED = re.compile(r"`([^`\n]+)`")
_FILE = re.compile(r"^[\w.][\w./-]*\.(py|md|toml|txt|json|csv|yml|cypher)$|^[\w.][\w.-]*/([\w./-]*)$|^\.ci/run$|^LICENSE$")
_INVENTED = re.compile(r"^(plans?|findings|matrix|out|file|x)[./]|方案|^\.\w+$")


def _named_files(text: str) -> list[str]:
    links = re.findall(r"\]\(([^)#:]+)\)", text)
    quoted = [q for q in _QUOTED.findall(text) if _FILE.match(q) and not _INVENTED.search(q) and not re.search(r"[<>{}*…]|NAME|THING", q)]
    return sorted({*links, *quoted})


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_named_exists(document: str) -> None:
    assert [name for name in _named_files(_document(document)) if not name.startswith(".venv/") and name != "fengong.toml" and not (ROOT / name).exists()] == []


@pytest.mark.parametrize(("text", "names"), [
    ("see `loaders/load.py` and [licence](LICENSE)", ["LICENSE", "loaders/load.py"]),
    ("`fengong/samples/` and `.ci/run`", [".ci/run", "fengong/samples/"]),
    ("`fengong audit plan.txt`, `plan.json`, `loaders/statements/THING.py`, `-o x.csv`", []),
])  # fmt: skip
def test_named_files_are_seen(text: str, names: list[str]) -> None:
    assert _named_files(text) == names


def _named_commands(text: str) -> Iterator[tuple[str, str]]:
    for line in [*_QUOTED.findall(text), *(row for block in re.findall(r"```\w*\n(.*?)```", text, re.S) for row in block.split("\n"))]:
        for m in re.finditer(r"(?:^|/|\\|[;&$] ?)fengong ([a-z][a-z-]*)(?: ([\w-]+))?", line):
            yield m[1], m[2] or ""


def test_the_readmes_say_how_many_rules_there_are() -> None:
    assert f"- {len(rules())} rules exist so far" in _document("README.md")
    assert f"- 目前有 {len(rules())} 条规则" in _document("README.zh.md")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_command_rule_and_measure_named_exists(document: str) -> None:
    known_rules = {x for r in rules() for x in (r.code, r.name)}
    known_measures = set(measures())
    for command, argument in _named_commands(_document(document)):
        assert command in _commands(), command
        if command == "explain" and argument and not argument.isupper() and not argument.startswith("-"):
            assert argument in known_rules, argument
        if command == "query" and argument and argument not in ("NAME", "THING"):
            assert argument in known_measures, argument


def test_the_page_on_the_graph_names_every_attribute() -> None:
    text = _document("docs/graph.md")
    rows = {kind.strip(): row for row in text.splitlines() if row.startswith("| ") for kind in row.split("|")[1].split(",")}
    shared_by_all = {"doc", "span", "lines"}
    lacking = [(kind, a) for kinds in (NODES, EDGES) for kind, facts in kinds.items() for a in set(facts) - shared_by_all if f"`{a}`" not in rows[kind]]
    assert lacking == []
    assert all(f"`{a}`" in text for a in shared_by_all)


@pytest.mark.parametrize("document", ["README.md", "README.zh.md"])
def test_the_readme_opens_with_two_commands(document: str) -> None:
    text = _document(document)
    first, second = re.findall(r"```bash\n(.*?)```", text, re.S)[:2]
    assert text.index("```bash") < 600
    assert first.count("\n") == second.count("\n") == 1
    assert first.startswith("python3 -m venv .venv && ") and first.rstrip().endswith("fengong demo")
    assert second.startswith("python3 -m venv .venv && ") and second.rstrip().endswith("pytest")
    assert "[dev]" in second and all("-c constraints.txt" in c for c in (first, second))


def test_both_readmes_open_with_the_same_commands_and_show_a_real_output() -> None:
    opening = [re.findall(r"```bash\n(.*?)```", _document(d), re.S)[:2] for d in ("README.md", "README.zh.md")]
    assert opening[0] == opening[1]


def _demo_lines(document: str) -> list[str]:
    shown = re.search(r"<!-- demo:begin -->\s*```\w*\n(.*?)```\s*<!-- demo:end -->", _document(document), re.S)
    assert shown, "the place for a real output is empty"
    return [line.strip() for line in shown[1].split("\n") if line.strip(" .…")]


@pytest.mark.parametrize(("document", "lang"), [("README.md", "en"), ("README.zh.md", "zh")])
def test_the_output_shown_is_what_the_demo_prints(document: str, lang: str) -> None:
    said = CliRunner().invoke(main, ["demo", "--lang", lang], env={"COLUMNS": "80"}).output
    words = {line.strip() for line in said.split("\n")}
    assert [line for line in _demo_lines(document) if line not in words and not line.startswith("$")] == []


def test_the_version_is_stated_once() -> None:
    version = str(_project()["project"]["version"])  # type: ignore[index]
    repeated = [p.relative_to(ROOT).as_posix() for p in _sources() if re.search(rf"(?<![\d.]){re.escape(version)}(?![\d.])", p.read_text(encoding="utf-8"))]
    assert repeated == []
    assert re.search(rf"^## {re.escape(version)}\b", _document("CHANGELOG.md"), re.M)


def _name_of(requirement: str) -> str:
    return re.split(r"[\s<>=!~;\[]", requirement.strip(), maxsplit=1)[0].lower().replace("_", "-").replace(".", "-")


def test_the_lock_holds_every_dependency_to_one_version() -> None:
    rows = [line for line in _document("constraints.txt").splitlines() if line and not line.lstrip().startswith("#")]
    assert [r for r in rows if "==" not in r.split(";")[0]] == []
    project = _project()["project"]
    wanted = [*project["dependencies"], *(d for group in project["optional-dependencies"].values() for d in group)]  # type: ignore[index]
    assert {_name_of(w) for w in wanted} - {_name_of(r) for r in rows} == set()


_IMPORTED_AS = {"python-docx": "docx", "pdfminer-six": "pdfminer"}


def test_every_import_of_the_program_is_declared() -> None:
    known = {_IMPORTED_AS.get(n, n) for n in map(_name_of, _project()["project"]["dependencies"])} | set(ROOMS) | set(sys.stdlib_module_names)  # type: ignore[index]
    used = {
        name.replace("_", "-")
        for path in _sources()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in (
            [a.name.split(".")[0] for a in node.names]
            if isinstance(node, ast.Import)
            else [node.module.split(".")[0]]
            if isinstance(node, ast.ImportFrom) and node.module and not node.level
            else []
        )
    }
    assert used - {k.replace("_", "-") for k in known} == set()


def test_no_file_is_too_long() -> None:
    long = {p.relative_to(ROOT).as_posix(): n for p in _sources() if (n := len(p.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE}
    assert long == {}


def test_no_path_of_one_machine_stands_in_the_project() -> None:
    here = re.compile(r"(?<![\w.])/(work|tmp|root|home)/\w")
    assert [p.relative_to(ROOT).as_posix() for p in _texts() if here.search(p.read_text(encoding="utf-8"))] == []


# --- pages ---------------------------------------------------------------------------------------------------------------------------

_MAKES_MARKUP = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|\.srcdoc|fetch\(|XMLHttpRequest|import\(")
_FORBIDDEN_IN_PAGES = re.compile(r"<[^>]*\s(?:style|on[a-z]+)=|https?://|javascript:", re.I)


def test_scripts_never_make_markup_of_words_and_stay_small() -> None:
    scripts = sorted((ROOT / "viz" / "scripts").glob("*.js"))
    assert len(scripts) > 5
    assert [p.name for p in scripts if _MAKES_MARKUP.search(p.read_text(encoding="utf-8"))] == []
    assert [p.name for p in scripts if len(p.read_text(encoding="utf-8").splitlines()) > 200] == []


def test_templates_hold_nothing_that_the_policy_forbids() -> None:
    templates = sorted((ROOT / "viz" / "templates").glob("*.html"))
    assert len(templates) > 5
    assert [(p.name, m[0]) for p in templates if (m := _FORBIDDEN_IN_PAGES.search(p.read_text(encoding="utf-8")))] == []


@pytest.mark.parametrize("markup", ['<p style="x">', "<a onclick=x>", "http://x", "<a href='javascript:x'>", '<td class="a" STYLE=b>'])
def test_what_the_policy_forbids_is_seen(markup: str) -> None:
    assert _FORBIDDEN_IN_PAGES.search(markup)


# --- the annotated plans stay outside ------------------------------------------------------------------------------------------------

_PLACE = re.compile(r"([\u4e00-\u9fff]{2,5}?)(?:市|区|县|自治州|旗)")
_TOO_COMMON = {"城市", "城区", "地区", "各县", "市辖", "自治", "示范", "开发", "城", "辖"}


def _real_places(shared: Path) -> set[str]:
    """Cities, districts and counties of the annotated plans, without their endings; provinces may be named."""
    found: set[str] = set()
    for path in sorted((shared / "gold").glob("*.json")):
        chain = re.sub(r"^.*?(省|自治区)", "", str(json.loads(path.read_text(encoding="utf-8"))["document"]["jurisdiction"]))
        found |= {m[1] for m in _PLACE.finditer(chain)}
        found.add(path.stem.rsplit("-", 1)[0])
    return {name for name in found if name not in _TOO_COMMON}


def test_no_place_of_a_real_plan_stands_in_the_project(shared: Path) -> None:
    places = _real_places(shared)
    assert len(places) >= 8
    found = [f"{p.relative_to(ROOT).as_posix()}: {place}" for p in _texts() for text in [p.read_text(encoding="utf-8")] for place in places if place in text]
    assert not found, "\n".join(found)


WINDOW = 32
"""So many characters in a row that two writers have in common are no accident (laws and slogans cited by everybody are shorter)."""


def test_no_text_of_a_real_plan_stands_in_the_project(shared: Path) -> None:
    real: set[str] = set()
    for folder in ("seeds", "more/raw"):
        for path in sorted((shared / folder).glob("*.txt")):
            text = "".join(path.read_text(encoding="utf-8").split())
            real |= {text[i : i + WINDOW] for i in range(len(text) - WINDOW)}
    found = []
    for p in _texts():
        text = "".join(p.read_text(encoding="utf-8").split())
        hit = next(
            (text[i : i + WINDOW] for i in range(len(text) - WINDOW) if "\u4e00" <= text[i] <= "\u9fff" and text[i : i + WINDOW] in real),
            None,
        )
        if hit:
            found.append(f"{p.relative_to(ROOT).as_posix()}: {hit}")
    assert not found, "\n".join(found)
