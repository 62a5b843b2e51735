"""`manage.py bench`: each figure stands beside its floor, and the portal's data is not opened."""

from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from accounts.models import EarlyYearsSetting
from children.models import AccessEvent
from isp_portal.bench.floors import bare_statements, counted, same_page_by_strings
from isp_portal.bench.made_up import Nursery, make_up
from isp_portal.bench.management.commands import bench
from isp_portal.bench.measuring import Figures, Reach, Work, in_ms, measure, p95, table
from isp_portal.bench.own_database import NoDatabase, own_database, own_files
from isp_portal.bench.rows import every_work
from isp_portal.documents.renderer import close_worker
from reviews.models import InterventionEntry


@pytest.fixture
def nursery(db: None) -> Nursery:
    return make_up(planned=2, listed=3, weeks=3, crowd=20)


def row(**values: Any) -> Figures:
    work = Work("work", lambda: None, "floor", lambda: None, **values)
    return Figures(
        work, took=(4.0, 2.0, 3.0), processor=(1.0, 1.0, 1.0), floor_took=(1.0, 1.0, 2.0)
    )


def test_every_row_is_measured_and_printed_beside_its_floor(nursery: Nursery) -> None:
    with own_files():
        works = every_work(nursery)
        figures = [measure(work, 1) for work in works]
    close_worker()
    lines = table(one.columns for one in figures)
    assert len(lines) == len(works) + 1
    for work, line in zip(works, lines[1:], strict=True):
        assert line.startswith(work.name)
        assert work.reach.words in line
        assert line.endswith(work.floor_name)
    assert {one.verdict for one in figures} <= {"ok", "over", ""}


def test_an_entry_is_measured_with_its_history_and_the_access_log(nursery: Nursery) -> None:
    with own_files():
        by_name = {work.name: work for work in every_work(nursery)}
    by_the_action = by_name["record one entry: action, history and access log"]
    entries, seen = InterventionEntry.history.count(), AccessEvent.objects.count()
    by_the_action.does()
    assert InterventionEntry.history.count() == entries + 1
    assert AccessEvent.objects.count() == seen + 1


def test_what_the_bench_issues_goes_with_it(nursery: Nursery) -> None:
    with own_files():
        folder = Path(default_storage.path("issued"))
        every_work(nursery)
        assert list(folder.glob("*.pdf"))
    assert not folder.exists()
    assert Path(default_storage.path("issued")) != folder


def test_the_floor_sends_as_many_bare_statements_as_the_work(nursery: Nursery) -> None:
    def work() -> None:
        list(EarlyYearsSetting.objects.all())
        nursery.setting.record(by=nursery.sam.as_actor(), why="Once more")

    with counted() as of_work:
        work()
    name, floor = bare_statements(work)
    with counted() as of_floor:
        floor()
    assert of_floor == of_work
    assert (
        name
        == f"{of_work['writes']} INSERT and {of_work['reads']} SELECT, bare, in one transaction"
    )


def test_the_floor_of_a_page_is_the_same_page() -> None:
    page = "<p>Ann &amp; Bo</p><p>Cy</p>"
    assert same_page_by_strings(page, lambda: ["Ann & Bo", "Cy"])() == page
    with pytest.raises(ValueError, match="does not stand"):
        same_page_by_strings(page, lambda: ["Cy", "Ann & Bo"])


@pytest.mark.parametrize(
    ("reach", "verdict"),
    [
        (Reach(ms=3), "ok"),
        (Reach(ms=2.9), "over"),
        (Reach(times=3), "ok"),
        (Reach(times=2.9), "over"),
        (Reach(beyond=2), "ok"),
        (Reach(beyond=1.9), "over"),
        (Reach(), ""),
    ],
)
def test_the_median_is_held_against_what_is_to_be_reached(reach: Reach, verdict: str) -> None:
    assert row(reach=reach).verdict == verdict


def test_figures_are_said_with_what_they_can_say() -> None:
    assert [in_ms(took) for took in (0.00423, 1.5, 12.34, 1234.5)] == [
        "0.00423 ms",
        "1.50 ms",
        "12.3 ms",
        "1234 ms",
    ]
    assert p95(range(1, 101)) == 95
    assert p95([3, 1, 2]) == 3


def test_the_bench_has_a_database_of_its_own_beside_the_portals(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    configured, asked = connection.settings_dict["NAME"], []
    creation = connection.creation

    def create(**_: Any) -> None:
        asked.append(connection.settings_dict["TEST"]["NAME"])
        monkeypatch.setitem(connection.settings_dict, "NAME", asked[0])

    monkeypatch.setattr(creation, "create_test_db", create)
    monkeypatch.setattr(creation, "destroy_test_db", lambda name, **_: asked.append(name))
    monkeypatch.setitem(connection.settings_dict, "TEST", connection.settings_dict["TEST"])
    with own_database() as name:
        assert asked == [name]
        assert name != configured
    assert asked == [name, configured]


def test_without_a_database_of_its_own_nothing_is_run(monkeypatch: pytest.MonkeyPatch) -> None:
    creation = connection.creation
    monkeypatch.setitem(connection.settings_dict, "TEST", connection.settings_dict["TEST"])
    destroyed: list[Any] = []
    monkeypatch.setattr(creation, "destroy_test_db", lambda *name, **_: destroyed.append(name))
    monkeypatch.setattr(creation, "create_test_db", lambda **_: None)  # it is still the portal's
    with pytest.raises(NoDatabase, match="nothing was run"), own_database():
        raise AssertionError("This would run on real data.")

    def refused(**_: Any) -> None:
        raise SystemExit(2)

    monkeypatch.setattr(creation, "create_test_db", refused)
    with pytest.raises(CommandError, match="right to create databases"):
        call_command("bench")
    assert destroyed == []


def test_the_command_fails_for_a_figure_over_its_reach_only_when_asked_to(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bench, "own_database", nullcontext)
    monkeypatch.setattr(bench, "measured", lambda repetitions: [row(reach=Reach(ms=1))])
    call_command("bench")
    assert "over" in capsys.readouterr().out
    with pytest.raises(CommandError, match="Over what is to be reached: work"):
        call_command("bench", "--strict")
    with pytest.raises(CommandError, match="Fewer than 15"):
        call_command("bench", "--repetitions", "14")
