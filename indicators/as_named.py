"""What a document calls its parks: its own name for each, in short; an archive puts all names of a park under one."""

from collections.abc import Iterable, Mapping, Sequence

from indicators.areas import Area
from indicators.gazetteer import canonical, is_listed, shortened
from indicators.model import Observation


def names_said(texts: Iterable[str], areas: Iterable[Sequence[Area]]) -> Mapping[str, str]:
    """Canonical name -> the document's own, for each park that its passages (`texts`, which name these `areas`) never
    call by the canonical one."""
    forms: dict[str, set[str]] = {}
    for text, named in zip(texts, areas, strict=True):
        for area in named:
            if area.kind == "park":
                forms.setdefault(area.name, set()).add(shortened(text[area.start : area.end]))
    said = {}
    for name, found in forms.items():
        own = [form for form in found if _says_it_otherwise(form, name)]
        if name not in found and own and is_listed(name):
            said[name] = max(own, key=lambda form: (len(form), form))
    return said


def _says_it_otherwise(form: str, name: str) -> bool:
    """Whether a form is a name as good as the canonical one: without or with the city before it (曹妃甸经开区,
    杭州余杭经开区), or of another kind (广州开发区). 威海高新区 is less than 威海火炬高新区."""
    if form.endswith("片区") and "自贸" not in form:
        return False
    return name.endswith(form) or form.endswith(name) or len(form) == len(name)


def under_one_name(rows: Iterable[Observation]) -> tuple[Observation, ...]:
    """Observations with the canonical names of their parks, so that those of several documents come together."""
    return tuple(row._replace(park=canonical(row.park)) for row in rows)
