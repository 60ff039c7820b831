"""Whom a trial treated, and who ran it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.statements.names import Mention
from claimcheck.statements.records import Records
from claimcheck.statements.trials.design import Recorded, stated
from claimcheck.statements.trials.facts import Single
from claimcheck.statements.trials.lexicon import Hit
from claimcheck.statements.trials.line import Line
from claimcheck.statements.trials.people import words_of
from claimcheck.statements.trials.traits import has_sponsor

_WITH = lazy(
    r"\b(?:participants|patients|people|adults|persons|individuals|subjects|volunteers|veterans|"
    r"women|men|"
    r"those|sufferers|children|adolescents|inpatients|outpatients|smokers|drinkers|survivors|"
    r"clinicians|mothers|students|soldiers)\s+"
    r"(?:\(n\s?=\s?\d+\)\s+)?(?:who (?:had|have|live with|suffer from|were living with)|with|"
    r"suffering from|living with|"
    r"diagnosed with|experiencing|in treatment for|treated for|facing)\s+"
    r"(?:(?:an?|the|severe|moderate|chronic|moderate-to-severe|moderate to severe|serious|"
    r"recurrent|long-standing|"
    r"advanced|life-threatening|mild|current|active|primary|comorbid|their)\s+){0,4}\Z"
    r"|\ball\b(?:[ ,][\w-]+){0,4} (?:had|lived with|suffered from|met (?:the )?criteria for)\s+\Z"
    r"|\bsurvivors of\s+(?:\w+-?stage\s+)?\Z"
    r"|\b(?:ran|run|done|held|conducted|carried out|took place)\s+(?:\w+ly\s+)?in\s+\Z"
)
_HAD = lazy(
    r"\b(?:the|all|its|whose) (?:people|participants|patients|volunteers|adults|veterans|subjects) "
    r"(?:(?:in|of|enrol+ed in|who took part in|who joined) (?:the )?[^;,.]{2,50}? )?(?:all )?"
    r"(?:(?P<plainly>had)|lived with|suffered from|were living with|were diagnosed with|"
    r"had a diagnosis of|met (?:the )?criteria for|struggled with) "
    r"(?:(?:severe|moderate|chronic|current|moderate to severe|serious|recurrent) ){0,2}\Z"
)
_ALL_TOLD = lazy(r"\s*(?:[.;]|\Z|for (?:years|decades)|since |when they)")
"""Around what a trial's people had; what they felt in a session is told with more."""
_IN = lazy(
    r"\b(?:trial|study|pilot|tested|tests|testing|tested \w+|studied|studies|evaluat\w+|"
    r"investigat\w+|assess\w+|programme|phase \w+)\b"
    r"[^;,]{0,45}\b(?:in|for|as a treatment for|as a treatment of)\s+(?:(?:the treatment of|"
    r"treating|severe|chronic|people with|patients with|adults with|"
    r"moderate to severe|veterans with)\s+){0,2}\Z"
)
_LEFT_OUT = lazy(
    r"\b(?:not|never|n[’']t|no|nor|exclud\w+|without|other than|barred|turned away|ruled out)\b"
    r"[^;,.]{0,50}\Z"
)
_TURNED_AWAY = lazy(
    r"(?:\s\([^)]*\))?\s(?:was|were|are|is) (?:also |all )?(?:excluded|turned away|"
    r"turned down|barred|"
    r"left out|kept out|shut out|ruled out|not (?:admitted|eligible|allowed|accepted|taken))\b"
)
"""What says of people with a disease that a trial did not take them."""
_SO_MANY = lazy(
    r"(?:\b\d[\d,]*|\b\w+teen|\b(?:ten|eleven|twelve)|\b\w+ty(?:-\w+)?)\s+(?:\w+\s+)?\Z"
)
"""Before people called by their disease: "95 smokers"."""
_RUN = lazy(
    r"\b(?:sponsored|run|conducted|led|funded|carried out|organi[sz]ed|done|performed|developed|"
    r"launched|"
    r"set up|initiated|overseen|designed|undertaken|took place|was held|based)\s+(?:\w+ )?(?:by|"
    r"at|out of)\s+"
    r"(?:(?:the|researchers|scientists|investigators|a team|teams|doctors|psychiatrists|from|at|"
    r"of|nonprofit|non-profit|company|"
    r"drugmaker|biotech|startup|sponsor|group|university|us|uk|british|swiss|canadian|"
    r"american)\s+){0,5}\Z"
)
_AT = lazy(
    r"\b(?:trial|study|pilot)\s+(?:at|from|by)\s+(?:the\s+)?\Z"
    r"|\b(?:treated|enrolled|randomi[sz]ed|tested|recruited|dosed|ran)\b[^;,.]{0,70}\bat\s+(?:the\s+)?\Z"
)
"""What tells where people were treated; of a trial with several sites it says little."""
_RAN = lazy(
    r"\A(?:['’]s)?(?:\s+(?:researchers|scientists|investigators|team|group|doctors))?\s+"
    r"(?:sponsored|ran|runs|conducted|led|carried out|is running|funded|organi[sz]ed)\b"
)
_OF = lazy(
    r"\bbehind (?:the )?[\w-]+(?: trial| study)? (?:stands?|is|are|was|were) (?:the )?\Z|"
    r"\b(?:belongs to|idea of|property of|work of|brainchild of|undertaking of|in the hands of) "
    r"(?:the )?\Z|\b(?:run|led|directed|managed|coordinated) (?:from|out of) (?:the )?\Z"
)
_WHOSE = lazy(
    r"(?:['’]s?)?\s(?:(?!(?:and|or|in|of|for|with|was|is|had|has|gave)\b)[\w-]+\s){0,4}?"
    r"(?:trial|study|pilot|team|experiment)\b"
)
"""After those whose trial it is said to be: "the … smoking pilot", "…'s trial"."""
_HOST = lazy(r"\b(?:at|colleagues (?:of|from)|team (?:of|from)|group (?:of|from)) (?:the )?\Z")
_ASIDE = lazy(
    r"\b(?:sa(?:id|ys)|told|according|comment\w*|involved|unlike|than|versus|acquir\w+|bought|"
    r"merge\w*|partner\w*|collaborat\w+|professor|psychiatrists?|editorial|former\w*|rivals?|"
    r"competitors?|shares?|stock|licen\w+|suppl\w+|provid\w+|manufactur\w+|made by|fund\w+|grants?|"
    r"also|both|too|join\w*|members?|co-?authors?|independent\w*|review\w*|analy\w+|other|another|"
    r"similar|later|earlier|follow\w*|trained|graduat\w+|present\w+|conference|investors?|"
    r"announc\w+|including|sites?|cent(?:er|re)s|sister|original|first author|then|now|will)\b"
)
"""What is told of others beside a trial, or of those who ran it outside of it."""
_BY = lazy(r"\bsponsor(?: of [^.;:]{1,50})?(?:\s+was|\s+is|:)\s+(?:the )?\Z")


def profile_facts(line: Line) -> Iterator[Single]:
    """The diseases and the sponsors that a sentence ties to a trial."""
    for mention in line.names("indication"):
        before = line.low[max(0, mention.start - 120) : mention.start]
        itself = line.low[mention.start : mention.end]
        if _LEFT_OUT.search(before):
            continue
        if out := _TURNED_AWAY.match(line.low, mention.end):
            told = partial(_shuts_out, line.records, mention)
            yield stated(line, Hit(mention.start, out.end()), told, result=True)
            continue
        named = itself.endswith("ers") and _SO_MANY.search(before) is not None
        if named or _had(line, mention, before) or _IN.search(before) or " with " in itself:
            yield stated(line, mention, _treats(line, mention), named=True, detail=1)
    for mention in line.names("sponsor"):
        if part := _part_of(line, mention):
            told = partial(_runs, line.records, mention, part == "host")
            yield stated(line, mention, told, named=True, detail=1)


def _had(line: Line, mention: Mention, before: str) -> bool:
    """Whether a disease is said to be what a trial's people had."""
    if _WITH.search(before):
        return True
    found = _HAD.search(before)
    return bool(found and (not found["plainly"] or _ALL_TOLD.match(line.low, mention.end)))


def _part_of(line: Line, mention: Mention) -> str | None:
    """What a sentence makes of somebody who runs trials: who ran this one, or where it was run."""
    before = line.low[max(0, mention.start - 90) : mention.start]
    ran = _RAN.match(line.low[mention.end : mention.end + 60])
    if ran or _RUN.search(before) or _BY.search(before):
        return "runner"
    if _AT.search(before):
        return "host"
    if not line.trial_names or _ASIDE.search(line.segment):
        return None
    if _OF.search(before):
        return "runner"
    led = _HOST.search(before) or _WHOSE.match(line.low, mention.end)
    return "host" if led else None


def names_others(line: Line, trial: Trial) -> bool:
    """Whether a sentence names those who ran other trials, and none who has to do with this one."""
    records, said = line.records, line.names("sponsor")
    if not trial.sponsor or not said:
        return False
    known = words_of(trial, records)
    if any(line.low[m.start : m.end] in known for m in said):
        return False
    others = (any(has_sponsor(t, set(m.ids), records) for t in records.base.trials) for m in said)
    return all(others) and not any(has_sponsor(trial, set(m.ids), records) for m in said)


def _treats(line: Line, mention: Mention) -> Recorded:
    records = line.records
    others = {i for m in line.names("indication") for i in m.ids if not _leads(m, mention, line)}
    said = [t.name for t in records.base.vocabulary.indications if t.id in mention.ids]

    def recorded(trial: Trial) -> tuple[bool, str] | None:
        known = records.indications
        names = records.called("indications", trial.indication)
        if any(known.related(i, t) for i in mention.ids for t in trial.indication):
            return True, names
        if any(known.related(i, t) for i in others for t in trial.indication):
            return None
        return None if any(name in names for name in said) else (False, names)

    return recorded


def _shuts_out(records: Records, mention: Mention, trial: Trial) -> tuple[bool, str] | None:
    """A trial did not shut out those with just the disease that it was in."""
    own = set(mention.ids) & set(trial.indication)
    return (False, f"in {records.called('indications', trial.indication)}") if own else None


def _leads(people: Mention, disease: Mention, line: Line) -> bool:
    """Whether a name tells only who had a disease: "autistic adults with PTSD"."""
    return line.low[people.end : disease.start].strip() in {"with", "who had", "living with"}


def _runs(records: Records, mention: Mention, alone: bool, trial: Trial) -> tuple[bool, str] | None:
    """Hold who ran a trial against its record; of several sites, one may be somebody else's."""
    if not trial.sponsor:
        return None
    agreed = any(records.sponsors.related(i, s) for i in mention.ids for s in trial.sponsor)
    if alone and not agreed and (trial.sites or 1) > 1:
        return None
    return agreed, records.called("sponsors", trial.sponsor)
