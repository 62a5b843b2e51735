"""The server does not search what it has loaded, nor everything that a page makes."""

import os

from isp_portal.garbage import MADE_BETWEEN_SEARCHES
from tests.migrated import python

SAYS = "import gc, isp_portal.wsgi; print(*gc.get_threshold(), gc.get_freeze_count())"


def test_the_server_leaves_alone_what_it_has_loaded() -> None:
    first, *others, frozen = map(
        int, python({**os.environ, "ISP_MODE": "test"}, "-c", SAYS).split()
    )
    assert first == MADE_BETWEEN_SEARCHES
    assert others == [10, 10]
    assert frozen > 100_000
