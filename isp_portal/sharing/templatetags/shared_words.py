"""What frozen facts are called on a parent's page, in the language spoken now."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.utils.translation import gettext, gettext_noop

from isp_portal.documents.facts import Change, Source
from isp_portal.documents.facts.minutes import Decided
from isp_portal.documents.paper.changes import change_row
from isp_portal.documents.paper.minutes_agreed import decided_words
from isp_portal.documents.paper.sources import source_words
from isp_portal.documents.paper.terms import capacities
from isp_portal.languages.phrases import Joined, Value

register = template.Library()

VERDICTS = {
    "keep": gettext_noop("We go on with this."),
    "change": gettext_noop("We change this."),
    "stop": gettext_noop("We stop this."),
    "achieved": gettext_noop("Done: this step is reached."),
    "partly": gettext_noop("Partly there."),
    "not_yet": gettext_noop("Not yet."),
    "stopped": gettext_noop("We leave this step."),
}


@register.filter
def verdict_words(verdict: str) -> str:
    """ "keep" is "We go on with this.\""""
    return gettext(VERDICTS[verdict])


@register.filter
def changed_row(change: Change) -> dict[str, Any]:
    """A change since the reader's own copy, as papers say it: `{{ row.short|own }}`."""
    return change_row(change)


@register.filter
def cited_words(source: Source) -> Value:
    """Who or what a line rests on, with day and page: `{{ line.source|cited_words|own }}`."""
    return joined(source_words(source)["parts"])


@register.filter
def joined(said: Sequence[Value]) -> Value:
    """Several in a row, to be said as one: `{{ parts|joined|own }}`."""
    return Joined(said, ", ")


@register.filter
def capacity_words(capacity: str) -> Value:
    """ "key person", as papers say it: `{{ one.capacity|capacity_words|own }}`."""
    return capacities(capacity)


@register.filter
def decision_words(decided: Decided) -> list[Value]:
    """The decision and what follows from it, part by part."""
    return [part for part in decided_words(decided) if part]
