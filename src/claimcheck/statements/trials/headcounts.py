"""Which numbers of a sentence count the people of a trial, and at which step of it."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.classes import dataclass
from claimcheck.model.quantity import Count
from claimcheck.patterns import lazy
from claimcheck.statements.trials.line import Line
from claimcheck.statements.trials.shares import counted
from claimcheck.statements.trials.steps import AGAIN, LEFT, STAYED, step_of
from claimcheck.statements.trials.tallies import is_of_all, is_treated, takes_in
from claimcheck.statements.trials.turning import is_of_a_part

_TOTAL = (
    r"(?:a total of|in total|as many as|some|about|around|roughly|approximately|nearly|almost|just|"
    r"only|over|more than|at least|all|the|overall|altogether|just under|just over|close to|"
    r"exactly|its|their|an estimated)"
)
_VERB = (
    r"(?:enrol(?:l?ed|ls?|ling)|recruit(?:ed|s|ing)?|randomi[sz](?:ed|es|ing)|includ(?:ed|es|ing)|"
    r"involv(?:ed|es|ing)|stud(?:ied|ies|ying)|tested|treat(?:ed|s|ing)?|dos(?:ed|es|ing)|"
    r"followed|compris(?:ed|es|ing)|consist(?:ed|s|ing) of|assign(?:ed|s|ing)|allocat(?:ed|es|ing)|"
    r"analy[sz](?:ed|es|ing)|cover(?:ed|s|ing)|put|took in|signed up|screen(?:ed|s|ing)|has|had|"
    r"have|with|saw|tracked|examined|looked at|gave|given|offer(?:ed|s|ing)?|brought together|"
    r"drew on|(?:will|to|and) (?:enrol+|recruit|include|involve|randomi[sz]e|treat|test|study|"
    r"have))"
)
_AFTER_VERB = lazy(rf"\b{_VERB}\s+(?:{_TOTAL}\s+)*\Z")
_GAVE_TO = lazy(
    r"\b(?:gave|gives|given|giving|offered|administered|infused|compar\w+|tested|tried|studied|"
    r"assessed|"
    r"evaluated|examined|assigned|randomi[sz]ed|allocated|pitted|put|ran|conducted|measured|eased|"
    r"improved|reduced|relieved|lowered|helped)\b[^;]{0,90}?"
    rf"\b(?:to|in|on|among|for|across|of|with)\s+(?:{_TOTAL}\s+)*\Z"
)
_SAMPLE = lazy(
    rf"\b(?:sample|size|total)\b[^;]{{0,70}}?(?:was|is|were|of|:)\s*(?:{_TOTAL}\s+)*\Z"
    r"|\b(?:trial|study|pilot|experiment|group|sample|cohort|it|this) (?:was|is|remained|stayed) "
    r"(?:[\w-]+ ){0,2}?(?:tiny|small|modest|large|big|little|minute)(?: (?:one|trial|study|pilot))?"
    rf"(?::|,| –| —| \(|, at| with)\s*(?:{_TOTAL}\s+)*\Z"
    r"|\b(?:tiny|small|modest|large|big) (?:[\w-]+ ){0,2}(?:trial|study|pilot|sample|group|cohort)"
    rf"(?::|,| –| —| \(|, at| of)\s*(?:{_TOTAL}\s+)*\Z"
)
_TIMED = lazy(r"[^:;]{0,40}\b(?:weeks?|months?|years?|days?)(?: \d+)?:")
"""A label that gives a time: what follows is what had become of people by then."""
_ITSELF = lazy(r"ns?\s*[=:≈]|sample|cohort|enrol|total")
_WHOSE = (
    r"(?:[\s,]*(?:with|aged|suffering|living|diagnosed|whose|from|and|of both sexes)\b[^;]{1,70}?)?"
)
_AUXILIARY = (
    r"[\s,)—–-]*(?:(?:who|that|all of whom [\w\s]{0,90}?,?)\s+)?"
    r"(?:(?:(?:were|was|are) to(?: be)?|were|was|are|have been|had been|will be|(?:are )?to be|"
    r"being|will|can)\s+)?(?:(?:then|all|also|each|both|now|first|"
    r"randomly|eventually|currently|subsequently|not)\s+)*"
)
_STEP_VERB = (
    r"(?:randomi[sz]ed|randomly assigned|assigned|allocated|enrolled|recruited|included|treated|"
    r"dosed|completed?|finished|analy[sz]ed|evaluable|screened|took part|taking part|take part|"
    r"part of|participated|participate|participating|underwent randomi[sz]ation|entered|joined|"
    r"volunteered for|travel+ed to|flew to|followed|made up|formed|"
    r"be (?:enrolled|randomi[sz]ed|recruited|treated)|received (?:either|one of)|"
    r"drawn|split|divided|sorted|allotted|put|picked|chosen)"
)
_WAS_STEP = lazy(rf"{_WHOSE}{_AUXILIARY}{_STEP_VERB}\b")
_TAKER = lazy(
    rf"(?:\s+of (?:them|whom|these|those))?{_WHOSE}{_AUXILIARY}(?:got|get|had|"
    r"took|received|receive|given|tried|swallowed|drank|on|to|in|with)\s+(?:either\s|one\sof\s|"
    r"the\s|an?\s|two\s|three\s|one\s|single\s|doses?\s|of\s|"
    r"\d+\s?(?:m?c?g|µg|micrograms)\s|oral\s)*"
)
_PART = lazy(
    r"[\s,(]*(?:(?:in|on|from) (?:the |an? )?(?:[\w-]+ ){0,3}?(?:group|arm|placebo) )?"
    r"(?:of whom|of them|who|that)?\s*(?:(?:had|have|has)? ?(?:reported|experienced|"
    r"withdr\w+|dropped|died|discontinued|respon\w+|improved|relapsed|quit|stopped|lost|refused|"
    r"declined|remitted|vomited|required|needed|previously|ever|already|prior|missed|failed|met|"
    r"no longer|still|felt|said|chose|continued|showed|became|developed|remained|remain|returned|"
    r"stayed(?! (?:on|in)\b)|gone|kept|"
    r"benefit\w*|guessed|identified|used|reached|achieved|entered remission|started|switched|left|"
    r"did not|didn[’']t|came|were chosen|applied|wrote|worked|lived|rated)|(?:were|are|was|"
    r"is) (?:\w+ly )?(?:women|men|female|male|white|black|asian|hispanic|in remission|abstinent|"
    r"responders|sober|smoke-free|veterans|still|lost|excluded|ineligible|hospitali[sz]ed|free|"
    r"symptom|no longer|remitt)|reaching|making it to|"
    r"(?:participated|took part|entered|continued|enrolled|went) in(?:to)? "
    r"(?:this|that|the) (?:[\w-]+ ){0,2}(?:phase|part|stage|extension|period)(?! [0-9i]))\b"
)
_AGAIN = lazy(
    rf"(?:\sof (?:the|those|these|them|all)(?: (?:patients|people|participants|treated))?|\s\w+)?"
    rf"{_WHOSE}{_AUXILIARY}(?:(?:agreed|consented|wanted|could|able|still|to|be)\s)*"
    r"(?:(?:seen|looked at|assessed|interviewed|questioned|examined|contacted|visited|rated) again|"
    r"(?<=be )(?:reached|traced)|came back|followed[ -]up|"
    r"re-?(?:assessed|examined|interviewed|contacted|visited|tested|enrolled))\b"
)
"""What says of people that a later look at a trial took them."""
_LATER_LOOK = lazy(
    r"\bfollow-?up(?: study| trial)? (?:of|to) (?!(?:\d|one|two|three|six|twelve|an?)\b)"
    r"[^;.,]{2,60}?"
    r"\b(?:had|took in|enrol\w+|includ\w+|follow\w+|covered|saw|reached|traced|counted)\b[^;.,]*\Z"
)
"""Before the number of people whom a later look at a named trial took."""
_PREDICATE = lazy(
    r"\b(?:started|withdrew|dropped out|did not|didn[’']t|vomited|reported|experienced|needed|"
    r"stopped|switched|left the|guessed|felt|said|relapsed|died|became|developed|remained|chose|"
    r"refused|had (?:an?|one|none)\b)\b"
)
_ELIGIBLE = lazy(
    r",? (?:who|that) (?:(?:had|have) )?(?:(?:all|each|both) )?(?:failed|lived|suffered|served|"
    r"struggled|exhausted|not (?:responded|benefit+ed|improved|been helped)|stopped responding|"
    r"been (?:living|diagnosed|ill|depressed)|"
    r"met (?:(?:the|all|its|their|full|dsm-\S+|diagnostic|inclusion|entry|study) )*criteria"
    r"(?! (?:for|of) (?:[\w-]+ )?(?:re(?:sponse|mission|lapse|covery)|loss)))\b"
)
_TAKEN_IN = lazy(
    r"\b(?:enrol(?:l?ed|ls?|ling)|recruit(?:ed|s|ing)|randomi[sz](?:ed|es|ing)|includ(?:ed|es|ing)|"
    r"involv(?:ed|es|ing)|brought together|brings together|gathered|took in|signed up|admitted|"
    rf"treated|dosed|tested|studied)\s+(?:{_TOTAL}\s+)*\Z"
)
"""After and before all whom a trial took: what they had behind them is why it took them."""
_WITH_PAST = lazy(
    r",? who (?:were|had) (?!(?:an? )?(?:\w+ )?(?:response|remission|relaps|adverse))"
)
_ENTERED = lazy(
    r"(?<!more )(?<!re-)(?<!re)\b(?:enrol(?:l?ed|ls)|recruit(?:ed|s)|randomi[sz](?:ed|es)|"
    rf"brought together|brings together)\s+(?:(?!(?:just|only)\b){_TOTAL}\s+)*\Z"
)
"""The same of whatever they were or had, after a verb that tells of nobody else."""
_STUDY_OF = lazy(rf"\b(?:trial|study|pilot)\s+(?:in|of|with|among)\s+(?:{_TOTAL}\s+)*\Z")
"""Before all whom a trial took: what follows is said of the trial."""
_SET_BESIDE = lazy(
    r"\b(?:compared (?:with|to)|against|versus|vs?\.?|(?:and|but|it was) (?:only|just))\s\Z"
)
_HAD = lazy(
    r"[\s,]*(?:who |that |each |also )?(?:had|have|experienced|reported|suffered|showed) "
    r"(?!(?:[\w-]+ ){1,6}?(?:doses?|sessions?|infusions?)\b)(?:an?|"
    r"at least|one|some|no|any|more|adverse|side|treatment-|headaches?|nausea|previous|prior|"
    r"already|never|received|taken|tried|used|been(?! (?:randomi[sz]|"
    r"enrol|recruit|dosed|assign))|(?:severe|serious|mild) (?:adverse|side|"
    r"treatment|reaction|event|headache|nausea))\b"
)
_WITH_SHARE = lazy(r"\s?[\[(]\s?\d[\d.]*\s?%")
"""After a count of people with some outcome: "n = 5 (9.4 %)"."""
_SESSIONS_OF_ALL = lazy(
    r"\s(?:had|received|underwent|completed)\s(?P<sessions>\d+)\s(?:[\w-]+\s){0,3}?(?:sessions|doses)\b"
)
"""How many sessions some people had between them."""
_RATE = lazy(
    r"\s(?:an? (?:year|month|week|day)|per (?:year|month|week)|annually|every year|each year)\b"
)
_AT_WORK = lazy(
    r"\bhas (?:\w+ )?(?:sat with|seen|looked after|guided|supervised|cared for|trained)\b"
)
"""How many come to a place in a time, or have come to somebody."""
_OF_PAPERS = lazy(
    r"\s(?:(?:had|have|has|were|was|are|been|first|all|later)\s){0,3}(?:appear\w*|published|printed|"
    r"retracted|withdrawn|pulled|peer[- ]reviewed|cited)\b"
)
"""After a bare number: what is said of papers."""
_NOT_ALL = lazy(
    r"\b(?:per|each|every|another|other|of (?:these|those|them)(?: \w+)?|further|additional|extra|"
    r"groups of|fewer than|first|last|next|as few as|most|ratio of|one in|out of|(?<!more )than|"
    r"follow-?ups?|"
    r"waiting|team of|staff of|capacity for|room for|remaining|between|plus|for every|aged?)\s+\Z"
    r"|\b(?:studies|trials|papers|articles|records|abstracts|publications),? "
    r"\(?(?:drawn |chosen |selected |picked |left )?(?:out of|from|after)\s+(?:the\s)?\Z"
)
_IN_EACH = lazy(
    r"\s(?:[\w-]+\s)?(?:in|to|per) (?:each|either|every) (?:[\w-]+ )?(?:arm|group|half)"
)
_OF_FAMILY = lazy(r"\b(?:children|kids|sons|daughters|brothers|sisters)\Z")
_OF_A_PART = lazy(
    r"\binterim \w+ \(\s?\Z|\b(?:parts?|stages?|cohorts?|levels?|sub-?groups?|subsets?)\s?\(\s?\Z"
)
_GOES_WITH = lazy(
    r"\s*(?:(?:of (?:them|whom|these|those)|in (?:the|each)|to|on|got|had|received|were|for|with|"
    r"and|after|later|immediately|at once|before)\b|[.,;:)]|\Z)"
)
_TOOK = lazy(
    r"\s+(?:of (?:them|whom|these|those)\s+)?(?:(?:were|was|then|actually|each)\s+)*"
    r"(?:given|got|took|had|received|drank|swallowed|inhaled|tried)\b"
)
_IN_ALL = lazy(r",? (?:in (?:all|number|total)|strong|all told|altogether)\b")
_SOME_PEOPLE = lazy(
    r"\b(?:participants|patients|people|volunteers|adults|veterans|smokers|drinkers|survivors|men|"
    r"women|\w+(?:ers|ors))\b[^;.()\d]{0,40}\Z"
)
"""After and before a number of all those who were spoken of."""
_PEOPLE = frozenset({None, "participant", "client", "man", "woman", "member"})
_GROUPS = ("group", "arm", "placebo", " mg", "mg ", "control", "dose", " µg", "µg ", "microg")
_DOSED = lazy(r"\d\s?(?:m?c?g|µg|micrograms)\s")
_FINISHED = lazy(
    r"\b(?:completed|finished|started|began|received|underwent) (?:the )?(?:treatment|session)"
)
_ARTICLE = lazy(r"\s+(?:(?:an?|the|on|with|to|got|had)\s+|(?:an?|the)\s+(?:[\w-]+\s)?[\w-]+,?\s)?")
"""Between a number and what so many got, also with its class ("an antihistamine, …")."""
_AT = lazy(r"(?:\s(?:people|patients|participants|volunteers))?\s(?:took part )?at\s(?:the\s)?")
_SESSIONS = lazy(r"[\s-](?:days?|sessions?|doses?|trips?|infusions?|treatments?|afternoons?)\b")
"""After a drug: "two MDMA days" are no two people."""
_MORE_SESSIONS = lazy(
    r"\b(?:sessions|doses|infusions|treatments) (?:without|with|of|on) [^,;.()]{1,30}? "
    r"(?:and|or|then) \Z"
)
""""Sessions without a drug and two with it"."""
_OF_STUDY = lazy(
    r"\b(?:biggest|largest|first) (?:[\w-]+ )?(?:trial|study)\b|"
    r"\b(?:trial|study) (?:of|with|followed|tracked|covered|included)\b"
)
"""What makes clients those of a study, not of somebody's practice."""
_PERSONS = lazy(
    r"\s+(?!of\b)(?:[\w-]+\s){0,3}?(?:clinicians|doctors|physicians|nurses|students|couples|"
    r"officers|"
    r"firefighters|inmates|workers|professionals|staff|carers|caregivers|soldiers|teachers|"
    r"survivors|sufferers|smokers|drinkers|users|men and women|"
    r"women and men)\b"
)
_PLANNING = lazy(
    r"\b(?:will|plan(?:s|ned|ning)?|aim(?:s|ed|ing)?|intend(?:s|ed)?|expect(?:ed|s)?|to be|hopes?|"
    r"(?:is|are) to|"
    r"target(?:s|ed|ing)?|set to|is recruiting|are being|being recruited|currently|due to|"
    r"designed to|seek(?:s|ing)?|propos(?:e|es|ed|ing)|going to|involves|enrols|enrolls|"
    r"recruits|randomi[sz]es|"
    r"(?:is|are) (?:now )?enrol+ing|estimated|began|begun|launched|kicked off|"
    r"anticipated|up to|goal|foresaw|foreseen|envisaged|(?:had|was|were) meant (?:to|for)|"
    r"(?:been|was|were|originally|initially) (?:laid out|drawn up|set up|conceived|designed|sized|"
    r"powered) (?:for|around|with|to)|want(?:s|ed)?|means to|(?:was|were) to|"
    r"(?:was|were|been) supposed to)\b"
)
_STAYED_ON = lazy(
    r"\b(?:finished|completed|agreed to) (?:the |an? )?"
    r"(?:[\w-]+ ){0,3}?(?:follow-?up|sub-?study|interviews?)\b"
)
"""What those did who stayed on after a trial."""


@dataclass(frozen=True, slots=True)
class Head:
    """A number of people, the step of the trial, and how plainly it counts those who took part."""

    count: Count
    step: str | None
    planned: bool
    plain: bool
    """Its own words make it the size of a trial, or of one of its arms."""
    whole: bool = False
    """It counts participants in words that nothing is known of."""


def heads(line: Line) -> Iterator[Head]:
    """The numbers of people that may be the size of a trial or an arm."""
    counts = line.of(Count)
    for count in counts:
        if _may_count(line, count):
            again = _AGAIN.match(line.low, count.end) or _LATER_LOOK.search(
                line.low, 0, count.start
            )
            step = AGAIN if again else count.stage or step_of(line, count, counts)
            planned = _PLANNING.search(line.segment) is not None
            plain = _is_plain(line, count)
            plain = plain and not _is_of_some(line, count)
            whole = not plain and is_of_all(line, count) and not _is_of_some(line, count)
            yield Head(count, step, planned, plain, whole)


def _is_of_some(line: Line, count: Count) -> bool:
    """Whether a number is of those whom a later or another look at a trial took."""
    if _AGAIN.match(line.low, count.end):
        return False
    return is_of_a_part(line) or _STAYED_ON.search(line.low, count.end) is not None


def _may_count(line: Line, count: Count) -> bool:
    """Whether a number counts people at all, and not some of a group."""
    value, low = count.value.value, line.low
    if not 2 <= value <= 100_000 or count.value.decimals or count.high is not None:
        return False
    stayed = any(p.match(low, count.end) for p in (STAYED, _AGAIN))
    taken = _ELIGIBLE.match(low, count.end) and _TAKEN_IN.search(low[: count.start])
    taken = taken or (_WITH_PAST.match(low, count.end) and _ENTERED.search(low[: count.start]))
    taken = taken or _STUDY_OF.search(low[: count.start])
    away = (_WITH_SHARE,) if stayed or taken else (_PART, _WITH_SHARE, _HAD, LEFT)
    if any(p.match(low, count.end) for p in away) or _is_beside_some(line, count):
        return False
    if _NOT_ALL.search(low[max(0, count.start - 40) : count.start]):
        return False
    together = _SESSIONS_OF_ALL.match(low, count.end)
    if together and int(together["sessions"]) > value:
        return False
    if _RATE.match(low, count.end) or _AT_WORK.search(low):
        return False
    if count.noun is None and _OF_PAPERS.match(low, count.end):
        return False
    if _IN_EACH.match(low, count.end) or _OF_FAMILY.search(low, count.start, count.end):
        return False
    if _OF_A_PART.search(low[max(0, count.start - 24) : count.start]):
        return False
    if count in counted(line) or _is_of_several(line, count):
        return False
    return stayed or _counts_people(line, count)


def _is_of_several(line: Line, count: Count) -> bool:
    """Whether a number is that of all in several institutions' trials, of which the numbers stand
    beside it."""
    runners = {m.ids for m in line.scope.own.of("sponsor")}
    others = [c.value.value for c in line.reading.of(Count) if c is not count]
    return 1 < len(runners) <= len(others) and sum(others[: len(runners)]) == count.value.value


def _is_beside_some(line: Line, count: Count) -> bool:
    """Whether a bare number is set beside one of people of whom something is said: "17 people on
    it stayed well, compared with four"."""
    earlier = (c for c in line.of(Count) if c.noun == "participant" and c.end <= count.start)
    some = count.noun is None and any(_PART.match(line.low, c.end) for c in earlier)
    return some and _SET_BESIDE.search(line.low[: count.start]) is not None


def _counts_people(line: Line, count: Count) -> bool:
    low = line.low
    if count.noun not in _PEOPLE and not _FINISHED.search(count.text.lower()):
        return False
    if count.noun == "participant" or count.stage or _FINISHED.search(count.text.lower()):
        return True
    if count.noun == "client":
        return _OF_STUDY.search(low) is not None
    if count.noun in {"man", "woman"}:
        alone = not any(c.noun == "participant" and c is not count for c in line.of(Count))
        before = low[max(0, count.start - 90) : count.start]
        taken = any(p.search(before) for p in (_AFTER_VERB, _GAVE_TO, _SAMPLE))
        if not taken and len(line.of(Count)) == 1:
            taken = _WAS_STEP.match(low, count.end) is not None or _takes(line, count)
        return alone and taken
    if count.noun not in {None, "member"} or _MORE_SESSIONS.search(low, 0, count.start):
        return False
    if _is_of_them_all(line, count):
        return True
    if _PERSONS.match(low, count.end) or takes_in(line, count) or is_treated(line, count):
        return True
    earlier = (c for c in line.reading.of(Count) if c.start < count.start)
    people = any(c.noun == "participant" or _took(line, c) for c in earlier)
    goes_with = _GOES_WITH.match(low, count.end) is not None or _is_given(line, count)
    goes_with = goes_with or _is_hosted(line, count)
    return (people and goes_with) or _took(line, count)


def _is_of_them_all(line: Line, count: Count) -> bool:
    """Whether a bare number sums up the people before it: "veterans and officers, 26 in all"."""
    people = _IN_ALL.match(line.low, count.end) and _SOME_PEOPLE.search(line.before(count, 60))
    return count.noun is None and people is not None


def _took(line: Line, count: Count) -> bool:
    """Whether a bare number is of those who got what the trial gave: "ten took the drug"."""
    return _TOOK.match(line.low, _noun_end(line, count)) is not None and _takes(line, count)


def _noun_end(line: Line, count: Count) -> int:
    """Where the noun of a number ends, also one that is no name for participants."""
    persons = _PERSONS.match(line.low, count.end)
    return persons.end() if persons else count.end


def _is_given(line: Line, count: Count) -> bool:
    """Whether a treatment follows a number at once: "ten took the drug, nine placebo"."""
    given = (*line.names("compound"), *line.names("control"))
    return any(
        _ARTICLE.fullmatch(line.low, count.end, m.start) and not _SESSIONS.match(line.low, m.end)
        for m in given
    )


def _is_hosted(line: Line, count: Count) -> bool:
    """Whether who treated them follows a number at once: "29 at NYU"."""
    return any(_AT.fullmatch(line.low, count.end, m.start) for m in line.scope.own.of("sponsor"))


def _is_plain(line: Line, count: Count) -> bool:
    """Whether the words around a number say that so many took part."""
    low, text = line.low, count.text.lower()
    if _TIMED.match(low):
        return False
    if _ITSELF.match(text) or count.stage or _FINISHED.search(text):
        return True
    if STAYED.match(low, count.end):
        return True
    if _AGAIN.match(low, count.end):
        heads = (line.scope.document.blocks[i].text.lower() for i in line.scope.block.headings)
        return any("follow-up" in words or "long-term" in words for words in (low, *heads))
    before = low[max(0, count.start - 160) : count.start]
    if any(p.search(before) for p in (_AFTER_VERB, _GAVE_TO, _SAMPLE)):
        return True
    if takes_in(line, count) or is_treated(line, count) or _is_of_them_all(line, count):
        return True
    if _WAS_STEP.match(low, _noun_end(line, count)) is not None or _takes(line, count):
        return True
    earlier = [c for c in line.reading.of(Count) if c.start < count.start]
    if _is_hosted(line, count) and any(c.noun == "participant" for c in earlier):
        return True
    others = (c for c in line.of(Count) if c is not count)
    return _is_given(line, count) and any(c.noun == "participant" or _took(line, c) for c in others)


def _takes(line: Line, count: Count) -> bool:
    """Whether it is said that so many got what the trial gave, or were in one of its groups."""
    found = _TAKER.match(line.low, _noun_end(line, count))
    if found is None or _PREDICATE.search(line.low, count.end):
        return False
    rest = line.low[found.end() : found.end() + 24]
    given = (*line.names("compound"), *line.names("control"))
    group = any(word in rest for word in _GROUPS) or _DOSED.search(found.group()) is not None
    return group or any(-2 <= m.start - found.end() <= 14 for m in given)
