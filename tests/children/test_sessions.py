"""The week as a grid, and how many sessions a child was in for."""

from collections.abc import Callable
from datetime import date

from django.test import Client

from accounts.models import Closure
from children import actions
from children.models import AttendedSession, Mark, Session
from children.queries import fingerprint, sessions_attended
from tests.children.given import form_of, page, text_of
from tests.people import STORY, Cast

Browse = Callable[..., Client]
MON, WED = 0, 2


def comes(people: Cast, *slots: tuple[int, str], from_on: date = date(2026, 9, 1)) -> None:
    rows = people.seyi.sessions.filter(until_on__isnull=True)
    actions.record_sessions(
        child=people.seyi, pattern=set(slots), from_on=from_on, seen=fingerprint(rows), by=STORY
    )


def mark(people: Cast, on: date, session: Session, mark: Mark) -> None:
    actions.press_mark(child=people.seyi, on=on, session=session, mark=mark, by=STORY)


def test_a_new_pattern_ends_the_old_sessions_the_day_before(people: Cast, browse: Browse) -> None:
    comes(people, (MON, "morning"), (WED, "morning"))
    kemi = browse(people.kemi)
    words = form_of(kemi.get(page("sessions", people.seyi)))
    assert words["pattern"] == ["0-morning", "2-morning"]
    kemi.post(
        page("sessions", people.seyi),
        {**words, "pattern": ["0-morning", "0-afternoon"], "from_on": "16 11 26"},
    )
    rows = {(r.weekday, r.session): (r.from_on, r.until_on) for r in AttendedSession.objects.all()}
    assert rows == {
        (MON, "morning"): (date(2026, 9, 1), None),
        (WED, "morning"): (date(2026, 9, 1), date(2026, 11, 15)),
        (MON, "afternoon"): (date(2026, 11, 16), None),
    }


def test_a_pattern_from_before_the_one_in_use_is_refused_beside_the_day(
    people: Cast, browse: Browse
) -> None:
    comes(people, (MON, "morning"), from_on=date(2026, 11, 2))
    kemi = browse(people.kemi)
    words = form_of(kemi.get(page("sessions", people.seyi)))
    answer = kemi.post(
        page("sessions", people.seyi), {**words, "pattern": ["2-morning"], "from_on": "1 10 26"}
    )
    assert "from_on" in answer.context["form"].errors
    assert "1 10 26" in answer.content.decode()


def test_the_week_shows_the_days_on_which_the_setting_opens(people: Cast, browse: Browse) -> None:
    shown = text_of(browse(people.kemi).get(page("sessions", people.seyi)))
    assert "Friday" in shown
    assert "Saturday" not in shown


def test_of_two_who_change_the_week_the_second_sees_what_the_first_saved(
    people: Cast, browse: Browse
) -> None:
    kemi = browse(people.kemi)
    opened = form_of(kemi.get(page("sessions", people.seyi)))
    comes(people, (WED, "afternoon"))
    met = kemi.post(page("sessions", people.seyi), {**opened, "pattern": ["0-morning"]})
    assert "Wednesday afternoon" in text_of(met)
    assert 'value="0-morning" checked' in met.content.decode()


def test_unmarked_sessions_are_unknown_and_never_present(people: Cast) -> None:
    comes(people, (MON, "morning"), (WED, "morning"))
    mark(people, date(2026, 11, 9), Session.MORNING, Mark.IN)
    mark(people, date(2026, 11, 11), Session.MORNING, Mark.AWAY)
    assert sessions_attended(people.seyi, date(2026, 11, 9), date(2026, 11, 18)) == (1, 4, 2)


def test_closed_days_and_closed_marks_were_not_possible(people: Cast) -> None:
    comes(people, (MON, "morning"), (WED, "morning"))
    Closure(
        setting=people.acorns,
        first_on=date(2026, 11, 9),
        last_on=date(2026, 11, 10),
        name="Training",
    ).record(by=STORY)
    mark(people, date(2026, 11, 11), Session.MORNING, Mark.CLOSED)
    assert sessions_attended(people.seyi, date(2026, 11, 9), date(2026, 11, 16)) == (0, 1, 1)


def test_a_session_beyond_the_pattern_counts_when_the_child_was_in(people: Cast) -> None:
    comes(people, (MON, "morning"))
    mark(people, date(2026, 11, 12), Session.AFTERNOON, Mark.IN)
    mark(people, date(2026, 11, 13), Session.AFTERNOON, Mark.AWAY)
    assert sessions_attended(people.seyi, date(2026, 11, 9), date(2026, 11, 13)) == (1, 2, 1)


def test_without_a_week_on_file_every_marked_session_was_possible(people: Cast) -> None:
    mark(people, date(2026, 11, 9), Session.MORNING, Mark.IN)
    mark(people, date(2026, 11, 10), Session.MORNING, Mark.AWAY)
    mark(people, date(2026, 11, 11), Session.MORNING, Mark.CLOSED)
    assert sessions_attended(people.seyi, date(2026, 11, 9), date(2026, 11, 13)) == (1, 2, 0)


def test_a_week_that_has_ended_before_does_not_count_and_hides_no_mark(people: Cast) -> None:
    comes(people, (MON, "morning"), from_on=date(2026, 9, 7))
    row = AttendedSession.objects.get()
    row.until_on = date(2026, 10, 30)
    row.record(by=STORY, why="Ended")
    mark(people, date(2026, 11, 10), Session.MORNING, Mark.AWAY)
    assert sessions_attended(people.seyi, date(2026, 11, 9), date(2026, 11, 13)) == (0, 1, 0)


def test_days_before_the_child_started_are_not_counted(people: Cast) -> None:
    comes(people, (MON, "morning"), from_on=date(2026, 8, 3))
    assert sessions_attended(people.seyi, date(2026, 8, 3), date(2026, 9, 7)) == (0, 1, 1)


def test_where_no_session_is_marked_no_count_is_known(people: Cast) -> None:
    comes(people, (MON, "morning"))
    assert not sessions_attended(people.seyi, date(2026, 11, 9), date(2026, 11, 13)).is_known
    mark(people, date(2026, 11, 9), Session.MORNING, Mark.AWAY)
    assert sessions_attended(people.seyi, date(2026, 11, 9), date(2026, 11, 13)).is_known
