"""How templates say of an entry when it was and who saw it."""

from django import template
from django.utils import timezone

from reviews.queries.entries import EntryShown

register = template.Library()


@register.filter
def when_and_who(one: EntryShown) -> str:
    """{{ one|when_and_who }}: "Thu 19 Nov · alone · Kemi"."""
    return one.when_and_who(timezone.localdate())
