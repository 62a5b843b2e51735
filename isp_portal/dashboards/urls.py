"""Addresses of the reading pages."""

from django.urls import path

from isp_portal.dashboards.views import child, children, guidance

app_name = "dashboards"
urlpatterns = [
    path("", children.home, name="home"),
    path("guidance/", guidance.guidance, name="guidance"),
    path("children/", children.children, name="children"),
    path("children/<uuid:child_id>/", child.child, name="child"),
]
