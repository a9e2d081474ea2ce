"""Makes the documents of some plans when they are asked for, each once; LibreOffice is started once for each form that it saves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from .forms import FORMS, Form
from .office import converted
from .parts import Part, parts_of


@dataclass
class Workshop:
    """``plans``: name -> text. ``folder``: where the documents are written."""

    plans: Mapping[str, str]
    folder: Path
    soffice: str | None = None
    _saved: set[str] = field(default_factory=set)
    _opened: dict[bytes, bytes] = field(default_factory=dict)

    @cached_property
    def parts(self) -> dict[str, tuple[Part, ...]]:
        return {name: parts_of(text) for name, text in self.plans.items()}

    def document(self, plan: str, form: Form) -> Path:
        """The file of a plan in a form."""
        path = self.folder / form.name.replace(" ", "-") / f"{plan}.{form.suffix}"
        if form.make:
            if not path.is_file():
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(form.make(self.parts[plan]))
        elif form.name not in self._saved:
            assert self.soffice, f"{form.name} needs LibreOffice"
            self._saved.add(form.name)
            converted(self.soffice, [self.document(each, FORMS[form.of]) for each in self.plans], form.suffix, path.parent)
        return path

    def as_docx(self, form: Form, data: bytes) -> bytes:
        """What LibreOffice makes of a document that is read through it; all documents of a form are opened at once."""
        if data not in self._opened:
            assert self.soffice, f"{form.name} needs LibreOffice"
            files = [self.document(plan, form) for plan in self.plans]
            made = converted(self.soffice, files, "docx", files[0].parent / "opened")
            self._opened |= {old.read_bytes(): new.read_bytes() for old, new in zip(files, made)}
        return self._opened[data]
