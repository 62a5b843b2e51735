"""Three children who came in from a nursery system's file, and a print that the worker makes."""

from datetime import date, timedelta

from accounts.rules.half_term import monday_of
from children.actions import register
from children.intake.reader import read_sheet
from children.models import Child
from children.rules.register.columns import Column
from isp_portal.demo.stories.places import Place
from isp_portal.documents.actions.pack import print_papers
from isp_portal.documents.models import PackOf
from plans.models import SupportPlan

FILE = "october-starters.csv"
HEADINGS = (
    "Child name,Date of birth,Room,Key person,Home language,Sessions,Parent 1,Parent 1 mobile"
)
KEY_PERSON = "Dele Okafor"


def starters(today: date, known: Child) -> bytes:
    """The file as exported: three who are new, one who is known, and one without a birthday."""
    born = [today - timedelta(days=365 * 3 + days) for days in (12, 140, 301)]
    lines = (
        HEADINGS,
        f'"Fairbairn, Isla",{born[0]:%d/%m/%Y},Meadow,{KEY_PERSON},English,Mon-Fri AM,Rory Fairbairn,07700 900641',
        f'"Kaczmarek, Tymon",{born[1]:%d/%m/%Y},Meadow,{KEY_PERSON},Polish,"Mon, Wed",Magda Kaczmarek,07700 900642',
        f'"Osei-Mensah, Esi",{born[2]:%d/%m/%Y},Orchard,{KEY_PERSON},Twi,"Tue, Thu",Abena Osei-Mensah,07700 900643',
        f"{known.legal_name},{known.date_of_birth:%d/%m/%Y},Orchard,,,,,",
        '"Lowe, Jasper",,Meadow,,English,,,',
    )
    return "\r\n".join(lines).encode("utf-8-sig")


def tell_import(known: Child, place: Place, today: date) -> None:
    """The SENCO brought the file in, and left out the row that had a mistake."""
    by = place.senco().as_actor()
    sheet = read_sheet(starters(today, known), FILE)
    found = register.stage_register(setting=place.setting, sheet=sheet, by=by)
    columns = [Column(code) for code in found.columns]
    register.name_columns(register_import=found, columns=columns, date_order="", by=by)
    register.add_register(register_import=found, leave_out_wrong=True, by=by)


def tell_print(place: Place, today: date) -> None:
    """This week's record sheets of whoever has a plan: made once the worker runs."""
    senco = place.senco()
    plans = SupportPlan.objects.finalised().filter(child__setting=place.setting)
    print_papers(
        membership=senco,
        children=list(Child.objects.active().filter(pk__in=plans.values("child"))),
        of=PackOf.SHEETS,
        monday=monday_of(today),
        issue_missing=False,
        two_sided=True,
        by=senco.as_actor(),
    )
