"""Legal or illegal: the plain status of a substance in a place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model.events import Event
from claimcheck.patterns import lazy
from claimcheck.statements.decisions import phrases
from claimcheck.statements.decisions.findings import Stated, opinion, stated
from claimcheck.statements.decisions.lawnames import one_place
from claimcheck.statements.decisions.lawstatements import spares
from claimcheck.statements.decisions.localities import localities
from claimcheck.statements.decisions.moods import modality
from claimcheck.statements.decisions.passage import Cue, Passage
from claimcheck.statements.decisions.schedules import is_whole, listings
from claimcheck.statements.decisions.subjects import Subject, subjects
from claimcheck.statements.decisions.timeline import Wanted
from claimcheck.statements.nouns import Opinion

_STATUS = lazy(
    r"\b(?P<no>illegal|unlawful|prohibited|outlawed|banned|a controlled substance|"
    r"controlled substances|against the law|forbidden|illicit|a scheduled (?:drug|substance)|"
    r"scheduled(?= (?:in|under|federally|at))|criminali[sz]ed|"
    r"(?:may|can|must) (?:be )?neither (?:be )?(?:used|prescribed|sold|bought|given|possessed|"
    r"owned|supplied|taken|grown|made|imported|traded) nor (?:be )?\w+)\b"
    r"|\b(?P<free>(?:unscheduled|uncontrolled|unregulated)(?=\W*\Z|\W*[.,;:)]|"
    r" (?:in|under|there|here|by|across|throughout|and|or|but|at|so|as|within|while|because)\b)|"
    r"(?:does|do|did) ?(?:not|n't) (?:control|"
    r"schedule|ban|outlaw|prohibit|criminali[sz]e|forbid)|no law against)\b"
    r"|\b(?:is|are|became|become|becomes|remains?|was|were|be|been|now|still|made|fully|federally|"
    r"not|it[’']s) "
    r"(?:\w+ ){0,2}?legal(?:ly (?:available|accessible|used|offered))?\b(?! (?:team|counsel|status|"
    r"gr[ae]y|limbo|"
    r"challenges?|issues?|questions?|hurdles?|barriers?|frameworks?|battles?|advice|system|"
    r"and regulatory))"
)
_PIECES = (
    "legal", "lawful", "prohibit", "banned", "control", "law", "forbid", "illicit", "schedul",
    "criminal", "regulated", "outlaw", " ban", "neither",
)  # fmt: skip
_IN_NO = lazy(r"[\s\w]{0,24}\bin (?:no|none of)\b")
_IN_STATES = lazy(r"[\s\w]{0,24}\b(?:in|across) (?!the\b)(?:\w+ ){1,3}?states\b")
"""How many states is asked elsewhere."""
_IN_ALL = lazy(
    r"[\s\w]{0,24}\bin (?:all (?:(?:of )?the )?(?:fifty |\d+ )?(?:[\w.]+ )?(?:states|provinces)|"
    r"every (?:[\w.]+ )?(?:state|province))\b"
)
_FULLY = lazy(r"\b(?:fully|completely|entirely|wholly|freely|outright)\s\Z")
_FOR_SOME = lazy(
    r"\b(?:medical\w*|therap\w+|treatment\w*|patients?|prescri\w+|doctors?|physicians?|"
    r"psychiatrists?|clinics?|exempt\w*|exception\w*|special|compassionate|supervis\w+|terminal\w*|"
    r"if|when|for|through|under|with)\b"
)
"""What tells that something is legal with a proviso."""
_OPENINGS = frozenset({"access-scheme"})
"""What gives some people access and leaves the drug forbidden to all others."""
_PARTS = lazy(r"\bspores?\b|\bseeds?\b|\bgrow(?:ing)?[- ]kits?\b")
"""What holds none of the substance yet."""
_CONTROLLED = lazy(r"control|schedul")
_LIMITED = lazy(
    r"\s+(?:only|inside|within|(?:for|in) (?:\w+ )?(?:religious|ceremonial|sacramental|spiritual|"
    r"traditional|research|scientific)|to (?:study|research|test))\b"
)
"""After "legal": what is so with a proviso no list of drugs denies."""
_FORMER = lazy(r"\b(?:was|were|became|made|had)\b(?! never\b)")


def legality(passage: Passage) -> Iterator[Opinion]:
    """The opinions on a substance's being legal or illegal somewhere."""
    if not any(piece in passage.low for piece in _PIECES):
        return
    for found in _STATUS.finditer(passage.low):
        cue = Cue("law", *found.span(), passage.clause_at(found.start()))
        everywhere = _IN_ALL.match(cue.clause.words, cue.end) is not None
        if not everywhere and _IN_STATES.match(cue.clause.words, cue.end):
            continue
        quoted_question = passage.text[cue.start - 1 : cue.start] in {"“", '"'}
        if (
            quoted_question
            or _FORMER.search(cue.clause.words)
            or phrases.EVERYWHERE.search(cue.clause.words)
        ):
            continue
        said = max(cue.start, passage.low.find("legal", cue.start, cue.end))
        spirit = modality(cue.clause.words, said, cue.end)
        nowhere = _IN_NO.match(cue.clause.words, cue.end)
        denied = "not " in found.group() or spirit.negated or bool(nowhere)
        if spirit.mood != "fact" or spirit.lapsed:
            continue
        legal = bool(found["free"]) or (found["no"] is None) != denied
        named = localities(passage, cue.clause) or localities(passage, None)
        for where in named or one_place(passage, passage.scope.own):
            for subject in subjects(passage, cue.clause):
                if not where.city and not subject.whole:
                    yield from _judged(passage, cue, where.jurisdiction, subject, legal)


def _judged(
    passage: Passage, cue: Cue, where: str, subject: Subject, legal: bool
) -> Iterator[Opinion]:
    what = stated(passage, cue.clause.start, cue.clause.end)
    listed = listings(passage, subject, (where,))
    opened = _opened(passage, subject, where)
    spared = spares(cue.clause, listed)
    if spared:
        yield opinion("supported" if legal else "contradicted", what, passage, spared)
    elif not legal and listed:
        medicine = any(e.kind == "approval" for e in opened)  # controlled, and not forbidden
        if not medicine or _CONTROLLED.search(passage.low, cue.start, cue.end):
            yield opinion("supported", what, passage, listed)
    elif legal and opened and {e.kind for e in opened} <= _OPENINGS:
        yield from _opened_to_some(passage, cue, opened, what)
    elif legal and opened:
        yield opinion("supported", what, passage, opened)
    elif legal and listed and _LIMITED.match(passage.low, cue.end):
        return
    elif legal and listed and _strictly(passage, subject, where, listed):
        yield opinion("contradicted", what, passage, listed)
    elif legal and not listed and subject.own:
        yield opinion("unsourced", what, passage)


def _opened_to_some(
    passage: Passage, cue: Cue, opened: Sequence[Event], what: Stated
) -> Iterator[Opinion]:
    """The opinion on "legal" where a scheme gives it to some: without a proviso there is none."""
    words = cue.clause.words
    said = words.find("legal", cue.start, cue.end)
    if _FULLY.search(words, 0, said) or _IN_ALL.match(words, cue.end):
        yield opinion("contradicted", what, passage, opened)
    elif _FOR_SOME.search(words):
        yield opinion("supported", what, passage, opened)


def _opened(passage: Passage, subject: Subject, where: str) -> tuple[Event, ...]:
    wanted = Wanted(kinds=frozenset({"approval"}), compounds=subject.compounds, places=(where,))
    laws = [
        e
        for e in passage.timeline.of(frozenset({"law"}))
        if e.jurisdiction == where
        and "decriminalisation" in e.effect
        and set(e.compound) & set(subject.compounds)
    ]
    found = (*passage.timeline.find(wanted), *passage.timeline.access(wanted), *laws)
    return found[::-1]


def _strictly(passage: Passage, subject: Subject, where: str, listed: Sequence[Event]) -> bool:
    """Whether the schedules there are surely known, and nothing makes "legal" true in part."""
    known = any(e.confidence == "high" for e in listed) or is_whole(passage, subject, (where,))
    return known and not _PARTS.search(passage.low)
