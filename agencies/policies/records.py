"""What may be done to an agency's records in the state they are in."""

from accounts.rules.refusal import Refused
from agencies.models import Advice, AdvisedBy, Agency, Involvement, Report
from children.models import Child


def check_can_involve(child: Child, agency: Agency, *, besides: Involvement | None = None) -> None:
    """An agency of the child's own setting, with one open involvement at a time."""
    if agency.setting_id != child.setting_id:
        raise Refused("Choose one of the agencies in the list.", "agency")
    already = Involvement.objects.filter(child=child, agency=agency, discharged_on__isnull=True)
    if besides is not None:
        already = already.exclude(pk=besides.pk)
    if already.exists():
        raise Refused(
            f"{agency.name} is already on {child.called}'s record. Change that entry instead.",
            "agency",
        )


def check_can_change_report(report: Report) -> None:
    """A withdrawn report stays as it was."""
    if report.withdrawn_on:
        raise Refused("This report is withdrawn. Record it again if it holds after all.")


def can_change_report(report: Report) -> bool:
    return report.withdrawn_on is None


def check_can_confirm_advice(advice: Advice) -> None:
    """The SENCO confirms an outside professional's advice, once."""
    if advice.withdrawn_on:
        raise Refused("This advice is withdrawn.")
    if advice.advised_by == AdvisedBy.INCLUSION_TEAM:
        raise Refused("The inclusion team's advice counts at once.")
    if advice.confirmed_at:
        raise Refused(f"{advice.confirmed_by} has confirmed this already.")


def can_confirm_advice(advice: Advice) -> bool:
    try:
        check_can_confirm_advice(advice)
    except Refused:
        return False
    return True


def check_can_withdraw_advice(advice: Advice) -> None:
    if advice.withdrawn_on:
        raise Refused("This advice is withdrawn already.")


def can_withdraw_advice(advice: Advice) -> bool:
    return advice.withdrawn_on is None
