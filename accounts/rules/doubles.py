"""Whether a database refused a row because there is one like it, on either database."""


def is_double(error: Exception) -> bool:
    """Did a unique value stand already? Anything else that a database refuses is a fault of ours."""
    cause = error.__cause__
    postgres = getattr(cause, "sqlstate", None) == "23505"
    sqlite = getattr(cause, "sqlite_errorname", "") in (
        "SQLITE_CONSTRAINT_UNIQUE",
        "SQLITE_CONSTRAINT_PRIMARYKEY",
    )
    return postgres or sqlite
