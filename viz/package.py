"""Office files whose bytes depend on nothing but what is in them."""

from __future__ import annotations

import io
import zipfile

from graphmodel.patterns import pattern

_STAMP = pattern(r"(<dcterms:(?:modified|created)[^>]{0,80}>)[^<]{0,40}")
DAY = (2000, 1, 1, 0, 0, 0)


def without_clock(data: bytes) -> bytes:
    """The same package with fixed dates: the libraries stamp the time of saving into every member and into the properties."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _STAMP.sub(r"\g<1>2000-01-01T00:00:00Z", content.decode("utf-8")).encode("utf-8")
            new.writestr(zipfile.ZipInfo(name, DAY), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
