"""The report that a write is about, as it is stored now."""

from agencies.models import Report
from agencies.policies import check_can_change_report
from children.models import Child
from children.policies import check_can_change


def held_report(report: Report) -> Report:
    """The report as it is stored now, its child locked until the transaction ends."""
    child = Child.objects.select_for_update().get(pk=report.child_id)
    check_can_change(child)
    stored = Report.objects.get(pk=report.pk)
    check_can_change_report(stored)
    stored.child = child
    return stored
