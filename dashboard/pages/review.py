"""What needs a person, the most harmful first, one at a time; made for the keyboard, and for a thumb."""

from dataclasses import replace
from typing import Any

import dash_mantine_components as dmc
from dash import Dash, Input, Output, State, ctx, dcc, html, no_update
from dash.exceptions import PreventUpdate

from dashboard import ids
from dashboard.access.editors import READER, Access
from dashboard.components.attributes import attributes
from dashboard.components.charts import empty
from dashboard.components.decision_form import undo_button
from dashboard.components.fields import any_park_field
from dashboard.components.shell import page
from dashboard.components.task_view import task_view
from dashboard.editing.desk import Desk
from dashboard.editing.worklist import Worklist, is_large
from dashboard.library import Library
from dashboard.shelf import Shelf
from dashboard.state import ReviewChoice, decode, encode, link
from dashboard.words import DOUBTS, Words
from indicators.review import Task

PATH = "/review"
KEYS = (
    ("a", "认可；说法自成一个指标"),
    ("e c", "更正，或选指标"),
    ("r", "否定"),
    ("1 2 3", "就是列出的那个指标；以那一处说法为准"),
    ("n j", "下一条"),
    ("p k", "上一条"),
    ("u", "撤销上一个决定"),
    ("Ctrl+Enter", "保存正在填的"),
    ("Esc", "收起正在填的"),
)


def resolve(library: Library, choice: ReviewChoice, worklist: Worklist) -> tuple[ReviewChoice, list[Task]]:
    """The choice with an unknown park left out and a task of the queue, and the queue; "" where nothing is left."""
    known = library.parks()
    park = choice.park if choice.park in known else ""
    if not park and is_large(library):
        park = known[0]
    doubt = choice.doubt if choice.doubt in DOUBTS else ""
    found = worklist.queue(library, park, doubt)
    there = {task.id for task in found}
    task = choice.task if choice.task in there else (found[0].id if found else "")
    return replace(choice, park=park, doubt=doubt, task=task), found


def view(library: Library, choice: ReviewChoice, words: Words, access: Access) -> list:
    """The whole page: which tasks, how to go on, the task on show."""
    lead = words("没把握的、互相矛盾的、没认出的，先看最要紧的；认可、更正或否定，都记下谁、何时、为什么，可以撤销。")
    fields = [
        any_park_field(ids.REVIEW_PARK, library.parks(), choice.park, words),
        dmc.Select(
            id=ids.REVIEW_DOUBT,
            label=words("哪种疑问"),
            data=[],
            value=choice.doubt or None,
            placeholder=words("全部"),
            clearable=True,
            className="wide",
        ),
    ]
    head: list[Any] = [html.Div(fields, className="controls"), _help(words)]
    content = [
        dcc.Location(id=ids.REVIEW_URL, refresh="callback-nav"),
        dcc.Store(id=ids.REVIEW_NEXT),
        dmc.Paper(head, withBorder=True, p="md", mb="md"),
        html.Div(dmc.Skeleton(height=420), id=ids.REVIEW_VIEWED),
    ]
    return page(words("复核"), lead, content)


def _help(words: Words) -> html.Details:
    lines = [html.Li([*(html.Kbd(key) for key in keys.split(" ")), " ", words(text)]) for keys, text in KEYS]
    summary = html.Summary([words("按键"), " ", html.Kbd("?")], **attributes(data_shortcut="?"))
    return html.Details([summary, html.Ul(lines, className="key-list")], className="others key-help")


def viewed(
    library: Library, choice: ReviewChoice, found: list[Task], made: list[Any], words: Words, access: Access
) -> list[Any]:
    """The bar that says where one is, and the task, for a resolved choice and its queue."""
    standing = [entry for entry in made if not entry["undone"]]
    said = made[-1]["said"] if made else ""
    if not found:
        advice = (
            words("没有等人复核的数。") if not (choice.park or choice.doubt) else words("换一个园区，或看全部疑问。")
        )
        nothing: list[Any] = [empty(words("都复核完了"), advice)]
        return [*nothing, undo_button(words)] if standing else nothing
    place = [task.id for task in found].index(choice.task)
    where = words("第 {i} 条，共 {n} 条", i=place + 1, n=len(found))
    done = words("本次已定 {n} 条", n=len(standing)) if standing else ""
    ways = [
        _way(found, place - 1, choice, words("上一条"), "p k"),
        _way(found, place + 1, choice, words("下一条"), "n j"),
    ]
    bar = html.Div(
        [
            html.Div(
                [html.Strong(where), html.Span(done, className="dimmed"), html.Span(said, className="dimmed")],
                className="review-where",
                role="status",
            ),
            html.Div(ways, className="review-ways"),
        ],
        className="review-bar",
    )
    share = 100 * len(standing) / (len(standing) + len(found))
    progress = dmc.Progress(value=share, size="xs", mb="md", **attributes(aria_label=words("进度")))
    return [bar, progress, task_view(library, found[place], choice, words, access)]


def _way(found: list[Task], place: int, choice: ReviewChoice, text: str, keys: str) -> Any:
    mark = [html.Kbd(key, **attributes(aria_hidden="true")) for key in keys.split(" ")]
    if not 0 <= place < len(found):
        return html.Span([text, *mark], className="tool disabled", **attributes(aria_disabled="true"))
    href = link(PATH, replace(choice, task=found[place].id))
    return dmc.Anchor([text, *mark], href=href, underline="never", className="tool", **attributes(data_shortcut=keys))


def _doubts(every: list[Task], choice: ReviewChoice, words: Words) -> list[dict[str, str]]:
    """The doubts that there are, with the number of tasks that each has."""
    counts = {doubt: sum(doubt in task.doubts for task in every) for doubt in DOUBTS}
    return [
        {"value": doubt, "label": f"{words(text)} ({counts[doubt]})"}
        for doubt, text in DOUBTS.items()
        if counts[doubt] or doubt == choice.doubt
    ]


def chosen(search: str | None, control: Any, value: Any, made: list[Any], after: str) -> ReviewChoice:
    """The choice after a control was set, or a decision made (on to the task `after`), or taken back (to its task)."""
    choice = decode(ReviewChoice, search)
    if control == ids.REVIEW_PARK:
        return replace(choice, park=value or "", task="")
    if control == ids.REVIEW_DOUBT:
        return replace(choice, doubt=value or "", task="")
    if control == ids.DECIDED and made:
        return decode(ReviewChoice, made[-1]["search"]) if made[-1]["undone"] else replace(choice, task=after)
    return choice


def register(app: Dash, shelf: Shelf, desk: Desk | None) -> None:
    """The page's callback: controls, decisions -> address -> task."""
    worklist = Worklist()

    @app.callback(
        Output(ids.REVIEW_URL, "search", allow_duplicate=True),
        Output(ids.REVIEW_PARK, "value"),
        Output(ids.REVIEW_DOUBT, "value"),
        Output(ids.REVIEW_DOUBT, "data"),
        Output(ids.REVIEW_NEXT, "data"),
        Output(ids.REVIEW_VIEWED, "children"),
        Input(ids.REVIEW_URL, "search"),
        Input(ids.REVIEW_PARK, "value"),
        Input(ids.REVIEW_DOUBT, "value"),
        Input(ids.DECIDED, "data"),
        State(ids.REVIEW_NEXT, "data"),
        State(ids.REVIEW_URL, "pathname"),
        prevent_initial_call="initial_duplicate",
    )
    def show(search: str, _park: str, _doubt: str, made: list[Any] | None, after: str, path: str) -> tuple[Any, ...]:
        if path != PATH:
            raise PreventUpdate
        made = made or []
        choice = chosen(search, ctx.triggered_id, ctx.triggered[0]["value"], made, after or "")
        words, library = Words(choice.lang), shelf.at(choice.as_of)
        shown, found = resolve(library, choice, worklist)
        order = [task.id for task in found]
        follows = order[order.index(shown.task) + 1 :] if shown.task else []
        address = encode(shown) if ctx.triggered_id in {ids.REVIEW_PARK, ids.REVIEW_DOUBT, ids.DECIDED} else search
        return (
            address if address != search else no_update,
            shown.park or None,
            shown.doubt or None,
            _doubts(worklist.queue(library, shown.park), shown, words),
            follows[0] if follows else "",
            viewed(library, shown, found, made, words, desk.editors.access() if desk else READER),
        )
