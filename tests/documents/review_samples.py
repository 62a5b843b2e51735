"""Made-up minutes and an invitation for Zosia: ordinary ones, long ones, ones with hostile text."""

from dataclasses import replace
from datetime import date, time

from isp_portal.documents.facts import Change, ChangedPart, ChangedSince, SignOff, Source
from isp_portal.documents.facts.agency_letter import AgencyLetter, LetterConsent
from isp_portal.documents.facts.letter import ReviewLetter
from isp_portal.documents.facts.minutes import (
    Agreed,
    Came,
    ChildView,
    Corrected,
    CouldNotCome,
    Covered,
    Decided,
    FromLastTime,
    HelpCount,
    LineReviewed,
    MinutesPaper,
    NextReview,
    View,
)
from tests.documents.samples import PLAN, THERAPY


def helped(**entries: int) -> tuple[HelpCount, ...]:
    return tuple(HelpCount(level=level, entries=count) for level, count in entries.items())


MINUTES = MinutesPaper(
    setting=PLAN.setting,
    child=PLAN.child,
    recipient=PLAN.recipient,
    paper_title="Minutes of review of intervention",
    plan_title="Individual Support Plan",
    plan_number=3,
    plan_version=2,
    version=1,
    version_of=date(2026, 12, 15),
    issued_on=date(2026, 12, 15),
    held_on=date(2026, 12, 14),
    how_held="in_person",
    minutes_by="Nkechi Adeyemi-Rowe, SENCO",
    covered=Covered(
        first_on=date(2026, 11, 2),
        last_on=date(2026, 12, 14),
        open_weeks=6,
        attended=26,
        possible=28,
        unknown=1,
    ),
    came=(
        Came(name="Grażyna Wójcik", capacity="mother"),
        Came(name="Siân Ŵyn-Hughes", capacity="key person"),
        Came(name="Nkechi Adeyemi-Rowe", capacity="SENCO"),
        Came(name="Farida Nowak", capacity="interpreter"),
    ),
    could_not_come=(
        CouldNotCome(
            name="Jakub Łęcki",
            capacity="father",
            because="at work",
            heard="gave his view by phone to Siân on 7 December",
        ),
        CouldNotCome(
            name="Speech and language therapy",
            capacity="agency",
            heard="sent its report of 9 October in place of coming",
        ),
    ),
    from_last_time=(
        FromLastTime(what="Lend a picture strip", outcome="done", looked_on=date(2026, 11, 9)),
        FromLastTime(
            what="Hearing check",
            outcome="carried",
            looked_on=date(2026, 12, 14),
            words="The clinic moved the day",
        ),
    ),
    attendance_effect="Two days with a cold in November; no gap in the record that matters.",
    strategies=(
        LineReviewed(
            label="1",
            words="Say her name, wait until she looks, then use two or three words",
            verdict="keep",
            helped=helped(full=5, some=6),
            why="She looks sooner when the voice is near her.",
            next_words="Same words at every change of activity, all adults",
            next_source=THERAPY,
        ),
        LineReviewed(
            label="2",
            words="Show the “now and next” strip with drawings",
            verdict="change",
            helped=helped(full=8, some=1),
            not_delivered=2,
            why="She looks past the drawings; she points at photographs.",
            next_words="Let her move the picture herself",
            next_source=replace(THERAPY, page="4"),
        ),
        LineReviewed(
            label="3",
            words="Sing the tidy-up song twice before stopping",
            verdict="stop",
            helped=helped(full=2, not_tried=2),
            why="The singing upset her on 23 and 24 November.",
            next_words="Copy her play instead, which works at home",
            next_source=Source(kind="parent", words="Grażyna, 14 Dec 2026"),
        ),
    ),
    targets=(
        LineReviewed(
            label="A",
            words="Zosia takes an adult’s hand to ask for a toy",
            verdict="achieved",
            helped=helped(full=3, some=4, prompted=4, alone=3),
            why="Alone on 2, 7 and 9 December.",
            what_next="next_step",
            next_words="She stops and looks when an adult says her name once",
            next_know_when="7 of 10 tries in a busy room, on 3 days",
            next_source=THERAPY,
        ),
        LineReviewed(
            label="B",
            words="Zosia moves to lunch when the strip is shown",
            verdict="partly",
            helped=helped(full=7, some=2),
            why="She walks in calmly when Siân goes with her.",
            what_next="adapted_step",
            next_words="With the strip and one reminder, at any change. Smaller and clearer",
            next_know_when="At most one prompt at 4 of 6 changes",
            next_source=Source(kind="setting", words="Early Support tracker, 2 Oct 2026, step 7"),
        ),
    ),
    views=(
        View(
            who="Grażyna Wójcik",
            relationship="mother",
            answer="given",
            said_on=date(2026, 12, 14),
            words="She comes home happy. She is asking with her hand now, even with her cousins. "
            "I do not want everyone to help her before she has had time. Let her try.",
            how="in person",
            language="Polish",
            through="Farida Nowak",
            written_down_by="Nkechi Adeyemi-Rowe",
        ),
        View(
            who="Jakub Łęcki",
            relationship="father",
            answer="given",
            said_on=date(2026, 12, 7),
            words="I want to know what to do at weekends.",
            how="by phone",
            written_down_by="Siân Ŵyn-Hughes",
        ),
    ),
    agency_comments="The therapist asks for photographs of real places.",
    child_view=ChildView(
        words="She chose the photographs over the drawings, three times of three, and put the "
        "song card in the bin.",
        how="Asked with two cards by Siân, 7 December.",
    ),
    decided=Decided(
        label="Adapt the plan",
        words="Plan 4 starts today with strategies 1, 2 (changed) and 3 (new). Stays at GR2.",
    ),
    actions=(
        Agreed(
            what="Photograph strip by the door, and a set to take home",
            who="Siân Ŵyn-Hughes",
            by_on=date(2027, 1, 8),
        ),
        Agreed(
            what="Send Jakub three things to try at weekends",
            who="Siân Ŵyn-Hughes",
            by_on=date(2026, 12, 18),
        ),
        Agreed(
            what="Hearing check",
            who="Nkechi Adeyemi-Rowe",
            by_on=date(2027, 1, 15),
            is_carried=True,
        ),
    ),
    next_review=NextReview(
        on=date(2027, 2, 8),
        at=time(15, 30),
        because="Eight weeks from today, after the new term has begun.",
    ),
    sign_offs=(
        SignOff(capacity="Parent", name="Grażyna Wójcik", relationship="mother"),
        SignOff(capacity="Key person", name="Siân Ŵyn-Hughes"),
        SignOff(capacity="SENCO", name="Nkechi Adeyemi-Rowe"),
    ),
)
CORRECTED = replace(
    MINUTES,
    version=2,
    version_of=date(2027, 1, 6),
    issued_on=date(2027, 1, 6),
    replaces="version 1 of 15 Dec 2026",
    corrections=(
        Corrected(
            version=2,
            on=date(2027, 1, 6),
            words="The hearing check was on 9 December, not moved.",
            by="Nkechi Adeyemi-Rowe",
        ),
    ),
)
LETTER = ReviewLetter(
    setting=PLAN.setting,
    child=PLAN.child,
    recipient=PLAN.recipient,
    address=("Flat 3, 18 Weir Bank", "Harrowby", "HB4 7TR"),
    number=1,
    issued_on=date(2026, 11, 30),
    plan_title="Individual Support Plan",
    plan_number=3,
    planned_on=date(2026, 12, 14),
    planned_time=time(15, 30),
    place="Willow Room, door on Weir Lane",
    invited=(
        Came(name="Siân Ŵyn-Hughes", capacity="key person"),
        Came(name="Nkechi Adeyemi-Rowe", capacity="SENCO"),
        Came(name="Speech and language therapy", capacity="agency"),
    ),
    signed_by=Came(name="Nkechi Adeyemi-Rowe", capacity="SENCO"),
)
AGENCY_LETTER = AgencyLetter(
    setting=PLAN.setting,
    child=PLAN.child,
    to_name="Gwenllïan Ŵyn-Ŷnys",
    to_job="speech and language therapist",
    agency="Harrowby Speech and Language",
    address=("Health Centre", "2 Station Road", "Harrowby HB1 3NR"),
    number=2,
    issued_on=date(2026, 11, 30),
    reference="A4F2-19",
    kind="REPORT",
    because="No report has come",
    days="Mondays to Thursdays",
    seen_on=date(2026, 9, 15),
    asked_on=date(2026, 10, 19),
    follows=date(2026, 10, 19),
    answer_by=date(2026, 12, 21),
    consent=LetterConsent(
        given_by="Grażyna Wójcik",
        relationship="mother",
        may_share="The plan and the record since September",
        how="in person",
        given_on=date(2026, 10, 2),
    ),
    signed_by=Came(name="Nkechi Adeyemi-Rowe", capacity="SENCO"),
)
CHANGED_PLAN = replace(
    PLAN,
    number=4,
    version=1,
    replaces="plan 3, version 2 of 16 Nov 2026",
    changed=ChangedSince(
        copy_of=date(2026, 11, 16),
        held="plan 3, version 2",
        sign_again=True,
        answered=True,
        same=("Strategy 1", "Strategy 3"),
        rows=(
            Change(
                words="Strategy 2: what adults do changed.",
                about="Strategy 2",
                tag="Changed",
                now="a strip with photographs; she moves the picture herself",
                before="a strip with drawings, moved by the adult",
                parts=(
                    ChangedPart(
                        name="what adults do",
                        now="a strip with photographs; she moves the picture herself",
                        before="a strip with drawings, moved by the adult",
                    ),
                ),
                why="She points at photographs.",
                source=replace(THERAPY, page="4"),
            ),
            Change(
                words="Target A: a smaller step.",
                about="Target A",
                tag="Smaller step",
                now="With the strip and one reminder, at 4 of 6 changes",
                before="Moves to lunch when the strip is shown",
                why="Full help on 4 November.",
                source=Source(kind="setting", words="tracker, step 7"),
            ),
        ),
    ),
    hard_just_now="",
    strategies=(PLAN.strategies[0],),
    targets=(PLAN.targets[1],),
)
