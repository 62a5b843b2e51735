"""How papers are answered: a copy issued from a form, a sealed download, a page that only prints."""

from collections.abc import Callable
from typing import TypeVar

from django.http import HttpResponse

from accounts.forms.base import PortalForm
from isp_portal.documents.models import IssuedPaper
from isp_portal.documents.renderer import RenderFailed

SEALED = "sandbox; default-src 'none'; frame-ancestors 'none'"
PRINT_POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'; object-src 'none'"
)


Made = TypeVar("Made", bound=IssuedPaper)


def issued_by(form: PortalForm, issue: Callable[[], Made]) -> tuple[Made | None, str]:
    """What a valid form issues; else None, and in words why no PDF could be made."""
    made: list[Made] = []
    try:
        if form.is_valid() and form.saves(lambda: made.append(issue())):
            return made[0], ""
    except RenderFailed as failure:
        return None, str(failure)
    return None, ""


def download(content: bytes, name: str, content_type: str = "application/pdf") -> HttpResponse:
    """The file to be saved. `name` must tell of nobody."""
    return HttpResponse(
        content,
        content_type=content_type,
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Content-Security-Policy": SEALED,
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
        },
    )


def print_page(html: str) -> HttpResponse:
    """A page of linked styles alone, for the browser's own printing."""
    return HttpResponse(html, headers={"Content-Security-Policy": PRINT_POLICY})
