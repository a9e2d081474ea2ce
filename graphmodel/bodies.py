"""The standard bodies: ``departments.csv`` (all places) and ``ministries.csv`` (the nation's), and how a printed name finds its row."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from graphmodel.jurisdiction import area, level_of_place, place_name
from graphmodel.patterns import pattern
from graphmodel.reforms import replaced

_GENERAL = frozenset({"委员会", "局", "厅"})
_TEAMS = frozenset({"总队", "支队", "大队"})
_FULL = {"委": "委员会", "办": "办公室"}
# 发展改革委 -> 发展改革 + 委
SUFFIX = pattern(r"(?:委员会|委|局|厅|办公室|办|部|总队|支队|大队|中心|支局|分局|组)$")
_JOINT = pattern(r"[和与及、]")


@dataclass(frozen=True, slots=True)
class Body:
    """A row: the full words, the suffixes by level (the first is usual), how the name is composed (``form``), who it is compared with
    (``kind``).
    """

    stem: str
    short: tuple[str, ...]
    bare: tuple[str, ...]
    province: tuple[str, ...]
    city: tuple[str, ...]
    county: tuple[str, ...]
    form: str
    kind: str

    def suffixes(self, level: str | None) -> tuple[str, ...]:
        return {"province": self.province, "nation": self.province, "city": self.city}.get(level or "", self.county) or self.city or self.province

    def takes(self, suffix: str) -> bool:
        """Whether a printed suffix (in full) can be this body's."""
        own = {*self.province, *self.city, *self.county}
        if suffix == "厅":
            return suffix in own
        return suffix in own or bool(suffix in _GENERAL and own & _GENERAL) or bool(suffix in _TEAMS and own & _TEAMS)


@dataclass(frozen=True, slots=True)
class Ministry:
    """A row of the nation's table."""

    name: str
    kind: str
    only: bool  # the short form can be nobody else's


def bare_key(words: str) -> str:
    """A name without 和, 与, 及: 经济和信息化 and 经济信息化 are one."""
    return _JOINT.sub("", words)


@cache
def bodies() -> tuple[Body, ...]:
    """All rows of ``departments.csv``, in its order."""
    with Path(__file__).with_name("departments.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Body(
                r["stem"],
                tuple(r["short"].split()),
                tuple(r["bare"].split()),
                tuple(r["province"].split()),
                tuple(r["city"].split()),
                tuple(r["county"].split()),
                r["form"],
                r["kind"],
            )
            for r in csv.DictReader(file)
        )


@cache
def ministries() -> dict[str, Ministry]:
    """Every printed form of the nation's bodies."""
    out: dict[str, Ministry] = {}
    with Path(__file__).with_name("ministries.csv").open(encoding="utf-8", newline="") as file:
        for r in csv.DictReader(file):
            out[r["name"]] = Ministry(r["name"], r["kind"], True)
            for form in r["short"].split():
                out.setdefault(form, Ministry(r["name"], r["kind"], bool(r["only"]) or form.startswith(("国家", "国务院", "中央", "全国"))))
    return out


@cache
def _by_stem() -> dict[str, tuple[Body, ...]]:
    out: dict[str, list[Body]] = {}
    for b in bodies():
        for words in dict.fromkeys(bare_key(w) for w in (b.stem, *b.short)):
            out.setdefault(words, []).append(b)
    return {k: tuple(v) for k, v in out.items()}


@cache
def by_form() -> dict[str, tuple[Body, ...]]:
    """Whole forms that carry no suffix of their own, or another than the row's: 妇联, 编办, 中院."""
    out: dict[str, list[Body]] = {}
    for b in bodies():
        own = () if b.province or b.city or b.county else (b.stem,)
        for form in dict.fromkeys((*b.bare, *own)):
            out.setdefault(form, []).append(b)
    return {k: tuple(v) for k, v in out.items()}


@cache
def stems() -> frozenset[str]:
    """Every word for a field of government, without 和: what composed names are made of."""
    return frozenset(k for k in _by_stem() if len(k) >= 2)


def split_suffix(words: str) -> tuple[str, str]:
    """发展改革委 -> (发展改革, 委员会); without suffix the second is empty."""
    m = SUFFIX.search(words)
    if m is None or m.start() == 0:
        return words, ""
    return words[: m.start()], _FULL.get(m[0], m[0])


def find(words: str, level: str | None, date: str | None, said: Callable[[str], bool]) -> tuple[Body, str] | None:
    """The row and the full suffix of a body printed without its place; None if no row fits. ``said``: whether the plan's text prints
    some words.
    """
    whole = by_form().get(words)
    if whole:
        body = _choose(whole, "", words, level, date, said)
        suffix = split_suffix(words)[1]
        return body, suffix if suffix and body.takes(suffix) else next(iter(body.suffixes(level)), "")
    stem, suffix = split_suffix(words)
    if not suffix:
        return None
    fitting = tuple(b for b in _by_stem().get(bare_key(stem), ()) if b.takes(suffix))
    if not fitting:
        return None
    return _choose(fitting, suffix, stem, level, date, said), suffix


def _choose(among: tuple[Body, ...], suffix: str, stem: str, level: str | None, date: str | None, said: Callable[[str], bool]) -> Body:
    """One of several rows that share a short form: the full words, then the plan's date, then what the plan prints in full, then the
    order of the table.
    """
    exact = [b for b in among if b.stem == stem] or [b for b in among if bare_key(b.stem) == bare_key(stem)]
    if exact or len(among) == 1:
        fuller = [b for b in among if b not in exact and said(b.stem + suffix)] if exact else []
        return fuller[0] if len(fuller) == 1 else (exact or among)[0]
    left = list(among)
    day = date or "9999"
    for a in among:
        for b in among:
            on = replaced(a.stem, b.stem, level)
            if on is not None:
                gone = a if day[:7] >= on else b
                if gone in left and len(left) > 1:
                    left.remove(gone)
    printed = [b for b in left if said(b.stem + suffix)]
    return printed[0] if len(printed) == 1 else left[0]


@lru_cache(maxsize=4096)
def peer_class(kind: str, level: str | None) -> str | None:
    """Who a body is compared with: its row's kind, else the bureaus of its level."""
    if kind:
        return kind
    return {
        "nation": "ministry",
        "province": "provincial department",
        "city": "city bureau",
        "county": "county bureau",
        "town": "town",
        "village": "village",
    }.get(level or "")


def party(chain: tuple[str, ...]) -> str:
    """How the names of a place's Party organs begin: 中共沅平市委, 中共沅平经济开发区工委."""
    place = place_name(chain)
    if place.endswith("自治区"):
        return f"中共{place}党委"
    if pattern(r"[省市县旗州盟]$").search(place) or (
        place.endswith("区") and level_of_place(chain[-1]) == "county" and not pattern(r"(?:开发|示范|实验|试验|新|园|保税)区$").search(place)
    ):
        return f"中共{place}委"
    if pattern(r"[镇乡]$|苏木$").search(place):
        return f"中共{place}党委"
    return f"中共{place}工委" if place else "中共"


def is_zone(chain: tuple[str, ...]) -> bool:
    """Whether the lowest place of the chain is a zone under a management committee."""
    return bool(chain) and bool(
        pattern(r"(?:开发|示范|实验|试验|新|园|保税|高新|经开|合作|片|度假|管理|集聚|功能|工业|风景|景)区$|基地$|新城$|生态城$|科学城$|工业园$|产业园$").search(
            chain[-1],
        )
    )


def compose(body: Body, suffix: str, chain: tuple[str, ...], level: str | None, date: str | None) -> str:
    """The canonical name of a row's body at a place. ``suffix`` in full, "" for the row's own."""
    place, form, day = place_name(chain), body.form, date or "9999"
    suffix = suffix if body.takes(suffix) else next(iter(body.suffixes(level)), "")
    late = day >= ("2018-10" if level == "province" else "2019-03")
    if form == "党":
        return party(chain) + body.stem + suffix
    if form == "府":
        return place + ("" if is_zone(chain) or not place else "人民政府") + body.stem + suffix
    if form == "编":
        return (party(chain) if late else place) + body.stem
    if form == "网":
        return party(chain) + body.stem + ("委员会办公室" if late else "领导小组办公室")
    if form == "党直":
        return party(chain) + body.stem
    if form == "区党":
        return place + body.stem + suffix
    if not form:
        return place + body.stem + suffix
    stem = area(chain[-1]) if chain else ""
    branch = {"province": "局", "city": "分局", "county": "支局" if "金融监督" in form else "组"}.get(level or "", "局")
    if body.stem == "国家外汇管理":
        branch = {"province": "分局", "city": "分局" if day >= "2023-08" else "中心支局", "county": "支局"}.get(level or "", "分局")
    if body.stem == "人民银行":
        stem = chain[-1] if chain and day >= "2023-08" else stem
        branch = "分行" if day >= "2023-08" or level == "province" else {"city": "中心支行", "county": "支行"}.get(level or "", "分行")
        stem = chain[-1] if chain and branch == "中心支行" else stem
    return form.format(place=place, area=stem, stem=body.stem, suffix=suffix, branch=branch)
