"""Groups of settings for the tests."""

from accounts.actions import groups
from accounts.models import SettingGroup, User
from tests.people import STORY, Cast


def group_of(people: Cast) -> SettingGroup:
    """Acorns and Oaks, managed by Ruth."""
    group = groups.create_group(name="Harrowby Nurseries", by=STORY)
    for setting in (people.acorns, people.oaks):
        groups.put_in_group(group=group, setting=setting, by=STORY)
    groups.let_manage_group(group=group, user=people.ruth.user, by=STORY)
    return group


def managed_by_everybody(people: Cast) -> SettingGroup:
    """The same, and everybody may see its counts."""
    group = group_of(people)
    for user in User.objects.all():
        groups.let_manage_group(group=group, user=user, by=STORY)
    return group
