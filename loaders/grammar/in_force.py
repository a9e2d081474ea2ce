"""The last words of a plan about itself: 本意见自2026年4月1日起施行,有效期至2028年3月31日。 They are no work, and their days no deadline."""

from __future__ import annotations

from graphmodel.patterns import pattern

_PAPER = r"(?:本|该|此)(?:实施|工作|行动|专项|分工|整治)?(?:方案|意见|办法|通知|规定|细则|计划|措施|文件?|预案|制度|清单)"
_IN_FORCE = rf"(?:{_PAPER})?(?:自|从|于)[^,。;]{{1,24}}?(?:起|后|日)?(?:正式|开始|同时)?(?:施行|实施|执行|生效|试行)"
_VALID = rf"(?:{_PAPER}(?:的)?)?(?:有效期|执行期限|实施期限|试行期)[^,。;]{{1,24}}"
_EXPLAINED = rf"(?:{_PAPER})?(?:具体)?(?:解释工作)?由[^,。;]{{2,30}}(?:负责|承担)(?:具体)?(?:的)?解释(?:工作)?"
_BEFORE = rf"[^。;]{{0,60}}(?:同时废止|自行废止|不一致的,以{_PAPER}(?:规定)?为准)"
_SAYS = pattern(rf"(?:(?:{_IN_FORCE}|{_VALID}|{_EXPLAINED}|{_BEFORE})[,。;]?\s?){{1,5}}")
_SIGNS = ("施行", "实施", "执行", "生效", "试行", "有效期", "解释", "废止", "为准")


def says_in_force(text: str, start: int = 0) -> bool:
    """Whether a paragraph says nothing but from when, until when and by whose reading its paper holds."""
    return len(text) - start <= 200 and any(s in text for s in _SIGNS) and _SAYS.fullmatch(text, start) is not None
