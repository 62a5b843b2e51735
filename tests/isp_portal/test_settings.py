"""The portal starts safely or not at all, and says in one sentence what to set."""

import os
import subprocess
import sys

import pytest

from tests.house_rules.source import HOME

GIVEN = {
    "SECRET_KEY": "a-key-for-this-test-only-" + "0123456789" * 4,
    "ALLOWED_HOSTS": "isp.example.org",
    "SITE_ADDRESS": "https://isp.example.org",
    "DATABASE_URL": "sqlite:////nowhere/portal.sqlite3",
}
SHOW = (
    "import isp_portal.settings as s; print(s.MODE, s.DEBUG, s.SECOND_FACTOR_REQUIRED,"
    " 'isp_portal.demo' in s.INSTALLED_APPS)"
)


def start(**environment: str) -> subprocess.CompletedProcess[str]:
    """Reads the settings in a process that knows only `environment`."""
    env = {"PATH": os.environ["PATH"], **environment}
    command = [sys.executable, "-c", SHOW]
    return subprocess.run(command, cwd=HOME, env=env, capture_output=True, text=True, check=False)


def test_production_is_what_runs_when_nothing_is_said() -> None:
    assert start(**GIVEN).stdout.split() == ["production", "False", "True", "False"]


@pytest.mark.parametrize("missing", GIVEN)
def test_production_refuses_to_start_without_its_secrets_and_names_the_one(missing: str) -> None:
    for without in ({k: v for k, v in GIVEN.items() if k != missing}, {**GIVEN, missing: ""}):
        said = start(**without)
        assert said.returncode != 0
        assert f"{missing} is not set" in said.stderr.splitlines()[-1]


def test_an_unknown_mode_is_refused() -> None:
    said = start(ISP_MODE="staging")
    assert said.returncode != 0
    assert "production, demo, test" in said.stderr.splitlines()[-1]


@pytest.mark.parametrize(("mode", "second_factor"), [("demo", "False"), ("test", "True")])
def test_the_demo_and_the_tests_need_nothing_set(mode: str, second_factor: str) -> None:
    assert start(ISP_MODE=mode).stdout.split() == [mode, "False", second_factor, "True"]


def test_the_second_factor_cannot_be_switched_off_in_production() -> None:
    said = start(**GIVEN, SECOND_FACTOR_REQUIRED="false")
    assert said.stdout.split()[2] == "True"
