"""Who looked: the way every page that shows a child is answered."""

from collections.abc import Iterable
from typing import Any

from allauth.account.adapter import get_adapter
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header

from accounts.rules.sheets import Table, csv_lines, workbook
from children.actions.access_log import Seen, log_access
from children.models import Child

CSV = "text/csv; charset=utf-8"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show(
    request: Any,
    template: str,
    context: dict[str, Any],
    *,
    children: Iterable[Seen],
    status: int = 200,
) -> HttpResponse:
    """Renders the page, then logs who saw which children under which right, in one event."""
    response = render(request, template, context, status=status)
    note_seen(request, children)
    return response


def hand_out(request: Any, table: Table, kind: str, *, children: Iterable[Seen]) -> HttpResponse:
    """The table as a file to keep: `csv`, or else `xlsx`. Taking it is logged like opening a page."""
    is_csv = kind == "csv"
    content = b"".join(csv_lines(table)) if is_csv else workbook(table)
    response = HttpResponse(content, content_type=CSV if is_csv else WORKBOOK)
    name = f"{table.name}.{'csv' if is_csv else 'xlsx'}"
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    note_seen(request, children)
    return response


def note_seen(request: Any, children: Iterable[Seen]) -> None:
    """Logs a paper or download that showed children; pages do it through `show`.

    Whoever came in by a secret link is its holder, and looks under the link's right.
    """
    match = request.resolver_match
    member = request.membership
    log_access(
        setting=member.setting if member else request.link.setting,
        children=children,
        page=match.view_name,
        under_right=member.role_words if member else request.link.right_words,
        from_address=get_adapter(request).get_client_ip(request),
        by=request.actor,
    )


def child_or_404(request: Any, child_id: Any) -> Child:
    """The door to one child: whoever may not see the child is told that it is not there."""
    return get_object_or_404(
        Child.objects.visible_to(request.membership).select_related("setting", "room"), pk=child_id
    )
