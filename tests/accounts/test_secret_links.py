"""Secret links and their codes: who gets a code, how often, and what a wrong one costs."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from accounts.actions.links import (
    check_code,
    check_link_opens,
    give_code,
    is_inside,
    leave_door,
    link_opens,
    make_link,
    revoke_link,
    send_code,
)
from accounts.actions.outbox import deliver_due
from accounts.models import SOMEBODY, OutboxMail, SecretLink
from accounts.rules.link import CodeAnswer
from accounts.rules.refusal import Refused
from agencies.models import ReportRequestLink
from tests.agencies.links import THEOS_EMAIL, asked, linked, mailed_code
from tests.people import STORY, Cast

RIGHT, WRONG = CodeAnswer.RIGHT, CodeAnswer.WRONG


def stored(link: SecretLink) -> ReportRequestLink:
    return ReportRequestLink.objects.get(pk=link.pk)


def later(**values: float) -> time_machine.travel:
    return time_machine.travel(timezone.now() + timedelta(**values), tick=False)


def typed(link: SecretLink, code: str) -> CodeAnswer:
    return check_code(link=link, typed=code, by=SOMEBODY)[0]


def wrong(code: str) -> str:
    """Another code of six digits."""
    return f"{(int(code) + 1) % 1_000_000:06}"


def test_only_hashes_of_the_secret_and_of_the_code_are_kept(people: Cast) -> None:
    link, token = linked(people)
    code = give_code(link=link, by=people.sam.as_actor())
    _, secret = check_code(link=link, typed=code, by=SOMEBODY)
    rows = [*ReportRequestLink.objects.values(), *ReportRequestLink.history.values()]
    assert len(rows) == 4
    everything = " ".join(str(value) for row in rows for value in row.values())
    assert token not in everything
    assert secret not in everything
    assert not any(value == code for row in rows for value in row.values())


def test_the_code_goes_to_the_address_on_file_as_it_is_now(people: Cast) -> None:
    link, _ = linked(people)
    send_code(link=link, by=SOMEBODY)
    deliver_due()
    (first,) = mail.outbox
    assert first.to == [THEOS_EMAIL]
    people.theo.email = "theo@newtrust.example"
    people.theo.record(by=STORY)
    send_code(link=link, by=SOMEBODY)
    deliver_due()
    assert mail.outbox[-1].to == ["theo@newtrust.example"]


def test_a_mail_with_a_code_names_no_child(people: Cast) -> None:
    link, token = linked(people)
    send_code(link=link, by=SOMEBODY)
    deliver_due()
    (sent,) = mail.outbox
    said = f"{sent.subject} {sent.body} {sent.alternatives}"  # type: ignore[attr-defined]
    assert not {"Seyi", "Oluwaseyifunmi", "Adeyemi", token} & set(said.replace(",", " ").split())


def test_the_right_code_opens_once(people: Cast) -> None:
    link, _ = linked(people)
    send_code(link=link, by=SOMEBODY)
    code = mailed_code()
    answer, secret = check_code(link=link, typed=code, by=SOMEBODY)
    assert answer is RIGHT
    assert is_inside(stored(link), secret)
    assert typed(link, code) is CodeAnswer.NO_CODE
    assert stored(link).openings() != []


def test_a_code_of_another_link_is_wrong_here(people: Cast) -> None:
    link, _ = linked(people)
    other, _ = linked(people, link.request)
    code = give_code(link=link, by=people.sam.as_actor())
    give_code(link=other, by=people.sam.as_actor())
    row = stored(other)
    row.code_hash = stored(link).code_hash  # copied over in the database
    row.record(by=STORY)
    assert typed(other, code) is WRONG


def test_a_new_code_takes_the_place_of_the_one_before(people: Cast) -> None:
    link, _ = linked(people)
    first = give_code(link=link, by=people.sam.as_actor())
    second = give_code(link=link, by=people.sam.as_actor())
    assert first == second or typed(link, first) is WRONG
    assert typed(link, second) is RIGHT


def test_a_code_runs_out_after_twenty_minutes(people: Cast) -> None:
    link, _ = linked(people)
    code = give_code(link=link, by=people.sam.as_actor())
    with later(minutes=20):
        assert typed(link, code) is CodeAnswer.NO_CODE


def test_the_fifth_wrong_code_pauses_the_link_and_uses_up_the_code(people: Cast) -> None:
    link, _ = linked(people)
    code = give_code(link=link, by=people.sam.as_actor())
    assert [typed(link, wrong(code)) for _ in range(5)] == [WRONG] * 5
    assert typed(link, code) is CodeAnswer.PAUSED
    with pytest.raises(Refused, match="Wait an hour"):
        send_code(link=link, by=SOMEBODY)
    with later(hours=1):
        assert typed(link, code) is CodeAnswer.NO_CODE
        assert typed(link, give_code(link=link, by=people.sam.as_actor())) is RIGHT
    assert stored(link).wrong_codes == 0


def test_fifteen_wrong_codes_shut_the_link_for_good(people: Cast) -> None:
    link, _ = linked(people)
    for hours in (0, 2, 4):
        with later(hours=hours):
            code = give_code(link=link, by=people.sam.as_actor())
            assert {typed(link, wrong(code)) for _ in range(5)} == {WRONG}
    with later(hours=8):
        assert not link_opens(stored(link))
        with pytest.raises(Refused, match="does not open"):
            give_code(link=link, by=people.sam.as_actor())
        assert typed(link, code) is CodeAnswer.SHUT
    assert stored(link).shut_words == "Closed after too many wrong codes"


def test_four_codes_an_hour_are_mailed_and_no_more(people: Cast) -> None:
    link, _ = linked(people)
    for _ in range(4):
        send_code(link=link, by=SOMEBODY)
    with pytest.raises(Refused, match="within an hour"):
        send_code(link=link, by=SOMEBODY)
    assert OutboxMail.objects.waiting().count() == 1  # the newest; the others were stopped
    with later(hours=1, seconds=1):
        send_code(link=link, by=SOMEBODY)


def test_without_an_address_a_code_is_given_in_person(people: Cast) -> None:
    request = asked(people)
    people.theo.email = ""
    people.theo.record(by=STORY)
    link, _ = linked(people, request)
    with pytest.raises(Refused, match="by phone"):
        send_code(link=link, by=SOMEBODY)
    assert typed(link, give_code(link=link, by=people.sam.as_actor())) is RIGHT


def test_a_revoked_link_lets_out_whoever_is_inside(people: Cast) -> None:
    link, _ = linked(people)
    code = give_code(link=link, by=people.sam.as_actor())
    _, secret = check_code(link=link, typed=code, by=SOMEBODY)
    revoke_link(link=link, because="Sent to the wrong person", by=people.sam.as_actor())
    assert not is_inside(stored(link), secret)
    assert stored(link).revoked_by == "Sam Whitlock"
    assert revoke_link(link=link, because="Again", by=STORY).revoked_because == (
        "Sent to the wrong person"
    )


def test_a_code_that_waits_does_not_go_once_the_link_is_shut(people: Cast) -> None:
    link, _ = linked(people)
    send_code(link=link, by=SOMEBODY)
    revoke_link(link=link, because="Sent to the wrong person", by=people.sam.as_actor())
    deliver_due()
    assert mail.outbox == []
    assert OutboxMail.objects.get().text == ""


def test_a_code_that_ran_out_while_it_waited_does_not_go(people: Cast) -> None:
    link, _ = linked(people)
    send_code(link=link, by=SOMEBODY)
    with later(minutes=21):
        deliver_due()
    assert mail.outbox == []
    assert "ran out" in OutboxMail.objects.get().last_error


def test_leaving_asks_for_the_code_again(people: Cast) -> None:
    link, _ = linked(people)
    code = give_code(link=link, by=people.sam.as_actor())
    _, secret = check_code(link=link, typed=code, by=SOMEBODY)
    leave_door(link=link, by=link.holder())
    assert not is_inside(stored(link), secret)
    assert not is_inside(stored(link), "")


def test_nobody_is_inside_after_the_hour(people: Cast) -> None:
    link, _ = linked(people)
    code = give_code(link=link, by=people.sam.as_actor())
    _, secret = check_code(link=link, typed=code, by=SOMEBODY)
    with later(minutes=60):
        assert not is_inside(stored(link), secret)


def test_no_link_is_made_without_consent(people: Cast) -> None:
    link, _ = linked(people)
    people.seyi.consents.get().remove(by=STORY)
    another = ReportRequestLink(request=link.request, professional=people.theo)
    with pytest.raises(Refused, match="consented"):
        make_link(link=another, expires_at=timezone.now() + timedelta(days=1), by=STORY)
    with pytest.raises(Refused, match="consented"):
        check_link_opens(stored(link))


def test_history_says_who_typed_a_right_code_and_does_not_pretend_for_a_wrong_one(
    people: Cast,
) -> None:
    link, _ = linked(people)
    code = give_code(link=link, by=people.sam.as_actor())
    typed(link, wrong(code))
    typed(link, code)
    said = [(row.history_change_reason, row.history_user.label) for row in link.history.all()]
    assert said == [
        ("Came in with the code", "Theo Marsh"),
        ("A wrong code was typed", SOMEBODY.label),
        ("A code was given in person", "Sam Whitlock"),
        ("Link made", "Sam Whitlock"),
    ]
