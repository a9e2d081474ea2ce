"""The grammar looks for a sign before it tries a costly pattern. Whatever the pattern comes to know, the sign must know too."""

from __future__ import annotations

import pytest
from first_signs import ANYTHING, firsts, least

from loaders import markers, people, people_words, pieces
from loaders.grammar import comparators, roles, shapes, units
from loaders.statements import labelled


@pytest.mark.parametrize(
    ("source", "found"),
    [("甲|乙丙", {"甲", "乙"}), ("(?:甲)?乙", {"甲", "乙"}), ("[甲乙]{0,2}(?<=乙)丙", {"甲", "乙", "丙"}), ("[^甲]乙", {ANYTHING})],
)
def test_firsts(source: str, found: set[str]) -> None:
    assert firsts(source) == found


def test_least() -> None:
    assert list(least("甲(?:乙|丙(?:丁)?)戊?")) == ["甲乙", "甲丙"]


def test_what_a_comparison_may_begin_with() -> None:
    assert firsts(comparators._COMPARES.pattern) <= comparators._FIRST


def test_every_verb_holds_one_of_its_signs() -> None:
    assert [text for text in least(roles.VERB.pattern) if not any(sign in text for sign in roles.VERB_SIGNS)] == []


def test_every_label_ends_where_one_may_end_and_is_not_longer_than_looked_for() -> None:
    for label in (roles.LABEL, roles.DEADLINE_LABEL, roles.PERSON_LABEL, roles.OTHER_LABEL, roles.ALLOTMENT_LABEL):
        for text in (t for t in least(label.pattern) if label.match(t + "市教育局。")):
            end = next(labelled._LABEL_END.finditer(text), None)
            assert end is not None, text
            assert labelled._may_hold_label(text, 0, len(text)), text
            assert len(text) <= labelled._LONGEST_LABEL


def test_numbering_is_looked_for_under_every_sign_it_opens_with() -> None:
    for name, shape in markers._PATTERNS:
        for c in firsts(shape.pattern) - {ANYTHING}:
            assert (name, shape) in markers._BY_FIRST[c], (name, c)


def test_every_suffix_of_a_unit_is_known_by_its_last_sign() -> None:
    assert {s[-1] for s in shapes.SUFFIX.split("|")} <= units._last_signs()


@pytest.mark.parametrize("word", ["领导小组", "工作专班", "指挥部", "联席会议", "委员会", "督查组"])
def test_groups_are_looked_for(word: str) -> None:
    from graphmodel.text import View

    text = f"成立沅平市节水工作{word}。"
    assert [u.printed for _, u in people._groups(View.of(text, (0, len(text))))] == [f"沅平市节水工作{word}"]


def test_what_and_opens_with() -> None:
    assert firsts(units._AND.pattern) <= units._AND_SIGNS


def test_paths_of_a_page_hold_one_of_their_signs() -> None:
    assert all(pieces._CRUMB_SIGNS & set(text) or "\0" in text for text in least(pieces._GLUED_CRUMBS.pattern))
    assert people_words.BY.pattern.endswith("(?:兼任|担任)")  # people._said asks for 任 before it searches
