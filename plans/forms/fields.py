"""Fields of a plan: words with their caps, and one or several of the rows that are offered."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model

from accounts.forms.base import DayField
from children.models import AreaOfNeed
from plans.rules.content import over_cap

NOT_IN_LIST = {"invalid_choice": "Choose one from the list"}


class WordsField(forms.CharField):
    """Words of a plan, no longer than the cap of `cap`. A draft saves without them.

    `wanted_later` says that the plan is not ready without them. The box lets everything in, so
    that nothing typed is cut off; what is too long is said beside it.
    """

    def __init__(self, cap: str, *, rows: int = 0, wanted_later: bool = False, **kwargs: Any):
        kwargs.setdefault("required", False)
        if rows:
            kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        super().__init__(**kwargs)
        self.cap, self.wanted_later = cap, wanted_later
        self.widget.attrs.setdefault("autocomplete", "off")

    def to_python(self, value: Any) -> Any:
        words = super().to_python(value)
        return words.replace("\r\n", "\n").replace("\r", "\n") if words else words

    def validate(self, value: Any) -> None:
        super().validate(value)
        if problem := over_cap(self.cap, value or ""):
            raise ValidationError(problem)


def want_later(form: forms.Form, *names: str) -> None:
    """These fields may be empty today, but not at the end: none of them is "if you like"."""
    for name in names:
        field: Any = form.fields[name]
        field.wanted_later = True


class LaterDayField(DayField):
    """A day that a draft may lack."""

    wanted_later = False

    def __init__(self, *, wanted_later: bool = False, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)
        self.wanted_later = wanted_later


class LaterChoiceField(forms.ChoiceField):
    """One of fixed choices, or none yet."""

    def __init__(
        self, *, choices: Iterable[Any], empty: str, wanted_later: bool = False, **kwargs: Any
    ) -> None:
        kwargs.setdefault("error_messages", NOT_IN_LIST)
        super().__init__(choices=[("", empty), *choices], required=False, **kwargs)
        self.wanted_later = wanted_later


class AreaField(forms.ChoiceField):
    """One of the four areas of need."""

    def __init__(self) -> None:
        super().__init__(
            label="Area of need",
            choices=[("", "Choose an area"), *AreaOfNeed.choices],
            error_messages={
                "required": "Choose the area of need",
                "invalid_choice": "Choose one of the areas in the list",
            },
        )


class CountField(forms.IntegerField):
    """A whole number of `unit` ("months", or just a number). `too_few` says what is the least."""

    def __init__(self, *, needed: str, too_few: str, unit: str = "", **kwargs: Any) -> None:
        errors = {
            "required": needed,
            "invalid": f"Write a whole number of {unit}" if unit else "Write a whole number",
            "min_value": too_few,
            "max_value": " ".join(("%(limit_value)s", *([unit] if unit else []), "at most")),
        }
        super().__init__(error_messages=errors, **kwargs)


class OneOfField(forms.ChoiceField):
    """One of the rows that `offer` puts before the person, or None. Cleans to the row itself."""

    wanted_later = False

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("error_messages", NOT_IN_LIST)
        kwargs.setdefault("required", False)
        super().__init__(**kwargs)
        self.rows: dict[str, Model] = {}

    def offer(self, rows: Iterable[Model], empty: str, words: Callable[[Any], str] = str) -> None:
        self.rows = {str(row.pk): row for row in rows}
        offered = [(key, words(row)) for key, row in self.rows.items()]
        self.choices = [("", empty), *offered]

    def prepare_value(self, value: Any) -> Any:
        return str(value.pk) if isinstance(value, Model) else value

    def clean(self, value: Any) -> Any:
        return self.rows.get(super().clean(value))


class SomeOfField(forms.MultipleChoiceField):
    """Some of the rows that `offer` puts before the person. Cleans to the rows in their order."""

    wanted_later = True

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.CheckboxSelectMultiple)
        kwargs.setdefault("error_messages", NOT_IN_LIST)
        super().__init__(required=False, **kwargs)
        self.rows: dict[str, Model] = {}

    def offer(self, rows: Iterable[tuple[Model, str]]) -> None:
        offered = list(rows)
        self.rows = {str(row.pk): row for row, _ in offered}
        self.choices = [(str(row.pk), words) for row, words in offered]

    def clean(self, value: Any) -> Any:
        chosen = set(super().clean(value))
        return [row for key, row in self.rows.items() if key in chosen]
