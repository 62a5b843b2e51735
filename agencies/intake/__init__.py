"""The one door through which files of others come in, are kept and are read again.

`examiner` hands a file to a bounded process of its own (`child`), the only place that parses it;
`store` keeps what passed under a random name. Nothing here knows a model or a page.
"""
