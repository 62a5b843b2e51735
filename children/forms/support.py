"""The two support questions: an answer, by whom, on which day, in their words."""

from typing import Any

from django import forms
from django.utils import timezone

from accounts.forms.base import DayField, PortalForm
from accounts.models import Membership
from children.models import Child, ParentCarer, Question

from .fields import DayThatHasBeen, Words, one_of

YES_NO = (("yes", "Yes"), ("no", "No"))


class SupportAnswerForm(PortalForm):
    question = one_of("Which question", Question.choices, needed="Choose the question")
    answer = one_of("The answer", YES_NO, needed="Choose yes or no")
    said_by = forms.ChoiceField(
        label="Who said it",
        error_messages={
            "required": "Say whose answer it is",
            "invalid_choice": "Choose somebody who works here or a contact of this child",
        },
    )
    said_on = DayThatHasBeen(
        label="When", error_messages={"required": "Say on which day it was said"}
    )
    until_on = DayField(
        label="Ask again after", required=False, help_text="The last day on which the answer holds"
    )
    words = Words("In their words", 600, long=True)

    def __init__(self, *args: Any, child: Child, membership: Membership, **kwargs: Any) -> None:
        asked = kwargs.pop("asked", "")
        kwargs["initial"] = {
            "question": asked if asked in Question.values else None,
            "said_on": timezone.localdate(),
        }
        super().__init__(*args, **kwargs)
        self.adults = _adults(child, membership)
        said_by: Any = self.fields["said_by"]
        said_by.choices = [("", "Choose who said it"), *self._choices()]

    def _choices(self) -> list[tuple[str, list[tuple[str, str]]]]:
        family = [(key, str(a)) for key, a in self.adults.items() if isinstance(a, ParentCarer)]
        staff = [(key, str(a)) for key, a in self.adults.items() if isinstance(a, Membership)]
        return [("Family", family), ("Here", staff)] if family else [("Here", staff)]

    def values(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {
            "question": Question(given["question"]),
            "is_yes": given["answer"] == "yes",
            "said_by": self.adults[given["said_by"]],
            **{name: given[name] for name in ("said_on", "until_on", "words")},
        }


def _adults(child: Child, membership: Membership) -> dict[str, Membership | ParentCarer]:
    """Contacts of this child and everybody who works here, by the value of their line."""
    contacts = {f"contact:{row.pk}": row for row in child.contacts.current()}
    members = Membership.objects.visible_to(membership).active(timezone.localdate())
    return {**contacts, **{f"member:{row.pk}": row for row in members}}


class WithdrawForm(PortalForm):
    why = Words("Why the answer is withdrawn", 200, needed="Say why")
