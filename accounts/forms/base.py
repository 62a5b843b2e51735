"""What every form of the portal shares: days as people type them, and no lost words."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4, uuid5

from crispy_forms.helper import FormHelper
from django import forms
from django.db import IntegrityError
from django.utils import timezone

from accounts.actions.once import make_once
from accounts.models import StaleVersion, TrackedModel
from accounts.rules.actor import Actor
from accounts.rules.days import NotADay, read_day
from accounts.rules.doubles import is_double
from accounts.rules.plain_text import readable
from accounts.rules.refusal import Refused


class DayField(forms.CharField):
    """A date typed as people type it; cleans to `date`, or None when empty and not required."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 30)
        kwargs.setdefault("help_text", "For example 19 11 26, 19 Nov or today")
        super().__init__(**kwargs)
        self.widget.attrs.setdefault("autocomplete", "off")
        self.widget.attrs.setdefault("class", "day")

    def prepare_value(self, value: Any) -> Any:
        return f"{value.day} {value:%b %Y}" if isinstance(value, date) else value

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        try:
            return read_day(text, timezone.localdate())
        except NotADay as error:
            raise forms.ValidationError(str(error)) from None

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that two people wrote: what is stored now, shown beside what was typed."""

    label: str
    stored: str


AT_ONE_MOMENT = (
    "Something like this was saved at the very same moment. Open the page again to see it."
)


class PortalForm(forms.Form):
    """A plain form in the portal's look. `saves` runs the action and turns a refusal into words."""

    required_css_class = "is-required"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.differences: list[Difference] = []
        self.met: int | None = None
        self.helper = FormHelper(self)
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        if self.is_bound:
            self.data = self._readable()

    def _readable(self) -> Any:
        """What was typed without characters that nobody sees. Passwords stay as they are."""
        data: Any = self.data
        typed: Any = data.copy()
        for name, field in self.fields.items():
            is_words = isinstance(field, forms.CharField)
            words = typed.get(self.add_prefix(name))
            if is_words and words and not isinstance(field.widget, forms.PasswordInput):
                typed[self.add_prefix(name)] = readable(str(words))
        return typed

    def saves(self, action: Callable[[], Any]) -> bool:
        """Runs the action; on a refusal or a conflict keeps every word and says what happened."""
        try:
            action()
        except Refused as refusal:
            self.add_error(
                refusal.field if refusal.field in self.fields else None, refusal.sentence
            )
            return False
        except StaleVersion as stale:
            if self.says_what_is_stored(stale.current):
                return True
            self.meet(stale.current)
            return False
        except IntegrityError as error:
            if not is_double(error):
                raise
            self.add_error(None, AT_ONE_MOMENT)
            return False
        return True

    def says_what_is_stored(self, current: TrackedModel) -> bool:
        """Is every word of this form stored already? Then a button was pressed twice."""
        asked = [name for name in self.fields if name != "seen_version"]
        return bool(asked) and all(
            hasattr(current, name) and self.cleaned_data.get(name) == getattr(current, name)
            for name in asked
        )

    def meet(self, current: TrackedModel) -> None:
        """Two people edited: keep these words, show the stored ones, and let a second save decide.

        `met` is then the row version that the second save stands against.
        """
        self.met = current.row_version
        self.add_error(
            None,
            "Somebody else saved this while you were writing. What you typed is still here, "
            "and what they saved is listed below. Save again to keep yours.",
        )
        for name, field in self.fields.items():
            if hasattr(current, name) and self.cleaned_data.get(name) != getattr(current, name):
                stored = getattr(current, name)
                self.differences.append(Difference(str(field.label), _words(current, name, stored)))
        if "seen_version" in self.fields:
            typed: Any = self.data
            self.data = typed = typed.copy()
            typed[self.add_prefix("seen_version")] = str(current.row_version)


class OnceForm(PortalForm):
    """A form that makes something new: pressed twice or sent again, it makes it once.

    Its mark is that of the page together with what was typed: somebody who goes back and sends
    other words from the same page makes another, and no word is answered without being kept.
    """

    once: Any = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.mark: UUID | None = None
        self.helper.render_hidden_fields = True
        if "once" in self.fields:
            self.initial.setdefault("once", uuid4())

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        once = values.pop("once", None)
        self.mark = mark_of(once, values) if once else None
        return values

    def makes(self, action: Callable[[], Any], by: Actor) -> UUID | None:
        """The id of what the action makes, or made when this form was sent before; None: refused."""
        made: list[UUID] = []
        self.saves(lambda: made.append(make_once(mark=self.mark, make=action, by=by)))
        return made[0] if made else None


def mark_of(once: UUID, values: Mapping[str, Any]) -> UUID:
    """The mark of these words sent from the page that `once` marks."""
    return uuid5(once, "\n".join(f"{name}: {_said(values[name])}" for name in sorted(values)))


def _said(value: Any) -> str:
    """What a field holds, the same each time it is sent: records by their ids."""
    if isinstance(value, Iterable) and not isinstance(value, str):
        return repr(sorted(_said(one) for one in value))
    return str(getattr(value, "pk", value))


class VersionedForm(PortalForm):
    """A form over an existing record: it carries the row version that the person was looking at."""

    once: Any = None  # a record that is there already is changed, not made
    seen_version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, *args: Any, record: TrackedModel, **kwargs: Any) -> None:
        initial = {
            name: getattr(record, name) for name in self.base_fields if hasattr(record, name)
        }
        initial["seen_version"] = record.row_version
        initial.update(kwargs.pop("initial", None) or {})
        super().__init__(*args, initial=initial, **kwargs)
        self.record = record

    def values(self) -> dict[str, Any]:
        """The cleaned values without the version."""
        return {k: v for k, v in self.cleaned_data.items() if k != "seen_version"}


def _words(current: TrackedModel, name: str, stored: Any) -> str:
    display = getattr(current, f"get_{name}_display", None)
    if display is not None:
        return str(display())
    if isinstance(stored, date):
        return f"{stored.day} {stored:%b %Y}"
    return str(stored) if stored not in (None, "") else "(nothing)"
