"""Who the stories are about: one child for every row of the decision table, and some beside it."""

from dataclasses import dataclass, field

COMMUNICATION, COGNITION, SEMH, PHYSICAL = "communication", "cognition", "semh", "sensory_physical"


@dataclass(frozen=True, slots=True)
class SentReport:
    """A report: the agency's kind, how many weeks ago it is dated, and what it holds."""

    kind: str
    weeks_ago: int
    strategies: bool
    targets: bool
    sent_by: str = "agency"


@dataclass(frozen=True, slots=True)
class Seen:
    """An agency's path: weeks ago first seen (None: still waiting), and discharged if at all."""

    kind: str
    first_seen: int | None
    discharged: int | None = None


@dataclass(frozen=True, slots=True)
class Advised:
    use: str
    by: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Story:
    """One child. `behaviour` and `evidence` None: nobody has been asked. `plan_weeks` says how many
    weeks ago a finalised plan began; `is_draft` that one is being written; `review` is "planned",
    "held", "finalised" or none. `odd_weeks`: the plan began on a Monday from which the holidays move
    the review out of six to eight weeks, where there is such a Monday."""

    legal: str
    called: str
    born: tuple[int, int, int]
    room: str
    key_person: str
    language: str = "English"
    areas: tuple[str, ...] = (COMMUNICATION,)
    behaviour: bool | None = False
    evidence: bool | None = None
    seen: tuple[Seen, ...] = ()
    reports: tuple[SentReport, ...] = ()
    advised: tuple[Advised, ...] = ()
    on_map: tuple[str, ...] = ()
    level: str = ""
    hours: str = "Mon to Thu, mornings"
    contacts: tuple[tuple[str, str], ...] = ()
    restricted: str = ""
    plan_weeks: int | None = None
    odd_weeks: bool = False
    is_draft: bool = False
    later_report: SentReport | None = None
    review: str = ""
    profile: dict[str, str] = field(default_factory=dict)


INCLUSION_AGAINST = Advised("do_not_use", "inclusion_team", "Grace Tan", "Area SENCO")
INCLUSION_FOR = Advised("use", "inclusion_team", "Grace Tan", "Area SENCO")

ACORNS = (
    Story(
        "Oluwaseyifunmi Adeyemi-Blackwood",
        "Seyi",
        (1, 2, 14),
        "Orchard",
        "Kemi Adebayo",
        language="Yoruba",
        seen=(Seen("speech", 24),),
        reports=(SentReport("speech", 9, strategies=True, targets=False),),
        level="GR1",
        contacts=(("Priya Blackwood", "mother"), ("Gareth Blackwood", "father")),
        restricted="Gareth Blackwood",
        plan_weeks=7,
        review="planned",
        profile={
            "what_people_like": "Seyi laughs with his whole body and wants you to join in.",
            "what_matters": "His train with the red funnel. Banana at snack.",
            "how_to_support": "Say his name, wait, show the picture. He needs a moment.",
            "what_i_enjoy": "Tall towers, water, being outside first.",
            "what_upsets": "Being hurried from one thing to the next.",
        },
    ),
    Story(
        "Zofia Wiśniewska-Dąbrowska",
        "Zofia",
        (1, 11, 3),
        "Orchard",
        "Kemi Adebayo",
        language="Polish",
        areas=(SEMH,),
        behaviour=True,
        evidence=True,
        level="GR1",
        contacts=(("Agnieszka Dąbrowska", "mother"),),
        plan_weeks=11,
    ),
    Story(
        "Caoimhe Ní Dhomhnaill",
        "Caoimhe",
        (1, 3, 9),
        "Orchard",
        "Kemi Adebayo",
        language="Irish",
        areas=(COGNITION,),
        evidence=True,
        level="GR1",
        contacts=(("Sinéad Ní Dhomhnaill", "mother"),),
    ),
    Story(
        "Haruki Tanaka",
        "Haruki",
        (1, 6, 21),
        "Orchard",
        "Kemi Adebayo",
        language="Japanese",
        evidence=True,
        seen=(Seen("hearing", 6),),
        level="GR2",
        contacts=(("Yumi Tanaka", "mother"), ("Ren Tanaka", "father")),
        is_draft=True,
    ),
    Story(
        "Amara Nwosu",
        "",
        (1, 1, 30),
        "Meadow",
        "Dele Okafor",
        areas=(PHYSICAL, COMMUNICATION),
        seen=(Seen("physiotherapy", 30),),
        reports=(SentReport("physiotherapy", 5, strategies=True, targets=True),),
        level="GR2",
        contacts=(("Chidi Nwosu", "father"),),
    ),
    Story(
        "Bronwyn Pritchard",
        "",
        (2, 10, 12),
        "Meadow",
        "Dele Okafor",
        language="Welsh",
        evidence=False,
        contacts=(("Rhian Pritchard", "mother"),),
    ),
    Story(
        "Ibrahim Yusuf",
        "Ibby",
        (1, 5, 4),
        "Meadow",
        "Dele Okafor",
        language="Somali",
        evidence=True,
        on_map=(COMMUNICATION,),
        level="GR1",
        contacts=(("Hodan Yusuf", "mother"),),
    ),
    Story(
        "Matilda Ashworth",
        "Tilly",
        (1, 12, 17),
        "Meadow",
        "Dele Okafor",
        evidence=True,
        advised=(INCLUSION_AGAINST,),
        level="GR1",
    ),
    Story(
        "Kofi Mensah-Boateng",
        "Kofi",
        (2, 9, 28),
        "Meadow",
        "Dele Okafor",
        language="Twi",
        areas=(SEMH,),
        advised=(INCLUSION_FOR,),
        contacts=(("Abena Mensah", "grandmother"),),
    ),
    Story(
        "Aleksander Kowal",
        "Olek",
        (0, 4, 2),
        "Orchard",
        "Kemi Adebayo",
        language="Polish",
        evidence=True,
        level="GR1",
    ),
    Story(
        "Priyanka Raghunathan",
        "Priyanka",
        (2, 11, 23),
        "Orchard",
        "Kemi Adebayo",
        language="Tamil",
        behaviour=None,
    ),
    Story(
        "Noor Al-Hassan",
        "Noor",
        (1, 7, 15),
        "Orchard",
        "Kemi Adebayo",
        language="Arabic",
        areas=(SEMH,),
        behaviour=True,
        advised=(INCLUSION_AGAINST,),
        level="GR2",
        contacts=(("Layla Al-Hassan", "mother"),),
        plan_weeks=8,
        review="held",
    ),
    Story(
        "Theodore Fairweather",
        "Teddy",
        (2, 2, 6),
        "Meadow",
        "Dele Okafor",
        areas=(COMMUNICATION, SEMH),
        evidence=True,
        seen=(Seen("speech", None),),
        on_map=(COMMUNICATION,),
        level="GR1",
        contacts=(("Imogen Fairweather", "mother"),),
    ),
    Story(
        "Esmé Beaumont",
        "",
        (1, 10, 5),
        "Meadow",
        "Dele Okafor",
        evidence=False,
        seen=(Seen("ed_psychology", 90, discharged=30),),
        later_report=SentReport(
            "ed_psychology", 60, strategies=True, targets=False, sent_by="parent"
        ),
        level="GR2",
        contacts=(("Camille Beaumont", "mother"),),
    ),
    Story(
        "Ffion Rees-Abara",
        "Ffion",
        (1, 4, 18),
        "Meadow",
        "Dele Okafor",
        language="Welsh",
        areas=(COGNITION,),
        evidence=True,
        level="GR1",
        contacts=(("Megan Rees", "mother"), ("Emeka Abara", "father")),
        plan_weeks=9,
        review="finalised",
    ),
    Story(
        "Dmytro Kovalenko",
        "Dima",
        (1, 8, 2),
        "Meadow",
        "Dele Okafor",
        language="Ukrainian",
        areas=(PHYSICAL,),
        behaviour=True,
        level="GR1",
        contacts=(("Oksana Kovalenko", "mother"),),
        plan_weeks=2,
        odd_weeks=True,
    ),
)
OAKS = (
    Story("Bilal Sheikh", "", (1, 5, 9), "Owls", "Olga Petrenko", language="Urdu", evidence=True),
)
CHILDMINDER = (
    Story(
        "Delilah Onyango", "Lila", (2, 8, 19), "Home", "Mo Rahman", areas=(SEMH,), behaviour=True
    ),
)
