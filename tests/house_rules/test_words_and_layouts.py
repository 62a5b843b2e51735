"""Layouts are literal, logs name nobody, rules read no clock, and no signal acts behind our back."""

import ast

import pytest
from django.apps import apps
from django.db import models

from tests.house_rules.source import (
    APPS,
    calls,
    first_name,
    is_called,
    last_name,
    python_files,
    read,
)

# What crispy-forms compiles as a template: which arguments, from the front.
COMPILED = {"HTML": 1, "Fieldset": 1, "Submit": 2, "Button": 2, "Reset": 2, "StrictButton": 1}
LOGGERS = {"logger", "log", "logging", "_logger", "LOGGER"}
PEOPLE = {
    "child",
    "parent",
    "carer",
    "contact",
    "user",
    "member",
    "membership",
    "person",
    "by",
    "actor",
}
NAMES_NOBODY = {
    "kind",
    "status",
    "state",
    "outcome",
    "action",
    "clause",
    "version",
    "language",
    "sha256",
}
CLOCKS = {"now", "today", "localdate", "localtime", "utcnow", "time", "monotonic"}


def compiled_and_not_literal(source: str) -> list[str]:
    """Layout words that are put together at run time: a child's name could become template code."""
    return [
        f"line {call.lineno}: {name}"
        for call, name in calls(source)
        for argument in call.args[: COMPILED.get(name, 0)]
        if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str))
    ]


def personal_fields() -> set[str]:
    """Every text or date a model of ours holds, but for the few that name nobody."""
    kinds = (models.CharField, models.TextField, models.DateField)
    ours = [model for model in apps.get_models() if model.__module__.split(".")[0] in APPS]
    names = {f.name for model in ours for f in model._meta.get_fields() if isinstance(f, kinds)}
    return names - NAMES_NOBODY


def log_faults(source: str, personal: set[str]) -> list[str]:
    """Log calls with words put together beforehand, a person, or a field that tells of one."""
    faults = []
    for call, _ in calls(source):
        if not isinstance(call.func, ast.Attribute) or first_name(call.func) not in LOGGERS:
            continue
        if call.args and isinstance(call.args[0], ast.JoinedStr | ast.BinOp | ast.Call):
            faults.append(f"line {call.lineno}: the message is not a literal")
        for node in ast.walk(call):
            named = isinstance(node, ast.Attribute) and node.attr in personal
            if named or (
                isinstance(node, ast.Name) and node.id in PEOPLE and not keyed(call, node)
            ):
                faults.append(f"line {call.lineno}: {last_name(node)}")
    return faults


def keyed(call: ast.Call, name: ast.Name) -> bool:
    """`child.pk` tells of nobody; `child` prints a name."""
    return any(
        isinstance(node, ast.Attribute) and node.value is name and node.attr in {"pk", "id"}
        for node in ast.walk(call)
    )


def own_signals(source: str) -> list[str]:
    """`@receiver` and `.connect(`; a database or socket may be connected to."""
    opened = {"sqlite3", "psycopg", "socket", "sock", "connection"}
    return [
        f"line {call.lineno}: {name}"
        for call, name in calls(source)
        if name == "receiver" or (name == "connect" and first_name(call.func) not in opened)
    ]


def clock_reads(source: str) -> list[str]:
    return [f"line {call.lineno}: {name}()" for call, name in calls(source) if name in CLOCKS]


def test_form_layouts_hold_literal_words_only() -> None:
    found = {path: compiled_and_not_literal(read(path)) for path in python_files()}
    assert {path: faults for path, faults in found.items() if faults} == {}


@pytest.mark.parametrize(
    "line",
    [
        'HTML(f"<p>{child}</p>")',
        "HTML(words)",
        'Fieldset("About " + name, "a")',
        'Submit("go", label)',
    ],
)
def test_a_layout_put_together_at_run_time_would_be_noticed(line: str) -> None:
    assert compiled_and_not_literal(line)


def test_no_log_line_names_a_person() -> None:
    personal = personal_fields()
    assert len(personal) > 10
    found = {path: log_faults(read(path), personal) for path in python_files()}
    assert {path: faults for path, faults in found.items() if faults} == {}


@pytest.mark.parametrize(
    "line",
    [
        'logger.info("saved %s", child)',
        'logger.info("saved %s", child.date_of_birth)',
        'logger.warning(f"saved {x}")',
        'logging.getLogger(__name__).error("for %s", user)',
    ],
)
def test_a_log_line_that_names_a_person_would_be_noticed(line: str) -> None:
    assert log_faults(line, {"date_of_birth"})


def test_a_log_line_may_hold_a_key() -> None:
    assert not log_faults('logger.info("saved %s", child.pk)', {"date_of_birth"})


def test_rules_never_read_the_clock() -> None:
    rules = [path for path in python_files() if is_called(path, "rules")]
    assert rules
    found = {path: clock_reads(read(path)) for path in rules}
    assert {path: faults for path, faults in found.items() if faults} == {}
    assert clock_reads("date.today()")


def test_no_signal_of_ours_acts_behind_an_actions_back() -> None:
    found = {path: own_signals(read(path)) for path in python_files()}
    assert {path: faults for path, faults in found.items() if faults} == {}


@pytest.mark.parametrize("line", ["@receiver(post_save)\ndef f(): ...", "post_save.connect(f)"])
def test_a_signal_of_ours_would_be_noticed(line: str) -> None:
    assert own_signals(line)


def test_no_test_is_skipped_or_expected_to_fail() -> None:
    words = {"skip", "skipif", "xfail", "importorskip"}
    found = {
        path: [word for call, word in calls(read(path)) if word in words]
        for path in python_files(tests=True)
        if path.parts[0] == "tests"
    }
    assert {path: faults for path, faults in found.items() if faults} == {}
