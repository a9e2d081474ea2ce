"""Tables of pages: grids with merged cells, tables that only lay out the page, metadata."""

from __future__ import annotations

import time

import pytest

from graphmodel.plan import Source
from loaders.open import source_of_bytes

TOLD = "<p>为确保各项任务落到实处，现将重点任务分解如下，请各单位抓紧制定措施，认真组织实施。</p>"


def read(body: str) -> Source:
    return source_of_bytes(f"<html><body>{TOLD}{body}</body></html>".encode(), "x")


def grids(body: str) -> list[list[list[str]]]:
    source = read(body)
    return [[[source.text[a:b] for a, b in row] for row in grid.rows] for grid in source.tables]


HEAD = "<tr><th>任务</th><th>牵头单位</th><th>完成时限</th></tr>"
H = ["任务", "牵头单位", "完成时限"]

GRIDS = [
    ("plain", f"<table>{HEAD}<tr><td>甲<td>市财政局<td>6月底前</table>", [[H, ["甲", "市财政局", "6月底前"]]]),
    ("rowspan", f"<table>{HEAD}<tr><td>甲<td rowspan=2>市财政局<td>6月<tr><td>乙<td>7月</table>", [[H, ["甲", "市财政局", "6月"], ["乙", "市财政局", "7月"]]]),
    ("rowspan 0 goes to the end", f"<table>{HEAD}<tr><td>甲<td rowspan=0>市财政局<td>6月<tr><td>乙<td>7月</table>", [[H, ["甲", "市财政局", "6月"], ["乙", "市财政局", "7月"]]]),
    ("rowspan beyond the end", f"<table>{HEAD}<tr><td>甲<td rowspan=99>市财政局<td>6月<tr><td>乙<td>7月</table>", [[H, ["甲", "市财政局", "6月"], ["乙", "市财政局", "7月"]]]),
    ("rowspan ends with its tbody", f"<table><tbody>{HEAD}<tr><td rowspan=9>甲<td>市财政局<td>6月</tbody><tbody><tr><td>乙<td>市审计局<td>7月</tbody></table>",
     [[H, ["甲", "市财政局", "6月"], ["乙", "市审计局", "7月"]]]),
    ("colspan", f"<table>{HEAD}<tr><td colspan=3>一、工业<tr><td>甲<td>市财政局<td>6月</table>", [[H, ["一、工业"] * 3, ["甲", "市财政局", "6月"]]]),
    ("colspan beyond the width", f"<table>{HEAD}<tr><td colspan=10000>一、工业<tr><td>甲<td>市财政局<td>6月</table>", [[H, ["一、工业"] * 3, ["甲", "市财政局", "6月"]]]),
    ("both", f"<table>{HEAD}<tr><td colspan=2 rowspan=2>甲<td>6月<tr><td>7月<tr><td>乙<td>市财政局<td>8月</table>", [[H, ["甲", "甲", "6月"], ["甲", "甲", "7月"], ["乙", "市财政局", "8月"]]]),
    ("overlapping", f"<table>{HEAD}<tr><td>甲<td>市财政局<td rowspan=2>6月<tr><td colspan=3>乙</table>", [[H, ["甲", "市财政局", "6月"], ["乙", "乙", "6月"]]]),
    ("tfoot first, thead last", f"<table><tfoot><tr><td>丙<td>市审计局<td>8月</tfoot><tbody><tr><td>甲<td>市财政局<td>6月</tbody><thead>{HEAD}</thead></table>",
     [[H, ["甲", "市财政局", "6月"], ["丙", "市审计局", "8月"]]]),
    ("paragraphs and breaks in cells", f"<table>{HEAD}<tr><td><p>甲</p><p>乙</p><td>市财政局<br>市审计局<td>6月</table>", [[H, ["甲\n乙", "市财政局\n市审计局", "6月"]]]),
    ("empty cells", f"<table>{HEAD}<tr><td>甲<td>&nbsp;<td><tr><td>乙<td>市财政局<td></table>", [[H, ["甲", "", ""], ["乙", "市财政局", ""]]]),
    ("ragged rows", f"<table>{HEAD}<tr><td>甲<td>市财政局</table>", [[H, ["甲", "市财政局", ""]]]),
    ("hidden rows and cells", f"<table>{HEAD}<tr style='display:none'><td>丁<td>丁<td>丁<tr><td>甲<td>市财政局<td>6月</table>", [[H, ["甲", "市财政局", "6月"]]]),
    ("in a table that lays out", f"<table><tr><td>栏目</td><td><p>一、总体要求，按照部署推进。</p><table>{HEAD}<tr><td>甲<td>市财政局<td>6月</table><p>以上任务，抓好落实。</p></td></tr></table>",
     [[H, ["甲", "市财政局", "6月"]]]),
    ("a table in a cell of a table with a head", f"<table>{HEAD}<tr><td>甲<table><tr><td>其一<tr><td>其二</table><td>市财政局<td>6月</table>", [[H, ["甲\n其一\n其二", "市财政局", "6月"]]]),
    ("Excel", "<table x:str border=0><col width=72><tr height=19><td class=xl24 x:num>1</td><td>甲</td><td>市财政局</td></tr><tr><td x:num>2<td>乙<td>市审计局</tr>"
     "<![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=72></td></tr><![endif]></table>", [[["1", "甲", "市财政局"], ["2", "乙", "市审计局"]]]),
    ("a column that Excel hides", "<table><col width=9><col width=0 style='display:none;mso-width-source:userset' span=2><col>"
     "<tr><td>任务<td>内部<td>备用<td>牵头单位<tr><td>甲<td>丁<td>戊<td>市财政局<tr><td>乙<td>丁<td colspan=2>市审计局</table>",
     [[["任务", "牵头单位"], ["甲", "市财政局"], ["乙", "市审计局"]]]),
    ("one column lays out", "<table><tr><td>一、甲<tr><td>二、乙</table>", []),
    ("one cell lays out", "<table><tr><td><p>一、甲</p><p>二、乙</p></table>", []),
    ("a page in two columns lays out", "<table><tr><td>栏目<td>" + "<p>推进各项任务，落实责任。</p>" * 8 + "</table>", []),
]  # fmt: skip


@pytest.mark.parametrize(("body", "wanted"), [g[1:] for g in GRIDS], ids=[g[0] for g in GRIDS])
def test_grids(body: str, wanted: list[list[list[str]]]) -> None:
    assert grids(body) == wanted


def test_places_of_cells() -> None:
    source = read(f"<table>{HEAD}<tr><td>甲<td colspan=2>市财政局</table><p>乙</p><table>{HEAD}<tr><td>丙<td>市审计局<td>7月</table>")
    assert source.places == ("p1", "t1r1c1", "t1r1c2", "t1r1c3", "t1r2c1", "t1r2c2", "p2", "t2r1c1", "t2r1c2", "t2r1c3", "t2r2c1", "t2r2c2", "t2r2c3")


def test_caption_and_order() -> None:
    source = read(f"<table><caption>附表</caption>{HEAD}<tr><td>甲<td>市财政局<td>6月</table>")
    assert source.text.split("\n")[1] == "附表"


METADATA = [
    ("table", "<table><tr><td>索 引 号：</td><td>YP-001</td><td>发文机关：</td><td>沅平市人民政府</td></tr><tr><td>成文日期：</td><td>2024年1月2日</td><td>文号：</td><td></td></tr></table>",
     ["索引号：YP-001", "发文机关：沅平市人民政府", "成文日期：2024年1月2日", "文号："]),
    ("table without colons", "<table><tr><th>索引号</th><td>YP-001</td></tr><tr><th>发文机关</th><td>沅平市人民政府</td></tr></table>", ["索引号：YP-001", "发文机关：沅平市人民政府"]),
    ("label and value in one cell", "<table><tr><td><b>索引号：</b>YP-001</td><td><b>发文机关：</b>沅平市人民政府</td></tr><tr><td>成文日期：2024-01-02</td><td>有效性：</td></tr></table>",
     ["索引号：YP-001", "发文机关：沅平市人民政府", "成文日期：2024-01-02", "有效性："]),
    ("list", "<ul><li><span>索引号：</span><span>YP-001</span></li><li><span>发文机关：</span>沅平市人民政府</li></ul>", ["索引号：YP-001", "发文机关：沅平市人民政府"]),
    ("list of blocks", "<ul><li><div>索引号：</div><div>YP-001</div></li><li><div>有效性：</div><div></div></li><li><div>发文机关：</div><div>沅平市人民政府</div></li></ul>",
     ["索引号：YP-001", "有效性：", "发文机关：沅平市人民政府"]),
    ("dl", "<dl><dt>索引号</dt><dd>YP-001</dd><dt>标题</dt><dd>重点任务分工方案</dd></dl>", ["索引号：YP-001", "标题：重点任务分工方案"]),
    ("a label without value above a paragraph", "<div><span>主题词</span></div><p>重点任务分工方案</p>", ["主题词", "重点任务分工方案"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "wanted"), [m[1:] for m in METADATA], ids=[m[0] for m in METADATA])
def test_metadata(body: str, wanted: list[str]) -> None:
    source = read(body)
    assert source.text.split("\n")[1:] == wanted and not source.tables


ABSURD = [
    ("spans of ten thousand", "<table>" + "<tr><td colspan=10000 rowspan=10000>甲<td>乙" * 1_000 + "</table>"),
    ("a million places by rowspan", "<table>" + "<tr><td rowspan=65534>甲" * 3_000 + "</table>"),
    ("one row of a hundred thousand", "<table>" + "<tr><td>甲" * 2_000 + "<tr>" + "<td>乙" * 100_000 + "</table>"),
    ("a million places below a head", f"<table>{HEAD}" + "<tr><td rowspan=3000>甲<td rowspan=0>乙" * 3_000 + "</table>"),
]


@pytest.mark.parametrize("body", [a[1] for a in ABSURD], ids=[a[0] for a in ABSURD])
def test_absurd_spans_are_bounded(body: str) -> None:
    start = time.process_time()
    assert len(read(body).text) < 1_000_000
    assert time.process_time() - start < 10
