"""What a body answered: yes or no to a treatment, in whatever words it is told.

Not a list of sentences: of every stretch that belongs to a body ("the board said yes in May, the
council no in June") it is asked which way its words go, of what treatment, for which disease and
when; the record with the same body and treatment answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.classes import dataclass
from claimcheck.model.events import Event
from claimcheck.model.quantity import Date
from claimcheck.patterns import lazy
from claimcheck.statements.decisions import approvable, phrases
from claimcheck.statements.decisions.findings import Stated, at, nothing_listed, opinion, redated
from claimcheck.statements.decisions.moments import Moment, moment, nearest
from claimcheck.statements.decisions.moods import modality
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.decisions.polarity import Sign, signs
from claimcheck.statements.decisions.timeline import Wanted, in_force, opens, until
from claimcheck.statements.nouns import Opinion

_KINDS = frozenset({"approval", "refusal", "opinion", "access-scheme", "scheduling"})
_SUMMONED = lazy(r"\b(?:the|this|its) (?:agency|regulator|watchdog|authority|institute|body)\b")
_FROM = lazy(r"\b(?:by|from|past|of|with|at|before|to|convinced|for) (?:the )?\Z")
"""Before a body: what it did stands before it."""
_THING = lazy(
    r"\W*(?:(?:of|to|for|the|an?|its|their|this|that|any|his|her|further|new)\b\W*)*"
    r"(?:[\w-]+ ){0,2}?(?:trials?|stud(?:y|ies)|phase|protocol|ind|investigational|development|"
    r"petition|request\w*|meeting|bill|law|act|import|export|ballot|measure|rules?|plant|factory|"
    r"begin|start|test|proceed|run|enrol\w*)\b"
)
"""Around a sign: it is not a treatment that was decided on."""
_ASIDE = lazy(
    r"\b(?:publish\w*|made public|unveil\w*|disclos\w+|"
    r"idea|notion|calls?|criticism|argument|claim|price|cost|reimburs\w+|survey|"
    r"according|quoted|interview|warn\w*|hold|vot\w*|panel|committee|advis[eo]rs?|voucher|"
    r"designation|status|passport|priority|breakthrough|fast[- ]track|orphan)\b"
)
_OPINION = lazy(r"\b(?:opinion|question|believ(?:e|es|ed))\b")
"""Beside a body, what it gave; elsewhere, what somebody thinks."""
_NEAR = 30
_READ = frozenset({"approval", "law", "vote", "application", "review"})
"""Words of these kinds were read before, by who knows them better."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """A body with what it is said to have answered."""

    agency: str
    sign: Sign
    good: bool
    start: int
    end: int
    moments: tuple[Moment, ...]
    indications: tuple[str, ...]


def verdicts(passage: Passage) -> Iterator[Opinion]:
    """The opinions on the answers that bodies are said to have given."""
    treated = _treatments(passage)
    if not treated or _ASIDE.search(passage.low):
        return
    for answer in _answers(passage):
        if found := _judged(passage, answer, treated):
            yield found


def _treatments(passage: Passage) -> tuple[str, ...]:
    """The one treatment of the sentence, or of the nearest text around it that names any."""
    family = passage.records.compounds
    for depth, layer in enumerate(passage.scope.layers):
        named = tuple(dict.fromkeys(m.ids[0] for m in layer.of("compound")))
        if not named:
            continue
        known = all(n in passage.timeline.compounds for n in named)
        roots = {family.root(n) for n in named}
        alike = len(roots) == 1 or (depth > 0 and phrases.ENSEMBLE.search(passage.low))
        return named if known and alike else ()
    return ()


def _bodies(passage: Passage) -> Iterator[tuple[str, int, int]]:
    """Agencies that answer, with where they stand; "the agency" is the one around."""
    events = passage.timeline.of(_KINDS)
    known = {e.agency for e in events} | set(passage.timeline.licensing)
    for mention in passage.mentions("agency"):
        yield (mention.ids[0] if mention.ids[0] in known else ""), mention.start, mention.end
    if passage.mentions("agency"):
        return
    around = [m.ids[0] for m in passage.scope.nearest("agency") if m.ids[0] in known]
    if len(set(around)) == 1 and (found := _SUMMONED.search(passage.low)):
        yield around[0], *found.span()


def _answers(passage: Passage) -> Iterator[_Answer]:
    """Each body with the nearest word of deciding in the stretch that is its own."""
    bodies = sorted(_bodies(passage), key=lambda b: b[1])
    for place, (agency, start, end) in enumerate(bodies):
        low = bodies[place - 1][2] if place else 0
        high = bodies[place + 1][1] if place + 1 < len(bodies) else len(passage.low)
        led = bool(_FROM.search(passage.low[:start]))
        stretch = (low, start) if led else (end, high)
        if agency and (answer := _answer(passage, agency, stretch, (low, high), led=led)):
            yield answer


def _answer(
    passage: Passage, agency: str, stretch: tuple[int, int], whole: tuple[int, int], *, led: bool
) -> _Answer | None:
    sign = _one(list(signs(passage.low, *stretch)), led=led)
    if sign is None:
        return None
    words = _OPINION.sub(lambda m: " " * len(m.group()), passage.clause_at(sign.start).words)
    if _THING.match(passage.low, sign.end) or approvable.TO_STUDY.match(passage.low, sign.end):
        return None
    if any(c.kind in _READ and c.start < sign.end and sign.start < c.end for c in passage.cues):
        return None
    spirit = modality(words, sign.start, sign.end)
    if spirit.mood != "fact":
        return None
    dates = [d for d in passage.reading.of(Date) if whole[0] <= d.start and d.end <= whole[1]]
    named = [m for m in passage.mentions("indication") if whole[0] <= m.start and m.end <= whole[1]]
    return _Answer(
        agency,
        sign,
        sign.good != spirit.negated,
        *whole,
        tuple(moment(passage.low, d) for d in dates if d.year),
        tuple(dict.fromkeys(m.ids[0] for m in named)),
    )


def _one(found: list[Sign], *, led: bool) -> Sign | None:
    """The sign of a stretch: a no to a yes ("withheld its backing") is a no."""
    if len({s.good for s in found}) == 1:
        return found[-1] if led else found[0]
    two = len(found) == 2 and not found[0].good and found[1].start - found[0].end <= _NEAR
    return found[0] if two else None


def _sign_of(event: Event) -> bool | None:
    """Which way an event went; None where it is neither a yes nor a no."""
    if event.kind == "opinion":
        return {"for": True, "against": False}.get(event.position or "")
    if event.kind in {"approval", "access-scheme"} or (event.kind == "scheduling" and opens(event)):
        return True
    return False if event.kind == "refusal" else None


def _pool(passage: Passage, agency: str, treated: Sequence[str]) -> tuple[Event, ...]:
    """What a body decided on a treatment; an agency answers for where it licenses."""
    timeline, up = passage.timeline, passage.records.compounds.up
    where = timeline.licensing.get(agency, frozenset())
    return tuple(
        e
        for e in timeline.of(_KINDS)
        if (e.agency == agency or (e.kind == "approval" and e.jurisdiction in where))
        and any(t in up(c) for t in treated for c in e.compound)
        and _sign_of(e) is not None
    )


def _judged(passage: Passage, answer: _Answer, treated: Sequence[str]) -> Opinion | None:
    pool = _pool(passage, answer.agency, treated)
    what = _said(passage, answer)
    alike = [e for e in pool if _for(passage, e, answer)]
    then = [e for e in alike if not answer.moments or any(m.fits(e) for m in answer.moments)]
    agreeing = [e for e in then if _sign_of(e) == answer.good]
    past = until(agreeing, passage.now.last)
    if past and all(in_force(e, passage.now.last) for e in past[-1:]):
        return opinion("supported", what, passage, tuple(reversed(past)))
    if opposed := until([e for e in then if _sign_of(e) != answer.good], passage.now.last):
        return opinion("contradicted", what, passage, opposed[-1:])
    same = [e for e in alike if _sign_of(e) == answer.good]
    if same and len(answer.moments) == 1 and (event := nearest(same, answer.moments)):
        written = answer.moments[0]
        better = redated(written, event)
        return opinion("contradicted", at(what, written), passage, (event,), suggestion=better)
    return _unlisted(passage, answer, treated, what)


def _for(passage: Passage, event: Event, answer: _Answer) -> bool:
    up = passage.records.indications.up
    own = event.indication
    return not answer.indications or not own or any(
        stated in up(i) or i in up(stated) for i in own for stated in answer.indications
    )  # fmt: skip


def _unlisted(
    passage: Passage, answer: _Answer, treated: Sequence[str], what: Stated
) -> Opinion | None:
    """A yes of which a complete list knows nothing."""
    where = tuple(sorted(passage.timeline.licensing.get(answer.agency, ())))
    wanted = Wanted(
        kinds=frozenset({"approval"}),
        compounds=tuple(treated),
        indications=answer.indications,
        places=where,
    )
    entry = passage.timeline.complete(wanted, passage.now.last) if where else None
    own = {m.ids[0] for m in passage.mentions("compound")}
    if not (entry and answer.good and own & set(treated)):
        return None
    expected = nothing_listed(entry, passage, "approval")
    return opinion("contradicted", what, passage, expected=expected)


def _said(passage: Passage, answer: _Answer) -> Stated:
    text = re.sub(r"\s+", " ", passage.text[answer.start : answer.end]).strip(" ,;:()–—-")
    return Stated(answer.start, answer.end, text)
