"""The shares of participants that a sentence states, and the words around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.model.numbers import Number
from claimcheck.model.quantity import Count, Fraction, Percent
from claimcheck.patterns import lazy
from claimcheck.quantity.words import listed as words
from claimcheck.statements.reading import Placed
from claimcheck.statements.trials.effects import ADVERSE
from claimcheck.statements.trials.line import Line, overlap

Share = Percent | Fraction | Count
_DEFINING = lazy(
    r"\b(?:defined as|definition|criteri(?:on|a) (?:was|were|for)|at least an?|by at least|"
    r"a minimum|"
    r"threshold|means|meaning|i\.e\.|that is)[^;]{0,30}\Z"
)
_OF_A_SCORE = lazy(
    r"\s*(?:or (?:more|greater)\s*)?(?:reduction|decrease|drop|fall|improvement|decline)"
)
_OF_ANOTHER = lazy(
    r"\s*(?:of (?:that|what)\b|(?:of )?(?:that|the|its|this) size\b|"
    r"of the (?:level|rate|amount|value|figure|number|dose|cost|effect|"
    r"time)\b|"
    r"as (?:much|many|high|large)\b)"
)
_OF_STUDIES = lazy(r"\s(?:of )?(?:(?!and\b)[\w“”\"-]+\s){0,4}(?:studies|trials)\b")
_LEVEL = lazy(r"[≥>]\s?\Z|\bat least an?\s\Z")
_FOREIGN = lazy(
    r"[\s,(]*(?:of (?:the |all |these |those |them|whom)?(?:participants|patients|people|group|"
    r"arm|responders|remitters)?"
    r"\s*)?(?:also |then |later |only |had |have |has |were |was |would |could |did )*"
    r"(?:reported|report|said|say|felt|feel|described|dropped out|drop out|withdrew|discontinued|"
    r"used|using|"
    r"lived|preferred|guessed|knew|rated|considered|identified|vomit\w*|purge\w*|experienced|"
    r"previously|comorbid|a history|taken|tried|headaches?|nausea|died|required|needed|complained|"
    r"believed|attended|wanted|chose|paid|came back|recommend\w*|return\w*|relapsed? rates?|lost)\b"
)
_BESIDE = lazy(
    r"(?:\b(?:against|versus|vs?\.?|compared (?:with|to)|than|and|but|while|"
    r"as (?:against|did|were)|or|with)|[,;])\s+(?:only |just |a mere |about |around |some |"
    r"roughly |nearly |almost |the |not quite |for )*\Z"
)
_OF_GROUP = lazy(
    r"\s*(?:%|per ?cent)?\s*(?:of|in|on|with|for|among|after|under|from|given|receiving|taking|"
    r"who|when)\b"
)
_UP_TO_NEXT = lazy(r"[^,;.\d]*")
_OTHER_VERB = lazy(
    r"\b(?:reported|report|said|say|felt|feel|described|dropped out|withdrew|discontinued|used|"
    r"preferred|guessed|knew|rated|considered|identified|vomit\w*|experienced|headaches?|nausea|"
    r"died|required|needed|complained|believed|attended|wanted|chose|paid|recommend\w*|lost|"
    r"had an?)\b"
)
_APPOSED = lazy(r"\s*[,;]?\s*(?:\(|\[|or|i\.e\.,?|that is,?|–|—|=)\s*(?:n\s?=\s?)?\Z")
_KNOWN = words(
    "about after against all also among and approximately arm arms around assigned at average been "
    "better both but by clinical compared comparison did dose doses effect endpoint even extent "
    "first follow followed for found four from fully given got group groups had half has have his "
    "however just later mean mere month months more most much nearly nobody none not now on one "
    "only other others our out outcome participants patients people per percent points primary "
    "rate "
    "rates reached received receiving respectively roughly same saw seen share showed six so some "
    "still study subjects taking taken than that the their them then there these they this those "
    "three time to took treated treatment trial twice two under versus volunteers was week weeks "
    "went were when where whereas which while who whom with within year years yet day days hours "
    "almost almost whose achieved meeting met reaching at got recorded reported observed seen "
    "drank swallowed inhaled tried controls sides side members counterparts respective each "
    "alone stood itself drug drugs pill pills capsule capsules spray medicine control controls "
    "dummy "
    "cut cuts theirs lowered reduced occurred experienced result results figure figures numbers "
    "number drop dropped fell fall rose "
    "increased compares remained corresponding counterpart adults total another rest"
)
_NONE = lazy(
    r"\b(?:no|zero|without any|without)\s+(?:(?:treatment|drug|study)[- ]?related |new |"
    r"unexpected )?\Z"
    r"|\b(?:nobody|none|no one|no patients?|no participants?)\b(?: of the \w+| in the| on| given|"
    r" who got| with)?"
    r"(?: \w+){0,3} (?:had|was|were|reached|met|achieved|experienced|reported)?\s*(?:any |in )?\Z"
)
_AND_HAD = lazy(r"\d[^;.]{0,60}\band (?:had|have|showed)\s\Z")
"""Before "no relapse": what else is said of people whose share is told."""
_TO_TREATMENTS = lazy(
    r"\s(?:to|after|with|on) (?:at least |an? )?(?:[≥>]?\s?\d|one|two|three|several|prior|"
    r"previous|other|standard|earlier|any|adequate|conventional|antidepress|treatment|medication)"
)
"""After "no response": what makes a disease resistant."""
_GROUP = (
    r"(?:of (?:those|the|them|people|patients|participants)|on|in|with|given|after|taking|"
    r"who (?:got|took|received|had)|assigned to|treated with)"
)
_DID_SO = lazy(
    r"\s*(?:\((?:or )?\d[\d.]* ?(?:%|per ?cent)\),? |, (?:or )?\d[\d.]* ?(?:%|per ?cent), |"
    r"or \d[\d.]* ?(?:%|per ?cent) )?"
    rf"(?:of (?:them|whom|the \w+|those)(?: \w+)? )?(?:people |participants |patients )?"
    rf"(?:{_GROUP} (?:an? |the )?(?:[\w-]+ ){{1,3}}?)?"
    r"(?:had |were |was |have |are |also |still |then |who |that |showed |met |"
    r"reached |achieved |had an? |went into |remained |stayed |completely |fully |classed as |"
    r"counted as |confirmed |as |an? )*"
)
"""Between a number of people and the outcome that is said of them."""
_ALL = lazy(
    r"(?:\A|[,;:]\s|\b(?:and|but|while|whereas|so did|as did|against|versus)\s)"
    r"(?P<all>all (?:of the )?(?:[\w-]+ )?(?:people |patients |participants |volunteers |"
    r"veterans |women |men |of those )?)"
    r"(?=(?:on|given|in the|who (?:got|took|received)|taking) )(?!in the (?:study|trial|end))"
    r"|(?:[;,]|\b(?:against|versus|vs?\.?|compared (?:with|to)|than|and|but|while)) "
    r"(?P<none>(?:zero|none|nobody|no one|not one|nil)"
    r"(?: (?:per ?cent|of (?:those|the \w+|them)))?)"
    r"(?= (?:on|in|with|given|for|who (?:got|took|received)|taking) )"
)
_EVERY = lazy(
    r"\b(?P<all>(?:every(?: single)?|each) (?:one|patient|participant|person|volunteer|subject|"
    r"woman|man|veteran|mother|smoker)|everyone|everybody)\b"
)
_TO_OUTCOME = lazy(
    r"(?: (?:of|in|on|who|that|given|with|from|taking|getting|receiving) [^,;.%]{2,45}?)?"
    r" (?:was|were|is|had|has|went|reached|met|became|showed|achieved)?"
    r"(?: (?:an?|in|into|a clinical|still|also|then))* ?"
)
_BEFELL = lazy(
    r"\s(?:hit|struck|affected|befell|(?:occurred|happened|turned up) in|happened to|"
    r"(?:were |was )?(?:seen|reported|recorded|noted) (?:in|by|for|among)|arose in|"
    r"in|among|for)\s(?:only |just )?"
)
_HAD_SOME = lazy(
    rf"\s(?:{_GROUP} [^,;.\d]{{2,40}}? )?(?:had|suffered|experienced|reported) "
    r"(?:one|any|some|such)\b"
)
"""After a number of people, of something adverse that is named before."""
_AND_SO = lazy(
    rf"(?:\s(?:people|patients|participants))?\s{_GROUP}\s[^,;.\d]{{2,60}}?(?: \([^)]*\))?,?\s"
    r"(?:and|against|versus|but|compared with)\s(?:(?:for|in|by|among|with) )?(?:only |just )?"
    r"|[^.\d]{2,80}?[;,]\s(?:and |but )?(?:among|in|on|with|of) [^,;.\d]{2,40}?\s"
    r"(?:it was|there were)\s(?:only |just )?"
)
"""Between numbers of people of whom the same is said: "five on the drug and two on placebo"."""
_WHOLE = lazy(r"\b(?:of|in|among) (?:the|these|those|all|all the|our|its|their) \Z")
"""What leads to the number of those of whom a share is told."""
_OUT_OF = lazy(r"(?<!total )(?<!group )(?<!number )\b(?:out of|of|among) \Z")
_AS_WELL = lazy(
    rf" {_GROUP}\b"
    r"[^,;.:%\d]{2,50}? (?:were|was|had|did|too)(?= ?(?:[;.]|,? (?:and|but|while)\b|\Z))"
)
"""A number of people of whom what was said of others is said too: "three of those on it did"."""
_PUT = lazy(
    r"(?: of (?:them|those|whom|these))?,? (?:were |was )?"
    r"(?:on|with|to|onto|given|got|received|assigned|put|switch\w*|mov\w+)\b"
)
"""After a half: what it was given, or was put on."""
_ALL_BUT = lazy(r"\ball but (?:the )?\Z")
_WORD = lazy(r"[a-z][a-z’'-]{2,}")
_NO_PEOPLE = frozenset(
    {"site", "country", "state", "trial", "study", "paper", "session", "dose", "item", "vote"}
)


def stated_shares(line: Line) -> list[Share]:
    """The percentages and counts of people that may be an outcome."""
    names = line.names("outcome")
    found: list[Share] = [
        _without_rest(q, line)
        for q in line.quantities
        if isinstance(q, Percent | Fraction) and _is_share(q)
        if not any(_is_part_of(q, n) for n in names) and not is_definition(line, q)
        if not _OF_ANOTHER.match(line.low, q.end) and not _is_group(line, q)
        if not _OF_STUDIES.match(line.low, q.end) and not _are_groups(line, q)
    ]
    found += [*_nobody(line), *counted(line)]
    found += [one for one in _everyone(line) if not any(overlap(one, other) for other in found)]
    return sorted(found, key=lambda share: share.start)


def _without_rest(share: Percent | Fraction, line: Line) -> Percent | Fraction:
    """A share; of "all but three of fifteen", the twelve."""
    but = _ALL_BUT.search(line.low, 0, share.start)
    if but is None or not isinstance(share, Fraction) or share.rounded:
        return share
    rest = Number.of(share.denominator.value - share.numerator.value)
    start = but.start()
    return replace(share, start=start, text=line.text[start : share.end], numerator=rest)


def _are_groups(line: Line, share: Percent | Fraction) -> bool:
    """Whether what looks like a share are the sizes of two groups: "80 randomised (40/40)"."""
    if not isinstance(share, Fraction) or "/" not in share.text:
        return False
    both = share.numerator.value + share.denominator.value
    return any(count.value.value == both for count in line.of(Count))


def _is_group(line: Line, share: Percent | Fraction) -> bool:
    """Whether a half is only said to be a group: what came of both halves is told by other shares,
    or between semicolons nothing tells what came of it, and no other share stands beside it."""
    if not _PUT.match(line.low, share.end) or share.text.lower() != "half":
        return False
    start = line.low.rfind(";", 0, share.start) + 1
    end = line.low.find(";", share.end) % (len(line.low) + 1)
    others = (q for q in line.quantities if isinstance(q, Percent | Fraction))
    near = [q for q in others if start <= q.start < end]
    beside = [q for q in near if q.text.lower() != "half"]
    halves = [q for q in near if q not in beside and _PUT.match(line.low, q.end)]
    if len(halves) > 1 and len(beside) > 1:
        return True
    return not beside and all(not start <= n.start < end for n in line.names("outcome"))


def counted(line: Line) -> list[Count]:
    """The numbers of people of whom an outcome is said, "twelve responded", or whom something
    adverse befell: no sizes of groups."""
    return line.remembered("counted", lambda: list(_counted(line)))


def _is_part_of(q: Placed, name: Placed) -> bool:
    """Whether a figure belongs to the name of an outcome, and does not hold it: "50 % reduction",
    not "17 responders among 24"."""
    return overlap(q, name) and not q.start < name.start < name.end <= q.end


def _counted(line: Line) -> Iterator[Count]:
    names, last = line.names("outcome"), -1
    adverse = [name.end for name in names if set(name.ids) <= ADVERSE]
    for count in line.of(Count) if names else ():
        if count.noun not in {None, "participant"} or count.high is not None or count.stage:
            continue
        if _ALL_BUT.search(line.low, 0, count.start):
            continue
        if _WHOLE.search(line.low[: count.start]) or _is_denominator(line, count):
            continue
        too = last >= 0 and _AND_SO.fullmatch(line.low, last, count.start)
        if too or _is_told(line, count) or _is_hit(line, count, adverse):
            last = count.end
            yield count


def _is_denominator(line: Line, count: Count) -> bool:
    """Whether a number is of those of whom the next one tells: "of four on it two responded"."""
    if not _OUT_OF.search(line.low[: count.start]):
        return False
    following = next((n.start for n in line.names("outcome") if n.start >= count.end), 0)
    return any(count.end <= other.start < following for other in line.of(Count))


def _is_told(line: Line, count: Count) -> bool:
    """Whether an outcome, or that it was so too, is said of a number of people."""
    following = next((n for n in line.names("outcome") if n.start >= count.end), None)
    told = following and _DID_SO.fullmatch(line.low, count.end, following.start)
    if told and not line.low.endswith((" in ", " of "), 0, count.start):
        return True
    return _AS_WELL.match(line.low, count.end) is not None


def _is_hit(line: Line, count: Count, adverse: Sequence[int]) -> bool:
    """Whether something adverse that is named before befell a number of people."""
    before = [end for end in adverse if end <= count.start]
    if before and _HAD_SOME.match(line.low, count.end):
        return True
    return any(_BEFELL.fullmatch(line.low, end, count.start) for end in before)


def _nobody(line: Line) -> Iterator[Count]:
    """Nobody, of whom an outcome is said: "no remission", "none responded"."""
    for name in line.names("outcome"):
        before = line.low[max(0, name.start - 60) : name.start]
        none = _NONE.search(before)
        if (
            none
            and not _AND_HAD.search(before, 0, none.start())
            and not _TO_TREATMENTS.match(line.low, name.end)
        ):
            start = name.start - len(none.group())
            word = none.group().split()[0]
            end = start + len(word)
            yield Count(text=line.text[start:end], start=start, end=end, value=Number.of(0))


def _everyone(line: Line) -> Iterator[Percent]:
    """ "All four on 25 mg", of whom the outcome is said, as a hundred per cent; "none" as zero."""
    names = line.names("outcome")
    if not names:
        return
    every = (f for f in _EVERY.finditer(line.low) if _leads_to(f.end(), names, line))
    for found in (*_ALL.finditer(line.low), *every):
        kind = str(found.lastgroup)
        start, end = found.span(kind)
        value = Number.of(100 if kind == "all" else 0)
        yield Percent(text=line.text[start:end], start=start, end=end, value=value)


def _leads_to(start: int, names: Sequence[Placed], line: Line) -> bool:
    """Whether an outcome is said of those who are named up to a place."""
    name = next((n for n in names if n.start >= start), None)
    return name is not None and _TO_OUTCOME.fullmatch(line.low, start, name.start) is not None


def _is_share(q: Percent | Fraction) -> bool:
    return not q.points if isinstance(q, Percent) else q.noun not in _NO_PEOPLE


def is_in_slashes(line: Line, figure: Placed) -> bool:
    """Whether it is one of figures parted by strokes ("37 %/19 %/18 %"), which are of the groups in
    an order that need not be told."""
    return "/" in {
        line.text[figure.start - 1 : figure.start],
        line.text[figure.end : figure.end + 1],
    }


def is_definition(line: Line, q: Placed) -> bool:
    """Whether a percentage tells what counts as an outcome ("a fall of at least 50 %")."""
    before = line.low[max(0, q.start - 45) : q.start]
    if _DEFINING.search(before) and _OF_A_SCORE.match(line.low, q.end):
        return True
    return bool(_LEVEL.search(before)) and bool(_OF_A_SCORE.match(line.low, q.end))


def has_other_verb(line: Line, figure: Placed) -> bool:
    """Whether what follows a figure is something that no record speaks of."""
    return _FOREIGN.match(line.low, figure.end) is not None


def is_parallel(line: Line, figure: Placed) -> bool:
    """Whether a share is set beside the one before it, of another group and the same outcome:
    "57 % with the drug against 28 % of those on the pill"."""
    before = line.low[max(0, figure.start - 40) : figure.start]
    if not _BESIDE.search(before) or not _OF_GROUP.match(line.low, figure.end):
        return False
    rest = _UP_TO_NEXT.match(line.low, figure.end)
    return rest is None or not _OTHER_VERB.search(rest.group())


def leaders(shares: Sequence[Share], low: str) -> list[int]:
    """For each share the position of the one that it repeats in brackets, else its own."""
    own: list[int] = []
    for position, share in enumerate(shares):
        previous = shares[position - 1] if position else None
        again = previous is not None and (
            _APPOSED.fullmatch(low, previous.end, share.start) or _closes(low, previous, share)
        )
        own.append(own[-1] if again else position)
    return own


def _closes(low: str, one: Placed, other: Placed) -> bool:
    """Whether a share explains the one before it: "17 of 24 participants (71 %)"."""
    between = low[one.end : other.start].strip()
    if ")" in between:
        return False
    return between == "(" or (between.endswith("(") and len(between) < 28)


def strange_words(line: Line, start: int, end: int, tags: Sequence[Placed]) -> bool:
    """Whether a stretch holds words that neither names nor ordinary links account for."""
    rest = line.low[start:end]
    for tag in tags:
        if tag.start < end and start < tag.end:
            begin, stop = max(tag.start - start, 0), min(tag.end, end) - start
            rest = rest[:begin] + " " * (stop - begin) + rest[stop:]
    return any(word not in _KNOWN for word in _WORD.findall(rest))


def gaps(figures: Sequence[Placed]) -> Iterator[tuple[int, int]]:
    """The stretch before each figure, back to the figure before it."""
    last = 0
    for figure in figures:
        yield last, figure.start
        last = figure.end
