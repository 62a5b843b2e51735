"""Tells Django about this floor."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"
