"""Tells Django about this floor."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "plans"
