"""What seven of the rules say, word for word: singular and plural, in both languages."""

from __future__ import annotations

import importlib

import pytest

from graphmodel.graph import AccountabilityGraph
from loaders.load import load
from loaders.open import source_of_bytes
from queries.audit import audit

# (code, module of rule_cases, which of its SPEAKS, message zh, en, remedy zh, en, tasks, departments)
SAID = [
    (
        'DUP203',
        'overlapping_task',
        0,
        '2 项任务的工作相近而责任单位不同：第3行 沅平市住房和城乡建设局“研究制定拆房废弃物回收利用方案”；第4行 沅平市供销合作社“提高废弃物回收利用水平”。没有写明如何分界，容易各做一套。',
        '2 tasks are similar work under different owners: line 3 沅平市住房和城乡建设局 “研究制定拆房废弃物回收利用方案”; line 4 沅平市供销合作社 “提高废弃物回收利用水平”. Where one ends and the other begins is not said, and each may go its own way.',
        '请核对是否为同一项工作：是的，请并为一项，定一个牵头单位（如沅平市住房和城乡建设局）；不是的，请写明沅平市住房和城乡建设局、沅平市供销合作社各自的范围。',
        'Please check: if it is one work, make it one task under one lead (沅平市住房和城乡建设局, say); if not, write the scope of each (沅平市住房和城乡建设局、沅平市供销合作社).',
        ['1', '2'],
        ['沅平市住房和城乡建设局', '沅平市供销合作社'],
    ),
    (
        'LOD402',
        'bottleneck',
        1,
        '沅平市商务局、沅平市水利局的共同任务是两部分单位之间唯一的联系：一边是沅平市水利局、沅平市农业农村局、沅平市林业局、沅平市财政局，另一边有 5 个单位。两边的协调都要经过这个环节；这只说明结构，不说明工作量。',
        'The common work of 沅平市商务局、沅平市水利局 is the only link between 沅平市水利局、沅平市农业农村局、沅平市林业局、沅平市财政局 and 5 other units. All that passes between them passes through this link; this tells of the structure, not of the load.',
        '请考虑让两边的单位直接承担一项共同任务，或写明沅平市商务局、沅平市水利局如何召集会商、通报情况。',
        'Please consider a task that both parts hold together, or write how 沅平市商务局、沅平市水利局 is to bring them together.',
        ['3'],
        ['沅平市商务局', '沅平市水利局'],
    ),
    (
        'LOD402',
        'bottleneck',
        2,
        '去掉沅平市城市管理局，沅平市水利局、沅平市农业农村局、沅平市林业局、沅平市气象局、沅平市医疗保障局等 6 个单位就与其余 9 个单位没有共同任务。两边的协调都要经过这个环节；这只说明结构，不说明工作量。',
        'Without 沅平市城市管理局, 沅平市水利局、沅平市农业农村局、沅平市林业局、沅平市气象局、沅平市医疗保障局 and others (6 in all) have no task in common with the other 9 units. All that passes between them passes through this link; this tells of the structure, not of the load.',
        '请考虑让两边的单位直接承担一项共同任务，或写明沅平市城市管理局如何召集会商、通报情况。',
        'Please consider a task that both parts hold together, or write how 沅平市城市管理局 is to bring them together.',
        ['2'],
        ['沅平市城市管理局'],
    ),
    (
        'LOD403',
        'crowded_task',
        0,
        '“建立统一信用代码制度”列出 8 个单位（沅平市发展和改革委员会、沅平市公安局、沅平市民政局、沅平市财政局、沅平市商务局、沅平市水利局等），方案总共 8 个单位，而每项任务的中位数为 1 个；各自做哪一段不清楚，容易互相等待。',
        "“建立统一信用代码制度”: 8 of the plan's 8 units are on it (沅平市发展和改革委员会、沅平市公安局、沅平市民政局、沅平市财政局、沅平市商务局、沅平市水利局 and others), while the median of its tasks is 1; which part is whose is not said, and each may wait for the others.",
        '请写明各单位负责的部分，只保留确有任务的单位；一般性的支持要求可移入工作要求。',
        'Please write which part is whose and keep the units that have work to do; general support may be asked for in the general demands.',
        ['1'],
        ['沅平市发展和改革委员会', '沅平市公安局', '沅平市民政局', '沅平市财政局', '沅平市商务局', '沅平市水利局', '沅平市司法局', '沅平市统计局'],
    ),
    (
        'TXT605',
        'unknown_department',
        0,
        '单位名单中的“乡村办”（2 处）认不出是哪个机构；不熟悉本地简称的人看不出任务交给了谁。',
        '“乡村办”, listed as a unit in 2 places, is none that the program knows; who does not know the local short form cannot see who holds the task.',
        '请核对“乡村办”是否有漏字、错字；是简称的，请在第一次出现时写全称并注明简称。',
        'Please check “乡村办” for slips; if it is a short form, write the full name where it stands first.',
        ['1', '2'],
        ['乡村办'],
    ),
    (
        'TXT605',
        'unknown_department',
        2,
        '单位名单中的“乡村办”（1 处）认不出是哪个机构；不熟悉本地简称的人看不出任务交给了谁。',
        '“乡村办”, listed as a unit in 1 place, is none that the program knows; who does not know the local short form cannot see who holds the task.',
        '请核对“乡村办”是否有漏字、错字；是简称的，请在第一次出现时写全称并注明简称。',
        'Please check “乡村办” for slips; if it is a short form, write the full name where it stands first.',
        ['1'],
        ['乡村办'],
    ),
    (
        'TXT607',
        'outdated_department',
        0,
        '“市国土资源局”、“市国土局”在 2019 年 3 月底前完成的本级机构改革中已撤并或更名（职能归“自然资源”“自然资源和规划”或“规划和自然资源”部门），早于本方案的成文日期；方案中写到 2 处。写给已不存在的机构的责任，无人承接。',
        'The reform of its level, done by 2019-03, had abolished or renamed “市国土资源局”、“市国土局” (now “自然资源”“自然资源和规划”或“规划和自然资源”部门) before the date of this plan; it is named in 2 places. A duty of a body that is no more falls to nobody.',
        '请核实后将“市国土资源局”、“市国土局”改为承接其职能的现行机构（“自然资源”“自然资源和规划”或“规划和自然资源”部门）；职能分给几家的，请写明由哪一家承担。',
        'Please check, and put the body that took over its work (“自然资源”“自然资源和规划”或“规划和自然资源”部门) in place of “市国土资源局”、“市国土局”; where several did, say which of them takes this part.',
        ['1', '2'],
        ['沅平市国土资源局'],
    ),
    (
        'TXT607',
        'outdated_department',
        1,
        '“市工商局”在 2019 年 3 月底前完成的本级机构改革中已撤并或更名（职能归沅平市市场监督管理局），早于本方案的成文日期；方案中写到 1 处，又另写有“沅平市市场监督管理局”。写给已不存在的机构的责任，无人承接。',
        'The reform of its level, done by 2019-03, had abolished or renamed “市工商局” (now 沅平市市场监督管理局) before the date of this plan; it is named in 1 place, and “沅平市市场监督管理局” as well. A duty of a body that is no more falls to nobody.',
        '请核实后将“市工商局”改为承接其职能的现行机构（沅平市市场监督管理局）；职能分给几家的，请写明由哪一家承担。',
        'Please check, and put the body that took over its work (沅平市市场监督管理局) in place of “市工商局”; where several did, say which of them takes this part.',
        ['1'],
        ['沅平市工商行政管理局'],
    ),
    (
        'TXT608',
        'missing_annex',
        0,
        '正文写有“见附件1”，本文件中没有这个附件；缺了附件，就无法核对其中的任务和名单。',
        'The text relies on 附件1 (“见附件1”), and it is not in this file; without it nobody can check what stands there.',
        '请随文附上附件1，或核对附件编号；另行印发的，请写明文件名称和文号。',
        'Please attach 附件1, or check the number; where it is issued separately, please cite that document by name and number.',
        ['1'],
        [],
    ),
    (
        'TXT608',
        'missing_annex',
        1,
        '方案列有附件1、附件2（“领导小组成员名单”、“老旧小区改造名单”），本文件中没有这些附件；缺了附件，就无法核对其中的任务和名单。',
        'The plan lists 附件1、附件2 (“领导小组成员名单”、“老旧小区改造名单”), and they are not in this file; without them nobody can check what stands there.',
        '请随文附上附件1、附件2，或核对附件编号；另行印发的，请写明文件名称和文号。',
        'Please attach 附件1、附件2, or check the number; where it is issued separately, please cite that document by name and number.',
        ['1'],
        [],
    ),
    (
        'TXT609',
        'copied_text',
        0,
        '本方案是沅平市的方案，文中却写“本村辖区”（1 处），像是从其他层级的文件套用而来；该条的范围和责任单位是否适用，需要核对。',
        'This is a plan of 沅平市, and it says “本村辖区” (1 place): words that seem to come from a document of another level; whether scope and owners of the clause fit has to be checked.',
        '请将“本村辖区”改为与本方案层级相符的说法（如“本市”“全市”），并核对该条的范围、数字和责任单位。',
        'Please put words that fit the level of the plan (“本市”, “全市”) in place of “本村辖区”, and check scope, figures and owners of the clause.',
        ['1'],
        [],
    ),
    (
        'TXT609',
        'copied_text',
        1,
        '本方案是沅平市的方案，文中却写“全州(市)”、“州（市）”（2 处），像是从其他层级的文件套用而来；该条的范围和责任单位是否适用，需要核对。',
        'This is a plan of 沅平市, and it says “全州(市)”、“州（市）” (2 places): words that seem to come from a document of another level; whether scope and owners of the clause fit has to be checked.',
        '请将“全州(市)”、“州（市）”改为与本方案层级相符的说法（如“本市”“全市”），并核对该条的范围、数字和责任单位。',
        'Please put words that fit the level of the plan (“本市”, “全市”) in place of “全州(市)”、“州（市）”, and check scope, figures and owners of the clause.',
        ['1'],
        [],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("code", "module", "case", "message_zh", "message_en", "remedy_zh", "remedy_en", "tasks", "departments"), SAID)
def test_what_is_said(
    code: str, module: str, case: int, message_zh: str, message_en: str, remedy_zh: str, remedy_en: str, tasks: list[str], departments: list[str]
) -> None:
    text = importlib.import_module(f"rule_cases.{module}").SPEAKS[case].text
    (finding,) = audit(AccountabilityGraph.of([load(source_of_bytes(text.encode(), "plan.txt"))]), select=[code])
    assert (finding.message.zh, finding.message.en) == (message_zh, message_en)
    assert (finding.remedy.zh, finding.remedy.en) == (remedy_zh, remedy_en)
    assert [t.rpartition("/")[2] for t in finding.tasks] == tasks
    assert [d.rpartition("/")[2] for d in finding.departments] == departments
