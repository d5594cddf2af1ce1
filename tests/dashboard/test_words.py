import ast
import re
from importlib import resources
from pathlib import Path

import indicators
from dashboard import words
from dashboard.access.editors import REASONS
from dashboard.comparing.groups import KIND_NAMES, KIND_OF_ONE
from dashboard.components.decision_form import GROUNDS
from dashboard.components.findings import SAID
from dashboard.components.legend import DRAWINGS
from dashboard.components.shell import PAGES
from dashboard.downloads.citation import CONDITIONS
from dashboard.downloads.spreadsheets import HEADERS
from dashboard.editing.deciding import DONE
from dashboard.grid.grouping import COUNTED, GROUPS
from dashboard.grid.totals import WHY_NOT
from dashboard.intake.rows import KEPT
from dashboard.pages.review import KEYS
from dashboard.pages.why import ABOUT, WHERE
from dashboard.views import TITLES
from indicators.confidence import reasons
from indicators.errors import ArchiveError, DocumentError
from indicators.findings import KINDS
from indicators.formats import _UNREADABLE
from indicators.store.troubles import _ADVICE

TABLES = (
    words.MEASURES, words.BASES, words.BOUNDS, words.STATUSES, words.TIERS, words.CONFIDENCES, words.REVIEWS,
    words.FATES, words.FORMATS, KEPT, words.FINDINGS, words.DOUBTS, words.DERIVATIONS, words.VERDICTS, HEADERS,
)  # fmt: skip


def said():
    """Every Chinese text that the dashboard hands to `Words`: literals in calls, and the tables it takes names from."""
    texts = {text for table in TABLES for text in table.values()} | {title for _, title in PAGES}
    texts |= (
        {text for _, text in DRAWINGS.values()}
        | {*KIND_NAMES.values(), *KIND_OF_ONE.values(), *SAID.values()}
        | set(TITLES.values())
    )
    texts |= {*REASONS, *ABOUT.values(), *WHERE.values(), *WHY_NOT.values(), *GROUPS.values(), *COUNTED.values()}
    texts |= {said for said in CONDITIONS.values() if re.match("[\u4e00-\u9fff]", said)}
    texts |= {reason.label for reason in reasons().values()}
    texts |= {*GROUNDS, *DONE.values(), *(text for _, text in KEYS)}
    for path in resources.files("dashboard").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "words":
                texts |= {part.value for part in node.args[:1] if isinstance(part, ast.Constant)}
            if isinstance(node, ast.ListComp) and ast.unparse(node.elt) == "words(text)":
                listed = node.generators[0].iter
                texts |= {part.value for part in getattr(listed, "elts", []) if isinstance(part, ast.Constant)}
    return texts


# Where errors come from that the pages show.
RAISING = (
    "encoding.py", "sources.py", "formats/*.py", "store/deciding.py", "store/importing.py", "store/troubles.py",
)  # fmt: skip


def raised():
    """Every Chinese text that is the first argument of an error which a page may show."""
    texts = {*_UNREADABLE.values(), *_ADVICE.values()}
    core = Path(indicators.__file__).parent
    for path in (path for pattern in RAISING for path in core.glob(pattern)):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {
                "DocumentError",
                "ArchiveError",
                "RowError",
            }:
                texts |= {part.value for part in node.args[:1] if isinstance(part, ast.Constant)}
    return texts


def english():
    return words._texts("en")


def test_everything_said_has_its_english():
    assert sorted((said() | raised()) - set(english())) == []


def test_what_is_filled_in_is_filled_in_in_english_too():
    def fields(text):
        return set(re.findall(r"{\w+}", text))

    assert [text for text, translation in english().items() if fields(text) != fields(translation)] == []


def test_every_kind_of_finding_has_a_name():
    assert set(words.FINDINGS) == set(KINDS)


def test_context_is_not_shown():
    assert words.Words("zh")("目标|页") == "目标"
    assert words.Words("en")("目标|页") == "Targets"
    assert words.Words("xx").language == "zh"


def test_nothing_is_translated_twice():
    written = resources.files("dashboard").joinpath("locales/en/LC_MESSAGES/messages.po").read_text("utf-8")
    ids = re.findall(r'^msgid ("(?:.|\n")+)\nmsgstr', written, re.MULTILINE)
    assert len(ids) == len(set(ids))


def test_an_error_is_said_in_the_readers_language():
    error = DocumentError("文件超过 {size} MB；请拆成几个", size=50)
    assert words.Words("zh").of(error) == str(error) == "文件超过 50 MB；请拆成几个"
    assert words.Words("en").of(error) == "The file is larger than 50 MB; please split it"
    named = ArchiveError("库里没有“{name}”这篇文档", name="目标|页")
    assert words.Words("zh").of(named) == "库里没有“目标|页”这篇文档"  # what is filled in stays as it is
