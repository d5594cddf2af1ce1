"""The ledger of a text: what became of each number, and whence the parts of a row came."""

from pathlib import Path

import pytest

from indicators.archive import read_archive
from indicators.ledger import Entry, entries, to_text
from indicators.provenance import PLACES

P = "云麓高新区"
HEAD = f"{P}工作简报\n\n发布日期：2024-01-20\n\n"

# text: of its last row, whence period, park, name and outlook are (None where it is no target)
SOURCES = {
    "all in its sentence": (
        f"2023年，{P}税收力争12亿元。",
        [("sentence", "2023年"), ("sentence", P), "sentence", ("sentence", "力争")],
    ),
    "the name of the number before": (
        f"2023年，{P}税收12亿元，增长9%。",
        [("sentence", "2023年"), ("sentence", P), "beside", None],
    ),
    "the sentence before": (
        "2023年，税收12亿元。工业投资9亿元。",
        [("passage", "2023年"), ("document",), "sentence", None],
    ),
    "the passage before": (
        "2023年，税收12亿元。\n\n工业投资9亿元。",
        [("before", "2023年"), ("document",), "sentence", None],
    ),
    "a heading of its section": (
        "一、2024年目标任务\n\n工业投资9亿元。",
        [("section", "2024年"), ("document",), "sentence", ("period",)],
    ),
    "what stands above": (
        "一、目标任务\n\n税收8亿元。",
        [("published",), ("document",), "sentence", ("above",)],
    ),
    "the day of publication": ("高新技术企业86家。", [("published",), ("document",), "sentence", None]),
    "another park of its passage": (
        "2023年，青溪高新区税收12亿元。工业投资9亿元。",
        [("passage", "2023年"), ("passage",), "sentence", None],
    ),
    "the year of a plan, not yet over": (
        f"2030年，{P}税收12亿元。",
        [("sentence", "2030年"), ("sentence", P), "sentence", ("period",)],
    ),
    "a column": (
        "|指标|2022年|2024年目标|\n|---|---|---|\n|税收（亿元）|12|15|",
        [("column",), ("document",), "sentence", ("column",)],
    ),
}  # fmt: skip


@pytest.fixture
def ledger(tmp_path: Path):
    def read(text: str, **given: str) -> list[Entry]:
        (tmp_path / "文.txt").write_text(text, encoding="utf-8")
        archive = read_archive([tmp_path], **given)
        return entries(archive.documents[0], archive.observations)

    return read


def brief(source: dict | None) -> tuple[str, ...] | None:
    return source and tuple(source[part] for part in ("place", "words") if part in source)


@pytest.mark.parametrize(("text", "wanted"), SOURCES.values(), ids=SOURCES)
def test_whence_the_parts_of_a_row_came(ledger, text: str, wanted: list):
    row = [row for entry in ledger(HEAD + text) for row in entry["rows"]][-1]
    period, park, name, outlook = (row[part]["from"] for part in ("period", "park", "indicator", "status"))
    assert [brief(period), brief(park), name["place"], brief(outlook)] == wanted


def test_words_stand_where_they_say(ledger):
    text = f"{HEAD}2023年 上半年，{P}税 收12亿元；增长9%。\n\n一、2024年安排\n\n{P}税收力 争15亿元。"
    for entry in ledger(text):
        assert text[entry["start"] : entry["end"]] == entry["text"]
        for row in entry["rows"]:
            for part in ("period", "park", "status"):
                source = row[part]["from"]
                if source and "words" in source:
                    assert "".join(text[source["start"] : source["end"]].split()) == source["words"]


def test_a_number_that_gives_two_rows_stands_once(ledger):
    (entry,) = [entry for entry in ledger(f"{HEAD}2023年，{P}税收、工业投资均增长9%。") if entry["rows"]]
    assert [row["indicator"]["text"] for row in entry["rows"]] == ["税收", "工业投资"]


def test_a_park_that_was_given_is_said_to_be(ledger):
    (entry,) = [entry for entry in ledger("2023年，税收12亿元。", park=P) if entry["rows"]]
    assert entry["rows"][0]["park"] == {"name": P, "from": {"place": "given"}}


def test_lines_for_people(ledger):
    shown = to_text(ledger(f"{HEAD}2023年，{P}税收12亿元，增长9%。2024年力争15亿元。它有8。"))
    *lines, last = shown.splitlines()
    first, second, third = (line.strip() for line in lines if "把握" in line)
    assert first == f"时期 2023-01-01–2023-12-31 ← “2023年”（同句）  园区 {P} ← “{P}”（同句）  指标 税收  把握 高"
    assert second.endswith("指标 税收 ← 前一个数  把握 高：指标名承自前一个数")
    assert "目标 ← “力争”（同句）" in third
    assert last.startswith("读出 3  不计 ")
    assert last.endswith("有着落 100.0%")


def test_the_ledger_of_a_text_without_numbers(ledger):
    assert to_text(ledger("园区面貌焕然。")) == "读出 0  不计 0  未懂 0  有着落 100.0%\n"


def test_places_have_names_of_their_own():
    assert all(PLACES.values())
