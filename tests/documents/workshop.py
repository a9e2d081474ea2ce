"""Makes the documents of some plans when they are asked for, each once; LibreOffice is started once for each format that it saves."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from .forms import FORMS, Form
from .office import converted
from .parts import Part, Table, parts_of


@dataclass
class Workshop:
    """``plans``: name -> text. ``folder``: where the documents are written."""

    plans: Mapping[str, str]
    folder: Path
    soffice: str | None = None
    _opened: dict[bytes, bytes] = field(default_factory=dict)

    @cached_property
    def parts(self) -> dict[str, tuple[Part, ...]]:
        return {name: parts_of(text) for name, text in self.plans.items()}

    def has(self, plan: str, form: Form) -> bool:
        """Whether a plan is written in a form: one without tables has no merged cells."""
        return not form.merged or any(isinstance(part, Table) for part in self.parts[plan])

    def document(self, plan: str, form: Form) -> Path:
        """The file of a plan in a form."""
        path = self._path(plan, form)
        if path.is_file():
            return path
        if form.make:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(form.make(self.parts[plan]))
        else:
            alike = [f for f in FORMS.values() if f.suffix == form.suffix and not f.make]
            saved = [(each, f) for f in alike for each in self.plans if self.has(each, f)]
            for (each, f), new in zip(saved, self._converted([self.document(each, FORMS[f.of]) for each, f in saved], form.suffix)):
                target = self._path(each, f)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.move(new, target)
        return path

    def as_docx(self, data: bytes) -> bytes:
        """What LibreOffice makes of a document that is read through it; all such documents are opened at once."""
        if data not in self._opened:
            files = [self.document(plan, form) for form in FORMS.values() if form.through_office for plan in self.plans if self.has(plan, form)]
            self._opened |= {old.read_bytes(): new.read_bytes() for old, new in zip(files, self._converted(files, "docx"))}
        return self._opened[data]

    def _path(self, plan: str, form: Form) -> Path:
        return self.folder / form.name.replace(" ", "-") / f"{plan}.{form.suffix}"

    def _converted(self, files: Sequence[Path], suffix: str) -> list[Path]:
        """The files saved in another format by one call, under names of their own."""
        assert self.soffice, "needs LibreOffice"
        with tempfile.TemporaryDirectory(dir=self.folder) as place:
            copies = [Path(shutil.copy(f, Path(place) / f"{n}{f.suffix}")) for n, f in enumerate(files)]
            into = self.folder / "saved" / f"{suffix}-{len(list(self.folder.glob('saved/*')))}"
            return converted(self.soffice, copies, suffix, into)
