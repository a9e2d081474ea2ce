"""The whole wording of the rules about cooperation, members, rank and measuring, in both languages, beside what each finding points to."""

from __future__ import annotations

import importlib

import pytest

from graphmodel.finding import Finding
from graphmodel.graph import AccountabilityGraph
from loaders.load import load
from loaders.open import source_of_bytes
from queries.audit import audit, find_rule

# rule, name of the text in rule_cases, message, remedy (each Chinese, English), quotes, ends of the departments' and tasks' ids
WORDED = (
    (
        'OWN107',
        'a member without a task',
        ('市司法局是沅平市燃气安全整治工作领导小组的成员单位，但在任务分工中没有承担任何任务；名单和分工可能有一处不全。', 'No task gives a duty to 市司法局, a member of 沅平市燃气安全整治工作领导小组; the list or the allocation may be incomplete.'),
        ('请写明市司法局牵头或配合的任务；确无任务的，可不列入名单。', 'Please say which tasks 市司法局 leads or helps with; who has none need not be on the list.'),
        ('市司法局',),
        ('沅平市司法局',),
        (),
    ),
    (
        'OWN107',
        'two members are one finding',
        ('市司法局、市教育局是沅平市燃气安全整治工作领导小组的成员单位，但在任务分工中没有承担任何任务；名单和分工可能有一处不全。', 'No task gives a duty to 市司法局、市教育局, members of 沅平市燃气安全整治工作领导小组; the list or the allocation may be incomplete.'),
        ('请写明市司法局、市教育局牵头或配合的任务；确无任务的，可不列入名单。', 'Please say which tasks 市司法局、市教育局 lead or help with; who has none need not be on the list.'),
        ('市司法局', '市教育局'),
        ('沅平市司法局', '沅平市教育局'),
        (),
    ),
    (
        'OWN107',
        'an addressee',
        ('沅平燃气集团有限公司是主送单位，但在任务分工中没有承担任何任务；名单和分工可能有一处不全。', 'No task gives a duty to 沅平燃气集团有限公司, an addressee of the plan; the list or the allocation may be incomplete.'),
        ('请写明沅平燃气集团有限公司牵头或配合的任务；确无任务的，可不列入名单。', 'Please say which tasks 沅平燃气集团有限公司 leads or helps with; who has none need not be on the list.'),
        ('沅平燃气集团有限公司',),
        ('沅平燃气集团有限公司',),
        (),
    ),
    (
        'OWN107',
        'more than a message names',
        ('市司法局、市教育局、市财政局、市民政局、市水利局、市林业局等 7 个单位是沅平市燃气安全整治工作领导小组的成员单位，但在任务分工中没有承担任何任务；名单和分工可能有一处不全。', 'No task gives a duty to 市司法局、市教育局、市财政局、市民政局、市水利局、市林业局 and others, 7 bodies, members of 沅平市燃气安全整治工作领导小组; the list or the allocation may be incomplete.'),
        ('请写明市司法局、市教育局、市财政局、市民政局、市水利局、市林业局等 7 个单位牵头或配合的任务；确无任务的，可不列入名单。', 'Please say which tasks 市司法局、市教育局、市财政局、市民政局、市水利局、市林业局 and others, 7 bodies, lead or help with; who has none need not be on the list.'),
        ('市司法局', '市教育局', '市财政局', '市民政局', '市水利局', '市林业局', '市统计局'),
        ('沅平市司法局', '沅平市教育局', '沅平市财政局', '沅平市民政局', '沅平市水利局', '沅平市林业局', '沅平市统计局'),
        (),
    ),
    (
        'OWN109',
        'a government office has a Party organ lead',
        ('本方案由沅平市人民政府办公室单独印发，1 项任务的牵头或责任单位中有市委组织部，是党委工作机关，文中没有写明已征得同意；按行文关系，任务难以落实到这些单位。', 'The plan is issued by 沅平市人民政府办公室 alone and makes 市委组织部 lead or answer for 1 task; it is an organ of the Party, and the text names no consent. By the rules of official documents it can hardly bind them.'),
        ('请考虑与党委办公厅（室）联合行文，或在印发通知中写明“已经党委、政府同意”；也可商该单位后列为配合单位。', 'Please consider issuing it jointly with the office of the Party committee, or say in the notice that Party committee and government have agreed; or list the unit as a helper after asking it.'),
        ('市委组织部',),
        ('中共沅平市委组织部',),
        ('沅平市基层治理任务分工方案/一/1',),
    ),
    (
        'OWN109',
        'and another answer beside the lead',
        ('本方案由沅平市人民政府办公室单独印发，1 项任务的牵头或责任单位中有市委组织部、市委宣传部，是党委工作机关，文中没有写明已征得同意；按行文关系，任务难以落实到这些单位。', 'The plan is issued by 沅平市人民政府办公室 alone and makes 市委组织部、市委宣传部 lead or answer for 1 task; they are organs of the Party, and the text names no consent. By the rules of official documents it can hardly bind them.'),
        ('请考虑与党委办公厅（室）联合行文，或在印发通知中写明“已经党委、政府同意”；也可商该单位后列为配合单位。', 'Please consider issuing it jointly with the office of the Party committee, or say in the notice that Party committee and government have agreed; or list the unit as a helper after asking it.'),
        ('市委组织部', '市委宣传部'),
        ('中共沅平市委组织部', '中共沅平市委宣传部'),
        ('沅平市基层治理任务分工方案/一/1',),
    ),
    (
        'OWN109',
        'a bureau binds the governments of the counties',
        ('本方案由沅平市水利局单独印发，1 项任务的牵头或责任单位中有各县（区）人民政府，属于下级政府，文中没有写明已征得同意；按行文关系，任务难以落实到这些单位。', 'The plan is issued by 沅平市水利局 alone and makes 各县（区）人民政府 lead or answer for 1 task; it is a lower government, and the text names no consent. By the rules of official documents it can hardly bind them.'),
        ('请由政府办公厅（室）行文，或在文中写明“经政府同意”。', 'Please have it issued by the office of the government, or say in the text that the government has agreed.'),
        ('各县（区）人民政府',),
        ('沅平市各县(区)人民政府',),
        ('沅平市基层治理任务分工方案/一/1',),
    ),
    (
        'OWN110',
        "satisfaction is the statistics office's",
        ('市统计局负责“公众对生态环境的满意率达到90%以上”，而这类指标的数据由统计部门测算；测算者对结果负责，既难以推动也难以令人信服。', 'The unit that answers for “公众对生态环境的满意率达到90%以上” is 市统计局, and such results are measured by the statistics office; it has little means to bring them about, and its own figure convinces less.'),
        ('请改由业务主管部门负责，市统计局列为配合单位，提供数据。', 'Please let the department in charge answer for it and list 市统计局 as a helper that gives the data.'),
        ('公众对生态环境的满意率达到90%以上',),
        ('沅平市统计局',),
        ('一/1',),
    ),
    (
        'OWN110',
        'four outcomes are one finding',
        ('市统计局负责“满意率达到90%以上”、“地区生产总值增长6%”、“第三产业比重达到45%”等 4 项，而这类指标的数据由统计部门测算；测算者对结果负责，既难以推动也难以令人信服。', 'The unit that answers for “满意率达到90%以上”、“地区生产总值增长6%”、“第三产业比重达到45%” and others, 4 tasks, is 市统计局, and such results are measured by the statistics office; it has little means to bring them about, and its own figure convinces less.'),
        ('请改由业务主管部门负责，市统计局列为配合单位，提供数据。', 'Please let the department in charge answer for it and list 市统计局 as a helper that gives the data.'),
        ('满意率达到90%以上', '地区生产总值增长6%', '第三产业比重达到45%', '居民人均收入达到4万元'),
        ('沅平市统计局',),
        ('一/1', '一/2', '一/3', '一/4'),
    ),
    (
        'OWN110',
        'who leads most checks all',
        ('市发展改革委负责检查考核方案的落实，自己又牵头其中 3 项任务；自己检查自己，结果难以令人信服。', 'How the plan is carried out is inspected or assessed by 市发展改革委, which leads 3 of its tasks itself; who checks its own work convinces less.'),
        ('请对市发展改革委牵头的任务另定检查考核单位（如督查机构）。', 'Please name another body, such as the inspection office, to check the tasks that 市发展改革委 leads.'),
        ('市发展改革委每半年对各项任务落实情况开展督促检查', '推广绿色照明16万支', '淘汰落后产能20万吨', '建成储能电站2座'),
        ('沅平市发展和改革委员会',),
        (),
    ),
    (
        'COO501',
        'together with a bureau whose list does not know it',
        ('市住建局的清单要求会同市水利局（“会同市水利局编制城市节水专项规划”），市水利局自己的清单里没有相应的内容；各单位按自己的清单办事，协作容易落空。', 'By its list 市住建局 is to work together with 市水利局 (“会同市水利局编制城市节水专项规划”). The list of 市水利局 itself says nothing of it; each unit works by its own list, and the cooperation is easily missed.'),
        ('请在市水利局的清单中补一条：“配合市住建局编制城市节水专项规划。”；无需协作的，请从市住建局的清单中删去。', 'Please add to the list of 市水利局: “配合市住建局编制城市节水专项规划。”; if no cooperation is needed, please take it out of the list of 市住建局.'),
        ('会同市水利局编制城市节水专项规划', '市水利局'),
        ('沅平市住房和城乡建设局', '沅平市水利局'),
        ('一/市住建局:/(1)',),
    ),
    (
        'COO501',
        'helps a bureau whose list holds the work and does not name the helper',
        ('市住建局的清单要求配合市水利局（“配合市水利局开展供水管网漏损普查”），市水利局的清单里有“开展供水管网漏损普查，摸清底数”，但没有写明由市住建局参与；双方清单不对应，协作容易落空。', 'By its list 市住建局 is to help 市水利局 (“配合市水利局开展供水管网漏损普查”). The list of 市水利局 holds “开展供水管网漏损普查，摸清底数” and does not name 市住建局; the two lists do not match, and the cooperation is easily missed.'),
        ('请在市水利局的“开展供水管网漏损普查，摸清底数”中写明“市住建局配合”。', 'Please add “市住建局配合” to the item “开展供水管网漏损普查，摸清底数” of 市水利局.'),
        ('配合市水利局开展供水管网漏损普查', '市水利局', '开展供水管网漏损普查，摸清底数'),
        ('沅平市住房和城乡建设局', '沅平市水利局'),
        ('一/市住建局:/(1)', '一/市水利局:/(1)'),
    ),
    (
        'COO501',
        'helps a bureau that has no such work',
        ('市住建局的清单要求配合市水利局（“配合市水利局开展供水管网漏损普查”），市水利局自己的清单里没有相应的内容；各单位按自己的清单办事，协作容易落空。', 'By its list 市住建局 is to help 市水利局 (“配合市水利局开展供水管网漏损普查”). The list of 市水利局 itself says nothing of it; each unit works by its own list, and the cooperation is easily missed.'),
        ('请在市水利局的清单中补一条：“会同市住建局开展供水管网漏损普查。”；无需协作的，请从市住建局的清单中删去。', 'Please add to the list of 市水利局: “会同市住建局开展供水管网漏损普查。”; if no cooperation is needed, please take it out of the list of 市住建局.'),
        ('配合市水利局开展供水管网漏损普查', '市水利局'),
        ('沅平市住房和城乡建设局', '沅平市水利局'),
        ('一/市住建局:/(1)',),
    ),
    (
        'COO502',
        'one of three lacks an item',
        ('东黎区政府、南汀区政府的清单里有“建成雨水收集调蓄设施8处”，平湄县政府的清单里没有，也没有说明原因；同类地区的任务不一致，容易漏掉一块。', 'The lists of 东黎区政府、南汀区政府 hold “建成雨水收集调蓄设施8处”; that of 平湄县政府 does not, and no reason is given. Where peers have unequal tasks, a share is easily missed.'),
        ('请核对是否漏列：应安排的，在平湄县政府的清单中补上该项及其指标；不安排的，请写明原因。', 'Please check whether it was left out: if it should be there, add the item with its figure to the list of 平湄县政府; if not, say why.'),
        ('建成雨水收集调蓄设施8处', '建成雨水收集调蓄设施6处'),
        ('沅平市平湄县人民政府',),
        ('一/东黎区政府:/(3)', '一/南汀区政府:/(3)'),
    ),
    (
        'COO502',
        'lists that are the same but for one item',
        ('只有南汀区政府的清单里有“建成雨水收集调蓄设施8处”，东黎区政府、平湄县政府的清单里没有，也没有说明原因；同类地区的任务不一致，容易漏掉一块。', 'Only the list of 南汀区政府 holds “建成雨水收集调蓄设施8处”; those of 东黎区政府、平湄县政府 do not, and no reason is given. Where peers have unequal tasks, a share is easily missed.'),
        ('请核对是否漏列：应安排的，在东黎区政府、平湄县政府的清单中补上该项及其指标；不安排的，请写明原因。', 'Please check whether it was left out: if it should be there, add the item with its figure to the list of 东黎区政府、平湄县政府; if not, say why.'),
        ('建成雨水收集调蓄设施8处',),
        ('沅平市东黎区人民政府', '沅平市平湄县人民政府'),
        ('一/南汀区政府:/(5)',),
    ),
    (
        'COO503',
        'by a body that is not listed',
        ('“完成老旧燃气管道改造”的正文要求市公安局办理其中的工作，但责任单位中没有市公安局；督办时容易漏掉。', 'The words of “完成老旧燃气管道改造” have 市公安局 do a part of it, and 市公安局 is not among its units; follow-up will easily miss it.'),
        ('请在该任务中增列“配合单位：市公安局”，或修改正文中的表述。', 'Please add “配合单位：市公安局” to the task, or change the words of the text.'),
        ('完成老旧燃气管道改造', '市公安局'),
        ('沅平市公安局',),
        ('一/1',),
    ),
    (
        'COO503',
        'a body that does its part',
        ('“完成老旧燃气管道改造”的正文要求市公安局办理其中的工作，但责任单位中没有市公安局；督办时容易漏掉。', 'The words of “完成老旧燃气管道改造” have 市公安局 do a part of it, and 市公安局 is not among its units; follow-up will easily miss it.'),
        ('请在该任务中增列“配合单位：市公安局”，或修改正文中的表述。', 'Please add “配合单位：市公安局” to the task, or change the words of the text.'),
        ('完成老旧燃气管道改造', '市公安局'),
        ('沅平市公安局',),
        ('一/1',),
    ),
)  # fmt: skip


def found(code: str, name: str) -> tuple[Finding, ...]:
    cases = importlib.import_module("rule_cases." + find_rule(code).name.replace("-", "_"))
    text = next(case.text for case in cases.SPEAKS if case.name == name)
    return audit(AccountabilityGraph.of([load(source_of_bytes(text.encode("utf-8"), "plan.txt"))]), select=[code])


@pytest.mark.parametrize(("code", "name", "message", "remedy", "quotes", "departments", "tasks"), WORDED, ids=[f"{row[0]}-{row[1]}" for row in WORDED])
def test_each_finding_is_worded_whole(
    code: str, name: str, message: tuple[str, str], remedy: tuple[str, str], quotes: tuple[str, ...], departments: tuple[str, ...], tasks: tuple[str, ...]
) -> None:
    (finding,) = found(code, name)
    assert (finding.message.zh, finding.message.en) == message
    assert (finding.remedy.zh, finding.remedy.en) == remedy
    assert tuple(q.text for q in finding.quotes) == quotes
    assert tuple(d.rsplit("/", 1)[-1] for d in finding.departments) == departments
    assert tuple(t.split("/", 1)[-1] for t in finding.tasks) == tasks
