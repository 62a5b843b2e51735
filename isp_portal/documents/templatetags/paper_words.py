"""`isp_portal.documents.words` as template filters."""

from django import template

from isp_portal.documents import words

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
