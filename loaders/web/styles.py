"""What the styles of a page say about its text: hidden, a block or not, how a list counts. Nothing else of them is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from graphmodel.patterns import pattern

_DISPLAY = pattern(r"display\s{0,9}:\s{0,9}([a-z-]{1,30})")
_HIDDEN = pattern(r"visibility\s{0,9}:\s{0,9}(?:hidden|collapse)|mso-hide\s{0,9}:\s{0,9}all|(?:left|top|text-indent)\s{0,9}:\s{0,9}-\d{4,9}")
_NO_SIZE = pattern(r"font-size\s{0,9}:\s{0,9}0(?:\.0{1,9})?(?:px|pt|em|rem|%)?\s{0,9}(?:;|!|$)")
_LIST = pattern(r"list-style(?:-type)?\s{0,9}:\s{0,9}([^;]{1,120})")
_KINDS = (
    "none", "disc", "circle", "square", "decimal-leading-zero", "decimal", "lower-alpha", "upper-alpha", "lower-latin", "upper-latin", "lower-roman", "upper-roman",
    "cjk-ideographic", "simp-chinese-informal", "simp-chinese-formal", "trad-chinese-informal", "trad-chinese-formal", "cjk-decimal", "cjk-heavenly-stem",
    "cjk-earthly-branch", "japanese-informal",
)  # fmt: skip
_RULE = pattern(r"([^{}]{1,400})\{([^{}]{0,4000})\}")
_SIMPLE = pattern(r"^(?:[a-z][a-z0-9]{0,15})?([.#][\w-]{1,80})$")
_COMMENT = pattern(r"/\*[^*]{0,4000}\*{1,9}(?:[^/*][^*]{0,4000}\*{1,9}){0,200}/|<!--|-->")
_NAMED = pattern(r"[.#][\w-]{1,80}")


@dataclass(frozen=True, slots=True)
class Look:
    """``no_size``: the font has size 0, which hides words but not the blocks within."""

    hidden: bool = False
    display: Literal["block", "inline", ""] = ""
    no_size: bool = False
    marks: str | None = None
    """The list's way to count, as CSS names it."""
    pre: bool = False
    own_number: bool = False
    """Word writes the number of a list item in here (mso-list:Ignore)."""


PLAIN = Look()


@lru_cache(maxsize=4_000)
def look(style: str) -> Look:
    """What a style attribute says."""
    s = style[:4000].lower()
    shown = _DISPLAY.search(s)
    display: Literal["block", "inline", ""] = ""
    if shown and shown[1] != "none":
        display = "inline" if shown[1].startswith(("inline", "contents")) else "block"
    listed = _LIST.search(s)
    return Look(
        hidden=bool(shown and shown[1] == "none" or _HIDDEN.search(s) or "mso-element:comment-list" in s.replace(" ", "")),
        display=display,
        no_size=bool(_NO_SIZE.search(s)),
        marks=next((k for k in _KINDS if k in listed[1].split()), None) if listed else None,
        pre="white-space:pre" in s.replace(" ", "").replace("pre-line", "pre").replace("nowrap", ""),
        own_number="mso-list:ignore" in s.replace(" ", ""),
    )


def hidden_names(sheet: str) -> frozenset[str]:
    """``.class`` and ``#id`` that a style sheet hides on every screen. Names that any rule shows again, and rules in @media, are left alone."""
    sheet = _COMMENT.sub(" ", sheet[:400_000])
    if "none" not in sheet and "hidden" not in sheet:
        return frozenset()
    sheet = _without_blocks(sheet)
    hidden: set[str] = set()
    shown: set[str] = set()
    for rule in _RULE.finditer(sheet):
        said = rule[2].lower()
        display = _DISPLAY.search(said)
        hides = bool(display and display[1] == "none") or bool(pattern(r"visibility\s{0,9}:\s{0,9}hidden").search(said))
        if hides:
            simple = [_SIMPLE.match(part.strip()) for part in rule[1].split(",")]
            hidden.update(m[1].lower() for m in simple if m)
        elif display or "visibility" in said:
            shown.update(n.lower() for n in _NAMED.findall(rule[1]))
    return frozenset(hidden - shown)


def _without_blocks(sheet: str) -> str:
    """The sheet without @media { … } and the like."""
    if "@" not in sheet:
        return sheet
    out, depth, kept, at = [], 0, 0, sheet.find("@")
    while at >= 0:
        start = sheet.find("{", at)
        semicolon = sheet.find(";", at)
        if start < 0:
            break
        if 0 <= semicolon < start:  # @import "…";
            out.append(sheet[kept:at])
            kept = semicolon + 1
            at = sheet.find("@", kept)
            continue
        out.append(sheet[kept:at])
        depth, i = 1, start + 1
        while depth and i < len(sheet):
            close, inner = sheet.find("}", i), sheet.find("{", i)
            if close < 0:
                i = len(sheet)
            elif 0 <= inner < close:
                depth, i = depth + 1, inner + 1
            else:
                depth, i = depth - 1, close + 1
        kept = i
        at = sheet.find("@", kept)
    out.append(sheet[kept:])
    return " ".join(out)
