"""Canonical names of bodies: what a plan prints (市发改委, 团区委, 各县(市、区)政府) and the one ``Department`` it refers to.

A name carries its place and the plan's own time. What no row of the tables and nothing in the plan's text explains stays as printed; a name
without a level whose words are unknown says so (``recognised=False``). Nothing is guessed silently.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from graphmodel.bodies import by_form, compose, find, is_zone, ministries, party, peer_class, stems
from graphmodel.collectives import collective_of
from graphmodel.evidence import Evidence
from graphmodel.groups import is_team, read_group, same_group
from graphmodel.jurisdiction import Here, area, explicit_places, jurisdiction_of, level_of, place_name, provinces, zone_at
from graphmodel.names import as_printed, branch_bureau, central_branch, composed, is_company, is_institution, sub_unit, territory
from graphmodel.plan import Department
from graphmodel.reforms import outdated, succession
from graphmodel.standing import Standing, stand

__all__ = ["Here", "Resolver", "jurisdiction_of", "known_short_forms", "level_of", "outdated", "succession"]


@cache
def known_short_forms() -> frozenset[str]:
    """Bodies that are recognised without a suffix such as 局, 委, 办: 妇联, 团市委, 市工商联, 人行, 银保监会."""
    bare = {f for f in by_form() if not f.endswith(("法", "办公室"))}
    levelled = {level + f for level in ("省", "自治区", "市", "州", "盟", "区", "县", "旗") for f in bare}
    league = {"团" + level + "委" for level in ("省", "自治区", "市", "州", "盟", "区", "县", "旗")} | {"团委"}
    return frozenset(bare | levelled | league | set(ministries()))
