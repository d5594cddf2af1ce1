"""Small builders for the controls that pages share."""

from collections.abc import Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import html

from dashboard.components.attributes import attributes
from dashboard.library import Library
from dashboard.words import Words


def segmented(id_: str, label: str, data: Sequence[tuple[str, str]], value: str) -> html.Div:
    """A choice of a few, all in sight."""
    options = [{"value": key, "label": text} for key, text in data]
    control = dmc.SegmentedControl(id=id_, data=options, value=value, **attributes(aria_label=label))
    return html.Div([html.Span(label, className="control-label"), control])


def parks_field(id_: str, options: Sequence[str], value: Sequence[str], words: Words) -> dmc.MultiSelect:
    """Any number of parks."""
    return dmc.MultiSelect(
        id=id_,
        label=words("园区与地区"),
        data=list(options),
        value=list(value),
        searchable=True,
        hidePickedOptions=True,
        nothingFoundMessage=words("没有这个园区"),
        clearable=False,
        limit=200,
        className="wide",
    )


def park_field(id_: str, options: Sequence[str], value: str, words: Words) -> dmc.Select:
    """One park."""
    return dmc.Select(
        id=id_,
        label=words("园区与地区"),
        data=list(options),
        value=value or None,
        searchable=True,
        allowDeselect=False,
        nothingFoundMessage=words("没有这个园区"),
        limit=200,
        className="wide",
    )


def any_park_field(id_: str, options: Sequence[str], value: str, words: Words) -> dmc.Select:
    """One park, or all."""
    return dmc.Select(
        id=id_,
        label=words("园区与地区"),
        data=list(options),
        value=value or None,
        placeholder=words("全部"),
        searchable=True,
        clearable=True,
        limit=200,
        className="wide",
    )


def indicator_field(
    id_: str, groups: list[dict[str, Any]], value: str, words: Words, label: str = "", kind: str = "wide"
) -> dmc.Select:
    """One indicator, with its number of values."""
    return dmc.Select(
        id=id_,
        label=label or words("指标"),
        data=groups,
        value=value,
        searchable=True,
        allowDeselect=False,
        nothingFoundMessage=words("没有这个指标"),
        maxDropdownHeight=380,
        className=kind,
    )


def indicator_groups(library: Library, parks: tuple[str, ...], chosen: str, words: Words) -> list[dict[str, Any]]:
    """The indicators of these parks for a field: the catalogue's, then other phrases; the one chosen is among them."""
    options = library.indicator_options(parks)
    if chosen and chosen not in {option.name for option in options}:
        options = (*(one for one in library.indicator_options() if one.name == chosen), *options)
    groups = []
    for known, title in ((True, words("指标目录")), (False, words("文中的其他说法"))):
        items = [
            {"value": option.name, "label": f"{library.title(option.name, words.language)} ({option.values})"}
            for option in options
            if option.known == known
        ]
        if items:
            groups.append({"group": title, "items": items[:400]})
    return groups


def select(id_: str, label: str, data: Sequence[tuple[str, str]], value: str) -> dmc.Select:
    """A choice of several that need not all be in sight."""
    options = [{"value": key, "label": text} for key, text in data]
    return dmc.Select(id=id_, label=label, data=options, value=value, allowDeselect=False, className="narrow")


def day_field(id_: str, value: str, words: Words, placeholder: str, **named: Any) -> dmc.DatesProvider:
    """A day, shown as the language writes it; ISO 8601 is understood, too, and is what `value` holds."""
    chinese = words.language == "zh"
    field = dmc.DateInput(
        id=id_,
        value=value or None,
        valueFormat="YYYY年M月D日" if chinese else "D MMM YYYY",
        monthLabelFormat="YYYY年M月" if chinese else "MMMM YYYY",
        placeholder=placeholder,
        clearable=True,
        clearButtonProps=attributes(aria_label=words("清除日期")),
        debounce=700,
        **named,
    )
    return dmc.DatesProvider(field, settings={"locale": "zh-cn" if chinese else "en", "firstDayOfWeek": 1})
