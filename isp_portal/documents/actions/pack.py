"""One print for several children: a paper of each, drawn or taken as issued, joined to one file."""

import json
from collections.abc import Sequence
from datetime import date

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from accounts.actions.batches import BatchKind, start_batch
from accounts.intake.process import run_bounded
from accounts.models import Batch, Membership
from accounts.rules.actor import Actor
from accounts.rules.refusal import Refused
from accounts.rules.roles import Permission
from children.actions.for_each import child_in_care
from children.models import Child
from isp_portal.documents import paper
from isp_portal.documents.joining import MOST_JOINED, TWO_SIDED
from isp_portal.documents.models import IssuedDocument, PackOf
from isp_portal.documents.queries import FileDamaged, file_of, sheet_facts, stored_file
from isp_portal.documents.queries.pack import PaperOf, papers_of
from isp_portal.documents.renderer import RenderFailed
from plans.models import SupportPlan

from .minutes import issue_minutes
from .plan import issue_plan

PRINT_SEVERAL = "print_several"
JOIN_SECONDS = 60.0
NOTHING = "Nothing could be printed. Each child says why."
TOO_MUCH = "Together these papers are too large for one file. Print fewer children at a time."


@transaction.atomic
def print_papers(
    *,
    membership: Membership,
    children: Sequence[Child],
    of: PackOf,
    monday: date,
    issue_missing: bool,
    two_sided: bool,
    by: Actor,
) -> Batch:
    """Has the worker make one file of the papers of these children, in their order.

    `monday` is the week of record sheets. `issue_missing`: a plan or minutes of which no copy
    stands in the file are issued for it first; without, such a child is left out and told of.
    """
    return start_batch(
        setting=membership.setting,
        kind=PRINT_SEVERAL,
        keys=[child.pk for child in children],
        told={
            "of": of.value,
            "monday": monday.isoformat(),
            "issue_missing": issue_missing,
            "two_sided": two_sided,
        },
        by=by,
    )


class _Printing:
    """One print while the worker has it in hand. Each paper waits as a file of its own."""

    def __init__(self, batch: Batch, member: Membership) -> None:
        self.batch, self.member, self.told = batch, member, batch.told
        self.of, self.today = PackOf(batch.told["of"]), timezone.localdate()

    def do(self, keys: Sequence[str]) -> dict[str, str]:
        return {key: words for key in keys if (words := self._keep(key))}

    def _keep(self, key: str) -> str:
        """The child's paper kept as a part; or why there is none."""
        try:
            pdf = self._paper(key)
        except Refused as refusal:
            return refusal.sentence
        except (RenderFailed, FileDamaged) as failure:
            return str(failure)
        name = _part(self.batch, key)
        default_storage.delete(name)
        default_storage.save(name, ContentFile(pdf))
        return ""

    def _paper(self, key: str) -> bytes:
        child = child_in_care(self.member, key)
        found = papers_of([child], self.of, self.today)[child.pk]
        if refusal := found.refusal(may_issue=self.told["issue_missing"]):
            raise Refused(refusal)
        if self.of is PackOf.SHEETS:
            sheet = sheet_facts(child, date.fromisoformat(self.told["monday"]), self.today)
            assert sheet is not None  # a plan is in force: it was just read
            return paper.draw_sheet(sheet).pdf
        return file_of(found.issued or self._issue(found))

    def _issue(self, found: PaperOf) -> IssuedDocument:
        by = self.member.as_actor()
        if isinstance(found.source, SupportPlan):
            return issue_plan(plan=found.source, recipient=None, by=by)
        return issue_minutes(review=found.source, recipient=None, by=by)

    def end(self) -> str:
        """The joined file; its parts are gone then."""
        keys = self.batch.made_keys
        if not keys:
            raise Refused(NOTHING)
        names = dict(Child.objects.filter(pk__in=keys).values_list("pk", "legal_name"))
        by_key = {str(pk): name for pk, name in names.items()}
        parts = [(by_key[key], stored_file(_part(self.batch, key))) for key in keys]
        joined = _joined(parts, self.of.label, two_sided=self.told["two_sided"])
        whole = _whole(self.batch)
        default_storage.delete(whole)
        stored_as: str = default_storage.save(whole, ContentFile(joined))
        for key in keys:
            default_storage.delete(_part(self.batch, key))
        return stored_as


def _joined(parts: list[tuple[str, bytes]], title: str, *, two_sided: bool) -> bytes:
    head = {"title": title, "papers": [[name, len(pdf)] for name, pdf in parts]}
    sent = b"\n".join([json.dumps(head).encode(), b"".join(pdf for _, pdf in parts)])
    if len(sent) > MOST_JOINED:
        raise Refused(TOO_MUCH)
    joined = run_bounded(
        "isp_portal.documents.joining",
        TWO_SIDED if two_sided else "one-sided",
        sent,
        seconds=JOIN_SECONDS,
        most_answer=2 * MOST_JOINED,
    )
    if not joined:
        raise Refused(TOO_MUCH)
    return joined


def _part(batch: Batch, key: str) -> str:
    return f"packs/{batch.pk.hex}/{key}.pdf"


def _whole(batch: Batch) -> str:
    return f"packs/{batch.pk.hex}/all.pdf"


def forget_parts(batch: Batch, by: Actor) -> None:
    """A print that stopped leaves no paper behind."""
    for name in (*(_part(batch, key) for key in batch.keys), _whole(batch)):
        default_storage.delete(name)


KIND = BatchKind(
    name=PRINT_SEVERAL,
    label="Print for several children",
    permission=Permission.ISSUE_DOCUMENT,
    open=_Printing,
    page="dashboards:batch",
    gave_up=forget_parts,
    is_slow=True,
)
