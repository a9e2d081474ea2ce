"""Tables in text files: comma separated (.csv) and tab separated (.tsv), as Excel, WPS and databases write them."""

from __future__ import annotations

import hashlib

from graphmodel.formats.tables import is_part_of_graph
from graphmodel.plan import Source
from graphmodel.problems import Problem
from loaders.assembly import Assembly
from loaders.contents import kind_of
from loaders.encodings import decode
from loaders.reader import Ask, reader
from loaders.readers.text import text as read_text
from loaders.sheets.delimiters import sheet_of
from loaders.sheets.laying import lay

MOST_BYTES = 20_000_000


@reader("delimited", suffixes=(".csv", ".tsv", ".tab"), sniff=lambda data: False, max_bytes=MOST_BYTES, marked=False)
def delimited(data: bytes, ask: Ask) -> Source:
    """The table of a file, and the lines above and below it; a file without a table is read as text. Raises Problem."""
    name = ask.name
    if not data.strip() or kind_of(data) != "text":
        return read_text.read(data, ask)  # says what it is
    if is_part_of_graph(data):
        raise Problem(
            f"{name} 是 fengong graph 写出的图的一部分，不是方案；请直接用 fengong 的命令读取 .nodes.csv。",
            f"{name} is a part of a graph that fengong wrote, not a plan; give its .nodes.csv to a command of fengong.",
        )
    words = decode(data, name)
    if "\0" in words:
        return read_text.read(data, ask)
    assembly = Assembly()
    lay(sheet_of(words, name), False, assembly)
    return assembly.source(name, hashlib.sha256(data).hexdigest())
