"""What to write under a table taken from here: of what, by which version, narrowed down how, as known on which day.

The address and the day on which it was looked up are added by the browser that copies it.
"""

from dashboard.downloads.spreadsheets import HEADERS
from dashboard.grid.filters import filters_of
from dashboard.grid.grouping import GROUPS
from dashboard.state import DataChoice
from dashboard.words import Words
from indicators.version import VERSION

# How a condition of the grid is said; those that are signs need no translation.
CONDITIONS = {
    "contains": "含",
    "notContains": "不含",
    "equals": "=",
    "notEqual": "≠",
    "startsWith": "始于",
    "endsWith": "止于",
    "blank": "为空",
    "notBlank": "不为空",
    "greaterThan": ">",
    "greaterThanOrEqual": "≥",
    "lessThan": "<",
    "lessThanOrEqual": "≤",
    "inRange": "介于",
}


def citation(choice: DataChoice, as_of: str, words: Words) -> str:
    """The line for a resolved choice of the data page; `as_of` is the day whose knowledge it shows, "" for now."""
    asked = [words("搜索“{q}”", q=choice.q)] if choice.q.strip() else []
    asked += list(conditions(choice, words).values())
    if choice.by:
        asked.append(words("按{columns}分组", columns=words("、").join(words(GROUPS[key]) for key in choice.by)))
    parts = [words("园区指标 Park Indicators {version}，观测表", version=VERSION)]
    parts += [words("；").join(asked)] if asked else []
    parts += [words("截至 {day} 的文档", day=as_of)] if as_of else []
    return words("，").join(parts)


def conditions(choice: DataChoice, words: Words) -> dict[str, str]:
    """What the choice's filters ask of each column, as a reader says it."""
    headers = HEADERS | {"period": "期间"}
    return {
        column: _said(words(headers[column]), condition, words)
        for column, condition in filters_of(choice).items()
        if column in headers and isinstance(condition, dict)
    }


def _said(header: str, condition: dict[str, object], words: Words) -> str:
    kind = str(condition.get("type", ""))
    verb = words(CONDITIONS[kind]) if kind in CONDITIONS else kind
    value = str(condition.get("filter") or "")
    if kind == "inRange":
        value += f"–{condition.get('filterTo')}"
    return " ".join(filter(None, (header, verb, value)))
