"""Forms about papers: whose copy to issue, how it was given or why not, and which week to print."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from accounts.forms.base import DayField, OnceForm, PortalForm
from agencies.models import Agency, Professional
from children.forms.fields import row_of
from children.models import ParentCarer
from isp_portal.documents.models import CopyChannel
from isp_portal.documents.queries import name_on_letter
from isp_portal.documents.words import monday_of
from plans.forms.fields import NOT_IN_LIST, OneOfField
from plans.models import SignOffAnswer, SignOffMethod
from reviews.models import Participant

THE_FILE = "file"
BY_HAND = [(c.value, c.label) for c in CopyChannel if c != CopyChannel.LINK]
"""What staff record; a link records itself when it is opened."""
_METHODS = [(m.value, m.label) for m in SignOffMethod if m != SignOffMethod.PORTAL]


def named_apart(people: Iterable[ParentCarer]) -> list[tuple[str, str]]:
    """Each contact as a choice. Two with one name and relationship are told apart by how to reach them."""
    named = [(who, f"{who.name}, {who.relationship}") for who in people]
    often = Counter(name for _, name in named)
    return [
        (str(who.pk), name if often[name] == 1 else f"{name} ({who.told_apart_by})")
        for who, name in named
    ]


def offer_apart(field: OneOfField, people: list[ParentCarer]) -> None:
    """The contacts as the rows of a field, told apart in the same way."""
    words = dict(named_apart(people))
    field.offer(people, "Choose a parent or carer", lambda who: words[str(who.pk)])


class RecipientForm(PortalForm):
    """Each parent who may receive copies, or the child's file; nobody else is ever listed."""

    recipient = forms.ChoiceField(
        label="Whose copy",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose whose copy this is",
            "invalid_choice": "Choose one of the people listed",
        },
    )

    def __init__(self, *args: Any, recipients: list[ParentCarer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._people = {str(person.pk): person for person in recipients}
        field = self.fields["recipient"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [*named_apart(recipients), (THE_FILE, "The child’s file")]

    def clean_recipient(self) -> ParentCarer | None:
        return self._people.get(self.cleaned_data["recipient"])


class ParentForm(RecipientForm):
    """Each parent who may receive copies: a paper that only a parent gets."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["recipient"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = named_apart(self._people.values())


class CopyGivenForm(OnceForm):
    """How and when the copy reached its recipient."""

    channel = forms.ChoiceField(
        label="How it was given",
        choices=BY_HAND,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Say how it was given",
            "invalid_choice": "Choose one of the ways listed",
        },
    )
    given_on = DayField(
        label="Day it was given", error_messages={"required": "Say on which day it was given"}
    )
    language = forms.CharField(
        label="In which language",
        max_length=60,
        initial="English",
        error_messages={"required": "Say in which language"},
    )
    acknowledged_on = DayField(
        label="Day they said they have it", required=False, help_text="Leave it empty until they do"
    )


class CopyNotGivenForm(PortalForm):
    """Why a parent who may receive copies does not hold this version."""

    contact = forms.ChoiceField(
        label="Who",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose who",
            "invalid_choice": "Choose one of the people listed",
        },
    )
    because = forms.CharField(
        label="Why no copy was given",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why no copy was given"},
    )

    def __init__(self, *args: Any, waiting: list[ParentCarer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._people = {str(person.pk): person for person in waiting}
        field = self.fields["contact"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = named_apart(waiting)

    def clean_contact(self) -> ParentCarer:
        return self._people[self.cleaned_data["contact"]]


class CorrectMinutesForm(OnceForm):
    """What is wrong in finalised minutes, and how it should read."""

    words = forms.CharField(
        label="What is wrong, and how it should read",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="It is printed with its date at the top of every copy from now on.",
        error_messages={"required": "Say what is wrong, and how it should read"},
    )


class MinutesAnswerForm(OnceForm):
    """What a parent answered the minutes, as staff heard or read it."""

    contact = OneOfField(
        label="Who", required=True, error_messages={**NOT_IN_LIST, "required": "Choose who"}
    )
    answer = forms.ChoiceField(
        label="Their answer",
        choices=[("", "Choose their answer"), *SignOffAnswer.choices],
        error_messages={**NOT_IN_LIST, "required": "Choose what they answered"},
    )
    words = forms.CharField(
        label="In their words",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Word for word. It cannot be changed afterwards, only added to.",
    )
    answered_on = DayField(label="When", error_messages={"required": "Say when"})
    method = forms.ChoiceField(
        label="How",
        choices=[("", "Choose how"), *_METHODS],
        error_messages={**NOT_IN_LIST, "required": "Choose how they answered"},
    )

    def __init__(self, *args: Any, parents: Iterable[ParentCarer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        contact = self.fields["contact"]
        assert isinstance(contact, OneOfField)
        offer_apart(contact, list(parents))


class LetterForm(PortalForm):
    """Each person on the list of the review who may be invited; nobody else is ever listed."""

    participant = forms.ChoiceField(
        label="Whose letter",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose whose letter this is",
            "invalid_choice": "Choose one of the people listed",
        },
    )

    def __init__(self, *args: Any, participants: list[Participant], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._people = {str(one.pk): one for one in participants}
        field = self.fields["participant"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(key, name_on_letter(one)) for key, one in self._people.items()]

    def clean_participant(self) -> Participant:
        return self._people[self.cleaned_data["participant"]]


class AgencyLetterForm(PortalForm):
    """To whom at the agency the letter is written; nobody chosen: to the agency."""

    to = row_of("To whom", needed="", nothing="The agency")

    def __init__(self, *args: Any, agency: Agency, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        to = self.fields["to"]
        assert isinstance(to, forms.ModelChoiceField)
        to.queryset = Professional.objects.filter(agency=agency, ended_on__isnull=True)


class WhichWeekForm(PortalForm):
    """`?week=23 Nov`, any day of it; what cannot be read is this week."""

    week = DayField(required=False)

    def monday(self) -> date:
        self.full_clean()
        return monday_of(self.cleaned_data.get("week") or timezone.localdate())
