"""python -m tests.documents FOLDER [PLAN ...]: the documents of plans (by default the samples that ship) in every form, for a person to open."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from .forms import FORMS
from .workshop import Workshop

_SAMPLES = Path(__file__).resolve().parents[2] / "fengong" / "samples"


def main(folder: str, *named: str) -> None:
    files = [Path(n) for n in named] or sorted(_SAMPLES.glob("*.txt"))
    soffice = shutil.which("soffice")
    workshop = Workshop({f.stem: f.read_text(encoding="utf-8") for f in files}, Path(folder), soffice)
    for form in FORMS.values():
        if form.make or soffice:
            print(*(workshop.document(plan, form) for plan in workshop.plans if workshop.has(plan, form)), sep="\n")
        else:
            print(f"{form.name}: LibreOffice (soffice) is missing", file=sys.stderr)


if len(sys.argv) < 2:
    sys.exit(__doc__)
main(*sys.argv[1:])
