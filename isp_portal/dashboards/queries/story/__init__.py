"""The story of a child: everything that happened, newest first, paged by the database."""

from .page import ROWS_PER_PAGE, Story, newest, story
from .sources import Kind, kinds_for

__all__ = ["ROWS_PER_PAGE", "Kind", "Story", "kinds_for", "newest", "story"]
