"""Something of Seyi's and of Acorns' for every id that an address may hold."""

import hashlib
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone

from accounts.actions.outbox import queue_mail
from accounts.models import Closure, Invitation, TrackedModel
from accounts.rules.outbox import Letter
from agencies.models import (
    Advice,
    AdviceUse,
    AdvisedBy,
    Consent,
    ConsentAnswer,
    ConsentHow,
    ConsentPurpose,
    ReportRequest,
    RequestKind,
)
from children.models import (
    AreaOfNeed,
    Question,
    StageOverrideRecord,
    SupportNeed,
)
from children.rules import Stage
from isp_portal.documents import actions as papers
from plans.actions.decision import decide_requirement
from plans.models import (
    BankStrategy,
    RequirementDecision,
    Strategy,
    SupportPlan,
)
from reviews.actions import SheetRow, record_entry, record_sheet
from reviews.rules.help import HelpLevel
from tests.agencies.links import linked
from tests.doors import family_objects, register_objects, review_objects, sharing_objects
from tests.doors.agency_objects import evidence, file, letter, recommendation, report
from tests.doors.group_objects import group_session, named
from tests.people import STORY, Cast, seen_by_theo
from tests.plans import stories
from tests.reviews import whole

ON = date(2026, 11, 2)
LINK = "a-link-that-somebody-was-sent"


def ids_for(people: Cast, name: str, ids: tuple[str, ...]) -> dict[str, Any]:
    """A value for each id in the address; records are made as needed."""
    return {key: _maker(key, name)(people) for key in ids}


def _maker(key: str, name: str) -> Callable[[Cast], Any]:
    if name == "dashboards:feed":
        return review_objects.feed_token
    if key == "plan_id":
        return _finalised if name.startswith("documents:") else _plan
    if key == "review_id" and name.startswith("documents:minutes"):
        return lambda people: whole.finalised(people).pk
    if key == "review_id" and name in review_objects.ONCE_BEGUN:
        return review_objects.begun
    if name == "agencies:consent_set_aside" and key == "consent_id":
        return _kept(lambda people: _consent(people, ConsentAnswer.REFUSED))
    if key == "token" and name.startswith(("agencies:door", "sharing:")):
        return lambda people: "a-link-that-nobody-was-sent"
    return {**MAKERS, **sharing_objects.makers_of(name)}[key]


def _consent(
    people: Cast,
    answer: ConsentAnswer = ConsentAnswer.GIVEN,
    purpose: ConsentPurpose = ConsentPurpose.INVITE,
) -> Consent:
    return Consent(
        child=people.seyi,
        agency=people.speech,
        contact=people.priya,
        purpose=purpose,
        answer=answer,
        how=ConsentHow.IN_PERSON,
        given_on=ON,
    )


def _request(people: Cast) -> ReportRequest:
    """With consent, so that the agency may be asked. There is one open at a time."""
    asking: dict[str, Any] = {"child": people.seyi, "agency": people.speech}
    consented = Consent.objects.filter(purpose=ConsentPurpose.ASK_REPORT, **asking)
    if not consented.exists():
        _consent(people, purpose=ConsentPurpose.ASK_REPORT).record(by=STORY)
    asking["kind"] = RequestKind.REPORT
    there = ReportRequest.objects.open().filter(**asking).first()
    return there or ReportRequest(because="No report has come", raised_on=ON, **asking)


def _finalised(people: Cast) -> Any:
    return stories.finalised(people).pk


def _plan(people: Cast) -> Any:
    return stories.complete(people).pk


def _document(people: Cast) -> Any:
    plan = stories.finalised(people)
    return papers.issue_plan(plan=plan, recipient=people.priya, by=people.sam.as_actor()).pk


def _line(people: Cast) -> Any:
    return Strategy.objects.filter(plan=stories.complete(people))[0].pk


def _entry(people: Cast) -> Any:
    plan = stories.finalised(people)
    line = Strategy.objects.filter(plan=plan)[0].line_key
    return record_entry(
        child=people.seyi,
        lines={line: HelpLevel.SOME},
        what_we_saw="Pointed at the cup.",
        seen_on=timezone.localdate(),
        seen_by=people.kemi,
        form_token=uuid4(),
        by=people.kemi.as_actor(),
    ).pk


def _plan_in_force(people: Cast) -> SupportPlan:
    found = SupportPlan.objects.finalised().filter(child=people.seyi).first()
    return found or stories.finalised(people)


def _sheet(people: Cast) -> Any:
    plan, token = _plan_in_force(people), uuid4()
    line = Strategy.objects.filter(plan=plan)[0].line_key
    row = SheetRow(timezone.localdate(), people.kemi, {line: HelpLevel.SOME})
    record_sheet(child=people.seyi, rows=[row], form_token=token, by=people.kemi.as_actor())
    return token


def _kept(make: Callable[[Cast], TrackedModel]) -> Callable[[Cast], Any]:
    return lambda people: make(people).record(by=STORY).pk


def _decision(people: Cast) -> RequirementDecision:
    decide_requirement(child=people.seyi, by=STORY)
    return RequirementDecision.objects.get(child=people.seyi, is_latest=True)


def _invitation(people: Cast) -> Invitation:
    return Invitation(
        setting=people.acorns,
        email="new@acorns.example",
        full_name="Ffion Rees",
        roles=["practitioner"],
        token_sha256=hashlib.sha256(LINK.encode()).hexdigest(),
        invited_by="Ruth Lindqvist",
        expires_at=timezone.now() + timedelta(days=7),
    )


def _mail(people: Cast) -> Any:
    mail = queue_mail(
        setting=people.acorns,
        kind="team_invitation",
        about_id=uuid4(),
        to="new@acorns.example",
        letter=Letter("A place in the team", "Hello"),
        by=STORY,
    )
    return mail.pk


def _link(people: Cast) -> Any:
    _invitation(people).record(by=STORY)
    return LINK


MAKERS: dict[str, Callable[[Cast], Any]] = {
    "child_id": lambda people: people.seyi.pk,
    "contact_id": lambda people: people.priya.pk,
    "room_id": lambda people: people.orchard.pk,
    "membership_id": lambda people: people.kemi.pk,
    "agency_id": lambda people: people.speech.pk,
    "professional_id": lambda people: people.theo.pk,
    "assignment_id": lambda people: people.seyi.key_people.get().pk,
    "staff_id": lambda people: people.orchard.staff.get().pk,
    "involvement_id": lambda people: seen_by_theo(people).pk,
    "document_id": _document,
    "line_id": _line,
    "link_id": lambda people: linked(people, ReportRequest.objects.open().first())[0].pk,
    "evidence_id": evidence,
    "letter_id": lambda people: letter(people, _request(people)),
    "kind": lambda people: "strategies",
    "file_kind": lambda people: "csv",
    "part": lambda people: "strengths",
    "capacity": lambda people: "senco",
    "way": lambda people: "up",
    "code": lambda people: "pl",
    "restriction_id": _kept(family_objects.restriction),
    "allowed_id": _kept(family_objects.allowed),
    "need_id": _kept(
        lambda people: SupportNeed(
            child=people.seyi,
            question=Question.BEHAVIOUR,
            is_yes=True,
            said_by_member=people.kemi,
            said_on=ON,
        )
    ),
    "override_id": _kept(
        lambda people: StageOverrideRecord(
            child=people.seyi,
            stage=Stage.PRESCHOOL.value,
            because="Stays a year longer",
            agreed_by="The council",
            from_on=ON,
        )
    ),
    "entry_id": _entry,
    "review_id": lambda people: review_objects.review(people).pk,
    "participant_id": review_objects.participant,
    "line_key": lambda people: Strategy.objects.get(plan__child=people.seyi).line_key,
    "action_id": review_objects.action,
    "form_token": _sheet,
    "decision_id": lambda people: _decision(people).pk,
    "bank_key": _kept(
        lambda people: BankStrategy(
            setting=people.acorns,
            area=AreaOfNeed.COMMUNICATION,
            from_months=12,
            to_months=48,
            what_adults_do="Sing the tidy-up song",
        )
    ),
    "map_id": lambda people: group_session(people).row.group_map_id,
    "row_id": lambda people: named(people).row_id,
    "group_session_id": lambda people: group_session(people).pk,
    "closure_id": _kept(
        lambda people: Closure(setting=people.acorns, first_on=ON, last_on=ON, name="Training")
    ),
    "invitation_id": _kept(_invitation),
    **register_objects.MAKERS,
    "mail_id": _mail,
    "token": _link,
    "report_id": lambda people: report(people).pk,
    "file_id": file,
    "recommendation_id": _kept(recommendation),
    "consent_id": _kept(_consent),
    "request_id": _kept(_request),
    "visit_id": review_objects.visit,
    "advice_id": _kept(
        lambda people: Advice(
            child=people.seyi,
            use=AdviceUse.USE,
            advised_by=AdvisedBy.PROFESSIONAL,
            professional=people.theo,
            person_name="Theo Marsh",
            person_role="Therapist",
            given_on=ON,
        )
    ),
}
