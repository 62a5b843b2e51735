"""The facts of a decision, as the records hold them on a day (see the decision table's inputs)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from agencies.rules.reports import current_reports
from children.models import Child
from children.rules import Stage, at_or_below, stage_on
from plans.queries.facts_rows import ChildRows, Gathered, gather
from plans.queries.facts_words import Basis, Reading, bases
from plans.rules.advice import advice_in_force
from plans.rules.answer import KnownFacts
from plans.rules.inputs import (
    GroupMapCover,
    agency_involved,
    group_map_cover,
    received,
    reports_of_discharged,
    to_ask_for_strategies,
)
from plans.rules.rulesets import RuleSetData
from plans.rules.warnings import AnswerWarning, WarningFacts, warnings


@dataclass(frozen=True, slots=True)
class RequirementInputs:
    """Everything that one answer rests on. None for a question means that nobody was asked."""

    known: KnownFacts
    behaviour: bool | None
    must_evidence: bool | None
    warnings: tuple[AnswerWarning, ...]
    rests_on: tuple[Basis, ...]
    ruleset: RuleSetData


def requirement_facts_of(children: Sequence[Child], on: date) -> dict[UUID, RequirementInputs]:
    """The inputs of many children's decisions, by child, in a fixed number of queries."""
    gathered = gather(children, on)
    return {child.pk: _inputs(child, gathered, on) for child in children}


def _inputs(child: Child, gathered: Gathered, on: date) -> RequirementInputs:
    rows, ruleset = gathered.of[child.pk], gathered.rulesets[child.setting_id]
    reading = _read(child, rows, gathered, on)
    cover = group_map_cover(rows.areas, [row.area for row in reading.live])
    known = KnownFacts(
        advice=reading.advice.advice,
        preschool_or_below=at_or_below(reading.stage, ruleset.oldest_stage),
        agency_involved=reading.involved,
        received=received(reading.current),
        group_map_covers=cover is GroupMapCover.FULLY,
    )
    return RequirementInputs(
        known=known,
        behaviour=rows.support.behaviour,
        must_evidence=rows.support.evidence,
        warnings=_warnings(rows, reading, cover, ruleset),
        rests_on=bases(child, rows, reading),
        ruleset=ruleset,
    )


def _read(child: Child, rows: ChildRows, gathered: Gathered, on: date) -> Reading:
    current = current_reports(rows.reports, on)
    involved = agency_involved(rows.involvements, current, on)
    return Reading(
        on=on,
        stage=_stage(child, rows, on),
        current=current,
        involved=involved,
        advice=advice_in_force((record for record, _ in rows.advice), on, involved),
        live=tuple(row for row in rows.map_rows if row.is_live(on)),
        agency_names=gathered.agency_names,
    )


def _stage(child: Child, rows: ChildRows, on: date) -> Stage:
    """The stage, with the newest override that applies on the day."""
    applying = [override for override in rows.overrides if override.applies_on(on)]
    return stage_on(child.date_of_birth, on, applying[-1] if applying else None)


def _warnings(
    rows: ChildRows, reading: Reading, cover: GroupMapCover, ruleset: RuleSetData
) -> tuple[AnswerWarning, ...]:
    covered = {row.area for row in reading.live}
    ended = {row.area for row in rows.map_rows if row.ends_on < reading.on}
    facts = WarningFacts(
        on=reading.on,
        behaviour=rows.support.behaviour,
        advice=reading.advice.advice,
        advice_disagrees=reading.advice.disagreement,
        level_expects_agency=ruleset.agency_expected(rows.level) if rows.level else None,
        agency_involved=reading.involved,
        current_reports_dated=tuple(report.dated_on for report in reading.current),
        current_report_of_discharged_agency=bool(
            reports_of_discharged(rows.involvements, reading.current, reading.on)
        ),
        group_map_ended=bool((ended & set(rows.areas)) - covered),
        group_map_partial=cover is GroupMapCover.PARTLY,
        current_report_holds_neither=bool(to_ask_for_strategies(reading.current)),
    )
    return warnings(facts, ruleset.report_out_of_date_months)
