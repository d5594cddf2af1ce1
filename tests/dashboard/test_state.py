from hypothesis import given
from hypothesis import strategies as st

from dashboard.addresses import swapped_language
from dashboard.state import DataChoice, DocumentChoice, TargetChoice, TrendChoice, decode, encode

TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
TRENDS = st.builds(
    TrendChoice,
    lang=st.sampled_from(["zh", "en"]),
    park=st.lists(TEXT, unique=True, max_size=3).map(tuple),
    indicator=TEXT,
    measure=st.lists(st.sampled_from(["level", "growth"]), unique=True).map(tuple),
    scale=st.sampled_from(["linear", "log"]),
    view=st.sampled_from(["together", "apart"]),
    segments=st.booleans(),
    point=TEXT,
)


@given(TRENDS)
def test_a_choice_comes_back_from_its_address(choice):
    assert decode(TrendChoice, encode(choice)) == choice


@given(
    st.one_of(
        st.builds(TargetChoice, park=TEXT, year=TEXT),
        st.builds(DataChoice, q=TEXT, filters=TEXT),
        st.builds(DocumentChoice, name=TEXT),
    )
)
def test_so_do_those_of_the_other_pages(choice):
    assert decode(type(choice), encode(choice)) == choice


def test_what_is_by_default_is_not_said():
    assert encode(TrendChoice()) == ""


def test_a_mangled_link_still_opens():
    assert decode(TrendChoice, "?scale=cubic&view=&lang=xx&point&&%zz=1") == TrendChoice()
    assert decode(TrendChoice, None) == TrendChoice()


def test_language_is_swapped_and_nothing_else():
    english = swapped_language("/trends", "?park=a&park=b&scale=log")
    assert english == "/trends?park=a&park=b&scale=log&lang=en"
    assert swapped_language("/trends", english.removeprefix("/trends")) == "/trends?park=a&park=b&scale=log"
    assert swapped_language("/", "") == "/?lang=en"
