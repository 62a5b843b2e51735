"""What happens before every view: who acts, and whether this session may come in yet."""

from .acting import WhoIsActing
from .doorkeeper import Doorkeeper
from .link_origin import LinkOrigin

__all__ = ["Doorkeeper", "LinkOrigin", "WhoIsActing"]
