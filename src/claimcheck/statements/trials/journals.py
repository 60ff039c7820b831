"""In which journal a trial was reported."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from claimcheck.model.quantity import Date
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.statements.records import Records
from claimcheck.statements.trials.design import Recorded, feature
from claimcheck.statements.trials.facts import Single, listed
from claimcheck.statements.trials.line import Line

_ODD = lazy(r"^the |[^a-z0-9 ]")
_CUE = lazy(
    r"\bit (?:was|is) in|publi|appear|print|report|paper|writ|wrote|nature|psychiatry|"
    r"pharmacology|"
    r"journal|article|came out|out in|findings|results|jama|nejm|"
    r"carried|bmj|lancet|medicine|\((?:the )?[a-z]+(?: [a-z]+)*(?:, (?:19|20)\d\d)?\)"
)
_NAMED = lazy(
    r"(?:\A\W*It (?:was|is)|\b(?:[Pp]ublish(?:ed|ing)?|[Aa]ppear(?:ed|s|ing)?|[Pp]rinted|"
    r"[Cc]ame out|[Rr]eport(?:ed|s|"
    r"ing)?|[Oo]ut|[Pp]aper|[Aa]rticle|[Ww]rit(?:ing|es|ten)|[Ww]rote|"
    r"[Ff]indings|[Rr]esults|[Rr]ead))\b[^.;()]{0,60}?\b(?:in|by)\s+(?:the journal\s+|the\s+)?"
    r"(?P<title>(?:[Tt]he\s)?(?:[A-Z][\w&’'-]*)(?:\s(?:[A-Z][\w&’'-]*|of|in|and|the|for|&))*)"
)
_WAS = lazy(
    r"\b[Jj]ournal\s(?:was|is|:)\s(?P<title>(?:[Tt]he\s)?(?:[A-Z][\w&’'-]*)"
    r"(?:\s(?:[A-Z][\w&’'-]*|of|in|and|the|for|&))*)"
)
_PRINTS = lazy(
    r"(?<![\w-])(?!(?:What|When|That|It|As|Since|After|While|Then|But|And|This|Where|Why|How|In)\b)"
    r"(?P<title>(?:[Tt]he\s)?(?:[A-Z][\w&’'-]*)(?:\s(?:[A-Z][\w&’'-]*|of|in|and|the|for|&))*)"
    r"\s(?:(?:has|had|then|also|duly|first)\s)?(?:published|printed|prints|publishes|"
    r"(?:ran|carried|carries|took|accepted|released|brought out) (?:it|them|the (?:paper|article|"
    r"results|"
    r"findings|report|study|work)))\b"
)
_NO_JOURNAL = lazy(
    r"\b(?:Department|School|Institutes?|University|Cent(?:er|re)|College|Hospital|Society|"
    r"Association|Foundation|Academy|Clinic|Division|Faculty)\b"
)
"""A journal that is said to have printed something."""
_TOLD = lazy(
    r"\b(?:published|printed|prints|appeared|came out|ran (?:it|the)|carried)\b(?!.{0,40}\bfound\b)"
)
_IS_JOURNAL = lazy(
    r"\b(?:Journal|Lancet|JAMA|BMJ|NEJM|Nature|Science|Annals|Archives|Proceedings|PLOS|PLoS|"
    r"Frontiers|BMC|"
    r"Psychiatry|Medicine|Psychopharmacology|Neuropsychopharmacology|Neuropharmacology|Cell|Neuron|"
    r"Reports|Letters|Reviews?|Psychology|Oncology)\b"
)
_STRONG = lazy(
    r"\b(?:[Tt]he\s)?(?:Lancet(?:\s[A-Z]\w+)?|JAMA(?:\s[A-Z]\w+){0,2}|NEJM|BMJ(?:\s[A-Z]\w+)?|"
    r"New England Journal of Medicine|Nature\s[A-Z]\w+(?:\s[A-Z]\w+)?|"
    r"(?:[A-Z]\w+\s){0,2}(?:Journal|Archives|Annals) of(?:\s(?:[A-Z]\w+|and|the|&))+)"
)
"""What is the title of a journal wherever it stands."""
_COMMON = lazy(r"(?:Cancer|Brain|Sleep|Pain|Cell|Science|Nature|Trials|Heart|Blood)\Z")
_TITLE_ENDS = lazy(r"\s*(?:[,.;)]|\Z|in (?:19|20)\d\d)")
_SECONDARY = lazy(
    r"\b(?:secondary|sub-?stud\w+|sub-?analys\w+|post[- ]hoc|protocol|commentar\w+|editorial|"
    r"reviews?|letters?|imaging|"
    r"follow-up|meta-analys\w+|reanalys\w+|re-analys\w+|preprint|opinion|op-ed|magazine|"
    r"newspaper|reported in the)\b"
)
_NEWS = lazy(r"\b(?:today|yesterday|this (?:week|month|year)|new\w*|just|latest|recent\w*|now)\b")
_HALF_A_YEAR = timedelta(days=180)
_SMALL = frozenset({"of", "in", "and", "the", "for", "&"})


def journal_facts(line: Line) -> Iterator[Single]:
    """The journals that a sentence ties to a trial."""
    if not _CUE.search(line.low):
        return
    for start, end in sorted(set(_places(line))):
        if line.limits is None or line.limits[0] <= start < line.limits[1]:
            name = line.text[start:end]
            told = _TOLD.search(line.text) is not None
            word = _COMMON.match(name) is not None and not _is_journal(name)
            yield feature(start, end, name, _journal(line, name), result=told, named=word, detail=1)


def _places(line: Line) -> Iterator[tuple[int, int]]:
    found = False
    for match in (m for p in (_NAMED, _PRINTS, _WAS) for m in p.finditer(line.text)):
        start, end = match.span("title")
        title = _longest(line, start) or _trimmed(line.text[start:end])
        if plain(title) not in _known(line.records):
            title = _trimmed(title.partition(" in ")[0])
        common = _COMMON.match(title) and _TITLE_ENDS.match(line.text, start + len(title))
        if plain(title) in _known(line.records) or _is_journal(title) or common:
            found = True
            yield start, start + len(title)
    if not found:
        yield from list(_well_known(line)) or _strong(line)


def _strong(line: Line) -> Iterator[tuple[int, int]]:
    """Titles that are those of journals by their form, wherever they stand."""
    for match in _STRONG.finditer(line.text):
        title = _trimmed(match.group())
        yield match.start(), match.start() + len(title)


def _longest(line: Line, start: int) -> str:
    """The longest title of the base that stands there, in whatever capitals."""
    low = line.low[start : start + 80]
    known = (t for t in _known(line.records).values() if low.startswith(t.lower()))
    title = max((t for t in known if not low[len(t) : len(t) + 1].isalnum()), key=len, default="")
    return line.text[start : start + len(title)]


def _is_journal(title: str) -> bool:
    return _IS_JOURNAL.search(title) is not None and not _NO_JOURNAL.search(title)


def _well_known(line: Line) -> Iterator[tuple[int, int]]:
    """Titles of several words, or in capitals, wherever they stand."""
    best = ""
    for title in _known(line.records).values():
        if title in line.text and len(title) > len(best) and _stands_out(title, line.text):
            best = title
    if best:
        at = line.text.index(best)
        before, after = line.text[at - 1 : at], line.text[at + len(best) : at + len(best) + 2]
        if (
            not before.isalnum()
            and not after[:1].isalnum()
            and not (after[:1] == " " and after[1:].isupper())
        ):
            yield at, at + len(best)


def _stands_out(title: str, text: str) -> bool:
    """Whether a title is no ordinary word: several words, odd capitals, or in brackets."""
    if " " in title or any(c.isupper() for c in title[1:]):
        return True
    return f"({title})" in text or f"({title}," in text or f", {title})" in text


def _trimmed(title: str) -> str:
    words = title.split(" ")
    while words and words[-1] in _SMALL:
        words.pop()
    return " ".join(words)


def _known(records: Records) -> dict[str, str]:
    """The titles of the base's journals in plain and in written form, with their initials."""
    return records.learned("journals", lambda: dict(_titles(records)))


def _titles(records: Records) -> Iterator[tuple[str, str]]:
    for reference in records.base.references:
        title = reference.container_title
        if title and reference.type.startswith("article"):
            yield plain(title), title.removeprefix("The ")
            if len(initials(title)) > 3:
                yield plain(initials(title)), initials(title)


def initials(title: str) -> str:
    """The first letters of the words that count: "NEJM"."""
    return "".join(w[0].upper() for w in title.split() if w.lower() not in _SMALL)


def plain(title: str) -> str:
    """A title as titles are compared."""
    return _ODD.sub("", title.lower().replace("&", "and")).strip()


def _is_short(name: str, known: set[str]) -> bool:
    """Whether a name is the beginning of a title, long enough to tell it from others."""
    return name.count(" ") > 1 and any(title.startswith(f"{name} ") for title in known)


def _journal(line: Line, name: str) -> Recorded:
    records = line.records

    def recorded(trial: Trial) -> tuple[bool, str] | None:
        titles = [
            ref.container_title
            for p in trial.publications
            if (ref := records.base.reference.get(p.ref)) and ref.container_title
        ]
        if not titles:
            return None
        known = {plain(t) for t in titles} | {plain(initials(t)) for t in titles}
        agreed = plain(name) in known or _is_short(plain(name), known)
        other = _SECONDARY.search(line.unnamed) or _tells_news(line, trial)
        return None if not agreed and other else (agreed, listed(titles))

    return recorded


def _tells_news(line: Line, trial: Trial) -> bool:
    """Whether news with a date come long after every paper on record, and may tell of a later
    one."""
    day = line.scope.as_of
    known = [line.records.base.reference.get(p.ref) for p in trial.publications]
    printed = [ref.issued for ref in known if ref and ref.issued]
    if day is None or not printed or line.of(Date):
        return False
    if line.trial_names and not _NEWS.search(line.unnamed):
        return False
    return max(p.latest for p in printed) + _HALF_A_YEAR < day.earliest
