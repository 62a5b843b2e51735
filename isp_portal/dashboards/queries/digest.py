"""The weekly email: what is due for one reader, in counts and initials. No child's name is in it."""

from collections.abc import Sequence
from datetime import date

from django.conf import settings
from django.urls import reverse

from accounts.actions.outbox import written
from accounts.models import Membership
from accounts.rules.outbox import Letter
from accounts.rules.roles import Permission
from isp_portal.dashboards.rules.digest import DigestLine, digest_lines

from .dashboard import EVERYTHING, lists_due


def digest_of(member: Membership, today: date) -> Letter | None:
    """The letter for this member; None while nothing is due for the children whom they see."""
    lines = digest_lines(lists_due(member, EVERYTHING, today)[1])
    return _letter(member, lines) if lines else None


def _letter(member: Membership, lines: Sequence[DigestLine]) -> Letter:
    sees_all = member.may(Permission.VIEW_ALL_CHILDREN)
    start = settings.SITE_ADDRESS.rstrip("/")
    words = {
        "name": member.user.full_name,
        "setting": member.setting.name,
        "lines": lines,
        "total": sum(line.count for line in lines),
        "page": start + reverse("dashboards:due" if sees_all else "dashboards:home"),
        "own_page": start + reverse("accounts:me"),
    }
    return written("emails/due_digest", words)
