"""Findings as SARIF 2.1.0, the form in which tools that check texts hand their results to editors and code hosts."""

from __future__ import annotations

from collections import Counter
from typing import Any

from graphmodel.finding import Finding, Quote
from graphmodel.text import Lines
from viz.format import RulePage, Sheet, findings_format
from viz.formats.account import account
from viz.rows import document_of, source_of
from viz.seen import harmless_json, visible

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVEL = {"error": "error", "warning": "warning", "review": "note"}
Object = dict[str, Any]
Texts = dict[str, tuple[int, Lines]]  # document -> its place among the artifacts, its lines


@findings_format("sarif", suffixes=(".sarif", ".sarif.json"), data=True, goes="json")
def sarif(sheet: Sheet) -> str:
    """One run, all levels; places are lines, columns and offsets in code points of the extracted text."""
    from json import dumps

    texts = {doc: (n, Lines(sheet.graph.text_of(doc))) for n, doc in enumerate(sheet.graph.documents())}
    pages = _pages(sheet)
    at = {page.code: n for n, page in enumerate(pages)}
    met: Counter[str] = Counter()
    zh = sheet.lang == "zh"
    run: Object = {
        "tool": {"driver": {"name": "fengong", **_version(), "language": "zh-CN" if zh else "en-US", "rules": [_rule(p, zh) for p in pages]}},
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": _unread(sheet, texts)}],
        "language": "zh-CN" if zh else "en-US",
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact(sheet, doc, zh) for doc in texts],
        "results": [_result(sheet, finding, texts, at, met) for finding in sheet.findings],
    }
    return harmless_json(dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)) + "\n"


def plain(text: str) -> str:
    """Foreign words in a message: braces would be places to fill in, ``[a](b)`` a link (SARIF 2.1.0, 3.11.5 and 3.11.6)."""
    shown = visible(text).replace("{", "{{").replace("}", "}}")
    return shown.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]") if "](" in shown else shown


def _version() -> Object:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return {"version": version("fengong")}
    except PackageNotFoundError:
        return {}


def _pages(sheet: Sheet) -> tuple[RulePage, ...]:
    """The pages that were handed over, and bare ones for rules that spoke and have none."""
    from graphmodel.finding import Words

    pages, none = {p.code: p for p in sheet.rules()}, Words("", "")
    for f in sheet.findings:
        pages.setdefault(f.code, RulePage(f.code, f.rule, f.level, none, none, none, none, none))
    return tuple(pages[code] for code in sorted(pages))


def _rule(page: RulePage, zh: bool) -> Object:
    title, says, why, source, mend = ((w.zh if zh else w.en) for w in (page.title, page.says, page.why, page.source, page.mend))
    told: Object = {"id": page.code, "name": page.name, "defaultConfiguration": {"level": _LEVEL[page.level]}}
    if title:
        told |= {"shortDescription": {"text": title}, "fullDescription": {"text": says or title}}
    if why or mend:
        heads = ("理由", "来源", "修改") if zh else ("Why", "Source", "How to mend")
        parts = [(head, words) for head, words in zip(heads, (why, source, mend)) if words]
        colon = "：" if zh else ": "
        told["help"] = {"text": "\n".join(f"{head}{colon}{words}" for head, words in parts)}
    return told


def _artifact(sheet: Sheet, doc: str, zh: bool) -> Object:
    node = sheet.graph.node(doc)
    words = (
        "行、列和偏移按提取出的文本计，以 Unicode 码点为单位，行尾为 LF。"
        if zh
        else "Lines, columns and offsets count code points of the extracted text; its lines end at LF."
    )
    told: Object = {"location": {"uri": _uri(sheet, source_of(sheet, doc))}, "description": {"text": words}, "roles": ["analysisTarget"]}
    return told | ({"hashes": {"sha-256": node["sha256"]}} if node["sha256"] else {})


def _uri(sheet: Sheet, source: str) -> str:
    """The path of a source as a relative reference: nothing in a file name is a scheme, a query or a step upwards."""
    from urllib.parse import quote

    return quote(sheet.paths.get(source, source).encode("utf-8", "replace"), safe="/") or "-"


def _unread(sheet: Sheet, texts: Texts) -> list[Object]:
    """The lines nobody understood: silence about them says nothing."""
    return [
        {"level": "warning", "message": {"text": plain(reason)}, "locations": [_place(sheet, one.doc, {"startLine": number}, texts)]}
        for one in account(sheet.graph)
        for number, reason in one.unread
    ]


def _place(sheet: Sheet, doc: str, region: Object, texts: Texts) -> Object:
    index = {"index": texts[doc][0]} if doc in texts else {}
    artifact = {"artifactLocation": {"uri": _uri(sheet, source_of(sheet, doc if doc in texts else None) or doc), **index}}
    return {"physicalLocation": artifact | ({"region": region} if region else {})}


def _region(quote: Quote, texts: Texts) -> Object:
    """Where a quote stands; its end is the column behind its last character."""
    if quote.doc not in texts:
        return {}
    (start, end), lines = quote.span, texts[quote.doc][1]
    first, last = lines.of(quote.span)
    return {
        "startLine": first, "startColumn": start - lines.starts[first - 1] + 1, "endLine": last, "endColumn": end - lines.starts[last - 1] + 1,
        "charOffset": start, "charLength": end - start, "snippet": {"text": quote.text},
    }  # fmt: skip


def _result(sheet: Sheet, finding: Finding, texts: Texts, at: dict[str, int], met: Counter[str]) -> Object:
    zh = sheet.lang == "zh"
    message, remedy = (w.zh if zh else w.en for w in (finding.message, finding.remedy))
    told: Object = {
        "ruleId": finding.code,
        "ruleIndex": at[finding.code],
        "level": _LEVEL[finding.level],
        "message": {"text": f"{plain(message)}{'' if zh else ' '}{plain(remedy)}"},
    }
    first, *more = [_place(sheet, q.doc, _region(q, texts), texts) for q in finding.quotes] or [_without_quote(sheet, finding, texts)]
    if first:
        first |= {"logicalLocations": [{"fullyQualifiedName": t, "kind": "task"} for t in finding.tasks]} if finding.tasks else {}
        told["locations"] = [first]
    if more:
        told["relatedLocations"] = [{"id": n, **place} for n, place in enumerate(more, 1)]
    told["partialFingerprints"] = {"fengong/v1": _fingerprint(sheet, finding, met)}
    told["properties"] = {
        "tasks": list(finding.tasks), "departments": list(finding.departments), "followsFrom": finding.follows_from,
        "message": {"zh": finding.message.zh, "en": finding.message.en}, "remedy": {"zh": finding.remedy.zh, "en": finding.remedy.en},
    }  # fmt: skip
    return told


def _without_quote(sheet: Sheet, finding: Finding, texts: Texts) -> Object:
    doc = document_of(sheet, finding)
    if doc is None:
        return {}
    return _place(sheet, doc, {"startLine": finding.lines[0][0], "endLine": finding.lines[0][1]} if finding.lines else {}, texts)


def _fingerprint(sheet: Sheet, finding: Finding, met: Counter[str]) -> str:
    """Tells a finding from others of the plan, and knows it again in the next draft: rule, bodies and quoted words, no line, no number."""
    import hashlib
    import json

    words = ["".join(q.text.split()) for q in finding.quotes]
    held = [finding.code, document_of(sheet, finding) or "", list(finding.departments), words]
    known = hashlib.sha256(json.dumps(held).encode("ascii")).hexdigest()[:32]
    met[known] += 1
    return f"{known}:{met[known]}"
