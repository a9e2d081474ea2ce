"""The options of commands that talk to a Neo4j server, and the connection they open."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from fengong.bilingual import option, spoken
from fengong.console import as_words
from graphmodel.problems import Problem, readable

if TYPE_CHECKING:
    from graphmodel.neo4j import Server

F = TypeVar("F", bound=Callable[..., Any])

_LONGEST_PASSWORD = 4096  # bytes


def _kept(name: str) -> Callable[[click.Context, click.Parameter, str | None], None]:
    def keep(ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
        ctx.meta[f"fengong.server.{name}"] = None if value is None else as_words(value)

    return keep


_OPTIONS = (
    option(
        "--uri", metavar="URI", expose_value=False, callback=_kept("uri"), type=click.UNPROCESSED,
        zh="Neo4j 服务器的地址，例如 bolt://localhost:7687（或环境变量 FENGONG_NEO4J_URI）；加密连接用 bolt+s、neo4j+s。",
        en="Address of the Neo4j server, for instance bolt://localhost:7687 (or FENGONG_NEO4J_URI); bolt+s and neo4j+s are encrypted.",
    ),
    option(
        "--user", metavar="USER", expose_value=False, callback=_kept("user"), type=click.UNPROCESSED,
        zh="用户名（或 FENGONG_NEO4J_USER；默认 neo4j）。", en="User (or FENGONG_NEO4J_USER; default: neo4j).",
    ),
    option(
        "--password-file", metavar="FILE", expose_value=False, callback=_kept("password_file"), type=click.UNPROCESSED,
        zh="密码文件，取第一行；也可设 FENGONG_NEO4J_PASSWORD，否则在终端上询问，输入不显示。",
        en="File whose first line is the password; or set FENGONG_NEO4J_PASSWORD; else it is asked for on the terminal and not shown.",
    ),
    option(
        "--database", metavar="NAME", expose_value=False, callback=_kept("database"), type=click.UNPROCESSED,
        zh="数据库名（或 FENGONG_NEO4J_DATABASE；默认为该用户的主数据库）。", en="Database (or FENGONG_NEO4J_DATABASE; default: the user's own).",
    ),
)  # fmt: skip


def server_options(function: F) -> F:
    """``--uri``, ``--user``, ``--password-file`` and ``--database``: not arguments of the command, ``opened`` finds them by itself."""
    for each in reversed(_OPTIONS):
        function = each(function)
    return function


def uri_given(ctx: click.Context) -> bool:
    """Whether ``--uri`` stands on the command line."""
    return _given(ctx, "uri") is not None


@contextmanager
def opened(ctx: click.Context) -> Iterator[Server]:
    """The server that the options and the environment name, connected; closed at the end.

    Raises ``Problem`` if none is named, no password can be had, or the server cannot be reached or refuses.
    """
    from graphmodel.neo4j_problems import address_of

    given = _given(ctx, "uri")
    uri = os.environ.get("FENGONG_NEO4J_URI") if given is None else given  # an empty --uri, of a script whose variable is not set, is no leave to write elsewhere
    if not uri:
        raise Problem(
            "没有指明 Neo4j 服务器；请加上 --uri，例如 --uri bolt://localhost:7687，或设环境变量 FENGONG_NEO4J_URI。",
            "no Neo4j server is named; add --uri, for instance --uri bolt://localhost:7687, or set FENGONG_NEO4J_URI.",
        )
    address_of(uri)  # a wrong address is said before anybody types a password
    user = _given(ctx, "user") or os.environ.get("FENGONG_NEO4J_USER") or "neo4j"
    database = _given(ctx, "database") or os.environ.get("FENGONG_NEO4J_DATABASE") or None
    password = _password(ctx, user)
    from graphmodel.neo4j import connect

    with connect(uri, user, password, database) as server:
        yield server


def _given(ctx: click.Context, name: str) -> str | None:
    value: str | None = ctx.meta.get(f"fengong.server.{name}")
    return value


def _password(ctx: click.Context, user: str) -> str:
    path = _given(ctx, "password_file")
    if path is not None:
        return _first_line(path)
    password = os.environ.get("FENGONG_NEO4J_PASSWORD")
    if password:
        return password
    if not sys.stdin.isatty():
        raise Problem(
            "没有密码；请用 --password-file 指定密码文件，或设环境变量 FENGONG_NEO4J_PASSWORD，或在终端上运行。",
            "there is no password; name a file with --password-file, set FENGONG_NEO4J_PASSWORD, or run this on a terminal.",
        )
    asked = f"{readable(user)} 的密码" if spoken(ctx) == "zh" else f"Password of {readable(user)}"
    return str(click.prompt(asked, hide_input=True, err=True))


def _first_line(path: str) -> str:
    name = readable(path)
    try:
        with Path(path).open("rb") as file:
            data = file.read(_LONGEST_PASSWORD + 1)
        password = data.decode("utf-8-sig").split("\n")[0].rstrip("\r")
    except FileNotFoundError:
        raise Problem(f"没有密码文件 {name}；请检查路径。", f"there is no password file {name}; check the path.") from None
    except UnicodeDecodeError:
        raise Problem(f"密码文件 {name} 不是 UTF-8 文本；请用 UTF-8 保存。", f"the password file {name} is not UTF-8 text; save it as UTF-8.") from None
    except (OSError, ValueError) as error:
        why = readable(error.strerror if isinstance(error, OSError) and error.strerror else type(error).__name__)
        raise Problem(f"读不了密码文件 {name}：{why}。", f"cannot read the password file {name}: {why}.") from None
    if not password or len(data) > _LONGEST_PASSWORD:
        raise Problem(f"密码文件 {name} 的第一行应为密码。", f"the first line of {name} should be the password.")
    return password
