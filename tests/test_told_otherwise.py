"""Families met in texts by writers who had not seen the rules, each beside what looks like it and is something else."""

import pytest

from indicators import extract
from indicators.areas import find_areas
from indicators.as_named import names_said
from tests.notation import rows

# what it shows: day of publication, text, each row
READ = {
    # the period
    "a year past, told first, goes on under other headings": (
        "2023-02-17",
        "2022年，云麓高新区税收43亿元。\n\n一、家园越看越新\n\n民生支出61.7亿元。",
        ["税收 level 43亿元 2022-01-01..2022-12-31", "民生支出 level 61.7亿元 2022-01-01..2022-12-31"],
    ),
    "not in an article of summer": (
        "2023-07-17",
        "2022年，云麓高新区税收43亿元。\n\n一、家园越看越新\n\n区内有学校61所。",
        ["税收 level 43亿元 2022-01-01..2022-12-31", "学校 level 61所 2023-07-17..2023-07-17"],
    ),
    "nor for what stands on the day": (
        "2023-02-17",
        "2022年，云麓高新区税收43亿元。\n\n一、家园越看越新\n\n目前区内有学校61所。",
        ["税收 level 43亿元 2022-01-01..2022-12-31", "学校 level 61所 2023-02-17..2023-02-17"],
    ),
    "what a plan builds on is the plan before": (
        "2021-05-18",
        "云麓高新区“十四五”发展规划\n\n第一章 发展基础\n\n五年来，引进项目278个。新建道路47条。",
        ["引进项目 level 278个 2016-01-01..2020-12-31", "新建道路 level 47条 2016-01-01..2020-12-31"],
    ),
    "a circular says its period first": (
        "2018-05-08",
        "云麓高新区重点项目推进情况通报\n\n现将截至4月30日项目进展通报如下。\n\n一、总体进度\n\n供地2105亩，签约率73%。",
        ["供地 level 2105亩 2018-01-01..2018-04-30", "签约率 level 73% 2018-01-01..2018-04-30"],
    ),
    "a census counts on its day": (
        "2021-06-03",
        "云麓高新区人口普查公报\n\n以2020年11月1日零时为标准时点，全区常住人口68.4万人。\n\n男性占51.2%。",
        ["常住人口 level 68.4万人 2020-11-01..2020-11-01", "男性 share 51.2% 2020-11-01..2020-11-01"],
    ),
    "held against a number told": (
        "2021-06-03",
        "2020年末，云麓高新区常住人口68.4万人，与2010年的45.2万人相比，增加23.2万人，增长51.3%。",
        [
            "常住人口 level 68.4万人 2020-12-31..2020-12-31",
            "常住人口 level 45.2万人 2010-01-01..2010-12-31",
            "常住人口 change:since 23.2万人 2011-01-01..2020-12-31",
            "常住人口 growth:since 51.3% 2011-01-01..2020-12-31",
        ],
    ),
    "a stretch with what began it": (
        "2020-03-16",
        "自2月3日启动一级响应至3月15日，云麓高新区走访企业1830家；累计发放物资26万件。",
        ["走访企业 level 1830家 2020-02-03..2020-03-15", "发放物资 level 26万件 2020-02-03..2020-03-15"],
    ),
    "a level of a later day": (
        "2023-07-19",
        "云麓高新区服务器规模从2021年底的21.3万台增加到今年6月末的63万台。",
        ["服务器规模 level 21.3万台 2021-12-31..2021-12-31", "服务器规模 level 63万台 2023-06-30..2023-06-30"],
    ),
    "an origin is of the time of the one before": (
        "2018-07-17",
        "云麓高新区汽车产值由2015年的98亿元跃升到去年的243亿元，占工业总产值的比重也从11.2%提高到20.8%。",
        [
            "汽车产值 level 98亿元 2015-01-01..2015-12-31",
            "汽车产值 level 243亿元 2017-01-01..2017-12-31",
            "汽车产值 share:工业总产值 11.2% 2015-01-01..2015-12-31",
            "汽车产值 share:工业总产值 20.8% 2017-01-01..2017-12-31",
        ],
    ),
    "the account of a year": (
        "2024-02-08",
        "打开2023年的账本，有几个数先念一念。云麓高新区税收43亿元。",
        ["税收 level 43亿元"],
    ),
    "a year ahead is due in its passage alone": (
        "2019-03-04",
        "到2025年，云麓高新区税收达到80亿元。\n\n全区有学校61所。",
        ["税收 level 80亿元 target 2025-01-01..2025-12-31", "学校 level 61所 2019-03-04..2019-03-04"],
    ),
    "what stands under another head of a guide is of the day": (
        "2023-06-10",
        "云麓高新区投资环境一览\n\n【产出】2022年税收63.8亿元。\n\n【要素价格】工业用水2.3元/吨。\n\n【配套】学校3所。",
        [
            "税收 level 63.8亿元 2022-01-01..2022-12-31",
            "工业用水 level 2.3元/吨 2023-06-10..2023-06-10",
            "学校 level 3所 2023-06-10..2023-06-10",
        ],
    ),
    "the account of a half-year, before what it tells": (
        "2025-07-28",
        "云麓高新区上半年的成绩单上，工业增加值增长8.3%。亩均税收18.6万元。",
        ["工业增加值 growth:yoy 8.3% 2025-01-01..2025-06-30", "亩均税收 level 18.6万元 2025-01-01..2025-06-30"],
    ),
    "where a park was founded dates nothing of today": (
        "2025-03-26",
        "云麓高新区成立于1988年，1992年经国务院批准为国家级高新区，规划面积163平方公里，常住人口46.8万人。",
        [
            "规划面积 level 163平方公里 2025-03-26..2025-03-26",
            "常住人口 level 46.8万人 2025-03-26..2025-03-26",
        ],
    ),
    # plans
    "targets that stay": (
        "2023-10-27",
        "就眼下而言，云麓高新区全年GDP增长8%左右、规上工业增加值增长10%的目标不变。",
        ["GDP growth:yoy ≈8% target", "规上工业增加值 growth:yoy 10% target"],
    ),
    "from before a plan to its end": (
        "2021-04-06",
        "到2025年，云麓高新区研发经费支出占GDP比重由3.4%提高到4.5%以上。",
        [
            "研发经费支出 share:GDP 3.4% 2020-01-01..2020-12-31",
            "研发经费支出 share:GDP ≥4.5% target 2025-01-01..2025-12-31",
        ],
    ),
    "aims in a quotation that goes on": (
        "2019-06-18",
        "“今年高企确保净增40家、力争50家。”云麓高新区负责人说。",
        [
            "高企 change 40家 target:floor 2019-01-01..2019-12-31",
            "高企 change 50家 target:stretch 2019-01-01..2019-12-31",
        ],
    ),
    "what the target is set at": (
        "2023-07-10",
        "云麓高新区全年产值目标定的是150亿元。",
        ["产值 level 150亿元 target"],
    ),
    "同比 beside what is to come": (
        "2024-01-20",
        "2024年主要任务：云麓高新区引进项目42个；到位省外资金88亿元，同比增长12%。",
        [
            "引进项目 level 42个 target 2024-01-01..2024-12-31",
            "到位省外资金 level 88亿元 target 2024-01-01..2024-12-31",
            "到位省外资金 growth:yoy 12% target 2024-01-01..2024-12-31",
        ],
    ),
    "below the year's target": (
        "2018-07-17",
        "前6个月，云麓高新区生产总值增长8.1%，低于年度目标0.9个百分点。",
        ["生产总值 growth:yoy 8.1% 2018-01-01..2018-06-30", "生产总值 change -0.9个百分点 2018-01-01..2018-06-30"],
    ),
    "what the budget was in spring": (
        "2021-03-10",
        "2020年，云麓高新区财政收入年初安排98亿元，年中调减为92.5亿元，实际入库93.17亿元。",
        [
            "财政收入 level 98亿元 target 2020-01-01..2020-12-31",
            "财政收入 level 92.5亿元 target 2020-01-01..2020-12-31",
            "财政收入 level 93.17亿元 2020-01-01..2020-12-31",
        ],
    ),
    "an arrow leads from today's to the plan's": (
        "2021-06-30",
        "云麓高新区“十四五”规划纲要\n\n（一）主要指标（2020年→2025年）\n\n研发投入强度：3.6%→4.5%",
        ["研发投入强度 level 3.6% 2020-01-01..2020-12-31", "研发投入强度 level 4.5% target 2025-01-01..2025-12-31"],
    ),
    "floor and stretch in two scales": (
        "2024-01-20",
        "2024年，云麓高新区税收确保8000万元、力争1亿元。",
        [
            "税收 level 8000万元 target:floor 2024-01-01..2024-12-31",
            "税收 level 1亿元 target:stretch 2024-01-01..2024-12-31",
        ],
    ),
    # the name
    "adverbs of a rise": (
        "2024-01-20",
        "云麓高新区税收由2019年的21.4亿元一路攀升至2023年的38.6亿元，医保参保率始终稳定在98%以上。",
        [
            "税收 level 21.4亿元 2019-01-01..2019-12-31",
            "税收 level 38.6亿元",
            "医保参保率 level ≥98%",
        ],
    ),
    "two things told at once": (
        "2024-01-20",
        "2023年，云麓高新区进出口68亿美元，实际利用外资3.2亿美元，两项指标均增长20%。",
        [
            "进出口 level 68亿美元",
            "实际利用外资 level 3.2亿美元",
            "进出口 growth:yoy 20%",
            "实际利用外资 growth:yoy 20%",
        ],
    ),
    "the growth of both was first": (
        "2024-01-20",
        "2023年，云麓高新区工业增加值增长8.4%，固定资产投资增长13%，增速均居全市第一。",
        [
            "工业增加值 growth:yoy 8.4%",
            "固定资产投资 growth:yoy 13%",
            "工业增加值增速 rank 1位",
            "固定资产投资增速 rank 1位",
        ],
    ),
    "all zones of a city are none of them": (
        "2024-01-20",
        "2023年，云麓高新区工业增加值增长8.4%，固定资产投资增长13%，增速居全市各开发区第一。",
        ["工业增加值 growth:yoy 8.4%", "固定资产投资 growth:yoy 13%", "固定资产投资增速 rank 1位"],
    ),
    "who some of those counted are": (
        "2024-01-20",
        "2023年，云麓高新区在孵企业860家，其中近三成由高校教师创办。",
        ["在孵企业 level 860家 2023-12-31..2023-12-31", "高校教师创办 share:在孵企业 ≈30% 2023-12-31..2023-12-31"],
    ),
    "the share of a further whole": (
        "2024-01-20",
        "2023年，云麓高新区出口额占全市近五成、全省一成强。",
        ["出口额 share:全市 ≈50%", "出口额 share:全省 ≥10%"],
    ),
    "a share of the market is a rate": (
        "2024-01-20",
        "2023年，云麓高新区掘进机国内市场占有率超过六成。",
        ["掘进机国内市场占有率 level ≥60%"],
    ),
    "those numbers, of another year": (
        "2018-07-10",
        "去年，云麓高新区产值400亿元，机加工企业560家。而在2012年，这几个数字分别是120亿元和310家。",
        [
            "产值 level 400亿元 2017-01-01..2017-12-31",
            "机加工企业 level 560家 2017-12-31..2017-12-31",
            "产值 level 120亿元 2012-01-01..2012-12-31",
            "机加工企业 level 310家 2012-12-31..2012-12-31",
        ],
    ),
    "an aside in brackets leads to nothing": (
        "2024-01-20",
        "2023年，云麓高新区税收206亿元（含海关代征131亿元），增长18.8%。",
        ["税收 level 206亿元", "海关代征 level 131亿元", "税收 growth:yoy 18.8%"],
    ),
    "one rate of several groups": (
        "2024-01-20",
        "2023年末，云麓高新区规上工业企业、限上商贸企业和重大项目复工率均达到100%。",
        [
            "规上工业企业/复工率 level 100% 2023-12-31..2023-12-31",
            "限上商贸企业/复工率 level 100% 2023-12-31..2023-12-31",
            "重大项目/复工率 level 100% 2023-12-31..2023-12-31",
        ],
    ),
    "circumstances are no name": (
        "2024-01-20",
        "2023年，云麓高新区工业增加值96.5亿元，受疫情影响仅增长2.4%。",
        ["工业增加值 level 96.5亿元", "工业增加值 growth:yoy 2.4%"],
    ),
    "a threshold behind 其中": (
        "2024-01-20",
        "2023年，云麓高新区引进项目42个，其中投资过10亿元的6个。",
        ["引进项目 level 42个", "引进投资过10亿元的项目 level 6个"],
    ),
    "a stage without its object": (
        "2024-01-20",
        "2023年，云麓高新区新登记经营主体1.2万户，注销4100户。",
        ["新登记经营主体 level 1.2万户", "注销经营主体 level 4100户"],
    ),
    "sectors one after the other": (
        "2024-01-20",
        "2023年，云麓高新区一产增加值3.4亿元、二产35.8亿元。",
        ["一产增加值 level 3.4亿元", "二产增加值 level 35.8亿元"],
    ),
    "more by the year before": (
        "2024-01-20",
        "2023年，云麓高新区货物吞吐量2978万吨，同比多了三成五；财政收入20.6亿元，同比增收4.3亿元。",
        [
            "货物吞吐量 level 2978万吨",
            "货物吞吐量 growth:yoy 35%",
            "财政收入 level 20.6亿元",
            "财政收入 change:yoy 4.3亿元",
        ],
    ),
    "the name before a comma": (
        "2023-07-10",
        "云麓高新区数据中心绿电使用比例，年底要提到35%。",
        ["数据中心绿电使用比例 level 35% target 2023-12-31..2023-12-31"],
    ),
    "a share in a wider area": (
        "2024-01-20",
        "2023年，云麓高新区实际使用外资2.15亿美元，在全省比重提高到15.8%。",
        ["实际使用外资 level 2.15亿美元", "实际使用外资 share:全省 15.8%"],
    ),
    "so much on each": (
        "2024-01-20",
        "2023年，云麓高新区每平方公里创造进出口849亿元。",
        ["每平方公里进出口 level 849亿元"],
    ),
    "residents of town and country": (
        "2024-01-20",
        "2023年，云麓高新区城镇、农村居民收入分别增长5.2%、7%。",
        ["城镇居民收入 growth:yoy 5.2%", "农村居民收入 growth:yoy 7%"],
    ),
    "never below": (
        "2024-01-20",
        "2023年，云麓高新区研发投入强度一直没有低于8%。",
        ["研发投入强度 level ≥8%"],
    ),
    "more than the city by so much": (
        "2024-01-20",
        "2023年，云麓高新区居民人均可支配收入4.37万元，高于全市9600元。",
        ["居民人均可支配收入 level 4.37万元", "居民人均可支配收入 change 9600元"],
    ),
    "industries counted two": (
        "2024-01-20",
        "2023年，云麓高新区量子信息、空天信息两个产业营收分别为32.5亿元和118亿元。",
        ["量子信息/营收 level 32.5亿元", "空天信息/营收 level 118亿元"],
    ),
    "what an industry has made": (
        "2024-01-20",
        "2023年，云麓高新区轨道交通装备制造业完成产值163.5亿元，规上工业完成增加值96亿元。",
        ["轨道交通装备制造业/产值 level 163.5亿元", "规上工业增加值 level 96亿元"],
    ),
    "of each ten thousand people": (
        "2024-01-20",
        "2023年末，云麓高新区有效发明专利3.6万件，每万人拥有702件。",
        [
            "有效发明专利 level 3.6万件 2023-12-31..2023-12-31",
            "每万人拥有有效发明专利 level 702件 2023-12-31..2023-12-31",
        ],
    ),
    "only so many": (
        "2024-01-20",
        "2023年，云麓高新区跨境电商出口不过26.4万单。",
        ["跨境电商出口 level 26.4万单"],
    ),
}
# texts in which the number is nobody's indicator
NOT_READ = [
    "放眼全国，178家国家高新区贡献了近15%的经济总量。",
    "全国高新区运行平稳，178家国家高新区规上企业平均开工率超过九成。",
    "云麓高新区财政每投入1元。",
    "云麓高新区执行政策：企业所得税按15%征收。",
    "年纳税500万元以上的，云麓高新区给予扶持。",
    "云麓高新区企业单户产值过10亿元。",
    "云麓高新区确定了“三个翻番”的目标。",
    "留德博士刘炳阳2022年带着3名同学回到云麓高新区。",
]


@pytest.mark.parametrize(("published", "text", "wanted"), READ.values(), ids=READ)
def test_read(published: str, text: str, wanted: list[str]):
    assert rows(text, published) == wanted


@pytest.mark.parametrize("text", NOT_READ)
def test_not_read(text: str):
    assert [row for row in rows(text) if "178家" not in row] == []


# title of a document that is given no park, and whose it is
OWNERS = {
    "关于2019年1—9月全区重点工作推进情况的通报\n\n赣经开办字〔2019〕63号\n\n全区税收12亿元。": "赣州经开区",
    "关于重点工作的通报\n\n长经开办字〔2019〕63号\n\n全区税收12亿元。": "",
    "节后高新区一度缺工\n\n云麓高新区去年税收12亿元。": "云麓高新区",
}


@pytest.mark.parametrize(("text", "park"), OWNERS.items())
def test_owner(text: str, park: str):
    assert extract(text, published="2019-10-14")["park"].tolist() == [park]


# a park's name in a text, and what its rows call it
NAMED = {
    "广州开发区": "广州开发区",
    "广州经济技术开发区": "广州经开区",
    "杭州余杭经济技术开发区": "杭州余杭经开区",
    "余杭经济技术开发区": "余杭经开区",
    "威海高新区": "威海火炬高新区",
    "武汉东湖新技术开发区": "东湖高新区",
}


@pytest.mark.parametrize(("said", "park"), NAMED.items())
def test_named_as_the_document_does(said: str, park: str):
    assert extract(f"{said}去年税收12亿元。", published="2024-01-20")["park"].tolist() == [park]


def test_a_name_said_in_full_somewhere_is_the_documents():
    text = "广州开发区，即广州经济技术开发区"
    assert names_said([text], [find_areas(text)]) == {}
