"""What a report recommends: written down line by line, changed, taken off and put back."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.access import StaffRequest, staff_with
from accounts.rules.roles import Permission
from agencies import actions
from agencies.forms.recommendation import RecommendationEditForm, RecommendationForm
from agencies.models import Recommendation, Report
from agencies.queries.reading import Reading, reading_of
from agencies.queries.recommendations import recommendations_of, still_said_to_hold
from children.access import child_or_404, show
from children.models import Child
from children.views.answers import posted, said_or_refused, to_page

PAGE = "agencies:recommendations"


@staff_with(Permission.RECORD_REPORT)
def recommendations(request: StaffRequest, child_id: UUID, report_id: UUID) -> HttpResponse:
    """`agencies/children/<id>/reports/<id>/recommendations/`: the lines, and the next one.

    `?file=…&at=3` reads a page of a file beside the form, `&take=5` writes its fifth sentence there.
    """
    child = child_or_404(request, child_id)
    report = report_behind(request, child, report_id)
    asked = {name: request.GET.get(name, "") for name in ("kind", "page", "file", "at", "take")}
    reading = reading_of(report, asked["file"], asked["at"])
    form = RecommendationForm(posted(request), initial=begun(asked, reading))
    if form.is_valid() and form.makes(
        lambda: actions.add_recommendation(
            report=report, values=form.cleaned_data, by=request.actor
        ),
        request.actor,
    ):
        return ready_for_the_next(form, child, report, asked)
    listed, removed = recommendations_of(report)
    context = {
        "form": form,
        "child": child,
        "report": report,
        "reading": reading,
        "rows": listed,
        "removed": removed,
        "still_said": still_said_to_hold(report),
    }
    return show(request, "agencies/recommendations.html", context, children=[child])


def begun(asked: dict[str, str], reading: Reading | None) -> dict[str, str]:
    """What the form begins with: the sentence that was chosen, and the page that is read."""
    begun = {"kind": asked["kind"], "page": asked["page"]}
    if reading and (words := reading.taken(asked["take"])):
        return {**begun, "words": words, "page": str(reading.number)}
    if reading and reading.sentences and not begun["page"]:
        return {**begun, "page": str(reading.number)}
    return begun


def ready_for_the_next(
    form: RecommendationForm, child: Child, report: Report, asked: dict[str, str]
) -> HttpResponse:
    """The same page with an empty form: the next line is mostly of the same kind and page."""
    same = {name: form.cleaned_data[name] for name in ("kind", "page")}
    same |= {name: asked[name] for name in ("file", "at") if asked[name]}
    return redirect(f"{reverse(PAGE, args=[child.pk, report.pk])}?{urlencode(same)}#next")


@staff_with(Permission.RECORD_REPORT)
def recommendation_edit(
    request: StaffRequest, child_id: UUID, recommendation_id: UUID
) -> HttpResponse:
    """`agencies/children/<id>/recommendations/<id>/edit/`."""
    child = child_or_404(request, child_id)
    line = line_behind(request, child, recommendation_id)
    form = RecommendationEditForm(posted(request), record=line)
    if form.is_valid() and form.saves(
        lambda: actions.change_recommendation(
            line=line,
            values=form.values(),
            seen_version=form.cleaned_data["seen_version"],
            by=request.actor,
        )
    ):
        return to_report(request, line, "Saved.")
    context = {"form": form, "child": child, "report": line.report}
    return show(request, "agencies/recommendation_form.html", context, children=[child])


@staff_with(Permission.RECORD_REPORT)
@require_POST
def recommendation_take_off(
    request: StaffRequest, child_id: UUID, recommendation_id: UUID
) -> HttpResponse:
    """`agencies/children/<id>/recommendations/<id>/take-off/`: its words stay."""
    child = child_or_404(request, child_id)
    line = line_behind(request, child, recommendation_id)
    undo = reverse("agencies:recommendation_put_back", args=[child.pk, line.pk])
    said = said_or_refused(
        lambda: actions.take_off_recommendation(line=line, by=request.actor),
        "Taken off. Its words are kept.",
    )
    return to_report(request, line, said, undo)


@staff_with(Permission.RECORD_REPORT)
@require_POST
def recommendation_put_back(
    request: StaffRequest, child_id: UUID, recommendation_id: UUID
) -> HttpResponse:
    """`agencies/children/<id>/recommendations/<id>/put-back/`"""
    child = child_or_404(request, child_id)
    line = line_behind(request, child, recommendation_id)
    said = said_or_refused(
        lambda: actions.put_back_recommendation(line=line, by=request.actor), "Put back."
    )
    return to_report(request, line, said)


def to_report(
    request: StaffRequest, line: Recommendation, said: str, undo: str = ""
) -> HttpResponse:
    ids = {"child_id": line.report.child_id, "report_id": line.report_id}
    return to_page(request, PAGE, said, undo, **ids)


def report_behind(request: StaffRequest, child: Child, report_id: UUID) -> Report:
    reports = Report.objects.visible_to(request.membership).select_related("agency", "child")
    return get_object_or_404(reports, child=child, pk=report_id)


def line_behind(request: StaffRequest, child: Child, recommendation_id: UUID) -> Recommendation:
    lines = Recommendation.objects.visible_to(request.membership)
    rows = lines.select_related("report__agency", "report__child")
    return get_object_or_404(rows, report__child=child, pk=recommendation_id)
