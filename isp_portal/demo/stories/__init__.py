"""Stories for trying the portal: made-up people, told with the portal's own actions, from today."""

from .tell import tell_everything

__all__ = ["tell_everything"]
