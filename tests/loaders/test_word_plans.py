"""The sample plans as Word files: numbers made automatic, tables made tables; what is read is what the text says."""

from __future__ import annotations

import re
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from word_files import abstract, docx, lvl, num, override, p, tbl, tr

from graphmodel.plan import Plan
from loaders.load import load
from loaders.open import source_of, source_of_bytes
from loaders.word.number_formats import printed

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "fengong" / "samples").glob("*.txt"))
_CN = "[一二三四五六七八九十百〇]{1,4}"
LEVELS = ((rf"({_CN})、", "chineseCountingThousand"), (rf"（({_CN})）", "chineseCountingThousand"), (r"(\d{1,3})\.(?=[^\d\s])", "decimal"), (r"（(\d{1,3})）", "decimal"), (r"([①-⑳])", "decimalEnclosedCircle"))  # fmt: skip
TEXTS = ("%1、", "（%2）", "%3.", "（%4）", "%5")
NUMBERS = {form: {printed(n, form): n for n in range(1, 200)} for _, form in LEVELS}
OUTLINE = abstract(0, *(lvl(n, form, TEXTS[n], suff="nothing") for n, (_, form) in enumerate(LEVELS)))


class Typist:
    """Writes lines as Word does: a number that is the next of its level is automatic, another one begins a new use of the list."""

    def __init__(self) -> None:
        self.lists = [num(1, 0)]
        self.counters = [0] * len(LEVELS)

    def paragraph(self, line: str) -> str:
        for level, (shape, form) in enumerate(LEVELS):
            found = re.match(shape, line)
            n = NUMBERS[form].get(found[1]) if found else None
            if found and n and line[found.end() :].strip():
                return p(escape(line[found.end() :]), self._list(level, n), level)
        return p(escape(line))

    def _list(self, level: int, n: int) -> int:
        follows = n == self.counters[level] + 1
        self.counters[level:] = [n] + [0] * (len(LEVELS) - level - 1)
        if follows:
            return 1
        self.lists.append(num(len(self.lists) + 1, 0, override(level, start=n)))
        return len(self.lists)


def as_word(text: str) -> bytes:
    typist = Typist()
    body = "".join(typist.paragraph(line) for line in text.split("\n"))
    return docx(body, numbering=OUTLINE + "".join(typist.lists))


def told(plan: Plan) -> object:
    """What a plan says, without places."""
    tasks = [(t.name, "".join(t.text.split()), t.number, t.deadline.date, [(d.role, d.unit.printed) for d in t.duties]) for t in plan.tasks]
    return plan.header, [s.name for s in plan.sections], tasks, [g.text for g in plan.goals]


def without_blank_lines(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if line.strip())


@pytest.mark.parametrize("file", SAMPLES, ids=[f.stem for f in SAMPLES])
def test_automatic_numbers_read_as_typed_ones(file: Path) -> None:
    source = source_of(file)
    read = source_of_bytes(as_word(source.text), "plan.docx")
    assert read.text == without_blank_lines(source.text)


# lists.txt is broken into lines, and Word says that each is a paragraph; tables.txt holds tables of tabs
@pytest.mark.parametrize("file", [f for f in SAMPLES if f.stem not in ("lists", "tables")], ids=lambda f: f.stem)
def test_a_plan_says_the_same_as_word_file(file: Path) -> None:
    assert told(load(source_of_bytes(as_word(source_of(file).text), "plan.docx"))) == told(load(source_of(file)))


def test_a_table_of_tasks_with_automatic_numbers() -> None:
    heads = ("序号", "工作任务", "牵头单位", "责任单位", "完成时限")
    tasks = [("建设政务平台", "市数据局", "市财政局、市教育局", "2024年6月底前"), ("改造老旧小区22个", "市住房城乡建设局", "市财政局", "2024年12月底前")]
    rows = [tr(*heads)] + [tr(f"<w:tc>{p('', 1, 0)}</w:tc>", *task) for task in tasks]
    data = docx(p("沅平市2024年重点任务分工方案") + tbl(*rows), numbering=abstract(0, lvl(0)) + num(1, 0))
    plan = load(source_of_bytes(data, "plan.docx"))
    assert [(t.name, t.deadline.date, [(d.role, d.unit.printed) for d in t.duties]) for t in plan.tasks] == [
        ("建设政务平台", "2024-06-30", [("LEADS", "市数据局"), ("COOPERATES", "市财政局"), ("COOPERATES", "市教育局")]),
        ("改造老旧小区22个", "2024-12-31", [("LEADS", "市住房城乡建设局"), ("COOPERATES", "市财政局")]),
    ]
