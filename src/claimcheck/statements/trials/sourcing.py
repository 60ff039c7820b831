"""Which figures want a source: those that say what a treatment does for the people treated."""

from __future__ import annotations

from claimcheck.patterns import lazy
from claimcheck.statements.records import Records
from claimcheck.statements.trials.facts import Fact
from claimcheck.statements.trials.line import Line

_OWN_PEOPLE = lazy(
    r"\b(?:our|we|guests?|clients?|(?:the|this|these|that) (?:treatment|therapy|medicine|drug|"
    r"programme|program|retreat|"
    r"sessions?|infusions?|ceremon(?:y|ies)|method|experience|substance|molecule|compound|"
    r"mushrooms?)|retreat|infusions?|"
    r"dosing|it|after (?:one|two|three|a|the|six|\d+) (?:sessions?|doses?|infusions?|treatments?|"
    r"ceremon\w+))\b"
)
_PATIENTS = lazy(
    r"\b(?:patients|participants|people|those)\b[^;]{0,60}\b(?:improv|better|recover|relief|"
    r"remission|respon)"
)
_ELSE = lazy(
    r"\b(?:ssris?|snris?|antidepressants?|medications?|psychotherapy|cbt|cognitive|behaviou?ral|"
    r"exposure|placebo|"
    r"conventional|standard|existing|first-line|talk therapy|exercise|lithium|mindfulness|emdr|"
    r"counsel\w+|"
    r"benzodiazepines?|opioids?|surger\w+|hypnosis|"
    r"acupuncture|yoga)\b"
)
_OTHER_MATTER = lazy(
    r"\b(?:shares?|stocks?|share price|revenues?|sales|staff|jobs|workforce|employees|budget|"
    r"funding|fund\w*|"
    r"costs?|prices?|pric\w+|insur\w+|losses|profits?|voters?|votes?|polls?|polled|psychiatrists|"
    r"therapists|providers|prevalence|"
    r"mice|rats?|rodents?|animals?|monkeys|neurons?|cells?|receptors?|brain|blood|cortisol|"
    r"heart rate|exams?|students|graduates|certificat\w+|"
    r"discount\w*|deposit|refund|tax|market|investors?|odds of approval|deaths?|die|population|"
    r"of (?:the )?(?:us|uk)|americans|"
    r"trips?|swimming|density|serotonin|support(?:ers)?|believe\w*|purg\w*|vomit\w*|bookings?|"
    r"return\w*|come back|came back|"
    r"recommend\w*|satisf\w+|rated|stars|reviews|visitors|website|interest rate|fee|fees|"
    r"donat\w+|saved?|savings?)\b"
)


def _studied(line: Line) -> bool:
    """Whether the sentence names a treatment of the field, not just one to compare with."""
    records = line.records
    treatments = records.remembered("treatments", lambda: _treatments(records))
    return any(treatments & records.compounds.up(i) for i in line.ids("compound"))


def _treatments(records: Records) -> frozenset[str]:
    """The substances that trials of the base study, and those that its words for therapies mean."""
    meant = {i for term in records.base.vocabulary.treatments for i in term.members}
    return frozenset(meant | set(records.trials_by_compound))


def wants_source(fact: Fact, line: Line) -> bool:
    """Whether a fact that no record backs must not stand without a citation."""
    if not fact.effect or _OTHER_MATTER.search(line.segment):
        return False
    if _studied(line) or line.names("treatment") or line.trial_names:
        return True
    scope = line.scope
    if not (scope.nearest("compound") or scope.nearest("treatment") or scope.nearest("trial")):
        return False
    if _ELSE.search(line.segment):
        return False
    return bool(_OWN_PEOPLE.search(line.low) or _PATIENTS.search(line.low))
