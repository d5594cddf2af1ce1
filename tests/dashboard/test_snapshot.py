import pytest

from dashboard.comparing.groups import ALL, members
from dashboard.comparing.snapshot import comparable, main_period, paired_period, period_label, periods, snapshot
from dashboard.library import Library
from indicators.archive import Archive

PARKS = ("甲高新区", "乙高新区", "丙高新区")


@pytest.fixture
def rows(table, catalogue):
    def make(*given, measure="level", indicator="revenue"):
        library = Library(Archive(table(*given), ()), catalogue)
        return comparable(library, library.parks(), indicator, measure)

    return make


def of(park, year, value, **more):
    period = {"period_start": f"{year}-01-01", "period_end": f"{year}-12-31"}
    return {"park": park, "value": value} | period | more


def half(park, year, value):
    return of(park, year, value, period_end=f"{year}-06-30")


def test_periods_are_whole_years_first_and_shared(rows):
    found = rows(
        of("甲高新区", 2019, 1.0), of("乙高新区", 2019, 2.0), of("甲高新区", 2020, 3.0),
        half("甲高新区", 2021, 1.0), half("乙高新区", 2021, 2.0),
    )  # fmt: skip
    assert periods(found) == ["2019", "2021:1-6"]
    assert main_period(found) == "2019"


@pytest.mark.parametrize(
    ("years", "main"),
    [
        ({2020: "甲乙丙丁戊己", 2023: "甲乙丙丁", 2024: "甲乙"}, "2020"),
        ({2020: "甲乙丙", 2021: "乙丙丁", 2024: "戊己"}, "2021"),
        ({2018: "甲乙", 2020: "甲乙丙", 2021: "丙丁戊", 2024: "己庚"}, "2021"),
        ({2020: "甲", 2024: "乙"}, ""),
    ],
)
def test_what_opens_is_known_of_most_parks_and_late(rows, years: dict[int, str], main: str):
    said = [of(f"{park}高新区", year, 1.0) for year, known in years.items() for park in known]
    assert main_period(rows(*said)) == main


def test_the_greatest_is_first_and_equals_share_a_rank(rows):
    found = rows(*(of(park, 2020, value) for park, value in zip(PARKS, (5.0, 9.0, 5.0), strict=True)))
    ranked = snapshot(found, "2020")
    assert ranked["park"][0] == "乙高新区"
    assert ranked["rank"].tolist() == [1, 2, 2]


def test_targets_parts_and_other_units_are_not_compared(rows):
    found = rows(
        of("甲高新区", 2020, 5.0),
        of("乙高新区", 2020, 6.0),
        of("丙高新区", 2020, 7.0, status="target"),
        of("丙高新区", 2020, 8.0, segment="东片区"),
        of("丙高新区", 2020, 9.0, unit="家"),
    )
    assert set(found["park"]) == {"甲高新区", "乙高新区"}


def test_distances_to_other_areas_are_not_ranked(rows):
    """高于北京市28.1个百分点 and 高于全省0.4个百分点 are not of one kind."""
    distance = {"measure": "change", "unit": "个百分点"}
    found = [of(park, 2020, value, **distance) for park, value in zip(PARKS, (28.1, 0.4, -1.5), strict=True)]
    assert rows(*found, measure="change").empty
    faster = [of(park, 2020, 9.6, **distance, basis="yoy") for park in PARKS]  # than it grew in the year before
    assert rows(*faster, measure="change").empty
    net = [
        of(park, 2020, value, measure="change", basis="yoy") for park, value in zip(PARKS, (3.0, 2.0, 1.0), strict=True)
    ]
    assert rows(*found, *net, measure="change")["value"].max() == 3.0
    since_march = [of(park, 2020, 5.0, measure="change", basis="since") for park in PARKS]
    assert rows(*since_march, measure="change").empty


@pytest.mark.parametrize(
    ("up", "across", "period"),
    [
        ({2020: "甲乙丙丁", 2021: "甲乙丙"}, {2020: "甲", 2021: "甲乙丙", 2022: "甲乙丙丁"}, "2021"),
        ({2020: "甲乙丙", 2021: "甲乙丙"}, {2020: "甲乙", 2021: "乙丙"}, "2021"),
        ({2020: "甲乙", 2021: "丙丁"}, {2020: "丙丁", 2021: "甲乙"}, ""),
    ],
)
def test_a_scatter_opens_where_most_parks_have_both(rows, up, across, period):
    def of_years(years):
        return rows(*(of(f"{park}高新区", year, 1.0) for year, known in years.items() for park in known))

    assert paired_period(of_years(up), of_years(across)) == period


def test_nothing_is_compared_of_nothing(rows):
    found = rows(of("甲高新区", 2020, 5.0), indicator="firms")
    assert (periods(found), main_period(found), len(snapshot(found, "2020"))) == ([], "", 0)


def test_periods_are_said_as_each_language_does():
    assert [period_label(one, "zh") for one in ("2024", "2024:1-9")] == ["2024年", "2024年1—9月"]
    assert period_label("2024:1-9", "en") == "Jan–Sep 2024"


def test_a_province_is_not_compared_with_parks_though_it_ends_like_one(table, catalogue):
    parks = ("广西壮族自治区", "南宁市", "甲高新区", "无名开发区")
    library = Library(Archive(table(*(of(park, 2020, 1.0) for park in parks)), ()), catalogue)
    assert set(members(library, ALL)) == {"甲高新区", "无名开发区"}
