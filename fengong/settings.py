"""``fengong.toml``: what an office sets once for its plans. Read whole or refused with one sentence; a key that is unknown is an error."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from graphmodel.finding import LEVELS, Level
from graphmodel.problems import FileProblem, Problem, readable

if TYPE_CHECKING:
    from collections.abc import Callable

NAME = "fengong.toml"
FAIL_ON = (*LEVELS, "never")
_MOST = 200_000  # bytes; a longer file is something else
_LONGEST = 80  # characters of a body's name


@dataclass(frozen=True, slots=True)
class Settings:
    """What the file says; None and empty where it says nothing. ``levels``: rule -> level; ``limits``: rule -> limit -> value;
    ``own_names``: printed form -> full name."""

    path: Path | None = None
    lang: Literal["zh", "en"] | None = None
    level: Level | None = None
    fail_on: str | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    levels: Mapping[str, Level] = field(default_factory=dict)
    limits: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    own_names: Mapping[str, str] = field(default_factory=dict)


def settings_for(files: Sequence[str], given: str | None = None) -> Settings:
    """The settings of the file ``given``, else of the nearest fengong.toml at or above the plans named (``-``: the working folder).

    Raises Problem where the plans stand under different settings, or where the file is not as it should be.
    """
    if given is not None:
        return read_settings(Path(given))
    found = dict.fromkeys(place for place in map(_above, files) if place is not None)
    if len(found) > 1:
        one, other, *_ = (readable(str(p)) for p in found)
        raise Problem(
            f"这些方案分属不同的设置文件（{one} 与 {other}）；请用 --config 指定一个，或分开运行。",
            f"these plans stand under different settings ({one} and {other}); name one with --config, or run them apart.",
        )
    return read_settings(next(iter(found))) if found else Settings()


def _above(named: str) -> Path | None:
    """The nearest settings at or above a plan or folder."""
    start = Path() if named == "-" else Path(named)
    try:
        start = start.resolve()
        folders = [start, *start.parents] if start.is_dir() else list(start.parents)
        return next((folder / NAME for folder in folders if (folder / NAME).is_file()), None)
    except (OSError, ValueError, RuntimeError):  # a name no file can have: said when it is read
        return None


def read_settings(path: Path) -> Settings:
    """The settings of one file. Raises FileProblem naming the place that is wrong and what to do."""
    import tomllib

    name = readable(str(path))
    try:
        data = path.read_bytes()
    except OSError as error:
        why = error.strerror or str(error)
        raise FileProblem(f"无法读取设置文件 {name}（{why}）；请检查路径。", f"cannot read the settings {name} ({why}); check the path.") from None
    if len(data) > _MOST:
        raise FileProblem(f"{name} 太大，不像设置文件；请检查路径。", f"{name} is too large for settings; check the path.")
    try:
        held = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise FileProblem(f"设置文件 {name} 不是 UTF-8 编码；请另存为 UTF-8。", f"the settings {name} are not UTF-8; save them as UTF-8.") from None
    except tomllib.TOMLDecodeError as error:
        what = readable(str(error))
        raise FileProblem(f"设置文件 {name} 不是正确的 TOML（{what}）；请改正该处。", f"the settings {name} are no valid TOML ({what}); mend that place.") from None
    return _Reader(name).settings(path, held)


class _Reader:
    """Takes a file's members apart and says which one is wrong."""

    def __init__(self, name: str) -> None:
        self.name = name

    def settings(self, path: Path, held: Mapping[str, Any]) -> Settings:
        keys = ("lang", "level", "fail-on", "select", "ignore", "levels", "limits", "departments")
        self.known(held, keys, "")
        return Settings(
            path=path,
            lang=self.one_of(held, "lang", ("zh", "en")),
            level=self.one_of(held, "level", LEVELS),
            fail_on=self.one_of(held, "fail-on", FAIL_ON),
            select=self.rules(held, "select"),
            ignore=self.rules(held, "ignore"),
            levels=dict(self.levels(self.table(held, "levels"))),
            limits=dict(self.limits(self.table(held, "limits"))),
            own_names=dict(self.departments(held.get("departments", []))),
        )

    def wrong(self, key: str, zh: str, en: str) -> FileProblem:
        key = readable(key)
        return FileProblem(f"设置文件 {self.name} 的 {key}：{zh}。", f"{self.name}, {key}: {en}.")

    def known(self, held: Mapping[str, Any], keys: Sequence[str], at: str) -> None:
        from queries.measure import nearest

        for key in held:
            if key not in keys:
                near = nearest(key, keys) or tuple(keys)
                raise self.wrong(f"{at}{key}", f"没有这个设置项；相近的有：{'、'.join(near)}", f"there is no such key; near: {', '.join(near)}")

    def one_of(self, held: Mapping[str, Any], key: str, values: Sequence[str]) -> Any:
        value = held.get(key)
        if value is not None and value not in values:
            raise self.wrong(key, f"应为 {'、'.join(values)} 之一", f"must be one of {', '.join(values)}")
        return value

    def table(self, held: Mapping[str, Any], key: str) -> Mapping[str, Any]:
        value = held.get(key, {})
        if not isinstance(value, dict):
            raise self.wrong(key, f"应写成 [{key}] 一节", f"must be a table, [{key}]")
        return value

    def words(self, value: Any, key: str) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
            raise self.wrong(key, '应为文字列表，如 ["…"]', 'must be a list of texts such as ["…"]')
        return tuple(v.strip() for v in value)

    def rules(self, held: Mapping[str, Any], key: str) -> tuple[str, ...] | None:
        if key not in held:
            return None
        from queries.audit import chosen

        named = self.words(held[key], key)
        self.asked(key, lambda: chosen(named))
        return named

    def asked(self, key: str, ask: Callable[[], object]) -> None:
        """Asks for rules; one that does not exist is said with its place."""
        try:
            ask()
        except Problem as problem:
            raise self.wrong(key, problem.zh.rstrip("。"), problem.en.rstrip(".")) from None

    def levels(self, held: Mapping[str, Any]) -> Iterator[tuple[str, Level]]:
        from queries.audit import find_rule

        for rule, level in held.items():
            self.asked(f"levels.{rule}", lambda rule=rule: find_rule(rule))  # type: ignore[misc]
            if level not in LEVELS:
                raise self.wrong(f"levels.{rule}", f"应为 {'、'.join(LEVELS)} 之一", f"must be one of {', '.join(LEVELS)}")
            yield find_rule(rule).code, level

    def limits(self, held: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, float]]]:
        from queries.audit import find_rule

        for rule, values in held.items():
            at = f"limits.{rule}"
            self.asked(at, lambda rule=rule: find_rule(rule))  # type: ignore[misc]
            found = find_rule(rule)
            if not isinstance(values, dict):
                raise self.wrong(at, f"应写成 [{at}] 一节", f"must be a table, [{at}]")
            if values and not found.limits:
                raise self.wrong(at, "这条规则没有可调的数值", "this rule has no figures to set")
            self.known(values, tuple(found.limits), f"{at}.")
            for key, value in values.items():
                if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value < 1e9:
                    raise self.wrong(f"{at}.{key}", "应为不小于 0 的数", "must be a number, 0 or more")
            yield found.code, {key: float(value) for key, value in values.items()}

    def departments(self, held: Any) -> Iterator[tuple[str, str]]:
        if not isinstance(held, list) or not all(isinstance(row, dict) for row in held):
            raise self.wrong("departments", "应写成若干个 [[departments]]", "must be written as [[departments]]")
        taken: dict[str, str] = {}
        for n, row in enumerate(held, 1):
            at = f"departments[{n}]"
            self.known(row, ("name", "short"), f"{at}.")
            name = row.get("name")
            if not isinstance(name, str) or not 2 <= len(name.strip()) <= _LONGEST:
                raise self.wrong(f"{at}.name", "应为单位全称", "must be the full name of a body")
            for form in (*self.words(row.get("short", []), f"{at}.short"), name.strip()):
                if not 2 <= len(form) <= _LONGEST:
                    raise self.wrong(f"{at}.short", "简称应有两个字以上", "a short form has two characters or more")
                if taken.setdefault(form, name.strip()) != name.strip():
                    raise self.wrong(f"{at}.short", f"“{form}”已用于 {taken[form]}", f"'{form}' is used for {taken[form]} already")
        yield from taken.items()
