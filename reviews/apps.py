"""Tells Django about this floor."""

from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    name = "reviews"

    def ready(self) -> None:
        from accounts.actions.batches import register_batch
        from accounts.actions.outbox import register_kind
        from reviews.actions.invitations import REVIEW_INVITATION
        from reviews.actions.planning_several import KIND

        register_kind(REVIEW_INVITATION)
        register_batch(KIND)
