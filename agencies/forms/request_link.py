"""To which professional a link to a request is sent."""

from typing import Any

from accounts.forms.base import OnceForm
from agencies.forms.choices import professional_field
from agencies.models import Professional, ReportRequest


class SendLinkForm(OnceForm):
    professional = professional_field("Send it to")

    def __init__(self, *args: Any, asked: ReportRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["professional"]
        field.required = True
        field.error_messages["required"] = "Choose to whom the link goes"
        offered = Professional.objects.filter(agency=asked.agency_id, ended_on__isnull=True)
        field.queryset = offered.select_related("agency")  # type: ignore[attr-defined]
