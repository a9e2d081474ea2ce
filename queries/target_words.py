"""The words of targets, by kind: target_words.csv."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    text = Path(__file__).with_suffix(".csv").read_text(encoding="utf-8")
    return {row["kind"]: tuple(row["words"].split()) for row in csv.DictReader(text.splitlines())}


@cache
def any_of(*kinds: str) -> str:
    """The words of the kinds as one alternation for a pattern, the longest first. KeyError for a kind that does not exist."""
    words = {w for kind in kinds for w in _kinds()[kind]}
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))
