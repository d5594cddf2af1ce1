import json
from collections.abc import Callable

import pytest
from plotly.utils import PlotlyJSONEncoder

from dashboard.components.evidence import evidence_panel
from dashboard.components.findings import further_findings, sentences_of
from dashboard.components.revisions import revisions
from dashboard.components.statement import split_sentence
from dashboard.library import Library
from dashboard.pages import documents, overview, park
from dashboard.state import Choice, DocumentChoice, ParkChoice
from dashboard.words import Words
from indicators.archive import Archive
from indicators.documents import Document

TEXT = "前言。\n全年收入\n100亿元，增长5%。100亿元。"


def test_the_figure_is_found_by_its_place():
    document = Document("a.txt", TEXT)
    start = TEXT.index("100亿元")
    assert split_sentence("全年收入\n100亿元，增长5%。", document, start, start + 5) == (
        "全年收入\n",
        "100亿元",
        "，增长5%。",
    )


def test_a_sentence_that_was_joined_is_searched_for_its_figure():
    document = Document("a.txt", TEXT)
    start = TEXT.index("100亿元")
    assert split_sentence("全年收入100亿元，增长5%。", document, start, start + 5) == (
        "全年收入",
        "100亿元",
        "，增长5%。",
    )


def test_where_it_cannot_be_told_nothing_is_highlighted():
    assert split_sentence("收入100亿元，支出100亿元。", Document("a.txt", TEXT), 9, 14) == (
        "收入100亿元，支出100亿元。",
        "",
        "",
    )
    assert split_sentence("收入100亿元。", None, 2, 7) == ("收入100亿元。", "", "")


YEARS = [
    {"period_start": f"{year}-01-01", "period_end": f"{year}-12-31", "published": str(year)} for year in (2019, 2020)
]
GROWN = {"measure": "growth", "basis": "yoy", "unit": "%", "value": 8.0}
DOUBTED = (YEARS[0] | {"value": 100.0}, YEARS[1] | {"value": 120.0}, YEARS[1] | GROWN)


@pytest.fixture
def doubted(table, catalogue) -> Callable[..., Library]:
    """A library whose levels do not bear out its growth; `review` is what a person has said to the growth."""

    def make(review: str = "") -> Library:
        rows = table(*DOUBTED)
        return Library(Archive(rows.assign(review=["", "", review]), ()), catalogue)

    return make


def said_on(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, cls=PlotlyJSONEncoder)


def test_a_finding_is_shown_beside_each_value_that_it_names(doubted):
    library = doubted()
    shown = library.rows_of_park("云岭高新区")["series"]
    for series in shown:
        panel = said_on(evidence_panel(library, series, Words("zh")))
        assert "说增长8%，两个水平算来是20.0%" in panel
        assert panel.count("全年主营业务收入100亿元。") == 1 + 3  # its own sentence, and all those of the finding
    english = said_on(evidence_panel(library, shown[2], Words("en")))
    assert "Stated growth of 8%, the two levels give 20% (comparable prices or a change of scope" in english


def test_a_finding_that_a_person_has_answered_is_gone(doubted):
    assert len(doubted().findings("云岭高新区")) == 1
    assert len(doubted("accepted").findings("云岭高新区")) == 0
    assert len(doubted().findings("没有的园区")) == 0


def test_the_park_and_the_first_page_count_what_is_to_be_checked(doubted):
    for page in (overview.view(doubted(), Choice(), Words("zh")), viewed(doubted())):
        assert "待核对 1 处" in said_on(page)
    for page in (overview.view(doubted("accepted"), Choice(), Words("zh")), viewed(doubted("accepted"))):
        assert "待核对" not in said_on(page)


def viewed(library: Library) -> list:
    return park.viewed(library, ParkChoice(park="云岭高新区"), Words("zh"), "light")


def test_a_figure_that_was_revised_shows_what_was_said_when(table, catalogue):
    rows = (
        {"value": 110.0, "document": "b.txt", "published": "2022-01-01", "start": 3},
        {"value": 100.0, "document": "a.txt", "published": "2021-02-01", "start": 7},
        {"value": 100.0, "document": "c.txt", "published": "2021-05-01"},
    )
    library = Library(Archive(table(*rows), ()), catalogue)
    (value,) = library.rows_of_park("云岭高新区").to_dict("records")
    (history,) = revisions(library, library.value(value["series"]), Words("zh"))
    said = [[part.children for part in line.children if part is not None] for line in history.children[1].children]
    assert said == [
        ["2021-02-01", "100 亿元"],
        ["2021-05-01", "100 亿元"],
        ["2022-01-01", "110 亿元", "采用"],
    ]
    alone = Library(Archive(table(rows[1], rows[2]), ()), catalogue)
    assert revisions(alone, alone.rows_of_park("云岭高新区").iloc[0], Words("zh")) == []


def many(table, catalogue, count: int) -> Library:
    """A park with so many findings, each of a year of its own: a growth that the levels do not bear out."""
    rows = [
        {"period_start": f"{year}-01-01", "period_end": f"{year}-12-31", "start": year} | more
        for year in range(1900, 1900 + 2 * count, 2)
        for more in (
            {"value": 100.0, "period_start": f"{year - 1}-01-01", "period_end": f"{year - 1}-12-31"},
            {"value": 120.0},
            {"measure": "growth", "basis": "yoy", "unit": "%", "value": 8.0},
        )
    ]
    return Library(Archive(table(*rows), ()), catalogue)


@pytest.mark.parametrize(("count", "further", "at_most"), [(5, 0, False), (6, 1, False), (70, 55, True)])
def test_a_park_shows_its_first_findings_and_gives_the_others_when_they_are_unfolded(
    table, catalogue, count, further, at_most
):
    library = many(table, catalogue, count)
    first = said_on(viewed(library))
    assert first.count("finding-line") == min(count, 5)
    assert ("其余" in first) == (count > 5)
    assert first.count('class=\\"sentence\\"') == first.count('className": "sentence') == 0
    rest = said_on(further_findings(library, "云岭高新区", Words("zh")))
    assert rest.count("finding-line") == further
    assert ("这里只列出前 60 处。" in rest) == at_most


def test_the_sentences_of_a_finding_are_given_by_its_name(doubted):
    library = doubted()
    (finding,) = library.findings("云岭高新区").to_dict("records")
    name = f"growth:{','.join(map(str, finding['rows']))}"
    assert said_on(sentences_of(library, name, Words("zh"))).count("全年主营业务收入100亿元。") == 3
    assert "已不在库里" in said_on(sentences_of(library, "growth:99", Words("zh")))


@pytest.fixture
def restated(table, catalogue) -> Library:
    """A figure as it was first expected, as it was stated later, and once more in other digits."""
    rows = table(
        {"value": 1900.0, "published": "2021-12-14", "document": "first.txt", "start": 7, "end": 13},
        {"value": 1861.31, "published": "2022-10-20", "document": "later.txt", "start": 9, "end": 18},
        {"value": 1861.0, "published": "2022-03-01", "document": "round.txt", "start": 9, "end": 15},
    )
    texts = [Document(name, "文" * 40, published="2022-01-01") for name in ("first.txt", "later.txt", "round.txt")]
    return Library(Archive(rows, tuple(texts)), catalogue)


@pytest.mark.parametrize(
    ("name", "lang", "said"),
    [
        ("first.txt", "zh", "另有更晚的说法 1,861.31 亿元（2022-10-20）"),
        ("first.txt", "en", "A later statement says 186.131 bn CNY (2022-10-20)"),
        ("later.txt", "zh", ""),
        ("round.txt", "zh", ""),  # which says the same
    ],
)
def test_a_figure_that_another_has_displaced_says_so_where_it_stands(restated, name, lang, said):
    shown = said_on(documents.view(restated, DocumentChoice(lang=lang, name=name), Words(lang)))
    assert said in shown
    assert ("的说法" in shown or "statement says" in shown) == bool(said)
    assert (("/documents?name=later.txt&at=9" in shown) or ("/documents?lang=en&name=later" in shown)) == bool(said)


@pytest.mark.parametrize("name", ["first.txt", "later.txt", "round.txt"])
def test_a_figure_leads_to_the_point_of_the_series_that_it_belongs_to(restated, name):
    (series,) = restated.rows_of_park("云岭高新区")["series"]
    assert f"point={series}" in said_on(documents.view(restated, DocumentChoice(name=name), Words("zh")))


def test_a_later_statement_that_a_person_has_set_aside_displaces_nothing(table, catalogue):
    rows = table(
        {"value": 1900.0, "published": "2021-12-14", "document": "first.txt", "start": 7, "end": 13},
        {"value": 1861.31, "published": "2022-10-20", "document": "later.txt", "start": 9, "end": 18},
    ).assign(review=["accepted", ""])
    library = Library(Archive(rows, (Document("first.txt", "文" * 40), Document("later.txt", "文" * 40))), catalogue)
    shown = said_on(documents.view(library, DocumentChoice(name="later.txt"), Words("zh")))
    assert "另有说法 1,900 亿元（2021-12-14）" in shown


def test_what_was_reckoned_is_rounded_in_english_too_and_a_park_is_one(table, catalogue):
    rows = ({**YEARS[0], "value": 185.0}, {**YEARS[1], "value": 199.8357}, YEARS[1] | GROWN | {"value": 1.8})
    library = Library(Archive(table(*({**row, "park": "杭州高新区"} for row in rows)), ()), catalogue)
    shown = said_on(park.view(library, ParkChoice(lang="en", park="杭州高新区"), Words("en")))
    assert "Stated growth of 1.8%, the two levels give 8% (comparable" in shown
    assert "national high-tech zone" in shown
    assert "national high-tech zones" not in shown


def test_a_slip_of_powers_of_ten_says_how_many_times(table, catalogue):
    rows = ({**YEARS[0], "value": 100.0}, {**YEARS[1], "value": 10050.0})
    library = Library(Archive(table(*rows), ()), catalogue)
    shown = said_on(park.view(library, ParkChoice(lang="en", park="云岭高新区"), Words("en")))
    assert "About 100 times apart: 1,005 bn CNY and 10 bn CNY" in shown
