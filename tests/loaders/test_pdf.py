"""PDF: what is printed is read as it was written: paragraphs, columns, tables over pages; heads and feet are not the plan's words."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from graphmodel.plan import Source
from graphmodel.problems import Problem
from loaders.open import source_of_bytes
from loaders.pdf.letters import typed

Draw = Callable[[Any], None]
LEFT, RIGHT, STEP, SIZE = 80.0, 500.0, 26.0, 14.0
ROOM = 30  # letters of a full line


def pages(*draws: Draw, **asked: Any) -> bytes:
    """A file of A4 pages, each drawn by a function."""
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfgen.canvas import Canvas

    registerFont(UnicodeCIDFont("STSong-Light"))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=1, **asked)
    for draw in draws:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def words(*lines: str, top: float = 100, left: float = LEFT, size: float = SIZE) -> Draw:
    """Lines below one another; a blank of Chinese width at the beginning is drawn as indentation, not as a letter."""

    def draw(canvas: Any) -> None:
        for n, line in enumerate(lines):
            canvas.setFont("STSong-Light", size)
            canvas.drawString(left + size * (len(line) - len(line.lstrip("　"))), 842 - top - n * size * 1.8, line.lstrip("　"))

    return draw


def both(*draws: Draw) -> Draw:
    return lambda canvas: [draw(canvas) for draw in draws] and None


def foot(text: str, y: float = 800) -> Draw:
    def draw(canvas: Any) -> None:
        canvas.setFont("STSong-Light", 10)
        canvas.drawCentredString(297, 842 - y, text)

    return draw


def read(data: bytes) -> Source:
    return source_of_bytes(data, "plan.pdf")


def joined(source: Source) -> list[str]:
    """The paragraphs: a line of which nobody knows is set apart by a question mark."""
    out: list[str] = []
    for line, begins in zip(source.text.split("\n"), source.begins):
        if begins is False:
            out[-1] += line
        else:
            out.append(line if begins else "?" + line)
    return out


FULL = "推进城市更新行动补齐城市功能短板提升人居环境品质结合我区实际制"  # thirty letters and one
FULL = FULL[:ROOM]
SHORT = "定本方案。"

PARAGRAPHS: list[tuple[str, list[str], list[str]]] = [
    ("indented", ["　　" + FULL[:28], FULL, SHORT, "　　" + FULL[:28], SHORT], [FULL[:28] + FULL + SHORT, FULL[:28] + SHORT]),
    ("indented, the first ends with a full line", ["　　" + FULL[:28], FULL, "　　" + FULL[:28], FULL, SHORT], [FULL[:28] + FULL, FULL[:28] + FULL + SHORT]),
    ("flush, ends with a short line", [FULL, FULL, SHORT, FULL, SHORT], [FULL + FULL + SHORT, FULL + SHORT]),
    ("numbered and flush, full lines", ["1." + FULL[:29], SHORT, "2." + FULL[:28] + "。", "3." + FULL[:29], SHORT], ["1." + FULL[:29] + SHORT, "2." + FULL[:28] + "。", "3." + FULL[:29] + SHORT]),
    ("labels", ["　　1." + FULL[:27], SHORT, "　　责任单位：区住房城乡建设局", "　　完成时限：2026年底"], ["1." + FULL[:27] + SHORT, "责任单位：区住房城乡建设局", "完成时限：2026年底"]),
    ("a number that stands at the beginning of a line by chance", ["　　" + FULL[:28], FULL[:29] + "第", "（一）项任务由区民政局负责。", "　　" + FULL[:28], SHORT],
     [FULL[:28] + FULL[:29] + "第（一）项任务由区民政局负责。", FULL[:28] + SHORT]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), [p[1:] for p in PARAGRAPHS], ids=[p[0] for p in PARAGRAPHS])
def test_lines_are_joined_as_they_were_written(lines: list[str], expected: list[str]) -> None:
    filler = ["　　" + FULL[:28], FULL, SHORT] if lines[0].startswith("　") else [FULL, SHORT]
    assert joined(read(pages(words(*filler, *lines))))[1:] == expected


def test_a_paragraph_goes_on_over_pages_and_places_say_where() -> None:
    source = read(pages(both(words("　　" + FULL[:28], FULL, top=680), foot("— 1 —")), both(words(FULL, SHORT, "　　" + FULL[:28], SHORT), foot("— 2 —"))))
    assert joined(source) == [FULL[:28] + FULL + FULL + SHORT, FULL[:28] + SHORT]
    assert source.places == ("page 1", "page 1", "page 2", "page 2", "page 2", "page 2")


FEET = [
    ("dashes", ["— 1 —", "— 2 —", "— 3 —"]),
    ("hyphens", ["- 1 -", "- 2 -", "- 3 -"]),
    ("of all", ["第1页 共3页", "第2页 共3页", "第3页 共3页"]),
    ("figures alone", ["1", "2", "3"]),
    ("a file number", ["沅政办发〔2024〕9号"] * 3),
]


@pytest.mark.parametrize("marks", [f[1] for f in FEET], ids=[f[0] for f in FEET])
@pytest.mark.parametrize("height", [40, 800])
def test_heads_and_feet_are_left_out(marks: list[str], height: float) -> None:
    source = read(pages(*(both(words("　　" + FULL[:28], FULL, SHORT), foot(mark, height)) for mark in marks)))
    assert source.text.split("\n") == [FULL[:28], FULL, SHORT] * 3


def test_what_stands_at_the_foot_once_is_the_plans() -> None:
    source = read(
        pages(words("　　" + FULL[:28], SHORT), both(words("　　" + FULL[:28], SHORT), words("抄送：区委办公室。", top=790)), words("　　" + FULL[:28], SHORT))
    )
    assert "抄送：区委办公室。" in source.text


def test_two_columns_are_read_one_after_the_other() -> None:
    left = ["　　" + FULL[:13], *[FULL[:15]] * 8, SHORT]
    right = ["　　" + FULL[:13], *[FULL[15:30]] * 8, SHORT]
    source = read(pages(both(words(*left), words(*right, left=LEFT + 17 * SIZE))))
    assert joined(source) == [FULL[:13] + FULL[:15] * 8 + SHORT, FULL[:13] + FULL[15:30] * 8 + SHORT]


def test_a_signature_at_the_right_is_no_column() -> None:
    source = read(pages(both(words("　　" + FULL[:28], FULL, FULL, FULL, FULL, SHORT), words("青岚区人民政府办公室", "2024年4月18日", top=260, left=340))))
    assert joined(source)[-2:] == ["青岚区人民政府办公室", "2024年4月18日"]


# --- tables


def ruled(rows: Sequence[Sequence[str | None]], widths: Sequence[float], top: float, heights: Sequence[float], last_rule: bool = True) -> Draw:
    """A table; None: merged with the cell above."""

    def draw(canvas: Any) -> None:
        y = 842 - top
        xs = [LEFT + sum(widths[:n]) for n in range(len(widths) + 1)]
        for r, (row, height) in enumerate(zip(rows, heights)):
            for c, cell in enumerate(row):
                if cell is not None:
                    canvas.line(xs[c], y, xs[c + 1], y)
                for n, line in enumerate((cell or "").split("\n")):
                    canvas.setFont("STSong-Light", 10)
                    canvas.drawString(xs[c] + 4, y - 14 - 13 * n, line)
            for x in xs:
                canvas.line(x, y, x, y - height)
            y -= height
            if r == len(rows) - 1 and last_rule:
                canvas.line(xs[0], y, xs[-1], y)

    return draw


HEAD = ["序号", "工作任务", "责任单位"]
WIDTHS = [40, 108, 88]


def cells(source: Source) -> list[list[list[str]]]:
    return [[[source.text[a:b] for a, b in row] for row in grid.rows] for grid in source.tables]


def test_a_table_with_merged_cells() -> None:
    rows = [HEAD, ["1", "建成停车场五处，新增\n泊位八百个。", "区城市管理局"], ["2", "改造农贸市场", None]]
    source = read(pages(both(words(*[FULL] * 2, SHORT), ruled(rows, WIDTHS, 200, [20, 34, 20]))))
    (table,) = cells(source)
    assert table == [HEAD, ["1", "建成停车场五处，新增泊位八百个。", "区城市管理局"], ["2", "改造农贸市场", "区城市管理局"]]
    assert source.tables[0].rows[1][2] == source.tables[0].rows[2][2]
    assert source.text.count("区城市管理局") == 1


PARTED = [
    ("the head again, a new row", [HEAD, ["2", "改造农贸市场", "区商务局"]], [HEAD, ["1", "建成停车场五处", "区城市管理局"], ["2", "改造农贸市场", "区商务局"]]),
    ("no head, a new row", [["2", "改造农贸市场", "区商务局"]], [HEAD, ["1", "建成停车场五处", "区城市管理局"], ["2", "改造农贸市场", "区商务局"]]),
    ("a row that goes on", [HEAD, ["", "，新增泊位八百个。", ""], ["2", "改造农贸市场", "区商务局"]],
     [HEAD, ["1", "建成停车场五处，新增泊位八百个。", "区城市管理局"], ["2", "改造农贸市场", "区商务局"]]),
]  # fmt: skip


@pytest.mark.parametrize(("below", "expected"), [p[1:] for p in PARTED], ids=[p[0] for p in PARTED])
def test_a_table_over_two_pages_is_one(below: list[list[str]], expected: list[list[str]]) -> None:
    first = ruled([HEAD, ["1", "建成停车场五处", "区城市管理局"]], WIDTHS, 680, [20, 34])
    source = read(pages(both(words(FULL, SHORT), first, foot("— 1 —")), both(ruled(below, WIDTHS, 90, [20] * len(below)), foot("— 2 —"))))
    assert cells(source) == [expected]


def test_tables_with_words_between_are_two() -> None:
    first = ruled([HEAD, ["1", "建成停车场五处", "区城市管理局"]], WIDTHS, 680, [20, 34])
    second = ruled([HEAD, ["1", "改造农贸市场", "区商务局"]], WIDTHS, 160, [20, 20])
    assert len(cells(read(pages(both(words(FULL, SHORT), first), both(words("附件2"), second))))) == 2


def test_a_frame_around_words_is_no_table() -> None:
    def frame(canvas: Any) -> None:
        canvas.rect(70, 500, 450, 300)

    source = read(pages(both(words("　　" + FULL[:28], FULL, SHORT), frame)))
    assert source.tables == () and joined(source) == [FULL[:28] + FULL + SHORT]


# --- what cannot be read, or not all


def test_a_scan_is_told() -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    picture = ImageReader(Image.new("L", (40, 60), 200))
    with pytest.raises(Problem, match="scan") as caught:
        read(pages(*[lambda canvas: canvas.drawImage(picture, 0, 0, 595, 842)] * 3))
    assert "扫描件" in caught.value.zh and "plan.pdf" in caught.value.zh and "OCR" in caught.value.zh


def test_an_empty_page_is_told() -> None:
    with pytest.raises(Problem, match="no text"):
        read(pages(lambda canvas: None))


def test_a_password_is_asked_for_only_where_it_is_needed() -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption

    draw = words("　　" + FULL[:28], FULL, SHORT)
    with pytest.raises(Problem, match="password"):
        read(pages(draw, encrypt=StandardEncryption("secret", ownerPassword="other")))
    locked = pages(draw, encrypt=StandardEncryption("", ownerPassword="other", canPrint=0, canCopy=0))
    assert joined(read(locked)) == [FULL[:28] + FULL + SHORT]


def test_a_watermark_is_left_out_and_told() -> None:
    def mark(canvas: Any) -> None:
        canvas.saveState()
        canvas.translate(200, 300)
        canvas.rotate(45)
        canvas.setFont("STSong-Light", 60)
        canvas.setFillGray(0.8)
        canvas.drawString(0, 0, "内部资料")
        canvas.restoreState()

    source = read(pages(both(mark, words("　　" + FULL[:28], FULL, SHORT))))
    assert joined(source) == [FULL[:28] + FULL + SHORT]
    assert any("内部资料" in zh for zh, _ in source.remarks)


def test_a_page_that_lies_on_its_side_is_read() -> None:
    def lying(canvas: Any) -> None:
        canvas.translate(595, 0)
        canvas.rotate(90)
        for n, line in enumerate([FULL, FULL, SHORT]):
            canvas.setFont("STSong-Light", SIZE)
            canvas.drawString(LEFT, 500 - n * STEP, line)

    source = read(pages(lying))
    assert joined(source) == [FULL + FULL + SHORT] and source.remarks == ()


LETTERS = [
    ("a radical", "⼀", "一"), ("a radical of the supplement", "⻅", "见"), ("a compatibility form", "\uf9ba", "了"), ("a long dash", "⸺", "——"),
    ("a bullet of Wingdings", "\uf06c", "●"), ("no letter", "\ue123", "□"), ("a control character", "\x03", "□"), ("a soft hyphen", "\xad", ""),
    ("a character", "市", "市"), ("a full-width bracket stays", "（", "（"), ("a figure in a circle stays", "①", "①"), ("a unit stays", "㎡", "㎡"),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "expected"), [row[1:] for row in LETTERS], ids=[row[0] for row in LETTERS])
def test_letters_are_those_that_people_type(printed: str, expected: str) -> None:
    assert typed(printed) == expected


def test_letters_printed_twice_stand_once_and_double_letters_twice() -> None:
    def bold(canvas: Any) -> None:
        for shift in (0, 0.4):
            canvas.setFont("STSong-Light", SIZE)
            canvas.drawString(LEFT + shift, 600, "二、重点任务")
        canvas.setFont("Helvetica", SIZE)
        canvas.drawString(LEFT, 560, "hello all 2255")

    assert read(pages(bold)).text == "二、重点任务\nhello all 2255"
