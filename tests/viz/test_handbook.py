"""The handbook of the rules in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fengong.handbook import as_html
from queries.audit import rules


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
def test_everybody_can_read_it(visit: Callable[..., Any], violations: Callable[..., list[str]], tmp_path: Path, lang: str, width: int, dark: bool) -> None:
    path = tmp_path / "rules.html"
    path.write_text(as_html(rules(), lang), encoding="utf-8")  # type: ignore[arg-type]
    page = visit(path, width=width, height=844, dark=dark)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.click("nav a[href='#OWN105']")
    assert page.evaluate("Math.abs(document.getElementById('OWN105').getBoundingClientRect().top)") < 60
