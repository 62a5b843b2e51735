"""Every template is used by somebody."""

from pathlib import Path

from django.conf import settings
from django.template.utils import get_app_template_dirs

from tests.house_rules.source import files, python_files, read

NAMED_BY_DJANGO = {"400.html", "403.html", "403_csrf.html", "404.html", "500.html"}
# The parts of an email are named after its stem: `emails/<stem>-subject.txt`.
EMAIL_PARTS = ("-subject.txt", "-body.txt", "-body.html")


def our_templates() -> list[str]:
    return [str(Path(*p.parts[1:])) for p in files() if p.parts[0] == "templates"]


def unused(templates: list[str], sources: dict[str, str]) -> list[str]:
    """Templates that no source but themselves names, and that replace no library's template."""
    return [
        name
        for name in templates
        if name not in NAMED_BY_DJANGO
        and not replaces_another(name)
        and not any(stem(name) in text for source, text in sources.items() if source != name)
    ]


def stem(name: str) -> str:
    for part in EMAIL_PARTS:
        name = name.removesuffix(part)
    return name


def replaces_another(name: str) -> bool:
    """Does a library ship a template of this name, so that it is the library who uses ours?"""
    folders = [Path(folder) for folder in get_app_template_dirs("templates")]
    return any((folder / name).is_file() for folder in folders)


def test_every_template_is_used() -> None:
    sources = {str(path): read(path) for path in python_files()}
    templates = our_templates()
    sources |= {name: read(Path("templates", name)) for name in templates}
    assert templates
    assert unused(templates, sources) == []


def test_an_unused_template_would_be_noticed() -> None:
    sources = {
        "a/views.py": 'render(request, "a/used.html")',
        "a/forgotten.html": "a/forgotten.html",
    }
    assert unused(["a/used.html", "a/forgotten.html"], sources) == ["a/forgotten.html"]


def test_templates_live_in_one_tree() -> None:
    assert settings.TEMPLATES[0]["DIRS"] == [Path(settings.BASE_DIR) / "templates"]
    strays = [path for path in files() if "templates" in path.parts[1:-1]]
    assert strays == []
