"""Why a number was read so: rule, words it went by, period and park from where, and what else was said of the same."""

from typing import Any

import dash_mantine_components as dmc
import pandas as pd
from dash import dcc, html

from dashboard import ids
from dashboard.components.charts import empty
from dashboard.components.decided import decided_by, review_of
from dashboard.components.evidence import other_statements
from dashboard.components.shell import page
from dashboard.components.statement import confidence_of, document_link, split_sentence
from dashboard.components.tables import table
from dashboard.library import Library
from dashboard.reasons import Reason, reasons, rule_of
from dashboard.state import WhyChoice
from dashboard.units import number, stated
from dashboard.words import BASES, BOUNDS, MEASURES, STATUSES, TIERS, Words
from indicators.spans import span_label

PATH = "/why"
ABOUT = {
    "value": "数",
    "park": "园区",
    "indicator_text": "指标原文",
    "indicator": "指标",
    "bound": "限定",
    "status": "性质",
    "period": "期间",
}
WHERE = {
    "figure": "数字本身",
    "sentence": "同一句里",
    "passage": "同一段里",
    "before": "前文",
    "above": "前文",
    "section": "小标题",
    "document": "标题",
    "column": "表头",
    "published": "发布日期",
    "given": "读取时指定",
    "text": "全文最常提到的",
    "beside": "前一个数",
    "rule": "规则",
    "name": "名称",
    "period": "时期未到",
    "list": "指标目录",
    "": "不明",
}


def view(library: Library, choice: WhyChoice, words: Words) -> list:
    """The whole page."""
    lead = words("一个数是怎样读出来的：按哪条规则，凭哪些字，时期和园区从哪里来。")
    address = dcc.Location(id=ids.WHY_URL, refresh="callback-nav")
    rows = library.rows_of(choice.name)
    rows = rows[rows["start"].astype("str") == choice.at]
    if rows.empty:
        advice = words("请从任一句原文旁的“为什么这样读”进来。")
        return page(words("为什么"), lead, [address, empty(words("没有这个数"), advice)])
    parts = [_one(library, int(row), choice, words) for row in rows.index]
    return page(words("为什么"), lead, [address, dmc.Stack(parts, gap="lg")])


def _one(library: Library, row: int, choice: WhyChoice, words: Words) -> html.Div:
    said = library.observation(row)
    document = library.document(said["document"])
    before, figure, after = split_sentence(said["sentence"], document, int(said["start"]), int(said["end"]))
    quote = html.Blockquote([before, html.Mark(figure, className="figure"), after], className="sentence")
    found = reasons(said, document) if document else []
    decided = decided_by(library, said, words)
    head = [words(text) for text in ("读出了什么", "是什么", "凭哪些字", "在哪里")]
    body = [_line(library, said, reason, words) for reason in found]
    left = [
        dmc.Title(stated(said, words.language), order=2, size="h3"),
        quote,
        *_confidence(said, "" if decided else review_of(said, words), words),
        *decided,
        document_link(said, choice, words("在原文中查看 →")),
        table(head, body, words("依据"), least_width=420),
        *_rule(said, words),
    ]
    series = library.series_of(row)
    right: list[Any] = [dmc.Title(words("同一件事还有谁说"), order=2, size="h4")]
    right += other_statements(library, series, words)
    right.append(dmc.Text(words("取数的规矩：后发布的优先，其次更确切的；不同的说法都留着。"), size="sm", c="dimmed"))
    columns = [
        html.Div(
            dmc.Paper(dmc.Stack(left, gap="sm"), withBorder=True, p="md", className="evidence"), className="column"
        ),
        html.Div(right, className="column"),
    ]
    return html.Div(columns, className="two-columns")


def _confidence(said: pd.Series, reviewed: str, words: Words) -> list[Any]:
    """How sure the reading is, what people say to it, and what of it was inferred."""
    said_so = " · ".join(filter(None, (confidence_of(said, words), reviewed)))
    inferred = said["reasons"].split("；") if said["reasons"] else []
    if not said_so:
        return []
    return [
        dmc.Text(
            [html.Strong(said_so), *(f" · {words(reason)}" for reason in inferred)], size="sm", className="confidence"
        )
    ]


def _line(library: Library, said: pd.Series, reason: Reason, words: Words) -> list[Any]:
    cue = html.Mark(reason.words, className="cue") if reason.words else "—"
    return [words(ABOUT[reason.about]), _meaning(library, said, reason.about, words), cue, words(WHERE[reason.where])]


def _meaning(library: Library, said: pd.Series, about: str, words: Words) -> str:
    if about == "value":
        return f"{number(said['value'])} {said['unit']} = {number(said['value_base'])} {said['unit_base']}"
    if about == "indicator":
        return f"{library.title(said['indicator'], words.language)} ({said['indicator']})"
    if about == "period":
        return span_label(said["period_start"], said["period_end"], words.language)
    if about == "bound":
        return words.code(BOUNDS, said["bound"])
    if about == "status":
        tier = f" · {words.code(TIERS, said['target_tier'])}" if said["target_tier"] else ""
        return words.code(STATUSES, said["status"]) + tier
    return str(said[about])


def _rule(said: pd.Series, words: Words) -> list[Any]:
    """The rule's name, the measure that it gives, and texts that it reads in the same way."""
    measure = " ".join(filter(None, (words.code(MEASURES, said["measure"]), words.code(BASES, said["basis"]))))
    parts: list[Any] = [
        html.P([words("规则"), " ", html.Code(said["rule"]), f" → {measure}"], className="rule-line"),
    ]
    rule = rule_of(said["rule"])
    if rule is not None and rule.reads:
        examples = html.Ul([html.Li([html.Q(text), f" → {read}"]) for text, read in list(rule.reads.items())[:4]])
        parts.append(html.Details([html.Summary(words("这条规则还这样读")), examples], className="others"))
    return parts
