"""Fields read in order: label, hint, error, field; and the summary leads to each of them."""

import re

import html5lib
import pytest
from django import forms
from django.template import Context, Template


class Entry(forms.Form):
    what_we_saw = forms.CharField(label="What did he do?", help_text="A few words are enough.")
    seen_on = forms.CharField(label="When did you see it?", required=False)
    help_level = forms.ChoiceField(
        label="How much help?",
        help_text="The nearer you stood, the more.",
        choices=[("full", "Full help"), ("some", "Some help")],
        widget=forms.RadioSelect,
    )
    lines = forms.MultipleChoiceField(
        label="Which lines?",
        choices=[("1", "One"), ("2", "Two")],
        widget=forms.CheckboxSelectMultiple,
    )
    source = forms.ChoiceField(label="Source", choices=[("", "Choose"), ("a", "A")])
    report = forms.FileField(label="The report")
    sure = forms.BooleanField(label="I am sure", help_text="It cannot be undone.")


def shown(form: forms.Form) -> str:
    source = "{% load crispy_forms_tags portal %}{% error_summary form %}{{ form|crispy }}"
    return Template(source).render(Context({"form": form}))


@pytest.fixture
def wrong() -> str:
    return shown(Entry({"seen_on": "31 11 26"}))


def test_label_hint_error_and_field_stand_in_that_order(wrong: str) -> None:
    field = wrong[wrong.index('id="div_id_what_we_saw"') :]
    places = [
        field.index(part)
        for part in (
            'for="id_what_we_saw"',
            'id="id_what_we_saw_helptext"',
            'id="id_what_we_saw_error"',
            '<input type="text" name="what_we_saw"',
        )
    ]
    assert places == sorted(places)


def test_a_wrong_field_says_so_and_names_hint_then_error(wrong: str) -> None:
    found = re.search(r'<input[^>]*name="what_we_saw"[^>]*>', wrong)
    assert found
    assert 'aria-invalid="true"' in found[0]
    assert 'aria-describedby="id_what_we_saw_helptext id_what_we_saw_error"' in found[0]


def test_everything_that_describes_a_field_is_on_the_page(wrong: str) -> None:
    named = {i for ids in re.findall(r'aria-describedby="([^"]+)"', wrong) for i in ids.split()}
    assert named
    assert named <= set(re.findall(r'\sid="([^"]+)"', wrong))


def test_groups_stand_in_a_fieldset_with_a_legend(wrong: str) -> None:
    assert wrong.count("<fieldset") == wrong.count("<legend") == 2
    assert 'aria-describedby="id_help_level_helptext id_help_level_error"' in wrong


def test_every_link_of_the_summary_lands_in_a_field(wrong: str) -> None:
    links = re.findall(r'<a href="#([^"]+)"', wrong)
    assert len(links) == 6
    boxes = re.findall(r'<(?:input|select|textarea)[^>]*\sid="([^"]+)"', wrong)
    assert set(links) <= set(boxes)


def test_the_summary_counts_in_words_and_keeps_its_promise(wrong: str) -> None:
    assert "Six things to put right" in wrong
    assert "Everything you typed is still here." in wrong
    assert 'value="31 11 26"' in wrong


def test_a_form_with_nothing_wrong_has_no_summary() -> None:
    assert "to put right" not in shown(Entry())


def test_only_a_field_that_may_stay_empty_says_if_you_like() -> None:
    page = shown(Entry())
    assert page.count("(if you like)") == 1
    assert "*</" not in page


def test_a_field_of_a_draft_that_is_wanted_later_says_nothing() -> None:
    form = Entry()
    form.fields["seen_on"].wanted_later = True  # type: ignore[attr-defined]
    assert "(if you like)" not in shown(form)


def test_words_of_labels_and_errors_are_never_markup() -> None:
    hostile = "<img src=x onerror=alert(1)>"
    form = Entry({"what_we_saw": hostile, "seen_on": ""})
    form.add_error("what_we_saw", hostile)
    form.add_error(None, hostile)
    assert "<img" not in shown(form)


def test_fields_are_well_formed(wrong: str) -> None:
    parser = html5lib.HTMLParser(strict=True)
    parser.parse(f"<!doctype html><html><head><title>t</title></head><body>{wrong}</body></html>")
