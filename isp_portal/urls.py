"""Every address of the portal."""

from django.conf import settings
from django.urls import include, path

urlpatterns = [
    path("", include("isp_portal.dashboards.urls")),
    path("account/", include("accounts.urls")),
    path("sign-in/", include("allauth.urls")),
    path("children/", include("children.urls")),
    path("agencies/", include("agencies.urls")),
    path("plans/", include("plans.urls")),
    path("reviews/", include("reviews.urls")),
    path("papers/", include("isp_portal.documents.urls")),
    path("", include("isp_portal.sharing.urls")),
]
if settings.MODE != "production":
    urlpatterns.append(path("demo/", include("isp_portal.demo.urls")))

handler400 = "isp_portal.errors.bad_request"
handler403 = "isp_portal.errors.forbidden"
handler404 = "isp_portal.errors.not_found"
handler500 = "isp_portal.errors.server_error"
