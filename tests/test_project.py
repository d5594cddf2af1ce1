"""The house itself: what README, Makefile and requirements promise is there."""

import ast
import re
import subprocess
from pathlib import Path

import pandas as pd
import pytest

from indicators import COLUMNS, extract

ROOT = Path(__file__).parent.parent
DOCUMENTS = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "docs/observations.md",
    "docs/documents.md",
    "docs/archive.md",
)
TARGETS = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def tracked_texts() -> list[tuple[str, str]]:
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if listing.returncode:
        pytest.skip("not a git checkout")
    contents = {name: (ROOT / name).read_bytes() for name in listing.stdout.split("\0") if (ROOT / name).is_file()}
    return [
        (name, content.decode("utf-8", errors="replace")) for name, content in contents.items() if b"\0" not in content
    ]


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-cluster.txt"])
def test_every_requirement_is_pinned(file: str):
    lines = [line.split("#")[0].strip() for line in read(file).splitlines()]
    names = [line.partition("==")[0].lower().replace("_", "-") for line in lines if line]
    assert [line for line in lines if line and not re.match(r"[\w.\[\]-]+==[\w.]+(; .+)?$", line)] == []
    assert len(names) == len(set(names))


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-cluster.txt"])
def test_each_direct_requirement_says_why_it_is_there(file: str):
    direct = read(file).partition("# --- 间接依赖")[0]
    assert [line for line in direct.splitlines() if "==" in line and "# " not in line] == []


def test_no_path_of_one_machine_and_no_package_index():
    forbidden = re.compile(r"(?<![\w.])/(?:root|home|Users|work)/|[A-Z]:\\Users|index[-_]url|find[-_]links", re.ASCII)
    assert [(name, hit.group()) for name, text in tracked_texts() for hit in forbidden.finditer(text)] == []


def imported_modules(path: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return names | {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}


def test_indicators_knows_nothing_of_the_dashboard():
    web = {"dashboard", "dash", "plotly", "flask", "waitress"}
    modules = sorted((ROOT / "indicators").rglob("*.py"))
    assert modules
    assert [path.name for path in modules if {name.split(".")[0] for name in imported_modules(path)} & web] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_commands_in_the_documents_exist(name: str):
    text = read(name)
    assert set(re.findall(r"\bmake ([a-z]+)", text)) <= set(TARGETS)
    packages = set(re.findall(r"python -m (indicators|dashboard)\b", text))
    assert all((ROOT / package / "__main__.py").is_file() for package in packages)


def test_every_make_target_says_what_it_is_for():
    explained = re.findall(r"^([a-z]+):.*  ## \w", read("Makefile"), re.MULTILINE)
    assert explained == TARGETS


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_in_the_documents_lead_somewhere(name: str):
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", read(name)) if not link.startswith("https:")]
    assert [link for link in links if not ((ROOT / name).parent / link).exists()] == []


def test_changelog_has_a_place_for_the_next_change():
    assert "\n## [Unreleased]\n" in read("CHANGELOG.md")


def test_every_column_is_explained():
    headings = [line for line in read("docs/observations.md").splitlines() if line.startswith("### ")]
    explained = [column for heading in headings for column in re.findall(r"`(\w+)`", heading)]
    assert explained == list(COLUMNS)
    assert [column for column in COLUMNS if f"`{column}`" not in read("README.md")] == []


def as_shown(value: object) -> str:
    """Returns a cell as the README writes it: 50 for 50.0, 2023-12-31 for that day."""
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    return f"{value:g}" if isinstance(value, float) else str(value)


def test_the_example_in_the_readme_is_what_comes_out():
    example = read("README.md").partition("<!-- example:start -->")[2].partition("<!-- example:end -->")[0]
    text = re.search(r"```text\n(.*?)```", example, re.DOTALL).group(1)
    header, _, *rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in example.splitlines() if line.startswith("|")
    ]
    table = extract(text)[header]
    assert [[as_shown(value) for value in row] for row in table.itertuples(index=False)] == rows
