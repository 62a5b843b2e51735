"""The languages room as Django knows it."""

from django.apps import AppConfig


class LanguagesConfig(AppConfig):
    name = "isp_portal.languages"
    label = "languages"
