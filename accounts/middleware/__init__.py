"""What happens before every view: who acts, and whether this session may come in yet."""

from .acting import WhoIsActing
from .doorkeeper import Doorkeeper

__all__ = ["Doorkeeper", "WhoIsActing"]
