"""Settings of the properties: enough examples to find a slip, few enough for a second in all."""

from hypothesis import settings

settings.register_profile("rules", max_examples=150, deadline=None, derandomize=True)
settings.load_profile("rules")
