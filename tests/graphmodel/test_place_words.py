"""Places in words a person uses."""

import pytest

from graphmodel.place_words import place_words

WORDS = [
    (None, "第7行", "line 7"),
    ("", "第7行", "line 7"),
    ("p12", "第12段", "paragraph 12"),
    ("t3r4c2", "表3第4行第2列", "table 3 row 4 column 2"),
    ("t3r4c2t1r1c1", "表3第4行第2列内嵌表1第1行第1列", "table 3 row 4 column 2, nested table 1 row 1 column 1"),
    ("page 5", "第5页", "page 5"),
    ("fn2", "脚注2", "footnote 2"),
    ("en1", "尾注1", "endnote 1"),
    ("Sheet1!C7", "Sheet1!C7", "Sheet1!C7"),
    ("C7", "C7", "C7"),
    ("p12x", "p12x", "p12x"),
]


@pytest.mark.parametrize(("place", "zh", "en"), WORDS)
def test_where(place: str | None, zh: str, en: str) -> None:
    said = place_words(place, 7)
    assert (said.zh, said.en) == (zh, en)
