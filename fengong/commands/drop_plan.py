"""``fengong drop-plan``: a plan out of a Neo4j server, with the departments that no other plan names."""

from __future__ import annotations

import click

from fengong.bilingual import command as worded
from fengong.bilingual import spoken
from fengong.console import as_words
from fengong.server import opened, server_options


@worded(
    "drop-plan",
    zh="从 Neo4j 中删除一份方案，以及没有其他方案提到的部门；其他方案不变。",
    en="Take a plan out of a Neo4j server, and the departments that no other plan names; other plans stay as they are.",
    examples=(
        ("fengong drop-plan 沅平市人民政府-沅政发〔2024〕3号 --uri bolt://localhost:7687", "按编号删除。", "By its id."),
    ),
)  # fmt: skip
@click.argument("plan", metavar="ID", type=click.UNPROCESSED)
@server_options
@click.pass_context
def command(ctx: click.Context, plan: str) -> int:
    lang = spoken(ctx)
    with opened(ctx) as server:
        from graphmodel.neo4j import drop_plan

        gone = drop_plan(server, as_words(plan))
    zh = f"已删除方案，共 {gone.nodes} 个节点，{gone.edges} 条边。"
    en = f"the plan is gone: {gone.nodes:,} nodes, {gone.edges:,} edges."
    click.echo(zh if lang == "zh" else en)
    return 0
