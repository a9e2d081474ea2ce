"""Documents as LibreOffice saves them. One call converts many files: each start costs seconds."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

FILTERS = {"doc": "doc:MS Word 97", "docx": "docx:MS Word 2007 XML", "odt": "odt", "rtf": "rtf", "pdf": "pdf", "html": "html:HTML (StarWriter)",
           "xls": "xls:MS Excel 97", "ods": "ods", "xlsx": "xlsx:Calc MS Excel 2007 XML"}  # fmt: skip


def converted(soffice: str, files: Iterable[Path], suffix: str, into: Path) -> list[Path]:
    """Saves documents in another format, in the folder ``into``; gives the new files, in order. Raises RuntimeError with what the program said if one is missing."""
    files = list(files)
    into.mkdir(parents=True, exist_ok=True)
    profile = into / ".profile"
    command = [
        soffice,
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        FILTERS[suffix],
        "--outdir",
        str(into),
        *map(str, files),
    ]
    said = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    out = [into / f"{f.stem}.{suffix}" for f in files]
    lost = [f.name for f in out if not f.is_file()]
    if lost:
        raise RuntimeError(f"{command[0]} made no {lost}: {said.stdout[-500:]} {said.stderr[-500:]}")
    return out
