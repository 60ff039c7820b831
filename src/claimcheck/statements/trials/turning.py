"""Whether a sentence goes on about the trial named before it, or turns to something else."""

from __future__ import annotations

from claimcheck.patterns import lazy
from claimcheck.statements.trials.line import Line

_WORK = (
    r"(?:trials?|stud(?:y|ies)|surveys?|analys[ie]s|meta-analys[ie]s|reviews?|experiments?|"
    r"reports?|papers?|polls?|"
    r"registr(?:y|ies)|databases?|cohorts?|pilots?|questionnaires?|programmes?|programs?|"
    r"interviews?)"
)
_NEW = lazy(
    r"\b(?<!the )(?<!both )(?<!these )(?<!those )(?:an?|another|one|some|several|many|most|other|"
    r"earlier|previous|"
    r"prior|later|recent|separate|two|three|four|five|six|seven|eight|nine|ten|all|few|more|"
    r"subsequent|different|new|newer|older|"
    r"small|smaller|larger|further|future|such|various|numerous|clinical|existing|early|first|"
    r"second|third|next)\s+"
    rf"(?:[\w-]+\s+){{0,4}}?{_WORK}\b"
)
_PREDICATE = lazy(
    r"\b(?:was|is|were|are|being|as|became|remains|it|this|called|designed as|described as)\s+"
    r"(?:\w+ly\s+)?\Z"
)
_PLURAL = lazy(
    r"(?<!both )(?<!the )(?<!these )(?<!those )(?<!two )\b(?:studies|trials|surveys|"
    r"meta-analys[ie]s|reviews|experiments|registries|polls|interviews|"
    r"research (?:shows|suggests|has|indicates|finds))\b"
)
_SURVEY = lazy(
    r"\b(?:surveys?|poll(?:s|ed)?|questionnaire|registry|our|we|us|my|i|guests?|readers?|"
    r"subscribers?|"
    r"webinar|newsletter|clients?|customers?|members?|in general|generally|worldwide|nationwide|"
    r"in the (?:us|uk|united states|general population)|americans|general population)\b"
)
_CITED = lazy(
    r"\b[A-Z][\w’'-]+ (?:et al\b|(?:and|&) (?:colleagues|[A-Z][\w’'-]+,? \(?(?:19|20)\d\d))"
)
_GOES_ON = lazy(
    r"\b(?:the|this|that|its|their|both)\s+(?:[\w-]+\s+){0,3}?(?:trials?|stud(?:y|ies)|paper|"
    r"sample|participants|"
    r"patients|volunteers|comparator|comparison|control|placebo|primary|researchers|"
    r"investigators|authors|team|"
    r"group|groups|arm|arms|difference|effect|rates?|drop|fall|figure|cohort|dose|results?|"
    r"findings|follow-up)\b"
    r"|\A\W*(?:it|they|participants|patients|volunteers|subjects|everyone|all|both|half|"
    r"of (?:these|those|them)|"
    r"response|remission|responders|sustained|there (?:was|were)|(?:at|by|after|until|"
    r"from) (?:the )?(?:week|month|day|year|baseline|end|"
    r"\d+|one|two|three|four|five|six|eight|twelve)|"
    r"a (?:month|week|year)|\w+ (?:weeks?|months?|years?|days?) (?:later|after|on))\b"
    r"|\b(?:were|was) (?:then )?(?:randomi[sz]ed|enrolled|recruited|assigned)\b"
)


def turns_away(line: Line) -> bool:
    """Whether a sentence speaks of another work, of people at large, or of the writer's own."""
    return line.remembered("away", lambda: _turns_away(line.text))


def _turns_away(text: str) -> bool:
    low = text.lower()
    if _SURVEY.search(low) or _PLURAL.search(low):
        return True
    if any(not _PREDICATE.search(low[: new.start()]) for new in _NEW.finditer(low)):
        return True
    return _CITED.search(text) is not None


def goes_on(line: Line) -> bool:
    """Whether a sentence plainly goes on about what was spoken of before."""
    if line.shift or line.scope.block.kind in {"item", "cell"}:
        return True
    return _GOES_ON.search(line.low) is not None and not _broken(line)


def _broken(line: Line) -> bool:
    """Whether a sentence in between, in the same block, turned to something else."""
    block = line.scope.block.text
    for layer in line.scope.layers[1:]:
        if layer.text not in block or any(m.kind in {"trial", "author"} for m in layer.mentions):
            return False
        if _turns_away(layer.text):
            return True
    return False
