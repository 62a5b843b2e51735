"""Two children of one name are told apart by their birthdays, wherever one is chosen."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from tests.people import Cast, child

Browse = Callable[..., Client]


def namesake(people: Cast) -> None:
    child(people.orchard, "Zofia Wisniewska Dabrowska", "", date(2023, 4, 3), people.dele)


@pytest.mark.parametrize("address", ["key-person", "reviews", "print"])
def test_where_several_are_chosen_a_namesake_says_the_birthday(
    address: str, people: Cast, browse: Browse
) -> None:
    namesake(people)
    ids = [row.child_id for row in people.dele.key_children.all()] + [people.seyi.pk]
    page = browse(people.sam).post(f"/children/several/{address}/", {"child": ids})
    names = [row.name for row in page.context["rows"]]
    assert sorted(names) == [
        "Seyi Adeyemi-Blackwood",
        "Zofia Wisniewska Dabrowska, born 3 Apr 2023",
        "Zofia Wiśniewska-Dąbrowska, born 3 Nov 2022",
    ]


def test_in_the_register_a_namesake_says_the_birthday(people: Cast, browse: Browse) -> None:
    sam = browse(people.sam)
    assert "born" not in sam.get("/children/").context["page"].rows[-1].second_line
    namesake(people)
    lines = {row.name: row.second_line for row in sam.get("/children/").context["page"].rows}
    assert lines["Zofia Wiśniewska-Dąbrowska"].endswith(" · born 3 Nov 2022")
    assert lines["Zofia Wisniewska Dabrowska"].endswith(" · born 3 Apr 2023")
    assert "born" not in lines["Seyi Adeyemi-Blackwood"]
