"""One of several browsers that send the same form: run by `test_double_sends.py`.

With `careful` the entry goes through the action; with `careless` each browser writes its own row
under a token of its own: the negative control.
"""

import os
import sys
from datetime import date
from uuid import UUID, uuid4

import django


def send(child_id: str, member_id: str, token: str, times: int, way: str) -> None:
    from accounts.models import Membership
    from children.models import Child
    from reviews.actions import record_entry
    from reviews.queries.plan_lines import plan_in_force
    from reviews.rules.help import HelpLevel

    child = Child.objects.get(pk=child_id)
    member = Membership.objects.get(pk=member_id)
    now = plan_in_force(child)
    for _ in range(times):
        record_entry(
            child=child,
            lines={line.key: HelpLevel.SOME for line in now.lines} if now else {},
            what_we_saw="Pointed at the cup.",
            seen_on=date.fromisoformat(sys.argv[6]),
            seen_by=member,
            form_token=UUID(token) if way == "careful" else uuid4(),
            by=member.as_actor(),
        )


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "isp_portal.settings")
    django.setup()
    send(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]), sys.argv[5])
