"""What happens to files while a request is still arriving, before any page sees them."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest, HttpResponseBase

from agencies.intake.kinds import MOST_BYTES
from isp_portal.errors import too_large

MOST_READ = 4 * MOST_BYTES
"""Bytes of a request with files that are read at all."""


class InMemoryUpToTheCap(FileUploadHandler):
    """Keeps the files of a request in memory, nothing on disk, up to `MOST_BYTES` for all of them.

    A larger file is read past; what is left of it is just too large to come in, so that the form
    says so beside the field.
    """

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self.kept = 0
        self.file = BytesIO()

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.file = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        part = raw_data[: MOST_BYTES + 1 - self.kept]
        self.kept += self.file.write(part)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        self.file.seek(0)
        return InMemoryUploadedFile(
            file=self.file,
            field_name=self.field_name,
            name=self.file_name,
            content_type=self.content_type,
            size=self.file.getbuffer().nbytes,
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )


class RefuseHugeRequests:
    """Answers a request that announces too much at once, before a byte of it is read.

    Without an announced length Django reads nothing, so the announcement is enough.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if _announced(request) > MOST_READ:
            return too_large(request)
        return self.get_response(request)


def _announced(request: HttpRequest) -> int:
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0
