"""What the table's columns and codes are called in Chinese, and what the columns mean: for pages, for files that people
read, and for reading these back."""

from collections.abc import Mapping

HEADERS: Mapping[str, str] = {
    "park": "园区",
    "segment": "范围",
    "indicator_text": "指标原文",
    "indicator": "指标",
    "measure": "口径",
    "basis": "比较基准",
    "value": "数值",
    "unit": "单位",
    "value_base": "基本单位数值",
    "unit_base": "基本单位",
    "bound": "限定",
    "status": "性质",
    "target_tier": "目标档次",
    "period_start": "期间起",
    "period_end": "期间止",
    "published": "发布日期",
    "document": "文档",
    "start": "起始位置",
    "end": "结束位置",
    "sentence": "原句",
    "rule": "规则",
    "confidence": "把握",
    "reasons": "缘由",
    "key": "编号",
    "review": "人工决定",
}
MEANINGS: Mapping[str, str] = {
    "park": "数字所说区域的规范名称；说市、省或一组园区时就是那个市、省或那一组",
    "segment": "只说区域的一部分时是哪一部分：片区、产业、一类企业、项目；说整个区域时为空",
    "indicator_text": "原文中说出量的是什么的短语",
    "indicator": "指标目录里的代号；目录里没有的短语，这一列为空",
    "measure": "这个数是哪一种数",
    "basis": "跟什么比；口径是占比时为整体是什么，照原文",
    "value": "原文的数，按原文的单位；百分数 7.4% 是 7.4，下降为负",
    "unit": "原文的单位，计数带量词",
    "value_base": "同一个数换算到基本单位，便于比较",
    "unit_base": "基本单位的代号：CNY、USD、m2、person、count、%、pp 等",
    "bound": "说得多准；“下降3%以上”说的是降幅的大小",
    "status": "已经发生的，还是要达到的",
    "target_tier": "目标分两档时是哪一档；只有一档时为空",
    "period_start": "时期的第一天，含在内；没有说明起点时为空",
    "period_end": "时期的最后一天，含在内；没有说明时为空",
    "published": "文字的发布日期，精确到知道的程度（年、月或日）；不知道为空",
    "document": "文件名，见“来源”",
    "start": "数字在文件文字中从第几个字起，从 0 数",
    "end": "数字在文件文字中到第几个字止，从 0 数，不含这个字",
    "sentence": "说出这个数的原句",
    "rule": "读出这个数的规则",
    "confidence": "读得有几分把握",
    "reasons": "没把握的缘由，用分号隔开的代号",
    "key": "这条观测在库里的编号",
    "review": "人对这条观测的决定；没有人看过时为空",
}
CODES: Mapping[str, Mapping[str, str]] = {
    "measure": {
        "level": "数值",
        "growth": "增速",
        "change": "增减量",
        "share": "占比",
        "attainment": "完成率",
        "rank": "位次",
    },
    "basis": {"yoy": "同比", "mom": "环比", "qoq": "季环比", "annual_average": "年均", "since": "较基期"},
    "bound": {"exact": "确数", "at_least": "不低于", "at_most": "不高于", "about": "约数"},
    "status": {"actual": "实绩", "target": "目标"},
    "target_tier": {"floor": "确保", "stretch": "力争"},
    "confidence": {"high": "高", "medium": "中", "low": "低"},
    "review": {"accepted": "已认可", "corrected": "已更正", "added": "补录", "rejected": "已否定"},
}
# What codes were called in files that were exported before; these files can still be read back.
_FORMERLY: Mapping[str, Mapping[str, str]] = {
    "measure": {"水平": "level", "变化": "change", "比重": "share", "完成度": "attainment"},
    "basis": {"比上季": "qoq", "比起点": "since"},
    "bound": {"至少": "at_least", "至多": "at_most", "大约": "about"},
}


def shown(column: str, code: str) -> str:
    """A code as people read it; anything else as it is."""
    return CODES.get(column, {}).get(code, code)


def meant(column: str, text: str) -> str:
    """The code that people read, or once read, as this; anything else as it is."""
    former = _FORMERLY.get(column, {}).get(text, text)
    return next((code for code, said in CODES.get(column, {}).items() if said == text), former)
