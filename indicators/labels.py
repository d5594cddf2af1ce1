"""What the table's columns and codes are called in Chinese: for files that people read, and for reading them back."""

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
    "key": "编号",
    "review": "人工决定",
}
CODES: Mapping[str, Mapping[str, str]] = {
    "measure": {
        "level": "水平",
        "growth": "增速",
        "change": "变化",
        "share": "比重",
        "attainment": "完成度",
        "rank": "位次",
    },
    "basis": {"yoy": "同比", "mom": "环比", "qoq": "比上季", "annual_average": "年均", "since": "比起点"},
    "bound": {"exact": "确数", "at_least": "至少", "at_most": "至多", "about": "大约"},
    "status": {"actual": "实绩", "target": "目标"},
    "target_tier": {"floor": "确保", "stretch": "力争"},
    "review": {"accepted": "已认可", "corrected": "已更正", "added": "补录", "rejected": "已否定"},
}


def shown(column: str, code: str) -> str:
    """A code as people read it; anything else as it is."""
    return CODES.get(column, {}).get(code, code)


def meant(column: str, text: str) -> str:
    """The code that people read as this; anything else as it is."""
    return next((code for code, said in CODES.get(column, {}).items() if said == text), text)
