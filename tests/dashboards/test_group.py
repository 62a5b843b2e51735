"""A group's page: counts of each setting, no child, and only for those who manage the group."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from accounts.actions import groups
from accounts.models import GroupManager, GroupPlace, Membership, SettingGroup
from isp_portal.dashboards.queries.group import group_page
from tests.dashboards.managed_groups import group_of
from tests.people import STORY, Cast, child
from tests.plans import stories

Browse = Callable[[Membership], Client]


def test_each_setting_is_counted_by_itself_and_together(people: Cast) -> None:
    stories.finalised(people)
    page = group_page(group_of(people), _today())
    acorns, oaks = page.lines
    assert (acorns.setting, acorns.children, acorns.planned) == ("Acorns Nursery", 2, 1)
    assert (oaks.setting, oaks.children, oaks.planned) == ("Oaks Pre-school", 1, 0)
    assert page.total.children == 3
    assert page.total.due == tuple(a + b for a, b in zip(acorns.due, oaks.due, strict=True))


def _today() -> Any:
    from django.utils import timezone

    return timezone.localdate()


def test_the_page_names_no_child_and_no_adult(people: Cast, browse: Browse) -> None:
    stories.finalised(people)
    address = reverse("dashboards:group", args=[group_of(people).pk])
    said = browse(people.ruth).get(address).content.decode()
    assert "Oaks Pre-school" in said
    for word in (
        "Seyi",
        "Adeyemi",
        "Zofia",
        "Bilal",
        "Sheikh",
        "Kemi",
        "Olga",
        str(people.seyi.pk),
    ):
        assert word not in said


def test_whoever_does_not_manage_the_group_finds_nothing(people: Cast, browse: Browse) -> None:
    group = group_of(people)
    address = reverse("dashboards:group", args=[group.pk])
    for member in (people.sam, people.olga, people.mo, people.kemi):
        assert browse(member).get(address).status_code == 404
    assert Client().get(address).status_code == 302
    groups.end_managing_group(group=group, user=people.ruth.user, by=STORY)
    assert browse(people.ruth).get(address).status_code == 404


def test_managing_a_group_opens_no_record_of_its_settings(people: Cast, browse: Browse) -> None:
    group_of(people)
    assert (
        browse(people.ruth).get(reverse("dashboards:child", args=[people.bilal.pk])).status_code
        == 404
    )


def test_the_account_leads_to_the_groups_that_one_manages(people: Cast, browse: Browse) -> None:
    group_of(people)
    me = reverse("accounts:me")
    assert "Harrowby Nurseries" in browse(people.ruth).get(me).content.decode()
    assert "Harrowby Nurseries" not in browse(people.sam).get(me).content.decode()


@pytest.mark.parametrize("more", [1, 8])
def test_the_number_of_queries_grows_with_neither_settings_nor_children(
    more: int, people: Cast, browse: Browse, django_assert_num_queries: Any
) -> None:
    for number in range(more):
        child(people.orchard, f"Child {number}", "", people.seyi.date_of_birth, people.kemi)
    group = group_of(people)
    if more > 1:
        groups.put_in_group(group=group, setting=people.mo.setting, by=STORY)
    with django_assert_num_queries(5):
        group_page(group, _today())


def test_the_command_keeps_a_group(people: Cast, capsys: pytest.CaptureFixture[str]) -> None:
    name, ruth = "Harrowby Nurseries", people.ruth.user.email
    call_command("keep_group", name, "--setting", "acorns nursery", "--manager", ruth)
    call_command("keep_group", name, "--setting", "Oaks Pre-school", "--manager", ruth)
    assert "2 settings, 1 managers" in capsys.readouterr().out
    call_command(
        "keep_group", name, "--without-setting", "Oaks Pre-school", "--without-manager", ruth
    )
    assert GroupPlace.objects.get().setting == people.acorns
    assert GroupManager.objects.get().is_ended
    with pytest.raises(CommandError, match="No setting is called"):
        call_command("keep_group", name, "--setting", "Nowhere")
    with pytest.raises(CommandError, match="Nobody signs in with"):
        call_command("keep_group", name, "--manager", "x@y.example")


def test_a_setting_is_in_one_group_only(people: Cast) -> None:
    group_of(people)
    with pytest.raises(CommandError, match="is in the group Harrowby Nurseries already"):
        call_command("keep_group", "Others", "--setting", "Acorns Nursery")
    assert not SettingGroup.objects.filter(name="Others").exists()
