"""Word and Excel files, CSV: in order, tables as rows that the reader reads; our own columns as observations."""

from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from openpyxl import Workbook, load_workbook

from indicators import COLUMNS, extract
from indicators.documents import read_document
from indicators.errors import DocumentError
from indicators.formats import delimited, word, workbook
from indicators.table import to_csv, to_table

TABLE = [
    ["指标", "单位", "2023年", "同比增长（%）"],
    ["税收收入", "亿元", "46.2", "7.4"],
    ["实际利用外资", "万美元", "5195.25", ""],
]
SHOWN = [
    "| 指标 | 单位 | 2023年 | 同比增长（%） |",
    "| 税收收入 | 亿元 | 46.2 | 7.4 |",
    "| 实际利用外资 | 万美元 | 5195.25 |  |",
]
READ = {("税收收入", 46.2, "亿元"), ("税收收入", 7.4, "%"), ("实际利用外资", 5195.25, "万美元")}


def docx_bytes() -> bytes:
    document = Document()
    document.add_heading("云麓高新区2023年主要指标", 0)
    document.add_paragraph("发布日期：2024-01-18")
    document.add_paragraph("2023年，云麓高新区规模以上工业总产值1286.4亿元，同比增长9.2%。")
    table = document.add_table(rows=3, cols=4)
    for row, cells in zip(table.rows, TABLE, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.add_paragraph("固定资产投资增长10%。")
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def xlsx_bytes(rows: list[list[object]], title: str = "主要指标", percent: tuple[int, int] | None = None) -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    if percent:
        sheet.cell(*percent).number_format = "0.0%"
    hidden = book.create_sheet("底稿")
    hidden.append(["税收收入", 999])
    hidden.sheet_state = "hidden"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_word_paragraphs_and_tables_in_order():
    lines = word.read(docx_bytes()).text.split("\n")
    assert lines[0] == "云麓高新区2023年主要指标"
    assert lines[3:6] == SHOWN
    assert lines[6] == "固定资产投资增长10%。"


def test_word_table_is_read():
    document, rows = read_document("指标.docx", docx_bytes())
    assert document.published == "2024-01-18"
    assert {(row.indicator_text, row.value, row.unit) for row in rows if row.rule.startswith("table.")} == READ
    assert all(document.text[row.start : row.end] for row in rows)


def test_word_insertions_are_in_and_deletions_out():
    document = Document()
    paragraph = document.add_paragraph("税收")
    for tag, text in (("ins", "46亿元"), ("del", "45亿元")):
        run = paragraph.add_run(text)
        wrapper = run._r.makeelement("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}" + tag, {})
        paragraph._p.append(wrapper)
        wrapper.append(run._r)
    out = BytesIO()
    document.save(out)
    assert word.read(out.getvalue()).text == "税收46亿元"


def test_word_merged_cells_leave_the_others_empty():
    document = Document()
    table = document.add_table(rows=2, cols=3)
    table.cell(0, 1).merge(table.cell(0, 2)).text = "2023年"
    table.cell(0, 0).merge(table.cell(1, 0)).text = "指标"
    table.cell(1, 1).text, table.cell(1, 2).text = "总量", "增速"
    out = BytesIO()
    document.save(out)
    assert word.read(out.getvalue()).text.split("\n") == ["| 指标 | 2023年 |  |", "|  | 总量 | 增速 |"]


def test_excel_sheet_is_a_table_that_the_reader_reads():
    rows = [
        ["云麓高新区2023年主要指标"],
        *TABLE[:1],
        ["税收收入", "亿元", 46.2, 7.4],
        ["实际利用外资", "万美元", 5195.25, None],
    ]
    content = workbook.read(xlsx_bytes(rows))
    assert content.text.split("\n") == ["主要指标", "云麓高新区2023年主要指标", *SHOWN]
    table = extract(content.text, published="2024-01-18")
    assert set(zip(table["indicator_text"], table["value"], table["unit"], strict=True)) == READ


def test_excel_cells_are_as_a_reader_sees_them():
    rows = [["指标", "完成率", "日期"], ["税收", 0.624, date(2023, 6, 30)], ["投资", 0.1 + 0.2, 1234567.5]]
    lines = workbook.read(xlsx_bytes(rows, "Sheet1", percent=(2, 2))).text.split("\n")
    assert lines[1:] == ["| 税收 | 62.4% | 2023-06-30 |", "| 投资 | 0.3 | 1234567.5 |"]


def test_excel_cells_that_were_only_coloured_count_for_nothing():
    book = load_workbook(BytesIO(xlsx_bytes([list(row) for row in TABLE])))
    book.active["XFD1048576"].number_format = "0%"
    out = BytesIO()
    book.save(out)
    assert workbook.read(out.getvalue()).text == workbook.read(xlsx_bytes([list(row) for row in TABLE])).text


@pytest.mark.parametrize(("name", "data"), [("a.docx", docx_bytes()), ("a.xlsx", xlsx_bytes([["税收", 46]]))])
def test_a_small_file_that_unpacks_to_a_huge_one_is_not_opened(name: str, data: bytes):
    file = BytesIO(data)
    with ZipFile(file, "a", ZIP_DEFLATED) as package, package.open("bomb.xml", "w") as part:
        for _ in range(257):
            part.write(bytes(1 << 20))
    with pytest.raises(DocumentError, match="解开后超过 256 MB"):
        read_document(name, file.getvalue())


def test_word_takes_nothing_from_other_files(tmp_path: Path):
    (tmp_path / "secret").write_text("秘密")
    entity = f'<!DOCTYPE w [<!ENTITY x SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
    out = BytesIO()
    with ZipFile(BytesIO(docx_bytes())) as package, ZipFile(out, "w") as changed:
        for part in package.namelist():
            content = package.read(part).decode("utf-8") if part.endswith("document.xml") else package.read(part)
            if isinstance(content, str):
                declared, _, rest = content.partition("?>")
                content = f"{declared}?>{entity}{rest.replace('固定资产投资', '&x;固定资产投资')}"
            changed.writestr(part, content)
    text = word.read(out.getvalue()).text
    assert "规模以上工业总产值1286.4亿元" in text
    assert "秘密" not in text


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_csv_is_a_table_that_the_reader_reads(delimiter: str, encoding: str):
    data = "\r\n".join(delimiter.join(row) for row in TABLE).encode(encoding)
    assert delimited.read(data).text.split("\n") == SHOWN


def test_a_csv_of_our_columns_gives_its_observations_back():
    stated = extract("2023年，云麓高新区税收46.25亿元，同比增长7.4%；新增企业63家。", published="2024-01-18")
    document, rows = read_document("表.csv", to_csv(stated).encode())
    given = to_table(rows)
    same = [c for c in COLUMNS if c not in {"document", "start", "end", "sentence", "rule"}]
    assert given[same].astype(str).equals(stated[same].astype(str))
    assert set(given["document"]) == {"表.csv"}
    for row in rows:
        assert float(document.text[row.start : row.end]) == row.value
        assert row.sentence in document.text
    assert [mark.fate for mark in document.marks] == ["read"] * len(rows)
    assert document.published == "2024-01-18"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("云麓高新区,税收,四十,亿元,2023-12-31,level", "value 不是数"),
        ("云麓高新区,税收,nan,亿元,2023-12-31,level", "value 不是数"),
        ("云麓高新区,税收,1e999,亿元,2023-12-31,level", "value 不是数"),
        ("云麓高新区,税收,40,亿元,去年,level", "period_end 不是日期"),
        ("云麓高新区,税收,40,亿元,2023-12-31,amount", "measure 不能是"),
    ],
)
def test_a_wrong_row_of_our_columns_is_named(row: str, reason: str):
    data = f"park,indicator_text,value,unit,period_end,measure\n云麓高新区,税收,39,亿元,2022-12-31,level\n{row}\n"
    with pytest.raises(DocumentError, match=f"第 3 行.*{reason}"):
        delimited.read(data.encode())


def test_what_a_row_leaves_out_is_an_exact_actual_level():
    data = "park,indicator_text,value,unit,period_end\n云麓高新区,税收,40,亿元,2023-12-31\n"
    _, (row,) = read_document("表.csv", data.encode(), published="2024-01-18")
    assert (row.measure, row.bound, row.status, row.value_base, row.unit_base) == (
        "level",
        "exact",
        "actual",
        4e9,
        "CNY",
    )
    assert (row.period_start, row.period_end, row.published) == (None, date(2023, 12, 31), "2024-01-18")


@pytest.mark.parametrize(
    ("name", "says"), [("a.docx", "docx"), ("a.xlsx", "xlsx"), ("a.doc", "另存为"), ("a.xls", "另存为")]
)
def test_what_cannot_be_read_says_what_to_do(name: str, says: str):
    with pytest.raises(DocumentError, match=says):
        read_document(name, b"PK\x03\x04 no such file")


@pytest.mark.parametrize("name", ["a.html", "a.pdf", "a.docx", "a.xlsx", "a.csv", "a.txt"])
def test_an_empty_file_is_said_to_be_empty(name: str):
    with pytest.raises(DocumentError, match="空"):
        read_document(name, b"")
