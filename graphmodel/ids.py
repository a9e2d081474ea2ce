"""Ids that a person can read, the same from run to run, and as alike as can be between the drafts and the formats of one plan."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from graphmodel.patterns import pattern
from graphmodel.plan import Plan, Section, Task
from graphmodel.text import Lines, fold

_LONGEST_PART = 80
_LONGEST_HEADING = 16
_FURTHEST = 40  # lines between two pieces of one item that are looked through

# Blanks, control characters and what has a meaning in paths, addresses, mark-up and shells. 一、加快… keeps its 、 in a name.
_UNSAFE = pattern(r"""[\s/\\#?%*|<>"'&`$\x00-\x1f\x7f-\x9f\ud800-\udfff\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]+""")
_AROUND_NUMBER = pattern(r"^[.、,:;\s]+|[.、,:;。\s]+$")  # 一、 · 3. · (二)、
_DRAFT_MARK = pattern(r"[(〔\[【](?:征求意见稿|公开征求意见稿|讨论稿|送审稿|审议稿|草案|草稿|初稿|代拟稿|修改稿|报批稿|试行)[)〕\]】]")

_TABLE_OF = pattern(r"(?:(?<=方案|计划|意见|规划|措施|要点|办法)|(?<=\)))任务分工表$")  # the table of a plan that `fengong tasks` writes is that plan


def part(text: str, longest: int = _LONGEST_PART) -> str:
    """A piece of an id: half-width, without blanks and unsafe signs, at most ``longest`` characters; "" if nothing is left."""
    return _UNSAFE.sub("_", pattern(r"\s+").sub("", fold(text))).strip("_")[:longest]


def document_id(plan: Plan) -> str:
    """``issuer-number``, else ``issuer/title``, else the title, else the name of the source without its ending, else ``plan``."""
    header = plan.header
    issuer, number = part(header.issuer or ""), part(header.number or "")
    title = part(_TABLE_OF.sub("", _DRAFT_MARK.sub("", fold(header.name or ""))))
    if number:
        return f"{issuer}-{number}" if issuer else number
    if title:
        return f"{issuer}/{title}" if issuer else title
    return part(PurePath(plan.source.name).stem) or "plan"


def given_id(text: str) -> str:
    """A document id that a person gave (``--id``), made safe; its parts may be divided by ``/``: a draft can take the id of the plan."""
    return "/".join(filter(None, (part(each) for each in text.split("/"))))


def number_part(number: str | None) -> str:
    """A printed number as a piece of an id: ``一、`` gives ``一``, ``（二）`` gives ``(二)``."""
    return part(_AROUND_NUMBER.sub("", fold(number or "")))


def section_paths(sections: Sequence[Section]) -> list[str]:
    """The path of each section below its document (``二/(一)``): its number, else the first words of its name; a doubled one gets #2."""
    paths: list[str] = []
    met: dict[str, int] = {}
    for i, section in enumerate(sections):
        own = number_part(section.number) or part(section.name, _LONGEST_HEADING) or "section"
        above = f"{paths[section.parent]}/" if section.parent is not None and 0 <= section.parent < i else ""
        paths.append(numbered(above + own, met))
    return paths


def task_paths(tasks: Sequence[Task], sections: Sequence[str], lines: Lines) -> list[str]:
    """The path of each task below its document: its section's path, then its number.

    Pieces of one item (the number printed once, several duties) are ``3a``, ``3b``; a number printed twice is ``3`` and ``3#2``; without a
    number a task is ``u1``, ``u2`` … in its section. ``sections`` are the paths of ``section_paths``.
    """
    groups: dict[tuple[str, str], list[list[int]]] = {}
    for i, task in enumerate(tasks):
        own = number_part(task.number)
        if not own:
            continue
        above = _above(task, sections)
        items = groups.setdefault((above, own), [])
        if items and _same_item(tasks[items[-1][-1]], task, own, lines):
            items[-1].append(i)
        else:
            items.append([i])
    paths = [""] * len(tasks)
    met: dict[str, int] = {}
    for (above, own), items in groups.items():
        for n, pieces in enumerate(items, 1):
            again = f"#{n}" if n > 1 else ""
            for k, i in enumerate(pieces):
                letter = letters(k) if len(pieces) > 1 else ""
                paths[i] = f"{above}{own}{letter}{again}"
    nameless: dict[str, int] = {}
    for i, task in enumerate(tasks):
        if not paths[i]:
            above = _above(task, sections)
            nameless[above] = nameless.get(above, 0) + 1
            paths[i] = f"{above}u{nameless[above]}"
    return [numbered(path, met) for path in paths]


def _above(task: Task, sections: Sequence[str]) -> str:
    inner = task.section_path[-1] if task.section_path else -1
    return f"{sections[inner]}/" if 0 <= inner < len(sections) else ""


def _same_item(earlier: Task, later: Task, number: str, lines: Lines) -> bool:
    """Whether two tasks with one number are pieces of one item: they begin on one line, or the number is not printed again."""
    first, second = lines.at(earlier.span[0]), lines.at(later.span[0])
    if first == second:
        return True
    start, end = lines.span(min(second, len(lines)))
    beginning = pattern(r"\s+").sub("", fold(lines.text[start : min(end, start + 200)])).lstrip("|")
    if beginning.startswith(number):
        return False
    alone = (fold(lines.text[slice(*lines.span(n))]).strip() for n in range(max(first, second - _FURTHEST) + 1, second))
    return fold(later.number or "").strip() not in alone  # in a table a number stands on a line of its own


def letters(n: int) -> str:
    """a, b … z, aa, ab … for 0, 1 … 25, 26, 27 …"""
    out = ""
    n += 1
    while n:
        n, rest = divmod(n - 1, 26)
        out = chr(97 + rest) + out
    return out


def numbered(wanted: str, met: dict[str, int]) -> str:
    """``wanted`` the first time, then ``wanted#2``, ``wanted#3``; ``met`` counts and is kept up to date."""
    while True:
        n = met[wanted] = met.get(wanted, 0) + 1
        if n == 1:
            return wanted
        again = f"{wanted}#{n}"
        if again not in met:
            met[again] = 1
            return again
