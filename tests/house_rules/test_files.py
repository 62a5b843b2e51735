"""Files: their length, their opening words, their place, and nothing of the machine they grew on."""

import ast
import re
import statistics
from pathlib import Path

import pytest

from tests.house_rules.source import HOME, files, python_files, read

TOP_LEVEL = {
    *("manage.py", "isp_portal", "plans", "reviews", "agencies", "templates", "static", "tests"),
    *("pyproject.toml", "README.md", "accounts", "children", "docs", "deploy", "Makefile"),
    *("requirements.txt", "requirements-dev.txt", ".gitignore", ".ci"),
}
LONGEST, MEDIAN = 300, 80
SHARED_CUPBOARDS = {"utils", "util", "helpers", "common", "core", "lib", "misc"}
# Taken apart, so that this file does not find itself.
OF_A_MACHINE = re.compile(
    r"/ho" + r"me/\w+|/ro" + r"ot/|/wo" + r"rk/|/Us" + r"ers/\w+|py" + r"pi\.org|pythonho" + r"sted"
    r"|registry\.np" + r"mjs|crates\.i" + r"o|index-u" + r"rl="
)
TEXT = {".py", ".md", ".txt", ".toml", ".html", ".css", ".js", ".sh", ".json", ".yml", ""}


def of_a_machine(text: str) -> list[str]:
    """Paths of one machine, and addresses of package registries."""
    return OF_A_MACHINE.findall(text)


def test_no_python_file_is_longer_than_three_hundred_lines() -> None:
    lengths = {path: len(read(path).splitlines()) for path in python_files(tests=True)}
    assert lengths
    assert {path: n for path, n in lengths.items() if n > LONGEST} == {}


def test_the_median_python_file_of_the_rooms_is_under_eighty_lines() -> None:
    lengths = [n for path in python_files() if (n := len(read(path).splitlines()))]
    assert statistics.median(lengths) < MEDIAN


def test_every_python_file_opens_by_saying_what_it_is_for() -> None:
    silent = [
        str(path)
        for path in python_files(tests=True)
        if read(path).strip() and not ast.get_docstring(ast.parse(read(path)))
    ]
    assert silent == []


def test_nothing_stands_at_the_top_but_what_was_agreed() -> None:
    assert {path.parts[0] for path in files()} - TOP_LEVEL == set()
    assert "manage.py" in {path.parts[0] for path in files()}


def test_there_is_no_cupboard_for_everything() -> None:
    cupboards = [p for p in files() if SHARED_CUPBOARDS & {p.stem, *p.parts[:-1]}]
    assert [p for p in cupboards if p.suffix == ".py"] == []


def test_no_file_names_a_machine_or_a_registry() -> None:
    found: dict[Path, list[str]] = {}
    for path in files():
        if path.suffix in TEXT and "vendor" not in path.parts:
            found[path] = of_a_machine((HOME / path).read_text(encoding="utf-8", errors="replace"))
    assert found
    assert {path: names for path, names in found.items() if names} == {}


@pytest.mark.parametrize(
    "text", ["see /ho" + "me/ada/plan.txt", "from https://py" + "pi.org/simple"]
)
def test_a_machine_or_a_registry_would_be_noticed(text: str) -> None:
    assert of_a_machine(text)
