"""Pages of invented sites, in the shapes in which real ones publish their plans, around the words of a plan."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence

LINKS = [
    "沅平市召开生态环境保护工作会议", "市政府领导赴霁州调研", "关于开展安全生产大检查的通报", "云泽省出台稳就业十二条措施", "澄溪县举办招商推介会",
    "全市一季度经济运行情况发布", "关于公开征求意见的公告", "民生实事项目进展顺利", "市人大常委会会议召开", "防汛抗旱工作部署",
]  # fmt: skip


def rows_of_bars(lines: Sequence[str]) -> list[list[str]]:
    """The cells of a table of bars; its rule is left out."""
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
    return [r for r in rows if not all(re.fullmatch(r"[-:\s]*", c) for c in r)]


def _table(lines: Sequence[str], cell: Callable[[str], str]) -> str:
    out = []
    rows = rows_of_bars(lines)
    width = max(map(len, rows))
    for n, row in enumerate(rows):
        full = [c for c in row if c]
        if n and len(full) == 1 and row[0]:  # a heading over the whole width
            out.append(f'<tr><td colspan="{width}">{cell(row[0])}</td></tr>')
        else:
            out.append("<tr>" + "".join(f"<td>{cell(c)}</td>" for c in row) + "</tr>")
    return "<table border=1 cellspacing=0>" + "\n".join(out) + "</table>"


def blocks(plan: str) -> list[list[str]]:
    """The lines between blank lines; a table of bars is one block."""
    out: list[list[str]] = [[]]
    for line in plan.split("\n"):
        bar = line.strip().startswith("|")
        if not line.strip():
            out.append([])
        elif out[-1] and bar != out[-1][-1].strip().startswith("|"):
            out.append([line.strip()])
        else:
            out[-1].append(line.strip())
    return [b for b in out if b]


def unwrapped(plan: str) -> str:
    """A plan whose paragraphs are broken at a width, as a site prints it: not broken."""
    return re.sub(r"(?m)^(.{33,42}[^。；：\n])\n(?=[^\s（(\d]|\d{1,4}[年月日户个万])", r"\1", plan)


def body(plan: str, paragraph: Callable[[str], str], cell: Callable[[str], str] = lambda c: c) -> str:
    """The plan as blocks of HTML: tables of bars as tables, soft line breaks as <br>. The breadcrumbs of a sample are left to the site."""
    out = []
    for lines in blocks(plan):
        if lines[0].startswith("|"):
            out.append(_table(lines, lambda c: cell(html.escape(c))))
        elif kept := [line for line in lines if len(line) > 60 or not line.startswith(("首页 >", "当前位置"))]:
            out.append(paragraph("<br>".join(html.escape(line) for line in kept)))
    return "\n".join(out)


def _news(n: int = 8) -> str:
    return "".join(f'<li><a href="/art/{i}.html">{words}</a><span>2025-01-{i + 10}</span></li>\n' for i, words in enumerate(LINKS[:n]))


def trs(plan: str, title: str, charset: str = "utf-8") -> str:
    """TRS WCM: TRS_Editor in div.content, table of labels, share bar, footer."""
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset={charset}" />
<title>{title}_沅平市人民政府门户网站</title><style>.hide{{display:none}}</style><script>var a = "<p>牵头单位：市脚本局</p>";</script></head>
<body><div class="header"><div class="logo"><a href="/"><img src="logo.png"/></a></div><ul class="nav"><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li>
<li><a href="/zmhd/">政民互动</a></li><li><a href="/fw/">办事服务</a></li></ul></div>
<div class="dqwz">当前位置：<a href="/">首页</a> &gt; <a href="/zw/">政务公开</a> &gt; <a href="/wj/">文件</a></div>
<div class="main"><div class="content">
<div class="share"><a href="javascript:void(0)">打印本页</a> <a href="#">关闭窗口</a> 【字体：<a href="javascript:f(1)">大</a> <a href="javascript:f(2)">中</a> <a href="javascript:f(3)">小</a>】</div>
<div class="TRS_Editor">{body(plan, lambda p: f'<p align="justify">　　{p}</p>')}</div>
<div class="hide">牵头单位：市隐藏局</div><div style="display: none">责任单位：市看不见局</div>
<div class="fujian"><h3>附件下载：</h3><ul><li><a href="./P020250101.doc">分工方案.doc</a></li><li><a href="./P020250102.pdf">分工方案.pdf</a></li></ul></div>
<div class="xgxx"><h3>相关信息</h3><ul>{_news(4)}</ul></div></div>
<div class="right"><div class="title">热点新闻</div><ul>{_news()}</ul></div></div>
<div class="footer"><p>主办单位：沅平市人民政府办公室　承办单位：沅平市大数据局</p><p>云ICP备00000000号　网站标识码：0000000000</p></div></body></html>"""


def ucap(plan: str, title: str, charset: str = "utf-8") -> str:
    """The form of gov.cn: pages_content, UCAP-CONTENT, centred title, buttons."""
    return f"""<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="{charset}"><title>{title}_政策文件_门户</title><meta name="keywords" content="方案"></head><body>
<header><nav><a href="/">首页</a><a href="/zc">政策</a></nav></header>
<div class="bread-crumb"><a href="/">首页</a> > <a href="/zc">政策</a> > 正文</div>
<div class="wrap"><div class="pages-title"><div class="share-box"><a class="print" href="javascript:;">打印</a><a class="wx" href="javascript:;">微信</a></div></div>
<div class="pages_content" id="UCAP-CONTENT"><div class="trs_editor_view TRS_UEDITOR trs_paper_default trs_web">
{body(plan, lambda p: f'<p style="text-indent: 2em; font-family: 宋体; font-size: 12pt;"><span style="font-family: 宋体; font-size: 12pt;">{p}</span></p>', lambda c: f'<p style="text-align: center">{c}</p>')}
</div></div>
<div class="editor"><span style="display:none">责任编辑：某人</span></div><div class="related"><h2>相关稿件</h2><ul>{_news(6)}</ul></div></div>
<footer><p>版权所有</p></footer></body></html>"""


def jcms(plan: str, title: str, charset: str = "utf-8") -> str:
    """JCMS: everything in nested tables, content between comments, id=zoom, &nbsp; indents and <br> in the place of paragraphs."""
    indent = "&nbsp;" * 4
    return f"""<html><head><meta http-equiv="content-type" content="text/html; charset={charset}"><title>{title}</title></head><body topmargin="0">
<table width="1000" align="center"><tr><td><a href="/">首页</a> | <a href="/col1">信息公开</a> | <a href="/col2">公众参与</a></td></tr></table>
<table width="1000" align="center"><tr><td width="220" valign="top"><table><tr><td>栏目导航</td></tr>{"".join(f'<tr><td><a href="/c{i}">{w}</a></td></tr>' for i, w in enumerate(LINKS))}</table></td>
<td valign="top"><table id="article" width="100%"><tr><td align="center"><!--<$[信息内容]>begin-->
<div id="zoom">{body(plan, lambda p: f"{indent}{p}<br><br>")}</div><!--<$[信息内容]>end--></td></tr>
<tr><td align="right">【<a href="javascript:window.print()">打印本页</a>】 【<a href="javascript:window.close()">关闭窗口</a>】</td></tr></table></td></tr></table>
<table width="1000" align="center"><tr><td align="center">版权所有：沅平市人民政府　云ICP备00000000号<br>技术支持：市信息中心</td></tr></table></body></html>"""


def asp(plan: str, title: str, charset: str = "gb2312") -> str:
    """An ASP page of 2008: upper case, <FONT>, <CENTER>, no closing tags, source lines broken at will."""

    def broken(p: str) -> str:
        return re.sub(r"([\u4e00-\u9fff]{17})(?=[\u4e00-\u9fff])", "\\1\n      ", p)

    return f"""

<HTML><HEAD><TITLE>{title}</TITLE>
<META http-equiv=Content-Type content="text/html; charset={charset}"></HEAD>
<BODY bgColor=#ffffff leftMargin=0><CENTER>
<TABLE width=778 border=0><TR><TD><FONT color=red>今天是2025年3月1日</FONT><TD><A href="index.asp">网站首页</A>|<A href="news.asp">新闻</A>|<A href="gk.asp">公开</A></TABLE>
<TABLE width=778 border=0 cellPadding=0><TBODY><TR><TD width=180 vAlign=top><TABLE><TR><TD>热点文章{"".join(f'<TR><TD>·<A href="show.asp?id={i}">{w}</A>' for i, w in enumerate(LINKS))}</TABLE>
<TD vAlign=top><TABLE width="100%"><TR><TD height=30><FONT size=2>您现在的位置：<A href="index.asp">首页</A> &gt;&gt; <A href="c.asp">文件</A></FONT>
<TR><TD class=content>{body(plan, lambda p: f"<P><FONT face=仿宋_GB2312 size=4>{broken(p)}</FONT>", lambda c: f"<FONT size=2>{c}</FONT>")}
<TR><TD align=right><A href="print.asp">打印本页</A></TABLE></TABLE>
<TABLE width=778><TR><TD align=middle>主办：沅平市人民政府办公室 技术支持：沅平市信息中心<BR>Copyright 2008 云ICP备00000000号</TABLE></CENTER></BODY></HTML>"""


def word(plan: str, title: str, charset: str = "gb2312") -> str:
    """As Word saves a page: runs in spans, o:p, conditional comments, numbers and letters in spans of their own."""

    def runs(p: str) -> str:
        parts = re.split(r"(&[a-z]+;|<br>|[0-9]+)", p)
        return "".join(
            part
            if part.startswith(("&", "<"))
            else f'<span lang=EN-US style="font-size:16.0pt">{part}</span>'
            if part.isdigit()
            else f'<span\nstyle="font-size:16.0pt;font-family:仿宋_GB2312">{part}</span>'
            for part in parts
            if part
        )

    return f"""<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta http-equiv=Content-Type content="text/html; charset={charset}"><meta name=ProgId content=Word.Document><title>{title}</title>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal, li.MsoNormal {{mso-style-parent:""; margin:0cm;}} @page WordSection1 {{size:595.3pt 841.9pt;}} div.WordSection1 {{page:WordSection1;}} --></style></head>
<body lang=ZH-CN style='tab-interval:21.0pt'><div class=WordSection1 style='layout-grid:15.6pt'>
{body(plan, lambda p: f"<p class=MsoNormal style='text-indent:32.0pt'>{runs(p)}<span lang=EN-US><o:p></o:p></span></p>", lambda c: f"<p class=MsoNormal align=center>{runs(c)}<span lang=EN-US><o:p>&nbsp;</o:p></span></p>")}
</div></body></html>"""


SHAPES = {"trs": trs, "ucap": ucap, "jcms": jcms, "asp": asp, "word": word}


def mhtml(page: str, charset: str = "utf-8", encoding: str = "quoted-printable", writer: str = "chrome") -> bytes:
    """A page in a web archive as Chrome, IE or WPS writes one."""
    import base64
    import quopri

    raw = page.encode("gb18030" if charset.startswith("gb") else charset)
    coded = quopri.encodestring(raw) if encoding == "quoted-printable" else base64.encodebytes(raw)
    place = "https://www.example.invalid/art/1.html" if writer == "chrome" else "file:///C:/plan.htm"
    told = "" if writer == "chrome" else f';\r\n\tcharset="{charset}"'
    head = {
        "chrome": f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {place}\r\nSubject: =?utf-8?Q?plan?=\r\nDate: Thu, 2 Jan 2025 03:04:05 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----MultipartBoundary--x----"\r\n\r\n\r\n',
        "ie": "From: <Saved by Windows Internet Explorer 8>\r\nSubject: plan\r\nDate: Thu, 2 Jan 2025 11:04:05 +0800\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----MultipartBoundary--x----"\r\nX-MimeOLE: Produced By Microsoft MimeOLE\r\n\r\nThis is a multi-part message in MIME format.\r\n\r\n',
        "wps": 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="----MultipartBoundary--x----"\r\n\r\n',
    }[writer]
    edge = "------MultipartBoundary--x----"
    parts = f"{edge}\r\nContent-Type: text/html{told}\r\nContent-Transfer-Encoding: {encoding}\r\nContent-Location: {place}\r\n\r\n".encode() + coded
    picture = f"\r\n{edge}\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://www.example.invalid/a.png\r\n\r\niVBORw0KGgo=\r\n{edge}--\r\n"
    return head.encode() + parts + picture.encode()
