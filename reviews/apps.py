"""Tells Django about this floor."""

from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    name = "reviews"

    def ready(self) -> None:
        from accounts.actions.batches import register_batch
        from accounts.actions.outbox import register_kind
        from children.actions import on_facts_changed
        from plans.actions.cycles import on_cycle_ended
        from reviews.actions.calling_off import (
            REVIEW_CANCELLATION,
            call_off_meeting_of,
            call_off_meetings,
        )
        from reviews.actions.invitations import REVIEW_INVITATION
        from reviews.actions.planning_several import KIND

        on_facts_changed(call_off_meetings)
        on_cycle_ended(call_off_meeting_of)
        register_kind(REVIEW_INVITATION)
        register_kind(REVIEW_CANCELLATION)
        register_batch(KIND)
