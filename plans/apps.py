"""Tells Django about this floor, and the floor of facts about the decision that rests on them."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "plans"

    def ready(self) -> None:
        from children.actions import on_facts_changed
        from plans.actions.decision import decide_afresh

        on_facts_changed(decide_afresh)
