"""The annotated real plans: every named body is one node under its canonical name, and no two bodies share one."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

from graphmodel.departments import Here, Resolver, level_of
from graphmodel.jurisdiction import explicit_places
from graphmodel.text import fold


def _norm(text: str) -> str:
    return re.sub(r"\s+", "", fold(text))


def _misses(gold: Path, source: Path) -> list[str]:
    plan = json.loads(gold.read_text(encoding="utf-8"))
    chain = explicit_places(plan["document"]["jurisdiction"])[0]
    text = (source / plan["source"]).read_text(encoding="utf-8")
    resolver = Resolver(Here(chain, level_of(chain), plan["document"]["date"]), text)
    times = Counter(_norm(p) for d in plan["departments"] for p in d["printed"])
    wrong, held = [], {}
    for d in plan["departments"]:
        found = [resolver.resolve(p) for p in d["printed"] if times[_norm(p)] == 1]
        if d["collective"] or not found:
            continue
        names = {_norm(f.name) for f in found}
        if len({f.id for f in found}) != 1 or any(f.collective for f in found) or d.get("derivable") is not False and names != {_norm(d["name"])}:
            wrong.append(f"{d['name']}: {sorted(names)}")
        if held.setdefault(found[0].id, d["name"]) != d["name"]:
            wrong.append(f"{d['name']} and {held[found[0].id]} are one: {found[0].id}")
    return wrong


def test_departments_of_the_annotated_plans(shared: Path) -> None:
    wrong = [miss for gold in sorted((shared / "gold").glob("*.json")) for miss in _misses(gold, shared / "seeds")]
    assert not wrong
