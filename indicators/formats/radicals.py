"""Characters that some PDF files hold in place of everyday ones: the radicals of the Kangxi dictionary (⼊ for 入)."""

from unicodedata import normalize

_KANGXI = {code: normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
# The supplement, which Unicode does not map: those that look like a character in use.
_SUPPLEMENT = dict(
    zip(
        map(
            ord,
            "⺁⺄⺈⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺗⺘⺙⺛⺝⺟⺠⺡⺢⺣⺥⺧⺩⺫⺬⺮⺯⺰⺳⺴⺵⺶⺷⺹⺻⺼⺽⺾⺿⻀⻁⻃⻄⻅⻆⻈⻉⻋⻌⻍⻏⻐⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
        ),
        "厂乙刀㔾小小兀尢尢尢巳幺彐心手攵旡月母民氵氺灬爪牛王目示竹糸纟网网网羊羊耂聿肉臼艹艹艹虎西西见角讠贝车辶辶阝钅长长门阝雨青韦页风飞食食食饣马骨鬼鱼鸟卤麦黄齐齿龙龟",
        strict=True,
    )
)
_EVERYDAY = _KANGXI | _SUPPLEMENT


def unified(text: str) -> str:
    """The text with each such character replaced by the everyday one that it looks like; as long as before.

    >>> unified("收⼊")
    '收入'
    """
    return text.translate(_EVERYDAY)
