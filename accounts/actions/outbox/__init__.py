"""The outbox: a mail is queued with what it tells of, sent by the worker, and then marked."""

from .delivering import deliver_due
from .kinds import MailKind, label_of, on_mail_waiting, register_kind
from .queueing import look_again, queue_mail, stop_mails, try_mail_again, written

__all__ = [
    "MailKind",
    "deliver_due",
    "label_of",
    "look_again",
    "on_mail_waiting",
    "queue_mail",
    "register_kind",
    "stop_mails",
    "try_mail_again",
    "written",
]
