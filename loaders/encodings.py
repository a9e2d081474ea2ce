"""Bytes of a Chinese text -> characters: byte order mark, strict UTF-8, then the encoding that gives the most everyday characters.

A cascade "UTF-8, else GB18030" reads Big5 as rare characters without an error, and statistical detectors fail below some hundred bytes
(charset-normalizer takes four characters of GBK for Korean). So every candidate that decodes without an error is judged by the share
of everyday characters it yields; charset-normalizer is asked only where none convinces.
"""

from __future__ import annotations

import codecs

from graphmodel.patterns import pattern
from graphmodel.problems import Problem

# UTF-32 stands before UTF-16: its little-endian mark begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
# The characters that make up most of any official text, simplified and traditional.
_EVERYDAY = frozenset(
    "的一是在不了有和人这中大为上个国以要时来用生到作地于出就分对成会可主发年动同工也能下过产种面方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实"
    "加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公"
    "无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战"
    "先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示"
    "市县省局委办厅府责牵配督负落健镇街责项划策环境护推促服核审监科财税商旅卫医育障综印知案附件村乡镇司院校企室组协调完底整"
    "這個為國時來於對會發動過產種麵後學經進著電裡現實兩體機當點從業應開還無軍與關長頭資邊級圖統見計別農幾區強決據處隊給門規領東導壓爭濟階術極聯認權證單務積責牽負劃環護審監財稅商衛醫綜調"
    ",。、:;()()〔〕《》“”0123456789 \n\r\t.:;-%"
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
)
_CONVINCING = 0.45
_SAMPLE = 20_000  # characters that are judged


def decode(data: bytes, name: str) -> str:
    """The characters of ``data``, byte order mark left out; ``name``: of the file, for messages.

    Raises Problem that names the line of the first bad byte.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, name)
    if b"\0" in data:
        return _wide(data, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _half_characters(data):
            raise half_character(name, data[: error.start].count(b"\n") + 1) from None
        if _mostly_utf8(data, error):
            raise _bad_byte(data, error.start, "UTF-8", name) from None
    return _guessed(data, name)


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "replace")
        raise _damaged(name, before.count("\n") + 1, encoding.upper()) from None


def _wide(data: bytes, name: str) -> str:
    """UTF-16 or UTF-32 without a mark; other data that holds NUL is no text."""
    best = max(((everyday(text), text) for text in _decodings(data, _CANDIDATES[2:])), default=(0.0, ""))
    if best[0] >= _CONVINCING:
        return best[1]
    line = data[: data.index(b"\0")].count(b"\n") + 1
    raise Problem(
        f"{name} 第 {line} 行含有 NUL 字节，不是文本文件；请用原来的程序打开并另存为 UTF-8 文本（.txt）。",
        f"{name}, line {line}: holds NUL bytes, so this is no text file; open it in the program it comes from and save it as UTF-8 text (.txt).",
    )


def _guessed(data: bytes, name: str) -> str:
    ranked = sorted(((everyday(text), -i, text) for i, text in enumerate(_decodings(data, _CANDIDATES))), reverse=True)
    if ranked and ranked[0][0] >= _CONVINCING:
        return ranked[0][2]
    from charset_normalizer import from_bytes  # slow to import, seldom needed

    match = from_bytes(data).best()
    if match is not None:
        return _strict(data, "gb18030" if match.encoding.startswith("gb") else match.encoding, name)
    if ranked and _chinese(ranked[0][2]):
        return ranked[0][2]
    nearest = min((_first_error(data, e), e) for e in ("gb18030", "big5hkscs"))[1]
    raise _bad_byte(data, _first_error(data, nearest), "UTF-8, GB18030, Big5, UTF-16", name)


def _decodings(data: bytes, encodings: tuple[str, ...]) -> list[str]:
    texts = []
    for encoding in encodings:
        try:
            texts.append(data.decode(encoding))
        except UnicodeDecodeError:
            texts.append("")
    return texts


def everyday(text: str) -> float:
    """Share of everyday characters among the first ones of a text; 0 if it holds NUL."""
    part = text[:_SAMPLE]
    return 0.0 if not part or "\0" in part else sum(c in _EVERYDAY for c in part) / len(part)


def _chinese(text: str) -> bool:
    return len(pattern(r"[\u4e00-\u9fff]").findall(text[:_SAMPLE])) * 2 > len(text[:_SAMPLE])


def _mostly_utf8(data: bytes, error: UnicodeDecodeError) -> bool:
    """Is this UTF-8 with a few bad bytes? Then guessing another encoding would read all of it wrong."""
    read = data[:200_000].decode("utf-8", "replace")
    wide = sum(c > "\x7f" for c in read)
    return read.count("\ufffd") * 10 <= wide or (error.start > 2_000 and not data[: error.start].isascii())


def _half_characters(data: bytes) -> bool:
    """UTF-8 but for lone surrogates, which some programs write."""
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def half_character(name: str, line: int) -> Problem:
    return Problem(
        f"{name} 第 {line} 行含有残缺的字符（孤立代理项）；请改正该行后另存为 UTF-8。",
        f"{name}, line {line}: holds half a character (a lone surrogate); mend that line and save the file as UTF-8.",
    )


def _first_error(data: bytes, encoding: str) -> int:
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        return -error.start  # the farther the better
    return 0


def _bad_byte(data: bytes, at: int, encoding: str, name: str) -> Problem:
    return _damaged(name, data[: abs(at)].count(b"\n") + 1, encoding)


def _damaged(name: str, line: int, encoding: str) -> Problem:
    return Problem(
        f"{name} 第 {line} 行有无法解码的字节（按 {encoding} 读取）；请用文本编辑器打开，改正该行后另存为 UTF-8。",
        f"{name}, line {line}: bytes that cannot be decoded (read as {encoding}); open it in an editor, mend that line and save it as UTF-8.",
    )
