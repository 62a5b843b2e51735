"""Tells Django about this room, for its command."""

from django.apps import AppConfig


class BenchConfig(AppConfig):
    name = "isp_portal.bench"
    label = "bench"
