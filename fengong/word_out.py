"""``fengong audit FILE -o X.docx`` and ``--in-place``: whether it can be done, and the way into the file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphmodel.problems import Problem, readable

if TYPE_CHECKING:
    from fengong.word_remarks import Remarked
    from loaders.reader import Tracked
    from viz.format import Sheet

SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")


def word_wanted(files: Sequence[str], output: str | None, form: str | None, in_place: bool, tracked: Tracked = "final") -> str | None:
    """Where a Word file with comments is to be written; None if none is asked for. ``form``, ``tracked``: what ``--format`` and ``--tracked`` say.

    Raises Problem, before any long work, if comments cannot be put into what was named."""
    if in_place:
        if output is not None or form is not None:
            raise Problem(
                "--in-place 写入 Word 文件本身，不能与 -o、--format 同用；请去掉其中一个。",
                "--in-place writes into the Word file itself and goes with neither -o nor --format; leave one out.",
            )
    elif form is not None or output is None or Path(output).suffix.lower() not in SUFFIXES:
        return None
    if tracked != "final":
        from fengong.word_remarks import only_as_changed

        raise only_as_changed()
    return _checked(files, output)


def put_remarks(plan: str, place: str, sheet: Sheet) -> None:
    """Writes the Word file with comments, whole or not at all, and says on standard error what stands in it. Raises Problem."""
    from fengong.output import write_whole
    from fengong.word_remarks import remarked
    from loaders.open import bytes_of, shown
    from loaders.reader import Ask
    from viz.seen import visible

    data = bytes_of(Path(plan))
    made = remarked(data, Ask(readable(shown(plan))), sheet)
    if made.data != data or place != plan:
        write_whole(place, made.data)
    for line in _told(made, visible(shown(place)), sheet):
        click.echo(line, err=True)


def _told(made: Remarked, place: str, sheet: Sheet) -> list[str]:
    zh, n = sheet.lang == "zh", made.written
    number = str(n) if zh or n else "no"
    told = [f"{place}：{number} 条批注。" if zh else f"{place}: {number} comment{'' if n == 1 else 's'}."]
    if made.left:
        lowest = "review" if any(f.level == "review" for f in sheet.findings) else "warning"
        told.append(f"另有 {made.left} 条未写入，用 --level {lowest} 一并写入。" if zh else f"{made.left} more are not in it; --level {lowest} puts them in too.")
    if made.signed:
        told.append(
            "fengong: 文件带有数字签名，写入批注后签名失效；定稿时请重新签名。"
            if zh else "fengong: the file is signed, and with comments in it the signature holds no longer; sign it again when it is final."
        )  # fmt: skip
    return told


def _checked(files: Sequence[str], output: str | None) -> str:
    """Where the file with comments is to be written: ``output``, or the plan itself for None (``--in-place``).

    Raises Problem, before any long work, if comments cannot be put into what was named."""
    from fengong.output import check_place
    from loaders.open import STDIN, bytes_of, shown
    from viz.word_comments.package import WordFile

    if len(files) != 1 or files[0] == STDIN or Path(files[0]).is_dir():
        raise Problem(
            "批注只能写进一份 Word 文件；请只指定一个 .docx 或 .docm 文件。",
            "comments go into one Word file; name a single .docx or .docm file.",
        )
    path = Path(files[0])
    data = bytes_of(path)
    _refuse_other_kinds(data, readable(shown(path)))
    word = WordFile(data, readable(shown(path)))
    if output is None:
        check_place(files[0])
        return files[0]
    name = readable(shown(output))
    if Path(output).is_file() and Path(output).samefile(path):
        raise Problem(
            f"{name} 是要审查的文件，不能覆盖；请换个文件名，或用 --in-place 写入原文件。",
            f"{name} is the plan itself and must not be overwritten; choose another name, or write into it with --in-place.",
        )
    if Path(output).suffix.lower() != word.suffix:
        raise Problem(
            f"{readable(shown(path))} 是 {word.suffix} 文件，换了扩展名 Word 打不开；请把输出文件也命名为 …{word.suffix}。",
            f"{readable(shown(path))} is a {word.suffix} file, which Word does not open under another suffix; name the file to be written …{word.suffix}.",
        )
    check_place(output, files)
    return output


def _refuse_other_kinds(data: bytes, name: str) -> None:
    from loaders.contents import kind_of

    kind = kind_of(data)
    if kind in ("docx", "broken zip"):  # a broken file says so itself
        return
    if kind in ("doc", "ole", "rtf", "odt", "word xml"):
        raise Problem(
            f"{name} 不是 .docx 文件，批注写不进去；请用 Word/WPS 另存为 .docx 后再试，或用 -o 写成 .xlsx、.md、.txt 等。",
            f"{name} is no .docx file and takes no comments from here; save it as .docx in Word or WPS, or write another form with -o: .xlsx, .md, .txt ….",
        )
    if kind == "encrypted":
        raise Problem(f"{name} 有密码保护；请去掉密码后再试。", f"{name} is protected by a password; remove it and try again.")
    raise Problem(
        f"{name} 不是 Word 文件；批注只能写回 .docx 或 .docm，其他文件请用 -o 写成 .xlsx、.md、.csv、.json、.sarif 或 .txt。",
        f"{name} is no Word file; comments go back into a .docx or .docm only: write another form with -o (.xlsx, .md, .csv, .json, .sarif or .txt).",
    )
