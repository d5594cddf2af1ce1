"""PDF files as a browser prints them: justified columns, running heads with page numbers, ruled tables, CJK fonts."""

import shutil
import subprocess
from pathlib import Path

import pytest

from indicators.formats.pdf import read

FIRST = (
    "2023年，云麓高新区规模以上工业总产值1286.4亿元，同比增长9.2%；新增高新技术企业63家，总数达412家，创新活力增强。"
)
SECOND = "一般公共预算收入首次突破50亿元。固定资产投资增长10%，其中工业投资增长12.5%，重点项目稳步推进，后劲不断增强。"
THIRD = "展望2024年，全区坚持稳中求进，力争规模以上工业增加值增长8%，固定资产投资确保增长8%，力争增长10%。"
STYLE = """<!doctype html><html lang="zh"><meta charset="utf-8"><style>
@page { size: A4; margin: 60pt; %s }
body { font: 12pt/1.5 "Noto Serif CJK SC", serif; }
p { text-indent: 2em; margin: 0; text-align: justify; }
.columns { column-count: %d; column-gap: 20pt; column-rule: 1px solid black; }
table { border-collapse: collapse; width: 100%%; break-inside: avoid; }
td, th { border: 1px solid black; padding: 3pt; }
</style>"""
HEADS = """
@top-left { content: "云麓高新区管委会"; font-size: 8pt }
@top-right { content: "工作报告 第" counter(page) "页"; font-size: 8pt }
@bottom-center { content: "— " counter(page) " —"; font-size: 8pt }
"""
TABLE = """<table><tr><th>指标</th><th>单位</th><th>绝对数</th><th>比上年增长（%）</th></tr>
<tr><td>地区生产总值</td><td>亿元</td><td>1234.5</td><td>6.1</td></tr>
<tr><td>规模以上工业增加值（按可比价格计算）</td><td>亿元</td><td>—</td><td>7.2</td></tr></table>"""
chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(chromium is None, reason="没有找到 Chromium")


def printed(folder: Path, body: str, heads: str = "", columns: int = 1) -> list[str]:
    """The lines that are read in a page of this content, printed."""
    (folder / "page.html").write_text(STYLE % (heads, columns) + f'<div class="columns">{body}</div>', "utf-8")
    flags = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-pdf-header-footer",
        f"--user-data-dir={folder}/profile",
    ]
    target = folder / "page.pdf"
    command = [str(chromium), *flags, f"--print-to-pdf={target}", (folder / "page.html").as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return read(target.read_bytes()).text.split("\n")


def prose(times: int) -> tuple[str, list[str]]:
    texts = [FIRST, SECOND, THIRD] * times
    return "".join(f"<p>{text}</p>" for text in texts), texts


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_prose_in_columns_over_several_pages(tmp_path: Path, columns: int):
    body, texts = prose(14)
    assert printed(tmp_path, body, HEADS, columns) == texts


def test_heads_of_two_pieces_go_and_a_table_keeps_its_cells(tmp_path: Path):
    body, texts = prose(9)
    found = printed(tmp_path, body + TABLE + body, HEADS)
    assert [line for line in found if "管委会" in line or "第1页" in line] == []
    assert found[: len(texts)] == texts
    assert found[len(texts) : len(texts) + 3] == [
        "| 指标 | 单位 | 绝对数 | 比上年增长（%） |",
        "| 地区生产总值 | 亿元 | 1234.5 | 6.1 |",
        "| 规模以上工业增加值（按可比价格计算） | 亿元 | — | 7.2 |",
    ]


def test_words_of_letters_keep_their_blanks(tmp_path: Path):
    air, body = "全区PM<sub>2.5</sub>年均浓度32微克/立方米，R&amp;D经费投入强度3.2%。", prose(1)[0]
    found = printed(tmp_path, f"{body}<p>{air}</p><p>Cloud Foothill Park</p>{body}")
    assert found[3:5] == ["全区PM2.5年均浓度32微克/立方米，R&D经费投入强度3.2%。", "Cloud Foothill Park"]


def test_characters_that_the_library_gives_in_halves_are_whole(tmp_path: Path):
    (line,) = printed(tmp_path, "<p>2023年，𠮷林街道😀企业412家。</p>")
    assert line == "2023年，𠮷林街道😀企业412家。"
