"""What the gallery shows: made-up children on a Monday in November, and a form filled in badly."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from django import forms

from accounts.templatetags.clauses import CLAUSES
from accounts.templatetags.portal import ICONS
from accounts.templatetags.states import STATES
from isp_portal.demo.gallery_charts import bars_sample, half_term_sample
from reviews.rules.chart import HelpChart, Point, help_chart
from reviews.rules.help import HelpLevel

TODAY = date(2026, 11, 23)
BEGAN = date(2026, 10, 5)
HELP = [
    ("full", "Full help"),
    ("some", "Some help"),
    ("prompted", "Prompted"),
    ("alone", "Alone"),
    ("not_tried", "Not tried today"),
]
VERDICTS = [
    ("achieved", "Achieved"),
    ("partly", "Partly"),
    ("not_yet", "Not yet"),
    ("stopped", "Stopped"),
]


class SampleForm(forms.Form):
    """One field of each kind, with one that is wrong."""

    what_adults_do = forms.CharField(
        label="What adults do", help_text="Begin with a verb: say, show, wait, offer."
    )
    seen_on = forms.CharField(
        label="When did you see it?", help_text="For example “today”, “Thu” or “19 11 26”."
    )
    source = forms.ChoiceField(
        label="Where it came from",
        choices=[("", "Choose a source"), ("report", "Speech report, p. 3")],
        required=False,
    )
    words = forms.CharField(
        label="What did he do?",
        help_text="A few words are enough.",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    lines = forms.MultipleChoiceField(
        label="What did you do?",
        choices=[("1", "Two choices at snack"), ("2", "Sing the tidy-up song")],
        error_messages={"required": "Choose what you did"},
        widget=forms.CheckboxSelectMultiple,
    )
    why = forms.ChoiceField(
        label="Why did it not happen?",
        choices=[("away", "Seyi was away"), ("staff", "Not enough staff in the room")],
        widget=forms.RadioSelect,
    )
    agree = forms.BooleanField(label="I have read this plan", required=False)
    report = forms.FileField(label="The report", help_text="A PDF, up to 10 MB.", required=False)

    def clean_seen_on(self) -> str:
        typed: str = self.cleaned_data["seen_on"]
        raise forms.ValidationError(f"Say when you saw this: {typed} is not a date")


class HelpForm(forms.Form):
    """The five help buttons and the four verdicts."""

    help_level = forms.ChoiceField(
        label="How much help?", choices=HELP, widget=forms.RadioSelect, initial="some"
    )
    verdict = forms.ChoiceField(
        label="Is it achieved?", choices=VERDICTS, widget=forms.RadioSelect, initial="achieved"
    )


def _bars() -> list[SimpleNamespace]:
    rows = [
        ("Running", "Needle before the band. Nothing to do.", date(2026, 11, 2), "running"),
        ("In the window", "Needle on the band: days 42 to 56.", date(2026, 10, 5), "in_window"),
        ("Overdue", "Dashed tail from the last day to today.", date(2026, 9, 7), "overdue"),
    ]
    return [
        SimpleNamespace(
            title=title,
            words=words,
            state=state,
            starts_on=starts,
            opens_on=date.fromordinal(starts.toordinal() + 42),
            due_on=date.fromordinal(starts.toordinal() + 56),
        )
        for title, words, starts, state in rows
    ]


def _answer() -> SimpleNamespace:
    fact, change = SimpleNamespace, SimpleNamespace
    return SimpleNamespace(
        tone="required",
        words="Yes, an ISP is required",
        reason="Speech and language therapy is involved and has sent strategies but no targets. "
        "Seyi is in the preschool year.",
        decided="Decided Tue 22 Sep and checked again last night. Default guidance.",
        rests_on=[
            fact(title="Stage", words="preschool year", source="born 14 Feb 2023"),
            fact(title="Agency", words="speech and language therapy", source="since 9 Jun"),
            fact(title="Received", words="strategies only", source="report of 22 Sep"),
        ],
        clauses=["C1"],
        changes=[
            change(when="If a report sets targets", then="Not required.", clause="C1"),
            change(when="If the inclusion team advises against", then="Not required.", clause="C1"),
            change(when="If adults need behaviour strategies", then="Still required.", clause="C3"),
        ],
        warnings=[
            SimpleNamespace(
                words="His level is recorded as GR1, yet an agency is involved.",
                url="#decision",
                link="Check the level",
            )
        ],
    )


def _places() -> list[SimpleNamespace]:
    labels = [
        ("Due", "clock"),
        ("Children", "people"),
        ("Reviews", "window"),
        ("Agencies", "envelope"),
        ("Provision map", "map"),
        ("Setting", "cog"),
    ]
    return [
        SimpleNamespace(label=label, url="#content", icon=icon, is_current=label == "Due")
        for label, icon in labels
    ]


def _lists() -> dict[str, Any]:
    thing = SimpleNamespace
    return {
        "facts": [
            ("Key person", "Kemi Adebayo"),
            ("Room", "Orchard"),
            ("In", "Mon to Thu, mornings"),
            ("Level", "GR1 since Jan 2026"),
        ],
        "events": [
            thing(
                on=date(2026, 11, 18),
                icon="envelope",
                title="Invited to the review",
                words="Priya Blackwood, Theo Marsh. Both said yes.",
                url="",
                link="",
            ),
            thing(
                on=date(2026, 10, 5),
                icon="page",
                title="Plan 2 began",
                words="3 strategies, 1 target.",
                url="#timeline",
                link="Open",
            ),
            thing(
                on=date(2026, 7, 2),
                icon="page-bars",
                title="Report received",
                words="6 recommendations, 4 used.",
                url="#timeline",
                link="Open",
            ),
        ],
        "parts": [
            thing(title="What", words="asks for “help”", is_there=True, is_wanted=False),
            thing(title="Where", words="snack and play", is_there=True, is_wanted=False),
            thing(title="Who", words="two adults", is_there=True, is_wanted=False),
            thing(
                title="How often",
                words="not said yet. For example “3 times in one session”",
                is_there=False,
                is_wanted=True,
            ),
        ],
        "gaps": [
            thing(
                title="Strategy 3 does not say where it came from",
                words="A report and page, you, a parent, or a behaviour need.",
                url="#gaps",
            ),
            thing(
                title="Sam has not agreed yet",
                words="You can send it to Sam now and go on with the rest.",
                url="#gaps",
            ),
        ],
        "thoughts": [thing(title="Target 1 does not say how often.", url="#gaps")],
        "rows": [
            thing(
                label="Strategy 1",
                was="Say his name, wait three seconds",
                is_now="Say his name, wait five seconds",
                change="changed",
            ),
            thing(
                label="Strategy 3",
                was="",
                is_now="Sing the tidy-up song before each change",
                change="new",
            ),
        ],
        "steps": [
            thing(
                url="#steps",
                title="About this plan",
                words="Cycle 3, begins 26 Nov",
                icon="ticked-circle",
                css="icon-leaf",
                is_current=False,
            ),
            thing(
                url="#steps",
                title="Strategies",
                words="3 strategies, 1 gap",
                icon="pencil",
                css="",
                is_current=True,
            ),
            thing(
                url="#steps",
                title="Who agrees",
                words="1 gap",
                icon="triangle",
                css="icon-amber",
                is_current=False,
            ),
        ],
    }


def gallery_page() -> dict[str, Any]:
    """Everything the gallery's template names."""
    wrong = SampleForm(
        {"what_adults_do": "Offer two choices at snack", "seen_on": "31 11 26", "why": "staff"}
    )
    return {
        "today": TODAY,
        "acting": SimpleNamespace(
            setting_name="Acorns Nursery",
            person_name="Sam Whitlock",
            role_words="SENCO",
            works_for_several=False,
        ),
        "nav": _places(),
        "form": wrong,
        "helps": HelpForm(),
        "states": [(kind, [(kind, name) for name in states]) for kind, states in STATES.items()],
        "icons": sorted(ICONS),
        "clauses": list(CLAUSES),
        "bars": _bars(),
        "answer": _answer(),
        "met": SimpleNamespace(
            differences=[
                SimpleNamespace(label="What adults do", stored="Offer three choices at snack")
            ]
        ),
        **_lists(),
        "help_line": _help_line(),
        "half_term": half_term_sample(TODAY),
        "counted": bars_sample(),
    }


def _help_line() -> HelpChart:
    levels = (HelpLevel.FULL, HelpLevel.SOME, HelpLevel.NOT_TRIED, HelpLevel.SOME, None)
    more = (HelpLevel.PROMPTED, HelpLevel.ALONE)
    points = [Point(BEGAN + timedelta(days=6 * n), level) for n, level in enumerate(levels + more)]
    closed = (date(2026, 10, 26), date(2026, 10, 30))
    return help_chart(points, first=BEGAN, last=TODAY, closures=[closed], today=TODAY)
