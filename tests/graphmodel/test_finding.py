"""Findings as JSON: the schema, the way back, and refusals."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel import finding as findings
from graphmodel.finding import LEVELS, Finding, Quote, Words, as_json, from_json
from graphmodel.problems import Problem

text = st.text(max_size=8)
pair = st.tuples(st.integers(0, 99), st.integers(0, 99))
lines = st.tuples(st.integers(1, 99), st.integers(1, 99))
quote = st.builds(Quote, text, pair, text, st.none() | text)
found = st.builds(
    Finding, st.just("no-owner"), st.just("OWN101"), st.sampled_from(LEVELS), st.lists(text, max_size=2).map(tuple),
    st.lists(lines, max_size=2).map(tuple), st.lists(text, max_size=2).map(tuple), st.lists(quote, max_size=2).map(tuple),
    st.builds(Words, text, text), st.builds(Words, text, text), st.none() | st.just(0),
)  # fmt: skip


def schema() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(Path(findings.__file__).with_name("findings.schema.json").read_text(encoding="utf-8"))
    return data


@given(st.lists(found, max_size=3))
def test_there_and_back(some: list[Finding]) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    data = json.loads(json.dumps(as_json(some), ensure_ascii=False))
    jsonschema.Draft202012Validator(schema()).validate(data)
    assert from_json(data) == tuple(some)


def good() -> dict[str, Any]:
    quote = Quote("d", (0, 2), "甲局", "p1")
    one = Finding("no-owner", "OWN101", "error", ("d/1",), ((1, 2),), ("沅平市/甲局",), (quote,), Words("甲", "a"), Words("乙", "b"))
    return as_json([one])


def test_the_form_is_that_of_the_contract() -> None:
    assert good() == {
        "version": 1,
        "findings": [
            {
                "rule": "no-owner", "code": "OWN101", "level": "error", "tasks": ["d/1"], "lines": [[1, 2]], "departments": ["沅平市/甲局"],
                "quotes": [{"doc": "d", "span": [0, 2], "text": "甲局", "place": "p1"}], "message": {"zh": "甲", "en": "a"},
                "remedy": {"zh": "乙", "en": "b"}, "follows_from": None,
            }
        ],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value"),
    [("level", "fatal"), ("tasks", "d/1"), ("lines", [[1]]), ("lines", [[1, "2"]]), ("lines", [[1, True]]), ("rule", None),
     ("quotes", [{}]), ("quotes", ["x"]), ("message", "甲"), ("message", {"zh": "甲"}),
     ("follows_from", 1), ("follows_from", -1), ("follows_from", "0")],
)  # fmt: skip
def test_what_is_wrong_is_named(name: str, value: object) -> None:
    data = good()
    data["findings"][0][name] = value
    with pytest.raises(Problem, match=rf"findings\[0\]\.{name}"):
        from_json(data)


@pytest.mark.parametrize("data", [None, [], 7, {}, {"version": 2, "findings": []}, {"version": 1}, {"version": 1, "findings": [1]}])
def test_what_are_no_findings(data: object) -> None:
    with pytest.raises(Problem):
        from_json(data)


@pytest.mark.parametrize("name", ["rule", "departments", "remedy", "follows_from"])
def test_a_missing_member_is_named(name: str) -> None:
    data = good()
    del data["findings"][0][name]
    with pytest.raises(Problem, match=name):
        from_json(data)


WRONG = [
    ("rule", "No Owner"), ("code", "OWN1"), ("level", "fatal"), ("tasks", [1]), ("lines", [[0, 1]]), ("lines", [[1]]), ("lines", [[1, 2, 3]]), ("departments", None),
    ("quotes", [{"doc": "d", "span": [0, 1], "text": "甲"}]), ("quotes", [{"doc": "d", "span": [-1, 1], "text": "甲", "place": None}]),
    ("message", {"zh": "甲"}), ("remedy", "甲"), ("follows_from", -1), ("more", 1),
]  # fmt: skip


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_the_schema_refuses(name: str, value: object) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    checks = jsonschema.Draft202012Validator(schema())
    data = json.loads(json.dumps(good()))
    assert checks.is_valid(data)
    data["findings"][0][name] = value
    assert not checks.is_valid(data)


@pytest.mark.parametrize("name", [*as_json([]), *good()["findings"][0]])
def test_the_schema_misses_nothing(name: str) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft202012Validator.check_schema(schema())
    data = json.loads(json.dumps(good()))
    del (data if name in data else data["findings"][0])[name]
    assert not jsonschema.Draft202012Validator(schema()).is_valid(data)
