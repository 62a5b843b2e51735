"""Workers for the outbox that are born again whenever they are killed.

Run by `test_mail_kills.py` with a folder and a way. Each life is a process of its own that runs
`manage.py db_worker`; its id stands in `<folder>/worker` for whoever wants to kill it. The claim
of a mail lasts a second, so that the next life need not wait. With `mark_first`, a mail is marked
before it is sent: the negative control. Ends when nothing waits any more.
"""

import os
import sys
import time
from datetime import timedelta
from pathlib import Path

import django

READY_FOR_NEXT = timedelta(seconds=1)


def prepare(way: str) -> None:
    from django.core.mail import DNS_NAME
    from django.core.management import load_command_class

    from accounts.actions.outbox import delivering
    from accounts.rules import outbox

    outbox.CLAIM_LASTS = READY_FOR_NEXT
    str(DNS_NAME)  # looked up once, not in every life
    load_command_class("accounts", "db_worker")
    if way == "mark_first":
        send, mark = delivering._send, delivering._mark_sent

        def mark_then_send(mail: object) -> None:
            mark(mail)  # type: ignore[arg-type]
            send(mail)  # type: ignore[arg-type]

        delivering._send, delivering._mark_sent = mark_then_send, lambda mail: None


def live(folder: Path) -> int:
    """One life: the id is written before any work, and it ends by a kill or with empty hands."""
    written = Path(folder, "being_written")
    written.write_text(str(os.getpid()))
    written.replace(Path(folder, "worker"))  # nobody reads half an id
    from django.core.management import call_command

    from accounts.models import OutboxMail

    while OutboxMail.objects.waiting().exists():
        call_command("db_worker", batch=True, interval=0.05, startup_delay=False, verbosity=0)
        time.sleep(0.1)
    return 0


def lives(folder: Path) -> int:
    """How many there were until one ended in peace. One that ended in an error ends it all."""
    count = 0
    while True:
        count += 1
        child = os.fork()
        if child == 0:
            os._exit(live(folder))
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            if status:
                sys.exit(f"Life {count} ended in an error.")
            return count


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "isp_portal.settings")
    django.setup()
    prepare(sys.argv[2])
    print(lives(Path(sys.argv[1])))
