"""How a file of others is handed out: as an attachment, sealed, under a name that tells of nobody."""

from django.http import HttpResponse

SEALED = "sandbox; default-src 'none'; frame-ancestors 'none'"


def handed_out(content: bytes, content_type: str, name: str) -> HttpResponse:
    """The file, to be saved and opened elsewhere."""
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
