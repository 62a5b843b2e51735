"""The rules are importable and usable by programs that know nothing of Django."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = [
    f"{room}.rules.{path.stem}"
    for room in ("children", "plans", "reviews")
    for path in sorted((ROOT / room / "rules").glob("*.py"))
]
CLOCK_WORDS = ("today()", ".now(", "utcnow", "import time", "from time ")


def test_importing_every_rule_loads_no_django() -> None:
    script = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); import importlib\n"
        f"[importlib.import_module(name) for name in {MODULES!r}]\n"
        "print(sorted(name for name in sys.modules if name.split('.')[0] == 'django'))"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize("module", MODULES)
def test_no_rule_reads_the_clock(module: str) -> None:
    text = (ROOT / (module.replace(".", "/") + ".py")).read_text()
    assert not [word for word in CLOCK_WORDS if word in text]
