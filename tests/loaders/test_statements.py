"""Statements of duty in a text: where each stands, which family reads it, and what it says.

Notation, one row per statement: its words, then what it says: ``answer label 责任单位: A B`` (part, basis, label, units, ``→ work``), ``binds`` for what
a blanket clause adds from here on, ``first leads``, ``and from here on``, ``due``, ``person``, ``note`` with the words they stand in.
"""

from __future__ import annotations

import pytest

from loaders.statement import Said, Statement, brackets, families, statements


def part(s: Said) -> str:
    names = " ".join(n.printed + ("" if n.full == n.printed else f"={n.full}") + ("…" if n.tail else "") for n in s.units)
    return " ".join(w for w in (s.part, s.basis, s.label or "") if w) + f": {names}" + (f" → {s.work}" if s.work else "")


def row(text: str, s: Statement) -> list[str]:
    out = [text[s.start : s.end], *map(part, s.said), *(f"binds {part(x)}" for x in s.inherited)]
    out += ["first leads"] * s.positional + ["and from here on"] * s.ditto
    if s.deadline:
        out.append(f"due {text[slice(*s.deadline)]}")
    out += [f"person {label} {text[a:b]}" for a, b, label in s.overseers]
    return out + [f"note {label} {text[a:b]}" for a, b, label in s.notes]


def rows(text: str) -> list[list[str]]:
    return [row(text, s) for s in statements(text)]


W = "推进工作。"

BARE: dict[str, list[list[str]]] = {
    "推进工作。(市教育局)": [["(市教育局)", "answer verb: 市教育局"]],
    "推进工作。(市教育局)。": [["(市教育局)", "answer verb: 市教育局"]],
    "推进工作。(市教育局);动态管理。": [["(市教育局)", "answer verb: 市教育局"]],
    "推进工作(市教育局)": [["(市教育局)", "answer verb: 市教育局"]],
    "推进工作(市教育局)。": [["(市教育局)", "answer verb: 市教育局"]],
    "推进工作〔市教育局〕。": [["〔市教育局〕", "answer verb: 市教育局"]],
    "推进工作【市教育局】 ": [["【市教育局】", "answer verb: 市教育局"]],
    "推进工作(市教育局、市财政局)。完成工作": [["(市教育局、市财政局)", "answer verb: 市教育局 市财政局"]],
    "推进工作(各县(市、区)政府、市财政局等部门)。": [["(各县(市、区)政府、市财政局等部门)", "answer verb: 各县(市、区)政府 市财政局 部门…"]],
    "(一)推进工作(市教育局、市财政局)。(二)完成工作(市公安局)": [
        ["(市教育局、市财政局)", "answer verb: 市教育局 市财政局"],
        ["(市公安局)", "answer verb: 市公安局"],
    ],
    "推进工作(市财政局、市教育局,下同)。": [["(市财政局、市教育局,下同)", "answer verb: 市财政局 市教育局"]],
    "推进工作(市教育局、市财政局〔列第一位的为牵头单位,下同〕)": [
        ["(市教育局、市财政局〔列第一位的为牵头单位,下同〕)", "answer verb: 市教育局 市财政局", "first leads", "and from here on"]
    ],
    "推进工作(市财政局,列第一位的为牵头单位)。完成工作": [["(市财政局,列第一位的为牵头单位)", "answer verb: 市财政局", "first leads"]],
    "推进工作(试行)。(市教育局)": [["(市教育局)", "answer verb: 市教育局"]],
    "推进工作(城区)。整治市场(市教育局)。": [["(市教育局)", "answer verb: 市教育局"]],
}
VERBS: dict[str, list[list[str]]] = {
    "推进工作。(市教育局负责)": [["(市教育局负责)", "answer verb 负责: 市教育局"]],
    "推进工作(市教育局牵头,市财政局配合),完成工作": [["(市教育局牵头,市财政局配合)", "lead verb 牵头: 市教育局", "help verb 配合: 市财政局"]],
    "推进工作。(市教育局负责规划,市财政局组织实施)": [["(市教育局负责规划,市财政局组织实施)", "answer verb 负责: 市教育局 → 规划", "answer verb 实施: 市财政局"]],
    "推进工作。(市教育局牵头,市财政局按职责分工负责,2021年6月底完成)": [
        ["(市教育局牵头,市财政局按职责分工负责,2021年6月底完成)", "lead verb 牵头: 市教育局", "answer verb 负责: 市财政局", "due 2021年6月底完成"]
    ],
    "推进工作(市教育局牵头,加强管理)。": [["(市教育局牵头,加强管理)", "lead verb 牵头: 市教育局"]],
    "推进工作。(市教育局负责,下同)": [["(市教育局负责,下同)", "answer verb 负责: 市教育局"]],
    "推进工作。(市教育局、市财政局负责,排在第一位的部门为牵头部门)": [
        ["(市教育局、市财政局负责,排在第一位的部门为牵头部门)", "answer verb 负责: 市教育局 市财政局", "first leads"]
    ],
    "推进工作。(市教育局、市财政局负责,列第一位的为牵头单位,下同)": [
        ["(市教育局、市财政局负责,列第一位的为牵头单位,下同)", "answer verb 负责: 市教育局 市财政局", "first leads", "and from here on"]
    ],
    "推进工作。(市教育局负责,以下各项均需市财政局配合,不再列出)": [
        ["(市教育局负责,以下各项均需市财政局配合,不再列出)", "answer verb 负责: 市教育局", "binds help inherited 配合: 市财政局"]
    ],
    "推进工作(以下均需市财政局落实,不再列出)。": [["(以下均需市财政局落实,不再列出)", "binds answer inherited 落实: 市财政局"]],
    "推进工作(列第一位的为牵头单位,下同。以下均需市财政局落实,不再列出)。": [
        ["(列第一位的为牵头单位,下同。以下均需市财政局落实,不再列出)", "binds answer inherited 落实: 市财政局", "first leads", "and from here on"]
    ],
    "推进工作(市教育局牵头)完成工作(市财政局负责)。": [["(市教育局牵头)", "lead verb 牵头: 市教育局"], ["(市财政局负责)", "answer verb 负责: 市财政局"]],
}
CLOSING: dict[str, list[list[str]]] = {
    "推进工作。市教育局牵头,市财政局按职责分工负责。": [["市教育局牵头,市财政局按职责分工负责。", "lead verb 牵头: 市教育局", "answer verb 负责: 市财政局"]],
    "推进工作。由市教育局负责。": [["由市教育局负责。", "answer verb 负责: 市教育局"]],
    "推进工作;市教育局牵头,市财政局配合。": [["市教育局牵头,市财政局配合。", "lead verb 牵头: 市教育局", "help verb 配合: 市财政局"]],
    "推进工作!市教育局牵头": [["市教育局牵头", "lead verb 牵头: 市教育局"]],
    "推进工作?市教育局牵头; ": [["市教育局牵头; ", "lead verb 牵头: 市教育局"]],
    "推进工作。市教育局负责,2021年底前完成。": [["市教育局负责,2021年底前完成。", "answer verb 负责: 市教育局", "due 2021年底前完成"]],
    "推进工作。市教育局、市财政局负责,列第一位的为牵头单位,下同。": [
        ["市教育局、市财政局负责,列第一位的为牵头单位,下同。", "answer verb 负责: 市教育局 市财政局", "first leads", "and from here on"]
    ],
    "推进工作。市教育局负责,以下均需市财政局落实,不再列出。": [
        ["市教育局负责,以下均需市财政局落实,不再列出。", "answer verb 负责: 市教育局", "binds answer inherited 落实: 市财政局"]
    ],
    W * 60 + "市教育局负责。": [["市教育局负责。", "answer verb 负责: 市教育局"]],
    W * 790 + "市教育局负责。": [["市教育局负责。", "answer verb 负责: 市教育局"]],
}
LABELLED: dict[str, list[list[str]]] = {
    # in brackets
    "推进工作。(责任单位:市教育局)": [["(责任单位:市教育局)", "answer label 责任单位: 市教育局"]],
    "推进工作。(牵头单位:市教育局;责任单位:市财政局、市公安局)": [
        ["(牵头单位:市教育局;责任单位:市财政局、市公安局)", "lead label 牵头单位: 市教育局", "answer label 责任单位: 市财政局 市公安局"]
    ],
    "推进工作(牵头单位:市教育局)(责任单位:市财政局)": [
        ["(牵头单位:市教育局)", "lead label 牵头单位: 市教育局"],
        ["(责任单位:市财政局)", "answer label 责任单位: 市财政局"],
    ],
    "推进工作(牵头单位:市教育局)完成工作。(责任单位:市财政局)": [
        ["(牵头单位:市教育局)", "lead label 牵头单位: 市教育局"],
        ["(责任单位:市财政局)", "answer label 责任单位: 市财政局"],
    ],
    "推进工作。(责任单位:市教育局": [["(责任单位:市教育局", "answer label 责任单位: 市教育局"]],
    "推进工作(重点任务,牵头单位:市教育局)。": [["(重点任务,牵头单位:市教育局)", "lead label 牵头单位: 市教育局"]],
    "推进工作(责任单位:市教育局)。配合单位:市财政局": [
        ["(责任单位:市教育局)", "answer label 责任单位: 市教育局"],
        ["配合单位:市财政局", "help label 配合单位: 市财政局"],
    ],
    "推进工作。(责任单位:市教育局,完成时限:2021年6月底前)": [["(责任单位:市教育局,完成时限:2021年6月底前)", "answer label 责任单位: 市教育局", "due 2021年6月底前"]],
    "推进工作。(完成时限:2021年6月底前 责任单位:市教育局)": [
        ["(完成时限:2021年6月底前 责任单位:市教育局)", "answer label 责任单位: 市教育局", "due 2021年6月底前 "]
    ],
    "推进工作。(牵头领导:李建;责任单位:市教育局)": [["(牵头领导:李建;责任单位:市教育局)", "answer label 责任单位: 市教育局", "person 牵头领导 李建;"]],
    "推进工作(牵头领导:李四;牵头责任人:市教育局;责任人:市财政局)": [
        ["(牵头领导:李四;牵头责任人:市教育局;责任人:市财政局)", "lead label 牵头责任人: 市教育局", "answer label 责任人: 市财政局", "person 牵头领导 李四;"]
    ],
    "推进工作。(工作目标:年内完成;责任单位:市教育局)": [["(工作目标:年内完成;责任单位:市教育局)", "answer label 责任单位: 市教育局", "note 工作目标 年内完成;"]],
    "推进工作。(责任分工:市教育局牵头,市财政局配合)": [["(责任分工:市教育局牵头,市财政局配合)", "lead verb 牵头: 市教育局", "help verb 配合: 市财政局"]],
    "推进工作。(责任单位:市教育局、市财政局。列第一位的为牵头单位,下同)": [
        ["(责任单位:市教育局、市财政局。列第一位的为牵头单位,下同)", "answer label 责任单位: 市教育局 市财政局", "first leads", "and from here on"]
    ],
    "推进工作。(责任单位:市教育局,以下各项工作均需各县(市、区)政府推进,不再单独列出)": [
        ["(责任单位:市教育局,以下各项工作均需各县(市、区)政府推进,不再单独列出)", "answer label 责任单位: 市教育局", "binds answer inherited 推进: 各县(市、区)政府"]
    ],
    # outside
    "责任单位:市教育局": [["责任单位:市教育局", "answer label 责任单位: 市教育局"]],
    "推进工作。责任单位:市教育局。动态管理。": [["责任单位:市教育局", "answer label 责任单位: 市教育局"]],
    "推进工作。配合单位:市教育局!下一步": [["配合单位:市教育局", "help label 配合单位: 市教育局"]],
    "推进工作。配合单位:市教育局?下一步": [["配合单位:市教育局", "help label 配合单位: 市教育局"]],
    "推进工作。牵头单位:市教育局;责任单位:市财政局。": [["牵头单位:市教育局;责任单位:市财政局", "lead label 牵头单位: 市教育局", "answer label 责任单位: 市财政局"]],
    "牵头单位:市教育局。配合单位:市财政局。": [["牵头单位:市教育局", "lead label 牵头单位: 市教育局"], ["配合单位:市财政局", "help label 配合单位: 市财政局"]],
    "(一)责任单位:市教育局。(二)配合单位:市财政局。": [
        ["责任单位:市教育局", "answer label 责任单位: 市教育局"],
        ["配合单位:市财政局", "help label 配合单位: 市财政局"],
    ],
    "责任单位为市教育局,市财政局。": [["责任单位为市教育局,市财政局", "answer label 责任单位: 市教育局 市财政局"]],
    "市级牵头责任单位:市教育局、市财政局": [["市级牵头责任单位:市教育局、市财政局", "lead label 市级牵头责任单位: 市教育局 市财政局"]],
    "责任单位是市教育局,市财政局。": [["责任单位是市教育局,市财政局", "answer label 责任单位: 市教育局 市财政局"]],
    "推进工作(责任分工:市教育局、市财政局;完成时限:2021年底)。": [
        ["(责任分工:市教育局、市财政局;完成时限:2021年底)", "answer label 责任分工: 市教育局 市财政局", "due 2021年底"]
    ],
    "责任单位:市教育局,工作目标:年内完成。": [["责任单位:市教育局,", "answer label 责任单位: 市教育局"]],
    # verbs before the first label of a bracket say their part too
    "推进工作(市教育局牵头,市财政局配合,责任单位:市公安局)。": [
        ["(市教育局牵头,市财政局配合,责任单位:市公安局)", "lead verb 牵头: 市教育局", "help verb 配合: 市财政局", "answer label 责任单位: 市公安局"]
    ],
    "推进工作(由市教育局、市财政局、市民政局、市司法局、市交通局、市水利局牵头,6月底前完成,责任单位:市体育局)。": [
        [
            "(由市教育局、市财政局、市民政局、市司法局、市交通局、市水利局牵头,6月底前完成,责任单位:市体育局)",
            "lead verb 牵头: 市教育局 市财政局 市民政局 市司法局 市交通局 市水利局",
            "answer label 责任单位: 市体育局",
            "due 6月底前完成",
        ]
    ],
    "监管单位:市教育局;监管责任单位:市财政局": [["监管单位:市教育局;监管责任单位:市财政局", "watch label 监管单位: 市教育局", "watch label 监管责任单位: 市财政局"]],
    "时限要求:2021年6月底": [["时限要求:2021年6月底", "due 2021年6月底"]],
    "责任领导:张三": [["责任领导:张三", "person 责任领导 张三"]],
    # a name widened by a blank, names and titles divided by one
    "责任领导:郑 海": [["责任领导:郑 海", "person 责任领导 郑 海"]],
    "责任领导:周启明 副市长、何 沛": [["责任领导:周启明 副市长、何 沛", "person 责任领导 周启明 副市长、何 沛"]],
    "责任领导:欧阳 建国 责任单位:市教育局": [["责任领导:欧阳 建国", "person 责任领导 欧阳 建国"], ["责任单位:市教育局", "answer label 责任单位: 市教育局"]],
    "责任领导:周启明 统筹安排": [["责任领导:周启明", "person 责任领导 周启明"]],
    "责任领导:全体班子成员": [["责任领导:全体班子成员", "person 责任领导 全体班子成员"]],
    "主责部门:教务处,配责部门:学工处": [["主责部门:教务处,配责部门:学工处", "lead label 主责部门: 教务处", "help label 配责部门: 学工处"]],
    "(组长:县委常委、常务副县长 郑海;牵头单位:县行政审批局)": [
        ["(组长:县委常委、常务副县长 郑海;牵头单位:县行政审批局)", "lead label 牵头单位: 县行政审批局", "person 组长 县委常委、常务副县长 郑海"]
    ],
    # whom to call is in charge of nothing
    "(责任单位:市教育局;联系人:张三)": [["(责任单位:市教育局;联系人:张三)", "answer label 责任单位: 市教育局", "note 联系人 张三"]],
    # the label says the part where the verb only says that they answer
    "牵头单位:市教育局、市财政局按职责分工负责": [["牵头单位:市教育局、市财政局按职责分工负责", "lead label 牵头单位: 市教育局 市财政局"]],
    "配合单位:市教育局、市财政局按各自职责分别负责": [["配合单位:市教育局、市财政局按各自职责分别负责", "help label 配合单位: 市教育局 市财政局"]],
    "牵头单位:市教育局牵头,市财政局负责": [["牵头单位:市教育局牵头,市财政局负责", "lead verb 牵头: 市教育局", "answer verb 负责: 市财政局"]],
    # a schedule has sentences, a time limit has not
    "进度安排:3月底前选址。6月底前开工。": [["进度安排:3月底前选址。6月底前开工。", "due 3月底前选址。6月底前开工。"]],
    "完成时限:6月底。推进工作": [["完成时限:6月底", "due 6月底"]],
    "推进工作。责任单位:、完成时限:2021年底": [["责任单位:、完成时限:2021年底", "due 2021年底"]],
    "推进工作。工作目标:年内完成。责任单位:市教育局。": [["责任单位:市教育局", "answer label 责任单位: 市教育局"]],
    "推进工作。备注:责任单位:市教育局": [["责任单位:市教育局", "answer label 责任单位: 市教育局"]],
    "推进工作。配合单位:市教育局,完成时限:2021年底。": [["配合单位:市教育局,完成时限:2021年底", "help label 配合单位: 市教育局", "due 2021年底"]],
    "责任单位:东、西片区管理局": [["责任单位:东、西片区管理局", "answer label 责任单位: 东=东片区管理局 西片区管理局"]],
    # where a value outside brackets ends: blanks between names go on, others end it; a full stop in brackets does not
    "配合单位:市教育局 市财政局 市公安局": [["配合单位:市教育局 市财政局 市公安局", "help label 配合单位: 市教育局 市财政局 市公安局"]],
    "责任单位:市教育局 推进工作 加强": [["责任单位:市教育局", "answer label 责任单位: 市教育局"]],
    "责任单位:市教育局(市语委办。市考试院)、市财政局。": [
        ["责任单位:市教育局(市语委办。市考试院)、市财政局", "answer label 责任单位: 市教育局(市语委办。市考试院) 市财政局"]
    ],
    "责任单位:市教育局(含(直属)学校)、市财政局。加强管理。": [
        ["责任单位:市教育局(含(直属)学校)、市财政局", "answer label 责任单位: 市教育局(含(直属)学校) 市财政局"]
    ],
    "责任单位:市教育局〔含直属学校。小学〕、市财政局。加强管理。": [
        ["责任单位:市教育局〔含直属学校。小学〕、市财政局", "answer label 责任单位: 市教育局〔含直属学校。小学〕 市财政局"]
    ],
    "责任单位:市教育局(市语委办。 市财政局。加强管理。": [["责任单位:市教育局(市语委办", "answer label 责任单位: 市教育局(市语委办"]],
    "配合单位:市教育局(市语委办) 市财政局。下一步工作": [["配合单位:市教育局(市语委办) 市财政局", "help label 配合单位: 市教育局(市语委办) 市财政局"]],
    "责任单位:市教育局 完成时限:2021年6月底前": [["责任单位:市教育局", "answer label 责任单位: 市教育局"], ["完成时限:2021年6月底前", "due 2021年6月底前"]],
    "责任领导:李四 责任单位:市教育局": [["责任领导:李四", "person 责任领导 李四"], ["责任单位:市教育局", "answer label 责任单位: 市教育局"]],
    "责任单位:市教育局 市财政局牵头 以下均需各县区落实,不再列出": [
        ["责任单位:市教育局 市财政局牵头", "lead verb 牵头: 市教育局 市财政局", "binds answer inherited 落实: 各县区"]
    ],
    "责任单位:市教育局 市财政局配合 加强管理": [["责任单位:市教育局 市财政局配合", "help verb 配合: 市教育局 市财政局"]],
    "责任单位:市财政局,以下均需各县区政府落实,不再列出。": [
        ["责任单位:市财政局,以下均需各县区政府落实,不再列出。", "answer label 责任单位: 市财政局", "binds answer inherited 落实: 各县区政府"]
    ],
    "牵头单位:市教育局、市财政局(列第一位的为牵头单位,下同)": [
        ["牵头单位:市教育局、市财政局(列第一位的为牵头单位,下同)", "lead label 牵头单位: 市教育局 市财政局", "first leads", "and from here on"]
    ],
    # verbs and marks in a label's value
    "(责任单位:市教育局牵头,市财政局等参与)": [["(责任单位:市教育局牵头,市财政局等参与)", "lead verb 牵头: 市教育局", "help verb 参与: 市财政局"]],
    "推进工作。(责任单位:市教育局、市财政局,市公安局配合)": [
        ["(责任单位:市教育局、市财政局,市公安局配合)", "answer label 责任单位: 市教育局 市财政局", "help verb 配合: 市公安局"]
    ],
    "责任单位:市教育局,市财政局配合,6月底完成。": [
        ["责任单位:市教育局,市财政局配合,6月底完成", "answer label 责任单位: 市教育局", "help verb 配合: 市财政局", "due 6月底完成"]
    ],
    "责任单位:市教育局牵头,2021年底完成。": [["责任单位:市教育局牵头,2021年底完成", "lead verb 牵头: 市教育局", "due 2021年底完成"]],
    "推进工作(责任单位:市教育局牵头,2022年底完成;完成时限:2021年底)": [
        ["(责任单位:市教育局牵头,2022年底完成;完成时限:2021年底)", "lead verb 牵头: 市教育局", "due 2021年底"]
    ],
    "推进工作(完成时限:2021年底;配合单位:市教育局负责)": [["(完成时限:2021年底;配合单位:市教育局负责)", "answer verb 负责: 市教育局", "due 2021年底;"]],
    "责任单位:市教育局按职责分工负责,市财政局配合": [["责任单位:市教育局按职责分工负责,市财政局配合", "answer verb 负责: 市教育局", "help verb 配合: 市财政局"]],
    "配合单位:市教育局实施。": [["配合单位:市教育局实施", "answer verb 实施: 市教育局"]],
    "配合单位:市推进办公室。": [["配合单位:市推进办公室", "help label 配合单位: 市推进办公室"]],
    "责任单位:市教育局监管": [["责任单位:市教育局监管", "watch verb 监管: 市教育局"]],
    "责任单位:市教育局承担,市财政局承办": [["责任单位:市教育局承担,市财政局承办", "answer verb 承担: 市教育局", "answer verb 承办: 市财政局"]],
    "推进工作。(责任单位:市教育局(牵头)、市财政局、市公安局(配合))": [
        ["(责任单位:市教育局(牵头)、市财政局、市公安局(配合))", "lead label 牵头: 市教育局", "help label 配合: 市公安局", "answer label 责任单位: 市财政局"]
    ],
    "责任单位:市教育局(总牵头)、市财政局(协助)": [["责任单位:市教育局(总牵头)、市财政局(协助)", "lead label 总牵头: 市教育局", "help label 协助: 市财政局"]],
    "责任分工:市教育局牵头,市财政局配合,2021年底完成。": [
        ["责任分工:市教育局牵头,市财政局配合,2021年底完成", "lead verb 牵头: 市教育局", "help verb 配合: 市财政局", "due 2021年底完成"]
    ],
    "推进工作(完成时限:2021年底;责任分工:市教育局牵头)": [["(完成时限:2021年底;责任分工:市教育局牵头)", "lead verb 牵头: 市教育局", "due 2021年底;"]],
    "任务分工:市教育局、市财政局": [["任务分工:市教育局、市财政局", "answer label 任务分工: 市教育局 市财政局"]],
}

NOTHING = (
    "", "推进工作。", "推进工作(加强管理)。", "(市教育局)推进工作。", "市教育局(市语委办)推进工作。", "推进工作(市教育局),动态管理。", "推进工作(市财政局)。完成工作", "市财政局(市国资委)",
    "完成审批,市财政局(市国资委)", "推进工作(市财政局、市教育局)完成工作。", "推进工作(市财政局、市教育局。", "推进工作(市教育局牵头,加强管理,形成合力,做好工作)。", "推进工作。市教育局负责编制规划。",
    "推进工作。市教育局负责,加强协调。", "推进工作,市教育局牵头,市财政局配合。", W * 810 + "市教育局负责。", "备注:无", "工作目标:年内完成", "推进工作。责任分工:加强管理。", "推进工作。责任单位:。", "各单位报送进展(联系人:张三,电话:5551234)。",
    "本单位:市教育局", "各责任单位:市教育局", "推进工作(各相关责任单位:市教育局)。", "推进工作(这是一段很长的说明文字超过了三十个字的长度限制所以不会被当成标签的前导,牵头单位:市教育局)。",
)  # fmt: skip

# by when in the bracket of the names, or in one of its own right behind it
DUE: dict[str, list[list[str]]] = {
    "推进工作。(市教育局;立行立改)": [["(市教育局;立行立改)", "answer verb: 市教育局", "due 立行立改"]],
    "推进工作。(市教育局、安全科;每月)": [["(市教育局、安全科;每月)", "answer verb: 市教育局 安全科", "due 每月"]],
    "推进工作。(市教育局、市财政局;完成时限:2024年6月)": [["(市教育局、市财政局;完成时限:2024年6月)", "answer verb: 市教育局 市财政局", "due 2024年6月"]],
    "推进工作。(市教育局,时限2024年6月底前)": [["(市教育局,时限2024年6月底前)", "answer verb: 市教育局", "due 2024年6月底前"]],
    "推进工作。(市教育局;责任人:张三)": [["(市教育局;责任人:张三)", "answer verb: 市教育局", "person 责任人 张三"]],
    "推进工作。(市教育局牵头,市财政局配合;立行立改)": [
        ["(市教育局牵头,市财政局配合;立行立改)", "lead verb 牵头: 市教育局", "help verb 配合: 市财政局", "due 立行立改"]
    ],
    "推进工作。(市教育局牵头)【持续推进】": [["(市教育局牵头)", "lead verb 牵头: 市教育局"], ["【持续推进】", "due 持续推进"]],
    "推进工作。(市教育局)(2024年12月底前完成)": [["(市教育局)", "answer verb: 市教育局"], ["(2024年12月底前完成)", "due 2024年12月底前完成"]],
    "推进工作。(责任单位:市教育局) 【每年6月底前】。": [["(责任单位:市教育局)", "answer label 责任单位: 市教育局"], ["【每年6月底前】", "due 每年6月底前"]],
    # ... which is work, or stands behind something else
    "推进工作。(市教育局负责)(以上各项要抓紧)": [["(市教育局负责)", "answer verb 负责: 市教育局"]],
    "推进工作。(市教育局负责)加强管理(2024年底前完成)": [["(市教育局负责)", "answer verb 负责: 市教育局"]],
    "建设学校(含幼儿园)(2024年底前完成),加强管理。": [],
    "推进工作(2024年底前完成)。": [],
    "(完成时限:2024年6月)": [["(完成时限:2024年6月)", "due 2024年6月"]],
}

SAID = {**BARE, **VERBS, **CLOSING, **LABELLED}


@pytest.mark.parametrize(("text", "want"), SAID.items(), ids=[k[:40] + k[-10:] * (len(k) > 50) for k in SAID])
def test_what_a_statement_says(text: str, want: list[list[str]]) -> None:
    assert rows(text) == want


@pytest.mark.parametrize(("text", "want"), DUE.items(), ids=DUE.keys())
def test_by_when_a_statement_says(text: str, want: list[list[str]]) -> None:
    assert rows(text) == want


@pytest.mark.parametrize("text", NOTHING, ids=[k[:40] + k[-10:] * (len(k) > 50) for k in NOTHING])
def test_what_is_no_statement(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize("text", list(LABELLED) + list(VERBS), ids=list(LABELLED) + list(VERBS))
def test_a_statement_reads_the_same_behind_other_work(text: str) -> None:
    before = "开展检查(试点)。加强保障;"
    assert rows(before + text) == rows(text)


@pytest.mark.parametrize("text", list(SAID), ids=[k[:40] + k[-10:] * (len(k) > 50) for k in SAID])
def test_names_stand_where_the_statement_says(text: str) -> None:
    for s in statements(text):
        assert 0 <= s.start < s.end <= len(text)
        for said in (*s.said, *s.inherited):
            assert said.units
            for n in said.units:
                assert 0 <= n.start < n.end <= len(text)
                assert said.basis == "inherited" or s.start <= n.start < n.end <= s.end
                assert text[n.start : n.end].replace(" ", "").removesuffix("等") == n.printed


@pytest.mark.parametrize(
    ("name", "table"), [("bare", BARE), ("verbs", VERBS), ("closing", CLOSING), ("labelled", LABELLED)], ids=["bare", "verbs", "closing", "labelled"]
)
def test_each_family_reads_its_own(name: str, table: dict[str, list[list[str]]]) -> None:
    (mine,) = (f for f in families() if f.name == name)
    for text in table:
        assert list(mine.find(text, brackets(text))), text


def test_families_in_their_order() -> None:
    assert [f.name for f in families()] == ["ditto", "labelled", "verbs", "bare", "dated", "closing", "ranked", "blanket"]


def test_statements_do_not_overlap() -> None:
    text = "推进工作(责任单位:市教育局牵头,市财政局配合)。加强管理(市公安局)。市司法局负责。"
    found = statements(text)
    assert [text[s.start : s.end] for s in found] == ["(责任单位:市教育局牵头,市财政局配合)", "市司法局负责。"]
    assert all(a.end <= b.start for a, b in zip(found, found[1:]))


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("a(b)c", [("(b)", False)]),
        ("a(b〔c〕d)e(f)", [("(b〔c〕d)", False), ("(f)", False)]),
        ("a〔b)c", [("〔b)", False)]),
        ("a)b(c)", [("(c)", False)]),
        ("a(b", []),
        ("推进(责任单位:甲", [("(责任单位:甲", True)]),
        ("推进(试点(牵头单位:甲", [("(牵头单位:甲", True)]),
        ("a(b(c)d", [("(c)", False)]),
        ("推进(试点(甲)和(乙)(责任单位:甲", [("(甲)", False), ("(乙)", False), ("(责任单位:甲", True)]),
        ("", []),
    ],
)
def test_outermost_brackets(text: str, want: list[tuple[str, bool]]) -> None:
    found = brackets(text)
    assert [(text[b.start : b.end], b.open) for b in found] == want
    assert all(b.inner == (b.start + 1, b.end if b.open else b.end - 1) for b in found)
