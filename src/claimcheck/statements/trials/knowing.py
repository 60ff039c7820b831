"""Who knew which treatment was given, told in words: "neither they nor their doctors knew"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.statements.trials.alignment import Tag
from claimcheck.statements.trials.design import Recorded, feature
from claimcheck.statements.trials.facts import Single
from claimcheck.statements.trials.lexicon import one_of
from claimcheck.statements.trials.line import Line

_PATIENTS = """participant*, patient*, people, volunteer*, veteran*, smoker*, drinker*, subject*,
    adults, women, men, those, they, sufferers, soldiers, group*"""
_STAFF = """doctor*, staff, therapist*, researcher*, investigator*, nurse*, psychiatrist*,
    physician*, scientists, clinician*, team, rater*, assessor*, sitters, guides, facilitators"""
_SOMEBODY = one_of(_PATIENTS, _STAFF)
_TREATMENT = one_of(
    """drug*, treatment*, medicine*, substance*, capsule*, pill*, spray*, dose*, compound*, group*,
    arm, arms, assignment*, allocation*, placebo*, therap*, infusion*, syringe"""
)
_WHICH = (
    r"(?:who (?:was|were|had|got|would|is|gets|received|took)|"
    rf"which (?:of (?:the|these) )?(?:\w+ ){{0,3}}?(?:{_TREATMENT}|they|was|one|he|she|patients|"
    r"people)|"
    rf"whether (?:they|it was|(?:the|a) (?:{_TREATMENT}|patient|participant|person|given))|"
    rf"what (?:they|was|each|patients|participants|people|anyone|he|she|had|the {_TREATMENT})|"
    rf"(?:the|their) (?:\w+ )?{_TREATMENT}|(?:in|to) which)"
)
_KNEW = (
    r"(?:knew|know|were told|was told|(?:were|was) aware(?: of)?|could tell|could see|"
    r"were informed(?: of)?|learn(?:ed|t))"
)
_IN_THE_DARK = (
    r"(?:(?:did not|didn[’']t|were not to|would not|could not) (?:know|learn|find out|tell)|"
    r"(?:were|was)(?: not|n[’']t) (?:told|aware(?: of)?|informed(?: of)?)|(?:were|was) (?:unaware"
    r"(?: of)?|(?:kept |left )?in the dark(?: (?:about|as to))?|blind(?:ed)? to|masked to))"
)
_BLIND = lazy(
    rf"\b(?P<both>(?:neither [^;.]{{0,60}}?\bnor\b|nobody|no one|no-one|none of)\b[^;.]{{0,50}}?"
    rf"\b{_KNEW}\s(?:\w+ly )?{_WHICH}"
    rf"|both (?:the )?{_SOMEBODY} and (?:the |their )?{_SOMEBODY} {_IN_THE_DARK}\s{_WHICH})"
    rf"|\b(?P<some>{one_of(_PATIENTS)}(?: \w+){{0,4}}? {_IN_THE_DARK}\s{_WHICH})"
)
_OPEN = lazy(
    rf"\b(?:everyone|everybody|all|both|{_SOMEBODY})"
    rf"(?: (?:(?!n[’']t\b|not\b|never\b)[^;.,]){{0,45}}?)?,? {_KNEW} "
    rf"(?:all along |in advance |exactly |from the (?:start|outset|beginning) )?{_WHICH}"
    r"|\b(?:given|gave|administered|delivered|dosed|treated|got|took|received)\b"
    r"(?: [^;.,]{1,40}?)? (?:openly|in the open|without any blinding)\b"
    r"|\b(?:no|without(?: any)?) (?:blinding|masking|attempt (?:was made )?(?:to|at) (?:blind|hide|"
    r"mask|conceal)\w*)\b|\b(?:nobody|neither side) (?:was|were) (?:blinded|masked)\b"
)
_CUES = (
    "knew",
    "know",
    "told",
    "aware",
    "dark",
    "blind",
    "mask",
    "open",
    "informed",
    "tell",
    "lear",
)
_ASIDE = lazy(
    r"\b(?:guess\w*|afterwards?|in the end|at the end|unblind\w*|quickly|soon|easily|often|"
    r"most|many|some|broke|broken|might|may|could have|would have|if|when the code|later)\b"
)
_OPEN_PART = lazy(
    r"\b(?:extension|second (?:dose|part|stage|session)|then|follow-up|offered|rollover|"
    r"nor|nobody knew|no one|none|lead-in|run-in|open(?:ly)?\b[^.]{0,80}\brandomi[sz]\w+)\b"
)
"""Some of a trial was open: after it, or before people were randomised."""


def knowledge(line: Line) -> Iterator[Single]:
    """What a sentence says of who knew the treatment: that it was hidden, or that it was not."""
    low = line.low
    if not any(cue in low for cue in _CUES) or _ASIDE.search(low):
        return
    recorded: Recorded = _open
    found = _BLIND.search(low)
    if found:
        recorded = _hidden(str(found.lastgroup))
    elif not _OPEN_PART.search(low):
        found = _OPEN.search(low)
    if found and line.holds(Tag(*found.span(), "")):
        yield feature(*found.span(), line.text[found.start() : found.end()], recorded)


def _hidden(kind: str) -> Recorded:
    """Hidden from one side it may be in a single-blind trial, from both in a double-blind one."""

    def recorded(trial: Trial) -> tuple[bool, str] | None:
        blinding = trial.design.blinding
        if blinding is None or (kind == "both" and blinding == "single-blind"):
            return None
        return blinding != "open-label", blinding

    return recorded


def _open(trial: Trial) -> tuple[bool, str] | None:
    blinding = trial.design.blinding
    return None if blinding in {None, "single-blind"} else (blinding == "open-label", str(blinding))
