"""Which numbers of a sentence count the people of a trial, and at which step of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.model.quantity import Count
from claimcheck.patterns import lazy
from claimcheck.statements.trials.line import Line

_STUDY = (
    r"(?:trials?|stud(?:y|ies)|experiments?|samples?|cohorts?|pilot|programme|program|paper|"
    r"arms?|groups?|"
    r"investigation|investigators|researchers|scientists|team|doctors|analysis|follow-up|rct|it|"
    r"which|"
    r"that|they|who)"
)
_TOTAL = (
    r"(?:a total of|an? total|in total|as many as|some|about|around|roughly|approximately|nearly|"
    r"almost|"
    r"just|only|over|more than|at least|all|another|the first|the|overall|altogether|just under|"
    r"just over|"
    r"close to|up to|exactly|its|their|an estimated)"
)
_VERB = (
    r"(?:enrol(?:l?ed|ls?|ling)|recruit(?:ed|s|ing)?|randomi[sz](?:ed|es|ing)|includ(?:ed|es|ing)|"
    r"involv(?:ed|es|ing)|stud(?:ied|ies|ying)|test(?:ed|s|ing)?|treat(?:ed|s|ing)?|dos(?:ed|es|"
    r"ing)|"
    r"follow(?:ed|s|ing)?|compris(?:ed|es|ing)|consist(?:ed|s|ing) of|assign(?:ed|s|ing)?|"
    r"allocat(?:ed|es|ing)|"
    r"analy[sz](?:ed|es|ing)|evaluat(?:ed|es|ing)|cover(?:ed|s|ing)?|put|took in|signed up|"
    r"screen(?:ed|s|ing)?|"
    r"has|had|have|with|saw|tracked|examined|looked at|gave|give|given|offer(?:ed|s|ing)?|invited|"
    r"will (?:enrol+|recruit|include|involve|randomi[sz]e|treat|test|study|have)|"
    r"(?:to|and) (?:enrol+|recruit|include|involve|randomi[sz]e|treat|test|study)|"
    r"brought together|drew on)"
)
_BEFORE_VERB = lazy(
    rf"\b{_VERB}\s+(?:{_TOTAL}\s+)*(?:(?:drug|placebo|treatment|either|the drug|"
    r"it)\s+(?:or \w+ )?to\s+)?"
    rf"(?:{_TOTAL}\s+)*\Z"
)
_GAVE_TO = lazy(
    r"\b(?:gave|gives|given|giving|offered|administered|infused|compar\w+|tested|tried|studied|"
    r"assessed|"
    r"evaluated|examined|assigned|randomi[sz]ed|allocated|pitted|put|measured|"
    r"brought)\b[^;]{0,90}?\b(?:to|in|on|among|for|across|against)\s+"
    rf"(?:{_TOTAL}\s+)*\Z"
)
_OF_A_STUDY = lazy(
    rf"\b{_STUDY}\b[^;]{{0,80}}\b(?:of|in|among|with|involving|from|on|for|"
    rf"across)\s+(?:{_TOTAL}\s+)*\Z"
)
_SAMPLE = lazy(
    rf"\b(?:sample(?: size)?|enrol+ment|n|participants|total|size|number)\b[^;]{{0,60}}?(?:was|"
    r"is|were|of|=|:)\s*"
    rf"(?:{_TOTAL}\s+)*\Z"
)
_DID = lazy(
    r"[\s,)]*(?:(?:adult|older|elderly|healthy|depressed|severely|with|who|aged|suffering|living|"
    r"from|diagnosed|"
    r"and|in|of|across|at|the|whose|had|have|has|been|not|at least|two|other|a|"
    r"an)\b[^;.]{0,80}?)??\s*"
    r"(?:(?:who|that)\s+)?(?:were|was|are|is|have been|had been|will be|to be|being|being|who)?\s*"
    r"(?:then |all |also |each |both |now |first |randomly |eventually |currently |subsequently )*"
    r"(?P<verb>randomi[sz]ed|randomly assigned|assigned|allocated|enrolled|recruited|included|"
    r"treated|"
    r"dosed|given|completed|complete|finished|analy[sz]ed|evaluated|evaluable|screened|took part|"
    r"taking part|take part|"
    r"participated|participate|participating|underwent|undergo|received|receive|got|get|entered|"
    r"joined|had|took|tried|"
    r"volunteered|tested|studied|followed|assessed|will (?:be enrolled|receive|take part|"
    r"be randomi[sz]ed|be recruited)|"
    r"swallowed|drank|went|on|to|in|made up|formed|put)\b"
)
_STEPS = {
    "randomised": lazy(
        r"randomi[sz](?:ed|es|ing)?\b|randomly assigned|randomi[sz]ation|assigned at random"
    ),
    "completed": lazy(r"complet(?:ed|ing|e|es)\b|completers|finished|stayed to the end|stuck with"),
    "analysed": lazy(r"analy[sz](?:ed|es)\b|\banalysis\b|evaluated|evaluable|assessed"),
    "dosed": lazy(r"\bdosed\b|treated|received|given|\bgot\b|\bgave\b|\btook\b(?! part)"),
    "screened": lazy(r"screened|screening|assessed for eligibility"),
}
_SUBGROUP = lazy(
    r"[\s,(]*(?:of whom|of them|who|that)?\s*(?:(?:had|have)? ?(?:reported|experienced|withdr\w+|"
    r"dropped|died|"
    r"discontinued|respon\w+|improved|relapsed|quit|stopped|lost|refused|declined|remitted|"
    r"vomited|required|"
    r"needed|previously|ever|already|prior|missed|failed|met|no longer|still|felt|said|chose|"
    r"continued|"
    r"showed|became|developed|remained|remain|returned|benefit\w*|guessed|identified|used|became|"
    r"reached|"
    r"achieved|entered remission)|(?:were|are|was|is) "
    r"(?:\w+ly )?(?:women|men|female|male|white|black|asian|hispanic|in remission|abstinent|"
    r"responders|sober|"
    r"smoke-free|veterans|still|lost|excluded|ineligible|hospitali[sz]ed|free|symptom|no longer|"
    r"remitt))\b"
)
_NOT_ALL = lazy(
    r"\b(?:per|each|every|another|other|of (?:the|these|those)(?: \w+)?|further|additional|extra|"
    r"groups of|fewer than|"
    r"first|last|next|up to|as few as|most|every one of|ratio of|one in|out of|for|than|waiting|"
    r"team of|staff of|"
    r"capacity for|room for|remaining|additional|between|eligible|plus)\s+\Z"
)
_RATE = lazy(
    r"\s*(?:per|a|each|every)\s+(?:day|week|month|year|group|session|class|room|therapist|"
    r"site)\b|\s*at a time\b"
)
_OF_ALL = lazy(r"\bof (?:the|these|those|its|their)(?: first| other)? \Z")
_GOES_WITH = lazy(
    r"\s*(?:(?:of (?:them|whom|these|those)|in (?:the|each)|to|on|got|had|received|were|for|with|"
    r"and|after|later|immediately|at once|before)\b|[.,;:)]|\Z)"
)
_FINISHED = lazy(
    r"\b(?:completed|finished|started|began|received|underwent) (?:the )?(?:treatment|session)"
)
_PERSONS = lazy(
    r"\s+(?:[\w-]+\s){0,3}?(?:clinicians|doctors|physicians|nurses|students|couples|officers|"
    r"firefighters|inmates|"
    r"survivors|sufferers|smokers|drinkers|heroin users|men and women|women and men)\b"
)
_PLANNING = lazy(
    r"\b(?:will|plan(?:s|ned|ning)?|aim(?:s|ed|ing)?|intend(?:s|ed)?|expect(?:ed|s)?|to be|hopes?|"
    r"target(?:s|ed|ing)?|set to|is recruiting|are being|being recruited|currently|due to|"
    r"designed to|"
    r"seek(?:s|ing)?|going to|involves|enrols|enrolls|recruits|is enrol+ing|estimated|"
    r"anticipated|up to|goal)\b"
)


@dataclass(frozen=True, slots=True)
class Head:
    """A number of people, the step of the trial, and how plainly it counts those who took part."""

    count: Count
    step: str | None
    planned: bool
    plain: bool
    """Its own words make it the size of a trial, or of one of its arms."""


def heads(line: Line) -> Iterator[Head]:
    """The numbers of people that may be the size of a trial or an arm."""
    counts = line.of(Count)
    for count in counts:
        earlier = (c for c in _all_counts(line) if c.start < count.start)
        people = any(c.noun == "participant" for c in earlier)
        if not _may_count(line, count, people):
            continue
        plain = _is_plain(line, count)
        step = count.stage or _step(line, count, counts)
        yield Head(count, step, _PLANNING.search(line.segment) is not None, plain)


def _all_counts(line: Line) -> tuple[Count, ...]:
    """The counts of the whole sentence, of which the line may be a part."""
    return line.reading.of(Count)


def _may_count(line: Line, count: Count, people: bool) -> bool:
    """Whether a number counts people at all, and all of a group."""
    value = count.value.value
    if not 2 <= value <= 100_000 or count.value.decimals or count.high is not None:
        return False
    before, low = line.low[max(0, count.start - 40) : count.start], line.low
    if _RATE.match(low, count.end) or _SUBGROUP.match(low, count.end):
        return False
    if _NOT_ALL.search(before) and not (_OF_ALL.search(before) and count.noun == "participant"):
        return False
    if count.noun == "participant" or count.stage or _FINISHED.search(count.text.lower()):
        return True
    if count.noun is None and _PERSONS.match(low, count.end):
        return True
    if count.noun in {"man", "woman"}:
        return "women" in low[count.end : count.end + 12]
    return count.noun is None and people and _GOES_WITH.match(low, count.end) is not None


def _is_plain(line: Line, count: Count) -> bool:
    low = line.low
    before = low[max(0, count.start - 130) : count.start]
    text = count.text.lower()
    if text[:1] == "n" or count.stage or _FINISHED.search(text):
        return True
    if text.startswith(("sample", "cohort", "enrol", "total")):
        return True
    if any(p.search(before) for p in (_BEFORE_VERB, _OF_A_STUDY, _GAVE_TO, _SAMPLE)):
        return True
    return _DID.match(low, count.end) is not None


def _step(line: Line, count: Count, counts: tuple[Count, ...]) -> str | None:
    """The step that the words next to a number name, no further than the next number."""
    left = max((c.end for c in counts if c.end <= count.start), default=0)
    right = min((c.start for c in counts if c.start >= count.end), default=len(line.low))
    after = count.text.lower() + _cut(line.low[count.end : min(right, count.end + 60)])
    before = _cut_before(line.low[max(left, count.start - 45) : count.start])
    for words in (after, before):
        for step, pattern in _STEPS.items():
            if pattern.search(words):
                return step
    return None


def _cut(words: str) -> str:
    """The words up to the next clause."""
    for mark in (", ", "; ", " (", " and then ", " but ", " before "):
        words = words.partition(mark)[0]
    return words


def _cut_before(words: str) -> str:
    for mark in ("; ", ", ", ": "):
        words = words.rpartition(mark)[2]
    return words
