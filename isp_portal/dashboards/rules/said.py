"""What a row of a due list says: its pill, the line below, what we know, and the clause."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from accounts.rules.day_words import say_clock, say_day
from plans.rules.requirement import Outcome
from plans.rules.words import clauses_of, headline, reason
from reviews.rules.words import due_words

from .due import Due, DueList, day_of
from .tasks import Task


class Said(NamedTuple):
    """`pill` is a kind and a state of the look, with exacter words where there are any."""

    pill: tuple[str, str, str]
    line: str
    why: str
    clauses: tuple[str, ...] = ()


def said(due: Due, today: date) -> Said:
    """The words of a row."""
    return SAYS[due.list](due, today)


def called(due: Due) -> str:
    return due.child.preferred_name or due.child.legal_name.split()[0]


def _review(due: Due, today: date) -> Said:
    plan = due.facts
    line, pill = due_words(plan.opens_on, plan.due_on, today)
    state = "overdue" if due.list is DueList.OVERDUE else "in_window"
    return Said(("review", state, pill), line, _review_why(due, today))


def _review_why(due: Due, today: date) -> str:
    plan = due.facts
    if plan.planned_on is None:
        return "No date has been agreed."
    day = say_day(plan.planned_on, today)
    if plan.planned_on < today:
        return f"It was booked for {day} and not held. You can hold it, and ask their view after."
    at = f", {say_clock(plan.planned_time)}" if plan.planned_time else ""
    booked = f"Booked for {'today' if plan.planned_on == today else day}{at}."
    if plan.planned_on > plan.due_on >= today:
        booked += " That is after the due date."
    if plan.invited_on:
        return f"{booked} Parents invited {say_day(plan.invited_on, today)}."
    return f"{booked} Parents not invited yet."


def _minutes(due: Due, today: date) -> Said:
    held = f"Held {say_day(due.facts.held_on, today)}"
    return Said(("review", "minutes", ""), held, f"{held}. The minutes are not finalised.")


def _no_date(due: Due, today: date) -> Said:
    plan = due.facts
    pill = ("review", "none", "")
    if plan.is_in_force:
        why = "The plan is finalised and has no review date, so nothing falls due."
        return Said(pill, f"Plan {plan.number}, finalised", why)
    why = "The plan is being written and has no first day, so nothing will fall due."
    return Said(pill, f"Plan {plan.number}, draft", why)


def _needs_plan(due: Due, today: date) -> Said:
    outcome = Outcome[due.child.outcome or ""]
    state = "required" if due.child.is_required else "awaiting_report"
    line = f"Since {say_day(due.since, today)}" if due.since else ""
    why = reason(outcome, called(due))
    return Said(("decision", state, ""), line, why, clauses_of(outcome))


def _not_asked(due: Due, today: date) -> Said:
    why = "The adults have not been asked yet. Silence is never read as “no need”."
    return Said(("decision", "not_asked", ""), "", why)


def _changed(due: Due, today: date) -> Said:
    now = headline(Outcome[due.child.outcome] if due.child.outcome else None)
    line = f"On {say_day(due.since, today)}" if due.since else ""
    if due.child.was is None:
        return Said(("decision", "changed", ""), line, f"Now: {now}.")
    was = headline(Outcome[due.child.was] if due.child.was else None)
    if was == now:
        because = reason(Outcome[due.child.outcome] if due.child.outcome else None, called(due))
        return Said(
            ("decision", "changed", ""), line, f"Still: {now}, for another reason. {because}"
        )
    return Said(("decision", "changed", ""), line, f"Now: {now}. Was: {was}.")


def _writing(due: Due, today: date) -> Said:
    plan = due.facts
    begins = say_day(plan.starts_on, today)
    if plan.starts_on < today:
        why = f"It was to begin {begins} and is still a draft, so the old plan stays in force."
        if plan.number == 1:
            why = f"It was to begin {begins} and is still a draft, so no plan is in force."
    else:
        why = f"It begins {begins}."
    return Said(("plan", "draft", ""), f"Plan {plan.number}", why)


def _signatures(due: Due, today: date) -> Said:
    plan, pill = due.facts, ("signature", "waits", "")
    line = f"Plan {plan.number}, ready {say_day(due.since or today, today)}"
    if due.task is Task.FINALISE_PLAN:
        agreed = ("signature", "agreed", "Both agreed")
        return Said(agreed, line, "Key person and SENCO have agreed. It waits to be finalised.")
    if due.task is Task.SEE_WHO_AGREED:
        return Said(("signature", "waits", "Key person"), line, _waits_for(due))
    if plan.key_person_agreed:
        return Said(("signature", "waits_for_you", "SENCO"), line, "The key person has agreed.")
    pill = ("signature", "waits_for_you", "SENCO and key person")
    return Said(pill, line, "Nobody has agreed it yet.")


def _waits_for(due: Due) -> str:
    who = due.child.key_person
    return (
        f"The SENCO has agreed, {who} has not yet." if who else "There is no key person to agree."
    )


def _no_copy(due: Due, today: date) -> Said:
    line = f"Finalised {say_day(due.since or today, today)}"
    pill = ("copy", "none", "")
    if due.task is Task.GIVE_COPY and due.facts.shared_at:
        sent = say_day(day_of(due.facts.shared_at, today), today)
        why = f"{due.facts.name} has the link of {sent} and has not opened it. It can be printed."
        pill = ("copy", "not_opened", "")
    elif due.task is Task.NAME_RECIPIENT:
        why = "Nobody in the family is down as somebody who may receive copies."
    else:
        why = f"{due.facts.name} has no copy of this version, and it is not said why."
    return Said(pill, line, why)


def _no_answer(due: Due, today: date) -> Said:
    given = say_day(due.facts.given_on, today)
    why = f"{due.facts.name} has the plan and has not said what they think. It holds nothing up."
    return Said(("signature", "waits", "Parent"), f"Copy given {given}", why)


def _thin(due: Due, today: date) -> Said:
    days = (today - (due.since or today)).days
    if due.facts.last_entry_on and due.facts.last_entry_on == due.since:
        line = f"Last entry {say_day(due.since, today)}"
        return Said(("words", "quiet", f"{days} days"), line, f"Nothing written for {days} days.")
    line = f"Began {say_day(due.since or today, today)}"
    why = f"Nothing written in the {days} days since the plan began."
    return Said(("words", "quiet", f"{days} days"), line, why)


def _no_key_person(due: Due, today: date) -> Said:
    line = f"Here since {say_day(due.since, today)}" if due.since else ""
    why = "Nobody is their key person, so nobody writes their plan or record."
    if due.child.second:
        why = f"{due.child.second} is the second key person. The first place is empty."
    return Said(("words", "nobody", ""), line, why)


def _reports(due: Due, today: date) -> Said:
    row = due.facts
    return Said(("report", row.state, row.pill), row.agency, row.known)


def _ending(due: Due, today: date) -> Said:
    row = due.facts
    days = (row.until_on - today).days
    when = {0: "Ends today", 1: "Ends tomorrow"}.get(days, f"{days} days left")
    what = "Consent" if row.kind == "consent" else "Advice"
    last = f"{what} to {say_day(row.until_on, today)}"
    return Said(("consent", "ending", when), last, row.words)


SAYS: dict[DueList, Callable[[Due, date], Said]] = {
    DueList.MINUTES: _minutes,
    DueList.OVERDUE: _review,
    DueList.IN_WINDOW: _review,
    DueList.NO_DATE: _no_date,
    DueList.NEEDS_PLAN: _needs_plan,
    DueList.WRITING: _writing,
    DueList.REPORTS: _reports,
    DueList.SIGNATURES: _signatures,
    DueList.NO_COPY: _no_copy,
    DueList.NO_ANSWER: _no_answer,
    DueList.THIN: _thin,
    DueList.CHANGED: _changed,
    DueList.NO_KEY_PERSON: _no_key_person,
    DueList.ENDING: _ending,
    DueList.NOT_ASKED: _not_asked,
}
