"""Documentation that can be trusted: links lead somewhere, every page is listed, none is long."""

import re
from pathlib import Path

from tests.house_rules.source import HOME, files, read

LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")
MADE = re.compile(r"`make ([a-z]+)`|^    make ([a-z]+)", re.MULTILINE)
A_PAGE = 450  # words


def pages() -> list[Path]:
    return [path for path in files() if path.suffix == ".md"]


def dead_links(page: Path, text: str) -> list[str]:
    return [link for link in LINK.findall(text) if not (HOME / page.parent / link).exists()]


def test_every_link_between_pages_leads_somewhere() -> None:
    assert pages()
    found = {page: dead_links(page, read(page)) for page in pages()}
    assert {page: links for page, links in found.items() if links} == {}
    assert dead_links(Path("docs/README.md"), "see [this](how-to/nowhere.md)")


def test_every_page_is_listed_in_the_index() -> None:
    listed = {str(Path("docs", link)) for link in LINK.findall(read(Path("docs/README.md")))}
    below = {str(page) for page in pages() if page.parent.parent == Path("docs")}
    assert below
    assert below - listed == set()


def test_a_page_is_a_page() -> None:
    words = {page: len(read(page).split()) for page in pages() if len(page.parts) == 3}
    assert words
    assert {page: count for page, count in words.items() if count > A_PAGE} == {}


def test_every_command_that_is_named_can_be_made() -> None:
    made = set(re.findall(r"^([a-z]+):", read(Path("Makefile")), re.MULTILINE))
    named = {one or other for page in pages() for one, other in MADE.findall(read(page))}
    assert {"run", "test"} <= named
    assert named - made == set()
