"""A group of two settings, and Ruth, who manages both and sees the group's counts."""

from datetime import date, timedelta

from accounts.actions.groups import create_group, let_manage_group, put_in_group
from accounts.models import EarlyYearsSetting, Membership
from accounts.rules.roles import Role
from isp_portal.demo.stories.places import TELLER

MANAGER, HERS, HELPS_AT = "Ruth Lindqvist", "Acorns Nursery", "Oaks Pre-school"


def tell_group(today: date) -> None:
    """Both settings stand on one page of counts, and their manager switches between them."""
    group = create_group(name="Harrowby Nurseries", by=TELLER)
    ruth = Membership.objects.get(setting__name=HERS, user__full_name=MANAGER).user
    for setting in EarlyYearsSetting.objects.filter(is_demo=True, name__in=(HERS, HELPS_AT)):
        put_in_group(group=group, setting=setting, by=TELLER)
        if setting.name == HELPS_AT:
            Membership(
                user=ruth,
                setting=setting,
                roles=[Role.MANAGER.value],
                joined_on=today - timedelta(days=200),
            ).record(by=TELLER)
    let_manage_group(group=group, user=ruth, by=TELLER)
