"""`isp_portal.documents.words` as template filters."""

from datetime import date, datetime

from django import template

from isp_portal.documents import days, words
from isp_portal.languages.phrases import Moment

register = template.Library()
for _name in (
    "short_day",
    "full_day",
    "dated",
    "week_day",
    "long_week_day",
    "long_day_of_week",
    "day_of_week",
    "moment",
    "shortened",
    "sentence",
):
    register.filter(_name, getattr(words, _name))


@register.filter
def day(at: date, english: str) -> Moment:
    """`{{ plan.born|day:"full_day"|both }}`: as that function of words says it, and in other words."""
    return days.day(at, days.FORMS[english])


@register.filter
def signed_at(at: datetime) -> Moment:
    """`{{ answered_at|signed_at|both }}`: the day and the hour."""
    return days.moment(at)
