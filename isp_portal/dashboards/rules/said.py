"""What a row of a due list says: its pill, the line below, what we know, and the clause."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from accounts.rules.day_words import say_clock, say_day
from isp_portal.sharing.rules import Agreement, ReplyKind
from plans.rules.requirement import Outcome
from plans.rules.window import weeks
from plans.rules.words import clauses_of, headline, reason
from reviews.rules.words import due_words

from .due import Due, DueList
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
    if due.task is Task.GIVE_COPY and due.facts.shared_on:
        sent = say_day(due.facts.shared_on, today)
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
    words = due.facts.words()
    return Said(("report", due.facts.state, words.pill), due.facts.agency, words.known)


def _ending(due: Due, today: date) -> Said:
    row = due.facts
    days = (row.until_on - today).days
    when = {0: "Ends today", 1: "Ends tomorrow"}.get(days, f"{days} days left")
    what = "Consent" if row.kind == "consent" else "Advice"
    last = f"{what} to {say_day(row.until_on, today)}"
    return Said(("consent", "ending", when), last, row.words)


def _weeks(due: Due, today: date) -> Said:
    """Elapsed and open weeks, both (C4)."""
    facts = due.facts
    elapsed = round((facts.due_on - facts.starts_on).days / 7, 1)
    why = f"The review falls {elapsed:g} weeks after the start"
    if facts.calendar is not None:
        open_weeks = weeks(facts.starts_on, facts.due_on, facts.calendar).open_weeks
        why += f", with {open_weeks:g} weeks of open days"
    pill = ("review", "to_confirm", f"{elapsed:g} weeks")
    return Said(pill, f"Due {say_day(facts.due_on, today)}", f"{why}.")


def _no_minutes(due: Due, today: date) -> Said:
    row = due.facts
    line = f"Finalised {say_day(due.since or today, today)}"
    if row.held:
        why = f"{row.name} holds version {row.held}. Version {row.version} corrects it."
        return Said(("copy", "part", "An old version"), line, why)
    if row.shared_on:
        sent = say_day(row.shared_on, today)
        why = f"{row.name} has the link of {sent} and has not opened it. It can be printed."
        return Said(("copy", "not_opened", ""), line, why)
    why = f"{row.name} has no copy of these minutes, and it is not said why."
    return Said(("copy", "none", ""), line, why)


def _came_in(due: Due, today: date) -> Said:
    row = due.facts
    came, dated = say_day(row.came_on, today), say_day(row.dated_on, today)
    why = f"It came {came}, dated {dated}. Until somebody looks, it counts for nothing."
    return Said(("report", "awaits_look", ""), row.agency, why)


REPLIES: dict[str, tuple[str, str]] = {
    ReplyKind.VIEW: ("view", "sent what they want to say at the review."),
    ReplyKind.FROM_HOME: ("from_home", "wrote what they saw at home."),
    ReplyKind.QUESTION: ("question", "asks a question, and nobody has answered it."),
    ReplyKind.ANSWER: ("view", "has answered."),
    ReplyKind.COMING: ("coming", "has answered an invitation."),
}
"""What is said of a reply that answers with words alone."""
ANSWERS: dict[str, tuple[str, str]] = {
    Agreement.AGREED: ("agreed", "agrees."),
    Agreement.WITH_COMMENTS: ("with_comments", "agrees, with comments."),
    Agreement.NOT_AGREED: ("not_agreed", "does not agree, and says why."),
    Agreement.CAN_COME: ("coming", "can come to the review."),
    Agreement.OTHER_TIME: ("other_time", "asks for another time for the review."),
}


def _parents_said(due: Due, today: date) -> Said:
    """What kind of thing it is: their words are read on their own page."""
    row = due.facts
    state, what = ANSWERS.get(row.answer) or REPLIES[row.kind]
    why = f"{row.name} {what}"
    if row.wants_call:
        state, at = "call", f": {row.call_times}" if row.call_times else ""
        why = f"{why} They ask to be rung{at}."
    return Said(("reply", state, ""), f"Said {say_day(row.said_on, today)}", why)


SAYS: dict[DueList, Callable[[Due, date], Said]] = {
    DueList.MINUTES: _minutes,
    DueList.OVERDUE: _review,
    DueList.IN_WINDOW: _review,
    DueList.NO_DATE: _no_date,
    DueList.SAID: _parents_said,
    DueList.NEEDS_PLAN: _needs_plan,
    DueList.WRITING: _writing,
    DueList.CAME_IN: _came_in,
    DueList.REPORTS: _reports,
    DueList.SIGNATURES: _signatures,
    DueList.NO_COPY: _no_copy,
    DueList.NO_MINUTES: _no_minutes,
    DueList.NO_ANSWER: _no_answer,
    DueList.THIN: _thin,
    DueList.CONFIRM: _weeks,
    DueList.CHANGED: _changed,
    DueList.NO_KEY_PERSON: _no_key_person,
    DueList.ENDING: _ending,
    DueList.NOT_ASKED: _not_asked,
}
