"""How a page of this room finds its child and leads back to the child's page."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from accounts.access import StaffRequest
from children.models import Child


def child_or_404(request: StaffRequest, child_id: UUID) -> Child:
    """The child, when this member may see it."""
    return get_object_or_404(Child.objects.visible_to(request.membership), pk=child_id)


def back_to(child: Child) -> HttpResponse:
    """The part of the child's page about agencies."""
    return redirect(reverse("dashboards:child", args=[child.pk]) + "#agencies")
