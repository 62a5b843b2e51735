"""Any two versions or plans of a child, side by side."""

from collections.abc import Callable

from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from plans import actions
from plans.models import Strategy, Target
from plans.queries.compare import compare, pieces
from tests.people import STORY, Cast
from tests.plans.stories import draft, finalised, strategy

Browse = Callable[..., Client]


def test_a_correction_beside_what_it_corrects(people: Cast, browse: Browse) -> None:
    plan = finalised(people)
    new = actions.correct_plan(plan=plan, because="A word", by=STORY)
    new = actions.change_section(plan=new, values={"strengths": "Seyi builds bridges"}, by=STORY)
    strategy(new, people, what_adults_do="Sing")
    actions.remove_line(line=Target.objects.get(plan=new), by=STORY)
    rows = {row.label: row.change for row in compare(plan, new)}
    assert rows["Strengths and interests"] == "changed"
    assert rows["Strategy 1"] == ""
    assert rows["Strategy 2"] == "added"
    assert rows["Target that was"] == "removed"
    page = browse(people.kemi).get(reverse("plans:compare", args=[new.pk])).content.decode()
    for words in ("Changed", "Added", "Removed", "The same", "gone: </span>", "new: </span>"):
        assert words in page


def test_lines_are_matched_by_their_key_and_not_by_their_place(people: Cast) -> None:
    plan = finalised(people)
    new = actions.correct_plan(plan=plan, because="A word", by=STORY)
    second = strategy(new, people, what_adults_do="Sing")
    actions.move_line(line=second, up=True, by=STORY)
    rows = {row.label: row.change for row in compare(plan, new)}
    assert (rows["Strategy 1"], rows["Strategy 2"]) == ("added", "")
    assert Strategy.objects.filter(plan=new).count() == 2


def test_a_plan_is_not_compared_with_another_childs(people: Cast, browse: Browse) -> None:
    mine, other = draft(people), actions.start_plan(child=people.zofia, by=STORY)
    url = reverse("plans:compare", args=[mine.pk])
    assert browse(people.sam).get(url, {"with": other.pk}).status_code == 404
    assert browse(people.sam).get(url, {"with": "not-an-id"}).status_code == 404


def test_a_first_plan_has_nothing_to_compare_with(people: Cast, browse: Browse) -> None:
    page = browse(people.kemi).get(reverse("plans:compare", args=[draft(people).pk]))
    assert "Nothing to compare with" in page.content.decode()


@given(was=st.text("ab \n"), now=st.text("ab \n"))
def test_the_pieces_joined_again_are_the_two_texts(was: str, now: str) -> None:
    before, after = pieces(was, now)
    assert "".join(piece.words for piece in before) == was
    assert "".join(piece.words for piece in after) == now
    same = [p.words for p in before if p.kind == "same"]
    assert same == [p.words for p in after if p.kind == "same"]
