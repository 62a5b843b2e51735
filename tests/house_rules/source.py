"""What the house rules read: the repository's own files, and their syntax trees."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent.parent
APPS = ("accounts", "children", "agencies", "plans", "reviews", "isp_portal")


@cache
def files() -> tuple[Path, ...]:
    """Every file that is committed or would be, below the repository's top."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=HOME, capture_output=True, text=True, check=True).stdout
    names = [Path(name) for name in listed.split("\0") if name]
    return tuple(sorted(name for name in set(names) if (HOME / name).is_file()))


def python_files(*, tests: bool = False) -> list[Path]:
    """Our Python: the rooms, and on request the tests and deploy scripts as well."""
    found = [path for path in files() if path.suffix == ".py" and "migrations" not in path.parts]
    return found if tests else [path for path in found if path.parts[0] in APPS]


def read(path: Path) -> str:
    return (HOME / path).read_text(encoding="utf-8")


def is_called(path: Path, name: str) -> bool:
    """Is this the module `name` of a room, or inside the folder of that name?"""
    return path.stem == name or name in path.parts[:-1]


def calls(source: str) -> Iterator[tuple[ast.Call, str]]:
    """Every call in a source, with the last part of the called name."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            yield node, last_name(node.func)


def last_name(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def first_name(node: ast.AST) -> str:
    """The name a dotted expression begins with: `logger` of `logger.info`."""
    while isinstance(node, ast.Attribute | ast.Call):
        node = node.value if isinstance(node, ast.Attribute) else node.func
    return node.id if isinstance(node, ast.Name) else ""
