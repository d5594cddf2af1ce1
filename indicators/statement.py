"""What a sentence says with one figure, and the words around it that were looked at."""

from dataclasses import dataclass, field
from typing import NamedTuple

from indicators.figures import Figure
from indicators.rules import Match

_LISTED = ("、", "和", "与", "及", "以及", "并", "或")


class Statement(NamedTuple):
    """What a sentence says with one figure. Offsets are those of the passage."""

    figure: Figure
    indicator: str
    segment: str
    measure: str
    basis: str
    value: float
    unit: str
    rule: str
    own: bool = True  # False where the name is the one said before
    target: bool = False  # the rule itself says that it is a target
    previous: bool = False  # the value of the period before: 由上年的29.3%
    base: str = ""  # what is compared with, as the text has it
    new: bool = False  # 新增, 净增
    verb: str = ""  # the verb of flow that the name begins with
    event: bool = False  # something happened to what is counted: 83项案例入选
    done: bool = False  # somebody made it: 建成, 打造
    whole: str = ""  # of what it is a share, where a change of the share is told: 占…比重提高2个百分点
    held: str = ""  # the words between name and number
    part: bool = False  # one of the parts that 其中 tells
    period_index: int = -1  # the n-th of several periods named for a list


def bare_unit(unit: str) -> str:
    """A unit without its scale: 万平方米 and 平方米 count the same thing."""
    return unit.lstrip("十百千万亿") or unit


@dataclass
class Topic:
    """What was spoken of last; it serves where a figure has no name of its own."""

    last: Statement | None = None
    opening: str = ""  # the first words of the sentence before, where it had no figures: its subject may serve on
    recent: list[Statement] = field(default_factory=list)  # the statements of this sentence
    before: list[Statement] = field(default_factory=list)  # those of the sentence with figures before it
    compared: str = ""  # what the figures after it are held against: 与2010年的45.2万人相比，增加…
    whole: Statement | None = None  # what 其中 takes parts of, until the semicolon

    def counted(self, figure: Figure, nameless: bool = False) -> "Statement | None":
        """The statement that last counted something in the figure's unit, parts (其中) left out.

        Whoever looks for one at the head of a sentence looks to the last of the sentence before; only for a `nameless`
        figure, or one of heads, to all of it.
        """
        told = self.recent or ([self.last] if self.last else [])
        if self.last and not self.recent and (nameless or figure.dimension in {"count", "people"}):
            told = self.before or told  # 今年安排项目28个，投资9.3亿元。到5月末，已完工12个
        for statement in reversed(told):
            same = bare_unit(statement.figure.unit) == bare_unit(figure.unit)
            if same and not statement.part and statement.measure in {"level", "change"}:
                return statement
        return None

    def hear(self, text: str, start: int, end: int) -> None:
        """Take note of a sentence `text[start:end]` without figures."""
        self.opening = text[start : min(end, start + 16)]

    @property
    def name(self) -> tuple[str, str]:
        """(segment, indicator) of the last statement."""
        return (self.last.segment, self.last.indicator) if self.last else ("", "")


class Spot(NamedTuple):
    """A figure, or a list of figures, with the words around it."""

    text: str
    group: list[Figure]
    kind: str
    clause: str  # the words of its clause before it
    gap: str  # the clauses before that, back to the figure before
    following: int  # where the next figure (or the sentence's end) begins
    match: Match

    @property
    def head(self) -> str:
        """The words of the clause that the rule did not take: those that name the indicator."""
        return self.clause[: self.match.start]

    @property
    def listed(self) -> bool:
        """Whether it goes on with a list (、企业3户)."""
        return self.clause.startswith(_LISTED)
