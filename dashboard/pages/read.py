"""Any text, read on the spot: nothing of it is kept."""

from typing import Any

import dash_mantine_components as dmc
from dash import Dash, Input, Output, State, dcc, html
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.components.charts import empty
from dashboard.components.document_view import document_view
from dashboard.components.shell import page
from dashboard.library import Library
from dashboard.shelf import Shelf
from dashboard.state import Choice, decode
from dashboard.words import Words
from indicators.clock import Clock
from indicators.documents import Document, read_head
from indicators.reading import read_text
from indicators.table import to_table

PATH = "/read"
MOST_CHARACTERS = 200_000
EXAMPLE = (
    "云麓高新区2023年工作简报\n发布日期:2024-01-18\n\n"
    "2023年,云麓高新区规模以上工业总产值1286.4亿元,同比增长9.2%;新增高新技术企业63家,总数达到412家。"
    "一般公共预算收入首次突破50亿元。2024年,固定资产投资力争增长10%,确保增长8%。"
)


def view(library: Library, choice: Choice, words: Words) -> list:
    """The whole page: a field for the text, what it says of itself, a button, what was read."""
    lead = words("粘贴任何一段文字，看每个数读成了什么、为什么没有读。文字不保存。")
    text = dmc.Textarea(
        id=ids.READ_TEXT,
        label=words("文字"),
        value=EXAMPLE,
        autosize=True,
        minRows=5,
        maxRows=16,
    )
    more = html.Div(
        [
            dmc.TextInput(id=ids.READ_DAY, label=words("发布日期（文中没有时）"), placeholder="2024-01-18"),
            dmc.TextInput(id=ids.READ_PARK, label=words("园区（文中没有时）")),
            dmc.Button(words("读一遍"), id=ids.READ_BUTTON),
        ],
        className="controls",
    )
    address = dcc.Location(id=ids.READ_URL, refresh=False)
    form = dmc.Paper(dmc.Stack([text, more], gap="sm"), withBorder=True, p="md", mb="md")
    return page(words("试读"), lead, [address, form, html.Div(id=ids.READ_VIEWED)])


def viewed(library: Library, text: str, published: str, park: str, choice: Choice, words: Words) -> list[Any]:
    """What was read in a text."""
    if not text.strip():
        return [empty(words("没有文字"), words("请先粘贴一段文字。"))]
    if len(text) > MOST_CHARACTERS:
        return [empty(words("文字太长"), words("一次最多读 {n} 个字，请分几次。", n=f"{MOST_CHARACTERS:,}"))]
    try:
        Clock.of(published.strip())
    except ValueError:
        return [empty(words("发布日期不对"), words("日期写成 2024-01-18、2024-01 或 2024。"))]
    reading = read_text(text, published.strip(), park.strip(), "")
    head = read_head(text)
    document = Document(
        words("粘贴的文字"), text, head["title"], head["publisher"], reading.published, head["source"], reading.marks
    )
    rows = to_table(list(reading.observations))
    return [document_view(library, document, rows, choice, words, kept=False)]


def register(app: Dash, shelf: Shelf) -> None:
    """The page's callback: button -> what was read."""

    @app.callback(
        Output(ids.READ_VIEWED, "children"),
        Input(ids.READ_BUTTON, "n_clicks"),
        State(ids.READ_TEXT, "value"),
        State(ids.READ_DAY, "value"),
        State(ids.READ_PARK, "value"),
        State(ids.READ_URL, "search"),
        prevent_initial_call=True,
    )
    def read(clicks: int | None, text: str, day: str, park: str, search: str) -> list[Any]:
        if not clicks:
            raise PreventUpdate
        choice = decode(Choice, search)
        return viewed(shelf.at(choice.as_of), text or "", day or "", park or "", choice, Words(choice.lang))
