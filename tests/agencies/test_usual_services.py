"""The usual services: every kind is among them, and a setting's directory begins from one."""

from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from agencies.models import Agency, AgencyKind
from agencies.queries.directory import usual_services
from tests.people import Cast

Browse = Callable[..., Client]


def test_every_kind_of_the_forms_but_other_is_among_them_and_none_has_an_address() -> None:
    services = usual_services()
    assert {service.kind for service in services} == set(AgencyKind) - {AgencyKind.OTHER}
    assert len({service.code for service in services}) == len(services)
    assert not any(
        "@" in service.name or any(c.isdigit() for c in service.name) for service in services
    )


def test_an_agency_is_begun_from_the_list_and_then_stands_there_no_more(
    people: Cast, browse: Browse
) -> None:
    sam, listed = browse(people.sam), reverse("agencies:list")
    begin = f"{reverse('agencies:add')}?service=portage"
    assert begin in sam.get(listed).content.decode()
    assert 'value="Portage"' in sam.get(begin).content.decode()
    assert (
        sam.post(reverse("agencies:add"), {"name": "Portage", "kind": "portage"}).status_code == 302
    )
    assert Agency.objects.filter(setting=people.acorns, kind=AgencyKind.PORTAGE).exists()
    assert begin not in sam.get(listed).content.decode()
    assert begin not in browse(people.kemi).get(listed).content.decode()


def test_a_code_that_is_none_begins_an_empty_form(people: Cast, browse: Browse) -> None:
    page = browse(people.sam).get(reverse("agencies:add"), {"service": "nonsense"})
    assert page.status_code == 200
