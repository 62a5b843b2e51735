"""Telling every story once, in one transaction: all of them or none."""

from datetime import date

from django.db import transaction

from accounts.actions import change_setting
from accounts.models import EarlyYearsSetting
from accounts.rules.roles import Role
from children import actions as children
from children.models import Child
from isp_portal.demo.stories.agencies import tell_agencies
from isp_portal.demo.stories.cast import ACORNS, CHILDMINDER, OAKS, Story
from isp_portal.demo.stories.child import answer_questions, receive, tell_child
from isp_portal.demo.stories.days import weeks_ago
from isp_portal.demo.stories.groups import tell_groups
from isp_portal.demo.stories.places import (
    TELLER,
    Place,
    settle,
    with_agencies,
)
from isp_portal.demo.stories.plan import tell_plan
from isp_portal.demo.stories.record import tell_record
from isp_portal.demo.stories.register import tell_import, tell_print
from isp_portal.demo.stories.review import tell_review
from isp_portal.demo.stories.several import tell_group
from isp_portal.demo.stories.share import tell_share
from isp_portal.demo.stories.visits import tell_visit

ACORNS_TEAM = {
    "Kemi Adebayo": (Role.KEY_PERSON,),
    "Dele Okafor": (Role.KEY_PERSON,),
    "Sam Whitlock": (Role.SENCO,),
    "Ruth Lindqvist": (Role.MANAGER,),
    "Hannah Price": (Role.PRACTITIONER,),
}


@transaction.atomic
def tell_everything(today: date) -> int:
    """Tells the stories and answers how many children they are about; 0 when told before."""
    if EarlyYearsSetting.objects.filter(is_demo=True).exists():
        return 0
    told = sum(len(told) for told in (_acorns(today), _oaks(today), _childminder(today)))
    tell_group(today)
    return told


def _acorns(today: date) -> list[Child]:
    rooms = ("Orchard", "Meadow")
    place = settle("Acorns Nursery", "14 Mill Lane, Harrowby HB4 2QT", ACORNS_TEAM, rooms, today)
    children.add_room_staff(
        room=place.rooms["Orchard"],
        member=place.team["Hannah Price"],
        from_on=weeks_ago(today, 40),
        by=TELLER,
    )
    with_agencies(place)
    change_setting(
        setting=place.setting,
        values={"may_email_copies": True},
        seen_version=place.setting.row_version,
        by=place.team["Ruth Lindqvist"].as_actor(),
    )
    told = _tell(ACORNS, place, today)
    tell_import(told[0], place, today)
    tell_print(place, today)
    return told


def _oaks(today: date) -> list[Child]:
    team = {"Olga Petrenko": (Role.MANAGER, Role.SENCO, Role.KEY_PERSON)}
    place = settle("Oaks Pre-school", "3 Church Road, Harrowby HB2 7LD", team, ("Owls",), today)
    return _tell(OAKS, place, today)


def _childminder(today: date) -> list[Child]:
    team = {"Mo Rahman": (Role.MANAGER, Role.SENCO, Role.KEY_PERSON)}
    address = "27 Larch Close, Harrowby HB1 9RS"
    place = settle("Mo's Childminding", address, team, ("Home",), today)
    return _tell(CHILDMINDER, place, today)


def _tell(stories: tuple[Story, ...], place: Place, today: date) -> list[Child]:
    told = [tell_child(story, place, today) for story in stories]
    if any(story.on_map for story in stories):
        named = [child for story, child in zip(stories, told, strict=True) if story.on_map]
        tell_groups(named, place, today)
    for story, child in zip(stories, told, strict=True):
        answer_questions(story, child, place, today)
        if story.later_report:
            receive(story.later_report, child, place, today)
        tell_agencies(story, child, place, today)
        tell_visit(child, place, today)
        plan = tell_plan(story, child, place, today)
        if plan is not None and not story.is_draft:
            tell_record(story, child, plan, place, today)
            tell_review(story, child, plan, place, today)
            tell_share(story, child, plan, place, today)
    return told
