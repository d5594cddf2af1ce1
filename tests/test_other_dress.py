"""The same text in another dress: another park's name, lines broken by a page, another way to write the date.

What is read of it must stay the same: rules that only know the parks of a list, or paragraphs that stand on a line
each, read the texts that they were made for and no others.
"""

import re
from collections import Counter
from pathlib import Path

import pytest

from indicators.gazetteer import canonical, parks
from indicators.model import Observation
from indicators.reading import read_text

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))


def said(text: str, name: str = "", instead: str = "") -> Counter:
    """What is read of a text but where it stands; `name` is put back for `instead`."""
    rows = read_text(text).observations
    return Counter(_said(row, name, instead) for row in rows)


def _said(row: Observation, name: str, instead: str) -> tuple:
    words = [re.sub(r"\s", "", word) for word in (row.park, row.segment, row.indicator_text)]
    if instead:
        words = [word.replace(canonical(instead), name).replace(instead, name) for word in words]
    return (*words, row.measure, row.value, row.status, row.period_start, row.period_end)


# names that no list has, of every kind
NAMES = [
    "青岚高新区", "青岚经济开发区", "青岚县产业集聚区", "青岚县工业园区", "青岚工业集中区", "青岚临港经济区",
    "青岚综合保税区", "青岚新区", "青岚循环经济产业园", "青岚科技城", "青岚生态工业园", "青岚出口加工区",
    "青岚化工园区",
]  # fmt: skip

FEATURE = """青岚日报　2023年7月20日

访青岚高新区：家门口的好日子

“在青岚高新区办事快。”一位企业负责人说。上半年，青岚高新区完成工业总产值312.6亿元，同比增长8.4%；税收18.2亿元，增长5.1%。截至6月底，园区有规上工业企业156家，其中产值过亿元的62家。

走进青岚高新区的政务大厅，窗口从12个减到5个。全区上半年新签约项目23个，总投资96亿元。2022年，该区实际使用外资1.2亿美元。今年力争完成固定资产投资150亿元，增长12%。
"""


@pytest.mark.parametrize("name", NAMES)
def test_a_park_that_no_list_has_is_read_as_any_other(name: str) -> None:
    assert said(FEATURE.replace("青岚高新区", name), "青岚高新区", name) == said(FEATURE)
    assert {row.park for row in read_text(FEATURE).observations} == {"青岚高新区"}


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
def test_a_seed_of_a_park_that_no_list_has_is_read_as_before(seed: Path) -> None:
    text = seed.read_text(encoding="utf-8")
    counted = Counter(row.park for row in read_text(text).observations)
    name = counted.most_common(1)[0][0]
    known = next(park for park in parks() if park.name == name)
    writings = sorted({name, known.full_name, *known.aliases}, key=len, reverse=True)
    renamed = re.sub("|".join(map(re.escape, writings)), "青岚高新区", text)
    found = Counter(row.park for row in read_text(renamed).observations)
    assert found["青岚高新区"] == counted[name]


def broken(text: str, width: int) -> str:
    """`text` as a page of this width prints it: no line begins with a mark, and no number is cut."""
    lines: list[str] = []
    for line in text.split("\n"):
        while len(line) > width:
            cut = width
            while cut > width - 8 and re.match(r"[，。、；：！？%）”]|(?<=[\d.])[\d.]", line[cut - 1 :][1:] or "。"):
                cut -= 1
            lines.append(line[:cut])
            line = line[cut:]
        lines.append(line)
    return "\n".join(lines)


@pytest.mark.parametrize("width", [34, 38, 42])
@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
def test_lines_that_a_page_has_broken_change_nothing(seed: Path, width: int) -> None:
    text = seed.read_text(encoding="utf-8")
    assert said(broken(text, width)) == said(text)


DATES = [
    "2023年7月20日　星期四", "2023年7月20日　农历六月初三　第2156期", "二〇二三年七月二十日　星期四", "2023-07-20",
    "2023.7.20", "2023年7月20日　责编：李明　美编：王芳", "发布日期：二〇二三年七月二十日", "２０２３年７月２０日",
]  # fmt: skip


@pytest.mark.parametrize("date", DATES)
def test_the_date_of_a_page_is_read_however_it_is_written(date: str) -> None:
    assert read_text(FEATURE.replace("2023年7月20日", date)).published == "2023-07-20"
