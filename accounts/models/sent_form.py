"""Forms that were sent, so that two presses, a retry, or back and send again make one record."""

import uuid

from django.db import models


class SentForm(models.Model):
    """The mark that a form carried and the record that it made. Holds nothing that was typed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    made_id = models.UUIDField(null=True, editable=False)
    sent_at = models.DateTimeField(auto_now_add=True, db_index=True)
    sent_by = models.CharField(max_length=64)

    def __str__(self) -> str:
        return str(self.pk)
