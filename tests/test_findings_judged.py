"""Every finding on the sample plans (and on the real ones, where they are) was judged by a person, and none was judged false."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path


def test_every_finding_has_a_verdict(root: Path) -> None:
    said = subprocess.run([sys.executable, root / ".ci" / "judged"], cwd=root, capture_output=True, text=True, encoding="utf-8", check=False)
    assert said.returncode == 0, said.stdout + said.stderr


def test_what_is_false_was_mended(root: Path) -> None:
    with (root / "docs" / "findings_judged.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows and {row["verdict"] for row in rows} <= {"true", "arguable"}
    assert all(row["note"] for row in rows if row["verdict"] == "arguable")
