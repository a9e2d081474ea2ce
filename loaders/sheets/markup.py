"""XML parts of any length, read as they are unpacked: a sheet of a hundred thousand rows would be 400 MB as a tree."""

from __future__ import annotations

from collections.abc import Callable
from xml.parsers import expat

from graphmodel.problems import Problem
from loaders.packages import Package, damaged

_LONGEST_TAG = 8_000_000
Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Words = Callable[[str], None]


def walk(package: Package, part: str, limit: int, start: Start, end: End, words: Words | None = None, prefixed: bool = False) -> int:
    """Tells ``start`` (name, attributes), ``end`` (name) and ``words`` what a part holds. Names come without the prefix of the root, unless ``prefixed``.

    Gives how many bytes the part has. Raises Problem if the part is missing, broken, declares a document type or has more than ``limit`` bytes.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.buffer_size = 65_536
    parser.StartDoctypeDeclHandler = _refuse

    def first(name: str, attributes: dict[str, str]) -> None:
        prefix = "" if prefixed else name[: name.find(":") + 1]
        parser.StartElementHandler = (lambda n, a: start(n.removeprefix(prefix), a)) if prefix else start
        parser.EndElementHandler = (lambda n: end(n.removeprefix(prefix))) if prefix else end
        start(name.removeprefix(prefix), attributes)

    parser.StartElementHandler = first
    if words:
        parser.CharacterDataHandler = words
    try:
        fed = 0
        for piece in package.chunks(part, limit):
            parser.Parse(piece, False)
            fed += len(piece)
            if fed - parser.CurrentByteIndex > _LONGEST_TAG:  # it would be looked at from its beginning with every piece
                raise damaged(package.name, part)
        parser.Parse(b"", True)
        return fed
    except _DocumentTypeError:
        raise Problem(
            f"{package.name} 的 {part} 中有文档类型声明（DTD），Office 文件里不会有，未读取；请用 Excel/WPS 打开后另存再试。",
            f"{package.name}: {part} holds a document type declaration, which no Office file has; it was not read: open it in Excel or WPS, save it and try again.",
        ) from None
    except (expat.ExpatError, ValueError, KeyError, LookupError):
        raise damaged(package.name, part) from None


class _DocumentTypeError(Exception):
    pass


def _refuse(*_: object) -> None:
    raise _DocumentTypeError
