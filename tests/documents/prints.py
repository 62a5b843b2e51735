"""What staff print: Zosia's week with all three strategies and both targets, and a group map."""

from datetime import date

from isp_portal.documents.facts import (
    GroupMapPaper,
    MapChild,
    MapRow,
    RecordSheet,
    SheetDay,
    SheetLine,
)
from tests.documents.samples import PLAN

SHEET = RecordSheet(
    setting=PLAN.setting,
    child=PLAN.child,
    plan_number=3,
    version=2,
    version_of=date(2026, 11, 16),
    monday=date(2026, 11, 23),
    printed_on=date(2026, 11, 20),
    lines=(
        *(
            SheetLine(name=f"Strategy {line.number}", words=line.what_adults_do)
            for line in PLAN.strategies
        ),
        *(SheetLine(name=f"Target {line.letter}", words=line.small_step) for line in PLAN.targets),
    ),
    days=(
        SheetDay(on=date(2026, 11, 23)),
        SheetDay(on=date(2026, 11, 24), why_not="not a day here"),
        SheetDay(on=date(2026, 11, 25)),
        SheetDay(on=date(2026, 11, 26)),
        SheetDay(on=date(2026, 11, 27), why_not="closed: training day", is_closed=True),
    ),
)
MAP = GroupMapPaper(
    setting=PLAN.setting,
    title="Autumn term",
    starts_on=date(2026, 9, 7),
    ends_on=date(2026, 12, 18),
    printed_on=date(2026, 11, 23),
    printed_by="Nkechi Adeyemi-Rowe",
    rows=(
        MapRow(
            area="Communication and interaction",
            intervention="Talk and listen group",
            aim="Two-word phrases in play, with a friend beside",
            lead="Nkechi Adeyemi-Rowe",
            delivered_by="Siân Ŵyn-Hughes and Błażej Kowal",
            how_much="3 × 15 minutes a week, 12 weeks, group of 4",
            starts_on=date(2026, 9, 14),
            ends_on=date(2026, 12, 4),
            entry_measure="One word at a time; Early Support band 3",
            exit_measure="Two words in 6 of 10 turns",
            cost="Within staffing",
            children=(
                MapChild(
                    name="Zofia Grażyna Wójcik-Łęcka",
                    effect="Asks for “more milk”",
                    attended=21,
                    marked=24,
                ),
                MapChild(name="Idris Mensah"),
            ),
            others=2,
            held=25,
            planned=30,
            decided="Continue. With a group of three",
        ),
        MapRow(
            area="Communication and interaction",
            intervention="Signing at snack",
            aim="Ten signs that the table uses",
            lead="Nkechi Adeyemi-Rowe",
            delivered_by="Everybody at the table",
            how_much="5 × 20 minutes a week, 6 weeks, group of 6",
            starts_on=date(2026, 11, 2),
            ends_on=date(2026, 12, 11),
            entry_measure="Two signs",
            others=1,
        ),
        MapRow(
            area="Physical and sensory",
            intervention="Big movements",
            aim="Steps on and off a low beam with one hand held",
            lead="Nia Parry",
            delivered_by="Nia Parry",
            how_much="2 × 20 minutes a week, 12 weeks, group of 3",
            starts_on=date(2026, 9, 14),
            ends_on=date(2026, 12, 4),
            entry_measure="Both hands held",
            children=(MapChild(name="Idris Mensah", effect="One hand on 3 days of 4"),),
        ),
    ),
)
