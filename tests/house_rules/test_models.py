"""Every model remembers who changed it, every instant knows its person, every table covers its enum."""

import importlib
import pkgutil
from collections.abc import Iterator
from enum import Enum
from types import ModuleType
from typing import Any

from django.apps import apps
from django.db import models
from simple_history.utils import get_history_manager_for_model

from tests.house_rules.source import APPS

WITHOUT_HISTORY = {
    "accounts.User": "holds a password hash; joining, roles and leaving are kept on Membership",
    "accounts.Batch": "says where work in steps stands; the records that it changes have their own",
    "accounts.DigestOfWeek": "is the mark that a week's email was written, and is never changed",
    "accounts.OutboxMail": "a history would keep what a mail said, which is wiped once it went",
    "accounts.SentForm": "is the mark of a form, so that two presses make one record",
    "agencies.FileText": "is what was read out of a file, and is never changed",
    "children.AccessEvent": "is itself the record of who looked, and is never changed",
    "children.ImportedChild": "says where a child came from; written with the child, never changed",
    "children.StagedRows": "a history would keep the cells of a file, which go when it is added",
    "children.ChildSeen": "is a line of an AccessEvent, and is never changed",
}
INSTANT_WITHOUT_PERSON = {
    "accounts.User.created_at": "an account comes from an invitation, which says who invited",
    "accounts.Invitation.expires_at": "a limit, worked out from invited_at",
    "accounts.Batch.next_look_at": "when the worker looks at it next",
    "accounts.Batch.ended_at": "the worker ends it, or said says who stopped it",
    "accounts.OutboxMail.next_look_at": "when the worker looks at it next",
    "accounts.OutboxMail.sent_at": "the worker sends; queued_by says who asked for it",
    "children.ImportedChild.came_at": "the import says who added it",
    "sharing.Share.expires_at": "a limit, worked out from made_at and the setting’s days",
    "agencies.ReportRequestLink.expires_at": "a limit, worked out from made_at",
    "agencies.Advice.recorded_at": "advised_by says whose advice it is; its history says who typed it",
    "plans.RequirementDecision.decided_at": "decided by the rules from the facts kept beside it",
    "reviews.InterventionEntry.recorded_at": "seen_by says who saw it; its history who typed it",
    "plans.PlanSignOff.answered_at": "the sign-off itself says who answers, by capacity",
}
PARTLY_COVERED: dict[str, str] = {
    "plans.rules.nudges.PATTERNS": "the other questions are answered from fields, not from words",
    "plans.rules.nudges.LOOKED_FOR": "the same",
    "plans.rules.words.GROUNDS": "only what requires a plan is a further ground",
    "isp_portal.dashboards.queries.answer.PUT_RIGHT": "not every warning has one page that mends it",
    "children.rules.register.rows.LONGEST": "the other columns hold no words of the record's own",
    "children.rules.register.columns._HEADS": "contacts, days and what is left out have no fixed heads",
    "plans.queries.facts_words.ADVICE": "a kept record of advice says to use one or not to",
}


def our_models() -> list[type[models.Model]]:
    """Models that we wrote: not the history tables, which simple-history makes."""
    ours = [model for model in apps.get_models() if model.__module__.split(".")[0] in APPS]
    return [model for model in ours if not hasattr(model, "history_type")]


def has_history(model: type[models.Model]) -> bool:
    return hasattr(model._meta, "simple_history_manager_attribute")


def lonely_instants(model: type[models.Model]) -> list[str]:
    """Fields `x_at` that have no field or property `x_by` beside them."""
    instants = [f.name for f in model._meta.fields if f.name.endswith("_at")]
    return [
        f"{model._meta.label}.{name}"
        for name in instants
        if not hasattr(model, name.removesuffix("_at") + "_by")
    ]


def our_modules() -> Iterator[ModuleType]:
    for app in APPS:
        package = importlib.import_module(app)
        yield package
        for found in pkgutil.walk_packages(package.__path__, f"{app}."):
            if not {"migrations", "worker", "wsgi"} & set(found.name.split(".")):
                yield importlib.import_module(found.name)


def uncovered(table: dict[Any, Any]) -> set[Enum]:
    """Members of the enum that the table's keys belong to and that have no row in it."""
    kinds = {type(key) for key in table}
    if len(kinds) != 1 or not issubclass(kind := kinds.pop(), Enum):
        return set()
    return set(kind) - set(table)


def test_every_model_has_a_history_or_a_written_reason() -> None:
    forgetful = {model._meta.label for model in our_models() if not has_history(model)}
    assert forgetful == set(WITHOUT_HISTORY)
    assert len(our_models()) > len(forgetful)


def test_history_keeps_who_and_why() -> None:
    for model in filter(has_history, our_models()):
        columns = {field.name for field in get_history_manager_for_model(model).model._meta.fields}
        assert {"actor_kind", "actor_id", "actor_label", "history_change_reason"} <= columns, model


def test_every_instant_has_its_person() -> None:
    lonely = {name for model in our_models() for name in lonely_instants(model)}
    assert lonely == set(INSTANT_WITHOUT_PERSON)


def test_an_instant_without_a_person_would_be_noticed() -> None:
    class Meeting(models.Model):  # noqa: DJ008
        held_at = models.DateTimeField()

        class Meta:
            app_label = "house_rules"

    try:
        assert lonely_instants(Meeting) == ["house_rules.Meeting.held_at"]
        assert not has_history(Meeting)
    finally:
        del apps.all_models["house_rules"]
        apps.clear_cache()


def test_every_table_keyed_by_an_enum_covers_it() -> None:
    gaps: dict[str, set[Enum]] = {}
    known: set[int] = set()  # a table that others import is judged once, where it stands
    for module in our_modules():
        for name, value in vars(module).items():
            if name.isupper() and isinstance(value, dict) and value and id(value) not in known:
                known.add(id(value))
                gaps[f"{module.__name__}.{name}"] = uncovered(value)
    assert known
    assert {name for name, missing in gaps.items() if missing} == set(PARTLY_COVERED)


def test_a_table_with_a_gap_would_be_noticed() -> None:
    class Answer(Enum):
        YES = "yes"
        NO = "no"

    assert uncovered({Answer.YES: "Yes"}) == {Answer.NO}
    assert not uncovered({Answer.YES: "Yes", Answer.NO: "No"})
