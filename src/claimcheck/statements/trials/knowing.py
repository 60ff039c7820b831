"""Who knew which treatment was given, told in words: "neither they nor their doctors knew"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.statements.trials.alignment import Tag
from claimcheck.statements.trials.design import Recorded, feature
from claimcheck.statements.trials.facts import Single
from claimcheck.statements.trials.line import Line

_PATIENTS = (
    r"(?:participants?|patients?|people|volunteers?|veterans?|smokers?|drinkers?|subjects?|"
    r"adults|women|"
    r"men|those (?:taking part|treated|involved)|they|sufferers|group|groups|soldiers|clinicians)"
)
_STAFF = (
    r"(?:doctors?|staff|therapists?|researchers?|investigators?|nurses?|psychiatrists?|physicians?|"
    r"scientists|clinicians|team|raters?|assessors?|experimenters?|study team|trial staff|sitters|"
    r"guides|facilitators)"
)
_ANYBODY = r"(?:everyone|everybody|all involved|all concerned|all parties|all of them)"
_TREATMENT = (
    r"(?:drugs?|treatments?|medicines?|substances?|capsules?|pills?|sprays?|doses?|compounds?|"
    r"groups?|"
    r"arms?|assignments?|allocations?|placebos?|active|therap(?:y|ies)|infusions?)"
)
_WHICH = (
    r"(?:who (?:was|were|had been|had|got|would|is|gets|received|took)|which (?:of (?:the|these) )?"
    rf"(?:\w+ ){{0,3}}?{_TREATMENT}|which (?:they|was which|of the two|one|was|he|she|patients|"
    rf"participants|"
    r"people)|what (?:they|was in|the (?:capsule|pill|syringe|infusion)|each|patients|"
    r"participants|people|"
    r"was being given|anyone|he|she|had been given|was given)|whether (?:they|it was|"
    r"the (?:capsule|pill|drug|infusion|"
    rf"dose)|a (?:patient|participant|person|given))|(?:the|their) (?:\w+ )?{_TREATMENT}|the dose|"
    r"in which (?:group|arm)|to which (?:group|arm|treatment))"
)
_KNOW = (
    r"(?:knew|know|were told|was told|were aware(?: of)?|was aware(?: of)?|could tell|"
    r"were informed(?: of)?|learned|learnt|could see)"
)
_NOT_KNOW = (
    r"(?:(?:did not|didn[’']t|were not to|would not) (?:know|learn|find out)|(?:were|was)(?: not|"
    r"n[’']t) "
    r"(?:told|aware(?: of)?|informed(?: of)?)|could not (?:know|tell)|(?:were|was) "
    r"(?:unaware(?: of)?|kept in the dark(?: (?:about|as to))?|left in the dark(?: (?:about|"
    r"as to))?|in the dark(?: (?:about|as to))?|"
    r"blind(?:ed)? to|masked to|ignorant(?: of)?))"
)
_BLIND = lazy(
    rf"\b(?P<both>neither (?:the |their )?(?:\w+ )?(?:{_PATIENTS}|"
    rf"{_STAFF})\b[^;.]{{0,50}}?\bnor\b[^;.]{{0,50}}?"
    rf"\b{_KNOW}\s(?:\w+ly )?{_WHICH}"
    rf"|(?:nobody|no one|no-one|none of (?:the|them|those)(?: "
    rf"\w+)?)\b[^;.,]{{0,40}}?\b{_KNOW}\s{_WHICH}"
    rf"|both (?:the )?(?:{_PATIENTS}|{_STAFF}) and (?:the |their )?(?:{_PATIENTS}|"
    rf"{_STAFF}) {_NOT_KNOW}\s{_WHICH})"
    rf"|\b(?P<some>(?:{_PATIENTS})(?: \w+){{0,4}}? {_NOT_KNOW}\s{_WHICH})"
)
_OPEN = lazy(
    rf"\b(?:{_ANYBODY}|both (?:the )?(?:{_PATIENTS}|{_STAFF}) and (?:the |their )?(?:{_PATIENTS}|"
    rf"{_STAFF})|"
    rf"(?:all (?:of )?(?:the )?|the )?(?:{_PATIENTS})(?: and (?:the |their )?(?:{_STAFF}))?)"
    rf"(?: involved| concerned| in (?:the|it|both)(?: \w+){{0,2}}| (?:on|in) (?:either|each|"
    rf"both) (?:side|groups?|arms?))?"
    rf"(?:,? (?:of course|naturally|alike))?,? {_KNOW} (?:from the (?:start|outset|beginning) |"
    rf"all along |in advance |full well |exactly |"
    rf"very well )?{_WHICH}"
    r"|\b(?:given|gave|administered|delivered|dosed|treated|got|took|"
    r"received)\b(?: [^;.,]{1,40}?)? (?:openly|in the open|without any blinding)\b"
    r"|\b(?:there was )?no (?:blinding|masking)\b|\bwithout (?:any )?(?:blinding|masking)\b"
    rf"|\b(?:doctors|nurses|patients|participants|people|they) (?:and \w+ )?(?:all|both) "
    rf"{_KNOW} {_WHICH}"
    r"|\bno attempt (?:was made )?(?:to|at) (?:blind|"
    r"hide|mask|conceal)\w*"
    r"|\bnobody (?:was|were) (?:blinded|masked|kept in the dark)\b"
    r"|\bneither side was (?:blinded|masked|kept in the dark)\b"
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
    "hide",
)
_ASIDE = lazy(
    r"\b(?:guess\w*|afterwards?|in the end|at the end|unblind\w*|quickly|soon|easily|often|"
    r"most|many|some|broke|broken|might|may|could have|would have|if|when the code|later)\b"
)
_OPEN_PART = lazy(
    r"\b(?:extension|second (?:dose|part|stage|session)|then|follow-up|offered|later|rollover)\b"
)


def knowledge(line: Line) -> Iterator[Single]:
    """What a sentence says of who knew the treatment: that it was hidden, or that it was not."""
    low = line.low
    if not any(cue in low for cue in _CUES) or _ASIDE.search(low):
        return
    if found := _BLIND.search(low):
        yield from _stated(line, found, _hidden(str(found.lastgroup)))
    elif (found := _OPEN.search(low)) and not _OPEN_PART.search(low):
        yield from _stated(line, found, _open)


def _stated(line: Line, found: re.Match[str], recorded: Recorded) -> Iterator[Single]:
    if line.holds(Tag(*found.span(), "")):
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
