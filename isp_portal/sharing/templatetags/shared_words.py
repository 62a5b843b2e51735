"""What frozen facts are called on a parent's page, in the language spoken now."""

from django import template
from django.utils.translation import gettext, gettext_noop

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
