"""A parents' page as one mother gets it, in each language, plain, large and with clear letters."""

from dataclasses import replace
from datetime import date, time

from isp_portal.documents.facts import (
    Change,
    ChangedPart,
    ChangedSince,
    PageLine,
    ParentsPage,
    Recipient,
)
from tests.documents.samples import PLAN

PAGE = ParentsPage(
    setting=PLAN.setting,
    child=PLAN.child,
    recipient=Recipient(name="Grażyna Wójcik", relationship="mother"),
    plan_title=PLAN.paper_title,
    number=PLAN.number,
    version=PLAN.version,
    version_of=PLAN.version_of,
    issued_on=PLAN.issued_on,
    replaces=PLAN.replaces,
    changed=ChangedSince(
        copy_of=date(2026, 11, 2),
        rows=(
            Change(
                words="Strategy 2: what adults do and at home changed.",
                about="Strategy 2",
                tag="Changed",
                parts=(ChangedPart(name="what adults do"), ChangedPart(name="at home")),
            ),
            Change(words="Target B: a smaller step.", about="Target B", tag="Smaller step"),
        ),
        sign_again=True,
        held="version 1",
    ),
    we_do=tuple(PageLine(number=s.number, words=s.what_adults_do) for s in PLAN.strategies),
    at_home=tuple(PageLine(number=s.number, words=s.at_home) for s in PLAN.strategies),
    meets_on=date(2026, 12, 10),
    meets_at=time(15, 30),
    place="Willow Room",
    interpreter="Farah Aziz",
    window_opens_on=PLAN.window_opens_on,
    due_on=PLAN.due_on,
    senco="Nkechi Adeyemi-Rowe",
)
READERS = {
    "pl": PAGE.recipient,
    "ro": Recipient(name="Ștefania Țăranu-Mîndru", relationship="mother"),
    "ur": Recipient(name="Sana Siddiqui صنا صدیقی", relationship="mother"),
    "ar": Recipient(name="Huda Al-Masri هدى المصري", relationship="grandmother"),
    "en-gb": Recipient(name="Gwenllïan Ŵyn-Hughes", relationship="foster carer"),
}


def page_in(code: str, **how: bool) -> ParentsPage:
    """The page for the reader of this language; `how`: wants_large_print, wants_clear_letters."""
    return replace(PAGE, recipient=replace(READERS[code], language=code, **how))
