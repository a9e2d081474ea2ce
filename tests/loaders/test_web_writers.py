"""Pages that real programs write: Chromium's web archive and its page after the scripts ran, LibreOffice's HTML."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
import sample_facts as sf
from graph_facts import difference
from web_pages import SHAPES, blocks, rows_of_bars, unwrapped

from graphmodel.plan import Source
from loaders.open import source_of, source_of_bytes


def _told(samples: Path, name: str) -> Source:
    text = (samples / f"{name}.txt").read_text(encoding="utf-8")
    return source_of_bytes((unwrapped(text) if name == "lists" else text).encode(), "plan")


def test_chromium(chromium: str, samples: Path, tmp_path: Path) -> None:
    api = pytest.importorskip("playwright.sync_api")
    page = tmp_path / "page.html"
    with api.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium)
        tab = browser.new_page()
        session = tab.context.new_cdp_session(tab)
        for n, name in enumerate(sf.NAMES):
            told = _told(samples, name)
            shape = list(SHAPES)[n % len(SHAPES)]
            made = SHAPES[shape](told.text, "方案")
            page.write_bytes(made.encode("gb18030" if "gb2312" in made else "utf-8"))
            tab.goto(page.as_uri())
            archive = session.send("Page.captureSnapshot", {"format": "mhtml"})["data"].encode()
            assert difference(told, source_of_bytes(archive, "plan")) == [], f"{name}, {shape}, archive"
            assert difference(told, source_of_bytes(tab.content().encode(), "plan")) == [], f"{name}, {shape}, page"
        browser.close()


@pytest.fixture(scope="module")
def soffice(lacking: Callable[[str, str], NoReturn]) -> str:
    found = shutil.which("soffice")
    return found or lacking("libreoffice", "apt-get install libreoffice-writer")


def _docx(plan: str, file: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    for lines in blocks(plan):
        if lines[0].startswith("|"):
            rows = rows_of_bars(lines)
            width = max(map(len, rows))
            table = document.add_table(len(rows), width)
            for i, row in enumerate(rows):
                if i and len([c for c in row if c]) == 1 and row[0]:
                    table.cell(i, 0).merge(table.cell(i, width - 1)).text = row[0]
                else:
                    for j, words in enumerate(row):
                        table.cell(i, j).text = words
        else:
            for line in lines:
                document.add_paragraph(line)
    document.save(str(file))


def test_libreoffice(soffice: str, samples: Path, tmp_path: Path) -> None:
    for name in sf.NAMES:
        _docx(_told(samples, name).text, tmp_path / f"{name}.docx")
    command = [soffice, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "html", "--outdir", str(tmp_path)]
    subprocess.run([*command, *(str(tmp_path / f"{n}.docx") for n in sf.NAMES)], check=True, capture_output=True, timeout=300)
    for name in sf.NAMES:
        told = source_of_bytes("\n\n".join("\n".join(b) for b in blocks(_told(samples, name).text)).encode(), f"{name}.html")
        assert difference(told, source_of(tmp_path / f"{name}.html")) == [], name
