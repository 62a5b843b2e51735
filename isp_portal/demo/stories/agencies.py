"""What agencies recommend, what parents consented to, and what is still to be asked for."""

from dataclasses import dataclass
from datetime import date

from agencies import actions
from agencies.actions.request_link import make_request_link
from agencies.intake.examiner import examine
from agencies.models import (
    AnswerKind,
    ConsentAnswer,
    ConsentHow,
    ConsentPurpose,
    RecommendationKind,
    ReportRequestLink,
    RequestKind,
)
from children.models import Child
from isp_portal.demo.stories.cast import Story
from isp_portal.demo.stories.days import days_ago, weeks_ago
from isp_portal.demo.stories.one_page import one_page
from isp_portal.demo.stories.places import TELLER, Place

STRATEGY, TARGET = RecommendationKind.STRATEGY, RecommendationKind.TARGET
RECOMMENDED = {
    "Seyi": (
        (STRATEGY, "Say the name, wait five seconds, then show the picture card", "3"),
        (STRATEGY, "Copy what he says and add one word", "3"),
        (STRATEGY, "Sit opposite him on the floor, at eye height, for ten minutes of play", "4"),
    ),
    "Amara": (
        (STRATEGY, "Let her pull herself up at the low shelf before offering a hand", "2"),
        (STRATEGY, "Shoes with a firm heel for every session outside", "2 to 3"),
        (TARGET, "Walks five steps between two adults", "5"),
        (TARGET, "Climbs the two steps of the slide holding the rail", "5"),
    ),
}
CONSENTED = {"Seyi": (ConsentPurpose.ASK_REPORT, ConsentPurpose.INVITE)}
TO_ASK = {"Haruki": "They have seen Haruki, and no report has come."}
"""Nobody has consented to this yet."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request on its way: weeks ago asked and chased, and when the parent was asked for a copy.

    `asked` None: there is consent, and nobody has written yet. `came`: their professional sent the
    report by the link in the mail, and nobody here has looked at it. `writes_none`: in what words
    they answered there that they have no report.
    """

    kind: str
    because: str
    asked: int | None = None
    chased: tuple[int, ...] = ()
    parent: int | None = None
    came: bool = False
    writes_none: str = ""


ON_THEIR_WAY = {
    "Amara": Asked("speech", "Her father says that they saw her in the summer", 11, (7, 4), 2),
    "Kofi": Asked(
        "hearing",
        "His hearing was tested, and no report has come",
        5,
        writes_none="His hearing is within normal limits. We wrote to his GP and to nobody else.",
    ),
    "Noor": Asked("physiotherapy", "Her mother says that they saw her twice", 2),
    "Dima": Asked("physiotherapy", "His mother says that they saw him", 3, came=True),
    "Bronwyn": Asked("speech", "They saw her at home, her mother says"),
}


def tell_agencies(story: Story, child: Child, place: Place, today: date) -> None:
    """Recommendations of the newest report, a mother's consent, and a request that waits for one."""
    by = place.senco().as_actor()
    name = child.called.split()[0]
    for kind, words, page in RECOMMENDED.get(name, ()):
        values = {"kind": kind, "words": words, "page": page}
        actions.add_recommendation(report=child.reports.latest("dated_on"), values=values, by=by)
    for purpose in CONSENTED.get(name, ()):
        _consent(story, child, purpose, place, today)
    if name in TO_ASK:
        actions.request_report(
            child=child,
            agency=place.agencies[story.seen[0].kind],
            kind=RequestKind.REPORT,
            because=TO_ASK[name],
            by=by,
        )

    if name in ON_THEIR_WAY:
        _on_its_way(ON_THEIR_WAY[name], story, child, place, today)


def _on_its_way(asked: Asked, story: Story, child: Child, place: Place, today: date) -> None:
    by = place.senco().as_actor()
    _consent(story, child, ConsentPurpose.ASK_REPORT, place, today, asked.kind)
    request = actions.request_report(
        child=child,
        agency=place.agencies[asked.kind],
        kind=RequestKind.REPORT,
        because=asked.because,
        raised_on=weeks_ago(today, asked.asked or 0),
        by=by,
    )
    if asked.asked is None:
        return
    on = weeks_ago(today, asked.asked)
    actions.mark_asked(request=request, asked_on=on, asked_how="Letter 1 by post", by=by)
    for number, weeks in enumerate(asked.chased, start=2):
        on, how = weeks_ago(today, weeks), f"Letter {number} by post"
        actions.mark_chased(request=request, chased_on=on, how=how, by=by)
    if asked.parent is not None:
        on, contact = weeks_ago(today, asked.parent), child.contacts.get(name=story.contacts[0][0])
        actions.ask_parents(request=request, contact=contact, asked_on=on, how="At pick-up", by=by)
    if asked.came or asked.writes_none:
        professional = place.agencies[asked.kind].professionals.get()
        link, _ = make_request_link(request=request, professional=professional, by=TELLER)
        if asked.came:
            _sends(link, child, days_ago(today, 6))
        else:
            values = {"kind": AnswerKind.NO_REPORT, "words": asked.writes_none}
            actions.answer_request(link=link, values=values, by=link.holder())


def _sends(link: ReportRequestLink, child: Child, dated_on: date) -> None:
    """Through the agency's own door: the file is looked through as any other."""
    words = f"Report about {child.legal_name}. Sits with feet flat and a firm back."
    file = examine(one_page(words), "Report.pdf")
    actions.send_report(link=link, file=file, dated_on=dated_on, checked=True, by=link.holder())


def _consent(
    story: Story,
    child: Child,
    purpose: ConsentPurpose,
    place: Place,
    today: date,
    kind: str = "",
) -> None:
    actions.record_consent(
        child=child,
        values={
            "agency": place.agencies[kind or story.seen[0].kind],
            "contact": child.contacts.get(name=story.contacts[0][0]),
            "purpose": purpose,
            "answer": ConsentAnswer.GIVEN,
            "what_may_be_shared": "The plan and the record of intervention",
            "basis": "Birth certificate seen",
            "how": ConsentHow.PAPER,
            "given_on": weeks_ago(today, 12),
            "until_on": None,
        },
        by=place.team[story.key_person].as_actor(),
    )
