"""Tells Django about this room."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "isp_portal.demo"
    label = "demo"
