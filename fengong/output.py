"""Files are written beside their place and renamed when whole: nobody ever finds half of one."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from graphmodel.problems import FileProblem, readable
from loaders.open import shown


def check_place(path: Path) -> None:
    """Raises FileProblem if nothing can be written at ``path``: before long work, not after it."""
    if path.is_dir():
        raise FileProblem(
            f"{_name(path)} 是文件夹；请给出文件名。", f"{_name(path)} is a folder; give the name of a file."
        )
    folder = path.parent
    if not folder.is_dir():
        raise FileProblem(
            f"输出文件夹 {_name(folder)} 不存在；请先建立它。", f"the output folder {_name(folder)} does not exist; make it first."
        )
    if not os.access(folder if not path.exists() or path.is_file() else path, os.W_OK):
        raise FileProblem(
            f"没有权限在 {_name(folder)} 中写文件；请换个位置。", f"no permission to write into {_name(folder)}; choose another place."
        )


def write_whole(path: Path, data: bytes) -> None:
    """Writes ``data`` as the file ``path``, whole or not at all. Devices and pipes are written as they are. Raises FileProblem."""
    check_place(path)
    target = Path(os.path.realpath(path)) if path.is_symlink() else path
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(data)
            return
        beside = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            beside.write_bytes(data)
            os.replace(beside, target)
        except BaseException:
            with suppress(OSError):
                beside.unlink()
            raise
    except OSError as error:
        raise not_written(path, error) from None


def not_written(path: Path, error: OSError) -> FileProblem:
    """Why a file could not be written, in words."""
    why = error.strerror or str(error)
    return FileProblem(
        f"无法写入 {_name(path)}（{why}）；请腾出空间或换个位置。", f"cannot write {_name(path)} ({why}); make room or choose another place."
    )


def _name(path: Path) -> str:
    return readable(shown(path))
