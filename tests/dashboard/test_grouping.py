import io
import json
import zipfile

import pandas as pd
import pytest

from dashboard.app import create_app
from dashboard.downloads.citation import citation
from dashboard.grid.filters import filters_of
from dashboard.grid.grouping import grouped
from dashboard.grid.rows import groups_asked, rows_asked
from dashboard.grid.selection import selected
from dashboard.state import DataChoice, decode
from dashboard.words import Words

ZH, EN = Words("zh"), Words("en")
ASKED = {"startRow": 0, "endRow": 100}


def asked(library, choice, **more):
    answer, said = groups_asked(library, ASKED | more, choice)
    return answer["rowData"], said


def test_every_row_is_in_one_group(library):
    rows = library.observations(range(library.total))
    for by in (["park"], ["park", "name", "year"], ["measure", "status", "document"]):
        groups, numbers = grouped(rows, by)
        assert groups["rows"].sum() == len(rows) == len(numbers)
        assert pd.Series(numbers).value_counts().to_dict() == groups.set_index("number")["rows"].to_dict()


def test_a_group_says_how_much_there_is_its_latest_value_and_its_sum(library):
    rows, said = asked(library, DataChoice(by=("park", "name")))
    assert said == "6 组，共 16 行；点行数看各行。"
    shown = {(row["park"], row["name"]): row for row in rows}
    revenue = shown["云岭高新区", "营业收入"]
    assert (revenue["rows"], revenue["documents"]) == (6, 2)
    assert (revenue["latest"], revenue["period"], revenue["total"]) == (
        "110 亿元",
        "2020年",
        "（时段不相接，中间缺数）",
    )
    assert (
        shown["江北经开区", "营业收入"]["total"] == "161.5 亿元（2018-01-01至2021-06-30）"
    )  # the half-year is in another year
    assert shown["云岭高新区", "高新技术企业"]["total"] == "（其中有只知上下限的数）"
    assert shown["江北经开区", "利润"]["total"] == "（目录里没有这个指标，不知能否相加）"


def test_years_come_the_latest_first_and_any_column_can_sort(library):
    rows, _ = asked(library, DataChoice(by=("year",)))
    assert [row["year"] for row in rows] == ["2021", "2020", "2019", "2018", "2017", "2016"]
    rows, _ = asked(library, DataChoice(by=("year",)), sortModel=[{"colId": "rows", "sort": "asc"}])
    assert [row["rows"] for row in rows] == sorted(row["rows"] for row in rows)


@pytest.mark.parametrize("words", [ZH, EN])
def test_a_group_opens_just_its_own_rows(library, words):
    choice = DataChoice(lang=words.language, by=("park", "name", "year", "status"), q="营业" if words is ZH else "")
    for group in asked(library, choice)[0]:
        opened = decode(DataChoice, group["place"].partition("?")[2])
        assert (opened.by, opened.q, opened.lang) == ((), choice.q, choice.lang)
        found = selected(library, words, opened.q, filters_of(opened))
        assert len(found) == group["rows"], group


def test_what_a_group_narrows_stays_narrowed(library):
    choice = DataChoice(by=("year",), filters=json.dumps({"park": {"type": "contains", "filter": "江北"}}))
    (group,) = [row for row in asked(library, choice)[0] if row["year"] == "2020"]
    assert set(filters_of(decode(DataChoice, group["place"].partition("?")[2]))) == {"park", "period_end"}


def test_the_rows_shown_are_added_up_where_they_are_of_one_thing(library):
    def said(q):
        return rows_asked(library, ASKED, DataChoice(q=q))[1]

    assert said("") == "共 16 行"
    assert said("江北") == "5 行，共 16 行"  # of two indicators
    assert said("江北 营业收入") == "4 行，共 16 行；实绩数值合计 161.5 亿元（2018-01-01至2021-06-30）"
    assert said("投资") == "3 行，共 16 行；实绩数值合计 78 亿元"


def test_a_citation_says_what_was_asked():
    filters = json.dumps({"value": {"type": "inRange", "filter": 5, "filterTo": 9}, "x": {}, "park": {"type": "blank"}})
    choice = DataChoice(q="投资", filters=filters, by=("park", "name"))
    assert citation(choice, "2024-01-18", ZH).endswith(
        "观测表，搜索“投资”；数值 介于 5–9；园区 为空；按园区、指标分组，截至 2024-01-18 的文档"
    )
    assert citation(DataChoice(), "", EN).startswith("Park Indicators")


@pytest.fixture
def client(archive, catalogue):
    return create_app(archive, catalogue).server.test_client()


def test_the_groups_are_a_file_too(client):
    read = pd.read_csv(io.BytesIO(client.get("/download/groups.csv?by=park&by=name").data), encoding="utf-8-sig")
    assert list(read.columns) == ["园区", "指标", "行数", "文档数", "最新实绩", "期间", "实绩数值合计"]
    assert read["行数"].sum() == 16
    assert "'=企业" in set(read["指标"])
    assert client.get("/download/groups.csv").status_code == 404
    assert client.get("/download/groups.xlsx?by=park").status_code == 404


def test_a_file_of_the_columns_chosen_and_a_table_to_paste(client):
    chosen = client.get("/download/data.csv?columns=value&columns=park&columns=period&q=江北").data.decode("utf-8-sig")
    assert chosen.splitlines()[:2] == ["园区,数值,期间起,期间止", "江北经开区,40.0,2018-01-01,2018-12-31"]
    pasted = client.get("/download/data.tsv?q=江北").text.splitlines()
    assert len(pasted) == 6
    assert len({line.count("\t") for line in pasted}) == 1
    first = dict(zip(pasted[0].split("\t"), pasted[1].split("\t"), strict=True))
    assert (first["指标"], first["期间"], first["口径"]) == ("营业收入", "2018年", "数值")  # as on the page
    english = client.get("/download/data.tsv?q=江北&lang=en&columns=indicator&columns=period").text.splitlines()
    assert english[:2] == ["Indicator\tPeriod", "Revenue\t2018"]
    grouped = client.get("/download/groups.tsv?by=name").text
    assert "\n'=企业\t" in grouped  # no formula for the spreadsheet that it is pasted into


def test_the_zip_is_described_and_says_how_to_cite_it(client):
    answer = client.get("/download/data.zip?q=江北")
    assert answer.content_type == "application/zip"
    package = zipfile.ZipFile(io.BytesIO(answer.data))
    described = json.loads(package.read("datapackage.json"))
    assert "搜索“江北”" in described["citation"]
    assert described["citation"] in package.read("README.txt").decode()
    assert len(package.read("data.csv").decode().splitlines()) == 6
