"""The pages in a web archive (MHTML): what browsers, IE, Word and WPS save as a single file."""

from __future__ import annotations

import email
import email.policy
from dataclasses import dataclass
from email.message import Message
from urllib.parse import urljoin

from graphmodel.problems import Problem
from loaders.web.decoding import characters, declared_charset, python_charset

MOST_PARTS = 2_000
MOST_STYLES = 50
_PAGES = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Part:
    """A page in the archive. ``place``: its Content-Location, ``id``: its Content-ID without the brackets, either may be empty."""

    text: str
    place: str
    id: str


@dataclass(frozen=True, slots=True)
class Archive:
    """``main``: the page that the archive was made of; ``others``: pages in its frames, sheets of a workbook; ``styles``: its style sheets."""

    main: Part
    others: tuple[Part, ...]
    styles: tuple[str, ...] = ()

    def frame(self, address: str) -> str | None:
        """The characters of the page that a frame shows, by the address in the main page."""
        address = address.strip()
        if not address:
            return None
        if address.lower().startswith("cid:"):
            return next((p.text for p in self.others if p.id and p.id == address[4:]), None)
        try:
            whole = urljoin(self.main.place, address)
        except ValueError:
            whole = address
        return next((p.text for p in self.others if p.place and p.place in (address, whole)), None)


def archive_of(data: bytes, name: str) -> Archive:
    """The pages of an archive. Raises Problem if it holds none."""
    message = email.message_from_bytes(data.lstrip(b"\xef\xbb\xbf \t\r\n"), policy=email.policy.compat32)
    parts: list[tuple[Message, Part]] = []
    styles: list[str] = []
    for n, part in enumerate(message.walk()):
        if n > MOST_PARTS:
            break
        if not part.is_multipart() and part.get_content_type().lower() == "text/css" and len(styles) < MOST_STYLES:
            sheet = part.get_payload(decode=True)
            styles.append(sheet.decode("utf-8", "replace") if isinstance(sheet, bytes) else "")
        if not part.is_multipart() and part.get_content_type().lower() in _PAGES:
            body = part.get_payload(decode=True)
            if isinstance(body, bytes) and body.strip():
                named = part.get_param("charset")
                said = declared_charset(body) or (python_charset(named) if isinstance(named, str) else None)
                parts.append((part, Part(characters(body, name, said), _header(part, "Content-Location"), _header(part, "Content-ID").strip("<>"))))
    if not parts:
        raise Problem(
            f"{name} 里没有网页（网页归档文件不完整）；请在浏览器中打开原网页，重新另存为“网页，单个文件（.mhtml）”。",
            f"{name} holds no page (the web archive is not whole); open the page in a browser and save it again as a single-file page (.mhtml).",
        )
    main = _main(message, parts)
    return Archive(main, tuple(p for _, p in parts if p is not main), tuple(styles))


def _main(message: Message, parts: list[tuple[Message, Part]]) -> Part:
    """The part that ``start`` names, or that was saved from the archive's own address, or the first."""
    start = message.get_param("start")
    if isinstance(start, str):
        for _, part in parts:
            if part.id and part.id == start.strip("<> "):
                return part
    place = _header(message, "Snapshot-Content-Location") or _header(message, "Content-Location")
    if place:
        for _, part in parts:
            if part.place == place:
                return part
    return parts[0][1]


def _header(part: Message, name: str) -> str:
    value = part.get(name)
    return "".join(str(value).split()) if value is not None else ""
