"""What a law, a programme or a risk programme demands, forbids or leaves a crime."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.model.events import Condition, Event
from claimcheck.patterns import Gate, lazy
from claimcheck.statements.decisions import phrases
from claimcheck.statements.decisions.clauses import Clause
from claimcheck.statements.decisions.findings import opinion, stated
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.decisions.stakes import at_stake, related
from claimcheck.statements.nouns import Opinion

GATE = Gate(
    r"diagnos|prescri|monitor|watch|observ|supervis|\bhome\b|\bgps?\b|practi[ct]ion|family|"
    r"\bany\b|\bevery|\ball\b|doctor|physician|approval|crime|criminal|felon|offen[cs]e|illegal|"
    r"punish|condition|pharmac"
)
_NOUNS: tuple[tuple[Condition, re.Pattern[str]], ...] = (
    ("diagnosis", lazy(r"\bdiagnos(?:is|es|ed)\b|\bqualifying conditions?\b|\bmental illness\b")),
    ("prescription", lazy(r"\bprescriptions?\b|\bprescribed\b(?= (?:by|it))|\bdoctor's order\b")),
    ("observation", lazy(r"\b(?:monitor|observ|supervis)\w*|\bwatche?d?\b|\bmedical watch\b")),
    ("supervision", lazy(r"\b(?:doctors?|physicians?|medical supervision|clinicians?)\b")),
    (
        "prior-approval",
        lazy(
            r"\b(?:prior|advance) approval\b|\bpre-?approv\w+|"
            r"\bapproval (?:beforehand|in advance)\b"
        ),
    ),
)
_NEEDED_BEFORE = lazy(
    r"\b(?:needs?|needed|requir(?:e|es|ed|ing)|must|ha(?:ve|s) to|ask(?:s|ing)?(?: \w+)? for|"
    r"only (?:\w+ )?(?:with|on|after|by|people|adults|patients|those|clients|if)|demand\w*|"
    r"insist\w* on|(?:restricted|limited|reserved) (?:to|for)|calls? for)\b[^.;]{0,60}\Z"
)
_NEEDED_AFTER = lazy(
    r"[^.;,]{0,30}?\b(?:is|are) (?:also |still |always )?(?:required|needed|necessary|mandatory|"
    r"compulsory|a must|obligatory)\b"
)
_NOT_WITHOUT = lazy(
    r"\b(?:not|nobody|no one|cannot|can't|never|no \w+ (?:may|can)|n't|impossible)\b[^.;]{0,80}?"
    r"\bwithout\b[^.;]{0,40}\Z"
)
_SPARED_BEFORE = lazy(
    r"\b(?:no|without|neither|nor|free of)\b[^.;]{0,40}\Z|"
    r"\b(?:nobody|no one|none) (?:\w+ ){0,2}?(?:asks?|needs?|requires?|demands?|wants?|insists?)\b"
    r"[^.;]{0,60}\Z|"
    r"\b(?:not|never|n't|no longer) (?:\w+ )?(?:need|require|ask|demand|have to|insist|call)"
    r"[^.;]{0,60}\Z|"
    r"\b(?:prohibit|forbid|bar|stop|prevent|keep)s? [^.;,]{1,40}? from "
    r"(?:requir|ask|demand|impos|insist)ing\b[^.;]{0,60}\Z"
)
_SPARED_AFTER = lazy(
    r"[^.;,]{0,30}?\b(?:is|are|isn't|aren't) ?(?:not|no longer|never)? ?(?:not |n't )?(?:required|"
    r"needed|necessary|mandatory)\b"
)
_DENIED = lazy(r"\bnot\b|n't\b|\bno longer\b|\bnever\b")
_HOUSE_RULE = lazy(
    r"\b(?:some|many|most|certain|few|several) (?:\w+ )?(?:cent(?:re|er)s?|clinics|facilitators|"
    r"providers|states)\b|\b(?:recommend\w*|advis\w*|suggest\w*|if|whether|unless|would|should|"
    r"proposed|federal\w*|insur\w+|trials?|stud(?:y|ies)|license[ds]?|licen[cs]e)\b"
)
_MAY = lazy(r"\b(?:can|may|could|allowed|able|permitted|lets?|now|free to|possible|approved)\b")
_HOME = lazy(
    r"\b(?:take|takes|taken|taking|used?|using|give|given|administer\w*|spray\w*|dose[ds]?|inhale)"
    r"\b[^.;]{0,40}?\b(?:at|from) home\b|\btak(?:e|es|en|ing) (?:\w+ ){0,2}?home\b|\bhome use\b|"
    r"\bself-administ\w+|\bany pharmacy\b"
)
_ANY_DOCTOR = lazy(
    r"\b(?:gps?|general practi\w+|family (?:doctors?|physicians?)|nurses|psychologists?|"
    r"(?:any|every) (?:[\w-]+ ){0,2}?(?:doctor|physician|clinician|practitioner|prescriber)|"
    r"all (?:[\w-]+ )?(?:doctors|physicians))\b"
)
_GIVES = lazy(r"\b(?:gps|practitioners|doctors|physicians|nurses) prescribe\b")
_PRESCRIBE = lazy(r"\bprescri\w+")
_FOR_ALL = lazy(
    r"\b(?:any|every|all) (?:[\w-]+ )?(?:adults?|grown-?ups?|residents?|citizens?|patients?)\b|"
    r"\banyone\b|\banybody\b|\beveryone\b|\beverybody\b|\bgeneral public\b|\bthe public\b"
)
_OPEN = lazy(r"\b(?:open\w*|available|access\w*|eligible|join|enter|take part|visit|use|get|may)\b")
_CRIME = lazy(
    r"\b(?:crimes?|criminal offen[cs]es?|felon(?:y|ies)|misdemeano\w+|offen[cs]es?|illegal|"
    r"punishable|against the law|criminali[sz]ed)\b"
)
_STILL = lazy(
    r"\b(?:left|leaves?|kept|keeps|remain\w*|stay\w*|still|continue\w*|is|are|made no change|"
    r"did not (?:change|touch|legalise))\b"
)
_PERSONAL = lazy(
    r"\b(?:personal|private|possess\w*|grow\w*|cultivat\w*|home-?grow\w*|shar(?:e|ing)|"
    r"using|use)\b"
)
_SELLING = lazy(
    r"\bmeans?\b|\bsell\w*|\bsale|\bdeal\w*|\bfederal\w*|\bpublic\w*|\bdriv\w+|"
    r"\bminors?\b|\bunder 21"
)


def conditions(passage: Passage) -> Iterator[Opinion]:
    """The opinions on what a sentence says is demanded, spared, forbidden or still punished."""
    if not GATE.within(passage.low):
        return
    for clause in passage.clauses:
        if _HOUSE_RULE.search(clause.words) or phrases.HISTORY.search(clause.words):
            continue
        for condition, needed in _claims(clause):
            yield from _judged(passage, clause, condition, needed=needed)
        yield from _crimes(passage, clause)


def _claims(clause: Clause) -> Iterator[tuple[Condition, bool]]:
    """Each condition of which a clause speaks, with whether it says that it must be met."""
    words = clause.words
    for condition, noun in _NOUNS:
        found = noun.search(words)
        stance = _stance(words, found) if found else None
        if stance is not None:
            yield condition, stance
    if (home := _HOME.search(words)) and (_MAY.search(words) or _denied(words, home)):
        yield "clinic", _denied(words, home)
    permitted = _MAY.search(words) or _GIVES.search(words)
    if (anyone := _ANY_DOCTOR.search(words)) and _PRESCRIBE.search(words) and permitted:
        yield "specialist", _denied(words, anyone)
    if (everyone := _FOR_ALL.search(words)) and _OPEN.search(words):
        yield "membership", _denied(words, everyone)


def _denied(words: str, found: re.Match[str]) -> bool:
    near = words[max(0, found.start() - 60) : found.end()]
    return bool(phrases.NEGATION.search(near) or phrases.NEGATION.match(words, found.end() + 1))


def _stance(words: str, noun: re.Match[str]) -> bool | None:
    """Whether a condition is said to be needed; None where neither is said."""
    before = words[: noun.start()]
    after = words[noun.end() :]
    if found := _NEEDED_AFTER.match(after):
        return not (_DENIED.search(found.group()) or _SPARED_BEFORE.search(before[-30:]))
    if found := _SPARED_AFTER.match(after):
        return not _DENIED.search(found.group())
    if _NOT_WITHOUT.search(before):
        return True
    if _SPARED_BEFORE.search(before):
        return False
    return True if _NEEDED_BEFORE.search(before) else None


def _judged(
    passage: Passage, clause: Clause, condition: Condition, *, needed: bool
) -> Iterator[Opinion]:
    """What is demanded, held against the laws and programmes that the clause can be about."""
    known = [e for e in passage.timeline.events if condition in (*e.asks, *e.spares)]
    found = [e for e in known if _about(passage, clause, e)]
    if not found:
        return
    agreeing = [e for e in found if (condition in e.asks) == needed]
    what = stated(passage, clause.start, clause.end)
    if not agreeing:
        yield opinion("contradicted", what, passage, found)
    elif condition not in {"supervision"}:
        yield opinion("supported", what, passage, agreeing)


def _about(passage: Passage, clause: Clause, event: Event) -> bool:
    """Whether a clause can be about an event and names no other treatment."""
    named = [m.ids[0] for m in passage.mentions("compound", clause)]
    own = not named or related(passage, named, event.compound)
    return own and at_stake(passage, clause, event)


def _crimes(passage: Passage, clause: Clause) -> Iterator[Opinion]:
    """Personal use that is said to be punished still where it was decriminalised for good."""
    words = clause.words
    crime = _CRIME.search(words)
    if not (crime and _STILL.search(words) and _PERSONAL.search(words)):
        return
    if _SELLING.search(words) or phrases.NEGATION.search(words) or phrases.IDLE.search(words):
        return
    freed = [e for e in _decriminalising(passage) if _about(passage, clause, e)]
    if freed and not any(e.until for e in freed):
        what = stated(passage, clause.start, clause.end)
        yield opinion("contradicted", what, passage, freed)


def _decriminalising(passage: Passage) -> Sequence[Event]:
    """Laws of whole places: what a city does leaves the law of its state."""
    laws = passage.timeline.of(frozenset({"law"}))
    local = passage.timeline.local
    return [e for e in laws if "decriminalisation" in e.effect and e.agency not in local]
