"""fengong.toml: where it is found, what it changes, and how a wrong one is refused."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from fengong.settings import Settings, read_settings, settings_for
from graphmodel.problems import Problem

PLAN = """沅平市城市环境整治工作任务分工方案
一、重点任务
1.完成老城区雨污分流改造。（责任单位：市住建局）
2.完成城东垃圾中转站建设。
3.完成河道清淤。（牵头单位：城更办；配合单位：市水利局）
"""


def run(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8", "COLUMNS": "80"}
    code = "from fengong.cli import main; main()"
    return subprocess.run([sys.executable, "-c", code, *args], cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "plan.txt").write_text(PLAN, encoding="utf-8")
    return tmp_path


def set_to(folder: Path, text: str) -> Path:
    path = folder / "fengong.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_nothing_is_set(office: Path) -> None:
    assert settings_for([str(office / "plans" / "plan.txt")]) == Settings()


def test_the_nearest_above_the_plan_is_found(office: Path) -> None:
    far = set_to(office, 'lang = "zh"\n')
    plan = str(office / "plans" / "plan.txt")
    assert settings_for([plan]).path == far
    near = set_to(office / "plans", 'lang = "en"\n')
    assert settings_for([plan]).path == near
    assert settings_for([str(office / "plans")]).path == near
    assert settings_for([plan], str(far)).lang == "zh"


def test_plans_under_two_settings_are_refused(office: Path) -> None:
    set_to(office / "plans", "")
    (office / "b").mkdir()
    set_to(office / "b", "")
    with pytest.raises(Problem, match=r"--config"):
        settings_for([str(office / "plans" / "plan.txt"), str(office / "b" / "x.txt")])


def test_everything_that_can_be_said(tmp_path: Path) -> None:
    said = read_settings(set_to(tmp_path, """
lang = "en"
level = "review"
fail-on = "never"
select = ["OWN", "count-mismatch"]
ignore = ["OWN104"]
[levels]
no-owner = "warning"
[[departments]]
name = "沅平市城市更新办公室"
short = ["城更办", "市城更办"]
"""))  # fmt: skip
    assert (said.lang, said.level, said.fail_on, said.select, said.ignore) == ("en", "review", "never", ("OWN", "count-mismatch"), ("OWN104",))
    assert said.levels == {"OWN101": "warning"}
    assert said.own_names == dict.fromkeys(("城更办", "市城更办", "沅平市城市更新办公室"), "沅平市城市更新办公室")


@pytest.mark.parametrize(("text", "told"), [
    ("lagn = 'zh'", "lang"),
    ("lang = 'fr'", "zh"),
    ("level = 3", "error"),
    ("fail-on = 'sometimes'", "never"),
    ("select = 'OWN'", '["'),
    ("select = ['no-onwer']", "no-owner"),
    ("ignore = ['']", '["'),
    ("levels = 1", "[levels]"),
    ("[levels]\nno-owner = 'fatal'", "levels.no-owner"),
    ("[levels]\nno-onwer = 'error'", "no-owner"),
    ("[limits]\nno-onwer = {}", "no-owner"),
    ("[limits]\nno-owner = 3", "[limits.no-owner]"),
    ("[limits.no-owner]\ntimes = 3", "no figures"),
    ("departments = 3", "[[departments]]"),
    ("[[departments]]\nshort = ['甲办']", "departments[1].name"),
    ("[[departments]]\nname = '沅平市城更办'\nshrot = ['甲办']", "short"),
    ("[[departments]]\nname = '沅平市城更办'\nshort = ['办']", "two characters"),
    ("[[departments]]\nname = '甲市甲办'\nshort = ['甲办']\n[[departments]]\nname = '甲市乙办'\nshort = ['甲办']", "already"),
    ("lang = ", "TOML"),
])  # fmt: skip
def test_what_is_wrong_is_said(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(Problem) as error:
        read_settings(set_to(tmp_path, text))
    assert told in error.value.en and "fengong.toml" in error.value.en and "fengong.toml" in error.value.zh


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "fengong.toml"
    path.write_bytes("lang = '中'".encode("gbk"))
    with pytest.raises(Problem, match="UTF-8"):
        read_settings(path)
    path.write_bytes(b"#" * 300_000)
    with pytest.raises(Problem, match="太大"):
        read_settings(path)
    with pytest.raises(Problem, match="cannot read|无法读取"):
        read_settings(tmp_path / "none.toml")


def test_they_hold_for_an_audit(office: Path) -> None:
    set_to(office, 'lang = "zh"\nlevel = "review"\nfail-on = "error"\nignore = ["TXT"]\n[levels]\nno-owner = "review"\n')
    ran = run(office, "audit", "plans/plan.txt", "--select", "no-owner")
    assert ran.returncode == 0 and "复核 OWN101" in ran.stdout and "设置取自" in ran.stdout
    assert run(office, "audit", "plans/plan.txt", "--select", "no-owner", "--fail-on", "review").returncode == 1
    assert "review OWN101" in run(office, "audit", "plans/plan.txt", "--select", "no-owner", "--lang", "en").stdout
    assert "TXT" not in run(office, "audit", "plans/plan.txt", "--format", "json").stdout


def test_an_audit_under_a_wrong_file_reads_nothing(office: Path) -> None:
    set_to(office, "lagn = 'zh'\n")
    ran = run(office, "audit", "plans/plan.txt")
    assert (ran.returncode, ran.stdout) == (2, "") and "lang" in ran.stderr


def test_an_office_names_its_own_bodies(office: Path) -> None:
    def bodies() -> dict[str, bool]:
        graph = json.loads(run(office, "graph", "plans/plan.txt").stdout)
        return {n["name"]: n["recognised"] for n in graph["nodes"] if n["kind"] == "department"}

    assert "沅平市城市更新服务中心" not in bodies()
    set_to(office, '[[departments]]\nname = "沅平市城市更新服务中心"\nshort = ["城更办"]\n')
    assert bodies()["沅平市城市更新服务中心"] is True


def test_many_plans_know_them_too(office: Path) -> None:
    for n in range(6):
        (office / "plans" / f"{n}.txt").write_text(PLAN.replace("沅平市城市环境", f"沅平市第{n}次城市环境"), encoding="utf-8")
    (office / "plans" / "plan.txt").unlink()
    set_to(office, '[[departments]]\nname = "沅平市城市更新服务中心"\nshort = ["城更办"]\n')
    graph = json.loads(run(office, "graph", "plans").stdout)
    assert sum(n["kind"] == "document" for n in graph["nodes"]) == 6
    assert [n["name"] for n in graph["nodes"] if "城更办" in (n.get("printed") or [])] == ["沅平市城市更新服务中心"]
