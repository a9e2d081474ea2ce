"""``fengong audit draft.docx -o draft.checked.docx``: from the plan's words to comments in the file."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from documents.parts import parts_of
from documents.word import WAYS, word
from docx import Document
from docx.text.paragraph import Paragraph

from fengong.cli import main
from graphmodel.finding import Finding, Quote, Words
from graphmodel.graph import AccountabilityGraph
from graphmodel.problems import Problem
from loaders.load import load
from loaders.reader import Ask
from loaders.word import read_with_letters
from viz.format import Sheet

PLAN = (
    "沅平市城市环境整治工作任务分工方案",
    "一、重点任务",
    "1.完成老城区雨污分流改造。（责任单位：市住房城乡建设局；配合单位：市财政局）",
    "2.完成城东垃圾中转站建设。",
    "4.完成河道清淤。（责任单位：市水利局）",
)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def in_pieces(paragraph: Paragraph, words: str, size: int = 3) -> None:
    """Runs that begin and end where no word does, every third in bold."""
    for n in range(0, len(words), size):
        paragraph.add_run(words[n : n + size]).bold = True if n % 3 == 0 else None


def docx(lines: tuple[str, ...] = PLAN, rows: tuple[tuple[str, ...], ...] = ()) -> bytes:
    plan = Document()
    for line in lines:
        in_pieces(plan.add_paragraph(), line)
    if rows:
        table = plan.add_table(0, len(rows[0]))
        for row in rows:
            for cell, words in zip(table.add_row().cells, row):
                in_pieces(cell.paragraphs[0], words, 5)
    out = io.BytesIO()
    plan.save(out)
    return out.getvalue()


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "方案 稿.docx"
    path.write_bytes(docx())
    return path


def run(*args: object, lang: str = "zh") -> Result:
    return CliRunner().invoke(main, [*map(str, args), "--lang", lang])


def comments(path: Path) -> list[str]:
    return [c.text for c in Document(str(path)).comments]


def words_of(path: Path) -> dict[str, str]:
    """Head of a comment -> the words that it is about."""
    plan = Document(str(path))
    told = {str(c.comment_id): c.text.split("\n")[0] for c in plan.comments}
    open_, found = set[str](), dict.fromkeys(told, "")
    for e in plan.element.body.iter():
        id = e.get(f"{W}id") or ""
        if e.tag == f"{W}commentRangeStart":
            open_.add(id)
        elif e.tag == f"{W}commentRangeEnd":
            open_.discard(id)
        elif e.tag == f"{W}t":
            for one in open_:
                found[one] += e.text or ""
    return {told[id]: words for id, words in found.items()}


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {n: package.read(n) for n in package.namelist()}


def test_the_comments_stand_at_the_words_and_nothing_else_changes(draft: Path) -> None:
    out, before = draft.with_name("out.docx"), draft.read_bytes()
    done = run("audit", draft, "-o", out)
    assert done.exit_code == 1 and done.stdout == "" and draft.read_bytes() == before
    words = words_of(out)
    assert words["错误 OWN101 no-owner（任务无人负责）"] == "完成城东垃圾中转站建设"
    assert words["警告 TXT601 numbering-gap（编号缺漏或重复）"] == "2.完成城东垃圾中转站建设"
    assert "条批注" in done.stderr and "--level review" in done.stderr
    changed = {n for n, content in parts(draft).items() if parts(out)[n] != content}
    assert changed == {"[Content_Types].xml", "word/_rels/document.xml.rels", "word/document.xml"}
    ask = Ask("")
    assert read_with_letters(out.read_bytes(), ask)[0].text == read_with_letters(before, ask)[0].text


def test_a_second_run_replaces_the_first(draft: Path) -> None:
    out, again = draft.with_name("out.docx"), draft.with_name("again.docx")
    run("audit", draft, "-o", out)
    run("audit", out, "-o", again)
    assert again.read_bytes() == out.read_bytes()
    run("audit", out, "-o", again, "--level", "review")
    fewer = draft.with_name("fewer.docx")
    assert len(comments(again)) > len(comments(out))
    run("audit", again, "-o", fewer)
    assert fewer.read_bytes() == out.read_bytes()


def test_the_language_of_the_comments(draft: Path) -> None:
    out = draft.with_name("out.docx")
    assert "more are not in it; --level review" in run("audit", draft, "-o", out, lang="en").stderr
    assert {c.author for c in Document(str(out)).comments} == {"Fengong"}
    assert any(re.match(r"error OWN101 no-owner \(Nobody answers for a task\)\n", text) for text in comments(out))
    run("audit", out, "-o", draft.with_name("zh.docx"))
    assert {c.author for c in Document(str(draft.with_name("zh.docx"))).comments} == {"分工审校"}


def test_in_place(draft: Path) -> None:
    out = draft.with_name("out.docx")
    run("audit", draft, "-o", out)
    assert run("audit", draft, "--in-place").exit_code == 1
    assert draft.read_bytes() == out.read_bytes()
    draft.chmod(0o640)
    run("audit", draft, "--in-place", "--select", "TXT602")
    assert comments(draft) == [] and draft.stat().st_mode & 0o777 == 0o640
    assert sorted(p.name for p in draft.parent.iterdir()) == sorted([draft.name, out.name])


def test_a_plan_without_findings_keeps_its_bytes(tmp_path: Path) -> None:
    draft, out = tmp_path / "a.docx", tmp_path / "b.docx"
    draft.write_bytes(docx())
    assert run("audit", draft, "-o", out, "--select", "TXT602").exit_code == 0
    assert out.read_bytes() == draft.read_bytes()


REFUSED = {
    "a text": (["plan.txt", "-o", "x.docx"], "只能写回 .docx 或 .docm", "no Word file; comments go back"),
    "a text in place": (["plan.txt", "--in-place"], "只能写回 .docx 或 .docm", "no Word file; comments go back"),
    "old Word": (["old.doc", "-o", "x.docx"], "另存为 .docx", "save it as .docx"),
    "two files": (["draft.docx", "other.docx", "-o", "x.docx"], "只指定一个", "a single .docx"),
    "a folder": ([".", "-o", "x.docx"], "只指定一个", "a single .docx"),
    "standard input": (["-", "-o", "x.docx"], "只指定一个", "a single .docx"),
    "the plan itself": (["draft.docx", "-o", "draft.docx"], "--in-place", "--in-place"),
    "both": (["draft.docx", "-o", "x.docx", "--in-place"], "不能与 -o", "neither -o nor"),
    "in place as JSON": (["draft.docx", "--in-place", "--format", "json"], "不能与 -o", "neither -o nor"),
    "macros that are none": (["draft.docx", "-o", "x.docm"], "也命名为 ….docx", "to be written ….docx"),
    "no such file": (["none.docx", "-o", "x.docx"], "找不到", "does not exist"),
    "no folder to write to": (["draft.docx", "-o", "none/x.docx"], "不存在", "does not exist"),
    "a broken file": (["broken.docx", "-o", "x.docx"], "损坏", "damaged"),
}  # fmt: skip


@pytest.mark.parametrize("row", REFUSED)
def test_what_cannot_take_comments_is_refused_in_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, row: str) -> None:
    monkeypatch.chdir(tmp_path)
    for name, data in {
        "draft.docx": docx(),
        "other.docx": docx(),
        "plan.txt": "\n".join(PLAN).encode(),
        "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
        "broken.docx": docx()[:-900],
    }.items():
        Path(name).write_bytes(data)
    args, zh, en = REFUSED[row]
    before = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    for lang, words in (("zh", zh), ("en", en)):
        done = run("audit", *args, lang=lang)
        assert done.exit_code == 2 and words in done.stderr and len(done.stderr.strip().split("\n")) == 1, done.stderr
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == before


def test_a_signed_file_is_said_to_lose_its_signature(draft: Path) -> None:
    with zipfile.ZipFile(draft, "a") as package:
        package.writestr("_xmlsignatures/sig1.xml", "<a/>")
    out = draft.with_name("out.docx")
    assert "签名失效" in run("audit", draft, "-o", out).stderr
    assert "签名" not in run("audit", draft, "-o", out, "--select", "TXT602").stderr


# --- where a finding's comment goes ------------------------------------------------------------------------------------------------------


def placed(data: bytes, *findings: Finding, tmp: Path) -> dict[str, str]:
    from fengong.word_remarks import remarked

    source, _ = read_with_letters(data, Ask("plan.docx"))
    graph = AccountabilityGraph.of([load(source)])
    (doc,) = graph.documents()
    findings = tuple(_of_doc(f, doc) for f in findings)
    (tmp / "out.docx").write_bytes(remarked(data, Ask("plan.docx"), Sheet(graph, findings)).data)
    return words_of(tmp / "out.docx")


def _of_doc(f: Finding, doc: str) -> Finding:
    from dataclasses import replace

    return replace(f, quotes=tuple(replace(q, doc=q.doc or doc) for q in f.quotes))


def finding(*quotes: Quote, lines: tuple[tuple[int, int], ...] = ()) -> Finding:
    return Finding("no-owner", "OWN101", "error", (), lines, (), quotes, Words("甲", "a"), Words("乙", "b"))


def test_places_of_findings(tmp_path: Path) -> None:
    data = docx(rows=(("序号", "任务", "责任单位"), ("1", "整治市场", "市城管局"), ("2", "清运垃圾", "市城管局")))
    text = read_with_letters(data, Ask(""))[0].text
    at = {words: (text.index(words), text.index(words) + len(words)) for words in ("雨污分流", "任务分工方案\n一、重点", "整治市场\n市城管局", "清淤。")}
    rows = {
        "the words": (finding(Quote("", at["雨污分流"], "")), "雨污分流"),
        "over paragraphs": (finding(Quote("", at["任务分工方案\n一、重点"], "")), "任务分工方案一、重点"),
        "over cells": (finding(Quote("", at["整治市场\n市城管局"], "")), "整治市场市城管局"),
        "the first of several quotes": (finding(Quote("", at["清淤。"], ""), Quote("", at["雨污分流"], "")), "清淤。"),
        "a line": (finding(lines=((2, 2),)), "一、重点任务"),
        "no place": (finding(), "沅平市城市环境整治工作任务分工方案"),
        "a line that is not there": (finding(lines=((99, 99),)), "沅平市城市环境整治工作任务分工方案"),
    }
    for row, (one, words) in rows.items():
        assert [*placed(data, one, tmp=tmp_path).values()] == [words], row
    assert placed(data, finding(Quote("another plan", (0, 3), "")), tmp=tmp_path) == {}


def test_other_places_are_named(tmp_path: Path) -> None:
    data = docx()
    text = read_with_letters(data, Ask(""))[0].text
    spans = [(text.index(w), text.index(w) + len(w)) for w in ("雨污分流", "老城区", "河道清淤")]
    placed(data, finding(*(Quote("", s, text[slice(*s)]) for s in spans)), tmp=tmp_path)
    assert comments(tmp_path / "out.docx") == ["错误 OWN101 no-owner\n甲\n改：乙\n另见：第5行“河道清淤”"]


def test_numbers_that_word_makes_itself(tmp_path: Path) -> None:
    """The number stands in no letter: the comment goes to the words behind it."""
    plan = Document()
    for words in ("整治市场。", "清运垃圾。"):
        plan.add_paragraph(words, style="List Number")
    out = io.BytesIO()
    plan.save(out)
    text = read_with_letters(out.getvalue(), Ask(""))[0].text
    number = text.index("2")
    assert [*placed(out.getvalue(), finding(Quote("", (number, number + 1), "2")), tmp=tmp_path).values()] == ["清运垃圾。"]


def test_words_of_a_footnote_are_told_in_the_comment(tmp_path: Path) -> None:
    """No comment can stand in a footnote: it stands at the end of the body and says which words it is about."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    note = f'<w:footnotes xmlns:w="{W[1:-1]}"><w:footnote w:id="2"><w:p><w:r><w:t>含经开区</w:t></w:r></w:p></w:footnote></w:footnotes>'
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx(PLAN[:3]))) as plan, zipfile.ZipFile(out, "w") as package:
        for name in plan.namelist():
            content = plan.read(name)
            if name == "word/document.xml":
                content = content.replace(b"</w:p><w:sectPr", b'<w:r><w:footnoteReference w:id="2"/></w:r></w:p><w:sectPr')
            if name == "word/_rels/document.xml.rels":
                content = content.replace(b"</Relationships>", f'<Relationship Id="rId99" Type="{kind}" Target="footnotes.xml"/></Relationships>'.encode())
            package.writestr(name, content)
        package.writestr("word/footnotes.xml", note)
    text = read_with_letters(out.getvalue(), Ask(""))[0].text
    at = text.index("含经开区")
    found = placed(out.getvalue(), finding(Quote("", (at, at + 4), "含经开区")), tmp=tmp_path)
    assert "".join(found.values()) in PLAN[2] and comments(tmp_path / "out.docx")[0].endswith("“含经开区”")


@pytest.mark.parametrize("way", sorted(WAYS))
def test_plans_as_word_and_its_users_write_them(samples: Path, way: str) -> None:
    """The plan reads the same with comments, a second run changes nothing, and without the comments the words are the bytes from before."""
    from fengong.word_remarks import remarked
    from queries.audit import audit
    from viz.word_comments.package import WordFile

    data, ask = word(parts_of((samples / "mixed.txt").read_text(encoding="utf-8")), way), Ask("plan.docx")
    graph = AccountabilityGraph.of([load(read_with_letters(data, ask)[0])])
    made = remarked(data, ask, Sheet(graph, audit(graph), level="review"))
    assert made.written > 10 and made.left == 0
    assert remarked(made.data, ask, Sheet(graph, audit(graph), level="review")).data == made.data
    assert read_with_letters(made.data, ask)[0].text == read_with_letters(data, ask)[0].text
    before, after = WordFile(data, ""), WordFile(made.data, "").without_own()
    assert before.archive.read(before.main) == after.archive.read(after.main)


def test_a_file_read_as_it_was_takes_no_comments() -> None:
    from fengong.word_out import word_wanted
    from fengong.word_remarks import remarked

    with pytest.raises(Problem, match="--tracked original"):
        word_wanted(["a.docx"], "b.docx", None, False, "original")
    assert word_wanted(["a.docx"], "b.txt", None, False, "original") is None
    with pytest.raises(Problem, match="--tracked original"):
        remarked(docx(), Ask("a.docx", "original"), Sheet(AccountabilityGraph(), ()))


def test_another_file_than_the_one_read_is_refused() -> None:
    from fengong.word_remarks import remarked

    graph = AccountabilityGraph.of([load(read_with_letters(docx(), Ask("a.docx"))[0])])
    with pytest.raises(Problem, match="改动"):
        remarked(docx(PLAN[:4]), Ask("a.docx"), Sheet(graph, ()))


def test_libreoffice_opens_it_and_keeps_the_comments(draft: Path, soffice: str) -> None:
    out, kept = draft.with_name("out.docx"), draft.parent / "kept"
    run("audit", draft, "-o", out)
    profile = f"-env:UserInstallation={(draft.parent / 'profile').as_uri()}"
    subprocess.run([soffice, profile, "--headless", "--convert-to", "docx", "--outdir", str(kept), str(out)], check=True, capture_output=True, timeout=180)
    assert words_of(kept / "out.docx") == words_of(out)
    again = draft.with_name("again.docx")
    run("audit", kept / "out.docx", "-o", again)
    assert words_of(again) == words_of(out) and len(comments(again)) == len(comments(out))
