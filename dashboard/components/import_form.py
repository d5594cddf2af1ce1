"""The ways in: a field to drop files on, and one to paste a text into. `assets/import.js` does the sending."""

from typing import Any

import dash_mantine_components as dmc
from dash import html

from dashboard import ids
from dashboard.components.attributes import attributes
from dashboard.intake.staging import MOST_BYTES
from dashboard.words import Words
from indicators.formats import OFFICE_SUFFIXES, SHOWN, SUFFIXES


def drop_field(words: Words) -> html.Div:
    """Where files are dropped or chosen, how far their reading is, and the way to stop it."""
    texts = attributes(
        data_drop=words("把文件或文件夹拖到这里，或点这里选"),
        data_kinds=words("{kinds}；每个最多 {n} MB", kinds=SHOWN.replace("、", " "), n=MOST_BYTES >> 20),
        data_accept=",".join(sorted(SUFFIXES | OFFICE_SUFFIXES | {".zip"})),
        data_most=str(MOST_BYTES),
        data_reading=words("正在读 {done}/{total}：{name}"),
        data_keeping=words("正在保存 {done}/{total}：{name}"),
        data_stopped=words("已停止：做完 {done}，还剩 {left}。做完的都在下面，其余的可以再来一次。"),
        data_kept=words("保存了 {added} 篇，库里已有 {there} 篇，没有保存 {failed} 篇。"),
        data_refused=words("没有放进来：{name}：{why}"),
        data_broken=words("和服务器的连接断了；做完的都在，请再试一次。"),
        data_large=words("文件超过 {n} MB；请拆成几个。", n=MOST_BYTES >> 20),
        data_nothing=words("没有选中可以保存的文档。"),
    )
    work = html.Div(
        [
            html.Div(html.Div(id="import-bar"), className="import-track", **attributes(aria_hidden="true")),
            html.Span("", id="import-done"),
            html.Button(words("停止"), id="import-stop", className="tool"),
        ],
        id="import-work",
        className="import-work",
        hidden=True,
    )
    said = html.Div("", id="import-said", className="import-said", role="status")
    return html.Div([html.Div(id="drop-slot", **texts), work, said])


def paste_field(words: Words) -> html.Details:
    """A text by hand, with what its head would say."""
    fields = [
        dmc.TextInput(id=ids.PASTE_TITLE, label=words("标题|文档"), className="wide"),
        dmc.TextInput(id=ids.PASTE_PUBLISHER, label=words("发布单位"), className="narrow"),
        dmc.TextInput(id=ids.PASTE_DAY, label=words("发布日期"), placeholder="2024-01-18", className="narrow"),
    ]
    form: list[Any] = [
        html.Div(fields, className="controls"),
        dmc.Textarea(id=ids.PASTE_TEXT, label=words("文字"), autosize=True, minRows=5, maxRows=14),
        dmc.Group([dmc.Button(words("读一遍"), id=ids.PASTE_BUTTON), html.Span(id=ids.PASTE_SAID, role="alert")]),
    ]
    return html.Details([html.Summary(words("粘贴文字")), dmc.Stack(form, gap="sm", mt="xs")], className="paste")
