"""Graphs in files: what is written is read back without loss, whatever the text; what cannot be done is one clear sentence."""

from __future__ import annotations

import csv
import json
import os
import warnings
from pathlib import Path

import networkx as nx
import pytest
from generated_plans import plans
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphmodel import files
from graphmodel.graph import AccountabilityGraph
from graphmodel.plan import Deadline, Department, Duty, Header, Indicator, Plan, Source, Task, Unit
from graphmodel.problems import FileProblem
from graphmodel.schema import graph_schema

FORMATS = ("json", "graphml", "gexf", "csv")
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
TEXT = "沅平市分工方案\n1.新建学校12所,2020年底前完成。(牵头单位:市教育局)\n"


def small(name: str = "plan.txt", text: str = TEXT, unit: str = "市教育局") -> AccountabilityGraph:
    duty = Duty("LEADS", "牵", Unit(unit, (35, 39), "沅平市/教育局"), (29, 40), label="牵头单位")
    task = Task(
        "新建学校", "新建学校12所,2020年底前完成。", (10, 27), "1", deadline=Deadline("2020-12-31", "2020年底前", "date"),
        duties=(duty,), indicators=(Indicator("新建学校", "=", 12.0, (10, 17), unit="所"),),
    )  # fmt: skip
    department = Department("沅平市/教育局", "沅平市教育局", ("沅平市",))
    header = Header("沅平市分工方案", issuer="沅平市人民政府")
    return AccountabilityGraph.of([Plan(Source(text, name), header, tasks=(task,), departments=(department,))])


def everything(graph: AccountabilityGraph) -> object:
    return graph.nx.graph, list(graph.nx.nodes(data=True)), list(graph.nx.edges(keys=True, data=True))


def typed(value: object) -> object:
    """The value with the types of its numbers: 1, 1.0 and True are equal to Python, not in a file."""
    if isinstance(value, dict):
        return {k: typed(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(map(typed, value))
    return type(value).__name__, value


@pytest.mark.parametrize("form", FORMATS)
@SLOW
@given(first=plans("甲〔2020〕1号"), second=plans("乙〔2020〕2号"))
def test_round_trip(form: str, first: Plan, second: Plan, tmp_path: Path) -> None:
    graph = AccountabilityGraph.of([first, second])
    path = tmp_path / f"图 1.{form}"
    written = files.write(graph, path)
    before = [p.read_bytes() for p in written]
    again = files.read(path)
    assert typed(everything(again)) == typed(everything(graph))
    files.write(again, path)
    assert [p.read_bytes() for p in written] == before
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(p.name for p in written)


@SLOW
@given(plan=plans())
def test_json_keeps_its_schema(plan: Plan) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    data = json.loads(files.dumps(AccountabilityGraph.of([plan])))
    jsonschema.Draft202012Validator(graph_schema()).validate(data)


@pytest.mark.parametrize("form", FORMATS)
def test_attributes_outside_the_contract_come_back_beside_nulls(form: str, tmp_path: Path) -> None:
    """A format that leaves nulls out gives fewer attributes than the contract has, and still one more."""
    graph = small()
    task = graph.tasks()[0]
    graph.nx.nodes[task]["own"] = ("a", None)
    edge = graph.duties_of(task)[0]
    graph.nx.edges[edge.source, edge.target, edge.key]["own"] = 7
    files.write(graph, tmp_path / f"g.{form}")
    assert typed(everything(files.read(tmp_path / f"g.{form}"))) == typed(everything(graph))


def test_schema_file_is_the_contract() -> None:
    stored = Path(files.__file__).with_name("graph.schema.json").read_text(encoding="utf-8")
    assert json.loads(stored) == graph_schema()


def test_networkx_reads_the_json(tmp_path: Path) -> None:
    graph = small()
    files.write(graph, tmp_path / "g.json")
    data = json.loads((tmp_path / "g.json").read_text(encoding="utf-8"))
    again = nx.node_link_graph(data, edges="edges")
    assert isinstance(again, nx.MultiDiGraph)
    assert set(again.nodes) == set(graph.nx.nodes)
    assert set(again.edges(keys=True)) == set(graph.nx.edges(keys=True))
    assert data["nodes"][0]["kind"] and data["graph"] == {"version": 1}


@pytest.mark.parametrize(("form", "reader"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
@SLOW
@given(plan=plans())
def test_networkx_reads_the_xml(form: str, reader: object, plan: Plan, tmp_path: Path) -> None:
    graph = AccountabilityGraph.of([plan])
    path = tmp_path / f"g.{form}"
    files.write(graph, path)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        again = reader(path)  # type: ignore[operator]
    assert again.is_directed()
    assert (again.number_of_nodes(), again.number_of_edges()) == (graph.nx.number_of_nodes(), graph.nx.number_of_edges())
    assert sorted(d["type"] for *_, d in again.edges(data=True)) == sorted(d["type"] for *_, d in graph.nx.edges(data=True))
    assert all(d["label"] for _, d in again.nodes(data=True))
    if again.is_multigraph():
        assert sorted(k for *_, k in again.edges(keys=True)) == sorted(k for *_, k in graph.nx.edges(keys=True))


def test_xml_values_have_types(tmp_path: Path) -> None:
    files.write(small(), tmp_path / "g.graphml")
    again = nx.read_graphml(tmp_path / "g.graphml")
    task = next(d for _, d in again.nodes(data=True) if d["kind"] == "task")
    assert task["deadline"] == "2020-12-31" and task["span"] == "[10, 27]" and "deadline_span" not in task
    indicator = next(d for _, d in again.nodes(data=True) if d["kind"] == "indicator")
    assert indicator["value"] == 12.0
    department = next(d for _, d in again.nodes(data=True) if d["kind"] == "department")
    assert department["recognised"] is True and department["label"] == "沅平市教育局"


def test_csv_opens_safely_in_excel(tmp_path: Path) -> None:
    written = files.write(small(unit="=1+1"), tmp_path / "g.csv")
    assert [p.name for p in written] == ["g.nodes.csv", "g.edges.csv", "g.lines.csv"]
    for path in written:
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.reader(file):
                assert not any(cell.startswith(("=", "+", "@", "\t", "\r")) for cell in row)
    assert "'=1+1" in written[1].read_text("utf-8-sig")
    assert files.read(tmp_path / "g.nodes.csv").edges("LEADS")[0].data["printed"] == "=1+1"


def test_no_cell_holds_a_whole_plan(tmp_path: Path) -> None:
    graph = small(text=TEXT + "年度工作安排。" * 10 + ("\n各单位要加强领导。" * 5000))
    for path in files.write(graph, tmp_path / "g.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            assert max(len(cell) for row in csv.reader(file) for cell in row) < 32_767
    assert everything(files.read(tmp_path / "g.csv")) == everything(graph)


def test_attributes_of_others_survive(tmp_path: Path) -> None:
    graph = small()
    task = graph.tasks()[0]
    graph.nx.nodes[task]["colour"] = "-red"
    graph.nx.nodes[task]["weights"] = (1, 2.5, None, "=x")
    for form in FORMATS:
        files.write(graph, tmp_path / f"g.{form}")
        assert everything(files.read(tmp_path / f"g.{form}")) == everything(graph), form


def changed(change: object) -> str:
    data = json.loads(files.dumps(small()))
    change(data)  # type: ignore[operator]
    return json.dumps(data, ensure_ascii=False)


def node_of(data: dict, kind: str) -> dict:  # type: ignore[type-arg]
    return next(n for n in data["nodes"] if n["kind"] == kind)


def edge_of(data: dict, type: str) -> dict:  # type: ignore[type-arg]
    return next(e for e in data["edges"] if e["type"] == type)


GARBAGE = {
    "empty": "",
    "no JSON": "牵头单位",
    "cut off": files.dumps(small())[:-200],
    "a list": "[]",
    "a number": "7",
    "another program's": '{"name": "x", "version": 1}',
    "d3": '{"nodes": [{"id": "a"}], "links": []}',
    "deep": "[" * 100_000,
    "foreign graph": json.dumps(nx.node_link_data(nx.MultiDiGraph([("a", "b")]), edges="edges")),
    "undirected": changed(lambda d: d.update(directed=False)),
    "no version": changed(lambda d: d["graph"].clear()),
    "newer": changed(lambda d: d["graph"].update(version=2)),
    "version is true": changed(lambda d: d["graph"].update(version=True)),
    "unknown kind": changed(lambda d: node_of(d, "task").update(kind="Task")),
    "kind is a list": changed(lambda d: node_of(d, "task").update(kind=[])),
    "id is a number": changed(lambda d: node_of(d, "task").update(id=7)),
    "id twice": changed(lambda d: d["nodes"].append(node_of(d, "task"))),
    "node is a text": changed(lambda d: d["nodes"].append("x")),
    "edge is a text": changed(lambda d: d["edges"].append("x")),
    "span of one": changed(lambda d: node_of(d, "task").update(span=[1])),
    "span backwards": changed(lambda d: node_of(d, "task").update(span=[5, 1])),
    "span of texts": changed(lambda d: node_of(d, "task").update(span=["1", "2"])),
    "no span": changed(lambda d: node_of(d, "task").pop("span")),
    "value is a list": changed(lambda d: node_of(d, "indicator").update(value=[1])),
    "op": changed(lambda d: node_of(d, "indicator").update(op="≥")),
    "recognised": changed(lambda d: node_of(d, "department").update(recognised="yes")),
    "printed": changed(lambda d: node_of(d, "department").update(printed="市教育局")),
    "too few places": changed(lambda d: node_of(d, "document").update(places=[])),
    "doc unknown": changed(lambda d: node_of(d, "task").update(doc="elsewhere")),
    "a number past all bounds": changed(lambda d: node_of(d, "indicator").update(value=1)).replace('"value": 1', '"value": 1' + "0" * 400),
    "a name of networkx": changed(lambda d: node_of(d, "task").update(node_for_adding="x")),
    "a name of networkx on an edge": changed(lambda d: edge_of(d, "LEADS").update(u_for_edge="x")),
    "edge into nothing": changed(lambda d: edge_of(d, "LEADS").update(target="elsewhere")),
    "edge from a list": changed(lambda d: edge_of(d, "LEADS").update(source=["a"])),
    "edge without key": changed(lambda d: edge_of(d, "LEADS").pop("key")),
    "edge twice": changed(lambda d: d["edges"].append(edge_of(d, "LEADS"))),
    "edge type": changed(lambda d: edge_of(d, "LEADS").update(type="HEADS")),
    "edge backwards": changed(lambda d: (e := edge_of(d, "LEADS")).update(source=e["target"], target=e["source"])),
    "edge without place": changed(lambda d: edge_of(d, "LEADS").update(doc=None)),
    "addressee": changed(lambda d: node_of(d, "document").update(addressees=[{"department": "x"}])),
    "addressee unknown": changed(
        lambda d: node_of(d, "document").update(addressees=[{"department": "x", "printed": "x", "span": [0, 1], "lines": [1, 1]}])
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", GARBAGE)
def test_garbage_is_refused_with_one_sentence(name: str, tmp_path: Path) -> None:
    path = tmp_path / "图.json"
    path.write_text(GARBAGE[name], encoding="utf-8")
    with pytest.raises(FileProblem) as caught:
        files.read(path)
    for sentence in (caught.value.zh, caught.value.en):
        assert "图.json" in sentence and "\n" not in sentence and len(sentence) < 900


@SLOW
@given(data=st.binary(max_size=60) | st.text(max_size=60).map(lambda t: t.encode("utf-8", "replace")))
def test_any_bytes_are_a_graph_or_a_problem(data: bytes, tmp_path: Path) -> None:
    for form in FORMATS:
        for path in (tmp_path / f"x.{form}", tmp_path / "x.nodes.csv", tmp_path / "x.edges.csv", tmp_path / "x.lines.csv"):
            path.write_bytes(data)
        with pytest.raises(FileProblem):
            files.read(tmp_path / f"x.{form}")


@pytest.mark.parametrize("form", FORMATS)
@SLOW
@given(data=st.data())
def test_a_damaged_file_is_a_graph_or_a_problem(form: str, data: st.DataObject, tmp_path: Path) -> None:
    written = files.write(small(), tmp_path / f"x.{form}")
    path = data.draw(st.sampled_from(written))
    whole = path.read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    path.write_bytes(whole[:at] + data.draw(st.binary(max_size=3)) + whole[at + data.draw(st.integers(0, 9)) :])
    try:
        files.read(tmp_path / f"x.{form}")
    except FileProblem as problem:
        assert f"x.{form}" in problem.en or path.name in problem.en


def test_graph_attributes_may_have_any_name() -> None:
    data = json.loads(files.dumps(small()))
    data["graph"]["incoming_graph_data"] = "x"
    assert files.formats()["json"].read({"": json.dumps(data)}).graph["incoming_graph_data"] == "x"


def test_what_reads_leniently() -> None:
    """Attributes that are missing are null; links may be called links, as older networkx did."""
    data = json.loads(files.dumps(small()))
    for node in data["nodes"]:
        node.pop("deadline_span", None)
        node.pop("peer_class", None)
        node.pop("unread", None)
    data["links"] = data.pop("edges")
    form = files.formats()["json"]
    assert everything(AccountabilityGraph(form.read({"": json.dumps(data)}))) == everything(small())


DOCTYPE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x.graphml", DOCTYPE + "<graphml/>"),
        ("x.gexf", DOCTYPE + "<gexf/>"),
        ("x.graphml", "<graphml"),
        ("x.graphml", "<html/>"),
        ("x.graphml", "<graphml/>"),
        ("x.gexf", "<gexf/>"),
        ("x.gexf", "<gexf><graph/></gexf>"),
        ("x.graphml", '<?xml version="1.0" encoding="x"?><graphml/>'),
    ],
)
def test_foreign_xml_is_refused(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(FileProblem):
        files.read(tmp_path / name)


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_xml_of_another_program_is_refused(form: str, tmp_path: Path) -> None:
    getattr(nx, f"write_{form}")(nx.MultiDiGraph([("a", "b")]), tmp_path / f"x.{form}")
    with pytest.raises(FileProblem):
        files.read(tmp_path / f"x.{form}")


@pytest.mark.parametrize("form", FORMATS)
def test_lone_surrogates_are_refused_and_nothing_is_left(form: str, tmp_path: Path) -> None:
    path = tmp_path / f"g.{form}"
    files.write(small(), path)
    before = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    with pytest.raises(FileProblem, match="surrogate"):
        files.write(small(unit="市\ud800局"), path)
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == before


def test_a_file_name_in_gbk_does_not_hinder_writing(tmp_path: Path) -> None:
    name = "分工.txt".encode("gbk").decode("utf-8", "surrogateescape")
    graph = small(name=name)
    assert graph.node(graph.documents()[0])["source"] == "分工.txt"
    files.write(graph, tmp_path / "g.json")


@pytest.mark.parametrize("form", FORMATS)
def test_no_output_folder(form: str, tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"no output folder .*nowhere"):
        files.write(small(), tmp_path / "nowhere" / f"g.{form}")
    assert not list(tmp_path.iterdir())


def test_output_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "g.json").mkdir()
    with pytest.raises(FileProblem, match="is a folder"):
        files.write(small(), tmp_path / "g.json")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full (Linux)")
def test_full_disk() -> None:
    with pytest.raises(FileProblem, match=r"cannot write /dev/full: No space left"):
        files.write(small(), Path("/dev/full"), "json")


def test_full_disk_half_way_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "g.csv"
    files.write(small(), path)
    before = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    calls = []

    def full(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == 3:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileProblem, match="No space left"):
        files.write(small(unit="别的局"), path)
    assert len(calls) == 3
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == before


def test_folder_that_may_not_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The refusal is played: root, who often runs the suite, may write everywhere."""

    def refuse(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(FileProblem, match=r"cannot write .*g\.json: Permission denied"):
        files.write(small(), tmp_path / "g.json")


def test_links_are_followed_and_modes_kept_usual(tmp_path: Path) -> None:
    target = tmp_path / "real.json"
    target.write_text("old", encoding="utf-8")
    (tmp_path / "g.json").symlink_to(target)
    files.write(small(), tmp_path / "g.json")
    assert (tmp_path / "g.json").is_symlink() and everything(files.read(target)) == everything(small())


@pytest.mark.parametrize("name", ["missing.json", "missing.csv", "missing.graphml"])
def test_missing_file(name: str, tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"there is no file .*missing"):
        files.read(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "form", "found"),
    [
        ("a.json", None, "json"),
        ("a.JSON", None, "json"),
        ("a.b.GraphML", None, "graphml"),
        ("a.gexf", None, "gexf"),
        ("a.nodes.csv", None, "csv"),
        ("a.txt", "gexf", "gexf"),
        ("a.json", "GEXF", "gexf"),
        ("a.txt", None, None),
        ("json", None, None),
        ("a.json", "xlsx", None),
    ],
)
def test_which_format(name: str, form: str | None, found: str | None) -> None:
    if found is None:
        with pytest.raises(FileProblem, match=r"\.json"):
            files.format_of(Path(name), form)
    else:
        assert files.format_of(Path(name), form).name == found


@pytest.mark.parametrize(("name", "yes"), [("g.json", True), ("g.GEXF", True), ("g.nodes.csv", True), ("plan.csv", False), ("plan.txt", False), ("json", False)])
def test_is_graph_file(name: str, yes: bool) -> None:
    assert files.is_graph_file(Path(name)) is yes


def test_dumps_refuses_formats_of_several_files() -> None:
    with pytest.raises(FileProblem):
        files.dumps(small(), "csv")
    assert files.dumps(small(), "graphml").startswith("<?xml")
