"""Chinese personal names as plans print them, glued to a title or apart from it: 张某某市政府秘书长, 市长张三, 张三 市长, 张 三.

A name is a surname (the list of the 百家姓, compound ones first) and one or two characters. Where name and title are glued, the title decides where the name ends:
it begins with a word that titles begin with.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_COMPOUND = "欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|闾丘|子车|亓官|司寇|巫马|公西|颛孙|壤驷|公良|漆雕|乐正|宰父|谷梁|拓跋|夹谷|轩辕|令狐|段干|百里|呼延|东郭|南门|羊舌|微生|第五|西门|左丘|梁丘"
_SINGLE = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧"
    "计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓"
    "牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古"
    "易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公兰覃岳闫肖涂付代来苟邸仝冼佟佘麦区韦覃农蓝壮岑卯刀扎格丹洛次尼热阿买艾哈木吐努帕苑展亢侍"
)
_HAN = r"[\u4e00-\u9fa5]"
_GIVEN = r"[\u4e00-\u9fa5×XxO○*]"
# what titles begin with, behind a glued name
_TITLE_START = (
    r"(?:原|时任|代|省|市|县|区|州|盟|旗|镇|乡|街道|村|社区|自治区|园区|开发区|新区|高新区|经开区|管委会|党|国|中共|中央|人大|政协|人民|政府|常务|常委|副|局(?:长|党)|厅(?:长|党)|处长|科长|主任|主席|书记|公安|财政|发展|发改|住建|住房|生态|环境|环保|自然|国土|水利|水务"
    r"|农业|农牧|林业|林草|商务|文化|文旅|文广|卫生|卫健|教育|民政|人社|人力|交通|工信|工业|经信|经济|科技|审计|统计|市场|应急|安监|安全|城管|城市|综合|行政|规划|司法|税务|国税|地税|气象|供电|电力|消防|武装|团|妇联|工会|工商|总工会|纪委|纪检|监察|监委|组织|宣传|统战|政法|网信"
    r"|编办|机关|督查|信访|档案|医保|医疗|退役|金融|扶贫|乡村|招商|投资|体育|广电|旅游|粮食|物价|质监|食药|检察|法院|公司|集团|银行|人行|支行|同志|组长|总经理|经理|董事长|院长|校长|所长|站长|队长|会长|秘书长|部长|局长|厅长|处长|科长|镇长|乡长|区长|县长|市长|省长|州长|主管|分管|调研员|巡视员)"
)
_TITLE_END = r"(?:长|书记|主任|主席|委员|常委|主任委员|秘书|调研员|巡视员|研究员|经理|董事|总监|专员|同志|代表|总工程师|工程师|总师|负责人|副职|党委|干部|成员|政委|司令员|会计师|规划师|教授|专家|行长|科员|主管|助理|组员|联络员)"
_PLACE_START = r"[^省市县区旗州盟镇乡局委副长]{2,6}(?:省|市|县|区|旗|州|盟|镇|乡|街道|办事处|局|委|集团|公司|中心|银行)"
# words that look like a name and are none
_NO_NAMES = frozenset(
    "常务 常委 党委 党组 党政 纪委 纪检 商务 商贸 商业 水利 水务 水电 林业 林草 林水 农业 农村 农办 农牧 农林 农经 文化 文旅 文广 文明 文体 文教 金融 经济 经信 经开 经贸 经管 高新 高级 高校 应急 安监 安全 安保 安置 司法 司令 宣传 宣教 项目 管委 管理 计生 计划 计量"
    " 时任 包村 包片 干部 成员 全体 全国 全省 全市 全县 全区 支队 支部 支行 相关 方面 路长 路政 国家 国土 国资 国税 国有 公安 公路 公司 公共 公交 武装 武警 景区 东部 西部 车站 车管 城管 城建 城市 房管 房产 边防 海关 广电 温控 强化 能源 通信 通讯 通知 通报 连长 班长 段长 居委 居民"
    " 单位 关于 曾任 明确 成立 牧业 任职 代理 满意 利用 宗教 权力 权责 师范 家庭 空管 解决 充分 别墅 融媒 荣誉 平台 平安 石油 石化 云计 富民 红十 包括 支持 支撑 沙漠 丰富 广泛 广播 相应 后勤 时间 时限 井下 向导 查处 施工 程序 高速 于是 和谐 和平区 易地 乐园 山区 元旦 元首 米业 平原 贝类 明显"
    " 计委 成都 成效 成果 成品 宋体 项下 祝贺 董事 董办 季度 季末 强制 江河 江海 林场 林长 河长 湖长 田长 高铁 万元 支付 解释 应当 宗旨 丁级 单独 单列 左右 石材 吉林 龙头 程度 陆地 陆军 荣获 家属 封闭 储备 井盖 段落 富裕 巫山 车辆 全面 班子 秋季 仲裁 宁可 甘肃 祖国 武汉 符合 景观 龙江 叶片 幸福 司机"
    " 黎明 薄弱 印发 宿舍 白天 怀疑 从事 从严 籍贯 卓越 蒙古 池塘 阴影 能力 能否 双方 双拥 谭家 贡献 劳动 劳务 申报 申请 扶贫 堵点 牛羊 寿命 通过 通道 边境 燕山 尚未 农民 农户 温度 别人 庄园 柴油 充电 连续 连接 习惯 容量 向上 古城 慎重 终端 终身 居住 步骤 都市 耿直 满足 文件 寇准 广场 东方 沃土 利益"
    " 越级 师生 聂荣 敖包 融合 融资 冷链 那么 简化 简称 空间 曾经 养老 养护 须知 丰收 关键 关停 查验 后续 红色 游客 游泳 权限 权益 盖章 益民 公开 代表 代章 区级 区直 区委 来源 来访 国道 省道 房屋 管控 管护 解读 应对 安装 安排 常态 常住 常规 常年 时效 平均 平等 和睦 计算 成本 成功 成熟 明细 明示".split()
)
_BAD_GIVEN = re.compile(r"[局厅委办部处县市区省院组员会等司科室站所队镇乡村街及与的各副]")
_LAST_BAD = re.compile(r"(?:长|任|书记|主席|同志|领导|单位|部门|负责|人员)$")


@dataclass(frozen=True, slots=True)
class Named:
    """One person in a text: where name and title stand (offsets), the name without blanks, the title (None: not printed)."""

    start: int
    end: int
    name: str
    title: str | None = None


def is_name(text: str) -> bool:
    """Whether the text is a personal name and nothing else (blanks are left out)."""
    bare = text.replace(" ", "")
    if not 2 <= len(bare) <= 4 or _LAST_BAD.search(bare):
        return False
    compound = re.match(rf"^(?:{_COMPOUND}){_GIVEN}{{1,2}}$", bare)
    single = re.match(rf"^[{_SINGLE}]{_GIVEN}{{1,2}}$", bare)
    if not (compound or single):
        return False
    given = bare[2:] if compound else bare[1:]
    return not _BAD_GIVEN.search(given) and bare not in _NO_NAMES


def is_title(text: str) -> bool:
    """Whether the text ends as an official's title does."""
    return len(text) <= 60 and bool(re.search(_TITLE_END + r"(?:\([^()]{1,20}\))?$", text))


def name_before_title(text: str) -> int | None:
    """Where the name ends in 张某某市政府秘书长; None if the text does not begin with a name behind which a title stands."""
    sizes = (4, 3) if re.match(_COMPOUND, text) else (3, 2)
    plain = [n for n in sizes if is_name(text[:n]) and is_title(text[n:])]
    strict = [n for n in plain if re.match(_TITLE_START, text[n:])]
    loose = [n for n in plain if re.match(_PLACE_START, text[n:])]
    return next(iter(strict or loose), None)


def title_before_name(text: str) -> int | None:
    """Where the name begins in 市委书记张某某; None if the text does not end with a name before which a title stands."""
    bare = re.sub(r"同志$", "", text)
    for n in (3, 2, 4):
        at = len(bare) - n
        if at >= 2 and is_name(bare[at:]) and is_title(bare[:at]) and not is_title(bare):
            return at
    return None


# what divides the entries of a list: marks and blanks outside brackets
_TOKEN = re.compile(r"[^\s、,;|/。()]{1,80}(?:\([^()]{0,60}\))?|\([^()]{0,60}\)")


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str


def _tokens(text: str, start: int, end: int) -> list[_Token]:
    """The entries of a list; 张 三 (a name with a blank inside) is one."""
    found = [_Token(m.start(), m.end(), m[0]) for m in _TOKEN.finditer(text, start, end)]
    out: list[_Token] = []
    i = 0
    while i < len(found):
        here = found[i]
        after = found[i + 1] if i + 1 < len(found) else None
        if len(here.text) == 1 and after and len(after.text) in (1, 2) and text[here.end : after.start].isspace() and is_name(here.text + after.text):
            out.append(_Token(here.start, after.end, here.text + after.text))
            i += 2
            continue
        out.append(here)
        i += 1
    return out


def persons(text: str, start: int = 0, end: int | None = None, bare: bool = False) -> tuple[tuple[Named, ...], tuple[tuple[int, int], ...]]:
    """The persons listed in ``text[start:end]``, and the places of entries that are neither a person nor a person's title.

    Titles stand behind the names (张三 市长、市委副书记) or before them (市委副书记、市长张三): the first entry says which. ``bare``: a name without title counts even
    where it stands alone between marks.
    """
    end = len(text) if end is None else end
    people: list[Named] = []
    rest: list[tuple[int, int]] = []
    waiting: list[_Token] = []  # titles printed before their name
    tokens = _tokens(text, start, end)
    for token in tokens:
        word = re.sub(r"\([^()]{0,60}\)$", "", token.text)
        extra = token.text[len(word) + 1 : -1] if len(word) < len(token.text) else None
        before = name_before_title(word)
        after = title_before_name(word) if before is None else None
        if before is not None:
            people.append(Named(token.start, token.end, word[:before], word[before:] + (f"({extra})" if extra else "")))
            waiting = []
        elif after is not None:
            name = re.sub(r"同志$", "", word[after:])
            first = waiting[0].start if waiting else token.start
            people.append(Named(first, token.end, name, text[first : token.start] + word[:after]))
            waiting = []
        elif is_name(re.sub(r"同志$", "", word)) and (bare or extra or waiting or _titled(tokens, token) or len(tokens) > 1):
            first = waiting[0].start if waiting and not people else token.start
            title = extra or (text[first : token.start].rstrip(" 、,") or None if first < token.start else None)
            people.append(Named(first, token.end, re.sub(r"同志$", "", word), title))
            waiting = []
        elif is_title(word) and people and not waiting and people[-1].end <= token.start and not _names_first(tokens, token):
            last = people.pop()
            between = text[last.end : token.start].strip()
            people.append(Named(last.start, token.end, last.name, token.text if last.title is None else f"{last.title}{between or '、'}{token.text}"))
        elif is_title(word):
            waiting.append(token)
        else:
            rest.append((token.start, token.end))
            waiting = []
    rest.extend((t.start, t.end) for t in waiting)
    return tuple(people), tuple(sorted(rest))


def _titled(tokens: list[_Token], token: _Token) -> bool:
    """Whether the entry behind ``token`` is a title."""
    i = tokens.index(token)
    return i + 1 < len(tokens) and is_title(tokens[i + 1].text) and name_before_title(tokens[i + 1].text) is None


def _names_first(tokens: list[_Token], token: _Token) -> bool:
    """Whether the list prints titles before names: its first entry is a title, or a title glued before a name."""
    first = tokens[0].text
    return token is not tokens[0] and name_before_title(first) is None and not is_name(first) and (is_title(first) or title_before_name(first) is not None)
