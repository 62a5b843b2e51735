"""The page of a group of settings: counts, and no child."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from accounts.access import signed_in
from accounts.models import SettingGroup
from isp_portal.dashboards.queries.group import group_page


@signed_in
@require_GET
def group(request: Any, group_id: UUID) -> HttpResponse:
    """`groups/<id>/`: for those who manage the group, members of its settings or not."""
    found = get_object_or_404(SettingGroup.objects.visible_to(request.user), pk=group_id)
    page = group_page(found, timezone.localdate())
    return render(request, "dashboards/group.html", {"page": page})
