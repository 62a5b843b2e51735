"""Workers that bring a register in and are killed in a step, again and again.

Run by `test_register_kills.py` with how often and a way. Each life is a process of its own; it is
killed in its second step, when the children of that step are written and not yet marked as done.
With `mark_apart` the mark stands outside the step's transaction: the negative control.
"""

import os
import signal
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import django


def prepare(way: str) -> None:
    from accounts.actions.batches import register_batch, working
    from children.actions.register.in_steps import KIND

    working.CLAIM_LASTS = timedelta(0)  # the next life need not wait
    if way == "mark_apart":
        register_batch(replace(KIND, is_slow=True))


def live(is_killed: bool) -> int:
    """One life, which ends by a kill or with empty hands."""
    from accounts.actions.batches import work_due
    from accounts.models import Batch
    from children.actions.register.bringing import Bringing

    bring, steps = Bringing.bring, 0

    def bring_and_die(self: Bringing, rows: Sequence[Any]) -> None:
        nonlocal steps
        steps += 1
        bring(self, rows)
        if is_killed and steps == 2:
            os.kill(os.getpid(), signal.SIGKILL)

    Bringing.bring = bring_and_die  # type: ignore[method-assign]
    while Batch.objects.waiting().exists():
        work_due()
        time.sleep(0.02)
    return 0


def lives(kills: int) -> int:
    """How many there were until one ended in peace."""
    count = 0
    while True:
        count += 1
        child = os.fork()
        if child == 0:
            os._exit(live(count <= kills))
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            return count


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "isp_portal.settings")
    django.setup()
    prepare(sys.argv[2])
    print(lives(int(sys.argv[1])))
