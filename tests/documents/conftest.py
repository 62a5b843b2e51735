"""Each sample plan is made into a PDF once for all tests that read it."""

from collections.abc import Iterator

import pytest

from isp_portal.documents import renderer
from isp_portal.documents.paper import plan_pdf
from tests.documents.records import WRITTEN_PLAN
from tests.documents.samples import LONG_PLAN, PLAN


@pytest.fixture(scope="session", autouse=True)
def _worker_is_closed() -> Iterator[None]:
    yield
    renderer.close_worker()


@pytest.fixture(scope="session")
def plan_paper() -> bytes:
    return plan_pdf(PLAN)


@pytest.fixture(scope="session")
def long_paper() -> bytes:
    return plan_pdf(LONG_PLAN)


@pytest.fixture(scope="session")
def written_paper() -> bytes:
    """The plan with its record filled in."""
    return plan_pdf(WRITTEN_PLAN)
