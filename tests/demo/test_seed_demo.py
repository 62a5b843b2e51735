"""The demo's stories: told once, from today, whatever day that is."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command

from accounts.actions.outbox import deliver_due
from accounts.models import Batch, EarlyYearsSetting, GroupManager, Membership, SettingGroup
from agencies.models import AgencyVisit
from children.models import Child, ImportState, RegisterImport
from children.rules import Stage, stage_on
from isp_portal.dashboards.queries.group import group_page
from isp_portal.demo.stories import tell_everything
from isp_portal.demo.stories.days import born
from isp_portal.documents.models import CopyChannel, CopyGiven
from plans.models import RequirementDecision, SupportPlan
from plans.rules.requirement import Outcome
from reviews.models import Review
from reviews.queries.my_day import my_day
from tests.accounts.working import worked_off


@pytest.mark.parametrize(
    "today", [date(2026, 11, 23), date(2027, 2, 28), date(2027, 8, 31), date(2027, 9, 1)]
)
def test_the_stories_show_every_answer_of_the_table_on_any_day(db: None, today: date) -> None:
    noon = datetime(today.year, today.month, today.day, 12, tzinfo=ZoneInfo("Europe/London"))
    with time_machine.travel(noon):
        assert tell_everything(today) == 18
    latest = RequirementDecision.objects.latest_per_child()
    told = set(latest.values_list("outcome", flat=True))
    assert told == {outcome.name for outcome in Outcome} | {""}
    assert latest.unacknowledged_changes().count() == 1


def test_the_stories_have_plans_at_different_steps(db: None, monday: None) -> None:
    call_command("seed_demo")
    statuses = list(SupportPlan.objects.values_list("status", flat=True))
    assert sorted(statuses) == ["draft", "draft", *["finalised"] * 5]


def test_the_stories_have_reviews_at_different_steps(db: None, monday: None) -> None:
    call_command("seed_demo")
    told = {review.child.called: review for review in Review.objects.all()}
    assert sorted(told) == ["Ffion", "Noor", "Seyi"]
    assert told["Ffion"].finalised_at is not None
    assert (told["Seyi"].planned_on, told["Seyi"].held_on) == (date(2026, 11, 30), None)
    assert (told["Noor"].held_on, told["Noor"].finalised_at) == (date(2026, 11, 20), None)


def test_the_stories_have_visits_to_come_and_one_that_was_called_off(
    db: None, monday: None
) -> None:
    call_command("seed_demo")
    told = {visit.child.called: visit for visit in AgencyVisit.objects.all()}
    assert sorted(told) == ["Amara", "Haruki", "Seyi"]
    assert (told["Seyi"].on, told["Seyi"].at) == (date(2026, 11, 25), time(9, 30))
    assert told["Haruki"].called_off_on == date(2026, 11, 23)


def test_the_stories_have_an_import_and_a_print_that_the_worker_makes(
    db: None, monday: None
) -> None:
    call_command("seed_demo")
    found = RegisterImport.objects.get()
    assert (found.state, found.added_count, found.left_out_count) == (ImportState.ADDED, 3, 2)
    assert set(found.imported_children.values_list("child__room__name", flat=True)) == {
        "Meadow",
        "Orchard",
    }
    worked_off()
    (batch,) = Batch.objects.all()
    assert batch.is_done
    assert len(batch.made_keys) == 5


def test_one_copy_goes_attached_to_an_email_as_the_manager_allows(db: None, monday: None) -> None:
    call_command("seed_demo")
    allowed = EarlyYearsSetting.objects.filter(may_email_copies=True)
    assert [setting.name for setting in allowed] == ["Acorns Nursery"]
    while deliver_due():
        pass
    given = CopyGiven.objects.get(channel=CopyChannel.EMAIL)
    assert (given.document.child.called, given.language) == ("Zofia", "Polish")
    (message,) = (
        message for message in mail.outbox if b"paper.pdf" in message.message().as_bytes()
    )
    assert message.to == ["agnieszka-dabrowska@family.example"]


def test_ruth_manages_two_settings_of_the_stories_and_sees_the_counts_of_their_group(
    db: None, monday: None
) -> None:
    call_command("seed_demo")
    ruth = GroupManager.objects.get().user
    hers = Membership.objects.filter(user=ruth).values_list("setting__name", flat=True)
    assert sorted(hers) == ["Acorns Nursery", "Oaks Pre-school"]
    page = group_page(SettingGroup.objects.get(), date(2026, 11, 23))
    assert [line.setting for line in page.lines] == ["Acorns Nursery", "Oaks Pre-school"]
    assert page.total.children == Child.objects.filter(setting__name__in=hers).count()


def test_my_day_has_somebody_on_a_saturday_too(db: None) -> None:
    saturday = date(2026, 11, 28)
    with time_machine.travel(datetime(2026, 11, 28, 9, 30, tzinfo=ZoneInfo("Europe/London"))):
        tell_everything(saturday)
        day = my_day(Membership.objects.get(user__full_name="Kemi Adebayo"), saturday, "morning")
    assert sorted(card.child.called for card in day.cards) == ["Noor", "Seyi", "Zofia"]


def test_telling_the_stories_again_changes_nothing(
    db: None, monday: None, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("seed_demo")
    counts = (Child.objects.count(), Membership.objects.count())
    call_command("seed_demo")
    assert (Child.objects.count(), Membership.objects.count()) == counts
    assert "told already" in capsys.readouterr().out


def test_a_birthday_counted_from_reception_gives_its_stage() -> None:
    today = date(2026, 11, 23)
    for month in (1, 8, 9, 12):
        assert stage_on(born(today, 1, month, 1), today) is Stage.PRESCHOOL
        assert stage_on(born(today, 0, month, 1), today) is Stage.RECEPTION
        assert stage_on(born(today, 2, month, 1), today) is Stage.BELOW_PRESCHOOL
