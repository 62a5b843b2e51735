"""What every test relies on: test mode, no network, no undefined variable, no luck with order."""

import os
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.template import Context, Origin, Template, engines

from tests.conftest import NetworkRefused, UndefinedTemplateVariable
from tests.house_rules.source import HOME


def render(text: str, written_in: Path) -> str:
    engine = engines["django"].engine
    return Template(text, origin=Origin(str(written_in)), engine=engine).render(Context({}))


def test_tests_run_in_test_mode_with_files_of_their_own() -> None:
    assert settings.MODE == "test"
    assert settings.SECOND_FACTOR_REQUIRED
    assert HOME not in Path(settings.VAR_DIR).parents


def test_test_mode_wins_over_what_the_shell_says() -> None:
    code = "import tests.environment, os; print(os.environ['ISP_MODE'], os.environ['ISP_VAR_DIR'])"
    env = {**os.environ, "ISP_MODE": "demo", "ISP_VAR_DIR": str(HOME / "var")}
    run = [sys.executable, "-c", code]
    said = subprocess.run(run, cwd=HOME, env=env, capture_output=True, text=True, check=True).stdout
    assert said.split()[0] == "test"
    assert said.split()[1] != str(HOME / "var")


def test_no_test_leaves_this_machine() -> None:
    with pytest.raises(NetworkRefused), socket.socket() as line:
        line.connect(("192.0.2.1", 80))
    with pytest.raises(NetworkRefused):
        urllib.request.urlopen("http://nursery.example/")


def test_a_test_may_talk_to_its_own_machine() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket() as line:
        line.connect(server.getsockname())


@pytest.mark.parametrize(
    "text", ["{{ child }}", "{{ child.name|upper }}", "{{ child|default:'x' }}"]
)
def test_an_undefined_variable_in_our_template_fails(text: str) -> None:
    with pytest.raises(UndefinedTemplateVariable, match="child"):
        render(text, HOME / "templates" / "children" / "page.html")


def test_an_undefined_variable_in_a_librarys_template_is_its_own_business() -> None:
    assert render("[{{ child }}]", Path(os.sep, "somewhere", "crispy.html")) == "[]"
    assert render("{% if child %}x{% endif %}", HOME / "templates" / "page.html") == ""


@pytest.mark.django_db
def test_rows_without_an_order_come_in_any_order() -> None:
    assert ContentType.objects.count() > 5
    unordered = ContentType.objects.all()
    seen = {tuple(row.pk for row in unordered.all()) for _ in range(10)}
    assert len(seen) > 1
    ordered = {tuple(row.pk for row in unordered.order_by("pk")) for _ in range(10)}
    assert len(ordered) == 1


def test_a_suite_that_proves_nothing_counts_as_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(HOME / "deploy")
    import check

    assert check.why_not_enough("12 passed in 3.10s") == ""
    assert check.why_not_enough("no tests ran in 0.01s") == "no test ran"
    assert check.why_not_enough("11 passed, 1 skipped in 3.10s") == "1 skipped"
    assert check.why_not_enough("") == "no test ran"
