"""Colours, type and the settings that every chart shares.

Hues are Okabe and Ito's, darkened for white paper or lightened for black so that each stands 3:1 against it. Vermilion
belongs to targets alone. Colour never says anything that shape does not say too.
"""

import json
from functools import cache
from importlib import resources
from typing import Any

FONT = (
    'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", '
    '"Noto Sans CJK SC", "Noto Sans SC", sans-serif'
)
ENTITY_COLOURS = {
    "light": ("#0072b2", "#00805d", "#a0548a", "#8a6a00", "#3a3f9e", "#4d6b78", "#7a4b2a"),
    "dark": ("#56b4e9", "#2fc79a", "#e39cc6", "#f0c93c", "#9aa2ff", "#a8c3cf", "#d6a985"),
}
TARGET = {"light": "#c24a00", "dark": "#ff8a4c"}
INK = {"light": "#343a40", "dark": "#d4d7da"}
FAINT = {"light": "#868e96", "dark": "#8f959b"}
RULE = {"light": "#dee2e6", "dark": "#3b3e42"}
PAPER = {"light": "#ffffff", "dark": "#1f2226"}
BAND = {"light": "rgba(0,114,178,0.14)", "dark": "rgba(86,180,233,0.20)"}
SHADE = {"light": "rgba(134,142,150,0.09)", "dark": "rgba(255,255,255,0.035)"}

MANTINE: dict[str, Any] = {
    "fontFamily": FONT,
    "headings": {"fontFamily": FONT, "fontWeight": "650"},
    "primaryColor": "park",
    "primaryShade": {"light": 7, "dark": 7},
    "defaultRadius": "md",
    "autoContrast": True,
    "colors": {
        "park": [
            "#e6f3fb",
            "#cce5f5",
            "#9bcbea",
            "#6db3df",
            "#56b4e9",
            "#2f8fc9",
            "#1680bd",
            "#00639c",
            "#005384",
            "#00416a",
        ],
    },
}


def scheme_of(light: str | None) -> str:
    """ "dark" or "light", light until the browser has said which."""
    return "dark" if light == "dark" else "light"


def graph_config(language: str, filename: str = "chart") -> dict[str, Any]:
    """The settings of every `dcc.Graph`: nothing is ever sent anywhere, Chinese texts, few buttons."""
    config: dict[str, Any] = {
        "showSendToCloud": False,
        "showEditInChartStudio": False,
        "displaylogo": False,
        "displayModeBar": "hover",
        "modeBarButtons": [["toImage", "zoom2d", "pan2d", "resetScale2d"]],
        "toImageButtonOptions": {"format": "png", "filename": filename, "scale": 2},
        "responsive": True,
        "doubleClick": "reset",
    }
    if language == "zh":
        config |= {"locale": "zh-CN", "locales": {"zh-CN": _data("plotly.zh.json")}}
    return config


def grid_texts(language: str) -> dict[str, str]:
    """The texts of the grid; it has its own English."""
    return _data("grid.zh.json") if language == "zh" else {}


def base_layout(scheme: str) -> dict[str, Any]:
    """What every figure's layout starts from."""
    return {
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": 13, "color": INK[scheme]},
        "hoverlabel": {
            "bgcolor": PAPER[scheme],
            "bordercolor": FAINT[scheme],
            "font": {"family": FONT, "size": 13, "color": INK[scheme]},
            "align": "left",
        },
        "hovermode": "closest",
        "showlegend": False,
        "dragmode": False,
        "modebar": {"bgcolor": "rgba(0,0,0,0)", "color": FAINT[scheme], "activecolor": INK[scheme]},
    }


@cache
def _data(name: str) -> Any:
    return json.loads(resources.files("dashboard").joinpath(f"locales/{name}").read_text("utf-8"))
