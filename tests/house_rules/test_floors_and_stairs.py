"""The import contracts of pyproject.toml can fail: each refuses a small house built wrongly."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parent.parent.parent
APPS = ("accounts", "children", "agencies", "plans", "reviews")
ROOMS = ("documents", "sharing", "dashboards", "demo", "bench")


def build_house(folder: Path) -> None:
    """Empty rooms with the portal's names, under the portal's own contracts."""
    packages = [*APPS, "isp_portal", *(f"isp_portal/{room}" for room in ROOMS)]
    for package in packages:
        write(folder, f"{package}/__init__.py", "")
    for app in APPS:
        for step in ("views", "actions", "models", "rules"):
            write(folder, f"{app}/{step}.py", "")
    write(folder, "agencies/intake/__init__.py", "")
    write(folder, "isp_portal/dashboards/rules.py", "")
    write(folder, "isp_portal/documents/worker.py", "import weasyprint\n")
    shutil.copy(HOME / "pyproject.toml", folder)


def write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """The linter's verdict on the house in `folder`, never on the portal itself."""
    command = [Path(sys.executable).parent / "lint-imports", "--no-cache"]
    env = {**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "200"}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)


def test_a_house_built_as_drawn_is_accepted(tmp_path: Path) -> None:
    build_house(tmp_path)
    verdict = lint(tmp_path)
    assert verdict.returncode == 0, verdict.stdout


@pytest.mark.parametrize(
    ("name", "text", "contract"),
    [
        ("children/models.py", "import plans.models\n", "Floors"),
        ("plans/actions.py", "import plans.views\n", "Stairs"),
        ("plans/rules.py", "import plans.models\n", "Stairs"),
        ("plans/utils.py", "", "Stairs"),
        ("plans/rules.py", "import django\n", "Rules know nothing"),
        ("reviews/rules.py", "import django.db\n", "Rules know nothing"),
        ("isp_portal/dashboards/rules.py", "import django.db\n", "Rules know nothing"),
        ("isp_portal/documents/misc.py", "", "Stairs of the documents room"),
        ("isp_portal/sharing/misc.py", "", "Stairs of the sharing room"),
        ("isp_portal/bench/misc.py", "", "Stairs of the bench"),
        ("isp_portal/demo/views.py", "import weasyprint\n", "Only the documents worker"),
        ("agencies/actions.py", "import pikepdf\n", "Only bounded processes"),
        ("agencies/queries.py", "import pypdfium2\n", "Only bounded processes"),
        ("agencies/intake/examiner.py", "import PIL\n", "Only bounded processes"),
        ("agencies/rules.py", "import agencies.intake\n", "Stairs inside an app"),
        (
            "isp_portal/documents/actions.py",
            "import isp_portal.dashboards\n",
            "Rooms under the roof",
        ),
    ],
)
def test_a_house_built_wrongly_is_refused(
    tmp_path: Path, name: str, text: str, contract: str
) -> None:
    build_house(tmp_path)
    write(tmp_path, name, text)
    verdict = lint(tmp_path)
    broken = [line for line in verdict.stdout.splitlines() if " BROKEN" in line]
    assert len(broken) == 1, verdict.stdout
    assert broken[0].startswith(contract)
    assert verdict.returncode != 0
