"""No field that people see answers with a sentence that came with the library."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from django import forms

ROOMS = (
    *("accounts.forms", "children.forms", "agencies.forms", "plans.forms"),
    *("reviews.forms", "isp_portal.dashboards.forms", "isp_portal.documents.forms"),
    "isp_portal.sharing.forms",
)


def own_forms() -> Iterator[type[forms.BaseForm]]:
    for name in ROOMS:
        room = importlib.import_module(name)
        for module in pkgutil.walk_packages(getattr(room, "__path__", ()), f"{name}."):
            importlib.import_module(module.name)
    waiting = [forms.BaseForm]
    while waiting:
        for form in waiting.pop().__subclasses__():
            waiting.append(form)
            if form.__module__.startswith(ROOMS):
                yield form


def stock_answers(form: type[forms.BaseForm]) -> Iterator[str]:
    for name, field in getattr(form, "base_fields", {}).items():
        if field.widget.is_hidden:
            continue
        codes = ("required", "invalid_choice") if field.required else ("invalid_choice",)
        for code in codes:
            if code in field.error_messages and field.error_messages[code] == _stock(field, code):
                yield f"{form.__module__}.{form.__name__}.{name}: {code}"


def _stock(field: forms.Field, code: str) -> object:
    """The sentence that Django's own class would say."""
    said = (
        kind.default_error_messages[code]
        for kind in type(field).__mro__
        if kind.__module__.startswith("django")
        and code in vars(kind).get("default_error_messages", {})
    )
    return next(said, None)


def test_every_form_of_ours_is_found() -> None:
    assert len(set(own_forms())) > 40


def test_no_field_answers_in_stock_words() -> None:
    found = sorted({words for form in own_forms() for words in stock_answers(form)})
    assert found == []


def test_a_field_with_stock_words_would_be_found() -> None:
    class Careless(forms.Form):
        name = forms.CharField()
        room = forms.ChoiceField(error_messages={"required": "Choose a room"})

    assert [words.split(".")[-1] for words in stock_answers(Careless)] == [
        "name: required",
        "room: invalid_choice",
    ]


@pytest.mark.parametrize("kind", [forms.CharField, forms.ChoiceField])
def test_a_sentence_of_ours_is_left_alone(kind: type[forms.Field]) -> None:
    own = {"required": "Write the name", "invalid_choice": "Choose one of the list"}
    form = type("Kind", (forms.Form,), {"name": kind(error_messages=own)})
    assert list(stock_answers(form)) == []
