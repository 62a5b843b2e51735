"""Telling one child's story: family, agencies, answers, in the order in which they happen."""

from datetime import date, timedelta

from django.utils.text import slugify

from agencies import actions as agencies
from children import actions as children
from children.models import AreaOfNeed, Child, ParentCarer, Question, Session
from children.queries import fingerprint
from isp_portal.demo.stories.cast import Advised, Seen, SentReport, Story
from isp_portal.demo.stories.days import born, days_ago, weeks_ago
from isp_portal.demo.stories.places import Place

MORNINGS = frozenset((weekday, Session.MORNING) for weekday in range(4))
"""Monday to Thursday, as every story's hours say."""


def tell_child(story: Story, place: Place, today: date) -> Child:
    """Adds the child with everything but its group map and its plan."""
    child = _add(story, place, today)
    _family(story, child, place, today)
    for seen in story.seen:
        _involve(seen, child, place, today)
    for report in story.reports:
        receive(report, child, place, today)
    for advised in story.advised:
        _advise(advised, child, place, today)
    return child


def _add(story: Story, place: Place, today: date) -> Child:
    senco, key_person = place.senco(), place.team[story.key_person]
    by = senco.as_actor()
    values = {
        "legal_name": story.legal,
        "preferred_name": story.called,
        "date_of_birth": born(today, *story.born),
        "home_language": story.language,
        "room": place.rooms[story.room],
        "started_on": weeks_ago(today, 40),
        "hours": story.hours,
        "sen_provision": "K",
    }
    child = children.add_child(setting=place.setting, added_by=senco, values=values, by=by)
    if not child.key_people.filter(membership=key_person).exists():
        children.assign_key_person(
            child=child,
            member=key_person,
            is_second=False,
            from_on=weeks_ago(today, 40),
            by=by,
        )
    areas = [AreaOfNeed(area) for area in story.areas]
    seen = fingerprint(child.needs.filter(until_on__isnull=True))
    children.record_needs(child=child, areas=areas, primary=areas[0], seen=seen, by=by)
    children.record_sessions(
        child=child, pattern=MORNINGS, from_on=weeks_ago(today, 40), seen=fingerprint([]), by=by
    )
    if story.level:
        children.record_level(
            child=child, level=story.level, from_on=weeks_ago(today, 30), because="", by=by
        )
    if story.profile:
        children.write_profile(child=child, values=story.profile, seen_version=0, by=by)
    return child


def _family(story: Story, child: Child, place: Place, today: date) -> None:
    by = place.senco().as_actor()
    for name, relationship in story.contacts:
        contact = children.add_contact(
            child=child,
            values={
                "name": name,
                "relationship": relationship,
                "parental_responsibility": "yes",
                "may_receive_copies": name != story.restricted,
                "phone": "07700 900 112",
                "email": f"{slugify(name)}@family.example",
                "language": story.language,
                "wants_large_print": relationship == "grandmother",
            },
            by=by,
        )
        if name == story.restricted:
            _restrict(contact, place, today)


def _restrict(contact: ParentCarer, place: Place, today: date) -> None:
    values = {
        "kind": "no_information",
        "evidence": "Court order seen by the manager",
        "court_order_on": weeks_ago(today, 20),
        "from_on": weeks_ago(today, 20),
        "review_on": today + timedelta(days=120),
    }
    children.set_restriction(contact=contact, values=values, by=place.senco().as_actor())


def _involve(seen: Seen, child: Child, place: Place, today: date) -> None:
    agency = place.agencies[seen.kind]
    first = None if seen.first_seen is None else weeks_ago(today, seen.first_seen)
    referred = weeks_ago(today, 10 if seen.first_seen is None else seen.first_seen + 8)
    values = {
        "agency": agency,
        "professional": agency.professionals.first(),
        "referred_on": max(referred, child.date_of_birth),
        "waiting_since": referred if first is None else None,
        "first_seen_on": first,
        "discharged_on": weeks_ago(today, seen.discharged) if seen.discharged else None,
    }
    agencies.add_involvement(child=child, values=values, by=place.senco().as_actor())


def receive(report: SentReport, child: Child, place: Place, today: date) -> None:
    """The report has come, a week after it was written."""
    dated = weeks_ago(today, report.weeks_ago)
    agencies.receive_report(
        child=child,
        values={
            "agency": place.agencies[report.kind],
            "dated_on": dated,
            "received_on": min(dated + timedelta(days=7), today),
            "received_from": report.sent_by,
            "holds_strategies": report.strategies,
            "holds_targets": report.targets,
        },
        by=place.senco().as_actor(),
    )


def _advise(advised: Advised, child: Child, place: Place, today: date) -> None:
    agencies.record_advice(
        child=child,
        values={
            "use": advised.use,
            "advised_by": advised.by,
            "person_name": advised.name,
            "person_role": advised.role,
            "given_on": weeks_ago(today, 3),
            "until_on": today + timedelta(days=150),
        },
        by=place.senco().as_actor(),
    )


def answer_questions(story: Story, child: Child, place: Place, today: date) -> None:
    """What the key person said to the two questions, a fortnight ago."""
    key_person = place.team[story.key_person]
    for question, said in (
        (Question.BEHAVIOUR, story.behaviour),
        (Question.EVIDENCE, story.evidence),
    ):
        if said is not None:
            children.record_support_answer(
                child=child,
                question=question,
                is_yes=said,
                said_by=key_person,
                said_on=days_ago(today, 14),
                until_on=None,
                words="",
                by=key_person.as_actor(),
            )
