"""The lines of two versions or plans beside each other: kept, changed, adapted, next, new, removed."""

from dataclasses import dataclass, replace
from uuid import UUID

from isp_portal.documents import facts, words
from isp_portal.documents.queries.lines import (
    STRATEGY_WORDS,
    TARGET_WORDS,
    changed_fields,
    held_before,
    serving_words,
    source_facts,
    standing,
)
from plans.models import PlanLine, Strategy, SupportPlan, Target
from plans.rules.content import LETTERS, SourceKind
from reviews.models import LineVerdict

MOST = 160
Why = dict[UUID, str]


@dataclass(frozen=True, slots=True)
class Compared:
    """The rows of one kind of line, and the names of those that are as they were."""

    rows: tuple[facts.Change, ...]
    same: tuple[str, ...]


def reasons(held: SupportPlan, plan: SupportPlan) -> Why:
    """Why each line changed, by its key: what the reviews between the two plans said of it."""
    verdicts = LineVerdict.objects.filter(
        review__child=plan.child_id,
        review__finalised_at__isnull=False,
        review__cycle__number__gte=held.cycle.number,
        review__cycle__number__lt=plan.cycle.number,
    )
    return dict(verdicts.order_by("review__cycle__number").values_list("line_key", "why"))


def compare(plan: SupportPlan, held: SupportPlan, kind: type[PlanLine], why: Why) -> Compared:
    """The lines of `plan` against those of the version that the recipient holds."""
    noun = "Target" if kind is Target else "Strategy"
    names = TARGET_WORDS if kind is Target else STRATEGY_WORDS
    before, rows, same = held_before(held, kind), [], []
    for place, line in enumerate(standing(plan, kind)):
        about = f"{noun} {LETTERS[place] if kind is Target else place + 1}"
        key, tag = _came_from(line, before)
        old = before.pop(key, None)
        if old is None:
            rows.append(_new(about, line))
        elif tag != "Changed":
            rows.append(_step(about, tag, line, old, why))
        elif changed := changed_fields(line, old, names):
            rows.append(_changed(about, line, old, changed, why))
        else:
            same.append(about)
    removed = [_removed(noun, line, why) for line in before.values()]
    return Compared((*rows, *removed), tuple(same))


def _came_from(line: PlanLine, before: dict[UUID, PlanLine]) -> tuple[UUID, str]:
    """The key of the held line that this one goes back to, and in which way it follows from it."""
    if line.line_key in before or not isinstance(line, Target):
        return line.line_key, "Changed"
    tag, ancestor = ("Smaller step", line.adapts) if line.adapts else ("Next step", line.follows)
    while ancestor is not None and ancestor.line_key not in before:
        ancestor = ancestor.adapts or ancestor.follows
    return (ancestor.line_key, tag) if ancestor else (line.line_key, "New")


def _new(about: str, line: PlanLine) -> facts.Change:
    return facts.Change(
        words=f"{about}: new.",
        about=about,
        tag="New",
        now=words.shortened(str(line), MOST),
        source=source_facts(line),
    )


def _step(about: str, tag: str, line: PlanLine, old: PlanLine, why: Why) -> facts.Change:
    """A target that adapts or follows one that the recipient holds (C5, C6)."""
    said = {"Smaller step": "a smaller step", "Next step": "the next step"}[tag]
    assert isinstance(line, Target)
    previous = line.adapts or line.follows
    because = why.get(previous.line_key, "") if previous else ""
    return facts.Change(
        words=f"{about}: {said}.",
        about=about,
        tag=tag,
        now=words.shortened(str(line), MOST),
        before=words.shortened(str(old), MOST),
        why=words.shortened(because, MOST),
        source=source_facts(line),
    )


def _changed(
    about: str, line: PlanLine, old: PlanLine, changed: dict[str, str], why: Why
) -> facts.Change:
    return facts.Change(
        words=f"{about}: {words.listed(list(dict.fromkeys(changed.values())))} changed.",
        about=about,
        tag="Changed",
        now=words.shortened(_says(line, changed), MOST),
        before=words.shortened(_says(old, changed), MOST),
        why=words.shortened(why.get(line.line_key, ""), MOST),
        source=source_facts(line),
        parts=_parts(line, old, changed),
    )


def _parts(line: PlanLine, old: PlanLine, changed: dict[str, str]) -> tuple[facts.ChangedPart, ...]:
    """Each part once, with its first difference."""
    parts: dict[str, facts.ChangedPart] = {}
    for name, said in changed.items():
        now, before = (words.shortened(_value(one, name), MOST) for one in (line, old))
        cited = [_cited(one) if name.startswith("source_") else None for one in (line, old)]
        part = facts.ChangedPart(
            name=said, now=now, before=before, now_from=cited[0], before_from=cited[1]
        )
        parts.setdefault(said, part)
    return tuple(parts.values())


def _cited(line: PlanLine) -> facts.Source:
    """Which parent said so stands in the row's own source, and on some copies nowhere."""
    source = source_facts(line)
    is_parents = source.kind == SourceKind.PARENT.value
    source = replace(source, words="", detail="") if is_parents else source
    return replace(source, detail=words.shortened(source.detail, MOST))


def _removed(noun: str, line: PlanLine, why: Why) -> facts.Change:
    return facts.Change(
        words=f"Taken out: “{words.shortened(str(line))}”.",
        about=noun,
        tag="Removed",
        now="taken out of the plan",
        before=words.shortened(str(line), MOST),
        why=words.shortened(why.get(line.line_key, ""), MOST),
    )


def _says(line: PlanLine, changed: dict[str, str]) -> str:
    """What the line says where it differs: "photographs; at home: strip on the fridge"."""
    parts: dict[str, str] = {}
    for name, said in changed.items():
        value = _value(line, name) or "nothing"
        parts.setdefault(
            said, value if name in ("what_adults_do", "small_step") else f"{said}: {value}"
        )
    return "; ".join(parts.values())


def _value(line: PlanLine, name: str) -> str:
    if name == "served_by":
        return serving_words(line)
    if name == "adapts_id":
        return str(line.adapts or "") if isinstance(line, Target) else ""
    if name.startswith("source_"):
        source = _cited(line)
        dated = words.dated(source.dated_on) if source.dated_on else ""
        page = f"page {source.page}" if source.page else ""
        said = [line.get_source_kind_display(), source.words, dated, source.detail, page]
        return ", ".join(filter(None, said))
    if name in ("provision", "different_from_what"):
        assert isinstance(line, Strategy)
        return ": ".join(filter(None, [line.get_provision_display(), line.different_from_what]))
    return str(getattr(line, name))
