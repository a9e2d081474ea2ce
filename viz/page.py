"""What every page shares: the templates, one style sheet, scripts that are inlined, and a policy under which nothing leaves the page.

A page is one file that asks nothing of a network. Everything from a plan goes through jinja2's escaping, or as JSON into a block that no
browser runs. The policy is ``default-src 'none'`` with the SHA-256 of each inline script and style (Content Security Policy Level 3, W3C).
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from viz.seen import glyph

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

    from viz.format import Lang

_FONTS_AND_COLOURS = "style.css"
_ALWAYS = ("words.js",)  # the switch of languages, and how a plan's words are shown


def environment(lang: Lang, title: str, scripts: Sequence[str] = (), program: str = "") -> Environment:
    """The templates with what they share: ``scripts`` are names of ``viz/scripts``, run in this order after ``words.js``; none at all makes a
    page without any. ``program``: words of the program itself that must run before them (a library)."""
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    made = Environment(
        loader=PackageLoader("viz", "templates"), autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined, keep_trailing_newline=True
    )
    running = [Markup(s) for s in ([_clean(program)] if program else []) + [_read("scripts", name) for name in ((*_ALWAYS, *scripts) if scripts else ())]]
    style = _read("templates", _FONTS_AND_COLOURS)
    made.filters["seen"] = seen
    made.filters["json"] = as_data
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":"), "sort_keys": True}
    made.globals.update(
        lang=lang, title=title, style=Markup(style), scripts=running, policy=_policy([style], running), zh=lang == "zh"
    )  # fmt: skip
    return made


def page(template: str, lang: Lang, title: str, scripts: Sequence[str] = (), **held: Any) -> str:
    """A whole page, the same to the byte for the same words. ``held``: what the template asks for beside what all share."""
    return finished(environment(lang, title, scripts).get_template(template).render(**held))


def finished(html: str) -> str:
    """A page as it is written: half characters (lone surrogates) become ``?``, so that UTF-8 holds it."""
    return html.encode("utf-8", "replace").decode("utf-8")


def seen(words: object) -> str:
    """Foreign words as a page may show them: what acts or hides in them (ESC, marks of direction, zero-width blanks) is written out."""
    return "".join("\n" if c == "\n" else glyph(c) for c in str(words))


def as_data(value: object) -> Markup:
    """A value as JSON for a ``<script type="application/json">``: no character of it can end the block or open another."""
    from markupsafe import Markup

    told = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for c, code in (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029")):
        told = told.replace(c, code)
    return Markup(told)


def _policy(styles: Iterable[str], scripts: Iterable[str]) -> str:
    said = ["default-src 'none'", f"style-src {_hashes(styles)}"]
    hashes = _hashes(scripts)
    return "; ".join([*said, *([f"script-src {hashes}"] if hashes else []), "base-uri 'none'", "form-action 'none'"])


def _hashes(blocks: Iterable[str]) -> str:
    return " ".join(f"'sha256-{b64encode(sha256(str(block).encode('utf-8')).digest()).decode('ascii')}'" for block in blocks)


@cache
def _read(folder: str, name: str) -> str:
    return _clean(files("viz").joinpath(folder, name).read_text(encoding="utf-8"))


def _clean(code: str) -> str:
    """Code as a browser hashes it: its lines end with a line feed; nothing in it ends the block."""
    told = code.replace("\r\n", "\n").replace("\r", "\n")
    if "</script" in told.lower() or "</style" in told.lower():
        raise ValueError("a script or style sheet that would end its own block cannot be inlined")
    return told
