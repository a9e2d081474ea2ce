"""Draws docs/neo4j.svg, the picture of the graph in Neo4j: `python docs/neo4j_schema.py`. A test holds the file to what this draws."""

from __future__ import annotations

from html import escape
from pathlib import Path

WIDTH, HEIGHT = 1120, 725
BOX, HEAD, LINE = 220, 30, 18  # width of a box, height of its head and of a line

# label: left, top, colour, the attributes most asked for
NODES = {
    "Document": (30, 30, "#5b6b7f", ("name, number, issuer", "date, status, period")),
    "Section": (450, 30, "#5b6b7f", ("name, number, level",)),
    "Mechanism": (870, 30, "#5b6b7f", ("kind_of, frequency, quote",)),
    "Goal": (450, 190, "#8a5a14", ("text, section, by",)),
    "Indicator": (30, 250, "#8a5a14", ("name, op, value, unit", "by, binding, quote")),
    "Task": (450, 390, "#a33327", ("name, text, number", "section, deadline")),
    "Milestone": (30, 400, "#8a5a14", ("text, by",)),
    "Department": (870, 390, "#1f5f99", ("name, printed, level", "peer_class, collective")),
    "Person": (450, 590, "#1f5f99", ("name, title",)),
}

# The corners of a line from its tail to its head; what stands beside it, and where (text begins there; "middle" or "start").
EDGES: tuple[tuple[tuple[tuple[int, int], ...], tuple[str, ...], int, int, str], ...] = (
    (((250, 55), (450, 55)), ("CONTAINS",), 350, 46, "middle"),
    (((500, 30), (500, 12), (560, 12), (560, 30)), ("CONTAINS",), 570, 18, "start"),
    (((670, 55), (870, 55)), ("CONTAINS",), 770, 46, "middle"),
    (((510, 82), (510, 190)), ("CONTAINS",), 502, 140, "end"),
    (((640, 82), (640, 150), (690, 150), (690, 360), (640, 360), (640, 390)), ("CONTAINS",), 648, 140, "start"),
    (((450, 215), (250, 280)), ("MEASURED_BY",), 330, 232, "middle"),
    (((450, 415), (350, 415), (350, 305), (250, 305)), ("MEASURED_BY",), 344, 365, "end"),
    (((450, 440), (250, 440)), ("DUE",), 350, 457, "middle"),
    (((870, 410), (780, 410), (780, 220), (670, 220)), ("LEADS", "COOPERATES", "SUPERVISES"), 788, 255, "start"),
    (((780, 410), (670, 410)), (), 0, 0, "start"),
    (((670, 455), (870, 455)), ("MENTIONS",), 770, 472, "middle"),
    (((970, 82), (970, 390)), ("ACTS", "RECEIVES"), 978, 180, "start"),
    (((560, 590), (560, 460)), ("OVERSEES",), 568, 530, "start"),
    (((670, 615), (930, 615), (930, 460)), ("MEMBER_OF",), 800, 606, "middle"),
    (((1000, 460), (1000, 500), (1060, 500), (1060, 460)), ("MEMBER_OF", "HOSTED_BY", "SUCCEEDS"), 1030, 520, "middle"),
)


def picture() -> str:
    """The picture as SVG."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="img" '
        'font-family="Helvetica, Arial, sans-serif" font-size="14">',
        "<title>The graph in Neo4j: labels, relationship types and the properties most asked for</title>",
        '<defs><marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" orient="auto-start-reverse">'
        '<path d="M0 0L10 5L0 10z" fill="#444"/></marker></defs>',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
    ]
    for corners, words, x, y, anchor in EDGES:
        joined = bool(words) or corners[-1] == (670, 410)
        points = " ".join(f"{a},{b}" for a, b in corners)
        end = ' marker-end="url(#head)"' if joined else ""
        parts.append(f'<polyline points="{points}" fill="none" stroke="#444" stroke-width="1.4"{end}/>')
        parts += [f'<text x="{x}" y="{y + 16 * n}" text-anchor="{anchor}" font-size="12" fill="#222">{word}</text>' for n, word in enumerate(words)]
    for label, (x, y, colour, lines) in NODES.items():
        height = HEAD + LINE * len(lines) + 4
        parts.append(f'<rect x="{x}" y="{y}" width="{BOX}" height="{height}" rx="6" fill="#fff" stroke="{colour}" stroke-width="1.6"/>')
        parts.append(f'<text x="{x + 12}" y="{y + 21}" font-weight="bold" fill="{colour}">{label}</text>')
        parts += [f'<text x="{x + 12}" y="{y + HEAD + LINE * n + 12}" font-size="13" fill="#333">{escape(line)}</text>' for n, line in enumerate(lines)]
    notes = (
        "All nodes: id; all but Document and Department: doc, lines.  LEADS, COOPERATES, SUPERVISES: doc, tier, basis, printed, order, part.",
        "Section may be missing: then Document CONTAINS Task, Goal and Mechanism itself.",
        "NAMES (not drawn) leads from a Document to every Department in it.",
    )
    parts += [f'<text x="30" y="{HEIGHT - 50 + 20 * n}" font-size="12" fill="#555">{line}</text>' for n, line in enumerate(notes)]
    return "\n".join([*parts, "</svg>", ""])


if __name__ == "__main__":
    Path(__file__).with_name("neo4j.svg").write_text(picture(), encoding="utf-8")
