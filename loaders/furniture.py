"""What a page says about itself and not about the plan: site navigation, buttons, counters, page numbers, licence lines.

Every pattern is anchored at both ends or at a word that no plan prints, so that a short cell of a flattened table is not taken for a
button.
"""

from __future__ import annotations

import re

from graphmodel.patterns import pattern

_BUTTONS = (
    r"打印(?:本页|此页)?|关闭(?:窗口|本页|页面)?|返回(?:顶部|首页|列表|上一页)?|分享(?:到)?:?|我的收藏(?:收藏)?|收藏(?:本页)?"
    r"|附件下载|文件下载:?"
    r"|下载(?:文字|图片|PDF|Word|打印)?版?|合集下载|相关(?:文档|解读|文章|链接|附件|新闻|阅读|稿件):?|最新文档|文章属性|无障碍(?:浏览"
    r"|阅读|模式)?"
    r"|长者(?:助手|模式|专区)|适老(?:化)?(?:模式|版)|高级搜索|收起|展开(?:全文)?|登录|注册|扫一扫|微信|微博|QQ空间|QQ|朋友圈"
    r"|字[体号]:?[\[(]?大中小[\])]?"
    r"|大中小|网站地图|联系我们|关于我们|政策(?:解读|原文|问答)|图解|我要纠错|纠错|保存|复制链接|二维码|繁体(?:版)?|简体(?:版)?"
    r"|English|网站首页|设为首页|加入收藏|政府网站|隐私(?:声明|保护|政策)|(?:网站|免责|版权|法律)声明|使用帮助|网站帮助|站点地图|找错"
)
# 打印 | [打印] | 【字体:大 中 小】 | 打印本页 关闭窗口
_BUTTON = pattern(rf"^(?:[\[(【〔|]?(?:{_BUTTONS})[\])】〕|]?){{1,8}}$", re.IGNORECASE)
# words that are furniture only when they are the whole line
_WORD = pattern(r"^(?:发布|下载|正文|搜索|全文|标题|首页|map|sitemap|上一[条篇页]:?.{0,60}|下一[条篇页]:?.{0,60}|-{0,2}END-{0,2})$", re.IGNORECASE)
# 当前位置:首页>政务公开 | 浏览次数:496 | 主办单位:…
_LINE = pattern(
    r"^(?:您?(?:现在)?(?:当前|所在)(?:的)?位置:?|首页[>|›»]|浏览(?:次数|量)|点击(?:率|数|次数|量)|访问(?:次数|量)|阅读(?:次数|量)?:"
    r"|网站主办(?:单位)?:|监督(?:方式|电话):[\d\s,、()/-]{5,60}$|扫一扫|版权所有|网站标识码|(?:本站)?技术支持:|网站支持|联系电话:|责任编辑:|编辑:|【?字[体号]:"
    r"|分享到|扫描二维码"
    r"|文件类型:|下载文档|相关附件|(?:文章|信息|稿件)?来源:|作者:|审核:|栏目:)"
)
_ANYWHERE = pattern(
    r"ICP备|公网安备|网站标识码|版权所有|All ?Rights|Copyright|您是第.{0,12}位|下载文档前|不可在线预览|侵犯您的权益|浏览次数:"
    r"|点击下载|由会员分享|建议使用.{0,10}浏览器",
    re.IGNORECASE,
)
# 首页>政务公开>工作报告 | >政务公开>工作报告; a comparison of figures (产值>100) holds digits
_CRUMBS = pattern(r"^[^>›»。,;:\d]{0,20}[>›»]{1,2}[^>›»。,;:\d]{1,40}[>›»]{1,2}[^。;:]{1,80}$")
# 主办单位:…  版权所有 | 承办单位:…  联系电话:…: the page's hosts; without such a word beside them they are a plan's duty label
_HOST = pattern(r"^(?:主办|承办|协办|管理|维护)(?:单位|方)?:")
_PAGE_WORD = pattern(r"版权|网站|备案|ICP|维护|联系(?:方式|电话)|技术支持|邮箱|邮编", re.IGNORECASE)
# foot_img_01.png | 某政办发【2017】26号.doc
_FILE = pattern(r"^.{0,80}\.(?:png|jpe?g|gif|bmp|docx?|xlsx?|pdf|wps|et|zip|rar|html?)(?:\(.{0,30}\))?$", re.IGNORECASE)
# 沅平市人民政府公报2025年第3期
_GAZETTE = pattern(r"^[\u4e00-\u9fff]{2,20}(?:公报|政报|简报)\(?(?:(?:19|20)\d\d年)?第?\d{1,3}期\)?(?:\(?总第?\d{1,4}期\)?)?(?:第?\d{1,3}页?)?$")
# - 3 - | —12— | 第3页 | 第 3 页 共 10 页
_PAGE = pattern(r"^(?:[-—·]{1,3}\d{1,3}[-—·]{1,3}|第\d{1,3}页(?:[,/]?共\d{1,3}页)?|page\d{1,3}(?:of\d{1,3})?)$", re.IGNORECASE)
# ==================== 正文(节录) ==================== | -----
_RULE = pattern(r"^[★☆◆]$|^[=_*#~-]{3,200}(?:[^=_*#~]{1,60}[=_*#~-]{3,200})?$")
_LATIN = pattern(r"^[A-Za-z][A-Za-z0-9 ._:/|-]{0,60}$")
# (……中略……) | (节录) | [此处省略]
_CUT = pattern(r"^[(\[【]?[.…]{0,6}(?:此处|以下|中|下|上)?(?:省?略|节录)[.…]{0,6}[)\]】]?$")


_WHOLE = pattern("|".join(f"(?:{p.pattern})" for p in (_BUTTON, _WORD, _LINE, _CRUMBS, _FILE, _GAZETTE, _PAGE, _RULE, _CUT)), re.IGNORECASE)


def is_furniture(text: str) -> bool:
    """Whether a piece (folded, without blanks) is page furniture wherever it stands; never true for a figure, a name, a sentence."""
    if not text or len(text) > 400:
        return False
    if _WHOLE.match(text) or _ANYWHERE.search(text):
        return True
    return is_host(text) and bool(_PAGE_WORD.search(text))


def is_host(text: str) -> bool:
    """Whether a piece names a host (主办单位:…): of the page if it stands among the page's foot lines, else of a task."""
    return bool(_HOST.match(text)) and len(text) <= 120


def is_foot(text: str) -> bool:
    """Whether a piece below the plan's last words may be furniture: as ``is_furniture``, and lines in Latin letters or of table rules."""
    return is_furniture(text) or bool(_LATIN.match(text)) or not text.strip("|")
