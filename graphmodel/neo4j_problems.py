"""What a Neo4j server or its driver refuses, each in one sentence: what is wrong, what to do. Never with a password in it."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from graphmodel.patterns import pattern
from graphmodel.problems import Problem, readable

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
OLDEST = 5
_SHOWN_IDS = 5


class ServerProblem(Problem):
    """A server that cannot be reached, refuses, or broke off."""


def address_of(uri: str) -> str:
    """``scheme://host:port`` of an address, for messages. Raises ``Problem`` for another scheme, none, or a password inside."""
    try:
        parts = urlsplit(uri)
        host, scheme = parts.hostname, parts.scheme.lower()
    except ValueError:
        parts, host, scheme = urlsplit(""), None, ""
    try:
        port = parts.port
    except ValueError:  # no number, or too large
        port, host = None, None
    if scheme not in SCHEMES:
        shown = readable(f"“{scheme}://”") if scheme and "@" not in uri else ""
        known = [f"{each}://" for each in SCHEMES]
        raise ServerProblem(
            f"不支持的服务器地址{shown}；地址应以 {'、'.join(known)} 之一开头，例如 bolt://localhost:7687。",
            f"the server's address must begin with one of {', '.join(known)}, not with {shown or 'something else'}; for instance bolt://localhost:7687.",
        )
    if parts.username is not None or parts.password is not None:
        raise ServerProblem(
            "地址中不能写用户名和密码；请用 --user 和 --password-file（或环境变量 FENGONG_NEO4J_PASSWORD）。",
            "an address holds no user and no password; use --user and --password-file (or FENGONG_NEO4J_PASSWORD).",
        )
    if not host or parts.path not in ("", "/") or parts.fragment:
        raise ServerProblem(
            f"服务器地址不完整或多了内容：{readable(uri)}；应如 bolt://localhost:7687，数据库用 --database 指定。",
            f"the server's address is not complete or holds too much: {readable(uri)}; write bolt://localhost:7687, and the database with --database.",
        )
    return readable(f"{scheme}://{f'[{host}]' if ':' in host else host}:{port or 7687}")


def check_agent(agent: str, address: str) -> None:
    """Raises ``Problem`` unless the server calls itself Neo4j of version 5 or newer."""
    found = pattern(r"^Neo4j/(\d{1,4})[.\d]*").match(agent)
    # others that speak Bolt call themselves Neo4j too, and say behind it what they are
    if found is None or "compatible" in agent.lower():
        raise ServerProblem(
            f"{address} 不是 Neo4j 服务器（自称 {readable(agent)}）；需要 Neo4j {OLDEST} 或更高版本。",
            f"{address} is no Neo4j server (it calls itself {readable(agent)}); Neo4j {OLDEST} or newer is needed.",
        )
    if int(found[1]) < OLDEST:
        raise too_old(address, readable(agent))


def too_old(address: str, agent: str = "Neo4j 4") -> Problem:
    return ServerProblem(
        f"{address} 的 Neo4j 版本过旧（{agent}）；需要 Neo4j {OLDEST} 或更高版本。",
        f"the Neo4j at {address} is too old ({agent}); Neo4j {OLDEST} or newer is needed.",
    )


def system_database() -> Problem:
    return ServerProblem(
        "system 是服务器自用的数据库，不能存放图；请用 --database 另指一个，例如 neo4j。",
        "the database system belongs to the server itself and holds no graphs; name another with --database, for instance neo4j.",
    )


_BY_CODE: tuple[tuple[str, str, str], ...] = (
    (
        r"\.Schema\.ConstraintCreationFailed$",
        "数据库中别处来的 {label} 节点有两个以上用同一个 id，而图的节点 id 必须唯一；请清理这些节点，或用另一个数据库。",
        "several {label} nodes from elsewhere in this database share one id, and ids of the graph's nodes must be unique; clear them away, or take another"
        " database.",
    ),
    (
        r"\.Unauthorized$",
        "用户名或密码不对；请检查 --user 和密码。",
        "user or password is wrong; check --user and the password.",
    ),
    (
        r"\.AuthenticationRateLimit$",
        "登录失败次数过多，服务器暂时拒绝登录；请稍候几秒再试，并检查密码。",
        "too many logins failed, so the server refuses for a while; wait some seconds, check the password and try again.",
    ),
    (
        r"\.(?:CredentialsExpired|TokenExpired)$",
        "密码须先更改；请在 Neo4j Browser 中登录并更改密码后再试。",
        "the password must be changed first; log in with Neo4j Browser, change it, and try again.",
    ),
    (
        r"\.(?:DatabaseNotFound|DatabaseUnavailable)$",
        "没有可用的数据库 {name}；请检查 --database。",
        "there is no database {name}, or it is not running; check --database.",
    ),
    (
        r"\.Security\.Forbidden$",
        "该用户没有所需的权限；请换一个用户，或请管理员授权。",
        "the user lacks the right to do this; take another user, or ask for the right.",
    ),
    (
        r"\.Schema\.",
        "数据库中别处来的数据与图的唯一性约束或索引冲突（{said}）；请清理这些数据，或用另一个数据库。",
        "data from elsewhere in this database stands against the graph's constraints or indexes ({said}); clear it away, or take another database.",
    ),
    (
        r"OutOfMemory|MemoryPool",
        "服务器的内存不够写入这份方案；请调大 db.memory.transaction.max 或服务器的内存。",
        "the server lacks memory for one plan; raise db.memory.transaction.max, or the server's memory.",
    ),
    (
        r"\.(?:WriteOnReadOnlyAccessDatabase|ForbiddenOnReadOnlyDatabase|NotALeader)$",
        "数据库 {name} 只能读；请换一个可写的服务器或数据库。",
        "the database {name} can only be read; take a server or database that can be written.",
    ),
    (
        "",
        "服务器未能完成（{code}：{said}）；请稍后再试，或报告此错误。",
        "the server failed ({code}: {said}); try again, or report this.",
    ),
)

_OUT_OF_REACH = (
    "连不上服务器，或连接中断；请检查地址、端口，以及服务器是否在运行。",
    "the server cannot be reached, or the connection was lost; check the address, and whether the server runs.",
)

# By the driver's class and its words; the first that fits.
_BY_WORDS: tuple[tuple[str, str, str], ...] = (
    (
        "looks like http",
        "这是 HTTP 端口，不是 Bolt 端口；Bolt 端口通常是 7687。",
        "this is the port for HTTP, not for Bolt; Bolt usually listens on 7687.",
    ),
    (
        "ssl|certificate|encrypt|boltsecurityerror",
        "不能建立加密连接；服务器不加密时用 bolt:// 或 neo4j://；证书自签时用 +ssc；本单位自建 CA 时用环境变量 SSL_CERT_FILE 指明 CA 证书。",
        "no encrypted connection can be made; write bolt:// or neo4j:// if the server does not encrypt, +ssc if its certificate is self-signed; if an"
        " authority of your own signed it, let SSL_CERT_FILE name that authority's certificate.",
    ),
    (
        "incomplete handshake",
        "对方不是 Neo4j 5 或更高版本的服务器，或者要求加密；要求加密时用 bolt+s:// 或 neo4j+s://，否则请检查地址和端口。",
        "what answers is no Neo4j of version 5 or newer, or it encrypts; then write bolt+s:// or neo4j+s://, else check host and port.",
    ),
    (
        "unsupportedserverproduct|handshake|protocol version",
        "对方不是 Neo4j 5 或更高版本的服务器；请检查地址和端口。",
        "what answers is no Neo4j of version 5 or newer; check host and port.",
    ),
    (
        "connection refused|couldn't connect|timed out|unreachable|actively refused",
        _OUT_OF_REACH[0],
        _OUT_OF_REACH[1],
    ),
    (
        "routing",
        "得不到路由信息；单台服务器请用 bolt:// 地址。",
        "the server gives no routing information; write bolt:// for a single server.",
    ),
    (
        "incompletecommit",
        "连接在提交时中断，不知是否已写入；请重新执行，重复写入无妨。",
        "the connection was lost during the commit; run it again, to write twice does no harm.",
    ),
    (
        "cannot resolve|getaddrinfo|name or service",
        "找不到这台主机；请检查地址。",
        "there is no such host; check the address.",
    ),
    (
        "",
        _OUT_OF_REACH[0],
        _OUT_OF_REACH[1],
    ),
)


def of_server(code: str | None, message: str | None, address: str, database: str | None) -> Problem:
    """The sentence for an error that the server sent: by its code (``Neo.ClientError.Security.Unauthorized``)."""
    label = pattern(r"\(:(\w{1,40}) \{").search(message or "")
    told = {
        "code": readable(code or "-"), "said": readable((message or "-").split("\n")[0]), "name": readable(database or "neo4j"),
        "label": label[1] if label else "-",
    }  # fmt: skip
    zh, en = next((zh, en) for codes, zh, en in _BY_CODE if pattern(codes).search(code or ""))
    return ServerProblem(f"{address}：{zh.format(**told)}", f"{address}: {en.format(**told)}")


def of_driver(kind: str, message: str, address: str) -> Problem:
    """The sentence for what the driver raised: by the name of its class and its own words."""
    said = f"{kind} {message}".lower()
    zh, en = next((zh, en) for words, zh, en in _BY_WORDS if pattern(words).search(said))
    return ServerProblem(f"{address}：{zh}", f"{address}: {en}")


def after(problem: Problem, doc: str, written: int, number: int) -> Problem:
    """A problem in the middle of several plans: which one, and how many were complete by then."""
    if number < 2:
        return problem
    doc = readable(doc)
    return ServerProblem(
        f"{problem.zh}已完整写入 {written} 份方案（共 {number} 份），“{doc}”及其后的没有写入；重新执行即可。",
        f"{problem.en} {written} of {number} plans are completely written; {doc} and what follows is not: run it again.",
    )


def half_character(text: str, at: int) -> Problem:
    near = readable(text[max(0, at - 20) : at + 20])
    return ServerProblem(
        f"文字中有残缺的字符（孤立的代理码），在“{near}”处；请修正原文后重读。",
        f"half a character (a lone surrogate) near “{near}”; mend the source and read it again.",
    )


def taken(kind: str, id: str, owner: str | None) -> Problem:
    """A node of the database has the id of one of the plan's, and is not the plan's."""
    whose = f"方案“{readable(owner)}”" if owner else "别处来的数据"
    whose_en = f"the plan {readable(owner)}" if owner else "data from elsewhere"
    if kind == "Department":  # its id is its name: a plan's id changes nothing
        mend, mend_en = "请清理该节点，或用另一个数据库", "clear that node away, or take another database"
    else:
        mend, mend_en = "请用 --id 给方案另取编号，或用另一个数据库", "give the plan another id with --id, or take another database"
    id, kind = readable(id), readable(kind)
    return ServerProblem(
        f"数据库中已有 {kind} 节点“{id}”，属于{whose}；{mend}。",
        f"the database has a {kind} node {id} already, of {whose_en}; {mend_en}.",
    )


def another_plan(doc: str, older: str) -> Problem:
    """The id a plan is to have is that of a plan with another number and title."""
    doc, older = readable(doc), readable(older)
    return ServerProblem(
        f"服务器上编号为“{doc}”的是另一份方案：{older}；请用 --id 另取编号，确要以这份代替时先用 drop-plan 删除。",
        f"the plan {doc} on the server is another one: {older}; take another id with --id, or first drop-plan the one that is there.",
    )


def no_such_plan(plan: str, known: Sequence[str]) -> Problem:
    from difflib import get_close_matches

    if not plan.strip() and known:
        return ServerProblem("方案的编号是空的；请写上编号。", "the id of the plan is empty; write one.")
    if not known:
        return ServerProblem("数据库中没有方案；请先用 fengong push 写入。", "there is no plan in the database; write some with fengong push.")
    near = [readable(id) for id in (get_close_matches(plan, known, _SHOWN_IDS, 0.3) or known[:_SHOWN_IDS])]
    return ServerProblem(
        f"数据库中没有方案“{readable(plan)}”；现有 {len(known)} 份，例如 {'、'.join(near)}。",
        f"there is no plan {readable(plan)} in the database; it has {len(known)}, for instance {', '.join(near)}.",
    )
