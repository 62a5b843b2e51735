"""What staff fill in: how a link goes, why it is taken back, what a parent said elsewhere."""

from typing import Any

from accounts.forms.base import DayField, OnceForm, PortalForm
from agencies.forms.report_file import DocumentField
from children.forms.fields import NOT_IN_LIST, Words, one_of
from children.models import ParentCarer
from isp_portal.documents.forms import offer_apart
from isp_portal.documents.models import IssuedDocument
from isp_portal.sharing.actions.sharing import BY_EMAIL, BY_HAND
from isp_portal.sharing.models import ReplyHow
from isp_portal.sharing.rules import MOST_WORDS, Agreement, ReplyKind
from plans.forms.fields import OneOfField

HOWS = [(how.value, how.label) for how in (ReplyHow.PHONE, ReplyHow.IN_PERSON, ReplyHow.PAPER)]
WHAT = [
    (ReplyKind.VIEW.value, "Their view for the review"),
    (ReplyKind.ANSWER.value, "Their answer to a plan or minutes"),
    (ReplyKind.FROM_HOME.value, "Something from home"),
    (ReplyKind.QUESTION.value, "A question"),
]
ANSWERS = [
    ("", "No answer to a paper"),
    (Agreement.AGREED.value, "Agrees"),
    (Agreement.WITH_COMMENTS.value, "Agrees, with comments"),
    (Agreement.NOT_AGREED.value, "Does not agree"),
]


class ShareForm(OnceForm):
    how = one_of(
        "How the link goes",
        [
            (BY_EMAIL, "By email, to the address on file"),
            (BY_HAND, "I hand it over: show me the link"),
        ],
        needed="Say how the link goes",
        initial=BY_EMAIL,
    )


class TakeBackForm(PortalForm):
    because = Words("Why", 280, needed="Say why the link is taken back")


class ReadForm(PortalForm):
    words = Words(
        "What was answered, or what happens next",
        600,
        long=True,
        help_text="It stands beside their words, with your name.",
    )


class WriteDownForm(OnceForm):
    """What somebody said on the phone, in person or on paper, word for word."""

    contact = OneOfField(
        label="Who",
        required=True,
        error_messages={"required": "Choose who said it", "invalid_choice": NOT_IN_LIST},
    )
    kind = one_of("What it is", WHAT, needed="Choose what it is")
    answer = one_of("Their answer", ANSWERS, initial="")
    document = OneOfField(
        label="To which copy",
        required=False,
        error_messages={"invalid_choice": NOT_IN_LIST},
    )
    words = Words(
        "In their words",
        MOST_WORDS,
        long=True,
        help_text="Word for word. It cannot be changed afterwards, only added to.",
    )
    said_on = DayField(label="When", error_messages={"required": "Say when they said it"})
    how = one_of("How", HOWS, needed="Choose how they said it")
    language = Words("In which language", 60)
    file = DocumentField(
        label="The signed paper, photographed or scanned",
        required=False,
        help_text="PDF, Word (.docx), JPEG or PNG, up to 10 MB",
    )

    def __init__(
        self,
        *args: Any,
        parents: list[ParentCarer],
        documents: list[IssuedDocument],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        contact, document = self.fields["contact"], self.fields["document"]
        assert isinstance(contact, OneOfField)
        assert isinstance(document, OneOfField)
        offer_apart(contact, parents)
        document.offer(documents, "No copy in particular")

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if values.get("kind") == ReplyKind.ANSWER:
            if not values.get("answer"):
                self.add_error("answer", "Choose what they answered")
            if not values.get("document"):
                self.add_error("document", "Choose which copy they answered")
        elif values.get("kind") and values.get("answer"):
            self.add_error("kind", "An answer belongs to a copy. Choose “Their answer” above")
        return values

    def what_was_said(self) -> dict[str, Any]:
        """The arguments of `write_down_reply`."""
        values = dict(self.cleaned_data)
        said = {name: values.pop(name) for name in ("answer", "words", "language")}
        return {**values, "said": said}
