"""Advice to use, or not to use, an ISP (C1, C2)."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.rules.actor import Actor
from accounts.rules.refusal import Refused
from agencies.models import Advice
from agencies.policies import check_can_confirm_advice, check_can_withdraw_advice
from children.actions import facts_changed
from children.models import Child
from children.policies import check_can_change


@transaction.atomic
def record_advice(*, child: Child, values: dict[str, Any], by: Actor) -> Advice:
    """Records advice. The inclusion team's counts at once; a professional's counts when an agency
    is involved, else once the SENCO has confirmed it (C2). Works out the decision afresh. The same advice sent
    twice is kept once."""
    child = Child.objects.select_for_update().get(pk=child.pk)
    check_can_change(child)
    professional = values.get("professional")
    if professional is not None and professional.agency.setting_id != child.setting_id:
        raise Refused("Choose one of the professionals in the list.", "professional")
    standing = Advice.objects.filter(child=child, withdrawn_on__isnull=True)
    if already := standing.filter(**values).first():
        return already
    advice = Advice(child=child, **values).record(by=by, why="Recorded")
    facts_changed(child, by)
    return advice


@transaction.atomic
def confirm_advice(*, advice: Advice, by: Actor) -> Advice:
    """The SENCO lets a professional's advice count where no agency is involved (C2)."""
    check_can_change(advice.child)
    check_can_confirm_advice(advice)
    advice.confirmed_at = timezone.now()
    advice.confirmed_by = by.label
    advice.record(by=by, why="Confirmed")
    facts_changed(advice.child, by)
    return advice


@transaction.atomic
def withdraw_advice(*, advice: Advice, because: str, by: Actor) -> Advice:
    """From today the advice no longer counts; it stays on the record with the reason."""
    check_can_change(advice.child)
    check_can_withdraw_advice(advice)
    advice.withdrawn_on = timezone.localdate()
    advice.withdrawn_because = because
    advice.record(by=by, why=f"Withdrawn: {because}")
    facts_changed(advice.child, by)
    return advice
