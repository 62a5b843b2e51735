"""A parent's words, and the child's own view (C4.1, C8.1)."""

from typing import Any

from django.utils import timezone

from accounts.forms.base import OnceForm, VersionedForm
from children.forms.fields import DayThatHasBeen, Words, one_of
from children.models import Channel, ParentCarer
from reviews.models import ViewAnswer


class FamilyViewForm(OnceForm):
    """What one parent says, word for word; or that they declined or were not reached."""

    answer = one_of("What they answered", ViewAnswer.choices, needed="Say what they answered")
    words = Words(
        "In their own words",
        4000,
        long=True,
        needed="Write what they said, in their own words",
        help_text="Word for word, good and hard things alike. It cannot be changed afterwards, only added to.",
    )
    attempts = Words(
        "When and how you tried", 600, help_text="Needed when they could not be reached"
    )
    said_on = DayThatHasBeen(label="Day", error_messages={"required": "Say on which day"})
    how = one_of("How they told you", [("", "Not said"), *Channel.choices])
    language = Words("Language they spoke or wrote", 60)
    through = Words("Interpreter", 150, help_text="Their name, if there was one")

    def __init__(self, *args: Any, contact: ParentCarer, **kwargs: Any) -> None:
        initial = {
            "answer": ViewAnswer.GIVEN,
            "said_on": timezone.localdate(),
            "language": contact.language,
        }
        super().__init__(*args, initial=initial, **kwargs)
        answer = self.data.get("answer", ViewAnswer.GIVEN)
        self.fields["words"].required = answer == ViewAnswer.GIVEN


class NoParentForm(VersionedForm):
    why_no_parents_view = Words("Why there is no parent’s view", 600, long=True)


class ChildViewForm(VersionedForm):
    """What the child showed or said, and how; or why there is nothing."""

    child_view = Words("What they showed or said", 2000, long=True)
    child_view_how = Words(
        "How they showed it", 300, help_text="For example chose between four pictures, or led me"
    )
    why_no_child_view = Words("Or why there is none this time", 600, long=True)
