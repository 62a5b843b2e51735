"""Fields that the forms about a child share: words with a cap, and days that have been."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from accounts.forms.base import DayField, Difference, PortalForm
from accounts.models import TrackedModel
from children.models import Child
from children.queries import fingerprint
from children.rules import check_date_of_birth

TOO_LONG = (
    "This is %(show_value)d characters and %(limit_value)d fit here. Shorten it and save again."
)
NOT_IN_LIST = "Choose one of the answers in the list"


class Words(forms.CharField):
    """A text of at most `most` characters. `needed` is what to say when it is empty.

    The browser does not cut: a text that is too long comes back whole, with the reason.
    """

    def __init__(
        self, label: str, most: int, *, needed: str = "", long: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(
            label=label,
            max_length=most,
            required=bool(needed),
            widget=forms.Textarea(attrs={"rows": 3}) if long else forms.TextInput,
            error_messages={"required": needed, "max_length": TOO_LONG},
            **kwargs,
        )

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {k: v for k, v in super().widget_attrs(widget).items() if k != "maxlength"}


class DayThatHasBeen(DayField):
    """Today or earlier."""

    def clean(self, value: Any) -> Any:
        on = super().clean(value)
        if isinstance(on, date) and on > timezone.localdate():
            raise forms.ValidationError("That day is still to come")
        return on


class BirthDateField(DayField):
    """A day that somebody of nursery age can have been born on."""

    def clean(self, value: Any) -> Any:
        born = super().clean(value)
        if isinstance(born, date) and (problem := check_date_of_birth(born, timezone.localdate())):
            raise forms.ValidationError(problem)
        return born


def one_of(label: str, choices: Any, *, needed: str = "", **kwargs: Any) -> forms.ChoiceField:
    """Answers as round buttons; `needed` is what to say when none is chosen."""
    kwargs.setdefault("widget", forms.RadioSelect)
    return forms.ChoiceField(
        label=label,
        choices=choices,
        required=bool(needed),
        error_messages={"required": needed, "invalid_choice": NOT_IN_LIST},
        **kwargs,
    )


def row_of(
    label: str, *, needed: str, nothing: str, **kwargs: Any
) -> "forms.ModelChoiceField[Any]":
    """One row of a list that the form fills in: `nothing` is the empty line of the list."""
    return forms.ModelChoiceField(
        label=label,
        queryset=None,
        required=bool(needed),
        empty_label=nothing,
        error_messages={"required": needed, "invalid_choice": NOT_IN_LIST},
        **kwargs,
    )


class SeveralRowsForm(PortalForm):
    """One form over several rows of a child. It carries a mark of the rows as they stood when the
    page was opened, so that somebody else's save in between is noticed."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    about = ""
    rows: Callable[[], list[Any]]
    """The rows that hold now. Each form says these three by a method of its own."""
    stored: Callable[[], dict[str, Any]]
    """What the fields show of them."""
    in_words: Callable[[], str]
    """What they say, for somebody whose own save met another's."""

    def __init__(self, *args: Any, child: Child, **kwargs: Any) -> None:
        self.child = child
        kwargs["initial"] = {**self.stored(), "seen": fingerprint(self.rows())}
        super().__init__(*args, **kwargs)

    def meet(self, current: TrackedModel) -> None:
        super().meet(current)
        self.differences.append(Difference(self.about, self.in_words() or "(nothing)"))
        typed: Any = self.data
        self.data = typed = typed.copy()
        typed[self.add_prefix("seen")] = fingerprint(self.rows())
