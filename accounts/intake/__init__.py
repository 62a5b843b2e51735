"""How a file of others is opened: by a bounded process of its own, never by the one that serves.

`process` starts it, `bounds` is what it gives up before it reads, `packed` is how it looks at a zip
before unpacking. Nothing here knows a model or a page. Each floor brings what it looks for.
"""
