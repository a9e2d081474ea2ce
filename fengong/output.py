"""Where an answer is written: checked before long work, written whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from graphmodel.problems import FileProblem, Problem, readable
from loaders.open import shown


def form_asked(form: str | None, output: str | None, forms: Mapping[str, tuple[str, ...]], in_files: Sequence[str]) -> str:
    """The name of the form that ``--format`` or the suffix of ``-o`` asks for. ``forms``: each with its suffixes; ``in_files``: those that cannot go to
    standard output. Raises Problem for any other."""
    suffix = Path(output).suffix.lower() if output else ".txt"
    found = form if form is not None else next((name for name, endings in forms.items() if suffix in endings), None)
    if found not in forms:
        what = form if form is not None else os.fsencode(suffix).decode("utf-8", "replace") or "-"
        raise Problem(
            f"没有格式 {what}；可用：{'、'.join(forms)}（--format 或 -o 的扩展名）。",
            f"there is no format {what}; choose {', '.join(forms)} (--format, or the suffix of -o).",
        )
    if found in in_files and not output:
        raise Problem(f"{found} 不能写到标准输出；请用 -o 指定文件。", f"{found} cannot go to standard output; name a file with -o.")
    return str(found)


def check_place(output: str, inputs: Sequence[str] = ()) -> Path:
    """The path of ``-o``. Raises FileProblem, before any long work, if nothing can be written there or if it is one of the ``inputs``."""
    path = Path(output)
    name, folder = readable(shown(path)), path.parent
    if path.is_dir():
        raise FileProblem(f"{name} 是文件夹；请给出文件名。", f"{name} is a folder; give the name of a file.")
    if not folder.is_dir():
        inside = readable(shown(folder))
        raise FileProblem(f"输出文件夹 {inside} 不存在；请先建立它。", f"the output folder {inside} does not exist; make it first.")
    if path.is_file() and any(Path(i).is_file() and path.samefile(i) for i in inputs):
        raise FileProblem(f"{name} 是要读取的文件，不能覆盖；请换个文件名。", f"{name} is to be read and must not be overwritten; choose another name.")
    if not os.access(path if path.exists() and not path.is_file() else folder, os.W_OK):
        raise FileProblem(f"没有权限写入 {name}；请换个位置。", f"no permission to write {name}; choose another place.")
    return path


def write_whole(output: str, data: bytes) -> None:
    """Writes a file beside its place and renames it when it is whole; a device or pipe is written as it is. Raises FileProblem."""
    path = check_place(output)
    beside = None
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return
        target = path.resolve() if path.is_symlink() else path
        beside = target.with_name(f".{target.name[:80]}.{os.getpid()}.part")
        beside.write_bytes(data)
        if target.exists():
            shutil.copymode(target, beside)
        beside.replace(target)
    except OSError as error:
        name, why = readable(shown(path)), error.strerror or str(error)
        raise FileProblem(f"无法写入 {name}（{why}）；请腾出空间或换个位置。", f"cannot write {name} ({why}); make room or choose another place.") from None
    finally:
        if beside is not None:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
