"""What users read, in Chinese or English.

Gettext catalogues: the Chinese text is its own key, `locales/en/LC_MESSAGES/messages.po` holds the English. Codes of
the table (`yoy`, `at_least`) get their Chinese names here.
"""

from functools import cache
from importlib import resources
from typing import Literal

from babel.messages.pofile import read_po

from indicators.errors import ParkIndicatorsError
from indicators.labels import CODES

Language = Literal["zh", "en"]

# What files call the codes of the table, and what only pages have: the forms of the trends page.
MEASURES = {**CODES["measure"], "index": "指数", "part": "占所选合计"}
BASES, BOUNDS, STATUSES, TIERS, REVIEWS = (
    dict(CODES[column]) for column in ("basis", "bound", "status", "target_tier", "review")
)
CONFIDENCES = {"high": "高|把握", "medium": "中|把握", "low": "低|把握"}
FINDINGS = {"growth": "增速", "whole": "部分与全部", "parts": "分项之和", "jump": "倍数", "attainment": "完成率"}
DERIVATIONS = {
    "level": "由上年水平和本期增速推算",
    "growth": "由两年的水平推算，未扣除价格",
    "part": "由两个累计数相减",
    "share": "由部分和全部推算",
    "implied_target": "由增速目标和上年水平推算",
}
DOUBTS = {"check": "对不上", "rivals": "说法不一", "low": "把握低", "park": "园区不明", "phrase": "指标不明"}
FATES = {"read": "已读取", "set_aside": "排除", "not_understood": "未读懂"}
FORMATS = {
    "txt": "纯文本",
    "md": "Markdown",
    "html": "网页",
    "htm": "网页",
    "pdf": "PDF",
    "docx": "Word",
    "xlsx": "Excel",
    "csv": "CSV",
    "tsv": "TSV",
}
VERDICTS = {
    "met": "已达到",
    "met_early": "已提前达到",
    "not_met": "未达到",
    "under_way": "进行中",
    "lapsed": "期已满，未见全期实绩",
    "undecided": "尚难判断",
    "none": "尚无实绩",
}


class Words:
    """`words("共 {n} 条", n=3)` is the text in the language of `words`.

    A text without a translation is shown in Chinese rather than not at all. Where one Chinese text needs two
    translations, what follows a | tells them apart and is not shown: `words("目标|页")`.
    """

    def __init__(self, language: str) -> None:
        self.language: Language = "en" if language == "en" else "zh"
        self._texts = {} if self.language == "zh" else _texts(self.language)

    def __call__(self, text: str, **fields: object) -> str:
        """The text in the reader's language, with its {fields} filled in."""
        translated = self._texts.get(text, text.partition("|")[0])
        return translated.format(**fields) if fields else translated

    def of(self, error: ParkIndicatorsError) -> str:
        """What an error of the core says, in the reader's language where that is known; so of an error within it."""
        return self(error.text, **{name: self._filled(field) for name, field in error.fields.items()})

    def _filled(self, field: object) -> object:
        return self.of(field) if isinstance(field, ParkIndicatorsError) else self._texts.get(str(field), field)

    def code(self, names: dict[str, str], code: str) -> str:
        """The name of a code of the table; free text (the whole of a share, `GDP`) stays as it is."""
        return self(names[code]) if code in names else code


@cache
def _texts(language: str) -> dict[str, str]:
    source = resources.files("dashboard").joinpath(f"locales/{language}/LC_MESSAGES/messages.po")
    with source.open("rb") as file:
        return {str(message.id): str(message.string) for message in read_po(file) if message.id and message.string}
