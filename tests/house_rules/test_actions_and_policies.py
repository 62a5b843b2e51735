"""Every write says who acts; every policy asks one question; both say so in their signatures."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house_rules.source import is_called, python_files, read

ACT_FOR_THEMSELVES = {
    "accept_as_new_user": "an invited person has no membership yet to act as; it is made here",
    "accept_invitation": "the same",
}
NOT_QUESTIONS = {"allowed": "turns any check into its question"}


def public_functions(source: str) -> Iterator[ast.FunctionDef]:
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield node


def actions(source: str) -> list[ast.FunctionDef]:
    """Public functions that are one transaction; what stands beside them are their parts."""
    atomic = "transaction.atomic"
    functions = public_functions(source)
    return [f for f in functions if atomic in {ast.unparse(mark) for mark in f.decorator_list}]


def action_faults(source: str) -> list[str]:
    """Actions that take anything by place, do not insist on `by`, or do not say what they do."""
    faults = []
    for function in actions(source):
        named = dict(zip(function.args.kwonlyargs, function.args.kw_defaults, strict=True))
        by = [default for argument, default in named.items() if argument.arg == "by"]
        if function.args.args or function.args.posonlyargs:
            faults.append(f"{function.name} takes arguments by place")
        if by != [None] and function.name not in ACT_FOR_THEMSELVES:
            faults.append(f"{function.name} does not insist on `by`")
        if not ast.get_docstring(function):
            faults.append(f"{function.name} does not say what it does")
    return faults


def policy_faults(source: str) -> list[str]:
    """What answers nothing must be a `check_…`, which raises; what answers yes or no begins so."""
    beginnings = {"None": ("check_",), "bool": ("can_", "is_", "has_", "may_")}
    return [
        function.name
        for function in public_functions(source)
        if function.name not in NOT_QUESTIONS
        and not function.name.startswith(beginnings.get(answer(function), ("",)))
    ]


def answer(function: ast.FunctionDef) -> str:
    return ast.unparse(function.returns) if function.returns else "nothing said"


def in_room(name: str) -> list[Path]:
    return [path for path in python_files() if is_called(path, name)]


def test_every_action_is_told_who_acts() -> None:
    assert [name for path in in_room("actions") for name in actions(read(path))]
    found = {path: action_faults(read(path)) for path in in_room("actions")}
    assert {path: faults for path, faults in found.items() if faults} == {}


def writes_without_why(source: str) -> list[str]:
    """`record(by=…)` and `remove(by=…)` that leave the history without a reason."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return [
        ast.unparse(call)
        for call in calls
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in ("record", "remove")
        and {"by"} == {word.arg for word in call.keywords} & {"by", "why"}
    ]


def test_every_write_says_why() -> None:
    found = {path: writes_without_why(read(path)) for path in in_room("actions")}
    assert {path: calls for path, calls in found.items() if calls} == {}
    assert writes_without_why(
        "row.record(by=by, seen_version=3)\nrow.record(by=by, why='Ended')"
    ) == ["row.record(by=by, seen_version=3)"]


def test_every_policy_is_a_check_or_a_question() -> None:
    assert in_room("policies")
    found = {path: policy_faults(read(path)) for path in in_room("policies")}
    assert {path: faults for path, faults in found.items() if faults} == {}


@pytest.mark.parametrize(
    "line",
    [
        'def add_child(*, name: str): "Adds."',
        'def add_child(*, name: str, by: Actor = ME): "Adds."',
        'def add_child(name: str, *, by: Actor): "Adds."',
        "def add_child(*, by: Actor): ...",
    ],
)
def test_an_action_that_may_forget_who_acts_would_be_noticed(line: str) -> None:
    assert len(action_faults("@transaction.atomic\n" + line)) == 1


@pytest.mark.parametrize("line", ["def archive(c) -> None: ...", "def archive(c) -> bool: ..."])
def test_a_policy_of_another_kind_would_be_noticed(line: str) -> None:
    assert policy_faults(line) == ["archive"]
    assert not policy_faults(
        "def can_archive(c) -> bool: ...\ndef check_can_archive(c) -> None: ..."
    )
