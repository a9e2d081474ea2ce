"""A plan says the same whatever file it is written to: for every plan and form the graph is that of the plan's text, and no word is lost.

The documents are made by ``tests/documents`` (``python -m tests.documents FOLDER`` writes them for a person to open).
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NoReturn

import pytest
from documents.assembled import assembled
from documents.forms import FORMS
from documents.same import differences, text_differences
from documents.workshop import Workshop

from fengong import graph
from graphmodel.graph import AccountabilityGraph
from graphmodel.plan import Source
from loaders.load import load
from loaders.open import source_of, source_of_text

_ROOT = Path(__file__).resolve().parents[2]
_SHARED = Path(os.environ.get("FENGONG_SHARED") or _ROOT.parent / "shared") / "seeds"
_FILES = {f.stem: f for f in (*sorted((_ROOT / "fengong" / "samples").glob("*.txt")), *sorted(_SHARED.glob("*.txt")))}
_NONE = "the annotated plans"
PLANS = [*_FILES, *([] if _SHARED.is_dir() else [_NONE])]


@cache
def _text(plan: str) -> str:
    return _FILES[plan].read_text(encoding="utf-8")


@cache
def _expected(plan: str) -> AccountabilityGraph:
    return graph([load(source_of_text(_text(plan), plan))])


_SHOP = Workshop({plan: _text(plan) for plan in _FILES}, Path())
CASES = [(plan, form) for plan in PLANS for form in FORMS.values() if plan == _NONE or _SHOP.has(plan, form)]


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    _SHOP.folder = tmp_path_factory.mktemp("documents")
    return _SHOP


@pytest.fixture
def read(
    request: pytest.FixtureRequest, workshop: Workshop, lacking: Callable[[str, str], NoReturn], monkeypatch: pytest.MonkeyPatch
) -> Callable[[str, str], Source]:
    """(plan, form) -> what is read from the document.

    What LibreOffice must open it opens for all plans at once; that the reader calls it for one file is tested in test_document_traps.py.
    """

    def read(plan: str, form: str) -> Source:
        if plan == _NONE:
            lacking("shared", "set FENGONG_SHARED to the folder that holds seeds/, or put it beside the project as 'shared'")
        if not FORMS[form].make:
            workshop.soffice = request.getfixturevalue("soffice")
        path = workshop.document(plan, FORMS[form])
        if path not in _READ:
            if FORMS[form].through_office:
                monkeypatch.setattr("loaders.libreoffice.as_docx", lambda data, *_: workshop.as_docx(data))
            _READ[path] = source_of(path)
        return _READ[path]

    return read


_READ: dict[Path, Source] = {}


@pytest.mark.parametrize("merged", [False, True], ids=["apart", "merged"])
@pytest.mark.parametrize("plan", _FILES)
def test_what_readers_share_loses_nothing(plan: str, merged: bool, workshop: Workshop) -> None:
    source = assembled(workshop.parts[plan], merged)
    assert differences(_expected(plan), graph([load(source)])) == []
    assert merged or text_differences(_text(plan), source.text) == []


@pytest.mark.parametrize(("plan", "form"), [(plan, form.name) for plan, form in CASES])
def test_the_graph_is_that_of_the_text(plan: str, form: str, read: Callable[[str, str], Source]) -> None:
    source = read(plan, form)
    assert differences(_expected(plan), graph([load(source)])) == []


_KEPT = "the head of a table that is printed again in the next column of a page is kept"


@pytest.mark.parametrize(
    ("plan", "form"),
    [
        pytest.param(plan, form.name, marks=[pytest.mark.xfail(reason=_KEPT)] if (plan, form.name) == ("tables", "pdf columns") else [])
        for plan, form in CASES
        if not form.merged
    ],
)
def test_no_word_is_lost_and_none_added(plan: str, form: str, read: Callable[[str, str], Source]) -> None:
    source = read(plan, form)
    assert text_differences(_text(plan), source.text, FORMS[form].furniture) == []


@pytest.mark.parametrize(("plan", "form"), [(plan, form.name) for plan, form in CASES if plan == "tables"])
def test_every_line_knows_where_it_stands(plan: str, form: str, read: Callable[[str, str], Source]) -> None:
    source = read(plan, form)
    lines = source.text.count("\n") + 1
    assert (len(source.places), len(source.begins)) == (lines, lines)
    assert None not in source.places


def test_a_person_can_have_the_documents_written(tmp_path: Path) -> None:
    """Without LibreOffice, which is said; with it the rest is written too."""
    plan = _FILES["clean"]
    done = subprocess.run(
        [sys.executable, "-m", "tests.documents", str(tmp_path), str(plan)], cwd=_ROOT, capture_output=True, text=True, check=True,
        env={**os.environ, "PATH": "", "PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert "LibreOffice" in done.stderr
    written = {p.parent.name for p in tmp_path.glob("*/clean.*")}
    assert written == {form.name.replace(" ", "-") for form in FORMS.values() if form.make and not form.merged}
