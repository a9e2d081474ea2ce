"""Items in the list of a unit: what it leads, what it takes part in, and where it turns to helping others; beside them words that only sound so."""

from __future__ import annotations

import pytest

from graphmodel.plan import Source
from loaders.load import load

# one item under (一)市教育局 -> its tasks, each with its first words and who does it
ROWS: dict[str, list[str]] = {
    "牵头开展食堂排查。": ["牵头开展食堂 市教育局 牵"],
    "负责牵头制定标准,会同市商务局实施。": ["负责牵头制定 市教育局 牵 市商务局 配"],
    "牵头单位要按月报送。": ["牵头单位要按 市教育局 责"],
    "配合市公安局查处黑车。": ["配合市公安局 市公安局 责 市教育局 配"],
    "参与事故调查处置。": ["参与事故调查 市教育局 配"],
    "配合做好事故调查。": ["配合做好事故 市教育局 配"],
    "参与国际标准制定3项。": ["参与国际标准 市教育局 责"],
    "配合有关部门做好宣传。": ["配合有关部门 市教育局 责"],
    # its own work, and what it helps others with
    "负责学校自查;配合市公安局开展巡逻。": ["负责学校自查 市教育局 责", "配合市公安局 市公安局 责 市教育局 配"],
    "负责学校自查,配合市公安局开展巡逻。": ["负责学校自查 市教育局 责", "配合市公安局 市公安局 责 市教育局 配"],
    "牵头校园自查。积极协助市公安局开展巡逻。": ["牵头校园自查 市教育局 牵", "积极协助市公 市公安局 责 市教育局 配"],
    "负责学校自查,并配合市消防救援大队组织演练;做好宣传。": ["负责学校自查 市教育局 责", "配合市消防救 市消防救援大队 责 市教育局 配", "做好宣传 市教育局 责"],
    "配合市公安局查处黑车,并协助市交通运输局划设站点。": ["配合市公安局 市公安局 责 市教育局 配", "协助市交通运 市交通运输局 责 市教育局 配"],
    "负责学校自查,配合市公安局巡逻,配合市商务局检查;做好宣传。": [
        "负责学校自查 市教育局 责", "配合市公安局 市公安局 责 市教育局 配", "配合市商务局 市商务局 责 市教育局 配", "做好宣传 市教育局 责",
    ],
    # ... and no such turn
    "落实管控措施,配合市公安局、市商务局。": ["落实管控措施 市教育局 责"],
    "支持学校创新,配合度纳入考核。": ["支持学校创新 市教育局 责"],
    "落实主体责任,配合有关部门入户安检。": ["落实主体责任 市教育局 责"],
}  # fmt: skip


@pytest.mark.parametrize(("item", "want"), ROWS.items(), ids=ROWS.keys())
def test_the_items_of_a_unit(item: str, want: list[str]) -> None:
    plan = load(Source(f"沅平市节水方案\n\n一、职责分工\n(一)市教育局\n1.{item}\n(二)市财政局\n1.落实经费。\n", "any.txt"))
    got = [f"{t.text.strip('。')[:6]} " + " ".join(f"{d.unit.printed} {d.tier}" for d in t.duties) for t in plan.tasks]
    assert got == [*want, "落实经费 市财政局 责"]
