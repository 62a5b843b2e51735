"""How papers are answered: a sealed download, or a page that only prints."""

from django.http import HttpResponse

SEALED = "sandbox; default-src 'none'; frame-ancestors 'none'"
PRINT_POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'; object-src 'none'"
)


def download(pdf: bytes, name: str) -> HttpResponse:
    """The PDF to be saved. `name` must tell of nobody."""
    return HttpResponse(
        pdf,
        content_type="application/pdf",
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
