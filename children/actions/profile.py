"""The one-page profile, in the words of those who know the child."""

from django.db import transaction

from accounts.rules.actor import Actor
from children.models import Child, ChildProfile
from children.policies import check_can_change


@transaction.atomic
def write_profile(
    *, child: Child, values: dict[str, str], seen_version: int, by: Actor
) -> ChildProfile:
    """Writes the profile, or changes it. `StaleVersion` when somebody else saved first.

    `seen_version` is 0 for somebody who opened the form before there was a profile.
    """
    child = Child.objects.select_for_update().get(pk=child.pk)
    check_can_change(child)
    profile = ChildProfile.objects.filter(child=child).first()
    if profile is None:
        return ChildProfile(child=child, **values).record(by=by, why="Written")
    for name, words in values.items():
        setattr(profile, name, words)
    return profile.record(by=by, why="Changed", seen_version=seen_version)
