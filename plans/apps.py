"""Tells Django about this floor, and the floors below what rests on them: decisions, review dates."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "plans"

    def ready(self) -> None:
        from accounts.actions import on_calendar_changed
        from agencies.queries.cited import on_asked_where_cited
        from children.actions import on_facts_changed
        from plans.actions.cycles import work_windows_afresh
        from plans.actions.decision import decide_afresh
        from plans.queries.recommendations import plans_using, where_used

        on_asked_where_cited(where_used, plans_using)
        on_facts_changed(decide_afresh)
        on_calendar_changed(work_windows_afresh)
