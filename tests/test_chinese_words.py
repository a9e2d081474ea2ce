"""What the program says in Chinese is punctuated as Chinese is; the plan's own words stay as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from fengong import audit, graph, read
from queries.audit import rules
from queries.measure import measures

SAMPLES = Path(__file__).parent.parent / "fengong" / "samples"
_HALF = re.compile(r"[\u4e00-\u9fff”》）][,;:!?]|[,;:!?][\u4e00-\u9fff“《（]|[\u4e00-\u9fff]\([\u4e00-\u9fff]")
_QUOTED = re.compile(r"“[^”]{0,400}”")


def half_width(words: str) -> list[str]:
    """Marks of half width between Chinese characters, outside quotes."""
    return _HALF.findall(_QUOTED.sub("“”", words))


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("请核实，并改为一致。", 0),
        ("请核实,并改为一致。", 1),
        ("责任单位(牵头)", 1),
        ("第3行“市商务局,市供销社”。", 0),
        ("修正z分数>3.5，Iglewicz & Hoaglin (1993)。", 0),
        ("有 8.5%、1:2", 0),
    ],
)
def test_half_width_marks_are_seen(words: str, seen: int) -> None:
    assert len(half_width(words)) == seen


def _said() -> Iterator[tuple[str, str]]:
    for rule in rules():
        yield rule.name, rule.page.title.zh
        yield rule.name, "\n".join(words.zh for words in (rule.page.says, rule.page.why, rule.page.source, rule.page.mend))
    for measure in measures().values():
        yield measure.name, measure.zh
    for sample in sorted(SAMPLES.glob("*.txt")):
        whole = graph([read(sample)])
        for finding in audit(whole):
            yield f"{sample.name} {finding.rule}", f"{finding.message.zh}\n{finding.remedy.zh}"
        for measure in measures().values():
            if not measure.takes and measure.name != "matrix":  # its notes are the names of tasks
                yield f"{sample.name} {measure.name}", "\n".join(note.zh for note in measure(whole).notes)


def test_what_is_said_in_chinese_has_chinese_punctuation() -> None:
    said = list(_said())
    assert len(said) > 60
    assert [(where, marks) for where, words in said if (marks := half_width(words))] == []


def test_a_task_is_named_in_the_characters_of_the_plan() -> None:
    for comma in "，,":
        plan = read(f"沅平市工作方案\n一、重点任务\n1.推进管网改造（二期）{comma}完成验收。（责任单位：市水利局）\n2.开展河道清淤。（责任单位：市水利局）\n")
        assert plan.tasks[0].name == f"推进管网改造（二期）{comma}完成验收"
