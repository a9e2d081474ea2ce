"""Turns documents of other programs into .docx by LibreOffice, where it is installed: an own profile each time, no macro, no link, no network."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from graphmodel.problems import Problem

SECONDS = 60
"""A plan takes 3 to 10 seconds, most of it the start of the program."""

# Nothing in the document may run or fetch, whoever wrote it: no macros, no updates of links, nothing loaded from elsewhere, a proxy that leads nowhere.
_SETTINGS = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Save/Document", "WarnAlienFormat", "false"),
    ("Office.Writer/Content/Update", "Link", "2"),
    ("Office.Writer/Content/Update", "Field", "false"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("Inet/Settings", "ooInetNoProxy", ""),
)


def soffice() -> str | None:
    """The program: ``FENGONG_SOFFICE``, else soffice or libreoffice on the path, else where its installers put it; None if it is not there."""
    if named := os.environ.get("FENGONG_SOFFICE"):
        return shutil.which(named)
    usual = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice", r"C:\Program Files\LibreOffice\program\soffice.com")
    return next((found for name in usual if (found := shutil.which(name))), None)


def as_docx(data: bytes, suffix: str, name: str, seconds: float = SECONDS) -> bytes:
    """The document as .docx. ``suffix``: of its format, with the dot; ``name``: the file's, for messages. Raises Problem if that cannot be done."""
    program = soffice()
    if program is None:
        raise not_installed(name)
    with tempfile.TemporaryDirectory(prefix="fengong-", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        (place / f"plan{suffix}").write_bytes(data)
        profile = place / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_profile(), encoding="utf-8")
        out = place / "out"
        command = [
            program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo", "--nofirststartwizard",
            "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(out), str(place / f"plan{suffix}"),
        ]  # fmt: skip
        _run(command, place, name, seconds)
        made = out / "plan.docx"
        if not made.is_file():
            raise not_converted(name)
        return made.read_bytes()


def _run(command: list[str], place: Path, name: str, seconds: float) -> None:
    """Runs a program with all it starts, and ends all of it after ``seconds``."""
    temporary = {"TMPDIR": str(place), "TEMP": str(place), "TMP": str(place), "HOME": str(place)}
    try:
        process = subprocess.Popen(
            command, cwd=place, env={**os.environ, **temporary, "SAL_USE_VCLPLUGIN": "svp"}, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
    except OSError:
        raise not_converted(name) from None
    code: int | None = None
    try:
        code = process.wait(seconds)
    except subprocess.TimeoutExpired:
        raise too_slow(name, seconds) from None
    finally:
        if code != 0:
            _end(process)
    if code:
        raise not_converted(name)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends a program and its children, if any are left."""
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _profile() -> str:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{key}" oor:op="fuse"><value>{setting}</value></prop></item>' for path, key, setting in _SETTINGS
    )
    spaces = 'xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<oor:items {spaces}>{items}</oor:items>\n'


def not_installed(name: str) -> Problem:
    """The sentence where LibreOffice is needed and not there."""
    return Problem(
        f"{name} 是旧版 Word、WPS、RTF 或 OpenDocument 文件，读取它需要 LibreOffice；"
        "请安装 LibreOffice（或用 FENGONG_SOFFICE 指定 soffice 的位置），或在 Word/WPS 中另存为 docx 后再试。",
        f"{name} is an old Word, WPS, RTF or OpenDocument file, and LibreOffice is needed to read it; "
        "install LibreOffice (or name its soffice in FENGONG_SOFFICE), or save the file as docx in Word or WPS and try again.",
    )


def not_converted(name: str) -> Problem:
    """The sentence where LibreOffice could do nothing with a file."""
    return Problem(
        f"LibreOffice 无法转换 {name}，文件可能已损坏；请在 Word/WPS 中打开并另存为 docx 后再试。",
        f"LibreOffice cannot convert {name}, which may be damaged; open it in Word or WPS, save it as docx and try again.",
    )


def too_slow(name: str, seconds: float) -> Problem:
    """The sentence where LibreOffice took too long."""
    return Problem(
        f"LibreOffice 转换 {name} 超过 {seconds:g} 秒，已停止；请在 Word/WPS 中打开并另存为 docx 后再试。",
        f"LibreOffice took more than {seconds:g} seconds for {name} and was stopped; open it in Word or WPS, save it as docx and try again.",
    )
