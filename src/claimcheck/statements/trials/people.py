"""Whom a trial treated, beyond the disease: age, sex, calling; and diseases that no list holds.

A record says in its own words whom it took. Where it says nothing of children, veterans or the
old, it took adults at large, so that a sentence that says otherwise disagrees with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.quantity.words import listed
from claimcheck.statements.records import Records
from claimcheck.statements.trials.design import stated
from claimcheck.statements.trials.facts import Single, publications
from claimcheck.statements.trials.lexicon import Hit
from claimcheck.statements.trials.line import Line, overlap
from claimcheck.statements.trials.turning import is_restricted

_GROUPS: dict[str, re.Pattern[str]] = {
    "young people": lazy(
        r"\b(?:teen(?:ager)?s?|teenage|adolescents?|children|minors|schoolchildren|under-?18s|"
        r"boys|girls|young people|youths?|paediatric|pediatric)\b"
    ),
    "older people": lazy(
        r"\b(?:elderly|seniors|pensioners|older (?:adults|people|patients|participants)|"
        r"over-?(?:60|65|70)s|aged (?:60|65|70) (?:or|and) (?:over|older|above)|late-life)\b"
    ),
    "veterans or people in uniform": lazy(
        r"\b(?:veterans?|soldiers|ex-soldiers|servicemen|servicewomen|military|troops|"
        r"special[- ](?:forces|operations)|firefighters?|police(?: officers)?|first responders|"
        r"service members|ex-servicemen)\b"
    ),
    "clinicians": lazy(
        r"\b(?:clinicians|doctors|nurses|physicians|health(?:care)?[- ]workers|medics)\b"
    ),
    "students": lazy(r"\b(?:students|undergraduates)\b"),
    "people of another calling": lazy(
        r"\b(?:teachers|lawyers|engineers|farmers|athletes|monks|nuns|priests|clergy\w*|musicians|"
        r"executives|entrepreneurs|academics|carers|caregivers)\b"
    ),
    "prisoners": lazy(r"\b(?:prisoners|inmates|convicts)\b"),
}
"""Groups of people by the words for them; a record that has one of the words took that group."""
_SEX = lazy(
    r"\b(?:all|only|exclusively|nothing but|every\w*|each)\b[^.;,]{0,60}?\b"
    r"(?:(?P<women>women|female|mothers)|"
    r"(?P<men>men|male))\b(?! and)"
)
_WOMEN = lazy(r"\b(?:women|female|mothers|postpartum)\b")
_MEN = lazy(r"\b(?:men|male)\b")
_NUMBER = (
    r"(?:(?!(?:19|20)\d\d\b)\d[\d,]*|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|\w+teen|"
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a (?:dozen|hundred))"
)
_STAFF = lazy(r"\b(?:two|three|four|[1-4])\s\Z")
"""Before "nurses" or "doctors": so few are those who sit with a patient."""
_FEW = rf"(?:the|only|some|just|about|all|{_NUMBER}|male|female|adult|us|american|former|"
_TAKEN = lazy(
    r"(?:\b(?:trials?|stud(?:y|ies)|pilot|tested|tests|testing|studied|ran|run|conducted|tried|"
    r"worked|carried out|done|evaluated|examined|assessed|phase \w+)\b[^;.]{0,70}?\b(?:in|on|"
    r"among|with|of|for)|\b(?:gave|given|giving|gives|administered|offered)\b[^;.]{0,70}?\bto|"
    r"\b(?:treated|enrol+ed|recruited|randomi[sz]ed|included|involved|tested|studied|dosed|took|"
    r"followed|gave|given|helped|took in))\s+"
    rf"(?:{_FEW}\w+istic|depressed|anxious|older|younger|frontline|traumati[sz]ed)\s+){{0,4}}\Z"
)
_COUNTED = lazy(
    rf"(?:\A|(?<!week)(?<!month)(?<!day)(?<!year)(?<!phase)(?<!part)(?<!visit)(?<!dose)[\s(“\"])"
    rf"{_NUMBER}\s+(?:(?:us|american|male|female|autistic|depressed|former|"
    r"anxious|frontline|\w+ed)\s+){0,2}\Z"
)
_WERE = lazy(
    r"\b(?:participants|patients|volunteers|everyone|they|all)\b[^;.,]{0,25}\bwere\s+(?:all\s+)?\Z"
)
_SOME = lazy(
    r"\b(?:of (?:them|whom|these|those)|also|too|including|some of|mostly|mainly|largely|many|"
    r"most|half|a third|a few|other|next|future|will|should|plan\w*|not yet|no|never|nor|neither|"
    r"excluded?|without|like|such as|whether|could|may|might|approved|staff|by|team|"
    r"therapists?|trained)\b[^;.]{0,45}\Z"
)
_OF_THEM = lazy(
    r"\s*(?:\([^)]*\)\s*)?(?:(?:among them|of them|were (?:excluded|not)|too|as well|later|next|"
    r"and (?:civilians|others))\b|"
    r"(?:(?:at|from|of) [^;.,]{3,60}? )?(?:reported|described|published|wrote|tested|treated)\b)"
)
_DISEASE = lazy(
    r"\b(?:people|patients|adults|persons|individuals|subjects|volunteers|women|men|mothers|"
    r"participants|survivors|veterans|sufferers|inpatients|outpatients|smokers|drinkers)\s+"
    r"(?:(?:living|diagnosed|suffering|recovering)\s+)?(?:with|of|from|addicted to)\s+"
    r"(?P<name>(?:[\w’'-]+\s+){0,4}?(?:[\w’'-]*(?:disorder|syndrome|disease|dysphoria|palsy|"
    r"addiction|dependence)|[a-z]{3,}(?:itis|osis|emia|oma|algia|plegia|pathy|phobia)))\b"
)
_ADDICTED = lazy(
    r"\b(?:addict(?:ed|ion)|dependen(?:t|ce)|hooked) (?:to|on) (?P<name>[a-z][a-z-]{3,})"
)
_STAGES = (
    (lazy(r"\bearly(?:-| )stage\b"), lazy(r"\b(?:advanced|late|terminal|metastatic|life-threat)")),
    (
        lazy(r"\b(?:advanced|late|terminal|end)(?:-| )?stage\b|\bterminal\b|\bmetastatic\b"),
        lazy(r"\bearly(?:-| )stage\b"),
    ),
)
_WORD = lazy(r"[a-z][a-z’'-]{3,}")
_PLAIN = listed(
    "with from people patients adults disorder syndrome disease disorders diseases severe mild "
    "moderate chronic current active major such more other their some this that living life "
    "symptoms long-term advanced early-stage advanced-stage late-stage stage kinds kind forms "
    "either both than against work comorbid related"
)


def people_facts(line: Line) -> Iterator[Single]:
    """The groups of people and the unlisted diseases that a sentence ties to a trial."""
    if is_restricted(line):
        return
    records = line.records
    for name, pattern in _GROUPS.items():
        if (found := next(line.says(pattern), None)) and _is_all(line, found):
            yield stated(line, found, partial(_took, records, name), detail=1)
    for sex in line.says(_SEX):
        said, other = (_WOMEN, _MEN) if sex["women"] else (_MEN, _WOMEN)
        yield stated(line, sex, partial(_of_others, records, other, said if sex["women"] else None))
    for stage, other in _STAGES:
        for at in line.says(stage):
            yield stated(line, at, partial(_of_others, records, other, None))
    listed_ones = line.names("indication")
    for found in (*line.says(_DISEASE), *line.says(_ADDICTED)):
        place = Hit(*found.span("name"))
        words = [w for w in _WORD.findall(found["name"]) if w not in _PLAIN]
        if words and not any(overlap(m, place) for m in listed_ones):
            yield stated(line, place, partial(_mentions, records, words))


def _is_all(line: Line, found: re.Match[str]) -> bool:
    """Whether a group is said to be that of the participants, not some of them or the staff."""
    named = any(n.start < found.end() and found.start() < n.end for n in line.trial_names)
    before = line.low[max(0, found.start() - 80) : found.start()]
    if named or _SOME.search(before) or _OF_THEM.match(line.low, found.end()):
        return False
    if _STAFF.search(before):
        return False
    return any(p.search(before) for p in (_TAKEN, _COUNTED, _WERE))


def _took(records: Records, group: str, trial: Trial) -> tuple[bool, str]:
    own = words_of(trial, records)
    if _GROUPS[group].search(own):
        return True, group
    others = [name for name, pattern in _GROUPS.items() if pattern.search(own)]
    return False, others[0] if others else "adults, for all the record says"


def words_of(trial: Trial, records: Records) -> str:
    """Everything that the record of a trial, its family and its papers' titles say, small."""
    return records.remembered(("words", trial.id), lambda: _words_of(trial, records))


def _words_of(trial: Trial, records: Records) -> str:
    family = [trial, *records.follow_ups.get(trial.id, ())]
    family += [p] if (p := records.base.trial.get(trial.parent or "")) else []
    texts: list[str | None] = []
    for one in family:
        texts += [one.name, *one.aliases, one.note, one.stage, one.primary_endpoint]
        texts += [one.formulation, one.sizes.note, one.design.note]
        texts += [a.name for a in one.arms]
        texts += [w.title for ref in publications(one) if (w := records.base.reference.get(ref))]
        texts += [o.definition for o in one.outcomes] + [o.note for o in one.outcomes]
        texts += [
            name
            for t in records.base.vocabulary.indications
            if t.id in one.indication
            for name in (t.name, *t.synonyms)
        ]
    return " ".join(text for text in texts if text).lower()


def _of_others(
    records: Records, other: re.Pattern[str], said: re.Pattern[str] | None, trial: Trial
) -> tuple[bool, str] | None:
    """A record that speaks of others alone: of men, of the late stage of a disease."""
    own = words_of(trial, records)
    found = other.search(own)
    return (False, found.group()) if found and not (said and said.search(own)) else None


def _mentions(records: Records, words: list[str], trial: Trial) -> tuple[bool, str] | None:
    """A disease that no name of the base covers: its words are those of the record, or not."""
    own = words_of(trial, records)
    named = any(word[:6] in own for word in words)
    return None if named else (False, records.called("indications", trial.indication))
