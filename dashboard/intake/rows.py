"""What waits in a batch, as rows of a grid."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from dashboard.intake.preview import found_of
from dashboard.intake.staging import Staged
from dashboard.intake.troubles import recalled
from dashboard.state import ImportChoice, link, onward
from dashboard.words import Words

COLOURED = ("trouble", "kept", "there")
KEPT = {"added": "已保存", "superseded": "已保存，取代了旧版", "unchanged": "库里已有"}


def grid_row(staged: Staged, here: ImportChoice, words: Words) -> dict[str, Any]:
    """One file as a row: what it says of itself, its counts, how it stands, and where it is looked at."""
    found = found_of(staged)
    preview = link("/import", onward(ImportChoice, here, batch=here.batch, document=str(staged.number)))
    row: dict[str, Any] = {"id": staged.number, "path": staged.path, "title": staged.path, "state": state_of(staged)}
    row |= {"standing": standing(staged, words), "place": preview}
    row["keepable"] = row["state"] == "ready"
    if found:
        row |= {"title": found.title or staged.path, "published": found.published, "park": found.park}
        row |= {"rows": found.rows, "set_aside": found.set_aside, "not_understood": found.not_understood}
    return row


def grid_columns(words: Words) -> list[dict[str, Any]]:
    """The columns of these rows."""
    counts = (("rows", words("读出|数")), ("set_aside", words("排除")), ("not_understood", words("未读懂")))
    return [
        {"field": "title", "headerName": words("标题|文档"), "flex": 3, "minWidth": 220, "cellRenderer": "FigureLink"},
        {
            "field": "standing",
            "headerName": words("情况"),
            "flex": 3,
            "minWidth": 190,
            "tooltipField": "standing",
            "colSpan": {"function": f"params.data.state == 'trouble' ? {2 + 1 + len(counts)} : 1"},  # it has no counts
            "cellClassRules": {f"import-{state}": f"params.data.state == '{state}'" for state in COLOURED},
        },
        {"field": "published", "headerName": words("日期"), "width": 124},
        {"field": "park", "headerName": words("园区"), "flex": 1, "minWidth": 110},
        *(
            {"field": name, "headerName": said, "width": 116, "type": "rightAligned", "wrapHeaderText": True}
            for name, said in counts
        ),
        {"field": "path", "headerName": words("文件"), "flex": 2, "minWidth": 160, "tooltipField": "path"},
    ]


def state_of(staged: Staged) -> str:
    """How a file stands: "kept", "there" (in the archive before), "trouble", "waiting" to be read, or "ready"."""
    if staged.kept:
        return "there" if staged.kept == "unchanged" else "kept"
    if staged.trouble:
        return "trouble"
    found = found_of(staged)
    if found is None:
        return "waiting"
    return "there" if found.outcome == "unchanged" else "ready"


def standing(staged: Staged, words: Words) -> str:
    """How a file stands, in words."""
    found = found_of(staged)
    if staged.kept:
        return words.code(KEPT, staged.kept)
    if staged.trouble:
        return words("读不了：{why}", why=words.of(recalled(staged.trouble)))
    if found is None:
        return words("还没有读")
    if found.outcome == "unchanged":
        return words("库里已有：{name}", name=found.names[0])
    if found.outcome == "superseded":
        return words("保存后取代旧版：{name}", name="、".join(found.names))
    return words("可以保存")


def sums(staged: Sequence[Staged], words: Words) -> str:
    """How many stand how, in words."""
    counts = Counter(state_of(one) for one in staged)
    said = {
        "waiting": words("{n} 篇还没有读", n=counts["waiting"]),
        "ready": words("{n} 篇可以保存", n=counts["ready"]),
        "kept": words("{n} 篇已保存", n=counts["kept"]),
        "there": words("{n} 篇库里已有", n=counts["there"]),
        "trouble": words("{n} 篇读不了", n=counts["trouble"]),
    }
    return " · ".join(text for state, text in said.items() if counts[state])
