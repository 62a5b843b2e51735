"""Made-up families for the papers: one ordinary plan, one very long one, one with hostile text."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from isp_portal.documents.facts import (
    Change,
    ChangedSince,
    Child,
    FamilySay,
    PlanPaper,
    Recipient,
    Setting,
    SignOff,
    Source,
    Strategy,
    Target,
    WhyThisPlan,
)

LONDON = ZoneInfo("Europe/London")
THERAPY = Source(
    kind="report", words="Speech and language therapy", dated_on=date(2026, 10, 9), page="3"
)

PLAN = PlanPaper(
    setting=Setting(
        name="Llwyn Hazel Nursery",
        address="3 Weir Bank, Harrowby HB4 7TW",
        phone="01632 960 207",
        email="hello@hazel.example",
    ),
    child=Child(
        preferred_name="Zosia",
        legal_name="Zofia Grażyna Wójcik-Łęcka",
        born=date(2023, 3, 9),
        stage_words="preschool year",
        languages="Polish at home, English here",
        key_person="Siân Ŵyn-Hughes",
        room="Willow Room",
    ),
    recipient=Recipient(name="Grażyna Wójcik", relationship="mother"),
    paper_title="Individual Support Plan",
    number=3,
    version=2,
    version_of=date(2026, 11, 16),
    issued_on=date(2026, 11, 23),
    replaces="version 1 of 2 Nov 2026",
    starts_on=date(2026, 11, 2),
    window_opens_on=date(2026, 12, 4),
    due_on=date(2026, 12, 18),
    area_of_need="Communication and interaction",
    strengths="Zosia knows every song we sing and hums the next one before we start it. "
    "She lines up the small animals with great care and laughs when one falls.",
    matters="Her rabbit in its bag, and knowing who fetches her.",
    child_showed_it="She points at the door picture.",
    hard_just_now="Following words when the room is loud; leaving water play.",
    family=FamilySay(
        words="W domu rozumie więcej, niż mówi. Chcemy, żeby miała przyjaciół.",
        who="Grażyna",
        said_on=date(2026, 11, 2),
        language="pl",
    ),
    why=WhyThisPlan(
        sentence="She is in her preschool year, and speech and language therapy has sent us "
        "strategies, not targets. The guidance then asks for this plan, reviewed every 6 to 8 weeks",
        clauses=("C1", "C4"),
    ),
    changed=ChangedSince(
        copy_of=date(2026, 11, 2),
        rows=(
            Change(words="Strategy 2: photographs in place of drawings. Target B: a smaller step."),
        ),
        sign_again=True,
    ),
    strategies=(
        Strategy(
            number=1,
            what_adults_do="Say her name, wait until she looks, then use two or three words: “Zosia, coat on.”",
            when_and_where="Each change of activity, indoors and out",
            how_often="six a day",
            who="Every adult in Willow Room",
            at_home="Same words before meals and bath",
            source=THERAPY,
        ),
        Strategy(
            number=2,
            what_adults_do="Show the “now and next” strip and let her move the picture herself",
            when_and_where="Before tidy-up, lunch and home time, by the door",
            who="Siân or Błażej",
            at_home="Strip on the fridge; we lend the cards",
            resources="Strip, six photographs, hook by the door",
            source=replace(THERAPY, page="4"),
            changed_on=date(2026, 11, 16),
        ),
        Strategy(
            number=3,
            what_adults_do="Sit beside her and copy her play for five minutes before adding one new idea",
            when_and_where="Water tray, after snack",
            how_often="three times a week",
            who="Siân",
            at_home="Ten minutes of rabbits on the floor, her rules",
            source=Source(kind="parent", words="Grażyna told us what works at home, 2 Nov 2026"),
        ),
    ),
    targets=(
        Target(
            letter="A",
            small_step="Zosia stops and looks when an adult says her name once",
            starting_point="Looks in 2 of 10 tries when the room is quiet",
            starting_on=date(2026, 11, 2),
            know_when="She looks in 7 of 10 tries in a busy room, on 3 days",
            served_by=(1, 2),
            by_when=date(2026, 12, 18),
            source=THERAPY,
        ),
        Target(
            letter="B",
            small_step="Zosia moves to the next activity with the strip and one reminder",
            starting_point="Full help; cries at 4 of 6 changes",
            starting_on=date(2026, 11, 2),
            know_when="At most one prompt at 4 of 6 changes, 2 days running",
            served_by=(1, 2),
            by_when=date(2026, 12, 18),
            source=Source(
                kind="setting", words="Adapts target B of plan 2; tracker, 2 Oct 2026, step 7"
            ),
            changed_on=date(2026, 11, 16),
        ),
    ),
    sign_offs=(
        SignOff(
            capacity="Key person",
            name="Siân Ŵyn-Hughes",
            answer="agreed",
            method_words="Signed in the portal",
            answered_at=datetime(2026, 11, 16, 16, 20, tzinfo=LONDON),
        ),
        SignOff(
            capacity="SENCO",
            name="Nkechi Adeyemi-Rowe",
            answer="agreed",
            method_words="Signed in the portal",
            answered_at=datetime(2026, 11, 16, 17, 5, tzinfo=LONDON),
        ),
        SignOff(capacity="Parent", name="Grażyna Wójcik", relationship="mother"),
    ),
)


def _long(tag: str) -> str:
    """600 characters that begin and end with words of their own."""
    filling = "watches the others fill the red bucket and waits for a turn with the wide spoon "
    return f"Begin {tag} {filling * 8}"[: 595 - len(tag)].rstrip() + f" end {tag}"


LONG_PLAN = replace(
    PLAN,
    strategies=tuple(
        replace(
            PLAN.strategies[0],
            number=number,
            what_adults_do=_long(f"doing{number}"),
            when_and_where=_long(f"when{number}"),
            who=_long(f"who{number}"),
            at_home=_long(f"home{number}"),
            resources=_long(f"with{number}"),
        )
        for number in range(1, 13)
    ),
    targets=tuple(
        replace(
            PLAN.targets[0],
            letter=letter,
            small_step=_long(f"step{letter}"),
            starting_point=_long(f"start{letter}"),
            know_when=_long(f"know{letter}"),
        )
        for letter in "ABCD"
    ),
)

HOSTILE = "<script>alert(1)</script> {{ 7|add:7 }} {% now 'Y' %} </p><img src=x> &amp; \" '"


def hostile_plan() -> PlanPaper:
    """The plan with markup and template text in every text that people type."""
    plan = PLAN
    return replace(
        plan,
        setting=replace(plan.setting, name=f"{HOSTILE} s1", address=f"{HOSTILE} s2"),
        child=replace(plan.child, preferred_name=f"{HOSTILE} c1", legal_name=f"{HOSTILE} c2"),
        recipient=Recipient(name=f"{HOSTILE} r1", relationship=f"{HOSTILE} r2"),
        strengths=f"{HOSTILE} p1",
        matters=f"{HOSTILE} p2",
        hard_just_now=f"{HOSTILE} p3",
        starting_point=f"{HOSTILE} p4",
        family=replace(plan.family, words=f"{HOSTILE} f1", who=f"{HOSTILE} f2"),
        why=WhyThisPlan(sentence=f"{HOSTILE} w1"),
        strategies=(
            replace(
                plan.strategies[0],
                what_adults_do=f"{HOSTILE} a1",
                when_and_where=f"{HOSTILE} a2",
                who=f"{HOSTILE} a3",
                how_often=f"{HOSTILE} a4",
                resources=f"{HOSTILE} a5",
                at_home=f"{HOSTILE} a6",
                different_from=f"{HOSTILE} a7",
                source=Source(kind="setting", words=f"{HOSTILE} a8"),
            ),
        ),
        targets=(
            replace(
                plan.targets[0],
                small_step=f"{HOSTILE} t1",
                starting_point=f"{HOSTILE} t2",
                know_when=f"{HOSTILE} t3",
                adapts=f"{HOSTILE} t4",
            ),
        ),
        sign_offs=(replace(plan.sign_offs[0], name=f"{HOSTILE} g1", comments=f"{HOSTILE} g2"),),
    )
