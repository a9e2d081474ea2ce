"""What of a page is the document: metadata, title, source line, annexes beside the content's own block; menus, breadcrumbs, buttons, feet are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from web_pages import LINKS

from loaders.load import load
from loaders.open import source_of_bytes

TITLE = "沅平市人民政府办公室关于印发沅平市重点任务分工方案的通知"
WORDS = [
    "各县（区）人民政府，市政府各部门：",
    "《沅平市重点任务分工方案》已经市政府同意，现印发给你们，请认真组织实施。",
    "沅平市人民政府办公室",
    "2024年3月26日",
    "沅平市重点任务分工方案",
    "一、优化环境",
    "1.推进改革，完成改造300户。（牵头单位：市财政局；配合单位：市审计局）",
    "2.新建学校5所，年内建成。（牵头单位：市教育局）",
]
TEXT = "".join(f"<p>{w}</p>" for w in WORDS)
NEWS = "".join(f'<li><a href="/n{i}">{w}</a></li>' for i, w in enumerate(LINKS))
NAV = '<div class="top"><a href="/">首页</a><a href="/a">政务公开</a><a href="/b">走进沅平</a><span>今天是2025年3月1日 星期六</span></div>'
CRUMBS = '<div>您现在的位置：<a href="/">首页</a> &gt; <a href="/a">政务公开</a> &gt; 正文</div>'
BUTTONS = '<div class="share">分享到：<a href="x">微信</a></div><p>【<a href="javascript:p()">打印本页</a>】【<a href="javascript:c()">关闭窗口</a>】</p>'
NEIGHBOURS = '<div>上一篇：<a href="1">关于召开工作会议的通知</a></div><div>下一篇：<a href="2">关于放假安排的通知</a></div>'
FOOT = '<div class="bottom"><p>版权所有：沅平市人民政府 主办单位：沅平市人民政府办公室</p><p>地址：沅平市中心大道1号 电话：0000-0000000</p><p>云ICP备00000000号</p></div>'
METADATA = {
    "table": "<table><tr><td>索引号</td><td>YP001</td><td>主题分类</td><td>综合政务</td></tr><tr><td>发文机关</td><td>沅平市人民政府办公室</td><td>成文日期</td><td>2024-03-26</td></tr>"
    f"<tr><td>标题</td><td colspan=3>{TITLE}</td></tr><tr><td>发文字号</td><td>沅政办发〔2024〕18号</td><td>有效性</td><td></td></tr></table>",
    "list": "<ul class=attr><li><b>索 引 号：</b>YP001</li><li><b>发布机构：</b>沅平市人民政府办公室</li><li><b>生成日期：</b>2024-03-26</li><li><b>文　　号：</b>沅政办发〔2024〕18号</li></ul>",
    "dl": "<dl><dt>索引号</dt><dd>YP001</dd><dt>发文机关</dt><dd>沅平市人民政府办公室</dd><dt>发文字号</dt><dd>沅政办发〔2024〕18号</dd><dt>成文日期</dt><dd>2024-03-26</dd></dl>",
    "divs": "<div class=info><div class=row><div class=k>索引号：</div><div class=v>YP001</div></div><div class=row><div class=k>发文机关：</div><div class=v>沅平市人民政府办公室</div></div>"
    "<div class=row><div class=k>文号：</div><div class=v>沅政办发〔2024〕18号</div></div></div>",
}


def _boxed(metadata: str) -> str:
    return f'{NAV}<div class="wrap">{CRUMBS}<div class="head">{metadata}</div><h1>{TITLE}</h1><div class="article">{TEXT}</div>{BUTTONS}{NEIGHBOURS}<h3>相关文档</h3><ul>{NEWS}</ul></div>{FOOT}'


def _apart(metadata: str) -> str:
    """Metadata and title far from the text, below a menu and beside a column of news."""
    return (
        f'<div class=header>{NAV}<ul class=menu>{NEWS}</ul></div>{CRUMBS}<div>{metadata}</div><div class="title">{TITLE}</div><div><div class=left><ul>{NEWS}</ul></div>'
        f"<div class=right><div id=zoom>{TEXT}</div></div></div>{NEIGHBOURS}{FOOT}"
    )


def _old(metadata: str) -> str:
    """Tables in tables."""
    menu = "".join(f'<tr><td><a href="/{i}">{w}</a></td></tr>' for i, w in enumerate(LINKS))
    return (
        f"<table><tr><td>{NAV}</td></tr></table><table><tr><td width=200><table>{menu}</table></td><td><table><tr><td>{CRUMBS}</td></tr><tr><td>{metadata}</td></tr>"
        f"<tr><td align=center><b>{TITLE}</b></td></tr><tr><td>{TEXT}</td></tr><tr><td>{BUTTONS}</td></tr></table></td></tr></table><table><tr><td>{FOOT}</td></tr></table>"
    )


@pytest.mark.parametrize("metadata", METADATA)
@pytest.mark.parametrize("page", [_boxed, _apart, _old], ids=lambda p: p.__name__.strip("_"))
def test_the_document_and_nothing_of_the_site(page: Callable[[str], str], metadata: str) -> None:
    source = source_of_bytes(f"<html><head><title>{TITLE}-沅平市人民政府</title></head><body>{page(METADATA[metadata])}</body></html>".encode(), "x")
    lines = source.text.split("\n")
    at = lines.index(TITLE)
    assert lines[at + 1 :] == WORDS
    assert all("：" in line for line in lines[:at]) and len(lines[:at]) >= 3
    plan = load(source)
    assert (plan.header.name, plan.header.number, plan.header.issuer, plan.header.date) == (
        "沅平市重点任务分工方案",
        "沅政办发〔2024〕18号",
        "沅平市人民政府办公室",
        "2024-03-26",
    )
    assert len(plan.tasks) == 2 and plan.unread == ()


TITLES = [
    ("the content has it", f"<title>{TITLE}</title>", f"<p>{TITLE}</p>{TEXT}", [TITLE, *WORDS]),
    ("the content has another", f"<title>{TITLE}</title>", TEXT, WORDS),
    ("the content has none", f"<title>{TITLE}_沅平市人民政府门户网站</title>", "".join(f"<p>{w}</p>" for w in WORDS[5:]), [TITLE, *WORDS[5:]]),
    ("a title of the site", "<title>沅平市人民政府门户网站</title>", "".join(f"<p>{w}</p>" for w in WORDS[5:]), WORDS[5:]),
    ("no title", "", "".join(f"<p>{w}</p>" for w in WORDS[5:]), WORDS[5:]),
]


@pytest.mark.parametrize(("head", "body", "wanted"), [t[1:] for t in TITLES], ids=[t[0] for t in TITLES])
def test_title(head: str, body: str, wanted: list[str]) -> None:
    assert source_of_bytes(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "x").text.split("\n") == wanted


# what stands in the content's block beside the text: kept lines
IN_BLOCK = [
    ("the plan's own list of annexes", '<p>附件：<a href="P1.doc">1.任务分解表</a></p><p><a href="P2.doc">2.成员名单</a></p>', ["附件：1.任务分解表", "2.成员名单"]),
    ("files of the site", '<p><a href="P1.doc">附件1：任务分解表.doc</a></p><ul class="attach"><li><a href="a.pdf">沅平市方案.pdf</a></li></ul>', []),
    ("a sentence with links", '<p>按照<a href="1">《云泽省条例》</a>和<a href="2">《沅平市办法》</a>执行。</p>', ["按照《云泽省条例》和《沅平市办法》执行。"]),
    ("a paragraph in an anchor", '<p><a name="_Toc1">二、保障措施</a></p><p><a href="#_Toc1">二、保障措施</a></p>', ["二、保障措施", "二、保障措施"]),
    ("an anchor that was not closed", '<p><a href="x.html">二、健全工作机制，各单位要加强组织领导，细化任务分工，压实工作责任，确保各项任务按期完成，取得实效。<p>三、加强督查。', ["二、健全工作机制，各单位要加强组织领导，细化任务分工，压实工作责任，确保各项任务按期完成，取得实效。", "三、加强督查。"]),
    ("short lines", "<p>（此件公开发布）</p><p>抄送：市委各部门</p>", ["（此件公开发布）", "抄送：市委各部门"]),
    ("a share bar", '<div class="bdsharebuttonbox"><a href="#">微信</a><a href="#">微博</a></div>', []),
    ("related links", f'<div><ul>{NEWS}</ul></div>', []),
    ("boxes named like the site's, with text", '<div class="hot"><p>三、加强领导，各部门要落实责任，按时完成任务，每季度报送进展。</p></div>', ["三、加强领导，各部门要落实责任，按时完成任务，每季度报送进展。"]),
]  # fmt: skip


@pytest.mark.parametrize(("more", "wanted"), [b[1:] for b in IN_BLOCK], ids=[b[0] for b in IN_BLOCK])
def test_in_the_block(more: str, wanted: list[str]) -> None:
    page = f"<html><body>{NAV}<ul>{NEWS}</ul><div id=zoom>{TEXT}{more}</div>{FOOT}</body></html>"
    assert source_of_bytes(page.encode(), "x").text.split("\n") == [*WORDS, *wanted]


def test_a_plan_in_several_boxes_is_whole() -> None:
    boxes = "".join(f'<div class="part"><h2>{n}、第{n}部分</h2>' + "<p>推进改革，完成改造300户。（牵头单位：市财政局）</p>" * 6 + "</div>" for n in "一二三四五六")
    text = source_of_bytes(
        f"<html><body>{NAV}<ul>{NEWS}</ul><div>{boxes}</div><div><p>沅平市人民政府</p><p>2024年1月2日</p></div>{FOOT}</body></html>".encode(), "x"
    ).text
    assert text.count("牵头单位") == 36 and all(f"{n}、第{n}部分" in text for n in "一二三四五六") and text.endswith("沅平市人民政府\n2024年1月2日")
    assert "ICP" not in text and LINKS[0] not in text
