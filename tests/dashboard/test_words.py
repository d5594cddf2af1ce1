import ast
import re
import tomllib
from importlib import resources

from dashboard import words
from dashboard.components.charts import BOUND_MARKS, MARKS
from dashboard.components.shell import PAGES
from dashboard.download import HEADERS

TABLES = (
    words.MEASURES, words.BASES, words.BOUNDS, words.STATUSES, words.TIERS, words.CONFIDENCES, words.FATES,
    words.VERDICTS, HEADERS,
)  # fmt: skip


def said():
    """Every Chinese text that the dashboard hands to `Words`: literals in calls, and the tables it takes names from."""
    texts = {text for table in TABLES for text in table.values()} | {title for _, title in PAGES}
    texts |= {text for _, text in (*MARKS.values(), *BOUND_MARKS.values())}
    for path in resources.files("dashboard").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "words":
                texts |= {part.value for part in node.args[:1] if isinstance(part, ast.Constant)}
    return texts


def english():
    return tomllib.loads(resources.files("dashboard").joinpath("locales/en.toml").read_text("utf-8"))


def test_everything_said_has_its_english():
    assert sorted(said() - set(english())) == []


def test_what_is_filled_in_is_filled_in_in_english_too():
    def fields(text):
        return set(re.findall(r"{\w+}", text))

    assert [text for text, translation in english().items() if fields(text) != fields(translation)] == []


def test_context_is_not_shown():
    assert words.Words("zh")("目标|页") == "目标"
    assert words.Words("en")("目标|页") == "Targets"
    assert words.Words("xx").language == "zh"
