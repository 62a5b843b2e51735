"""Groups of settings: which settings are in one, and who may see its counts."""

from django.db import transaction

from accounts.models import EarlyYearsSetting, GroupManager, GroupPlace, SettingGroup, User
from accounts.rules.actor import Actor
from accounts.rules.refusal import Refused


@transaction.atomic
def create_group(*, name: str, by: Actor) -> SettingGroup:
    """The group of this name, made now or before."""
    found = SettingGroup.objects.filter(name__iexact=name).first()
    return found or SettingGroup(name=name).record(by=by, why="Created")


@transaction.atomic
def put_in_group(*, group: SettingGroup, setting: EarlyYearsSetting, by: Actor) -> GroupPlace:
    """The setting's counts stand on the group's page. `Refused` while it is in another group."""
    place = GroupPlace.objects.filter(setting=setting).select_related("group").first()
    if place and place.group_id != group.pk:
        raise Refused(f"{setting} is in the group {place.group} already.")
    return place or GroupPlace(group=group, setting=setting).record(by=by, why="Joined the group")


@transaction.atomic
def take_out_of_group(*, group: SettingGroup, setting: EarlyYearsSetting, by: Actor) -> None:
    """The setting's counts are no longer on the group's page."""
    for place in GroupPlace.objects.filter(group=group, setting=setting):
        place.remove(by=by, why="Left the group")


@transaction.atomic
def let_manage_group(*, group: SettingGroup, user: User, by: Actor) -> GroupManager:
    """From now on this person sees the counts of the group, and no child of any setting by it."""
    found = GroupManager.objects.filter(group=group, user=user).first()
    if found and not found.is_ended:
        return found
    found = found or GroupManager(group=group, user=user)
    found.is_ended = False
    return found.record(by=by, why="May see the group's counts")


@transaction.atomic
def end_managing_group(*, group: SettingGroup, user: User, by: Actor) -> None:
    """This person sees the counts no longer."""
    for found in GroupManager.objects.filter(group=group, user=user, is_ended=False):
        found.is_ended = True
        found.record(by=by, why="May no longer see the group's counts")
