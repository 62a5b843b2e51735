"""What agencies recommend, what parents consented to, and what is still to be asked for."""

from datetime import date

from agencies import actions
from agencies.models import (
    ConsentAnswer,
    ConsentHow,
    ConsentPurpose,
    RecommendationKind,
    RequestKind,
)
from children.models import Child
from isp_portal.demo.stories.cast import Story
from isp_portal.demo.stories.days import weeks_ago
from isp_portal.demo.stories.places import Place

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


def _consent(
    story: Story, child: Child, purpose: ConsentPurpose, place: Place, today: date
) -> None:
    actions.record_consent(
        child=child,
        values={
            "agency": place.agencies[story.seen[0].kind],
            "contact": child.contacts.get(name=story.contacts[0][0]),
            "purpose": purpose,
            "answer": ConsentAnswer.GIVEN,
            "what_may_be_shared": "The plan and the record of intervention",
            "basis": "Birth certificate seen",
            "how": ConsentHow.PAPER,
            "given_on": weeks_ago(today, 8),
            "until_on": None,
        },
        by=place.team[story.key_person].as_actor(),
    )
