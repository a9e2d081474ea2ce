"""TXT603 on texts."""

from __future__ import annotations

from rule_cases import Planted, Silent, Speaks

HEAD = "沅平市城市环境整治工作任务分工方案\n一、重点任务\n"
OWNER = "（牵头单位：市住建局；配合单位：市财政局）\n"


def damaged(name: str, words: str, *says: str, level: str | None = None, owner: str = OWNER) -> Speaks:
    return Speaks(name, f"{HEAD}1.{words}{owner}2.完成河道清淤。{OWNER}", lines=[[(3, 3)]], says=says, level=level)


def sound(name: str, words: str) -> Silent:
    return Silent(name, f"{HEAD}1.{words}{OWNER}2.完成河道清淤。{OWNER}")


SPEAKS = (
    damaged("two figures", "2025年城区、农区清洁取暖率分别达到97%45%以上。", "97%、45%", "中间似缺标点"),
    damaged("a figure and a year", "2025年污水集中处理率达到98%2030年，力争达到100%。", "98%；2030年"),
    damaged("two dates", "到2023年底前全部完成管网改造2024年底前建成智慧水务平台。", "管网改造，2024年底前"),
    damaged("two pollutants", "协同削减SO2NOx排放量。", "SO2、NOx"),
    damaged("months", "实施冬季（11-12）扬尘管控。", "11-12月"),
    damaged("a document number", "落实《渣土运输管理办法》（沅政办发〔202117号）。", "〔2021〕17号"),
    damaged("a thirteenth month", "完成管网改造，2025年13月底前建成。", "没有这个月份"),
    damaged("a month before 前", "完成管网改造，13月底前建成。", "没有这个月份"),
    damaged("a month of nothing", "完成管网改造，2025年0月前建成。", "没有这个月份"),
    damaged("a day in June", "完成管网改造，6月31日前建成。", "“6月31日”日历上没有这一天"),
    damaged("a day in February", "完成管网改造，2025年2月29日前建成。", "没有这一天"),
    damaged("a class", "沅江干流水质稳定保持在类。", "缺少类别"),
    damaged("a class before a share", "河流断面优于类水体比例提高5个百分点。", "缺少类别"),
    damaged("a grade", "改扩建项目绩效达到级标准。", "缺少类别"),
    damaged("a word twice", "绿化覆盖率到达到41%。", "疑为“达到”"),
    damaged("a mark twice", "改造供水、、供热、供气管网。", "标点重复"),
    damaged("words twice", "完善应急预案应急预案编制工作。", "文字重复"),
    damaged("a verb without its head", "立湖泊巡查养护制度。", "段首似缺字", "建立湖泊巡查"),
    damaged("a closing mark alone", "打造一批家门口”的健身场地。", "左引号"),
    damaged("an opening bracket alone", "改造老旧小区（含电梯加装。", "右括号"),
    damaged("nothing in brackets", "扩大()社会参与。", "无内容"),
    damaged("a slip of the pen", "完成宣传合同签定。", "签订", level="review"),
    damaged("an adverb without its verb", "加强巡查，严厉“黑加油点”等非法经营行为。", "似缺动词"),
    damaged("a list that breaks off", "改造供水、供热、", "似未写完", owner="\n"),
    Speaks(
        "a name without its head",
        f"{HEAD}1.完成河道清淤。（牵头单位：智慧城市建设办；配合单位：市财政局）\n二、保障措施\n（一）加强调度。\n慧城市建设办每月汇总各单位进度，提出下一步安排。\n",
        lines=[[(6, 6)]], says=["疑为“智慧城市建设办”"],
    ),
    Speaks("a slip in a name", f"{HEAD}1.完成河道清淤。（牵头单位：市生态环境局）\n2.建设湿地。（牵头单位：市生态环境局）\n3.整治污水。（牵头单位：市生态坏境局）\n", lines=[[(5, 5)]], says=["疑有误字", "市生态环境局"]),
    Speaks("a paragraph that begins with a mark", f"{HEAD}1.完成河道清淤。{OWNER}二、保障措施\n（一）加强宣传。\n、乡镇（街道）要组织志愿者入户讲解。\n", lines=[[(6, 6)]], says=["段首似缺字"]),
    Speaks("a title cut short", "沅平市人民政府关于印发《沅平市城市环境整治工作任务分工方案》的通\n一、重点任务\n1.完成河道清淤。（牵头单位：市水利局）\n2.建设湿地。（牵头单位：市水利局）\n", lines=[[(1, 1)]], says=["标题似未写完"]),
    Speaks(
        "names and posts",
        f"{HEAD}1.完成河道清淤。{OWNER}附件\n沅平市城市环境整治领导小组名单\n组长：程立群市政府秘书长\n副组长：黄小川市住建局局长\n成员：高宏达市财政局副局长\n",
        lines=[[(6, 6)]], level="review", says=["共 3 处"],
    ),
)  # fmt: skip
SILENT = (
    sound("figures with their marks", "2025年城区、农区清洁取暖率分别达到97%、45%以上。"),
    sound("a range", "增速保持在3%-5%。"),
    sound("a date with a word before it", "到2023年底前完成方案编制并于2024年底前建成。"),
    sound("days of the calendar", "2024年2月29日前完成，2月29日、6月30日和12月31日各报一次，3月31号文件另发。"),
    sound("months that are no dates", "免费为0～36月龄儿童体检，落实18月龄接种，办理时限13月，见12月35号文，版本2025.13月。"),
    sound("classes", "沅江干流水质稳定保持在Ⅱ类，消除劣Ⅴ类水体，分类处置达到一级标准。"),
    sound("类 as a word", "按照不同类别，将问题归为类似情形，达到分类标准。"),
    sound("words that stand twice by right", "为实现碳达峰的目的的各项措施，促进共同和和平发展，了解情况。"),
    sound("one by one", "一户一户走访，一件一件解决，一项任务一项任务抓落实。"),
    sound("a list of points", "重点做好：1）供水；2）供热；（3）供气。"),
    sound("quotes inside of quotes", "落实《关于印发〈沅平市“一网通办”方案〉的通知》。"),
    sound("立 as a word", "立足本地实际，开展排查。"),
    sound("善 as a word", "善于运用法治方式。"),
    sound("months that say so", "实施冬季（11-12月）扬尘管控。"),
    sound("an adverb with its verb", "严厉打击“黑加油点”等非法经营行为。"),
    sound("words that begin like a slip", "以经济建设为中心，扩大副食品供应，按装机容量补贴，既使群众得实惠，又使企业增效，整治里程120公里。"),
    sound("words that stand twice across two words", "推动公众参与与社会监督，促进教育普及及质量提升，尊重市场主体自由由其自主选择，管好在在建工程以外的项目。"),
    sound("立, 织 as words", "立说立行，立查立改。"),
    sound("a number in brackets", "完成整治（2025年度）。"),
    Silent("a list that goes on", f"{HEAD}1.改造供水、供热、\n供气管网。{OWNER}2.完成河道清淤。{OWNER}"),
    Silent("two bodies of one length", f"{HEAD}1.完成河道清淤。（牵头单位：市水利局）\n2.建设湿地。（牵头单位：市水务局）\n3.整治污水。（牵头单位：市水务局）\n"),
)
PLANTED = Planted([("2025年12月底前农村自来水普及率达到96%以上。", "2025年12月底前农村自来水普及率、水质达标率分别达到96%95%以上。")], quotes=["96%95%"])
