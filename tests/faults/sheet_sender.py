"""One of several browsers that send the same record sheet: run by `test_sheet_sends.py`.

With `careful` every send carries the sheet's own token; with `careless` each carries a token of
its own: the negative control.
"""

import os
import sys
from datetime import date, timedelta
from uuid import UUID, uuid4

import django


def send(child_id: str, member_id: str, token: str, times: int, way: str) -> None:
    from accounts.models import Membership
    from children.models import Child
    from reviews.actions import SheetRow, record_sheet
    from reviews.queries.plan_lines import plan_in_force
    from reviews.rules.help import HelpLevel

    child = Child.objects.get(pk=child_id)
    member = Membership.objects.get(pk=member_id)
    now, today = plan_in_force(child), date.fromisoformat(sys.argv[6])
    lines = {line.key: HelpLevel.SOME for line in now.lines} if now else {}
    days = [today - timedelta(days=n) for n in (2, 1, 0)]
    for _ in range(times):
        record_sheet(
            child=child,
            rows=[SheetRow(on, member, lines, words="Pointed at the cup.") for on in days],
            form_token=UUID(token) if way == "careful" else uuid4(),
            by=member.as_actor(),
        )


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "isp_portal.settings")
    django.setup()
    send(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]), sys.argv[5])
