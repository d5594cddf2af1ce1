"""Mentions of periods: the words a text uses for a stretch of time, found and told apart."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from indicators.lexicon import each

_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3}|两|几)"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_DASH = r"(?:-|—{1,2}|至|到)"
_YEAR = r"(?:(?:19|20)\d{2}|[一二][九〇零○]{1}[〇零○一二三四五六七八九]{2})"
_SINCE = r"(?:[^，。；、\d]{1,10}?)?以来"
_RELATIVE = r"(?:年初(?=以来)|今年|本年度?|当年|去年|上一?年度?|前年|明年|同年|翌年|次年|那一?年(?!代))"
_PAST_YEAR = r"(?:刚刚)?过去的?(?:这)?一年(?![来间多零])"
# What is told of a number of years before it, without 来 or 间: 五年累计, 三年建成.
_DONE = (
    "年均|(?<![两二2]年)平均|累计|共投|总共|合计|净?增|新[增建]|提[高升]|下降|减少|增[长加]|建成|盘活|完成|引进|投入"
    "|培育|转移|改造|实际(?=使用|利用)|城镇(?=新增)|翻了?"
)
_OPENING = "投入运营|投入使用|投用|投运|封关|开港|挂牌|成立|揭牌|建区|设立|开园|获批|建园|组建|运行|启动|托管|改革"
# 三、四季度 without 分别 are one stretch, and 半年累计 is the half of the year that is over.
_QUARTERS_TOGETHER = "(?:一、?二|二、?三|三、?四|一、二、三|二、三、四)季度(?![^，。；]{0,12}(?:分别|依次))"
_AND_QUARTERS = "(?=[、和](?:[一二三四][、和])*[一二三四]季度[^，。；]{0,16}(?:分别|依次))"
_HALF = "(?<![上下大小近每前后过多这一两个用了隔仅到不])半年(?=累计|保持|增速|增长|增幅|实现|完成|力争|确保)"
# The kinds of period, the more telling first: the first that fits at a place is taken.
_PERIOD = re.compile(
    rf"""
    (?P<plan>[“"]?
      (?P<plan_name>十[一二三四五六]五|第?十[一二三四五六]个五年|[一二三四五六七八九]五(?=[”"]?(?:计划|时期|期间|末)))
      [”"]?(?:规划|计划)?(?P<plan_part>以来|期间|时期|末|期末|前[一二三四]年|头[一二三]年|后[一二三四]年)?(?!高))
  | (?P<iso>(?P<iy>(?:19|20)\d{{2}})(?P<sep>[-—./])(?P<im>{_MONTH})(?P=sep)(?P<id>{_DAY})(?!\d))
  | (?P<days>(?:(?P<dy>{_YEAR})年|(?P<dr>{_RELATIVE}))?
      (?P<dm>{_MONTH})月(?P<dd>{_DAY})日?{_DASH}(?:(?P<dm2>{_MONTH})月)?(?P<dd2>{_DAY})日)
  | (?P<day>(?:(?P<y1>{_YEAR})年|(?P<r1>{_RELATIVE}))?(?P<m1>{_MONTH})月(?P<d1>{_DAY})日(?P<day_since>{_SINCE}|起)?)
  | (?P<months>(?:(?P<y2>{_YEAR})年|(?P<r2>{_RELATIVE}))?(?P<ma>{_MONTH})月?份?{_DASH}(?P<mb>{_MONTH})月份?(?:累计)?)
  | (?P<first_months>(?:(?P<y3>{_YEAR})年|(?P<r3>{_RELATIVE}))?(?:前|头)(?P<n3>{_NUMBER})个?月)
  | (?P<quarters>(?:(?P<y4>{_YEAR})年|(?P<r4>{_RELATIVE}))?
      (?P<q4>前[三3]季度|前[二两2]季度|上半年|下半年|{_QUARTERS_TOGETHER}|第?[一二三四1234]季度|首季度?|{_HALF})(?P<quarter_end>末)?)
  | (?P<listed_quarter>(?:(?P<y10>{_YEAR})年|(?P<r10>{_RELATIVE}))?(?P<q10>[一二三四]){_AND_QUARTERS})
  | (?P<month>(?:(?P<y5>{_YEAR})年|(?P<r5>{_RELATIVE})|(?<!\d))(?P<m5>{_MONTH})月份?
      (?P<month_end>底|末)?(?P<month_part>[上中下]旬)?(?P<month_since>{_SINCE}|起|至今)?)
  | (?P<years>(?P<ya>{_YEAR})年?{_DASH}(?P<yb>{_YEAR})年)
  | (?P<year>(?P<y6>{_YEAR})年度?(?P<part6>年?末|年?底|全年|期间|至今|{_SINCE}|起(?![步来点到飞])|初(?![步中级]))?)
  | (?P<listed_year>(?P<y9>(?:19|20)\d{{2}})(?=[、和](?:(?:19|20)\d{{2}}[、和])*(?:19|20)\d{{2}}年))
  | (?P<bare_year>(?<=截至)(?P<y8>(?:19|20)\d{{2}})(?P<part8>年?末|年?底))
  | (?P<relative>(?P<r7>{_RELATIVE}|{_PAST_YEAR})(?P<part7>年?末|年?底|全年|以来|到现在|初)?)
  | (?P<span>(?:刚刚)?(?:过去|近|最近|这|前)的?(?P<n_past>{_NUMBER})(?:个)?年(?:来|间|以来|时间)?
      |(?<![\d十百])(?P<n_past2>[一二两三四五六七八九十]|\d{{1,2}})年(?:来|间|里(?=，|[^程])|(?={_DONE}))(?!的?历史))
  | (?P<ago>(?<![\d十百约近])(?P<n_ago>[一二两三四五六七八九十]|\d{{1,2}})年前(?=，|的|[\u4e00-\u9fff]{{2}})
      (?![移进后瞻挪]))
  | (?P<future>(?:未来|今后|下一步|下一?个)(?P<n_next>{_NUMBER})年|(?P<n_next2>{_NUMBER})年内)
  | (?P<whole>全年|年内)
  | (?P<year_end>(?<![今去当上本])年[末底](?:前)?)
  | (?P<half_end>(?:6月|上半年)末)
  | (?P<opening>(?:{_OPENING})(?:[^，。；、\d]{{0,6}}?)以来(?!的?之?[最新首]))
  | (?P<now>截至目前|截止目前|截至今日|目前|当前(?=，)|眼下|现在(?!的)|现今|如今|迄今)
    """,
    re.VERBOSE,
)
# Where a period can begin: a cheap look that spares the long pattern most of a text. Each branch begins with a
# character of its own, so that `re` leaps from one such character to the next.
_STRETCHES = ("过去", "近", "最近", "这", "前", "头", "未来", "今后", "下一步", "下一个", "下个")
_COUNT = r"[\d一二三四五六七八九十两几]"
_TRIGGER = re.compile(
    "|".join(
        (
            each('“"', "(?:十[一二三四五六]|[一二三四五六七八九])五"),
            "十[一二三四五六](?:五|个五年)|第十[一二三四五六]个五年",
            each("一二三四五六七八九", "五"),
            "19[0-9]{2}|20[0-9]{2}",
            each("一二", "[九〇零○]"),
            each("0123456789", f"[0-9]?(?:月|[-—至到]—?[0-9]|年(?:[来间里前]|(?={_DONE})))"),
            each("一二两三四五六七八九十", f"年(?:[来间内里前]|(?={_DONE}))"),
            each("今本当去上前明同翌次那", "年"),
            "那一年",
            "年初以来",
            each("一二三四1234", "季"),
            each("一二三", "[、和]?[二三四](?=季|、[三四]季)"),
            "半年|第[一二三四1234]季|首季|上半年|下半年|全年|年[内末底]|刚刚(?=过去|近|最近|这|前)",
            each(_STRETCHES, f"(?=的?{_COUNT})"),
            each(_OPENING.split("|"), r"(?=[^，。；、\d]{0,6}以来)"),
            "截至目前|截止目前|截至今日|目前|当前|眼下|现在|现今|如今|迄今",
        )
    )
)


class Mention(NamedTuple):
    """A period as it is written at `start:end` of a passage.

    `kind` is the name of the group that found it, `since` says that it only begins there (以来), `point` that it means
    a day (年末, 目前) and not a stretch.
    """

    start: int
    end: int
    kind: str
    parts: dict[str, str]
    since: bool = False
    point: bool = False


def _matches(text: str) -> Iterator[re.Match[str]]:
    position = 0
    while trigger := _TRIGGER.search(text, position):
        if match := _PERIOD.match(text, trigger.start()):
            yield match
            position = match.end()
        else:
            position = trigger.start() + 1


def scan_periods(text: str) -> list[Mention]:
    """The periods that a passage's text mentions, in their order."""
    return [_mention(match) for match in _matches(text)]


def period_at_head(text: str) -> Mention | None:
    """The period with which a text begins, None if it begins with none."""
    match = _PERIOD.match(text) if _TRIGGER.match(text) else None
    return _mention(match) if match else None


def _mention(match: re.Match[str]) -> Mention:
    parts = {name: value for name, value in match.groupdict().items() if value}
    kind = match.lastgroup or ""  # the outermost
    if kind == "month" and match.string.endswith(("截至", "截止"), 0, match.start()):
        parts.setdefault("month_end", "末")  # 截至今年6月
    tail = next(
        (parts[p] for p in ("plan_part", "part6", "part7", "part8", "month_since", "day_since") if p in parts), ""
    )
    since = kind == "opening" or tail.endswith(("以来", "起", "到现在", "至今"))
    point = (
        kind in {"day", "iso", "now", "year_end", "half_end", "bare_year"}
        or tail.endswith(("末", "底", "初"))
        or not {"month_end", "quarter_end"}.isdisjoint(parts)
    )
    return Mention(match.start(), match.end(), kind, parts, since, point and not since)
