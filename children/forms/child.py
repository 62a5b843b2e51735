"""The child's own fields: a few on the first day, all of them later, and leaving."""

from datetime import date
from typing import Any

from crispy_forms.layout import Div, Fieldset, Layout
from django import forms
from django.db.models import Q

from accounts.forms.base import DayField, OnceForm, PortalForm, VersionedForm
from accounts.models import Membership
from accounts.rules.roles import Permission
from children.models import Child, EhcPlan, Room, SenProvision

from .fields import BirthDateField, DayThatHasBeen, Words, one_of, row_of

LEGAL_NAME = "As on the birth certificate, first names first"


def rooms_to_choose(membership: Membership, child: Child | None = None) -> Any:
    """Rooms in use, and the one the child is in even when it has closed since."""
    own = Q(pk=child.room_id) if child and child.room_id else Q(pk=None)
    return Room.objects.visible_to(membership).filter(Q(closed_on__isnull=True) | own)


class ChildForm(OnceForm):
    legal_name = Words(
        "Legal name", 150, needed="Write the child's legal name", help_text=LEGAL_NAME
    )
    preferred_name = Words("Known as", 60, help_text="The name everybody uses")
    date_of_birth = BirthDateField(
        label="Date of birth",
        help_text="For example 14 3 23",
        error_messages={"required": "Write the date of birth: it gives the stage"},
    )
    home_language = Words(
        "Language at home", 60, needed="Say which language the family speaks at home"
    )
    room = row_of("Room", needed="Choose a room", nothing="Choose a room")
    started_on = DayField(label="First day here", required=False)

    def __init__(self, *args: Any, membership: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        room: Any = self.fields["room"]
        room.queryset = rooms_to_choose(membership)
        room.error_messages["invalid_choice"] = "Choose one of the rooms in the list"

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        for name, sentence in dates_out_of_order(values).items():
            self.add_error(name, sentence)
        return values


class ChildEditForm(VersionedForm):
    """Every field that is one value per child. The social-care flag is there for some roles only."""

    legal_name = Words(
        "Legal name", 150, needed="Write the child's legal name", help_text=LEGAL_NAME
    )
    preferred_name = Words("Known as", 60, help_text="The name everybody uses")
    date_of_birth = BirthDateField(
        label="Date of birth",
        help_text="For example 14 3 23. It gives the stage",
        error_messages={"required": "Write the date of birth: it gives the stage"},
    )
    home_language = Words(
        "Language at home", 60, needed="Say which language the family speaks at home"
    )
    other_languages = Words("Other languages", 120)
    interpreter_or_format = Words("Interpreter or reading format", 200)
    how_communicates = Words(
        "How the child communicates",
        500,
        long=True,
        help_text="Words, signs, pictures, pointing, a device",
    )
    room = row_of("Room", needed="Choose a room", nothing="Choose a room")
    hours = Words("Hours", 60, help_text="For example 8:30 to 3:30")
    other_setting = Words(
        "Another setting the child attends", 150, help_text="Its name, when there is one"
    )
    started_on = DayField(label="First day here", required=False)
    leaving_on = DayField(label="Last day here", required=False, help_text="When it is known")
    sen_provision = one_of(
        "SEN provision", SenProvision.choices, needed="Choose the SEN provision code"
    )
    ehc_plan = one_of("EHC plan", EhcPlan.choices, needed="Say whether there is an EHC plan")
    diagnosis = Words("Diagnosis", 300, help_text="Never needed for support")
    social_care = Words(
        "Looked after, or known to social care",
        300,
        help_text="Only managers and SENCOs see this",
    )

    def __init__(self, *args: Any, membership: Membership, record: Child, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        room: Any = self.fields["room"]
        room.queryset = rooms_to_choose(membership, record)
        room.error_messages["invalid_choice"] = "Choose one of the rooms in the list"
        last = Fieldset(
            "Needs in a word", "sen_provision", "ehc_plan", "diagnosis", css_class="form-part"
        )
        if membership.may(Permission.VIEW_RESTRICTED):
            last.fields.append("social_care")
        else:
            del self.fields["social_care"]
        self.helper.layout = Layout("seen_version", *ABOUT, last)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        for name, sentence in dates_out_of_order(values).items():
            self.add_error(name, sentence)
        return values


ABOUT = (
    Fieldset(
        "Name and birthday",
        "legal_name",
        Div("preferred_name", "date_of_birth", css_class="field-row"),
        css_class="form-part",
    ),
    Fieldset(
        "Language",
        Div("home_language", "other_languages", css_class="field-row"),
        "interpreter_or_format",
        "how_communicates",
        css_class="form-part",
    ),
    Fieldset(
        "Here",
        Div("room", "hours", css_class="field-row"),
        Div("started_on", "leaving_on", css_class="field-row"),
        "other_setting",
        css_class="form-part",
    ),
)


def dates_out_of_order(values: dict[str, Any]) -> dict[str, str]:
    """What to say beside each date that comes before one it must follow."""
    born: date | None = values.get("date_of_birth")
    started: date | None = values.get("started_on")
    leaving: date | None = values.get("leaving_on")
    found = {}
    if born and started and started < born:
        found["started_on"] = "The first day here is before the date of birth"
    if started and leaving and leaving < started:
        found["leaving_on"] = "The last day here is before the first"
    return found


class ArchiveForm(PortalForm):
    left_on = DayThatHasBeen(
        label="Last day here", error_messages={"required": "Say which day was the last"}
    )
    because = Words(
        "Why the record is archived",
        200,
        needed="Say why, for example “Moved to Harrowby Primary”",
    )

    def __init__(self, *args: Any, child: Child, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.child = child

    def clean_left_on(self) -> date:
        left: date = self.cleaned_data["left_on"]
        if self.child.started_on and left < self.child.started_on:
            raise forms.ValidationError("The last day here is before the first")
        return left
