"""Plans that hypothesis makes up: every kind of value, hostile text, spans that stand in the text."""

from __future__ import annotations

from typing import get_args

from hypothesis import strategies as st

from graphmodel.plan import (
    Basis,
    Deadline,
    DeadlineKind,
    Department,
    Duty,
    Goal,
    Header,
    Hosting,
    Indicator,
    Mechanism,
    MechanismKind,
    Membership,
    Milestone,
    Op,
    Overseer,
    Plan,
    Post,
    Role,
    Section,
    Source,
    Status,
    Task,
    Tier,
    Unit,
)

HOSTILE = [
    "=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "\t=1", "'", "''", "＝1", "\\u0041", "\\\\u000b", "\x00", "\x0b\x1f", "]]>", "<b>&amp;",
    '"a","b"', "\u202e逆\u202c", "👩\u200d👧", "\ufffe\uffff", "\u2028\x85", " 两端 ", "null", "[1]", "NaN", "1e5", "a\nb", "\ufeff头",
    "𠮷", "true",
]  # fmt: skip
words = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=["Cs"]), max_size=8))
lines = st.lists(words.map(lambda w: w.replace("\r", "")), max_size=8)
DEPARTMENTS = (
    Department("沅平市/财政局", "沅平市财政局", ("沅平市",), "city", "city bureau", printed=("市财政局",)),
    Department("沅平市/教育局", "沅平市教育局", ("沅平市",), None, None, "open", False, (), (("沅平市/财政局", "2019-01-01"),)),
    Department("=石门县", "@石门县人民政府", (), "county", "district", "closed"),
)


@st.composite
def plans(draw: st.DrawFn, number: str | None = None) -> Plan:
    """A plan; ``number`` sets its document number."""
    text = "\n".join(draw(lines))
    offset = st.integers(0, len(text))
    span = st.tuples(offset, offset).map(lambda pair: (min(pair), max(pair)))
    maybe = st.none() | words
    unit = st.builds(Unit, words, span, st.sampled_from([None, *(d.id for d in DEPARTMENTS)]))
    units = st.lists(unit, max_size=2).map(tuple)
    duty = st.builds(Duty, _one(Role), _one(Tier), unit, span, maybe, st.integers(1, 9), maybe, _one(Basis))
    duties = st.lists(duty, max_size=4).map(tuple)
    figure = st.floats(allow_nan=False, allow_infinity=False) | words | st.sampled_from([16.0, -3.5, 0.1, 1e22, -0.0])
    value_to = st.none() | st.floats(allow_nan=False, allow_infinity=False)
    indicator = st.builds(Indicator, words, _one(Op), figure, span, words, value_to, words, maybe, maybe, maybe)
    indicators = st.lists(indicator, max_size=2).map(tuple)
    sections = draw(st.lists(st.builds(Section, words, span, maybe, st.integers(1, 3)), max_size=3))
    path = st.lists(st.integers(0, len(sections) - 1), max_size=2).map(tuple) if sections else st.just(())
    task = st.builds(
        Task,
        words, words, span, st.sampled_from([None, "1", "1.", "（二）", "3", "=4", "u1"]), st.lists(words, max_size=2).map(tuple), path,
        st.builds(Deadline, maybe, maybe, _one(DeadlineKind), st.none() | span), duties, indicators,
        st.lists(st.builds(Milestone, words, span, maybe, words), max_size=2).map(tuple),
        st.lists(st.builds(Overseer, words, span, maybe, maybe), max_size=2).map(tuple), units,
    )  # fmt: skip
    goal = st.builds(Goal, words, span, st.lists(words, max_size=1).map(tuple), maybe, indicators, duties)
    post = st.builds(Post, words, maybe, unit, words, span)
    mechanism = st.builds(Mechanism, _one(MechanismKind), span, words, maybe, st.just(()), path, units, units)
    header = st.builds(
        Header, words, st.just(number) if number else maybe, maybe, st.lists(words, max_size=2).map(tuple), maybe, _one(Status),
        st.none() | st.just(("2020-01-01", "2020-12-31")),
    )  # fmt: skip
    return Plan(
        Source(text, draw(words), draw(words), tuple(draw(st.lists(maybe, max_size=3)))),
        draw(header),
        tuple(sections),
        tuple(draw(st.lists(task, max_size=3))),
        tuple(draw(st.lists(goal, max_size=2))),
        tuple(draw(st.lists(post, max_size=2))),
        tuple(draw(st.lists(st.builds(Membership, unit, unit, words, span), max_size=2))),
        tuple(draw(st.lists(st.builds(Hosting, unit, unit, span), max_size=1))),
        tuple(draw(st.lists(mechanism, max_size=2))),
        DEPARTMENTS,
        draw(units),
        tuple(draw(st.lists(words, max_size=4))),
        tuple(draw(st.lists(st.tuples(st.integers(1, 9), words), max_size=2))),
    )


def _one(words_of: object) -> st.SearchStrategy[str]:
    return st.sampled_from(get_args(words_of))
