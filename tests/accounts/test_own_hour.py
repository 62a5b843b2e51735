"""A SENCO says how many minutes a week she has."""

from collections.abc import Callable

from django.test import Client

from tests.people import Cast

Browse = Callable[..., Client]


def test_a_senco_says_how_many_minutes_she_has(people: Cast, browse: Browse) -> None:
    sam = browse(people.sam)
    form = {"hour_minutes": "25", "seen_version": people.sam.row_version}
    assert sam.post("/account/my-hour/", form)["Location"] == "/"
    assert "Your 25 minutes this week" in sam.get("/due/").content.decode()
    wrong = sam.post("/account/my-hour/", {**form, "hour_minutes": "5000"}).content.decode()
    assert "Write a number of minutes from 10 to 600" in wrong
    assert browse(people.ruth).get("/account/my-hour/").status_code == 403
