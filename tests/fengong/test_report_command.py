"""``fengong report``: files, languages, one unit, and PDF with and without a printer."""

from __future__ import annotations

import os
import re
import shutil
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from fengong import pdf
from fengong.cli import main

PDF = b"%PDF-1.4\n1 0 obj\n<</CreationDate (D:20260102030405+08'00')\n/ModDate (D:20260102030405+08'00')>>\nendobj\n%%EOF\n"


def run(*args: object, lang: str = "en") -> Result:
    return CliRunner().invoke(main, [*map(str, args), "--lang", lang])


@pytest.fixture
def sample(samples: Path) -> Path:
    return samples / "mixed.txt"


@pytest.fixture
def nothing_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine whose PATH is an empty folder."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv("FENGONG_CHROMIUM", raising=False)
    monkeypatch.setattr(pdf, "_usual_places", lambda: iter(()))
    monkeypatch.setattr(pdf, "_usual_offices", lambda: iter(()))
    return folder


@pytest.fixture
def installed(nothing_installed: Path) -> Callable[..., Path]:
    """Puts a program on the PATH that writes down how it was called and does what it is told."""
    if os.name == "nt":
        pytest.skip("the programs of this test are scripts of a POSIX shell")

    def put(name: str, does: str) -> Path:
        said = nothing_installed.parent / f"{name}.said"
        program = nothing_installed / name
        code = f"import sys, pathlib\nargs = sys.argv[1:]\npathlib.Path({str(said)!r}).write_text('\\n'.join(args))\n{does}\n"
        program.write_text(f"#!{sys.executable}\n{code}", encoding="utf-8")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        return said

    return put


BROWSER = f"pathlib.Path(next(a for a in args if a.startswith('--print-to-pdf=')).partition('=')[2]).write_bytes({PDF!r})"
OFFICE = f"pathlib.Path(args[args.index('--outdir') + 1], pathlib.Path(args[-1]).stem + '.pdf').write_bytes({PDF!r})"


def test_the_page_is_named_after_the_plan_and_speaks_the_language_asked_for(sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("report", sample, lang="zh")
    assert done.exit_code == 0 and done.stdout == "" and "mixed.report.html" in done.stderr
    zh = Path("mixed.report.html").read_text(encoding="utf-8")
    assert run("report", sample, "-o", "en.html").exit_code == 0
    en = Path("en.html").read_text(encoding="utf-8")
    assert "读到了什么" in zh and "What was read" not in zh and "What was read" in en and "读到了什么" not in en
    assert run("report", sample, "-o", "again.html", lang="zh").exit_code == 0
    assert Path("again.html").read_bytes() == Path("mixed.report.html").read_bytes()


def test_what_could_not_be_read_stands_in_the_report(sample: Path, tmp_path: Path) -> None:
    done = run("report", sample, tmp_path / "gone.txt", "-o", tmp_path / "x.html")
    assert done.exit_code == 2 and "gone.txt" in done.stderr
    assert re.search(r"<h3>Files that could not be read</h3>\s*<ul>\s*<li>[^<]*gone\.txt", (tmp_path / "x.html").read_text(encoding="utf-8"))


def test_lines_that_were_not_understood_are_listed_with_the_reason(tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text("沅平市工作方案\n一、任务\n1.完成河道清淤。(责任单位:市水利局)\n", encoding="utf-8")
    assert run("graph", plan, "-o", tmp_path / "g.json").exit_code == 0
    held = (tmp_path / "g.json").read_text(encoding="utf-8")
    assert '"unread": []' in held
    (tmp_path / "g.json").write_text(held.replace('"unread": []', '"unread": ["3: 没有动词"]'), encoding="utf-8")
    assert run("report", tmp_path / "g.json", "-o", tmp_path / "x.html").exit_code == 0
    assert re.search(r'<a href="#l-1-3">3</a></td><td><span lang="zh-CN">没有动词', (tmp_path / "x.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("name", "code", "said"),
    [
        ("市民政局", 0, "霁州市民政局"),
        ("市民证局", 2, "市民政局"),
        ("局", 2, "may be"),
        ("<script>", 2, "No plan here names"),
    ],
)
def test_one_unit_alone(sample: Path, tmp_path: Path, name: str, code: int, said: str) -> None:
    out = tmp_path / "unit.html"
    done = run("report", sample, "--department", name, "-o", out)
    assert done.exit_code == code
    if code:
        assert said in done.stderr and not out.exists() and done.stderr.count("\n") == 1
    else:
        page = out.read_text(encoding="utf-8")
        assert said in page and 'id="figures"' not in page and 'id="l-1-1"' not in page


def test_settings_that_leave_rules_out_are_told(sample: Path, tmp_path: Path) -> None:
    config = tmp_path / "fengong.toml"
    config.write_text('ignore = ["OWN101"]\n', encoding="utf-8")
    assert run("report", sample, "--config", config, "-o", tmp_path / "x.html").exit_code == 0
    page = (tmp_path / "x.html").read_text(encoding="utf-8")
    assert 'id="r-OWN101"' not in page and re.search(r"<li>OWN101 <code>no-owner</code>[^<]*: left out by the settings", page)
    assert re.search(r"<li>LOD402 <code>bottleneck</code>[^<]*: off unless asked for", page)


# --- PDF -----------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("args", [("--pdf", "-o", "x.pdf"), ("-o", "x.PDF"), ("--pdf",)])
def test_without_a_printer_one_sentence_says_what_to_install(
    nothing_installed: Path, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...], lang: str
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(p.name for p in tmp_path.iterdir())
    done = run("report", sample, *args, lang=lang)
    assert done.exit_code == 2 and done.stderr.count("\n") == 1
    assert all(name in done.stderr for name in ("Chromium", "LibreOffice", "FENGONG_CHROMIUM"))
    assert sorted(p.name for p in tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    ("programs", "asked"),
    [
        ({"chromium": BROWSER, "soffice": OFFICE}, "chromium"),
        ({"google-chrome": BROWSER}, "google-chrome"),
        ({"microsoft-edge": BROWSER, "libreoffice": OFFICE}, "microsoft-edge"),
        ({"soffice": OFFICE}, "soffice"),
    ],
)
def test_the_printer_that_is_there_is_asked(installed: Callable[..., Path], sample: Path, tmp_path: Path, programs: dict[str, str], asked: str) -> None:
    told = {name: installed(name, does) for name, does in programs.items()}
    done = run("report", sample, "-o", tmp_path / "x.pdf")
    assert done.exit_code == 0, done.stderr
    assert [name for name, said in told.items() if said.exists()] == [asked]
    data = (tmp_path / "x.pdf").read_bytes()
    assert data == PDF.replace(b"20260102030405+08'00", b"19700101000000+00'00") and len(data) == len(PDF)
    args = told[asked].read_text(encoding="utf-8").split("\n")
    profile = next(a for a in args if a.startswith(("--user-data-dir=", "-env:UserInstallation=")))
    assert not Path(profile.partition("=")[2].removeprefix("file://")).exists(), "the profile was its own and is gone"
    if programs[asked] is BROWSER:
        assert {"--headless", "--disable-gpu", "--no-pdf-header-footer", "--no-first-run"} <= set(args)
        assert ("--no-sandbox" in args) == (os.geteuid() == 0)


@pytest.mark.parametrize(
    ("does", "said"),
    [
        ("sys.exit(1)", "made no PDF"),
        ("pathlib.Path(next(a for a in args if a.startswith('--print-to-pdf=')).partition('=')[2]).write_bytes(b'%PDF-1.4 half')", "made no PDF"),
        ("import time; time.sleep(60)", "did not finish"),
    ],
)
def test_a_printer_that_fails_leaves_nothing(
    installed: Callable[..., Path], sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str, said: str
) -> None:
    monkeypatch.setattr(pdf, "_SECONDS", 3)
    installed("chromium", does)
    (tmp_path / "x.pdf").write_bytes(b"the old one")
    done = run("report", sample, "-o", tmp_path / "x.pdf")
    assert done.exit_code == 2 and said in done.stderr and done.stderr.count("\n") == 1
    assert (tmp_path / "x.pdf").read_bytes() == b"the old one"
    assert [p.name for p in tmp_path.iterdir() if p.suffix in (".part", ".html")] == []


def test_a_browser_that_is_named_and_not_there_is_said(nothing_installed: Path, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FENGONG_CHROMIUM", str(tmp_path / "nowhere"))
    done = run("report", sample, "-o", tmp_path / "x.pdf")
    assert done.exit_code == 2 and "nowhere" in done.stderr and "FENGONG_CHROMIUM" in done.stderr and not (tmp_path / "x.pdf").exists()


def test_a_pdf_is_not_written_under_the_name_of_a_page(sample: Path, tmp_path: Path) -> None:
    done = run("report", sample, "--pdf", "-o", tmp_path / "x.html")
    assert done.exit_code == 2 and "--pdf" in done.stderr and not (tmp_path / "x.html").exists()


@pytest.mark.parametrize(
    ("system", "variables", "place"),
    [
        ("Darwin", {}, "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
        ("Windows", {"PROGRAMFILES": "P"}, "P/Google\\Chrome\\Application/chrome.exe"),
        ("Windows", {"PROGRAMFILES(X86)": "Q"}, "Q/Microsoft\\Edge\\Application/msedge.exe"),
        ("Linux", {"PROGRAMFILES": "P"}, None),
    ],
)
def test_browsers_that_are_not_on_the_path_are_looked_for(monkeypatch: pytest.MonkeyPatch, system: str, variables: dict[str, str], place: str | None) -> None:
    for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("platform.system", lambda: system)
    found = [p.replace("/", os.sep) for p in pdf._usual_places()]
    assert (place.replace("/", os.sep) in found) if place else found == []


@pytest.mark.parametrize(
    ("written", "left"),
    [
        (b"/CreationDate (D:20261231235959+08'00')", b"/CreationDate (D:19700101000000+00'00')"),
        (b"/ModDate(D:20261231235959Z)", b"/ModDate(D:19700101000000Z)"),
        (b"<xmp:CreateDate>2026-12-31T23:59:59+08:00</xmp:CreateDate>", b"<xmp:CreateDate>1970-01-01T00:00:00+00:00</xmp:CreateDate>"),
        (b"/ID [ <0123456789ABCDEF> <FEDCBA9876543210> ]", b"/ID [ <0000000000000000> <0000000000000000> ]"),
        (b"/DocChecksum /0123456789ABCDEF", b"/DocChecksum /0000000000000000"),
        (b"/ID (node00000138)", b"/ID (node00000138)"),
        (b"/Title (D:20261231235959)", b"/Title (D:20261231235959)"),
        (b"/CreationDate (never)", b"/CreationDate (never)"),
    ],
)
def test_the_hour_is_taken_out_of_a_pdf(written: bytes, left: bytes) -> None:
    assert pdf.without_hour(b"x" + written + b"y") == b"x" + left + b"y"


def test_a_real_browser_prints_the_same_bytes_twice(sample: Path, tmp_path: Path, chromium: str) -> None:
    import time

    assert chromium
    for name in ("a.pdf", "b.pdf"):
        done = run("report", sample, "-o", tmp_path / name, lang="zh")
        assert done.exit_code == 0, done.stderr
        time.sleep(1.1)  # another second on the clock
    first, second = ((tmp_path / name).read_bytes() for name in ("a.pdf", "b.pdf"))
    assert first == second
    assert max(map(int, re.findall(rb"/Count (\d+)", first))) > 10
    assert b"/ToUnicode" in first, "its text can be copied and searched"
    assert re.findall(rb"/CreationDate \(D:(\d+)", first) == [b"19700101000000"]
    if tool := shutil.which("pdftotext"):
        import subprocess

        text = subprocess.run([tool, str(tmp_path / "a.pdf"), "-"], capture_output=True, check=True).stdout.decode("utf-8")
        assert "发现的问题" in text and "养老护理员培训" in text
        sheets = text.split("\f")[:-1]
        assert [n for n, sheet in enumerate(sheets, 1) if not re.search(rf"^{n}$", sheet, re.M)] == [], "each sheet says its number"
