"""Old Word files, RTF and OpenDocument through LibreOffice, and files that LibreOffice wrote itself."""

from __future__ import annotations

import hashlib
import http.server
import os
import struct
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NoReturn

import pytest
from word_files import abstract, docx, lvl, num, p, package, parts_of, run, tbl, tc, tr

from graphmodel.problems import Problem
from loaders import libreoffice
from loaders.open import source_of, source_of_bytes
from loaders.reader import Ask, reader_for_bytes, reader_for_suffix
from loaders.word.compound import state_of

LIST = abstract(0, lvl(0, "chineseCounting", "%1、", suff="nothing"), lvl(1, "chineseCounting", "（%2）", suff="nothing"), lvl(2), lvl(3, text="（%4）"), lvl(4, "decimalEnclosedCircle", "%5")) + num(1, 0)  # fmt: skip
DOWN, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
BODY = (
    p("沅平市2024年重点任务分工方案")
    + p("总体要求", 1, 0)
    + p("重点任务", 1, 0)
    + p("推进改革", 1, 1)
    + p("建设平台。（牵头单位：市发展改革委；责任单位：市财政局）", 1, 2)
    + p("完善制度。（牵头单位：市教育局）", 1, 2)
    + p("健全机制", 1, 3)
    + p("加强督导", 1, 4)
    + tbl(tr("序号", "工作任务", "牵头单位"), tr("1", tc("扩大开放", DOWN), "市商务局"), tr("2", tc("", ON), "市外事办"))
    + p("保障措施", 1, 0)
)
READ = (
    "沅平市2024年重点任务分工方案\n一、总体要求\n二、重点任务\n（一）推进改革\n1.建设平台。（牵头单位：市发展改革委；责任单位：市财政局）\n2.完善制度。（牵头单位：市教育局）\n"
    "（1）健全机制\n①加强督导\n序号\n工作任务\n牵头单位\n1\n扩大开放\n市商务局\n2\n市外事办\n三、保障措施"
)
WHOLE = docx(BODY, numbering=LIST)
FORMATS = {"docx": "docx:MS Word 2007 XML", "doc": "doc:MS Word 97", "rtf": "rtf:Rich Text Format", "odt": "odt:writer8"}


@pytest.fixture(scope="session")
def soffice(lacking: Callable[[str, str], NoReturn]) -> str:
    program = libreoffice.soffice()
    if program is None:
        lacking("libreoffice", "apt-get install libreoffice-writer, or set FENGONG_SOFFICE to the path of its soffice")
    return program


@pytest.fixture(scope="session")
def written(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The plan as LibreOffice writes it in a format, each made once."""
    folder = tmp_path_factory.mktemp("written")
    (folder / "plan.docx").write_bytes(WHOLE)

    def write(form: str) -> Path:
        out = folder / form / f"plan.{form}"
        if not out.exists():
            profile = (folder / "profile").as_uri()
            command = [
                soffice,
                f"-env:UserInstallation={profile}",
                "--headless",
                "--convert-to",
                FORMATS[form],
                "--outdir",
                str(out.parent),
                str(folder / "plan.docx"),
            ]
            subprocess.run(command, check=True, capture_output=True, timeout=120)
        return out

    return write


def shaped(text: str, form: str) -> str:
    """LibreOffice 7.4 writes the Chinese marks of numbers into RTF as ? and ( ): what was lost in writing is no matter of reading."""
    return text.translate(dict.fromkeys(map(ord, "、（）()"), "?")) if form == "rtf" else text


@pytest.mark.parametrize("form", FORMATS)
def test_what_libreoffice_writes_reads_the_same(form: str, written: Callable[[str], Path]) -> None:
    file = written(form)
    source = source_of(file)
    assert shaped(source.text, form) == shaped(READ, form)
    assert source.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    assert source.name == f"plan.{form}"
    assert len(source.tables) == 1
    assert source.tables[0].rows[1][1] == source.tables[0].rows[2][1]


def test_the_xml_of_word_2003(soffice: str) -> None:
    space = "http://schemas.microsoft.com/office/word/2003/wordml"
    body = (p("沅平市重点任务分工方案") + tbl(tr("工作任务", "牵头单位"), tr("扩大开放", "市商务局")) + p("完")).replace(
        "<w:tblGrid/>", '<w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="4000"/></w:tblGrid>'
    )
    data = f'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="{space}"><w:body>{body}</w:body></w:wordDocument>'.encode()
    source = source_of_bytes(data, "plan.doc")
    assert source.text == "沅平市重点任务分工方案\n工作任务\n牵头单位\n扩大开放\n市商务局\n完"
    assert len(source.tables) == 1


def test_a_file_under_a_wrong_name(written: Callable[[str], Path], tmp_path: Path) -> None:
    """Whatever the suffix says: an old file named .docx, a new one named .doc or .wps."""
    for content, name in ((written("doc"), "a.docx"), (written("docx"), "a.doc"), (written("docx"), "a.wps"), (written("doc"), "a.wps"), (written("odt"), "a.doc")):
        (tmp_path / name).write_bytes(content.read_bytes())
        assert source_of(tmp_path / name).text == READ


def test_several_at_once(written: Callable[[str], Path]) -> None:
    data = written("doc").read_bytes()
    with ThreadPoolExecutor(3) as pool:
        assert {s.text for s in pool.map(lambda n: source_of_bytes(data, f"{n}.doc"), range(3))} == {READ}


@pytest.mark.parametrize("mark", [r"\'a1\'a2", r"\u12289 ?", r"\u12289\'3f"])
def test_numbers_of_rtf_as_word_writes_them(soffice: str, mark: str) -> None:
    level = r"{\listlevel\levelnfc39\leveljc0\levelfollow2\levelstartat1{\leveltext\'02\'00" + mark + r";}{\levelnumbers\'01;}}"
    lists = r"{\*\listtable{\list\listtemplateid1" + level + r"\listid1}}{\*\listoverridetable{\listoverride\listid1\listoverridecount0\ls1}}"
    words = r"\pard\ls1\ilvl0\f0 \'d7\'dc\'cc\'e5\par \'d7\'dc\'cc\'e5\par"
    text = r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 SimSun;}}" + lists + words + "}"
    assert source_of_bytes(text.encode(), "plan.rtf").text == "一、总体\n二、总体"


def test_tracked_changes_pass_through(soffice: str) -> None:
    text = r"{\rtf1\ansi\ansicpg936 {\*\revtbl{Unknown;}{a;}}abc{\revised\revauth1 new}{\deleted\revauthdel1 old}def\par}"
    assert source_of_bytes(text.encode(), "a.rtf").text == "abcnewdef"
    assert source_of_bytes(text.encode(), "a.rtf", "original").text == "abcolddef"


def flat(parts: dict[str, str | bytes]) -> bytes:
    """A Word file as one XML file."""
    inside = "".join(
        f'<pkg:part pkg:name="/{name}" pkg:contentType="x"><pkg:xmlData>{str(content).split("?>", 1)[-1]}</pkg:xmlData></pkg:part>'
        for name, content in parts.items()
        if name != "[Content_Types].xml"
    )
    picture = '<pkg:part pkg:name="/word/media/a.png" pkg:contentType="image/png"><pkg:binaryData>AAAA</pkg:binaryData></pkg:part>'
    space = "http://schemas.microsoft.com/office/2006/xmlPackage"
    return f'<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="{space}">{inside}{picture}</pkg:package>'.encode()


def test_a_word_file_that_is_one_xml_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "as_docx", lambda *a, **k: pytest.fail("LibreOffice was asked"))
    data = flat(parts_of(BODY, numbering=LIST))
    source = source_of_bytes(data, "plan.xml")
    assert source.text == READ
    assert source.sha256 == hashlib.sha256(data).hexdigest()


# --- without LibreOffice -------------------------------------------------------------------------------------------------------------


def compound(stream: bytes, name: str = "WordDocument") -> bytes:
    """The smallest compound file that holds one stream."""
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIIII", header, 44, 1, 1, 0, 0x1000, 0xFFFFFFFE)
    struct.pack_into("<III", header, 64, 0, 0xFFFFFFFE, 0)
    struct.pack_into("<109I", header, 76, 0, *[0xFFFFFFFF] * 108)
    table = struct.pack("<128I", 0xFFFFFFFD, 0xFFFFFFFE, 0xFFFFFFFE, *[0xFFFFFFFF] * 125)
    entries = bytearray(512)
    for n, (entry, kind, start) in enumerate((("Root Entry", 5, 0xFFFFFFFE), (name, 2, 2))):
        raw = entry.encode("utf-16-le") + b"\0\0"
        entries[n * 128 : n * 128 + len(raw)] = raw
        struct.pack_into("<HB", entries, n * 128 + 64, len(raw), kind)
        struct.pack_into("<II", entries, n * 128 + 116, start, 4096)
    return bytes(header) + table + bytes(entries) + stream.ljust(4096, b"\0")


def fib(mark: int, flags: int) -> bytes:
    return struct.pack("<H8xH", mark, flags)


STATES = [
    ("Word 97", compound(fib(0xA5EC, 0)), "plain"), ("Word 6", compound(fib(0xA5DC, 0)), "plain"), ("a password", compound(fib(0xA5EC, 0x0100)), "locked"),
    ("a password, other flags", compound(fib(0xA5EC, 0x93F0)), "locked"), ("other flags", compound(fib(0xA5EC, 0x92F0)), "plain"), ("no mark", compound(fib(0, 0)), "unknown"),
    ("another stream", compound(fib(0xA5EC, 0), "Workbook"), "unknown"), ("nothing", b"", "unknown"), ("only the magic", compound(b"")[:8], "unknown"),
    ("cut", compound(fib(0xA5EC, 0))[:1100], "unknown"), ("a directory that leads to itself", compound(b"")[:512] + struct.pack("<128I", 0, 1, *[0] * 126) + b"\0" * 512, "unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "state"), [s[1:] for s in STATES], ids=[s[0] for s in STATES])
def test_what_a_compound_file_says_of_itself(data: bytes, state: str) -> None:
    assert state_of(data) == state


def test_what_libreoffice_writes_has_no_password(written: Callable[[str], Path]) -> None:
    assert state_of(written("doc").read_bytes()) == "plain"


LOCKED_ODT = package(
    {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": b"\x81\x92", "META-INF/manifest.xml": "<m:manifest><m:encryption-data/></m:manifest>"}
)

# (name, suffix, bytes, what the sentence says in Chinese, in English)
BAD = [
    ("a password", ".doc", compound(fib(0xA5EC, 0x0100)), "密码", "password"),
    ("a new Word file with a password", ".docx", compound(b"", "EncryptedPackage"), "密码", "password"),
    ("an OpenDocument text with a password", ".odt", LOCKED_ODT, "密码", "password"),
    ("no Word document in it", ".doc", compound(fib(0, 0)), "损坏", "damaged"),
    ("an OpenDocument text that is broken", ".odt", package({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a"}), "损坏", "damaged"),
    ("half of a Word file in one XML file", ".doc", flat(parts_of(p("甲")))[:-40], "损坏", "damaged"),
    ("XML of something else", ".doc", b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><a/>', "不是 Word", "does not hold"),
    ("half of an OpenDocument text", ".odt", LOCKED_ODT[:90], "损坏", "damaged"),
    ("half of an old Word file", ".doc", compound(fib(0xA5EC, 0))[:700], "损坏", "damaged"),
    ("a compound file of something else", ".doc", compound(b"", "Contents"), "损坏", "damaged"),
    ("a picture", ".doc", b"\x89PNG\r\n\x1a\n", "不是 Word", "does not hold"),
    ("an archive", ".doc", package({"a.txt": "甲"}), "不是 Word", "does not hold"),
    ("nothing", ".doc", b"", "空文件", "empty"),
    ("bytes of nothing", ".wps", bytes(range(256)) * 20, "文本", "text"),
]


@pytest.mark.parametrize(("suffix", "data", "zh", "en"), [b[1:] for b in BAD], ids=[b[0] for b in BAD])
def test_what_is_no_document_is_told_before_anything_runs(suffix: str, data: bytes, zh: str, en: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "as_docx", lambda *a, **k: pytest.fail("LibreOffice was asked"))
    reader = reader_for_bytes(data) or reader_for_suffix(suffix)
    assert reader is not None
    with pytest.raises(Problem) as caught:
        reader.read(data, Ask(f"plan{suffix}"))
    assert zh in caught.value.zh and en in caught.value.en
    assert caught.value.zh.endswith("。")


def test_plain_letters_under_the_name_of_a_word_file() -> None:
    reader = reader_for_suffix(".doc")
    assert reader is not None
    assert reader.read("推进改革\n".encode("gbk"), Ask("plan.doc")).text == "推进改革\n"


@pytest.mark.parametrize("data", [compound(fib(0xA5EC, 0)), rb"{\rtf1 abc}"])
def test_without_libreoffice_the_sentence_says_what_to_do(data: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FENGONG_SOFFICE", str(tmp_path / "nowhere"))
    with pytest.raises(Problem) as caught:
        source_of_bytes(data, "plan.doc")
    assert "请安装 LibreOffice" in caught.value.zh and "docx" in caught.value.zh
    assert "install LibreOffice" in caught.value.en


# --- what stands in for it -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], Path]:
    """A program in the place of LibreOffice, made of lines of shell; gives the folder for temporary files."""
    if sys.platform == "win32":
        pytest.skip("the stand-in is a shell script")

    def put(lines: str) -> Path:
        program = tmp_path / "soffice"
        program.write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("FENGONG_SOFFICE", str(program))
        temporary = tmp_path / "temporary"
        temporary.mkdir()
        monkeypatch.setattr(tempfile, "tempdir", str(temporary))
        return temporary

    return put


OLD = compound(fib(0xA5EC, 0))


def test_a_program_that_hangs_is_ended_with_its_children(stand_in: Callable[[str], Path], tmp_path: Path) -> None:
    temporary = stand_in(f"sleep 300 &\necho $! > {tmp_path}/child\nwait")
    begun = time.perf_counter()
    with pytest.raises(Problem, match=r"超过 0\.5 秒"):
        libreoffice.as_docx(OLD, ".doc", "plan.doc", seconds=0.5)
    assert time.perf_counter() - begun < 5
    child = int((tmp_path / "child").read_text())
    for _ in range(50):
        if not _lives(child):
            break
        time.sleep(0.1)
    assert not _lives(child)
    assert list(temporary.iterdir()) == []


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{process}/stat")
    return not status.exists() or status.read_text().rsplit(")", 1)[1].split()[0] != "Z"


@pytest.mark.parametrize(("lines", "zh"), [("exit 1", "无法转换"), ("exit 0", "无法转换"), ("kill -9 $$", "无法转换")], ids=["fails", "makes nothing", "dies"])
def test_a_program_that_does_not_do_it(lines: str, zh: str, stand_in: Callable[[str], Path]) -> None:
    temporary = stand_in(lines)
    with pytest.raises(Problem, match=zh):
        source_of_bytes(OLD, "plan.doc")
    assert list(temporary.iterdir()) == []


def test_each_run_has_a_profile_of_its_own_that_forbids_everything(stand_in: Callable[[str], Path], tmp_path: Path) -> None:
    temporary = stand_in(
        f"for a; do case $a in -env:UserInstallation=file://*) profile=${{a#*file://}};; esac; last=$a; done\n"
        f"cat $profile/user/registrymodifications.xcu >> {tmp_path}/settings\necho $profile >> {tmp_path}/profiles\necho $last >> {tmp_path}/files\nexit 1"
    )
    for _ in range(2):
        with pytest.raises(Problem):
            source_of_bytes(OLD, "../../沅平市 方案.doc")
    settings = (tmp_path / "settings").read_text()
    for setting in ("DisableMacrosExecution", "BlockUntrustedRefererLinks", "ooInetProxyType"):
        assert settings.count(setting) == 2
    profiles = (tmp_path / "profiles").read_text().split()
    assert len(set(profiles)) == 2 and all(place.startswith(str(temporary)) for place in profiles)
    assert {Path(file).name for file in (tmp_path / "files").read_text().split()} == {"plan.doc"}
    assert list(temporary.iterdir()) == []


# --- what a document would fetch -----------------------------------------------------------------------------------------------------


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """The address of a server on this machine, and what it was asked for."""
    paths: list[str] = []

    class Notes(http.server.BaseHTTPRequestHandler):
        def _note(self) -> None:
            paths.append(self.path)
            self.send_response(200)
            self.end_headers()

        do_GET = do_HEAD = do_OPTIONS = do_PROPFIND = _note  # noqa: N815

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Notes)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}", paths
    server.shutdown()
    server.server_close()


def odt(body: str) -> bytes:
    kinds = {"office": "office", "text": "text", "draw": "drawing"}
    spaces = (
        " ".join(f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"' for short, long in kinds.items())
        + ' xmlns:xlink="http://www.w3.org/1999/xlink"'
    )
    content = f'<office:document-content {spaces} office:version="1.2"><office:body><office:text>{body}</office:text></office:body></office:document-content>'
    entries = (
        '<m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.text"/><m:file-entry m:full-path="content.xml" m:media-type="text/xml"/>'
    )
    manifest = f'<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">{entries}</m:manifest>'
    return package({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, "META-INF/manifest.xml": manifest})


def test_nothing_is_fetched_and_no_file_is_taken_in(soffice: str, asked: tuple[str, list[str]], tmp_path: Path) -> None:
    address, paths = asked
    secret = tmp_path / "secret.txt"
    secret.write_text("机密", encoding="utf-8")
    link = 'xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"'
    body = (
        f'<text:p>开头</text:p><text:section text:name="a"><text:section-source xlink:href="{secret.as_uri()}" {link}/><text:p>旧</text:p></text:section>'
        f'<text:p><draw:frame><draw:image xlink:href="{address}/picture.png" {link}/></draw:frame></text:p>'
        f'<text:p><draw:frame><draw:object xlink:href="{address}/object.odt" {link}/></draw:frame></text:p>'
    )
    assert source_of_bytes(odt(body), "plan.odt").text == "开头\n旧"
    rtf = rf'{{\rtf1\ansi abc {{\field{{\*\fldinst INCLUDETEXT "{secret}"}}{{\fldrslt x}}}}{{\field{{\*\fldinst INCLUDEPICTURE "{address}/p.png" \\d}}{{\fldrslt y}}}}\par}}'
    assert source_of_bytes(rtf.encode(), "plan.rtf").text == "abc xy"
    assert paths == []


def test_a_text_box_that_libreoffice_writes_twice_is_read_once(soffice: str) -> None:
    shape = '<v:shape style="width:200pt;height:50pt"><v:textbox><w:txbxContent>' + p("框内的字") + "</w:txbxContent></v:textbox></v:shape>"
    again = libreoffice.as_docx(docx(f"<w:p>{run('甲')}<w:r><w:pict>{shape}</w:pict></w:r></w:p>" + p("乙")), ".docx", "plan.docx")
    assert source_of_bytes(again, "plan.docx").text == "甲\n框内的字\n乙"
