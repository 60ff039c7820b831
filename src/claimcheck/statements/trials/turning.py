"""Whether a sentence goes on about the trial named before it, or turns to something else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from claimcheck.model.quantity import Date
from claimcheck.patterns import lazy
from claimcheck.quantity.words import listed
from claimcheck.statements.reading import Placed
from claimcheck.statements.trials.alignment import Tag
from claimcheck.statements.trials.line import Line, overlap

_WORK = (
    r"(?:trials?|stud(?:y|ies)|surveys?|analys[ie]s|meta-analys[ie]s|reviews?|experiments?|"
    r"reports?|(?<!on )papers?|polls?|"
    r"registr(?:y|ies)|databases?|cohorts?|pilots?|questionnaires?|programmes?|programs?|"
    r"interviews?|investigations?)"
)
_NEW = lazy(
    r"\b(?<!the )(?<!both )(?<!these )(?<!those )(?:an?|another|one|some|several|many|most|other|"
    r"earlier|previous|"
    r"prior|later|recent|separate|two|three|four|five|six|seven|eight|nine|ten|all|few|more|"
    r"subsequent|different|new|newer|older|no|any|every|"
    r"small|smaller|larger|further|future|such|various|numerous|clinical|existing|early|first|"
    r"second|third|next)\s+"
    rf"(?:(?!(?:in|of|by|to|with|from|for|after|as)\s)[\w-]+\s+){{0,4}}?{_WORK}\b"
    rf"|\ban? (?:second|third|fourth), (?:[\w-]+,? ){{1,3}}?{_WORK}\b"
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
    r"\b(?:surveys?|witnesses|hearings?|testif\w+|house bill|senate bill|sheriffs?|lawmakers|"
    r"half-life|dephosphorylat\w+|metaboli[sz]\w+|prodrug|"
    r"poll(?:s|ed)?|(?<!the )questionnaire|registry|our|we|us|my|i|guests?|readers?|"
    r"subscribers?|(?:draft|final|its|new) guidance|"
    r"usually|typically|as a rule|by convention|run(?:s|ning)? from \d|"
    r"ranges? from|(?:is|are) (?:considered|deemed|defined)|pay(?:s|ing)?|prices?|costs?|"
    r"private (?:[\w-]+ ){0,2}?(?:clinics?|chains?|practices?|providers?)|chains? of|"
    r"(?:street|recreational|heavy|chronic) (?:\w+ )?users?|"
    r"insur\w+|webinar|newsletter|clients?|customers?|(?<!\d\s)(?<!service )members?|in general|"
    r"generally|worldwide|nationwide|"
    r"(?<!ran )(?<!run )(?<!only )(?<!held )(?<!done )(?<!conducted )(?<!place )(?<!sites )"
    r"(?<!centres )(?<!centers )in the (?:us|uk|united states)|"
    r"in the general population|americans|general population)\b"
)
_ADDED = lazy(r", (?:and|but|so|which) (?:we|our|i|my|us)\b[^.;]*\.?$")
"""What the writer adds of his own to a sentence."""
AS_A_RULE = lazy(
    r"[;,–—(]\s?(?:(?:and|while|whereas|but|where|as|against) )?"
    r"(?:with|for|by|in|on|using|under|after) (?:most |all |the )?"
    r"(?:other|standard|conventional|usual|ordinary|established|existing|available|common|older) "
    r"(?:[\w-]+ ){0,2}?(?:treatments?|methods?|approaches|drugs?|medicines?|medications?|"
    r"therap(?:y|ies)|aids|antidepressants)\b[^.;]{0,30}?"
    r"\b(?:is|are|typically|usually|generally|commonly|rarely|tends?)\b[^.;]*"
)
"""What a sentence sets beside a trial: how it is with treatments at large."""
_COUNTRY = lazy(r"(?<![Ii]n the )(?<![Ii]n )\bUS\b")
""""At 22 US sites" speaks of no "us"."""
_MONEY = lazy(r"[$€£]\s?\d")
_AT_LARGE = lazy(
    r"\b(?:people|patients|adults|sufferers|veterans|smokers|drinkers) with [^,;.]{3,40}? "
    r"(?:do|does|are|have|get|need|never|can|will|relapse|respond|die)\b"
    r"|\b(?:people|patients|adults|those|users|veterans) who (?:take|stay|stick|get|use|try|go|do|"
    r"come|receive|undergo|keep|drink|swallow|choose)\b"
    r"|\b(?:most|many|some|few|more) (?:people|patients|adults|sufferers)(?: who [^,;.]{3,40})? "
    r"(?:do|don[’']t|feel|get|need|respond|notice|never|have to|try|take|wait|relapse)\b"
)
"""What is so of patients anywhere, told in the present."""
_SHARE_AT_LARGE = lazy(
    r"(?:%|per ?cent|\b(?:half|third|quarter|most|many))(?: of)? (?:all |the )?"
    r"(?:people|patients|adults|sufferers|smokers|drinkers|those)(?: [^,;.]{0,40}?)? (?:relapse|"
    r"respond|recover|remit|drop out|"
    r"improve|die|suffer|have|never|do not|don[’']t|get|go)\b"
)
_ANOTHER = lazy(
    r"\b(?:the|its|their) (?:first|second|earlier|previous|other|later|next|older|smaller|larger|"
    r"original|preceding) (?:trial|study|pilot)\b"
    r"|\b(?:findings|results) (?:of|from) (?:the|this) new (?:trial|study)\b"
    r"|\b(?:the|this) new (?:trial|study|paper),? (?:which was )?published\b"
    r"|\b(?:the|its|their) (?:earlier|previous|preceding|sister|older) (?:[\w-]+ ){1,3}?"
    r"(?:trial|study|pilot)\b"
    r"|\b(?:the|its|their) (?:first|second|third|other|two|later) phase (?:[1-4][ab]?|I{1,3}) "
    r"(?:trial|study|trials|studies)\b"
    r"|\A\W*an? (?:(?:second|third|fourth|fifth), |"
    r"(?:second|fourth|fifth) (?:with|in|at|by|from|is)\b)"
    r"|\bthere (?:was|were|is) (?:later |then |also )?(?:one|another|a second one) "
    r"(?:in|with|of)\b"
    r"|(?:\A|[,;] )[^.,;]{0,30}?\ban? (?!control|placebo|comparison|treatment|drug)"
    r"(?:[\w-]+ ){1,3}?(?:group|team)\b[^.;,]{0,40}? "
    r"(?:gave|tested|treated|tried|reported|followed)\b"
    r"|\b(?:the|its|their) next (?:step|move)\b|\bin an? (?:[\w-]+ ){1,2}one\b"
    r"|\bthe (?:trial|study) (?:behind|underlying|that led to) (?:it|this|that|the)\b"
    r"|\b(?:the|its|their) (?:[\w-]+ ){0,3}?(?:forerunners?|predecessors?|precursors?|"
    r"successors?|sequels?)\b"
    r"|\bthe (?:[\w-]+ ){0,2}?(?:trial|study) (?:that|which) "
    r"(?:followed|came (?:next|after|later))\b"
    r"|\A\W*(?:an?|another|one) (?:[\w-]+ ){0,2}(?:team|group(?! (?:got|had|was|were|"
    r"took|received|drank|of (?:them|patients|people)))|lab|clinic|doctor|psychiatrist)\b"
)
_CITED = lazy(
    r"\b[A-Z][\w’'-]+ (?:et al\b|(?:and|&) (?:colleagues|[A-Z][\w’'-]+,? \(?(?:19|20)\d\d))"
    r"|\b[Pp]aper,? by (?:[A-Z][\w’'.-]*\s){2,3}(?:and|with)\b"
)
_GOES_ON = lazy(
    r"\b(?:the|this|that|its|their|both)\s+(?:[\w-]+\s+){0,3}?(?:trials?|stud(?:y|ies)|pilot|"
    r"infusions|paper|report|article|experiment|whole thing|"
    r"sample|participants|"
    r"patients|volunteers|comparator|comparison|control|placebo|dummy|sham|primary|researchers|"
    r"investigators|authors|team|"
    r"group|groups|arm|arms|difference|effect|rates?|drop|fall|figure|cohort|dose|results?|"
    r"findings|follow-up)\b"
    r"|\A\W*(?:it|they|participants|patients|volunteers|subjects|everyone|all|both|half|"
    r"each (?:of|patient|participant)|every|neither|nobody|no one|none|this (?:was|is)|in (?:all|"
    r"total)|(?:in|at) (?:that|this) one\b|"
    r"(?:(?:about |around |nearly |only )?[\w-]+ )?of (?:these|those|them)|"
    r"response|remission|responders|sustained|there (?:was|were)|(?:at|by|after|until|"
    r"from) (?:the )?(?:week|month|day|year|baseline|end|"
    r"\d+|one|two|three|four|five|six|eight|twelve)|"
    r"a (?:month|week|year)|\w+ (?:weeks?|months?|years?|days?) (?:later|after|on))\b"
    r"|\b(?:were|was) (?:then )?(?:randomi[sz]ed|enrolled|recruited|assigned)\b"
    r"|\b(?:published|printed|ran|carried|tested|did) (?:it|them|the (?:paper|results|work|"
    r"findings))\b"
    r"|\b(?:the|its|their) (?:gap|work|drug|spray|pills?|capsules?|injections?|controls?)\b"
    r"|\A\W*(?:(?:an?|one|two|three|four|a single) (?:[\w.-]+ ){0,2}?(?:doses?|sessions?|"
    r"infusions?) (?:was|were)|"
    r"(?:only |just )?[\w-]+ (?:of the \w+ )?(?:completed|finished|stayed|made it|saw it|got|"
    r"received|took|"
    r"drank|were given)|what\b[^,;.]{0,60}?\b(?:was|were|is)|"
    r"(?:women|men|veterans|smokers|people|adults|drinkers) (?:got|had|were|received|took))\b"
    r"|\A\W*(?:by (?:lot|chance), )?(?:controls|[\w-]+ (?:of|in|out of) (?:the )?[\w-]+ (?:were|"
    r"was|had|got|received|"
    r"took|stayed)|"
    r"[\w-]+ (?:sites|cent(?:er|re)s|hospitals|clinics|countries))\b"
)


_RESTRICTED = lazy(
    r"(?<!\bshare )(?<!\brate )(?<!\bnumber )(?<!\bproportion )(?<!\bpercentage )(?<!\bfraction )"
    r"\b(?:among|in|of|for) (?:the )?(?:women(?! with)|men(?! with)|responders|remitters|"
    r"completers)\b(?! and)"
    r"|\b(?:among|of) (?:those|patients|participants|people|the \d+) (?:who (?!got|took|received|"
    r"drank|swallowed|inhaled|tried|were given|were treated|were on|were in the|were assigned|were "
    r"randomi[sz]ed|had |stayed|remained|kept |continued|went on |switched|were switched|"
    r"were moved)|with (?!\d))"
    r"|\b(?:not one|none|each|every|any|some|most|all) of (?:the )?(?:[\w-]+ ){1,3}(?:hospitals|"
    r"clinics|sites|cent(?:re|er)s|wards|countries)\b"
    r"|\b(?:sub-?groups?|sub-?samples?|subsets?|sub-?populations?|per[- ]protocol|"
    r"sensitivity|post[- ]hoc|secondary analys\w+|sub-?analys\w+|pooled|meta-analy\w+|imput\w+|"
    r"as-treated|naturalistic|"
    r"real[- ]world|retrospective\w*|excluding|patients with (?:no|prior|previous|a history|"
    r"comorbid|(?:at least )?\d(?: (?:to|or|and|-) [≥>]?\d)? (?:or more |or fewer )?(?:prior|"
    r"previous|earlier|failed)))\b"
)
_OF_A_PART = lazy(
    r"\b(?:sub-?groups?|sub-?samples?|sub-?sets?|sub-?populations?|post[- ]hoc|secondary analys\w+|"
    r"sub-?analys\w+|sub-?stud(?:y|ies)|qualitative|pooled|meta-?analys\w+|re-?analys\w+|"
    r"real[- ]world)\b"
)
"""Headings of analyses of their own."""
_BARE_WORDS = frozenset(
    listed(
        "the that was were did had have has for with and but only rate rates figure figures it "
        "this those who got given group arm participants patients people share proportion after "
        "before weeks week months month year day still against versus compared than about around "
        "nearly almost just under over more less half all both same such from into out they them "
        "become became gone went risen fallen grown stood remained there number"
    )
)
_STUDY = lazy(
    r"\b(?:trial|study|pilot|experiment)\b(?! (?:found|finds|shows?|says))|"
    r"\b(?:an?|one|the|this|recent|new) (?:[\w-]+ ){0,5}?(?:meta-analysis|review)\b|"
    r"\b(?:to test|test(?:ing|s|ed)|to (?:find out|see) (?:if|whether))\b|"
    r"\b(?:team|researchers|scientists|investigators)\b[^,;.]{0,40}? "
    r"(?:followed|tracked|watched|tested|gave|treated|recruited|enrolled|dosed)\b"
)
_HEADS_STUDY = lazy(r"\b(?:trial|study|pilot)\b")
_NO_TRIAL = lazy(
    r"\b(?:we|our|us|my|mice|rats?|rodents|animals|survey\w*|poll(?:s|ed)?|questionnaire|"
    r"registr(?:y|ies)|applicants|applied|staff|employ\w+|investors)\b"
)
"""The writer's own people, animals, and those who were only asked or counted."""
_TO_GROUP = 55
_PICKED = lazy(
    r"[,;:(]|\b(?:not|never|fail|drop|left|prior|previous|relaps|respon|remi|women|men|complet|"
    r"without|sub-?groups?|sub-?sets?|post[- ]hoc|pooled|imput|excluding|sensitivity)"
)
"""What picks some out of a group."""
INTRODUCING = "introducing"
"""Under which a line remembers the words before it that tell its trial: they turn to that one."""
_OUR_TIME = 2000
_NAMED_COLUMN = lazy(r"\b(?:trials?|stud(?:y|ies)|acronym|reference|publication|paper)\b")
_CODE = lazy(r"\s*(?:[A-Z]{2,}[A-Za-z]*-?\d+[A-Z]?|[A-Z]{5,})\s*\Z")
_PHASE = lazy(r"\b[Pp]hase\s?(?:[1-4][ab]?|I{1,3}[ab]?|IV)\b")
_GROUP = lazy(r"\b(?:arms?|groups?|dose|placebo|control|mg|outcome|endpoint)\b")
_WORD = lazy(r"[a-z][a-z’'-]{2,}")
_LONGEST_BARE = 14


def is_restricted(line: Line, groups: Sequence[Placed] = ()) -> bool:
    """Whether figures are of a part of the participants, or of an analysis of its own; a part
    that is one of the groups of the trial is none ("of those who began with the high dose")."""
    parts = line.remembered("restricted", lambda: list(_parts(line)))
    return is_of_a_part(line) or any(not _is_group(part, groups, line) for part in parts)


def _is_group(part: Placed, groups: Sequence[Placed], line: Line) -> bool:
    for group in groups:
        between = line.low[part.start : group.start]
        if overlap(part, group):
            return True
        if part.end <= group.start and len(between) < _TO_GROUP and not _PICKED.search(between):
            return True
    return False


def _parts(line: Line) -> Iterator[Placed]:
    """ "Patients with" the disease of the trial are all of its participants."""
    whole = (*line.names("indication"), *line.names("compound"), *line.names("control"))
    for found in _RESTRICTED.finditer(line.low):
        all_of_them = found.group().endswith("with ") and any(
            m.start < found.end() + 30 and m.end > found.start() for m in whole
        )
        part = Tag(found.start(), found.end(), "")
        if line.holds(part) and not all_of_them:
            yield part


def is_of_a_part(line: Line) -> bool:
    """Whether the headings are those of a report on a part of a trial, or on another analysis."""
    scope = line.scope
    blocks = scope.document.blocks
    return any(_OF_A_PART.search(blocks[i].text.lower()) for i in scope.block.headings)


def is_bare(line: Line) -> bool:
    """Whether a sentence leans on the one before: few words, none that says something else."""
    figures = {w for q in line.quantities for w in _WORD.findall(q.text.lower())}
    words = [word for word in _WORD.findall(line.segment) if word not in figures]
    if len(words) > _LONGEST_BARE:
        return False
    named = [line.low[m.start : m.end] for m in line.scope.own.mentions]
    known = {w for name in named for w in _WORD.findall(name)}
    return all(word in _BARE_WORDS or word in known for word in words)


def tells_of_study(line: Line) -> bool:
    """Whether a sentence tells of a study of our time, of a substance that it names itself."""
    years = (q.year for q in line.of(Date) if q.year)
    if any(year < _OUR_TIME for year in years) or _NO_TRIAL.search(line.low):
        return False
    blocks = line.scope.document.blocks
    over = (blocks[i].text.lower() for i in line.scope.block.headings)
    told = _STUDY.search(line.low) or any(map(_HEADS_STUDY.search, over))
    return bool(told and line.ids("compound"))


def turns_away(line: Line) -> bool:
    """Whether a sentence speaks of another work, of people at large, or of the writer's own."""
    return line.remembered("away", lambda: _turns_away(line.text))


@lru_cache(maxsize=512)
def _turns_away(text: str) -> bool:
    low = AS_A_RULE.sub("", _ADDED.sub("", _COUNTRY.sub("U.S.", text).lower()))
    if _SURVEY.search(low) or _PLURAL.search(low):
        return True
    if any(p.search(low) for p in (_MONEY, _AT_LARGE, _SHARE_AT_LARGE)):
        return True
    return brings_in(text) or _CITED.search(text) is not None


def brings_in(text: str) -> bool:
    """Whether a text brings in another study: "an earlier pilot", "its next trial"."""
    low = text.lower()
    if any(not _PREDICATE.search(low[: new.start()]) for new in _NEW.finditer(low)):
        return True
    return _ANOTHER.search(low) is not None


def heads_other_row(line: Line) -> bool:
    """Whether the row of a cell begins with the name of a trial that no record has."""
    scope = line.scope
    if scope.block.kind != "cell" or not scope.block.row:
        return False
    blocks = scope.document.blocks
    first = blocks[scope.block.row[0]]
    head = " ".join(blocks[i].text for i in first.header).lower()
    if _PHASE.search(first.text) and _names_drug(line, first.text):
        return False  # "XY12 phase 2b" describes a trial that the records may hold
    named = _NAMED_COLUMN.search(head) is not None or _CODE.match(first.text) is not None
    return named and not _GROUP.search(f"{head} {first.text}".lower())


def _names_drug(line: Line, text: str) -> bool:
    return any(m.kind == "compound" for m in line.records.names.find(text))


def goes_on(line: Line) -> bool:
    """Whether a sentence plainly goes on about what was spoken of before."""
    if line.shift or line.scope.block.kind in {"item", "cell"}:
        return True
    return points_back(line) and not is_broken(line)


def points_back(line: Line) -> bool:
    """Whether the words of a sentence point at what was spoken of before."""
    return _GOES_ON.search(line.low) is not None


def is_broken(line: Line) -> bool:
    """Whether a sentence in between, in the same block, turned to something else."""
    block = line.scope.block.text
    for layer in line.scope.layers[1:]:
        if layer.text not in block or any(m.kind in {"trial", "author"} for m in layer.mentions):
            return False
        if layer is line.memory.get(INTRODUCING):
            return False
        if _turns_away(layer.text):
            return True
    return False
