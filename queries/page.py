"""The manual page of a rule: its docstring, read part by part.

The docstring is laid out so, and a rule whose docstring is not is refused when it is loaded:

    中文标题 / English title.

    说明 / What it says
    (Chinese lines, then English lines)
    理由 / Why
    来源 / Source
    反例 / Bad example
    ```text
    a tiny plan that must give this finding
    ```
    正例 / Good example
    ```text
    the same plan, mended
    ```
    修改 / How to mend
"""

from __future__ import annotations

import inspect
from dataclasses import dataclass

from graphmodel.patterns import pattern

_PARTS = (
    ("says", "说明 / What it says"),
    ("why", "理由 / Why"),
    ("source", "来源 / Source"),
    ("bad", "反例 / Bad example"),
    ("good", "正例 / Good example"),
    ("mend", "修改 / How to mend"),
)
_HAN = pattern(r"[\u4e00-\u9fff]")
_LATIN = pattern(r"[A-Za-z]")
_FENCE = "```"


@dataclass(frozen=True, slots=True)
class Passage:
    """The same words in Chinese and English."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Page:
    """A rule's page. ``bad`` and ``good`` are the texts of tiny plans."""

    title: Passage
    says: Passage
    why: Passage
    source: Passage
    bad: str
    good: str
    mend: Passage


def read_page(docstring: str | None) -> Page:
    """The page of a docstring. ValueError names the part that is missing or empty."""
    text = inspect.cleandoc(docstring or "")
    places = []
    for _, heading in _PARTS:
        at = f"\n{text}".find(f"\n{heading}\n")
        if at < 0:
            raise ValueError(f"the page has no part '{heading}'")
        places.append(at)
    if places != sorted(places):
        raise ValueError("the parts of the page stand in another order than: " + ", ".join(h for _, h in _PARTS))
    ends = [*places[1:], len(text)]
    body = {key: text[at + len(heading) : end].strip() for (key, heading), at, end in zip(_PARTS, places, ends)}
    zh, slash, en = text[: places[0]].strip().partition(" / ")
    if not slash:
        raise ValueError("the page's first line must be: 中文标题 / English title")
    return Page(
        title=Passage(zh, en.rstrip(".")),
        says=_passage("says", body["says"]),
        why=_passage("why", body["why"]),
        source=_passage("source", body["source"], both=False),
        bad=_fenced("bad", body["bad"]),
        good=_fenced("good", body["good"]),
        mend=_passage("mend", body["mend"]),
    )


def _passage(part: str, text: str, both: bool = True) -> Passage:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    chinese = [2 * len(_HAN.findall(line)) >= len(_LATIN.findall(line)) for line in lines]  # an English line may cite a Chinese word
    zh = "".join(line for line, han in zip(lines, chinese) if han)
    en = " ".join(line for line, han in zip(lines, chinese) if not han)
    if both and not (zh and en):
        raise ValueError(f"the part '{part}' must be in Chinese and in English")
    return Passage(zh or en, en or zh)


def _fenced(part: str, text: str) -> str:
    if text.count(_FENCE) != 2:
        raise ValueError(f"the part '{part}' must be one fenced block")
    return text.split(_FENCE)[1].partition("\n")[2]
