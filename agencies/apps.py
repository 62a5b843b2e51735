"""Tells Django about this floor."""

from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    name = "agencies"
