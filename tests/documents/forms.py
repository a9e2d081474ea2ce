"""Every form in which a plan is written to a file: its name, and how it is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from . import pdf, sheets, web, word
from .parts import Part


@dataclass(frozen=True)
class Form:
    """``make``: parts -> bytes; None: LibreOffice saves the form named ``of`` under the new suffix.

    ``furniture``: regexes of what the file holds besides the plan, a line each, folded and without blanks. ``merged``: equal cells stand once.
    """

    name: str
    suffix: str
    make: Callable[[Sequence[Part]], bytes] | None
    of: str = ""
    furniture: tuple[str, ...] = ()
    merged: bool = False

    @property
    def through_office(self) -> bool:
        """Whether LibreOffice must open it so that it can be read."""
        return self.suffix in ("doc", "odt", "rtf")


def _forms() -> list[Form]:
    out = []
    for way in word.WAYS:
        suffix = way if way in ("docm", "dotx") else "docx"
        notes = (rf"(?:\[?\d*\]?{word.NOTE})+",) if way == "notes" else ()
        out.append(Form(f"word {way}", suffix, partial(word.word, way=way), "", notes, way == "merged"))
    out += [Form(f"pdf {way}", "pdf", partial(pdf.pdf, way=way), "", pdf.FURNITURE) for way in pdf.WAYS]
    out += [Form(f"web {way}", "mhtml" if way == "mhtml" else "html", partial(web.page, way=way), "", web.FURNITURE) for way in web.WAYS]
    out += [Form(f"sheet {way}", way[:4].strip(), partial(sheets.sheet, way=way)) for way in sheets.WAYS]
    # what LibreOffice itself loses when it saves is not asked back: in doc and odt the first number of a list, in rtf every sign of a number but ASCII
    saved = [
        ("word outlined", "doc"), ("word numbered", "docx"), ("word outlined", "odt"), ("word typed", "rtf"), ("word numbered", "pdf"), ("word typed", "html"),
        ("word box", "docx"), ("word merged", "docx"), ("word merged", "doc"), ("sheet xlsx", "xls"), ("sheet xlsx", "ods"),
    ]  # fmt: skip
    by_name = {f.name: f for f in out}
    out += [
        Form(f"{of} saved as {suffix}", suffix, None, of, web.FURNITURE if suffix == "html" else by_name[of].furniture, by_name[of].merged) for of, suffix in saved
    ]
    return out


FORMS = {form.name: form for form in _forms()}
