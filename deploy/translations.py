"""Brings the catalogues of other languages up to what papers, pages and emails say today.

    python deploy/translations.py

It finds every fixed sentence that is marked for translation, writes it into the `django.po` of each
language in isp_portal/locale/ (what is translated stays, what nobody says any more goes), compiles
each into `django.mo`, and says what still lacks words. A new language is a folder with a
`language.toml`: see docs/how-to/add-a-language.md. No gettext needs to be installed.
"""

import ast
import io
import re
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

HOME = Path(__file__).resolve().parent.parent
LOCALE = HOME / "isp_portal" / "locale"
ROOMS = ("accounts", "children", "agencies", "plans", "reviews", "isp_portal")
CALLS = {"gettext", "gettext_noop", "gettext_lazy", "_", "phrase"}
COUNTED = {"ngettext", "nphrase"}
"""Calls with two sentences: of one, and of many."""
IN_TEMPLATES = (
    re.compile(r'_\("([^"]*)"\)'),
    re.compile(r'{%-?\s*(?:translate|trans)\s+"([^"]*)"'),
)
BLOCK = re.compile(
    r"{%\s*blocktrans(?:late)?\b(.*?)%}(.*?){%\s*endblocktrans(?:late)?\s*%}", re.DOTALL
)
PLACE = re.compile(r"{{\s*(\w+)\s*}}")


Sentence = str | tuple[str, str]
Found = dict[Sentence, list[tuple[str, int]]]


def sentences() -> Found:
    """Every marked sentence, with the files and lines that say it."""
    found: Found = {}
    for path in sorted((HOME / "templates").rglob("*.*")):
        _note(found, path, of_template(path.read_text(encoding="utf-8")))
    for room in ROOMS:
        for path in sorted((HOME / room).rglob("*.py")):
            _note(found, path, of_python(path.read_text(encoding="utf-8")))
    return found


def of_template(source: str) -> Iterator[tuple[Sentence, int]]:
    """Sentences of `{% both _("…") %}`, `{% translate "…" %}` and `{% blocktranslate %}`."""
    for pattern in IN_TEMPLATES:
        for match in pattern.finditer(source):
            yield match[1], source.count("\n", 0, match.start()) + 1
    for match in BLOCK.finditer(source):
        options, body = match[1].split(), match[2]
        if "{% plural" in body:
            raise SystemExit(f"Plural forms are not handled: {body.strip()}")
        words = PLACE.sub(r"%(\1)s", body)
        if "trimmed" in options:
            words = " ".join(line.strip() for line in words.strip().splitlines())
        yield words, source.count("\n", 0, match.start()) + 1


def of_python(source: str) -> Iterator[tuple[Sentence, int]]:
    """Literal sentences given to gettext and its relatives."""
    if not any(name in source for name in ("gettext", "phrase")):
        return
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Call) and node.args):
            continue
        called = node.func
        name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
        said = [one.value for one in node.args[:2] if isinstance(one, ast.Constant)]
        texts = [one for one in said if isinstance(one, str)]
        if name in CALLS and texts:
            yield texts[0], node.lineno
        elif name in COUNTED and len(texts) > 1:
            yield (texts[0], texts[1]), node.lineno


def _note(found: Found, path: Path, said: Iterator[tuple[Sentence, int]]) -> None:
    for words, line in said:
        found.setdefault(words, []).append((path.relative_to(HOME).as_posix(), line))


def written(code: str) -> Catalog:
    """The catalogue of a language as it stands; an empty one for a new folder."""
    path = LOCALE / code / "LC_MESSAGES" / "django.po"
    if not path.exists():
        return Catalog(locale=code)
    with path.open("rb") as file:
        return read_po(file, locale=code)


def brought_up(code: str, said: Found) -> Catalog:
    """The catalogue with exactly today's sentences, in their order, and the words there were."""
    old, new = written(code), Catalog(locale=code, fuzzy=False)
    for words, places in sorted(said.items(), key=lambda item: item[1][0]):
        before = old.get(words)
        files = sorted({(path, 0) for path, _ in places})
        new.add(words, before.string if before and not before.fuzzy else "", locations=files)
    return new


def as_po(catalog: Catalog) -> bytes:
    """The text file, the same for the same words on every day."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=100, omit_header=True, include_lineno=False)
    head = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        f'"Plural-Forms: {catalog.plural_forms}\\n"\n\n'
    )
    return head.encode() + buffer.getvalue()


def as_mo(catalog: Catalog) -> bytes:
    """What the portal reads: GNU's format, sorted, with a head that says it is UTF-8.

    Babel's own writer puts the time of day in.
    """
    head = (
        f"Content-Type: text/plain; charset=UTF-8\nPlural-Forms: {catalog.plural_forms}\n".encode()
    )
    said = {
        "\0".join(_forms(m.id)).encode(): "\0".join(_forms(m.string)).encode()
        for m in catalog
        if m.id and all(_forms(m.string))
    }
    pairs = sorted({b"": head, **said}.items())
    keys_at, words_at, end = 28, 28 + 8 * len(pairs), 28 + 16 * len(pairs)
    tables, body = [b"", b""], b""
    for table in (0, 1):
        for pair in pairs:
            tables[table] += struct.pack("<II", len(pair[table]), end + len(body))
            body += pair[table] + b"\0"
    start = struct.pack("<7I", 0x950412DE, 0, len(pairs), keys_at, words_at, 0, end)
    return start + tables[0] + tables[1] + body


def _forms(words: object) -> list[str]:
    return list(words) if isinstance(words, (tuple, list)) else [str(words or "")]


def missing(catalog: Catalog) -> list[str]:
    """Sentences without words, or without one of the forms that the language has for numbers."""
    return [
        " | ".join(_forms(message.id))
        for message in catalog
        if message.id and not all(_forms(message.string))
    ]


def main() -> int:
    said, lacking = sentences(), 0
    for toml in sorted(LOCALE.glob("*/language.toml")):
        catalog = brought_up(toml.parent.name, said)
        folder = toml.parent / "LC_MESSAGES"
        folder.mkdir(exist_ok=True)
        (folder / "django.po").write_bytes(as_po(catalog))
        (folder / "django.mo").write_bytes(as_mo(catalog))
        for words in (lacks := missing(catalog)):
            print(f"{toml.parent.name}: {words}")
        lacking += len(lacks)
    print(f"{len(said)} sentences, {lacking} without words.")
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())
