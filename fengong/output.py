"""Where an answer is written: checked before long work, written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from graphmodel.problems import FileProblem, readable
from loaders.open import shown


def check_place(output: str, inputs: Sequence[str] = ()) -> Path:
    """The path of ``-o``. Raises FileProblem if nothing can be written there, or if it is one of the ``inputs``: before long work, not after it."""
    path = Path(output)
    name, folder = readable(shown(path)), path.parent
    if any(path.is_file() and Path(i).is_file() and path.samefile(i) for i in inputs):
        raise FileProblem(f"{name} 是要读取的文件，不能覆盖；请换个文件名。", f"{name} is what is to be read and must not be overwritten; choose another name.")
    if path.is_dir():
        raise FileProblem(f"{name} 是文件夹；请给出文件名。", f"{name} is a folder; give the name of a file.")
    if not folder.is_dir():
        inside = readable(shown(folder))
        raise FileProblem(f"输出文件夹 {inside} 不存在；请先建立它。", f"the output folder {inside} does not exist; make it first.")
    if not os.access(path if path.exists() and not path.is_file() else folder, os.W_OK):
        raise FileProblem(f"没有权限写入 {name}；请换个位置。", f"no permission to write {name}; choose another place.")
    return path


def write_text(output: str, text: str) -> None:
    """Writes one text as UTF-8, whole or not at all. Raises FileProblem."""
    from graphmodel.files import write_files

    write_files({check_place(output): [text]})
