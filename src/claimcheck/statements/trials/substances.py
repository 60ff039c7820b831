"""Which substances a sentence says that a trial gave, and against what.

A sentence on a trial speaks of few substances. One that it names beside words of giving or of
comparing was given in the trial, unless the words next to it say that it is named for another
reason: what people took before, what a drug resembles, what somebody would have liked to see.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from claimcheck.model.quantity import Count, EffectSize, Fraction, Percent, Points, PValue
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.statements.names import Mention
from claimcheck.statements.records import Records, listed
from claimcheck.statements.trials.arms import arm_tags
from claimcheck.statements.trials.beside import is_therapy
from claimcheck.statements.trials.design import Recorded, control_names, stated
from claimcheck.statements.trials.facts import Single
from claimcheck.statements.trials.lexicon import WordList
from claimcheck.statements.trials.line import Line, overlap
from claimcheck.statements.trials.people import words_of

_COMPARING = WordList(
    "against, versus, vs, compar*, head-to-head, control*, comparison, comparator*,",
    "placebo*, dummy, sham, yardstick, benchmark, stand-in, stood in, standing in,",
    "counterpart*, rival*, opponent*, pit, pitted, pitting, pits, weighed, matched, squared,",
    "better than, worse than, either, randomi*, assigned, allotted, allocated, the other,",
    "the others, the rest, half, instead of, in place of, in lieu of, rather than,",
    "set + against, beat, beaten, outperform*",
)
_GIVING = WordList(
    "give, gives, gave, given, giving, get, gets, got, getting, receiv*, take, takes, took,",
    "taken, swallow*, drank, drink, drunk, inhal*, spray, sprayed, inject*, infus*,",
    "administ*, hand*, offered, placed on, put on, drew, began with, begin with,",
    "started with, start with, started on, start on, starts on, served as, serves as,",
    "serving as, used, uses, using, chose, chosen, chooses, picked, opted for, employed,",
    "deployed, dosed, treated with, consisted of, contained, held, came first, comes first,",
    "was enough, were on, was on",
)
_WORKING = WordList(
    "randomi*, assigned, allotted, test, tests, tested, testing, stud*, evaluat*, assess*,",
    "investigat*, examin*, explor*, trial*, pilot, is about, was about, gave, gives, given,",
    "giving, administ*, uses, used, using, treated, dose of, doses of, took, takes,",
    "received, receive, flew + for",
)
_ASIDE = lazy(
    r"\b(?:(?:had|have|has) (?:already |previously |ever )?(?:received|got|taken|tried|failed|"
    r"used)|before|previous\w*|prior|earlier|concomitant|history of|rescue|stop\w*|taper\w*|"
    r"(?:come|came|coming|been|were|off) off|off|wash\w*|wean\w*|withdr\w+|fail\w*|"
    r"resist\w+|intoleran\w+|unlike|such as|like|similar to|related to|relative of|cousin of|"
    r"deriv\w+|known as|called|dubbed|analog\w*|prodrug\w*|metaboli\w+|convert\w*|turn\w* into|"
    r"trials of|studies (?:of|on|with)|research (?:on|into|with)|experience (?:of|with)|users of|"
    r"abus\w+|addict\w+|dependen\w+|approv\w+|licen\w+|makers? of|sells?|sold|if|should|would|"
    r"could|might|may|next|future|wish\w*|hop(?:e[sd]?|ing)|propos\w+|interact\w*|while|whereas|"
    r"because|rather than|instead of|in place of|in lieu of|on top of|"
    r"added to|alongside|in addition to|together with|combined with|added|adding|continu\w+|"
    r"stayed on|remained on|stay on|maintained on|stabili[sz]ed on|already (?:on|taking)|"
    r"replac\w*|cannot|nobody|no one|no-one|none|never|not|nor|neither|without|no)\b[^;.,:]{0,32}\Z"
)
_ASIDE_AFTER = lazy(
    r"[^.;,]{0,25}\b(?:before(?! (?:\w+ing|the (?:drug|dose)|they|all|being)\b)|previously|"
    r"in the past|earlier|at baseline|already|beforehand)\b"
    r"|[^.;,]{0,50}\bare (?:now |widely |also |both )?used\b"
    r"|[’']?s?\s(?:users?|use disorders?|abuse|misuse|dependen\w+|receptors?|clinics?|trials|"
    r"studies|research|programmes?|programs?|sales|market|if|as needed|when needed|was allowed|"
    r"were allowed|was permitted|were permitted)\b"
)
_WAS_GIVEN = lazy(
    r"\s(?:was|were|is|that)\b[^.;,]{0,30}\b(?:given|gave|used?|uses|tested|administered|took|swallowed)"
    r"\b"
)
_SET_AGAINST = lazy(
    r"\b(?:against|versus|vs?\.?|compar\w+ (?:[\w-]+ ){0,4}?(?:with|to)|than|or|"
    r"and the (?:rest|others?|other half) "
    r"(?:got|received|had|were given)|head[- ]to[- ]head with|alongside|place of)\s+"
    r"(?:(?:an?|the|either|course|of|standard|active|very)\s+){0,3}\Z"
    r"|\b(?:points?|(?:significant|clear|mean|adjusted|marked) (?:\w+ ){0,2}(?:advantage|edge|gain|"
    r"benefit|effect|improvement|reduction)|superior(?:ity)?|separat\w+)\b"
    r"[^.;,]{0,40}\b(?:over|to|from|relative to|ahead of)\s(?:an?\s|the\s)?\Z"
    r"|\bside by side with\s(?:an?\s|the\s)?(?:\w+\s)?\Z"
)
"""What leads to a therapy that is compared with: "with" alone may mean both together."""
_LED = lazy(r"\b(?:ahead of|led|beat|outperformed|outdid|surpassed|bested)\s(?:an?\s|the\s)?\Z")
_BY_SO_MUCH = lazy(r"\s(?:[\w-]+\s){0,3}?by\s(?:about\s|some\s)?[-\d]")
"""Around what was beaten: "ahead of the control by 4 points"."""
_AS_CONTROL = lazy(
    r"\A[^;,]{0,40}\b(?:as (?:the |an? |its |their )?(?:in)?(?:active )?(?:control|comparator|"
    r"comparison|placebo|dummy|sham)|"
    r"(?:was|is|were) (?:the |used as |an? ){0,2}(?:active )?(?:control|comparator|"
    r"comparison|placebo))"
)
_CONTROL_WAS = lazy(
    r"\b(?:controls?|comparators?|comparison|placebo|dummy|sham|the (?:other|second) (?:arm|half|"
    r"group|side)|the (?:rest|others))(?: (?:group|arm|condition|pill|capsule|drug|substance|"
    r"treatment|medicine|infusion|injection|participants|patients|people|subjects))?"
    r"(?: (?:in|of|for) [^,;]{2,70}?)? (?:was|were|got|received|took|had|swallowed|drank|inhaled|"
    r"contained|held|consisted of|was given|were given|used)\s+(?:given |an? |the )?"
    r"(?:(?!not\b|no\b|never\b)[\w%.-]+ ){0,3}\Z"
)
_FOR_CONTROL = lazy(
    r"\b(?:as|for) (?:the |an? |its |their )?(?:in)?(?:active )?(?:control|comparator|comparison|"
    r"placebo|dummy|sham)\b[^.;]{0,60}\b(?:used?|uses|gave|chose|took|picked|had|served|sufficed)\s"
    r"(?:an? )?\Z"
)
_AS_GROUP = lazy(
    r"\b(?:(?<!rather )(?<!other )than|(?:nobody|no one|no-one|none(?: of (?:those|them))?)(?= ))"
    r"(?: (?:on|in|with|given|taking|after|for|those|people|patients|participants|an?|the)){0,3}"
    r"\s\Z"
)
"""Before what a group had whose result is told beside another's, whatever is denied before it."""
_EACH_OTHER = lazy(r"\bhead[- ]to[- ]head\b|\b(?:against|with|to) (?:each other|one another)\b")
_OR = lazy(
    r"\s+(?:or|versus|vs?\.?|and|against)\s+(?:an?\s|the\s|just\s)?(?:\d+\s?m?c?g\s)?(?:of\s)?"
)
_BESIDE_FIGURES = lazy(
    r"\b(?:on|than|with|over|for|to|from|and|under|after)\s(?:an?\s|the\s|just\s|only\s)?\Z"
)
_GROUP = lazy(r"\s(?:group|arm|half|side|patients|participants|volunteers|subjects|figure|did)\b")
"""Around what a group had whose figures are told: "12 % on the control", "the control group"."""
_BREAK = lazy(r"[,;:.(—–]")
_DOES = lazy(r"(?:, [^.;]{3,80},)? (?:gets|helps|works|is|are|remains|gives|has|takes|brings)\b")
_STOP = lazy(r"[;:(–—]|\)\s")
_KIND_OF = lazy(
    r"\s(?:therapy|drug|compound|candidate|treatment|medicine|product|formulation|analog(?:ue)?|"
    r"program(?:me)?)\s\(?"
)
"""Between what a drug is a form of and its name: "the X drug Y"."""
_TO_ALL = lazy(
    r"\b(?:all|everyone|everybody|every (?:patient|participant|volunteer|one)|each (?:patient|"
    r"participant|of them))\b(?:[ ,][\w-]+){0,4}? (?:got|received|took|had|swallowed|(?:was|were) "
    r"(?:given|treated with))\s+(?:(?:an?|the|one|two|three|single|doses?|of|oral|\d[\d.]*|"
    r"m?c?g|µg)\s+)*\Z"
)
_IN_TURN = lazy(
    r"\b(?:or|either|then|later|eventually|afterwards|followed|open-label|placebo|cross\w*|both|"
    r"first|second|in the end|half|who|whose|after)\b"
)
_KINDS = frozenset(
    {"placebo", "inert-placebo", "active-placebo", "low-dose", "waiting-list", "none"}
    | {"no-treatment", "delayed-treatment", "treatment-as-usual", "active-comparator"}
    | {"psychotherapy", "cbt"}
)
"""Kinds of control, which are no substances."""
_LOOSE = frozenset({"low-dose", "treatment-as-usual", "active-comparator", "psychotherapy", "cbt"})
"""Kinds whose names are said of much else, and count only where they are called the control."""
_BLIND = frozenset({"placebo", "active-placebo", "low-dose"})
_APPROVED = lazy(
    r"\b(?:drugs|drug treatments|treatments|medicines|antidepressants|medications)\b[^.;]{0,60}?"
    r"\b(?:approv\w+|licen[cs]\w+)\b[^.;]{0,60}?:"
)
"""Before a list of medicines that can be had."""
_RESULTS = (Count, EffectSize, Fraction, Percent, Points, PValue)


def substance_facts(line: Line) -> Iterator[Single]:
    """The substances and kinds of control that a sentence says a trial gave."""
    if _APPROVED.search(line.low):
        return
    mentions = sorted((*line.names("compound"), *line.names("control")), key=lambda m: m.start)
    previous: Mention | None = None
    for mention in mentions:
        either = previous and _OR.fullmatch(line.low, previous.end, mention.start)
        last = previous.end if previous else 0
        beside, previous = (previous if either else None), mention
        if _is_aside(line, mention, last) or "none" in mention.ids:
            continue  # that there was no control is a feature of the design
        if mention.kind == "compound" and _is_for_all(line, mention):
            yield stated(line, mention, partial(_to_all, line.records, mention))
        plainly = _is_called_control(line, mention)
        compared = plainly or _is_compared(line, mention)
        if compared or beside or _had_figures(line, mention):
            recorded: Recorded = partial(_against, line, mention, plainly)
            if beside and not compared:
                recorded = partial(_beside, beside, recorded, line.records)
            elif not compared:
                recorded = partial(_in_group, line, mention, recorded)
            tells = int(mention.kind == "compound" and not _is_studied(line, mention))
            yield stated(line, mention, recorded, detail=tells)
        elif mention.kind == "compound" and (given := _is_given(line, mention)) is not None:
            yield stated(line, mention, partial(_given, line.records, mention, given), named=True)


def _is_for_all(line: Line, mention: Mention) -> bool:
    """Whether everyone is said to have got a drug, and nothing else by turns."""
    return bool(_TO_ALL.search(line.before(mention, 60))) and not _IN_TURN.search(line.segment)


def _to_all(records: Records, mention: Mention, trial: Trial) -> tuple[bool, str] | None:
    """A drug that all are said to have got, of which the control group got none."""
    related = records.compounds.related
    rest = [a for a in trial.arms if not any(related(i, a.compound or "") for i in mention.ids)]
    given = any(related(i, c) for i in mention.ids for c in trial.compound)
    if not given or not rest or trial.design.crossover or len(rest) == len(trial.arms):
        return None
    return False, f"not in the {listed([a.name for a in rest])} arm"


def _is_aside(line: Line, mention: Mention, last: int) -> bool:
    """Whether a substance is named for another reason than that the trial gave it; what is said
    of the one before it, which ends at a place, does not count where something else was given."""
    start = last if _GIVING.search(line.low, last, mention.start) else 0
    before = line.low[max(start, mention.start - 70) : mention.start]
    apart = _ASIDE.search(before) and not (_tells_results(line) and _AS_GROUP.search(before))
    following = (m.start for m in line.names("compound") if m.start > mention.end)
    same = any(_KIND_OF.fullmatch(line.low, mention.end, start) for start in following)
    return bool(apart or same or _ASIDE_AFTER.match(line.low, mention.end))


def _tells_results(line: Line) -> bool:
    """Whether a sentence has a figure or an outcome of what a trial found."""
    return any(isinstance(q, _RESULTS) for q in line.quantities) or bool(line.names("outcome"))


def _is_studied(line: Line, mention: Mention) -> bool:
    """Whether a substance is one that trials of the base test, so that it may be another's."""
    return any(i in line.records.trials_by_compound for i in mention.ids)


def _is_called_control(line: Line, mention: Mention) -> bool:
    """Whether a sentence plainly sets a substance against another, or calls it the control."""
    before = line.low[max(0, mention.start - 150) : mention.start]
    after = line.low[mention.end : mention.end + 70]
    plainly = any(p.search(before) for p in (_SET_AGAINST, _CONTROL_WAS, _FOR_CONTROL))
    plainly = plainly or bool(_LED.search(before) and _BY_SO_MUCH.match(after))
    return bool(plainly or _AS_CONTROL.search(after) or _EACH_OTHER.search(line.low))


def _is_compared(line: Line, mention: Mention) -> bool:
    """Whether a substance that no trial tests stands among words of giving or of comparing."""
    loose = _LOOSE & set(mention.ids) or is_therapy(mention, line.records)
    if loose or _is_studied(line, mention) or _is_told_of(line, mention):
        return False
    start, end = _clause(line, mention)
    return any(words.search(line.low, start, end) for words in (_COMPARING, _GIVING))


def _had_figures(line: Line, mention: Mention) -> bool:
    """Whether a substance that no trial tests is what a group had whose results are told."""
    if mention.kind != "compound" or _is_studied(line, mention):
        return False
    if _GROUP.match(line.low, mention.end):
        return True
    return _tells_results(line) and _BESIDE_FIGURES.search(line.before(mention, 20)) is not None


def _is_told_of(line: Line, mention: Mention) -> bool:
    """Whether a sentence tells what another drug does, in the present, and names no other."""
    alone = mention.start == 0 and len(line.names("compound")) < 2
    return alone and _DOES.match(line.low, mention.end) is not None


def _clause(line: Line, mention: Mention) -> tuple[int, int]:
    """Where the clause begins and ends in which a substance stands."""
    start, end = line.limits or (0, len(line.low))
    ends = [b.end() for b in _STOP.finditer(line.low, start, mention.start)]
    stop = _STOP.search(line.low, mention.end, end)
    return ends[-1] if ends else start, stop.start() if stop else end


def _is_given(line: Line, mention: Mention) -> bool | None:
    """Whether words of giving or testing stand before a substance in the same breath, which is
    sure, or after it, which is not; None if there are none."""
    breaks = [b.end() for b in _BREAK.finditer(line.low, 0, mention.start)]
    start = max(breaks[-1] if breaks else 0, line.limits[0] if line.limits else 0)
    if _WORKING.search(line.low, start, mention.start):
        return True
    return False if _WAS_GIVEN.match(line.low, mention.end) else None


def _beside(
    other: Mention, recorded: Recorded, records: Records, trial: Trial
) -> tuple[bool, str] | None:
    """What a record says of a substance named beside another, if it gave that other one."""
    known = {wider for one in records.given(trial) for wider in records.compounds.up(one)}
    return recorded(trial) if known & set(other.ids) else None


def _in_group(
    line: Line, mention: Mention, recorded: Recorded, trial: Trial
) -> tuple[bool, str] | None:
    """What a record says of a group's substance: what never was a placebo may be what some of the
    people took anyway, unless the trial had another such drug, which the sentence leaves out."""
    records, ids = line.records, set(mention.ids)
    served = frozenset[str]().union(*records.remembered("placebos", lambda: _placebos(records)))
    drugs = {term.id for term in records.base.vocabulary.compounds} & records.given(trial)
    left_out = drugs - set(trial.compound) - {*line.ids("compound")}
    borne_out = any(records.gave(trial, one) for one in ids)
    return recorded(trial) if borne_out or served & ids or left_out else None


def _against(line: Line, mention: Mention, plainly: bool, trial: Trial) -> tuple[bool, str] | None:
    """Hold what is said to have been compared with against the control of a record."""
    records, ids = line.records, set(mention.ids)
    if _in_arm_name(line, mention, trial):
        return None
    found = line.low[mention.start : mention.end]
    others = [a for a in trial.arms if a.role != "active"]
    calls = [name.lower() for a in others for name in (a.name, *a.aliases)]
    if any(found.split()[0] in name for name in calls):
        return True, found
    if not trial.design.control:
        return None
    kind = ids & _KINDS
    agreed = _of_kind(trial, ids, plainly, records) if kind else _among(trial, mention, records)
    return None if agreed is None else (agreed, f"control: {control_names(trial, records)}")


def _of_kind(trial: Trial, ids: set[str], plainly: bool, records: Records) -> bool | None:
    """Whether a trial had a kind of control; None where its record leaves that open."""
    controls = set(trial.design.control)
    if ids & {"waiting-list", "delayed-treatment"}:
        known = controls & {"waiting-list", "delayed-treatment"}
        return True if known else None if trial.design.crossover and not plainly else False
    if ids & {"treatment-as-usual", "none", "no-treatment"}:
        return True if ids & controls else None if " care" in words_of(trial, records) else False
    if "active-comparator" in ids:
        return bool(records.given(trial) - _KINDS - set(trial.compound))
    if "low-dose" in ids:
        return "low-dose" in controls or any(a.role == "dose-control" for a in trial.arms)
    if "active-placebo" in ids:
        return bool(controls & {"active-placebo", "low-dose"})
    if ids & {"placebo", "inert-placebo"}:
        kinds = {"placebo"} if "inert-placebo" in ids else set(_BLIND)
        beside = not plainly and any("placebo" in arm.name for arm in trial.arms)
        return True if kinds & controls else None if beside else False
    up, named = records.controls.up, controls - {"active-comparator"}
    return any(i in up(c) or c in up(i) for i in ids for c in named)


def _among(trial: Trial, mention: Mention, records: Records) -> bool | None:
    """Whether a substance is among those given; None where the record names only a kind."""
    family = records.compounds if mention.kind == "compound" else records.controls
    given = records.given(trial) - _KINDS
    if any(family.related(i, g) for i in mention.ids for g in given):
        return True
    named = records.remembered(("in words", trial.id), lambda: _in_words(trial, records))
    if named & set(mention.ids):
        return None
    controls = set(trial.design.control)
    inert, active = records.remembered("placebos", lambda: _placebos(records))
    alone = not given - set(trial.compound) and "low-dose" not in controls
    if alone and set(mention.ids) & (inert | active):
        kinds = (("placebo", inert), ("active-placebo", active))
        if any(kind in controls and set(mention.ids) & known for kind, known in kinds):
            return None
    return False


def _in_words(trial: Trial, records: Records) -> frozenset[str]:
    """The substances that a record mentions anywhere."""
    found = records.names.find(words_of(trial, records))
    return frozenset(i for m in found if m.kind in {"compound", "control"} for i in m.ids)


def _placebos(records: Records) -> tuple[frozenset[str], frozenset[str]]:
    """The substances that served as a placebo without effects, and as one that is felt."""
    inert: set[str] = set()
    active: set[str] = set()
    for trial in records.base.trials:
        controls = set(trial.design.control)
        if "active-placebo" in controls:
            active |= controls
        elif "placebo" in controls:
            notes = records.names.find(trial.design.note or "")
            inert |= controls | {i for m in notes if m.kind == "compound" for i in m.ids}
    studied = set(records.trials_by_compound)
    return frozenset(inert - _KINDS - studied), frozenset(active - _KINDS - studied)


def _in_arm_name(line: Line, mention: Mention, trial: Trial) -> bool:
    """Whether a substance is but a part of an arm's name ("escitalopram and 1 mg psilocybin")."""
    return any(
        overlap(tag, mention) and tag.start < mention.start - 3 and mention.kind == "control"
        for tag in arm_tags(line, trial)
    )


def _given(records: Records, mention: Mention, sure: bool, trial: Trial) -> tuple[bool, str] | None:
    """Hold a substance against those given; unless that is sure, it only bears a record out."""
    agreed = _among(trial, mention, records)
    if agreed is None or not (agreed or sure):
        return None
    return agreed, records.called("compounds", trial.compound)
