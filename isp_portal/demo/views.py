"""The gallery of parts: every component once, with made-up words and no database."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.access import open_to_all
from isp_portal.demo.gallery import gallery_page


@open_to_all
def gallery(request: HttpRequest) -> HttpResponse:
    """Every part that pages are built of, on one page."""
    return render(request, "demo/gallery.html", gallery_page())
