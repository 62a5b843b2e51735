"""Tells Django about this floor."""

from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    name = "reviews"
