"""Which figures want a source: those that say what a treatment does for the people treated."""

from __future__ import annotations

from claimcheck.patterns import lazy
from claimcheck.statements.names import NameKind
from claimcheck.statements.records import Records
from claimcheck.statements.scope import Layer
from claimcheck.statements.trials.benefits import COMPLAINT, LOOSE, SURE
from claimcheck.statements.trials.claimed import is_harmless
from claimcheck.statements.trials.clauses import clause_of
from claimcheck.statements.trials.facts import Fact
from claimcheck.statements.trials.lexicon import WordList, one_of
from claimcheck.statements.trials.line import Line

_PERSONS = one_of(
    """patient, patients, client, clients, guest, guests, members, customers, participants,
    visitors, community, followers, veterans, users, friends, circle, people, smokers, women, men,
    executives, mothers, couples, families, cases"""
)
_OWN_PEOPLE = lazy(
    rf"\b(?:our|my|her|his|their)\s+(?:[\w-]+\s){{0,3}}?{_PERSONS}\b|\b(?:guests|clients|members)\b|"
    rf"\b{_PERSONS}\s(?:\w+\s)?here\b|"
    rf"\b{_PERSONS} (?:whom? |that )?i(?:[’']ve| have)? \w+(?:ed|en|own)\b|"
    r"\bin our hands\b|\b(?:with|to|for) us\b|"
    r"\bwe(?:[’']ve| have)?\s(?:\w+\s)?(?:treat|host|see\b|saw\b|seen\b|infus|welcom|serv|accompan|"
    r"help|guid|support|look after)\w*|\b(?:my|our) (?:[\w-]+ ){0,2}?(?:retreats?|clinics?|"
    r"cent(?:er|re)s?|programmes?|programs?|method|protocol|sessions?|ceremon\w+|infusions?|"
    r"results?|outcomes?|numbers?|networks?|practices?|doctors|physicians|therapists|"
    r"prescribers|facilitators|guides|waiting rooms?|wards?)\b"
)
"""Those of the writer, of whom no record speaks."""
_GO = r"(?:book|attend|visit|travel|go|went|come|came|pass|fly|flew|turn|paid|pay|referred|sen[dt])"
_PRIVATE = lazy(
    r"\b(?:guests|clients|customers)\b|\bchains?\s(?:of\s[\w-]+\sclinics|in\s[a-z]+)\b|"
    rf"\b(?:soldiers|{_PERSONS})\s(?:[\w-]+\s){{0,6}}?{_GO}\w*\s(?:[\w-]+\s){{0,4}}?"
    r"(?:retreats?|clinics|ceremonies|abroad)\b"
)
"""Those of a business, who are in no trial."""
_TRADE = lazy(r"\b(?:retreats?|ceremon\w+|truffles?|mushrooms?|infusions?|psychedelics?)\b")
_HOPED = lazy(r"\b(?:would|if|expect\w*|hop(?:e|es|ed|ing)|aim\w*)\b")
_FREED = frozenset({"response", "remission", "abstinence", "no-longer-met"})
_OUTSIDE = lazy(
    r"\b(?:early|expanded|compassionate|special)[- ](?:access|use)\b|\boff[- ]label\b"
    r"|\bpilot program(?:me)?s?\b"
)
"""How those are treated who are in no trial."""
_GIVEN = one_of(
    """treatment, therapy, medicine, drug, programme, program, retreat, session*, infusion*,
    ceremon*, method, experience, substance, molecule, compound, mushroom*, trials, studies,
    veterans, patients, participants, effect, effects"""
)
_POINTING = lazy(
    rf"\b(?:it|its|they|retreat|infusions?|dosing|(?:the|this|these|that|those) {_GIVEN}|"
    r"(?:those|people|patients|everyone) (?:treated|given)|(?:after|following) (?:one|two|three|a|"
    r"the|six|\d+) (?:[\w-]+ )?(?:sessions?|doses?|infusions?|treatments?|ceremon\w+))\b"
)
_ITS = lazy(r"\W*(?:it|its|this|that|these|those|they)\b")
_ELSE = WordList(
    """ssri*, snri*, antidepressants, antidepressant med*, antidepressant drug*,
    antidepressant pill*, antidepressant tablet*, antidepressant treat*, medication*,
    psychotherapy, cbt, cognitive, behavio*, exposure, placebo, conventional, standard, existing,
    first-line, talk therap*, talking therap*, exercise, lithium, mindfulness, emdr, counsel*,
    trauma therap*, trauma-focus*, magnetic, electroconvulsive, ect, benzodiazepine*, surger*,
    hypnosis, acupuncture, yoga,
    running, diet, willpower, without medic*, without any medic*, without help, without treatment,
    without drugs, on their own, detox from, medicines, rehab*, twelve-step, 12-step"""
)
"""Other treatments, and none."""
_SPARED = lazy(r"\b(?:without|instead of|unlike|no|long before)\s(?:any\s|the\s|a\s)?\Z")
_WITHOUT = WordList(
    """gets no, get no, got no, no relief, not respond, not helped, not help, not work, resist*,
    usual, pill, pills, fail, fails, failed, not get better, not recover, no better"""
)
"""Those whom other treatments left unwell."""
_TRIAL = lazy(r"\b(?:trial|study|phase|placebo|randomi[sz]\w+|arm)\b")
_PEOPLE = lazy(rf"\b{_PERSONS}\b")
_COMPARED = WordList("and, or, vs, versus, against, compared, alternative*, instead, than, why")
_WORD = lazy(r"[\w-]+")
_MOST_BESIDE = 1
"""Words that a heading on a treatment holds beside its name, at most."""


def _studied(line: Line) -> bool:
    """Whether the sentence names a treatment of the field, not just one to compare with."""
    records = line.records
    treatments = records.remembered("treatments", lambda: _treatments(records))
    named = [m for m in line.names("compound") if not _SPARED.search(line.low[: m.start])]
    return any(treatments & records.compounds.up(i) for m in named for i in m.ids)


def _treatments(records: Records) -> frozenset[str]:
    """The substances that trials of the base study, and those that its words for therapies mean."""
    meant = {i for term in records.base.vocabulary.treatments for i in term.members}
    return frozenset(meant | set(records.trials_by_compound))


def wants_source(fact: Fact, line: Line) -> bool:
    """Whether a fact that no record backs must not stand without a citation."""
    if not fact.effect or not is_tied(line):
        return False
    return fact.size or _is_promised(fact, line) or not is_harmless(line, fact)


def _is_promised(fact: Fact, line: Line) -> bool:
    """Whether a business is said to have made so many of its people well, whatever else the
    sentence tells of them."""
    named = any(_FREED & set(m.ids) for m in line.names("outcome"))
    return named and is_private(line) and not _HOPED.search(clause_of(line, fact).low)


def is_tied(line: Line) -> bool:
    """Whether a sentence speaks of a treatment of the field, or of the one named before it."""
    return line.remembered("tied", lambda: _is_tied(line))


def is_own(line: Line) -> bool:
    """Whether a sentence speaks of the writer's own people, not of those of a trial."""
    return _OWN_PEOPLE.search(line.low) is not None and not _TRIAL.search(line.low)


def is_outside(line: Line) -> bool:
    """Whether a sentence speaks of people who are treated outside any trial."""
    outside = _OUTSIDE.search(line.low) or _PRIVATE.search(line.low)
    return outside is not None and not _TRIAL.search(line.low)


def is_private(line: Line) -> bool:
    """Whether a sentence speaks of those whom a retreat or a chain of clinics treats for money."""
    return _PRIVATE.search(line.low) is not None and not _TRIAL.search(line.low)


def _is_tied(line: Line) -> bool:
    therapies = [m for m in line.names("treatment") if not _SPARED.search(line.low[: m.start])]
    if _studied(line) or therapies or line.trial_names:
        return True
    pointing = _ITS.match(line.low) is not None
    others = line.names("compound") or line.names("control") or _ELSE.search(line.low)
    if others and not pointing:
        return False
    layer = _over(line)
    if is_private(line) and (layer or _is_trade(line)):
        return True
    if layer is None or (pointing and _of_another(line)):
        return False
    if _OWN_PEOPLE.search(line.low) or _POINTING.search(line.low):
        return True
    heading = layer.text in {b.text for b in line.scope.document.blocks if b.kind == "heading"}
    if _is_topic(layer):
        return True
    if _COMPARED.search(layer.text.lower()) or (heading and _WITHOUT.search(line.low)):
        return False
    whom = line.names("indication") or _PEOPLE.search(line.low) or COMPLAINT.search(line.low)
    return bool(whom and (SURE.search(line.low) or LOOSE.search(line.low)))


def _is_trade(line: Line) -> bool:
    """Whether the text is about what is given at retreats and in clinics of the field."""
    return any(_TRADE.search(block.text.lower()) for block in line.scope.document.blocks)


def _of_another(line: Line) -> bool:
    """Whether the sentence before speaks of other treatments, and of none of the field."""
    before = line.scope.layers[1]
    return _ELSE.search(before.text.lower()) is not None and not before.of("compound")


def _over(line: Line) -> Layer | None:
    """The nearest words around a sentence that name a treatment."""
    kinds: tuple[NameKind, ...] = ("compound", "treatment", "trial")
    return next((y for y in line.scope.layers[1:] if any(y.of(k) for k in kinds)), None)


def _is_topic(layer: Layer) -> bool:
    """Whether a heading is about a treatment and nothing else."""
    names = (*layer.of("compound"), *layer.of("treatment"))
    words = _WORD.finditer(layer.text)
    beside = [w for w in words if not any(n.start <= w.start() < n.end for n in names)]
    return not layer.of("indication") and len(beside) <= _MOST_BESIDE
