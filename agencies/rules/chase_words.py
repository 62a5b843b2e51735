"""What a page says of a report on its way: the pill, and what is known in a sentence or two."""

from datetime import date

from accounts.rules.day_words import say_day, say_number

from .chase import AskFacts, Chase, ChaseState, ChaseStep, HeldFacts

DAYS_OF_A_WEEK = 7


def asking_pill(chase: Chase, facts: AskFacts, today: date) -> str:
    """ "Chase: 4 weeks", "Asked, 9 days"; empty where the pill's own words do."""
    if facts.is_on_its_way:
        return "Letter waits to go"
    if chase.step is ChaseStep.SEE_ANSWER:
        return "They answered"
    if facts.asked_on is None:
        return ""
    days = (today - facts.asked_on).days
    if chase.state is ChaseState.CHASE:
        return f"Chase: {_figure(days // DAYS_OF_A_WEEK, 'week')}"
    if chase.state is ChaseState.ASKED:
        return f"Asked, {_figure(days, 'day')}" if days else "Asked today"
    return ""


def asking_known(facts: AskFacts, seen_on: date | None, because: str, today: date) -> str:
    """ "Asked Mon 5 Oct, chased Mon 2 Nov. Parents asked for their copy Thu 5 Nov." """
    said = [
        _before(facts, seen_on, because, today),
        _asked(facts, today),
        _answered(facts, today),
        _parents(facts, today),
    ]
    return " ".join(filter(None, said))


def _before(facts: AskFacts, seen_on: date | None, because: str, today: date) -> str:
    """Why it is expected: what somebody wrote who raised it, else that the agency saw the child."""
    if facts.asked_on is not None:
        return ""
    if facts.raised_on is not None:
        return f"Raised {say_day(facts.raised_on, today)}: {because}"
    return f"Seen {say_day(seen_on, today)}, and no report has come." if seen_on else ""


def _asked(facts: AskFacts, today: date) -> str:
    if facts.asked_on is None:
        return ""
    chased = [say_day(on, today) for on in sorted(facts.chased_on)]
    words = f"Asked {say_day(facts.asked_on, today)}"
    words += f", chased {_listed(chased)}" if chased else ""
    due = facts.chase_due_on
    answer = facts.standing_answer
    if due is not None and due > today and not (answer and answer.is_no):
        return f"{words}. Next chase {say_day(due, today)}."
    return f"{words}."


def _answered(facts: AskFacts, today: date) -> str:
    """ "They answered Fri 20 Nov: “We will send a report”, by Fri 4 Dec." """
    answer = facts.answered
    if answer is None:
        return ""
    by = f", by {say_day(answer.sends_by, today)}" if answer.sends_by else ""
    return f"They answered {say_day(answer.on, today)}: “{answer.words}”{by}."


def _parents(facts: AskFacts, today: date) -> str:
    if facts.parents_asked_on:
        on = say_day(max(facts.parents_asked_on), today)
        return f"Parents asked for their copy {on}."
    return "Parents can bring a copy." if facts.chased_on else ""


def held_known(chase: Chase, facts: HeldFacts, today: date) -> str:
    """ "Dated Tue 3 Nov 2025. Three recommendations, used in plan 2, version 1." """
    dated = f"Dated {say_day(facts.dated_on, today)}"
    if chase.state is ChaseState.OUT_OF_DATE:
        dated += f", more than {_figure(facts.out_of_date_months, 'month')} ago"
    return f"{dated}. {_taken(facts)}"


def _taken(facts: HeldFacts) -> str:
    if facts.awaits_look:
        return "The agency sent it by its link, and nobody here has looked at it yet."
    if not facts.holds_anything:
        return "It holds neither strategies nor targets."
    if not facts.marked:
        return "Nothing is marked in it yet."
    marked = f"{_counted(facts.marked, 'recommendation')} marked"
    used = f"used in {_listed(list(facts.used_in))}" if facts.used_in else "not in a plan yet"
    return f"{marked[0].upper()}{marked[1:]}, {used}."


def _figure(number: int, one: str) -> str:
    return f"{number} {one}{'' if number == 1 else 's'}"


def _counted(number: int, one: str) -> str:
    return f"{say_number(number)} {one}{'' if number == 1 else 's'}"


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


ACTS = {
    ChaseStep.DECIDE: "Decide",
    ChaseStep.RECORD_CONSENT: "Ask for consent",
    ChaseStep.RAISE: "Ask for it",
    ChaseStep.ASK: "Write the letter",
    ChaseStep.CHASE: "Chase",
    ChaseStep.ASK_PARENTS: "Ask the parents",
    ChaseStep.WAIT: "Record the report",
    ChaseStep.READ: "Mark what it says",
    ChaseStep.SEE_ANSWER: "See the answer",
    ChaseStep.USE: "Use in the plan",
    ChaseStep.ASK_STRATEGIES: "Ask for strategies",
    ChaseStep.RENEW: "Ask for a new one",
    ChaseStep.NOTHING: "Open the report",
}
"""The words of the row's button: a verb and a thing."""
