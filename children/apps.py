"""Tells Django about this floor."""

from django.apps import AppConfig


class ChildrenConfig(AppConfig):
    name = "children"

    def ready(self) -> None:
        from accounts.actions.batches import register_batch
        from children.actions.register.in_steps import KIND

        register_batch(KIND)
