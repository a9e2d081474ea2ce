"""A weakness of the allocation: what it is, where the plan shows it, what would mend it; and findings as JSON (findings.schema.json)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal, cast, get_args

from graphmodel.plan import Span
from graphmodel.problems import Problem, readable

Level = Literal["error", "warning", "review"]
LEVELS: tuple[Level, ...] = get_args(Level)
VERSION = 1


@dataclass(frozen=True, slots=True)
class Quote:
    """The plan's own words: ``text`` stands at ``span`` (code points) of ``doc``; ``place`` as printed (``p12``, ``Sheet1!C7``) or None."""

    doc: str
    span: Span
    text: str
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """The same sentence in both languages."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a person would mend.

    ``lines``: (first, last), 1-based, of the document of the quotes; ``follows_from``: index of the finding that causes this one.
    """

    rule: str
    code: str
    level: Level
    tasks: tuple[str, ...]
    lines: tuple[tuple[int, int], ...]
    departments: tuple[str, ...]
    quotes: tuple[Quote, ...]
    message: Words
    remedy: Words
    follows_from: int | None = None


def as_json(findings: Iterable[Finding]) -> dict[str, Any]:
    """The JSON object of findings, in the order given: plain dicts, lists, strings and numbers."""
    return {"version": VERSION, "findings": [_plain(f) for f in findings]}


def _plain(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "code": finding.code,
        "level": finding.level,
        "tasks": list(finding.tasks),
        "lines": [list(pair) for pair in finding.lines],
        "departments": list(finding.departments),
        "quotes": [{"doc": q.doc, "span": list(q.span), "text": q.text, "place": q.place} for q in finding.quotes],
        "message": {"zh": finding.message.zh, "en": finding.message.en},
        "remedy": {"zh": finding.remedy.zh, "en": finding.remedy.en},
        "follows_from": finding.follows_from,
    }


def from_json(data: object) -> tuple[Finding, ...]:
    """The findings of a JSON object written by ``as_json``; unknown members are ignored.

    Raises ``Problem`` naming the first place that is not as it should be.
    """
    whole = _object(data, "$")
    if whole.get("version") != VERSION:
        raise _wrong("$.version", f"{VERSION}")
    found = tuple(_finding(item, f"findings[{i}]") for i, item in enumerate(_list(whole.get("findings"), "findings")))
    for i, finding in enumerate(found):
        if finding.follows_from is not None and not 0 <= finding.follows_from < len(found):
            raise _wrong(f"findings[{i}].follows_from", "the index of a finding")
    return found


def _finding(data: object, at: str) -> Finding:
    d = _object(data, at)
    missing = [f.name for f in fields(Finding) if f.name not in d]
    if missing:
        raise _wrong(f"{at}.{missing[0]}", "present")
    if d["level"] not in LEVELS:
        raise _wrong(f"{at}.level", "error, warning or review")
    follows = d["follows_from"]
    return Finding(
        rule=_text(d["rule"], f"{at}.rule"),
        code=_text(d["code"], f"{at}.code"),
        level=cast(Level, d["level"]),
        tasks=tuple(_text(t, f"{at}.tasks") for t in _list(d["tasks"], f"{at}.tasks")),
        lines=tuple(_pair(p, f"{at}.lines") for p in _list(d["lines"], f"{at}.lines")),
        departments=tuple(_text(t, f"{at}.departments") for t in _list(d["departments"], f"{at}.departments")),
        quotes=tuple(_quote(q, f"{at}.quotes") for q in _list(d["quotes"], f"{at}.quotes")),
        message=_words(d["message"], f"{at}.message"),
        remedy=_words(d["remedy"], f"{at}.remedy"),
        follows_from=None if follows is None else _whole(follows, f"{at}.follows_from"),
    )


def _quote(data: object, at: str) -> Quote:
    d = _object(data, at)
    place = d.get("place")
    return Quote(_text(d.get("doc"), at), _pair(d.get("span"), at), _text(d.get("text"), at), None if place is None else _text(place, at))


def _words(data: object, at: str) -> Words:
    d = _object(data, at)
    return Words(_text(d.get("zh"), at), _text(d.get("en"), at))


def _object(data: object, at: str) -> Mapping[str, Any]:
    if not isinstance(data, dict):
        raise _wrong(at, "an object")
    return data


def _list(data: object, at: str) -> list[Any]:
    if not isinstance(data, list):
        raise _wrong(at, "a list")
    return data


def _text(data: object, at: str) -> str:
    if not isinstance(data, str):
        raise _wrong(at, "text")
    return data


def _whole(data: object, at: str) -> int:
    if not isinstance(data, int) or isinstance(data, bool):
        raise _wrong(at, "a whole number")
    return data


def _pair(data: object, at: str) -> tuple[int, int]:
    if not isinstance(data, list) or len(data) != 2:
        raise _wrong(at, "two whole numbers")
    return _whole(data[0], at), _whole(data[1], at)


def _wrong(at: str, wanted: str) -> Problem:
    at = readable(at)
    return Problem(
        f"这不是分工程序的审查结果：{at} 处应为 {wanted}。请用 fengong audit --format json 重新生成。",
        f"these are not findings of this program: {at} should be {wanted}; write them anew with fengong audit --format json.",
    )
