"""A page as PDF: printed by the Chromium, Chrome or Edge of the machine, else by LibreOffice, and the same to the byte from run to run."""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from graphmodel.patterns import pattern
from graphmodel.problems import Problem, readable

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "microsoft-edge-stable", "msedge")
_OFFICES = ("soffice", "libreoffice")
_SECONDS = 300  # a report of a hundred pages takes ten
_ON_MAC = ("Google Chrome", "Chromium", "Microsoft Edge")
_ON_WINDOWS = ((r"Google\Chrome\Application", "chrome.exe"), (r"Chromium\Application", "chrome.exe"), (r"Microsoft\Edge\Application", "msedge.exe"))

# What a printer writes of the hour: /CreationDate (D:20260102030405+00'00'), the same in XMP, and LibreOffice's names of the file, made of it.
_DATES = re.compile(rb"(/(?:CreationDate|ModDate)\s*\(D:)([0-9+\-'Z]{4,30})(?=\))")
_XMP = re.compile(rb"(<xmp:(?:CreateDate|ModifyDate|MetadataDate)>)([0-9T:+\-Z.]{4,40})(?=<)")
_IDS = re.compile(rb"(/ID\s*\[\s*<|/DocChecksum\s*/)([0-9A-Fa-f]{8,64}(?:>\s*<[0-9A-Fa-f]{8,64})?)")
_EPOCH = b"197001010000000000"
_EPOCH_XMP = b"1970010100000000000"
_HEX = frozenset(b"0123456789ABCDEFabcdef")
_PDF = pattern(r"%PDF-\d")


@dataclass(frozen=True, slots=True)
class Printer:
    """A program that makes PDF of HTML, and how it is asked."""

    path: str
    kind: Literal["browser", "office"]


def printer() -> Printer:
    """The printer of this machine: FENGONG_CHROMIUM, else a browser, else LibreOffice. Raises Problem that says what to install."""
    if named := os.environ.get("FENGONG_CHROMIUM"):
        found = shutil.which(named)
        if found is None:
            shown = readable(named)
            raise Problem(
                f"环境变量 FENGONG_CHROMIUM 所指的 {shown} 不能运行；请改为 Chromium、Chrome 或 Edge 的路径。",
                f"FENGONG_CHROMIUM names {shown}, which cannot be run; set it to the path of Chromium, Chrome or Edge.",
            )
        return Printer(found, "browser")
    for name in (*_BROWSERS, *_usual_places()):
        if path := shutil.which(name):
            return Printer(path, "browser")
    for name in (*_OFFICES, *_usual_offices()):
        if path := shutil.which(name):
            return Printer(path, "office")
    raise Problem(
        "生成 PDF 需要 Chromium、Chrome、Edge 或 LibreOffice，本机都没有找到；请安装其中之一，或用 FENGONG_CHROMIUM 指明路径，或改写 .html 后自行打印。",
        "a PDF needs Chromium, Chrome, Edge or LibreOffice, and none was found: install one, name it with FENGONG_CHROMIUM, or write .html and print it yourself.",
    )


def _usual_places() -> Iterator[str]:
    """Where browsers stand that are not on PATH."""
    system = platform.system()
    if system == "Darwin":
        for home in ("/Applications", str(Path.home() / "Applications")):
            yield from (f"{home}/{name}.app/Contents/MacOS/{name}" for name in _ON_MAC)
    elif system == "Windows":
        for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
            if base := os.environ.get(variable):
                yield from (str(Path(base, folder, name)) for folder, name in _ON_WINDOWS)


def _usual_offices() -> Iterator[str]:
    system = platform.system()
    if system == "Darwin":
        yield "/Applications/LibreOffice.app/Contents/MacOS/soffice"
    elif system == "Windows":
        for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)"):
            if base := os.environ.get(variable):
                yield str(Path(base, "LibreOffice", "program", "soffice.exe"))


def printed(html: bytes, by: Printer) -> bytes:
    """The page as PDF, without the hour. Raises Problem if the printer fails or takes more than five minutes."""
    with tempfile.TemporaryDirectory(prefix="fengong-", ignore_cleanup_errors=True) as folder:
        page, made = Path(folder, "report.html"), Path(folder, "report.pdf")
        page.write_bytes(html)
        asked = _of_browser(by.path, page, made, folder) if by.kind == "browser" else _of_office(by.path, page, folder)
        # the hour that LibreOffice writes into its files is taken from here
        surroundings = os.environ | {"SOURCE_DATE_EPOCH": "0"}
        try:
            subprocess.run(asked, timeout=_SECONDS, check=False, stdin=subprocess.DEVNULL, capture_output=True, env=surroundings, cwd=folder)
        except subprocess.TimeoutExpired:
            raise _failed(by, ("五分钟内没有完成", "did not finish within five minutes")) from None
        except OSError as error:
            raise _failed(by, (f"无法运行（{error.strerror or error}）", f"cannot be run ({error.strerror or error})")) from None
        data = made.read_bytes() if made.is_file() else b""
    if not _PDF.match(data[:8].decode("latin-1")) or b"%%EOF" not in data[-1024:]:
        needs = ("（LibreOffice 需要装有 Writer）", " (LibreOffice needs its Writer)") if by.kind == "office" else ("", "")
        raise _failed(by, (f"没有生成 PDF{needs[0]}", f"made no PDF{needs[1]}"))
    return without_hour(data)


def _of_browser(path: str, page: Path, made: Path, folder: str) -> list[str]:
    alone = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []  # the sandbox refuses to run for root
    profile = Path(folder, "profile")
    return [
        path, "--headless", "--disable-gpu", "--no-pdf-header-footer", "--generate-pdf-document-outline", "--no-first-run", "--no-default-browser-check",
        "--disable-extensions", *alone, f"--user-data-dir={profile}", f"--print-to-pdf={made}", page.as_uri(),
    ]  # fmt: skip


def _of_office(path: str, page: Path, folder: str) -> list[str]:
    profile = Path(folder, "profile").as_uri()
    return [path, "--headless", "--norestore", f"-env:UserInstallation={profile}", "--convert-to", "pdf:writer_web_pdf_Export", "--outdir", folder, str(page)]


def _failed(by: Printer, why: tuple[str, str]) -> Problem:
    name = readable(Path(by.path).name)
    return Problem(
        f"打印程序 {name} {why[0]}；请改写 .html 后自行打印，或用 FENGONG_CHROMIUM 指明另一个浏览器。",
        f"{name} {why[1]}; write .html and print it yourself, or name another browser with FENGONG_CHROMIUM.",
    )


def without_hour(pdf: bytes) -> bytes:
    """The same file with every date, and every identifier made of one, overwritten: of the same length, so that no place in it moves."""
    for told, instead in ((_DATES, _EPOCH), (_XMP, _EPOCH_XMP), (_IDS, b"0" * 80)):
        pdf = told.sub(lambda m, instead=instead: m[1] + _overwritten(m[2], instead), pdf)  # type: ignore[misc]
    return pdf


def _overwritten(told: bytes, instead: bytes) -> bytes:
    """Each digit replaced by the next of ``instead``; what is no digit stays."""
    digits = iter(instead)
    return bytes(next(digits, 0x30) if c in _HEX else c for c in told)
