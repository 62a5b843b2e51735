"""Everything that the story is made of, and who may read which part of it."""

from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, Subquery

from accounts.models import Membership
from accounts.rules.roles import Permission
from agencies.models import (
    Advice,
    AgencyContact,
    AgencyVisit,
    Consent,
    Involvement,
    Report,
    ReportRequest,
    ReportRequestLink,
    RequestAnswer,
    RequestStep,
)
from children.models import Child, LevelRecord, SupportNeed
from isp_portal.documents.models import CopyGiven, CopyNotGiven, IssuedDocument
from isp_portal.sharing.models import Reply, Share, ShareOpening, TakenAs
from plans.models import (
    Cycle,
    GroupSessionChild,
    PlanSignOff,
    RequirementDecision,
    SupportPlan,
)
from reviews.models import (
    FamilyView,
    InterventionEntry,
    MinutesAnswer,
    MinutesCorrection,
    Participant,
    Review,
)

from . import says, says_around, says_asked, says_shared
from .source import ASKS, Kind, Source

K = Kind
ISSUE = Permission.ISSUE_DOCUMENT


def kinds_for(membership: Membership) -> tuple[Kind, ...]:
    """The kinds that this member may read, in the order of the filter."""
    return tuple(kind for kind in Kind if membership.may(ASKS[kind]))


def sources(today: date) -> tuple[Source, ...]:
    """Every source but who looked. What is planned for a day to come has not happened yet."""
    opened = Q(opens_on__lte=today, plans__finalised_at__isnull=False, plans__version=1)
    begun = Q(version=1, cycle__starts_on__lte=today)
    return (
        Source("started", K.RECORD, Child, "started_on", says.started, of="pk"),
        Source("archived", K.RECORD, Child, "archived_on", says.archived, of="pk"),
        Source("level", K.RECORD, LevelRecord, "from_on", says.level),
        Source(
            "answer", K.DECISIONS, RequirementDecision, "decided_at", says.answer, only=_another()
        ),
        Source("asked", K.DECISIONS, SupportNeed, "said_on", says.support),
        Source(
            "plan_begins", K.PLANS, SupportPlan, "cycle__starts_on", says.plan_begins, only=begun
        ),
        Source("plan_final", K.PLANS, SupportPlan, "finalised_at", says.plan_finalised),
        Source("plan_closed", K.PLANS, SupportPlan, "closed_at", says.plan_closed),
        Source("signed", K.PLANS, PlanSignOff, "answered_on", says.signed, of="plan__child"),
        Source(
            "entry",
            K.ENTRIES,
            InterventionEntry,
            "seen_on",
            says.entry,
            only=_standing(),
            opens=Permission.RECORD_ENTRY,
        ),
        Source(
            "session",
            K.SESSIONS,
            GroupSessionChild,
            "session__held_on",
            says.group_session,
            of="named__child",
            only=Q(session__taken_back_at__isnull=True),
            opens=Permission.RECORD_ENTRY,
        ),
        Source("window", K.REVIEWS, Cycle, "opens_on", says.window_opened, only=opened),
        Source("invited", K.REVIEWS, Participant, "invited_on", says.invited, of="review__child"),
        Source("view", K.REVIEWS, FamilyView, "said_on", says.family_view, of="review__child"),
        Source("held", K.REVIEWS, Review, "held_on", says.review_held),
        Source("minutes", K.REVIEWS, Review, "finalised_at", says.minutes_finalised),
        Source(
            "minuted",
            K.REVIEWS,
            MinutesAnswer,
            "answered_on",
            says.minutes_answered,
            of="review__child",
        ),
        Source(
            "corrected",
            K.REVIEWS,
            MinutesCorrection,
            "corrected_on",
            says.minutes_corrected,
            of="review__child",
        ),
        *_around(today),
    )


def _around(today: date) -> tuple[Source, ...]:
    """Agencies, consent, and papers."""
    came = Q(on__lte=today, called_off_on__isnull=True)
    say = says_around
    return (
        Source("report", K.REPORTS, Report, "received_on", say.report),
        Source("report_off", K.REPORTS, Report, "withdrawn_on", say.report_withdrawn),
        Source("referred", K.REPORTS, Involvement, "referred_on", say.referred),
        Source("seen", K.REPORTS, Involvement, "first_seen_on", say.first_seen),
        Source("discharged", K.REPORTS, Involvement, "discharged_on", say.discharged),
        Source("visit", K.REPORTS, AgencyVisit, "on", say.visit, only=came),
        Source("advice", K.REPORTS, Advice, "given_on", say.advice),
        Source("to_ask", K.REPORTS, ReportRequest, "raised_on", say.to_ask),
        Source("asked_for", K.REPORTS, ReportRequest, "asked_on", say.asked_for),
        Source("consent", K.CONSENTS, Consent, "given_on", say.consent),
        Source("consent_off", K.CONSENTS, Consent, "withdrawn_on", say.consent_withdrawn),
        Source("issued", K.COPIES, IssuedDocument, "issued_at", say.issued, opens=ISSUE),
        Source(
            "copy",
            K.COPIES,
            CopyGiven,
            "given_on",
            say.copy_given,
            of="document__child",
            opens=ISSUE,
        ),
        Source("no_copy", K.COPIES, CopyNotGiven, "recorded_on", say.no_copy, of="plan__child"),
        *_asked(),
        *_shared(),
    )


def _asked() -> tuple[Source, ...]:
    """What followed upon asking an agency, and what went to it under a consent (C7, C7.1)."""
    say, of, may = says_asked, "request__child", Permission.MANAGE_AGENCIES
    link, reports = ReportRequestLink, K.REPORTS
    without_report = Q(answered_by__isnull=True)  # a report that came is told as such
    return (
        Source("step", reports, RequestStep, "done_on", say.step, of=of),
        Source(
            "no_longer", reports, ReportRequest, "closed_on", say.no_longer, only=without_report
        ),
        Source("linked", reports, link, "made_at", say.linked, of=of, opens=may),
        Source("link_closed", reports, link, "revoked_at", say.link_closed, of=of, opens=may),
        Source("answered", reports, RequestAnswer, "answered_at", say.answered, of=of),
        Source("told", reports, AgencyContact, "contacted_on", say.told),
    )


def _shared() -> tuple[Source, ...]:
    """Copies shared by link: made, come in by, closed, and what was said to them (C3.2)."""
    say, may, of = says_shared, ISSUE, "document__child"
    once = ~Exists(_earlier_that_day())
    told = ~Q(taken__taken_as__in=(TakenAs.REVIEW, TakenAs.RECORD))
    return (
        Source("shared", K.COPIES, Share, "made_at", say.shared, of=of, opens=may),
        Source(
            "opened",
            K.COPIES,
            ShareOpening,
            "opened_on",
            say.opened,
            of=f"share__{of}",
            only=once,
            opens=may,
        ),
        Source("closed", K.COPIES, Share, "revoked_at", say.closed, of=of, opens=may),
        Source("reply", K.COPIES, Reply, "said_on", say.replied, only=told),
    )


def _earlier_that_day() -> Any:
    """Coming in by the same link again on one day is told once; each page stands with who looked."""
    return ShareOpening.objects.filter(
        share=OuterRef("share"), opened_on=OuterRef("opened_on"), pk__lt=OuterRef("pk")
    )


def _standing() -> Any:
    return Q(pk__in=InterventionEntry.objects.standing().values("pk"))


def _another() -> Any:
    """Answers that differ from the one before them, and the first."""
    before = RequirementDecision.objects.filter(
        child=OuterRef("child"), decided_at__lt=OuterRef("decided_at")
    )
    told = RequirementDecision.objects.annotate(
        was=Subquery(before.order_by("-decided_at", "-pk").values("outcome")[:1])
    )
    return Q(pk__in=told.filter(Q(was__isnull=True) | ~Q(was=F("outcome"))).values("pk"))
