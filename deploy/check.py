#!/usr/bin/env python3
"""`make lint`, `quick`, `coverage` and `test`: the steps, each timed, and one summary at the end.

Every step runs even when an earlier one failed, so that one run tells everything. A suite that
ran no test, or skipped one, counts as failed: silence is not success.
"""

import os
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
PYTEST = [str(BIN / "pytest"), "--color=no"]
TEST = {"ISP_MODE": "test", "COLUMNS": "200"}  # wide: pytest cuts the reasons it lists
CLOSING_LINE = re.compile(r"\b(passed|failed|errors?|no tests ran)\b.* in [\d.]+s")
FALLEN = re.compile(r"(FAILED|ERROR) tests/\S+")  # a line of pytest's own short summary
PRODUCTION = {  # throwaway values: `check` reads the settings and opens nothing
    "ISP_MODE": "production",
    "SECRET_KEY": "only-for-this-check-" + "0123456789abcdefghijklmnopqrstuvwxyz" * 2,
    "ALLOWED_HOSTS": "isp.example.org",
    "SITE_ADDRESS": "https://isp.example.org",
    "DATABASE_URL": "sqlite:////nowhere/portal.sqlite3",
}


@dataclass(frozen=True)
class Step:
    """One command; `suite` marks a pytest run, whose closing line is kept and judged."""

    name: str
    command: Sequence[str | Path]
    env: dict[str, str] = field(default_factory=lambda: TEST)
    suite: bool = False


@dataclass(frozen=True)
class Result:
    """How a step went; `fallen` are its failed tests, said again where the end is read."""

    step: Step
    seconds: float
    problem: str
    closing_line: str = ""
    fallen: tuple[str, ...] = ()


def manage(name: str, *arguments: str, env: dict[str, str] = TEST) -> Step:
    return Step(name, [sys.executable, "-W", "error", "manage.py", *arguments], env)


LINT = [
    Step("style", [BIN / "ruff", "check", "--quiet"]),
    Step("formatting", [BIN / "ruff", "format", "--check", "--quiet"]),
    Step("types", [BIN / "mypy"]),
    Step("floors and stairs", [BIN / "lint-imports"]),
    manage("migrations are written", "makemigrations", "--check", "--dry-run"),
    manage("system checks", "check", "--fail-level", "WARNING"),
    manage("production settings", "check", "--deploy", "--fail-level", "WARNING", env=PRODUCTION),
]
SQLITE = Step(
    "suite on SQLite",
    [*PYTEST, "-q", "-n", "2", "--durations=8"],
    suite=True,
)
# Counting lines doubles the suite's time on Python 3.11, so it is asked for by itself.
COVERAGE = Step(
    "suite on SQLite, lines counted",
    [*PYTEST, "-q", "-n", "2", "--cov", "--cov-report=term:skip-covered"],
    suite=True,
)
POSTGRESQL = Step(
    "suite on PostgreSQL",
    [sys.executable, "deploy/throwaway_postgres.py", *PYTEST, "-q", "-n", "2"],
    suite=True,
)
JOURNEYS = Step(
    "journeys in a browser", [*PYTEST, "-q", "tests/journeys", "--durations=5"], suite=True
)
CYCLE = "tests/journeys/test_full_cycle.py"
CYCLE_ON_POSTGRESQL = Step(
    "a whole cycle in a browser, on PostgreSQL",
    [sys.executable, "deploy/throwaway_postgres.py", *PYTEST, "-q", CYCLE],
    suite=True,
)
PLANS = {
    "lint": LINT,
    "quick": [SQLITE],
    "coverage": [COVERAGE],
    "all": [*LINT, SQLITE, POSTGRESQL, JOURNEYS, CYCLE_ON_POSTGRESQL],
}


def run(step: Step) -> Result:
    """Runs a step, passing its output through, and judges it."""
    print(f"\n== {step.name}", flush=True)
    began = time.monotonic()
    env = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    closing_line = ""
    fallen = []
    with subprocess.Popen(
        [str(part) for part in step.command],
        cwd=HOME,
        env={**env, **step.env},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    ) as process:
        for line in process.stdout or ():
            print(line, end="", flush=True)
            if CLOSING_LINE.search(line):
                closing_line = line.strip("= \n")
            if FALLEN.match(line):
                fallen.append(line.strip())
    seconds = time.monotonic() - began
    problem = f"exit code {process.returncode}" if process.returncode else ""
    if step.suite and not problem:
        problem = why_not_enough(closing_line)
    return Result(step, seconds, problem, closing_line if step.suite else "", tuple(fallen))


def why_not_enough(closing_line: str) -> str:
    """What is wrong with a suite that pytest itself calls passed, or nothing."""
    counts = {word: int(n) for n, word in re.findall(r"(\d+) ([a-z]+)", closing_line)}
    if not counts.get("passed"):
        return "no test ran"
    unwanted = ("skipped", "xfailed", "xpassed", "deselected", "failed", "error", "errors")
    return ", ".join(f"{counts[word]} {word}" for word in unwanted if counts.get(word))


def report(results: list[Result]) -> None:
    print("\n== summary")
    for result in results:
        verdict = f"FAILED ({result.problem})" if result.problem else "ok"
        print(f"{result.seconds:7.1f} s  {result.step.name:<24} {verdict}")
    print(f"{sum(result.seconds for result in results):7.1f} s  altogether")
    for result in results:
        if result.closing_line:
            print(f"{result.step.name}: {result.closing_line}")
        for line in result.fallen:
            print(f"    {line}")


def main() -> int:
    results = [run(step) for step in PLANS[sys.argv[1]]]
    report(results)
    return 1 if any(result.problem for result in results) else 0


if __name__ == "__main__":
    sys.exit(main())
