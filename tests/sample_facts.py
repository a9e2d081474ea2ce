"""The facts of a sample plan, and where they differ from what was read.

``tests/plans/NAME.json`` was written by hand from the text of ``fengong/samples/NAME.txt``, before any program read it. Every function
here gives the differences in words: an empty list is agreement. Names and first words are compared without blanks, and full-width signs
count like half-width ones.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from fengong import read
from graphmodel.plan import Duty, Indicator, Plan, Task

ROOT = Path(__file__).resolve().parent.parent
NAMES = sorted(p.stem for p in (ROOT / "tests" / "plans").glob("*.json"))
Facts = dict[str, Any]

_NUMBER = re.compile(r"^[(]?([0-9]+|[一二三四五六七八九十]+)[)]?[.、]?\s*")


def same(text: str | None) -> str:
    """What is compared: no blanks, signs of one width, no full stop at the end."""
    return "".join(unicodedata.normalize("NFKC", text or "").split()).rstrip("。;.,")


@cache
def facts(name: str) -> Facts:
    found: Facts = json.loads((ROOT / "tests" / "plans" / f"{name}.json").read_text(encoding="utf-8"))
    return found


@cache
def text(name: str) -> str:
    return (ROOT / "fengong" / "samples" / f"{name}.txt").read_text(encoding="utf-8")


@cache
def plan(name: str) -> Plan:
    return read(ROOT / "fengong" / "samples" / f"{name}.txt")


def _begins(task: Task, fact: Facts) -> bool:
    said = same(task.text)
    firsts = [same(fact[k]) for k in ("starts", "starts_also") if k in fact]
    return any(s.startswith(f) or (f in s[: len(f) + 30] and k > 0) for k, f in enumerate(firsts) for s in (said, _NUMBER.sub("", said)))


def matched(name: str) -> list[tuple[Facts, Task | None]]:
    """Each task of the facts with the task that was read for it, in order of the text; one read task serves one fact."""
    left = list(plan(name).tasks)
    pairs: list[tuple[Facts, Task | None]] = []
    for fact in facts(name)["tasks"]:
        task = next((t for t in left if _begins(t, fact)), None)
        if task:
            left.remove(task)
        pairs.append((fact, task))
    return pairs


def tasks(name: str) -> list[str]:
    pairs = matched(name)
    read_ones = {id(t) for _, t in pairs if t}
    out = [f"not read: {f['key']} {f['starts']}" for f, t in pairs if t is None and f.get("core", True)]
    loose = [same(words) for words in facts(name).get("loose", ())]  # may be read as a task or not
    out += [
        f"no task: {t.number} {t.text[:30]!r}"
        for t in plan(name).tasks
        if id(t) not in read_ones and not any(words in same(t.text)[: len(words) + 8] for words in loose)
    ]
    for f, t in pairs:
        if t and f["number"] and t.number and _bare(f["number"]) != _bare(t.number):
            out.append(f"{f['key']}: number {t.number} instead of {f['number']}")
    return out


def _bare(number: str) -> str:
    return re.sub(r"[^0-9一二三四五六七八九十]", "", unicodedata.normalize("NFKC", number))


def _duties(task: Task, inherited: bool) -> dict[str, set[str]]:
    out: dict[str, set[str]] = {"leads": set(), "responsible": set(), "cooperates": set(), "supervises": set(), "inherited": set()}
    for d in task.duties:
        if d.basis == "inherited":
            out["inherited"].add(same(d.unit.printed))
        else:
            out[_column(d)].add(same(d.unit.printed))
    return out


def _column(d: Duty) -> str:
    return {"LEADS": "leads", "SUPERVISES": "supervises"}.get(d.role) or ("responsible" if d.tier == "责" else "cooperates")


def duties(name: str) -> list[str]:
    out = []
    for fact, task in matched(name):
        if task is None or fact.get("duties_open") or not fact.get("core", True):
            continue
        got = _duties(task, False)
        for column in got:
            wanted = {same(u) for u in fact.get(column, ())}
            if wanted != got[column]:
                missing, extra = sorted(wanted - got[column]), sorted(got[column] - wanted)
                out.append(f"{fact['key']} {column}: missing {missing}, read instead {extra}")
    return out


def deadlines(name: str) -> list[str]:
    return [
        f"{f['key']}: {t.deadline.date} ({t.deadline.printed}) instead of {f['deadline']}"
        for f, t in matched(name)
        if t and f.get("core", True) and t.deadline.date != f["deadline"]
    ]


def _value(i: Indicator) -> str:
    return f"{i.value:g}{same(i.unit)}" if isinstance(i.value, int | float) else same(str(i.value))


def _wanted_value(i: Facts) -> str:
    return f"{i['value']:g}{same(i['unit'])}" if isinstance(i["value"], int | float) else same(i["value"])


def _difference(key: str, wanted: list[Facts], got: Iterable[Indicator]) -> list[str]:
    left = list(got)
    out = []
    for w in wanted:
        found = next((g for g in left if _value(g) == _wanted_value(w) and g.op in w["op"]), None)
        found = found or next((g for g in left if _value(g) == _wanted_value(w)), None)
        if found is None:
            if not w.get("optional"):
                out.append(f"{key}: {w['name']} {w['op'][0]} {w['value']}{w['unit']} not read")
            continue
        left.remove(found)
        if found.op not in w["op"]:
            out.append(f"{key}: {w['name']} {found.op} instead of {w['op'][0]}")
        if w["by"] and not _same_date(found.by, w["by"]):
            out.append(f"{key}: {w['name']} by {found.by} instead of {w['by']}")
        if not w.get("optional") and not _same_name(found.name, w["name"]):
            out.append(f"{key}: named {found.name} instead of {w['name']}")
    return out + [f"{key}: {g.name} {g.op} {g.value}{g.unit} is no target ({g.quote})" for g in left]


def _same_date(got: str | None, wanted: str) -> bool:
    """A date read is as good as the date printed if one begins with the other."""
    return bool(got) and (str(got).startswith(wanted) or wanted.startswith(str(got)))


def _same_name(got: str, wanted: str) -> bool:
    """A name may carry more of its sentence than the facts do, or less."""
    a, b = (re.sub(r"[“”\"《》、的]", "", same(n)) for n in (got, wanted))
    return bool(a) and (a in b or b in a or len(set(a) & set(b)) / len(set(a) | set(b)) >= 0.5)


def indicators(name: str) -> list[str]:
    return [line for f, t in matched(name) if t and f.get("core", True) for line in _difference(f["key"], f["indicators"], t.indicators)]


def goals(name: str) -> list[str]:
    """Goals may be cut into any number of pieces; their figures are compared together."""
    read_ones = plan(name).goals
    out = [
        f"goal not read: {g['starts']}"
        for g in facts(name)["goals"]
        if not g.get("optional") and not any(same(g["starts"])[-8:] in same(r.text) or same(r.text)[:8] in same(_paragraph(name, g)) for r in read_ones)
    ]
    wanted = [i for g in facts(name)["goals"] for i in g["indicators"]]
    return out + _difference("goal", wanted, [i for g in read_ones for i in g.indicators])


def _paragraph(name: str, goal: Facts) -> str:
    whole = same(text(name))
    at = whole.find(same(goal["starts"]))
    return whole[at : at + 300]


def header(name: str) -> list[str]:
    want, got = facts(name)["header"], plan(name).header
    out = [f"{k}: {getattr(got, k)!r} instead of {want[k]!r}" for k in ("name", "number", "issuer") if same(getattr(got, k)) != same(want[k])]
    out += [f"{k}: {getattr(got, k)!r} instead of {want[k]!r}" for k in ("date", "status") if getattr(got, k) != want[k]]
    if got.jurisdiction[-len(want["jurisdiction"]) :] != tuple(want["jurisdiction"]):
        out.append(f"jurisdiction: {got.jurisdiction} instead of {want['jurisdiction']}")
    if "period" in want and list(got.period or ()) != want["period"]:
        out.append(f"period: {got.period} instead of {want['period']}")
    return out


def posts(name: str) -> list[str]:
    wanted = Counter((p["person"], p["role"]) for p in facts(name)["posts"])
    got = Counter((same(p.person), p.role.removeprefix("办公室")) for p in plan(name).posts)
    titles = {(same(p.person), same(p.title)) for p in plan(name).posts}
    out = [f"post not read: {' '.join(p)}" for p in (wanted - got).elements()] + [f"no post: {' '.join(p)}" for p in (got - wanted).elements()]
    return out + [f"{p['person']}: title {p['title']} not read" for p in facts(name)["posts"] if p["title"] and (p["person"], same(p["title"])) not in titles]


def overseers(name: str) -> list[str]:
    return [
        f"{f['key']}: {[o.name for o in t.overseers]} instead of {f['overseers']}"
        for f, t in matched(name)
        if t and "overseers" in f and [same(o.name) for o in t.overseers] != f["overseers"]
    ]


def mechanisms(name: str) -> list[str]:
    """One mechanism read serves one fact: of the same kind (or a kind that is as right), its words in common.

    What tasks say of meetings and inspections may be read as a mechanism too; of the rest a quarter may be more than the facts hold."""
    left = list(plan(name).mechanisms)
    out = []
    for m in facts(name)["mechanisms"]:
        kinds = (m["kind_of"], *m.get("accept_kinds", ()))
        quote = same(m["quote"])
        found = next((r for r in left if r.kind_of in kinds and (quote[:40] in same(r.quote) or same(r.quote)[:40] in quote)), None)
        if found:
            left.remove(found)
        elif not m.get("optional"):
            out.append(f"{m['kind_of']} not read: {m['quote']}")
    in_tasks = [t.span for _, t in matched(name) if t]
    extra = [r for r in left if not any(a <= r.span[0] < b for a, b in in_tasks)]
    if len(extra) <= max(1, len(plan(name).mechanisms) // 4):
        return out
    return out + [f"no mechanism: {r.kind_of} {r.quote[:40]}" for r in extra]


def departments(name: str) -> list[str]:
    """Names as printed that must stand for the canonical name beside them."""
    known = {same(form): d.name for d in plan(name).departments for form in d.printed}
    return [f"{p}: {known.get(same(p))} instead of {full}" for p, full in facts(name).get("departments", {}).items() if known.get(same(p)) != full]
