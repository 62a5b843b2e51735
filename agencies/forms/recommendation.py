"""One recommendation of a report: a strategy or a target, its words, and the page they are on."""

from django import forms

from accounts.forms.base import OnceForm, VersionedForm
from agencies.models import RecommendationKind
from children.forms.fields import Words, one_of


class RecommendationForm(OnceForm):
    kind: forms.ChoiceField = one_of(
        "What it is", RecommendationKind.choices, needed="Say whether it is a strategy or a target"
    )
    words = Words(
        "What the report says",
        600,
        needed="Write what the report recommends",
        long=True,
        help_text="One recommendation, in the report’s own words",
    )
    page = Words("Page", 60, needed="Write the page", help_text="For example 3, or 2 to 3")


class RecommendationEditForm(VersionedForm, RecommendationForm):
    """The same fields over a recommendation on record."""
