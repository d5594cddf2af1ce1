"""The review page and its form: what they show, what is wrong with what was entered, what a button does."""

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from plotly.utils import PlotlyJSONEncoder

from dashboard import ids
from dashboard.access.editors import SIGN_IN, STRANGERS, Access, Editors
from dashboard.components.decision_form import FIELDS, as_texts, decision_form
from dashboard.editing.deciding import Unfit, changes, decide, problem_of
from dashboard.editing.desk import Desk
from dashboard.editing.stock import Stock
from dashboard.editing.undoing import undo
from dashboard.editing.worklist import Worklist, key_of
from dashboard.library import Library
from dashboard.pages import review
from dashboard.state import ReviewChoice
from dashboard.words import Words
from indicators.archive import Archive, read_archive
from indicators.catalogue import catalogue
from indicators.errors import ArchiveError
from indicators.review import tasks
from indicators.store.engine import reading
from indicators.store.meanings import load_meanings

PHRASE = {"phrase": "云网贸易额", "likely": ["imports_exports", "gdp"]}
ZH, EDITOR = Words("zh"), Access("", "张三")
HEAD = "标题：{0}年简报\n发布日期：{1}-01-18\n\n{0}年，云麓高新区"
TEXTS = {
    "2022.txt": HEAD.format(2022, 2023) + "税收100亿元。",
    "2023.txt": HEAD.format(2023, 2024) + "税收120亿元，同比增长8%，云网贸易额20亿元。",
}


class Anyone(Editors):
    """Whoever asks may."""

    def demand(self) -> None:
        """Nothing."""

    def name(self) -> str:
        """Always the same."""
        return "张三"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def desk(folder: Path) -> Desk:
    return Desk(Stock(str(folder / "库" / "a.sqlite"), [folder / name for name in TEXTS]), Anyone())


@pytest.fixture
def read(folder: Path) -> Library:
    return Library(read_archive([folder / name for name in TEXTS]), catalogue())


def kept(desk: Desk) -> Library:
    archive = desk.stock.renewed()
    assert archive is not None
    return Library(archive, catalogue())


def said_on(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, cls=PlotlyJSONEncoder)


def every(library: Library) -> pd.DataFrame:
    return library.observations(library.matching(None))


def doubts(library: Library) -> list[tuple[str, ...]]:
    return [task.doubts for task in Worklist().queue(library)]


def label(library: Library, value: float) -> int:
    rows = every(library)
    return int(rows.index[rows["value"] == value][0])


def entered(library: Library, row: int, **fields: str) -> tuple[dict[str, Any], dict[str, str]]:
    was = as_texts(library.observation(row))
    return was | {"reason": "核对过"} | fields, was


def test_texts_that_are_not_in_the_archive_yet_have_the_keys_that_they_will_have(desk: Desk, read: Library):
    with desk.changing():
        pass  # the first change puts the texts in that were shown
    there = kept(desk)
    keys = [
        {value: key_of(library, row) for row, value in every(library)["value"].items()} for library in (read, there)
    ]
    assert keys[0] == keys[1]


def test_a_value_is_accepted_corrected_and_rejected(desk: Desk, read: Library):
    growth = label(read, 8.0)
    assert ("check",) in doubts(read)
    accepted = decide(desk, "accept", key_of(read, growth), {}, {}, ZH)
    assert ("check",) not in doubts(kept(desk))
    undo(desk, accepted)
    assert ("check",) in doubts(kept(desk))
    decide(desk, "correct", key_of(read, growth), *entered(read, growth, value="20.01"), ZH)
    library = kept(desk)
    assert library.observation(label(library, 20.01))["review"] == "corrected"
    assert ("check",) not in doubts(library)
    decide(desk, "reject", key_of(read, growth), {"why_not": "重复"}, {}, ZH)
    assert 20.01 not in set(every(kept(desk))["value"])


def test_what_another_editor_decided_meanwhile_is_not_overwritten_unseen(desk: Desk, read: Library):
    row = label(read, 8.0)
    key, (fields, was) = key_of(read, row), entered(read, row, value="20.01")
    form = {**was, "seen": {key: 0}}  # as both have it before them
    decide(desk, "correct", key, fields, form, ZH)
    for what in ("accept", "reject", "correct"):
        with pytest.raises(ArchiveError, match=r"张三 已在 20[\d: -]+ \(UTC.*\) 对这个数作了决定，没有覆盖"):
            decide(desk, what, key, {**fields, "value": "3", "why_not": "重复"}, form, ZH)
    library = kept(desk)
    corrected = label(library, 20.01)
    number = int(library.observation(corrected)["decision"])
    again = {**entered(library, corrected)[1], "seen": {key: number}}
    decide(desk, "reject", key, {"why_not": "重复"}, again, ZH)  # whoever has seen it may
    assert 20.01 not in set(every(kept(desk))["value"])


@pytest.mark.parametrize(
    ("what", "chosen", "name"),
    [("mean", "imports_exports", "imports_exports"), ("mean2", None, "gdp"), ("alone", None, "云网贸易额")],
)
def test_a_phrase_is_given_its_meaning(desk: Desk, read: Library, what: str, chosen: str | None, name: str):
    assert ("phrase",) in doubts(read)
    number = decide(desk, what, "indicator", {"meaning": chosen}, PHRASE, ZH)
    library = kept(desk)
    assert name in set(every(library)["name"])
    assert ("phrase",) not in doubts(library)
    with desk.changing() as engine, reading(engine) as connection:
        assert [one.who for one in load_meanings(connection)] == ["张三"]
    undo(desk, number)
    assert ("phrase",) in doubts(kept(desk))


WRONG = (
    ({"value": "很多"}, {"value"}),
    ({"value": ""}, {"value"}),
    ({"value": "nan"}, {"value"}),
    ({"value": "9", "unit": " "}, {"unit"}),
    ({"value": "9", "period_end": "2023年底"}, {"period_end"}),
    ({"value": "9", "period_start": "2023-12-31", "period_end": "2023-01-01"}, {"period_end"}),
    ({"value": "9", "reason": "  "}, {"reason"}),
    ({"value": "9，5", "period_start": "2023-2-1", "reason": ""}, {"value", "period_start", "reason"}),
    ({}, {"value"}),  # nothing was changed
)


@pytest.mark.parametrize(("fields", "named"), WRONG, ids=[str(fields) for fields, _ in WRONG])
def test_what_cannot_be_entered_is_said_at_its_field(read: Library, desk: Desk, fields, named: set[str]):
    growth = label(read, 8.0)
    with pytest.raises(Unfit) as unfit:
        decide(desk, "correct", key_of(read, growth), *entered(read, growth, **fields), ZH)
    assert set(unfit.value.problems) == named
    assert desk.stock.renewed() is None  # nothing was written


@pytest.mark.parametrize(("what", "key", "name"), [("reject", "any", "why_not"), ("mean", "indicator", "meaning")])
def test_a_rejection_needs_a_reason_and_a_meaning_an_indicator(desk: Desk, what: str, key: str, name: str):
    with pytest.raises(Unfit) as unfit:
        decide(desk, what, key, {name: None}, PHRASE, ZH)
    assert set(unfit.value.problems) == {name}


def test_only_what_was_changed_is_handed_on(read: Library):
    growth = label(read, 8.0)
    fields, was = entered(read, growth, value="20.5", basis="", segment="东区")
    assert changes(fields, was, ZH) == {"value": "20.5", "basis": "", "segment": "东区"}
    assert [problem_of(name, text, ZH) for name, text in was.items()] == [""] * len(FIELDS)


def test_the_form_is_for_editors_alone(read: Library):
    row = label(read, 8.0)
    assert "decision-field" in said_on(decision_form(read, row, ReviewChoice(), ZH, EDITOR))
    for access in (Access(STRANGERS), Access(SIGN_IN, can_sign_in=True)):
        said = said_on(decision_form(read, row, ReviewChoice(), ZH, access))
        assert "decision-field" not in said
        assert access.why_not in said
        assert ("/sign-in" in said) == access.can_sign_in


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_task_can_be_shown(read: Library, library: Library, lang: str):
    for one in (read, library):
        tasks = Worklist().queue(one)
        assert tasks
        for task in tasks:
            shown, found = review.resolve(one, ReviewChoice(task=task.id), Worklist())
            assert shown.task == task.id
            assert said_on(review.viewed(one, shown, found, [], Words(lang), EDITOR))


def test_the_sentence_stands_in_its_text(read: Library):
    task = next(task for task in Worklist().queue(read) if "check" in task.doubts)
    shown, found = review.resolve(read, ReviewChoice(task=task.id), Worklist())
    said = said_on(review.viewed(read, shown, found, [], ZH, EDITOR))
    assert "2023年，云麓高新区税收120亿元，同比增长" in said
    assert "发布日期：2024-01-18" in said  # what stands before it
    assert "两个水平算来是20.0%" in said
    assert "2022年，云麓高新区税收" in said  # the other side


def test_one_place_is_kept_and_what_is_unknown_is_the_first(read: Library):
    shown, found = review.resolve(read, ReviewChoice(task="figure:gone", park="无", doubt="none"), Worklist())
    assert (shown.task, shown.park, shown.doubt) == (found[0].id, "", "")
    only, few = review.resolve(read, ReviewChoice(doubt="phrase"), Worklist())
    assert [task.name for task in few] == ["云网贸易额"]
    assert only.task == "phrase:云网贸易额"


def test_a_decision_leads_on_and_undoing_it_leads_back():
    here = "?doubt=low&task=figure%3Aa"
    done = [{"id": 1, "search": here, "said": "已认可。", "undone": False}]
    after = review.chosen(here, ids.DECIDED, done, done, "figure:b")
    assert after == ReviewChoice(doubt="low", task="figure:b")
    undone = [done[0] | {"undone": True}]
    assert review.chosen("?doubt=low&task=figure%3Ab", ids.DECIDED, undone, undone, "figure:c").task == "figure:a"
    assert review.chosen(here, ids.REVIEW_PARK, "云麓高新区", [], "") == ReviewChoice(park="云麓高新区", doubt="low")


def test_when_all_is_done_it_says_so(table, catalogue):
    sure = Library(Archive(table({"park": "昆明高新区"}), ()), catalogue)
    shown, found = review.resolve(sure, ReviewChoice(park="昆明高新区"), Worklist())
    assert found == []
    assert "都复核完了" in said_on(review.viewed(sure, shown, found, [], ZH, EDITOR))


def test_after_a_decision_only_what_it_touches_is_worked_out_anew(desk: Desk, read: Library, monkeypatch):
    (desk.stock.folder.parent / "2024.txt").write_text("2024年，昆明高新区税收90亿元。", encoding="utf-8")
    more = Desk(Stock(str(desk.stock.folder / "b.sqlite"), [desk.stock.folder.parent]), Anyone())
    with more.changing():
        pass
    worklist, library = Worklist(), kept(more)
    assert worklist.queue(library) == Worklist().queue(library)
    worked: list[int] = []
    monkeypatch.setattr(
        "dashboard.editing.worklist.tasks", lambda rows, *rest: worked.append(len(rows)) or tasks(rows, *rest)
    )
    number = decide(more, "accept", key_of(library, label(library, 8.0)), {}, {}, ZH)
    accepted = worklist.queue(kept(more))
    assert worked == [4]  # the rows of one park
    undo(more, number)
    undone = kept(more)
    assert worklist.queue(undone) == Worklist().queue(undone) != accepted
    worked.clear()
    decide(more, "alone", "indicator", {}, PHRASE, ZH)
    named = kept(more)
    assert "phrase:云网贸易额" not in {task.id for task in worklist.queue(named)}
    assert worked == [4]
