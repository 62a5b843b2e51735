"""Tells Django about this room."""

from django.apps import AppConfig


class DashboardsConfig(AppConfig):
    name = "isp_portal.dashboards"
    label = "dashboards"
