"""Pages of government sites as they are published: navigation, a table of labels, the plan, a foot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from html import escape

from .assembled import grid
from .parts import Pairs, Part, Table

_NAVIGATION = ("网站首页", "政务公开", "政务服务", "互动交流", "走进本地")
_FOOT = ("打印本页", "关闭窗口", "联系我们", "网站地图", "版权所有：市人民政府办公室")
FURNITURE = tuple(rf"(?:{'|'.join(map(re.escape, words))}|[|·>])+" for words in ((*_NAVIGATION, *_FOOT),)) + ("打印", "分享到:?", "相关文档")
"""What a page holds besides the plan: regexes of folded lines without blanks."""
WAYS = ("paragraphs", "breaks", "spans", "word", "gb2312", "mhtml")


def page(parts: Sequence[Part], way: str = "paragraphs") -> bytes:
    """The bytes of a page. ``way``: paragraphs of their own; "breaks": one block broken by <br>; "spans": words cut into spans; "word": as Word
    saves a page; "gb2312": GB18030 bytes that say gb2312; "mhtml": a page with its pictures in one file, as browsers save it."""
    charset = "gb2312" if way == "gb2312" else "utf-8"
    words = _page(parts, way, charset)
    if way == "mhtml":
        return _archive(words)
    return words.encode("gb18030" if way == "gb2312" else "utf-8")


def _page(parts: Sequence[Part], way: str, charset: str) -> str:
    navigation = "".join(f'<li><a href="/{n}.html">{words}</a></li>' for n, words in enumerate(_NAVIGATION))
    foot = " | ".join(f'<a href="#">{words}</a>' for words in _FOOT)
    labels = [pair for part in parts if isinstance(part, Pairs) for pair in part.pairs]
    first = next((n for n, part in enumerate(parts) if isinstance(part, Pairs)), 0)
    inner = []
    for n, part in enumerate(parts):
        if isinstance(part, Pairs):
            inner.append(_labels(labels) if n == first else "")
        else:
            inner.append(_table(part) if isinstance(part, Table) else _line(part.words, way))
    article = "\n".join(x for x in inner if x)
    if way == "breaks":
        article = f"<div>{article}</div>"
    return (
        f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "x.dtd">\n<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">'
        '<title>信息公开</title><style>p{margin:0}</style><script>var a="<p>脚本里的字</p>";if(1<2){}</script></head>\n'
        f'<body><!-- 导航 --><div class="nav"><ul>{navigation}</ul></div><noscript>请打开脚本</noscript><div style="display:none">看不见的字</div>\n'
        f'<div class="article" id="zoom">{article}</div>\n<div class="footer"><p>{foot}</p></div></body></html>'
    )


def _line(words: str, way: str) -> str:
    inner = escape(words, quote=False).replace("  ", "&nbsp;&nbsp;")
    if way == "breaks":
        return f"&emsp;&emsp;{inner}<br/>"
    if way == "spans":
        cuts = [0, *range(3, len(words), 7), len(words)]
        pieces = (escape(words[a:b], quote=False).replace("  ", "&nbsp; ") for a, b in zip(cuts, cuts[1:]))
        return "<p>&#12288;&#12288;" + "".join(f'<span style="font-size:16px">{x}</span>' for x in pieces) + "</p>"
    if way == "word":
        broken = re.sub(r"(?<=[，,、；;])", "\n", inner)
        return f"<p class=MsoNormal style='text-indent:32.0pt'><span lang=ZH-CN style=\"font-family:仿宋\">{broken}</span><o:p></o:p></p>"
    return f'<p style="text-indent:2em">{inner}</p>'


def _labels(pairs: Sequence[tuple[str, str]]) -> str:
    """Two labels and their values a row."""
    cells = [f"<td><b>{escape(label)}：</b></td><td>{escape(value)}</td>" for label, value in pairs]
    rows = ("".join(cells[n : n + 2]) for n in range(0, len(cells), 2))
    return f'<table class="xxgk">{"".join(f"<tr>{row}</tr>" for row in rows)}</table>'


def _table(table: Table) -> str:
    cells = grid(table, "")
    rows = []
    for r, row in enumerate(cells):
        if table.heads_group(r):
            rows.append(f'<tr><td colspan="{len(row)}"><p>{escape(table.rows[r][0])}</p></td></tr>')
        else:
            rows.append("<tr>" + "".join(f"<td><p>{escape(words)}</p></td>" if words else "<td>&nbsp;</td>" for words in table.rows[r]) + "</tr>")
    return f'<table border="1"><tbody>{"".join(rows)}</tbody></table>'


def _archive(words: str) -> bytes:
    whole = MIMEMultipart("related", type="text/html", boundary="----MultipartBoundary--x----")
    whole["From"], whole["Subject"] = "<Saved by Blink>", "信息公开"
    part = MIMEText(words, "html", "utf-8")
    part["Content-Location"] = "http://www.example.gov.cn/a.html"
    whole.attach(part)
    picture = EmailMessage()
    picture.set_content(b"GIF89a", "image", "gif")
    whole.attach(picture)
    return whole.as_bytes()
