"""`bench`: how fast the portal is here, each figure beside its floor from the same run."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from isp_portal.bench.floors import rows_counted
from isp_portal.bench.made_up import make_up
from isp_portal.bench.measuring import Figures, measure, table
from isp_portal.bench.own_database import NoDatabase, own_database, own_files
from isp_portal.bench.rows import every_work
from isp_portal.documents.renderer import close_worker
from isp_portal.garbage import search_less

LEAST = 15
"""Repetitions below which a median says little."""


class Command(BaseCommand):
    help = (
        "Measures the portal on the configured kind of database, in a database of its own that is "
        "gone afterwards; the portal's data is not opened. Prints each figure beside its floor."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--repetitions", type=int, default=LEAST, help=f"at least {LEAST}")
        parser.add_argument(
            "--strict", action="store_true", help="fail when a figure is over its reach"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["repetitions"] < LEAST:
            raise CommandError(f"Fewer than {LEAST} repetitions say little.")
        try:
            with own_database(), own_files():
                figures = measured(options["repetitions"])
        except NoDatabase as refused:
            raise CommandError(str(refused)) from None
        finally:
            close_worker()
        self.stdout.write(f"{connection.vendor}, {options['repetitions']} repetitions")
        for line in table(row.columns for row in figures):
            self.stdout.write(line)
        over = [row.work.name for row in figures if row.verdict == "over"]
        if over and options["strict"]:
            raise CommandError(f"Over what is to be reached: {', '.join(over)}.")


def measured(repetitions: int) -> list[Figures]:
    """Every row, in a made-up nursery in whatever database is open."""
    works = every_work(make_up())
    rows_counted()
    search_less()  # as the server does
    return [measure(work, repetitions) for work in works]
