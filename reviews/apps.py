"""Tells Django about this floor."""

from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    name = "reviews"

    def ready(self) -> None:
        from accounts.actions.outbox import register_kind
        from reviews.actions.invitations import REVIEW_INVITATION

        register_kind(REVIEW_INVITATION)
