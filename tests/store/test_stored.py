"""The archive asked piece by piece answers as the same archive does in memory; on both databases."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from sqlalchemy import Engine

from indicators.conditions import Condition, Days, Either, Every, Not, Number, OneOf, Spans, Text
from indicators.holdings import Held, Holdings
from indicators.series import build_series
from indicators.store.deciding import add, correct, reject, reviewed
from indicators.store.engine import reading
from indicators.store.importing import import_paths
from indicators.store.loading import Choice
from indicators.store.meanings import say
from indicators.store.present import load_archive
from indicators.store.stored import Stored
from tests.store.conftest import write

PARK = "云麓高新区"
OTHER = "2022年，江北经开区规模以上工业总产值320.5亿元，增长4.5%-5%。利用外资1.2亿美元。力争2025年税收达到60亿元。\n"
YEAR = (date(2023, 1, 1), date(2023, 12, 31))
CONDITIONS: dict[str, Condition | None] = {
    "all": None,
    "none of nothing": Every(()),
    "one of nothing": Either(()),
    "a park": OneOf("park", frozenset([PARK])),
    "names": OneOf("name", frozenset(["fixed_asset_investment", "actual_foreign_investment"])),
    "a document": OneOf("document", frozenset(["江北.txt"])),
    "not": Not(OneOf("measure", frozenset(["level"]))),
    "contains": Text("sentence", "contains", "税收"),
    "a sign that databases read": Text("sentence", "contains", "4.5%-5%"),
    "begins": Text("document", "startsWith", "江"),
    "ends": Text("unit", "endsWith", "元"),
    "upper case": Text("document", "contains", "txt"),
    "equal": Text("indicator_text", "equals", "税收"),
    "unequal": Text("indicator_text", "notEqual", "税收"),
    "without": Text("sentence", "notContains", "税收"),
    "blank": Text("target_tier", "blank"),
    "filled": Text("basis", "notBlank"),
    "number": Number("value", "greaterThan", 50),
    "between": Number("value", "inRange", 4.5, 50),
    "days": Days("period_end", date(2022, 1, 1), date(2023, 12, 31)),
    "from a day": Days("period_end", since=date(2024, 1, 1)),
    "periods": Spans(frozenset([YEAR, (None, None)])),
    "both": Every(
        (OneOf("status", frozenset(["actual"])), Either((Number("value", "lessThan", 10), Spans(frozenset([YEAR])))))
    ),
}
ORDERS = (
    "",
    "value:desc",
    "value:asc",
    "period:desc",
    "sentence:asc",
    "document:desc",
    "period_start:asc",
    "nothing:asc",
)


@pytest.fixture
def filled(engine: Engine, folder: Path) -> Engine:
    """Four documents, one without a date; a row corrected, one rejected, one added; a version superseded."""
    (folder / "江北.txt").write_text(f"标题：江北经开区二〇二二年\n发布日期：2023-02\n\n{OTHER}", "utf-8")
    (folder / "无日期.txt").write_text("标题：无日期\n\n云麓高新区有企业412家。\n", "utf-8")
    import_paths(engine, [folder])
    newer = folder / "新版" / "3.txt"
    newer.parent.mkdir()
    write(newer, title="云麓高新区第3号简报", value=99)
    import_paths(engine, [newer])
    with reading(engine) as connection:
        rows = reviewed(connection, Choice(documents=("1.txt",)))
    keys = rows.set_index("value")["key"]
    correct(engine, str(keys[46.0]), "张三", "看错了", {"value": "64", "park": "江北经开区"})
    reject(engine, str(keys[9.0]), "张三", "不是")
    fields = {"park": PARK, "indicator_text": "产值", "measure": "level", "value": "2023", "unit": "亿元"}
    add(engine, "2.txt", "【2023】年", "张三", "漏了", fields | {"bound": "exact", "status": "actual"})
    say(engine, "indicator", "利用外资", "actual_foreign_investment", "张三")
    say(engine, "park", "江北经开区", "江北高新区", "张三")
    return engine


@pytest.fixture
def both(filled: Engine) -> tuple[Holdings, Holdings]:
    return Held(load_archive(filled)), Stored(lambda: filled)


def said(rows: pd.DataFrame, sort: bool = False) -> list[tuple[Any, ...]]:
    """The rows as plain values, whatever their labels."""
    columns = ["document", "start", "park", "name", "measure", "value", "unit", "status", "review", "period_end"]
    found = [tuple(map(str, row)) for row in rows[columns].itertuples(index=False, name=None)]
    return sorted(found) if sort else found


DAYS = pytest.mark.parametrize("day", ["", "2024-01-18", "2024-01-17", "2023-02-28", "2023-03-31", "2020-01-01"])


def at(both: tuple[Holdings, Holdings], day: str) -> list[Holdings]:
    return [one.as_of(day) if day else one for one in both]


@DAYS
def test_counts_are_the_same(both, day: str):
    asked: list[Callable[[Holdings], Any]] = [
        lambda one: one.total,
        lambda one: sorted(map(str, one.pairs().itertuples(index=False, name=None))),
        lambda one: list(one.known().itertuples(index=False, name=None)),
        lambda one: one.per_document(),
        lambda one: one.per_document(PARK),
        lambda one: sorted(map(str, one.spans().itertuples(index=False, name=None))),
        lambda one: sorted(one.documents),
        lambda one: one.lengths(),
        lambda one: one.texts_with("利用外资"),
    ]
    held, stored = at(both, day)
    for ask in asked:
        assert ask(stored) == ask(held)


@DAYS
def test_rows_and_their_series_are_the_same(both, day: str):
    held, stored = at(both, day)
    for parks, names in (
        ((PARK,), ()),
        ((PARK, "江北高新区"), ("产值", "tax_revenue", "actual_foreign_investment")),
        (("无处",), ()),
        ((), ()),
    ):
        rows = [one.about(parks, names) for one in (held, stored)]
        assert said(rows[1], sort=True) == said(rows[0], sort=True)
        series = [build_series(one)[["series", "value_base", "document"]].values.tolist() for one in rows]
        assert series[1] == series[0]
    for name in ("1.txt", "江北.txt", "没有.txt"):
        assert said(stored.in_document(name)) == said(held.in_document(name))


@pytest.mark.parametrize("condition", CONDITIONS)
def test_what_meets_a_condition_is_the_same(both, condition: str):
    held, stored = (said(one.at(one.matching(CONDITIONS[condition])), sort=True) for one in both)
    assert stored == held
    assert (condition == "one of nothing") == (not held)


@pytest.mark.parametrize("order", ORDERS)
def test_the_order_is_the_same(both, order: str):
    column = {"": "document", "nothing": "document", "period": "period_end"}.get(name := order.partition(":")[0], name)
    held, stored = (one.at(one.matching(None, order))[column].astype(str).tolist() for one in both)
    assert stored == held
    assert len(both[1].matching(None, order, most=2)) == 2


def test_labels_lead_to_their_rows(both):
    for one in both:
        labels = one.matching(None).tolist()
        assert len(set(labels)) == len(labels) == one.total
        assert one.at(labels[::-1]).index.tolist() == labels[::-1]
        assert one.at([10**9]).empty


def test_a_document_comes_with_its_text(both):
    held, stored = both
    assert stored.document("江北.txt").text == held.document("江北.txt").text
    assert stored.document("江北.txt").marks == held.document("江北.txt").marks
    assert stored.document("没有.txt") is None
    assert stored.as_of("2023-01-01").document("江北.txt") is None
