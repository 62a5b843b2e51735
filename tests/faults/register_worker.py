"""Workers that bring a register in, or take it back, and are killed in a step, again and again.

Run by `test_register_kills.py` with how often and a way. Each life is a process of its own; it is
killed in its second step, when the children of that step are written and not yet marked as done.
With `mark_apart` the mark stands outside the step's transaction: the negative control.
"""

import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import django


def prepare(way: str) -> None:
    from django.db import transaction

    from accounts.actions.batches import register_batch, working
    from children.actions.register import in_steps, undoing_in_steps

    working.CLAIM_LASTS = timedelta(0)  # the next life need not wait
    if way == "mark_apart":
        for kind in (in_steps.KIND, undoing_in_steps.KIND):
            register_batch(replace(kind, is_slow=True))
        # The mark's transaction is not theirs, so they have one of their own.
        undoing, adding = undoing_in_steps._Undoing, in_steps._Adding
        for work, name in ((undoing, "do"), (undoing, "end"), (adding, "end")):
            setattr(work, name, transaction.atomic(getattr(work, name)))


def live(is_killed: bool) -> int:
    """One life, which ends by a kill or with empty hands."""
    from accounts.actions.batches import work_due
    from accounts.models import Batch
    from children.actions.register import undoing_in_steps
    from children.actions.register.bringing import Bringing

    steps = 0

    def then_dies(step: Callable[..., Any]) -> Callable[..., Any]:
        def killed_in_the_second(*given: Any) -> Any:
            nonlocal steps
            steps += 1
            done = step(*given)
            if is_killed and steps == 2:
                os.kill(os.getpid(), signal.SIGKILL)
            return done

        return killed_in_the_second

    Bringing.bring = then_dies(Bringing.bring)  # type: ignore[method-assign]
    undoing = undoing_in_steps._Undoing
    undoing.do = then_dies(undoing.do)  # type: ignore[method-assign]
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
            assert status == 0, "A worker fell over, and nobody had killed it."
            return count


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "isp_portal.settings")
    django.setup()
    prepare(sys.argv[2])
    print(lives(int(sys.argv[1])))
