"""The names of the components that callbacks talk to.

Each page has an address component of its own (`…_URL`), so that its callbacks run only while it is on show.
"""

from typing import Any

URL = "url"
HERE = "here"  # path and language of the page on show
NAV = "nav"
AS_OF = "as-of"
AS_OF_BANNER = "as-of-banner"
PAGE = "page"
SCHEME = "scheme"  # the switch
LIGHT = "light"  # "light" or "dark", as the browser shows it

TREND_URL = "trend-url"
TREND_PARKS = "trend-parks"
TREND_INDICATOR = "trend-indicator"
TREND_MEASURES = "trend-measures"
TREND_SCALE = "trend-scale"
TREND_VIEW = "trend-view"
TREND_FORM = "trend-form"
TREND_TIME = "trend-time"
TREND_MONTHS = "trend-months"
TREND_UNIT = "trend-unit"
TREND_MEDIAN = "trend-median"
TREND_VINTAGE = "trend-vintage"
TREND_BARE = "trend-bare"
TREND_SEGMENTS = "trend-segments"
TREND_DERIVED = "trend-derived"
TREND_VIEWED = "trend-viewed"
TREND_TABLE = "trend-table"
TREND_EVIDENCE = "trend-evidence"

COMPARE_URL = "compare-url"
COMPARE_VIEW = "compare-view"
COMPARE_INDICATOR = "compare-indicator"
COMPARE_AGAINST = "compare-against"
COMPARE_MEASURE = "compare-measure"
COMPARE_PERIOD = "compare-period"
COMPARE_GROUP = "compare-group"
COMPARE_PARKS = "compare-parks"
COMPARE_SCALE = "compare-scale"
COMPARE_LAYOUT = "compare-layout"
COMPARE_VIEWED = "compare-viewed"
COMPARE_EVIDENCE = "compare-evidence"

COVERAGE_URL = "coverage-url"
COVERAGE_PARK = "coverage-park"
COVERAGE_INDICATOR = "coverage-indicator"
COVERAGE_VIEWED = "coverage-viewed"

PARK_URL = "park-url"
PARK_PARK = "park-park"
PARK_HEADING = "park-heading"
PARK_VIEWED = "park-viewed"

TARGET_URL = "target-url"
TARGET_VIEW = "target-view"
TARGET_LAYOUT = "target-layout"
TARGET_PARK = "target-park"
TARGET_INDICATOR = "target-indicator"
TARGET_YEAR = "target-year"
TARGET_VIEWED = "target-viewed"

DATA_URL = "data-url"
DATA_GRID = "data-grid"
DATA_SEARCH = "data-search"
DATA_GROUPS = "data-groups"
DATA_LAYOUT = "data-layout"
DATA_BY = "data-by"
DATA_COLUMNS = "data-columns"
DATA_FILTERS = "data-filters"
DATA_COUNT = "data-count"
DATA_GROUP_COUNT = "data-group-count"
DATA_FILES = "data-files"

DOCUMENT_URL = "document-url"
DOCUMENT_NAME = "document-name"
DOCUMENT_VIEWED = "document-viewed"

WHY_URL = "why-url"
WHY_VIEWED = "why-viewed"

READ_TEXT = "read-text"
READ_DAY = "read-day"
READ_PARK = "read-park"
READ_BUTTON = "read-button"
READ_VIEWED = "read-viewed"
READ_URL = "read-url"

CORRECT_URL = "correct-url"
CORRECT_VIEWED = "correct-viewed"

IMPORT_URL = "import-url"
IMPORT_TICK = "import-tick"  # moved by the browser when something has become of a file
IMPORT_SETTLED = "import-settled"  # moved when all that it was at is done
IMPORT_BATCH = "import-batch"
IMPORT_GRID = "import-grid"
IMPORT_SUMS = "import-sums"
IMPORT_SEEN = "import-seen"
IMPORT_AGAIN = "import-again"
IMPORT_PROBLEM = "import-problem"
IMPORT_TITLE = "import-title"
IMPORT_PUBLISHER = "import-publisher"
IMPORT_DAY = "import-day"
IMPORT_PARK = "import-park"
PASTE_TEXT = "paste-text"
PASTE_TITLE = "paste-title"
PASTE_PUBLISHER = "paste-publisher"
PASTE_DAY = "paste-day"
PASTE_BUTTON = "paste-button"
PASTE_SAID = "paste-said"

SIGN_IN_URL = "sign-in-url"
SIGN_IN_NAME = "sign-in-name"
SIGN_IN_PASSWORD = "sign-in-password"
SIGN_IN = "sign-in"
SIGN_IN_SAID = "sign-in-said"
SIGN_OUT = "sign-out"

REVIEW_URL = "review-url"
REVIEW_PARK = "review-park"
REVIEW_DOUBT = "review-doubt"
REVIEW_VIEWED = "review-viewed"
REVIEW_NEXT = "review-next"  # the task after the one on show

DECIDED = "decided"  # the decisions of this visit
UNDO_ASKED = "undo-asked"  # the decision whose button was pressed, see assets/undoing.js
UNDONE = "undone"  # the decision that was undone last by such a button
NOTICES = "notices"  # what is said over the page for a while
# parts of the decision form, which not every page has
DECISION_WAS = {"type": "decision-part", "part": "was"}
DECISION_SAID = {"type": "decision-part", "part": "said"}
UNDO = {"type": "decision-part", "part": "undo"}

# a park with few findings has none further
FURTHER_FINDINGS = {"type": "further-findings", "part": "list"}
FURTHER_FINDINGS_SUMMARY = {"type": "further-findings", "part": "summary"}

CHART = "chart"  # the type of every chart's id, so that a click on any of them is one callback


def chart(page: str, name: str) -> dict[str, str]:
    """The id of one chart of a page."""
    return {"type": CHART, "page": page, "name": name}


def given(url: str) -> dict[str, str]:
    """The id of what the controls of a page are known to hold, the page by its address component."""
    return {"type": "given", "url": url}


def answered(url: str) -> dict[str, str]:
    """The id of what the controls of a page are to hold for the address that was answered last."""
    return {"type": "answered", "url": url}


def finding_part(part: str, rows: Any) -> dict[str, Any]:
    """The id of the "summary" or the "sentences" of a finding, which is known by its kind and rows."""
    return {"type": "finding", "part": part, "rows": rows}


def decide(what: Any, key: Any) -> dict[str, Any]:
    """The id of a button of the decision form: what it does, and to which row, or to a phrase of which column.

    All in ASCII: Dash does not find what was pressed otherwise.
    """
    return {"type": "decide", "what": what, "key": key}


def decision_field(name: Any) -> dict[str, Any]:
    """The id of a field of the decision form."""
    return {"type": "decision-field", "name": name}
