"""What a person can say to a value, or to a phrase: accept, correct, reject; what it stands for. One form on a page.

The form only shows; what becomes of its buttons and fields is in `editing.deciding`. Keys press its buttons, see
`assets/shortcuts.js`.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from dashboard import ids
from dashboard.access.editors import Access
from dashboard.components.attributes import attributes
from dashboard.downloads.spreadsheets import HEADERS
from dashboard.editing.worklist import key_of, known_parks
from dashboard.library import Library
from dashboard.state import Choice, link
from dashboard.words import BASES, BOUNDS, MEASURES, STATUSES, TIERS, Words
from indicators.decisions import plain_row

FIELDS = (
    "value", "unit", "indicator", "indicator_text", "measure", "basis", "bound", "status", "target_tier",
    "period_start", "period_end", "park", "segment",
)  # fmt: skip
DAYS = ("period_start", "period_end")
NEEDED = ("value", "unit", "measure", "bound", "status")
_CODES: Mapping[str, Mapping[str, str]] = {
    "measure": MEASURES, "basis": BASES, "bound": BOUNDS, "status": STATUSES, "target_tier": TIERS,
}  # fmt: skip
_NOT_READ = ("index", "part")  # measures of charts, which no text states
GROUNDS = ("读错了数", "时期不对", "不是这个园区的数", "不是这个指标", "重复", "不是指标")


def decision_form(library: Library, label: int, here: Choice, words: Words, access: Access) -> html.Div:
    """The form for one observation, by its label; why there is none where the visitor may not decide."""
    if access.why_not:
        return html.Div(closed(here, words, access), className="decision")
    said = library.observation(label)
    key, was = key_of(library, label), as_texts(said)
    seen = {key: int(said.get("decision", 0))}  # what is decided meanwhile by another is not overwritten
    fields = [form_field(library, name, was[name], words) for name in FIELDS]
    reasons = [words(text) for text in GROUNDS]
    correct = [
        html.Div(fields, className="decision-fields"),
        form_reason("reason", reasons, words),
        form_button("correct", key, words("保存更正"), variant="filled", form_key="Ctrl+Enter"),
    ]
    reject = [
        form_reason("why_not", reasons, words),
        form_button("reject", key, words("否定这个数"), variant="filled", color="red", form_key="Ctrl+Enter"),
    ]
    parts: list[Any] = [
        dcc.Store(id=ids.DECISION_WAS, data={**was, "seen": seen}),
        form_button("accept", key, words("认可"), shortcut="a", variant="filled"),
        _panel(words("更正"), "e c", correct),
        _panel(words("否定"), "r", reject),
        undo_button(words),
    ]
    return html.Div(parts, className="decision")


def prefer_button(library: Library, label: int, place: int, words: Words) -> dmc.Button:
    """What accepts another statement of the same thing, so that it is the one taken; its key is its `place`."""
    return form_button("accept", key_of(library, label), words("以这一处为准"), shortcut=str(place), size="xs")


def meaning_form(
    library: Library, column: str, phrase: str, likely: Sequence[str], here: Choice, words: Words, access: Access
) -> html.Div:
    """The form that says what a phrase stands for: an indicator, or (of a `column` "park") a park; `likely` are the
    first to be offered."""
    if access.why_not:
        return html.Div(closed(here, words, access), className="decision")
    is_park = column == "park"
    names = [*dict.fromkeys((*library.parks(), *known_parks()))] if is_park else list(library.catalogue)
    options = [{"value": name, "label": name if is_park else library.title(name, words.language)} for name in names]
    offers = [
        form_button(f"mean{place}", column, library.title(name, words.language), shortcut=str(place), variant="light")
        for place, name in enumerate(likely, start=1)
    ]
    choose = dmc.Select(
        id=ids.decision_field("meaning"),
        label=words("是哪个园区") if is_park else words("是目录里的哪个指标"),
        data=options,
        searchable=True,
        clearable=True,
        limit=60,
        nothingFoundMessage=words("没有这个园区") if is_park else words("没有这个指标"),
        selectFirstOptionOnChange=True,
        **attributes(data_first="e"),
    )
    alone = words("就是一个单独的园区") if is_park else words("目录里没有，就用这个名称")
    parts: list[Any] = [
        dcc.Store(id=ids.DECISION_WAS, data={"phrase": phrase, "likely": list(likely)}),
        *([html.Div(offers, className="decision-offers")] if offers else []),
        choose,
        form_button("mean", column, words("就是它"), shortcut="m", variant="filled"),
        form_button("alone", column, alone, shortcut="a"),
        undo_button(words),
    ]
    return html.Div(parts, className="decision")


def undo_button(words: Words) -> html.Div:
    """What takes the last decision of this visit back, and where it is said what could not be done."""
    button = dmc.Button(
        words("撤销上一个"), id=ids.UNDO, rightSection=_keys("u"), variant="subtle", **attributes(data_shortcut="u")
    )
    said = html.Div(id=ids.DECISION_SAID, className="decision-said", **attributes(aria_live="assertive"))
    return html.Div([button, said])


def as_texts(row: Any) -> dict[str, str]:
    """A row's fields as the form holds them: numbers in full, days in ISO 8601."""
    said = plain_row(row)
    return {name: f"{said[name]:.15g}" if name == "value" else str(said[name]) for name in FIELDS}


def closed(here: Choice, words: Words, access: Access) -> list[Any]:
    """Why the visitor may not decide, and the way to sign in where there is one."""
    parts: list[Any] = [dmc.Text(words(access.why_not), size="sm", c="dimmed")]
    if access.can_sign_in:
        parts.append(dmc.Anchor(words("登录"), href=link("/sign-in", Choice(here.lang, here.as_of)), size="sm", fw=600))
    return parts


def _panel(title: str, keys: str, content: list[Any]) -> html.Details:
    summary = html.Summary([title, _keys(keys)], **attributes(data_shortcut=keys))
    return html.Details([summary, html.Div(content, className="decision-panel")], className="decision-more")


def form_button(what: str, key: str, text: str, shortcut: str = "", form_key: str = "", **more: Any) -> dmc.Button:
    """A button that decides; `key` says on what, see `ids.decide`."""
    marks = attributes(data_shortcut=shortcut) if shortcut else attributes(data_submit="true") if form_key else {}
    return dmc.Button(
        text,
        id=ids.decide(what, key),
        rightSection=_keys(shortcut or form_key),
        **{"variant": "default"} | more,
        **marks,
    )


def _keys(keys: str) -> html.Span:
    return html.Span(
        [html.Kbd(key) for key in keys.split(" ") if key], className="keys", **attributes(aria_hidden="true")
    )


def form_reason(name: str, reasons: list[str], words: Words, value: str = "") -> dmc.Autocomplete:
    """The field for the reason, which may be one of some usual ones."""
    return dmc.Autocomplete(
        id=ids.decision_field(name),
        label=words("理由"),
        data=reasons,
        value=value,
        required=True,
        size="xs",
        comboboxProps={"position": "top"},
    )


def form_field(library: Library, name: str, value: str, words: Words) -> Any:
    """The field for one column of a row."""
    common: dict[str, Any] = {"id": ids.decision_field(name), "label": words(HEADERS[name]), "value": value}
    common |= {"size": "xs"}
    if name == "indicator":
        options = [{"value": one, "label": library.title(one, words.language)} for one in library.catalogue]
        return dmc.Select(data=options, searchable=True, clearable=True, limit=60, **common)
    if name in _CODES:
        codes = {code: words(text) for code, text in _CODES[name].items() if code not in _NOT_READ}
        if value and value not in codes:  # the whole of a share is said in the text's own words
            codes[value] = value
        options = [{"value": code, "label": text} for code, text in codes.items()]
        return dmc.Select(data=options, clearable=name not in NEEDED, allowDeselect=name not in NEEDED, **common)
    if name == "park":
        return dmc.Autocomplete(data=library.parks(), limit=30, **common)
    placeholder = "2024-12-31" if name in DAYS else None
    return dmc.TextInput(placeholder=placeholder, required=name in NEEDED, debounce=True, **common)
