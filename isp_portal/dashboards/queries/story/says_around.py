"""What each thing of agencies, consent and papers says, and a day on which somebody looked."""

from datetime import date, time
from typing import Any

from django.urls import reverse

from accounts.rules.day_words import MONTHS, say_clock, say_number
from isp_portal.dashboards.queries.event import Event


def report(row: Any) -> Event:
    words = f"{row.agency}, dated {row.dated_on.day} {MONTHS[row.dated_on.month - 1]} {row.dated_on.year}"
    url = reverse("agencies:report_files", args=[row.child_id, row.pk])
    return Event(row.received_on, "page-bars", "Report received", words, url, "Open")


def report_withdrawn(row: Any) -> Event:
    title = f"Report of {row.agency} withdrawn"
    return Event(row.withdrawn_on, "page-bars", title, row.withdrawn_because)


def referred(row: Any) -> Event:
    return Event(row.referred_on, "people", f"Referred to {row.agency}")


def first_seen(row: Any) -> Event:
    return Event(row.first_seen_on, "people", f"First seen by {row.agency}")


def discharged(row: Any) -> Event:
    return Event(row.discharged_on, "people", f"Discharged by {row.agency}")


def visit(row: Any) -> Event:
    who = row.professional.name if row.professional else ""
    words = ", ".join(word for word in (who, row.what_for) if word)
    return Event(row.on, "calendar", f"Visit of {row.agency}", words)


def advice(row: Any) -> Event:
    words = f"{row.person_name}, {row.person_role}"
    return Event(row.given_on, "info", f"Advice: {row.get_use_display()}", words)


def to_ask(row: Any) -> Event:
    return Event(row.raised_on, "page-bars", f"To ask for: {row}", row.because)


def asked_for(row: Any) -> Event:
    return Event(row.asked_on, "envelope", f"Asked for: {row}", row.asked_how)


def consent(row: Any) -> Event:
    title = f"Consent {row.get_answer_display().lower()}"
    return Event(row.given_on, "signature", title, *_consent(row))


def consent_withdrawn(row: Any) -> Event:
    return Event(row.withdrawn_on, "signature", "Consent withdrawn", *_consent(row))


def _consent(row: Any) -> tuple[str, str, str]:
    who = f"{row.contact.name}: {row.get_purpose_display().lower()}, {row.agency}"
    return who, reverse("agencies:consent", args=[row.child_id]), "Open"


def issued(row: Any) -> Event:
    words = f"{row}, by {row.issued_by}"
    return Event(row.issued_at, "sheets", "Paper issued", words, *_very_copy(row.pk))


def copy_given(row: Any) -> Event:
    words = f"{row.document}, {row.get_channel_display().lower()}"
    return Event(row.given_on, "envelope", "Copy given", words, *_very_copy(row.document_id))


def _very_copy(document_id: Any) -> tuple[str, str]:
    return reverse("documents:document", args=[document_id]), "The very copy"


def no_copy(row: Any) -> Event:
    return Event(row.recorded_on, "dash", f"No copy for {row.contact.name}", row.because)


def looked(on: date, minute: int, row: dict[str, Any], child_id: Any) -> Event:
    """A day's reading of one person: how often, the last time, under which right."""
    times = row["times"]
    said = "Once" if times == 1 else f"{say_number(times)} times".capitalize()
    last = say_clock(_clock(minute))
    words = f"{said}, the last at {last}. {row['right']}"
    url = reverse("children:access_log", args=[child_id])
    return Event(on, "eye", f"Looked at by {row['label']}", words, url, "Who looked")


def _clock(minute: int) -> time:
    return time(minute // 60, minute % 60)
