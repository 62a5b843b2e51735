"""Days and hours as papers say them, in English and in the reader's own language."""

from collections.abc import Callable
from datetime import date, datetime, time

from isp_portal.documents import words
from isp_portal.languages.phrases import Moment

OWN: dict[Callable[[date], str], str] = {
    words.short_day: "j E",
    words.day_of_week: "j E",
    words.dated: "j E Y",
    words.full_day: "j E Y",
    words.week_day: "l, j E Y",
    words.long_week_day: "l, j E Y",
    words.long_day_of_week: "l, j E Y",
    words.day_of_month: "l, j E",
}
FORMS = {english.__name__: english for english in OWN}


def day(at: date, english: Callable[[date], str]) -> Moment:
    """The day as that function of `isp_portal.documents.words` says it; others in full words."""
    return Moment(at, english(at), OWN[english])


def moment(at: datetime) -> Moment:
    """Mon 2 Nov 2026, 16:20"""
    return Moment(at, words.moment(at), "l, j E Y, H:i")


def clock(at: time) -> Moment:
    """3.30 pm; 15:30"""
    return Moment(at, words.clock(at), "H:i")
