"""A real browser for the tests of pages, and what asks axe-core whether everybody can use them."""

from __future__ import annotations

import hashlib
import io
import os
import tarfile
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest

_AXE = "4.14.1"
_AXE_URL = f"https://registry.npmjs.org/axe-core/-/axe-core-{_AXE}.tgz"
_AXE_SHA = "e6b0ce02b84d892e2e33e403485e7f3d6c29e2be6df65daf44d89ba564139745"


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu", "--hide-scrollbars"])
        yield opened
        opened.close()


@pytest.fixture
def visit(browser: Any) -> Iterator[Callable[..., Any]]:
    """Opens a file in a window of its own: ``visit(path, width=1280, height=800, fragment="", dark=False)`` gives playwright's page.

    Every request beside the file itself, every error of a script and every breach of the policy fails the test at its end."""
    opened: list[Any] = []
    wrong: list[str] = []

    def open_file(path: Path, width: int = 1280, height: int = 800, fragment: str = "", dark: bool = False) -> Any:
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light", accept_downloads=True)
        opened.append(context)
        page = context.new_page()
        address = path.resolve().as_uri()

        def route(way: Any) -> None:
            if way.request.url.split("#")[0] == address:
                way.continue_()
            else:
                wrong.append(f"request: {way.request.url}")
                way.abort()

        context.route("**/*", route)
        page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (wrong.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("console", lambda said: wrong.append(f"console: {said.text}") if said.type in ("error", "warning") else None)
        page.goto(address + fragment)
        return page

    yield open_file
    for context in opened:
        context.close()
    assert wrong == []


@pytest.fixture(scope="session")
def axe(lacking: Callable[[str, str], NoReturn]) -> str:
    """The code of axe-core, the version that is named here; kept beside other caches of the machine."""
    named = os.environ.get("FENGONG_AXE")
    cache = Path(named) if named else Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "fengong-tests" / f"axe-{_AXE}.min.js"
    if not cache.is_file():
        try:
            with urllib.request.urlopen(_AXE_URL, timeout=60) as answer:
                packed = answer.read()
        except OSError as error:
            lacking("axe", f"axe-core {_AXE} could not be fetched from npm ({error}); set FENGONG_AXE to its axe.min.js")
        assert hashlib.sha256(packed).hexdigest() == _AXE_SHA, "another axe-core than the one that was looked at"
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            member = archive.extractfile("package/axe.min.js")
            assert member is not None
            cache.parent.mkdir(parents=True, exist_ok=True)
            cache.write_bytes(member.read())
    return cache.read_text(encoding="utf-8")


@pytest.fixture
def violations(axe: str) -> Callable[..., list[str]]:
    """What axe-core finds wrong with a page: ``violations(page)``, one line an element."""

    def ask(page: Any) -> list[str]:
        # the page's own policy forbids foreign scripts, so the code goes in through the debugger and not as an element
        page.evaluate(axe)
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        return [f"{v['id']} ({v['impact']}): {n['target']} {n.get('failureSummary', '')[:200]}" for v in found["violations"] for n in v["nodes"]]

    return ask
