"""Whose a figure is: the park's, a part of it, another area's, or one firm's, whose figures are not the park's."""

import re
import tomllib
from functools import cached_property, lru_cache
from importlib.resources import files

import regex

from indicators.catalogue import identify
from indicators.figures import Figure
from indicators.lexicon import each, either, tree
from indicators.parts import parts_in, places_in
from indicators.scan import Scan, clause_start
from indicators.statement import Statement
from indicators.stories import People, Stories


def _but_after(stems: str, words: str, rest: str) -> str:
    """Branches for the words, followed by `rest`, but not where one of the stems stands before the word (| parts them).

    The words come first and the look back goes over them, so that `re` can leap to where one begins.
    """
    return each((word + _none_before(stems, word) for word in words.split("|")), rest)


def _none_before(stems: str, word: str) -> str:
    """A look back from the end of a word: none of the stems stands before it."""
    return "".join(f"(?<!{stem}{word})" for stem in stems.split("|"))


_KNOWN = tomllib.loads(files("indicators").joinpath("words/firms.toml").read_text(encoding="utf-8"))["names"]
# Each branch begins with a character of its own, so that `re` leaps from one such character to the next.
_FIRM = re.compile(
    "|".join(
        (
            each(_KNOWN, "(?!系|等)"),
            r"一(?<![\d十百千止只独哪每任]一)家(?:企业|公司)?(?=[全去今前年就产营投销纳，]|的[产营税]|\d|独自|单独)",
            each("有像那某", r"一?家[^，。；、]{1,20}?(?:企业|[药车外民央]企|公司|工厂|厂|[造产应营]商)(?!以上)"),
            r"一(?<![\d十百千万第每首]一)家[^，。；、]{1,20}?(?:企业|[药车外民央]企|公司|工厂|厂|[造产应营]商)(?!以上)",
            r"一(?<![\d十百千万第每]一)家(?:企业|公司)(?=[增投年规全合营产])",
            "一户[^，。；、]{0,14}?(?:企业|公司)(?=就|影响|下拉|拉低|减产)",
            each("两二三", r"(?<![\d十百千万第每][两二三])家[^，。；、]{0,8}?(?:企业|公司)(?=[增投年规全合营产])"),
            "有限(?:责任)?公司|股份公司|该项目|该企业|该公司|这家(?:公司|企业)|某[^，。；]{0,14}(?:公司|企业|厂)|所在的?(?:公司|企业|工厂)(?!数)",
            each("一二三", "期(?:项目|(?=总投资|投资))"),
            r"单一(?:车型|产品|品种)|一(?<![\d十百千万]一)款|单笔|最[大高多长][^，。；、]{0,5}一[笔家个单]",
            r"项目(?<=(?:总部|基地|[一二三]期)项目)(?=(?:总|计划)?投资|占地)|线(?=[月年]产能)|企业(?=相关负责人|负责人|总经理|董事长|创始人)",
            r"(?:工厂|厂|公司)(?=(?:此前|日前|近日|前不久)?(?:宣布|透露|公告))|单厂",
            r"某(?:园区|高新区|经开区|地)|第一家[^，。；、]{0,6}企业(?=入驻|落户|，)",
            r"系(?<=[\u4e00-\u9fff]系)企业|占地[^，。；]{1,8}亩的[^，。；、]{2,12}企业",
            each(
                ["科技", "重工", "药业", "制药", "实业", "精工", "精密"],
                r"(?<=[\u4e00-\u9fff]{4})(?=年产|一家|全年|今年|去年)",
            ),
            each(
                [
                    "科技",
                    "重工",
                    "药业",
                    "制药",
                    "实业",
                    "精工",
                    "精密",
                    "电子",
                    "化工",
                    "汽车",
                    "新能源",
                    "生物",
                    "集团",
                ],
                r"(?<=[\u4e00-\u9fff]{4})(?=的[^，。；的]{0,8}(?:车间|厂房|展厅|工厂|生产线|产线))",
            ),
            r"工(?=厂(?:今年|去年|全年|年产|一家))(?<=[\u4e00-\u9fff]{3})厂",
            "满产后|达产后|投产后|建成后|建成投产后",
            _but_after(
                "龙头|大型|企业|产业|骨干|国有|投资|平台|子|国资",
                "集团|股份",
                r"(?<=[\u4e00-\u9fff]{4})(?!军|公司|化|有限)",
            ),
            _but_after(
                "重点|重大|产业|工业|以上|新建|续建|在建|签约|落地|开工|竣工|投产|投资|引进|引资|储备|技改|招商|建设|类|等|个",
                "项目",
                "(?:总投资|计划投资|占地|建成|投产|达产)",
            ),
            _but_after(
                "上市|总部|平台|子|母|分|外资|类|股份|担保|龙头|商贸|贸易|信托|物流|服务",
                "公司",
                r"(?=[\u4e00-\u9fff]{2})(?!数|总|共|新增|累计)",
            ),
            _but_after(
                "重点|重大|产业|亿元|工业|新建|续建|签约|落地|类|开工|投资|外资|内资|以上|引进|建设|储备|技改|个|大|的",
                "项目|基地|工厂|生产线|产线",
                r"(?<=[\u4e00-\u9fffA-Z]{2}(?:项目|基地|工厂|产线))(?=现场|位于|由[\u4e00-\u9fff]|一期|二期|首期|正式|顺利)",
            ),
        )
    )
)
# Words that count firms up for the area.
_COUNTED_UP = re.compile(
    r"(?:等|共|累计|全区|园区|高新区|经开区|企业|项目)\d+(?:多|余)?[家个户]|\d+(?:多|余)?[家户个](?:企业|项目|公司|重点|世界|国家)"
)
_LISTED = re.compile(r"^[^\d，。；]*(?:等|、)[^，。；]{0,6}$")
_AREA_AGAIN = regex.compile(
    r"(?<!(?:位于|落户|坐落|入驻|设在|在)[^，。；]{0,10})(?:高新区|经开区|开发区|园区|全区)|(?<=[，。；])(?:全省|全市|全县|全自治区)"
    r"|(?<=^|[，；。])(?:该|我|本)[区园县]|(?<=[，；])我们[^，。；]{2,10}："
)
_AREA_SPEAKS = re.compile("全区|我区|该区|园区|我们|(?<![家级国])(?:高新区|经开区)|全省|全市|我省|我市")
_FIRMS_OWN = {"money", "area", "mass", "ratio", "power", "electricity", "count", "people"}
_FIRMS_FIGURE = re.compile(
    "产值|营收|营业收入|销售|订单|产能|员工|研发|利润|税收|纳税|专利|出口|估值|份额|客户|用工|增长"
)
_ANYBODY = re.compile("[区园市省县]|企业|产业|行业|全年|我们|累计|[、，]其中|[家个户]")
_OTHERS = re.compile(
    r"(?:而|“|(?:20|19)?\d{2}年|去年|今年|上半年|前三季度|一季度|在|同一时期)*(?:(?:我国|全国|全球|世界)(?!前列|占|的份额|也)[^，。]{0,24}?(?:为"
    r"|达|合计|实现|增长|下降|突破|超|占|共|有|完成)|(?:我国|全国|全球|世界)(?:共|现)?有?$|我国[^，。；占居第]{0,18}$)"
)
# 全国新能源汽车产销连续九年位居世界第一: the country's place.
_NATION_RANKS = re.compile(
    r"(?:我国|全国)(?!高新区|经开区|国家级|同类)[^，。；]{2,20}?(?:居|列|排)[^，。；]{0,4}(?:世界|全球)$"
)
_ELSEWHERE = re.compile(
    tree(["我国", "全国", "全球", "世界", "全市", "全省", "全州", "全县", "我市", "我省", "全自治区"])
)
# 放眼全国，178家国家高新区贡献了…; 全国高新区运行平稳，169家…
_FRAMED = re.compile(
    r"[“”]?(?:[^，。；]{0,12}，)??(?:(?:放眼|纵观|环顾|放到|从|就)?(?:全国|全球)(?:范围)?(?:内|来看|来说|而言|看)?，"
    r"|(?:全国|国家)级?(?:高新区|经开区|综保区|综合保税区|开发区|海关特殊监管区域)(?!中|排名|位次|综合|评价|第|前))"
)
# 全国GDP增速6.3%, （全市+3.4%）: whose rate it is stands right before it, with nothing that compares.
_OTHERS_RATE = re.compile(
    r"(?:[^，。；]{0,6}?[（，；]|同期|而|但|考虑到|当前|其间|在|同一时期|(?:20|19)\d{2}年|去年|今年|上半年|前三季度|一季度)*(?:我国|全国|全球|世界)(?!前列|首|第|领先|各|最|重点|文明|示范|百强)[^，。；占居比高低快慢第列]{0,20}$"
)
_AROUND = re.compile(
    r"(?:同期|而|但|与此同时|其间)*(?:全市|全省|全州|全县|我市|我省|全自治区)(?!首|第|领先|最|重点|国家|高新区|经开区|开发区)[^，。；占居比高低快慢第列]{0,20}$"
)
_STORIES = tomllib.loads(files("indicators").joinpath("words/stories.toml").read_text(encoding="utf-8"))
_PEOPLE, _DEEDS = re.compile(either(_STORIES["people"])), re.compile(either(_STORIES["deeds"]))
_PARK_KIND = re.compile(
    r"(?:高新区|经开区|开发区|新区|园区|片区|保税区|保税港区|示范区|试验区|合作区|集中区|集聚区|科技城|科学城|产业园|工业园|自贸港)$"
)


_SUCH_FIRMS = re.compile("等[^，。；]{0,8}企业[^，。；]{0,10}，")
# A firm that only says which thing is meant.
_BY_OR_WITH = regex.compile(r"(?r)(?:由|与|同|和|以)[^，。；]{0,12}$")
_ATTRIBUTE = re.compile(
    r"[^，。；\d]{0,6}?(?:牵头|领衔|投资|运营|承建|建设|打造|参与|合作|共建|共同[\u4e00-\u9fff]{2}|为(?:龙头|代表|首))"
    r"(?:建设|设立|组建|打造)?的"
)


class Owners:
    """Whom the sentences of a passage name beside its area: firms, and parts of the area, each with where it ends."""

    def __init__(self, scan: Scan, people: People, home: str, area: str) -> None:
        self.text = scan.text
        self.parks = [area.start for area in scan.areas if area.kind == "park"]
        self.stories = Stories(scan, people, area)
        self.parts = parts_in(scan)
        self.places = places_in(scan, home)

    @cached_property
    def firms(self) -> list[tuple[int, int]]:
        """Where firms and projects are named; looked for only in a passage with statements."""
        return [match.span() for match in _FIRM.finditer(self.text)]

    def names_firm(self, start: int, end: int) -> bool:
        """Whether a sentence names a firm or a project."""
        return bool(self.firms) and any(start <= first < end for first, _ in self.firms)

    def part(self, start: int, position: int, default: str) -> str:
        """The part of the area (东区), or the body (联合党委), last named in `start:position`, else `default`."""
        if not self.parts:
            return default
        return next((name for end, name in reversed(self.parts) if start < end <= position), default)

    def place(self, start: int, position: int) -> str:
        """The place in the area (白洋园区) of which the sentence that begins at `start` speaks at `position`."""
        if not self.places:
            return ""
        return next((name for end, name in reversed(self.places) if start < end <= position), "")

    def not_the_areas(self, statement: Statement, start: int, park: bool) -> str:
        """Why a figure of a sentence is not the area's own (Chinese): one firm's, or another area's; "" if it is.

        The sentence begins at `start`; `park` where the text is about a park, so that 全市 is the city around it.
        """
        text, figure = self.text, statement.figure
        if self.stories.tells(start, figure.start) and not _areas_alone(statement.indicator):
            return "故事里的数"
        may_be_a_firms = self.firms and figure.dimension in _FIRMS_OWN
        if may_be_a_firms and (self._is_firms(figure, start) or self._goes_on_about_firm(statement, start)):
            return "一个企业或项目自己的数字"
        if statement.measure == "level" and not identify(statement.indicator):
            told = max(start, text.rfind("：", start, figure.start))
            if _DEEDS.search(statement.indicator) or _PEOPLE.search(text, told, figure.start):
                return "故事里的数"
        if self._is_nations(statement, start):
            return "其他地区的数字"
        clause = clause_start(text, start, figure.start)
        if not _ELSEWHERE.search(text, clause, figure.start):
            return ""
        if statement.measure != "rank" and _OTHERS.match(text, clause, figure.start):
            return "其他地区的数字"
        if statement.measure == "rank" and _NATION_RANKS.match(text, clause, figure.start):
            return "其他地区的数字"
        words = text[max(clause, text.rfind("（", start, figure.start) + 1) : figure.start]
        rate = figure.dimension in {"ratio", "points"} and statement.measure in {"growth", "level"}
        if rate and (_OTHERS_RATE.match(words) or (park and _AROUND.match(words))):
            return "其他地区的数字"
        return ""

    def _is_nations(self, statement: Statement, start: int) -> bool:
        """Whether the sentence speaks of the whole country and its zones, and of no area before the figure."""
        position = statement.figure.start
        if statement.measure in {"rank", "share"} or not _FRAMED.match(self.text, start, position):
            return False
        return not _AREA_SPEAKS.search(self.text, start, position) and not any(
            start <= at < position for at in self.parks
        )

    def _is_firms(self, figure: Figure, start: int) -> bool:
        """Whether the last firm that the sentence names before a figure has it for its own."""
        text = self.text
        firm = next((span for span in reversed(self.firms) if start <= span[0] and span[1] <= figure.start), None)
        if firm is None or figure.start - firm[1] >= 60:
            return False
        tail = text[firm[1] : figure.start]
        if _ATTRIBUTE.match(tail) and _BY_OR_WITH.search(text, start, firm[0]):
            return False  # 由一家公司牵头的“中国声谷”，入园企业…
        if _SUCH_FIRMS.search(tail):
            return False  # 支持…等链主企业带动上下游，国家高新技术企业突破1.6万家
        counted = _COUNTED_UP.search(text, firm[0], figure.end + 4)
        return not counted and "；" not in tail and not _LISTED.search(tail) and not _AREA_AGAIN.search(tail)

    def _goes_on_about_firm(self, statement: Statement, start: int) -> bool:
        """Whether the sentence before told of a firm, and this one, which names nobody, goes on about it."""
        text, position = self.text, statement.figure.start
        before = text.rfind("。", 0, max(start - 1, 0)) + 1
        firm = next((span for span in reversed(self.firms) if before <= span[0] and span[1] <= start), None)
        if firm is None or position - firm[1] > 120 or not _FIRMS_FIGURE.search(statement.indicator):
            return False
        return not _ANYBODY.search(text, firm[1], position) and not any(start <= at < position for at in self.parks)


def _areas_alone(indicator: str) -> bool:
    """Whether an indicator is one that no firm has."""
    return bool(identify(indicator)) and not _FIRMS_FIGURE.search(indicator)


@lru_cache(maxsize=4096)
def is_park(name: str) -> bool:
    """Whether an area is a park and not a province, a city or a county."""
    return bool(_PARK_KIND.search(name))
