"""Parents and carers, and restrictions on contact."""

from typing import Any

from crispy_forms.layout import Div, Fieldset, Layout
from django import forms
from django.utils import timezone

from accounts.forms.base import DayField, OnceForm, PortalForm, VersionedForm
from children.models import Channel, RestrictionKind, YesNoUnknown

from .fields import TOO_LONG, DayThatHasBeen, Words, one_of

EMAIL = "Write an address like priya@family.example"
NEEDED_BY_CHANNEL = {
    Channel.IN_PERSON: ("", ""),
    Channel.PHONE: ("phone", "Write the number: phone is the way they prefer"),
    Channel.EMAIL: ("email", "Write the address: email is the way they prefer"),
    Channel.LETTER: ("address", "Write the address: a letter is the way they prefer"),
}


class ContactFields(forms.Form):
    """What is known of a contact; adding and changing ask the same."""

    name = Words("Name", 150, needed="Write the contact's name")
    relationship = Words(
        "Relationship to the child", 60, needed="Say how they are related, for example mother"
    )
    parental_responsibility = one_of(
        "Parental responsibility",
        YesNoUnknown.choices,
        needed="Say whether they hold parental responsibility, or that it is not known",
        initial=YesNoUnknown.UNKNOWN,
    )
    responsibility_evidence = Words(
        "What was seen as evidence", 200, help_text="For example the birth certificate, 4 Sep"
    )
    lives_with_child = forms.BooleanField(label="Lives with the child", required=False)
    address = Words("Address", 300)
    phone = Words("Phone", 30)
    email = forms.EmailField(
        label="Email",
        max_length=254,
        required=False,
        error_messages={"invalid": EMAIL, "max_length": TOO_LONG},
    )
    preferred_channel = one_of(
        "How they like to be reached", [("", "Not said"), *Channel.choices], initial=""
    )
    preferred_times = Words("When", 120, help_text="For example after 5, not Tuesdays")
    language = Words("Language", 60, help_text="The one they read papers in, such as Polish")
    may_receive_copies = forms.BooleanField(
        label="May receive copies",
        required=False,
        help_text="Plans, minutes and letters about the child",
    )
    wants_large_print = forms.BooleanField(
        label="Wants large print", required=False, help_text="18 point, in one column"
    )
    wants_clear_letters = forms.BooleanField(
        label="Wants letters that are easier with dyslexia",
        required=False,
        help_text="A plainer face with more space between letters and lines",
    )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        known = values.get("parental_responsibility") in (YesNoUnknown.YES, YesNoUnknown.NO)
        if known and values.get("responsibility_evidence") == "":
            self.add_error(
                "responsibility_evidence", "Say what was seen, or choose “Not known” above"
            )
        channel = values.get("preferred_channel")
        field, sentence = NEEDED_BY_CHANNEL[Channel(channel)] if channel else ("", "")
        if field and values.get(field) == "":
            self.add_error(field, sentence)
        return values


LAYOUT = Layout(
    Fieldset(
        "Who",
        Div("name", "relationship", css_class="field-row"),
        "parental_responsibility",
        "responsibility_evidence",
        "lives_with_child",
        css_class="form-part",
    ),
    Fieldset(
        "How to reach them",
        "address",
        Div("phone", "email", css_class="field-row"),
        "preferred_channel",
        Div("preferred_times", "language", css_class="field-row"),
        css_class="form-part",
    ),
    Fieldset(
        "Copies",
        "may_receive_copies",
        "wants_large_print",
        "wants_clear_letters",
        css_class="form-part",
    ),
)


class ContactForm(ContactFields, PortalForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.layout = LAYOUT


class ContactEditForm(ContactFields, VersionedForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.layout = Layout("seen_version", LAYOUT)


class ContactEndForm(PortalForm):
    ended_on = DayThatHasBeen(
        label="From which day", error_messages={"required": "Say from which day"}
    )
    why = Words("Why", 200, needed="Say why this person is no longer a contact")


class RestrictionForm(PortalForm):
    kind = one_of("What is restricted", RestrictionKind.choices, needed="Choose what is restricted")
    evidence = Words(
        "The evidence that was seen",
        300,
        needed="Say what was seen. A parent's word alone does not restrict another parent",
        long=True,
        help_text="For example the court order, with its number",
    )
    court_order_on = DayThatHasBeen(label="Date of the court order", required=False)
    from_on = DayField(
        label="From which day", error_messages={"required": "Say from which day it holds"}
    )
    review_on = DayField(
        label="Look at it again on", error_messages={"required": "Say when it is looked at again"}
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"from_on": timezone.localdate()}
        super().__init__(*args, **kwargs)


class OverrideForm(OnceForm):
    because = Words(
        "Why papers go all the same",
        300,
        needed="Say why papers go all the same, and what was seen",
        long=True,
        help_text="For example the paragraph of the court order that says so",
    )
    until_on = DayField(
        label="Until which day",
        error_messages={"required": "Say until which day"},
        help_text="Half a year at most, for example 31 Mar 27",
    )


class LiftForm(PortalForm):
    lifted_on = DayThatHasBeen(
        label="From which day", error_messages={"required": "Say from which day it is lifted"}
    )
    because = Words("Why it is lifted", 280, needed="Say why, and what was seen", long=True)
