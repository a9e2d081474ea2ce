"""Bodies named in the words of a task without a role in it."""

from __future__ import annotations

from collections.abc import Set

from graphmodel.patterns import pattern
from graphmodel.plan import Unit
from graphmodel.text import View
from loaders.grammar.subjects import before_verb
from loaders.grammar.units import is_unit

# 市财政局 · 各县(市、区)政府 · 国家发展改革委: a level word, then a short name that ends like a body
_NAME = pattern(
    r"(?<![\u4e00-\u9fff])?(?:(?:省|市|区|县|州|旗|国家|自治区|各县|各区|各乡镇|各街道|市直|县直|区直)[\u4e00-\u9fff]{1,12}?(?:人民政府|政府|委员会|管委会|办公室|局|厅|委|办|中心|支行|公司|法院|检察院))(?=[、,;。:()和及与等的对将要在]|会(?![办议员])|$|牵头|负责|配合|要|应)"
)


def mentions(view: View, besides: Set[str]) -> tuple[Unit, ...]:
    """Named bodies in a task's words, each form once, those that already hold a duty left out."""
    out: dict[str, Unit] = {}
    for m in _NAME.finditer(view.text):
        name = before_verb(m[0])
        if not any(b.endswith(name) for b in besides) and name not in out and len(name) <= 16 and is_unit(name):
            out[name] = Unit(name, view.span(m.start(), m.start() + len(name)))
    return tuple(out.values())
