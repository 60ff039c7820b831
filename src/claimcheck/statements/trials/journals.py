"""In which journal a trial was reported."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from claimcheck.model.quantity import Date
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.statements.records import Records, listed
from claimcheck.statements.trials.design import stated
from claimcheck.statements.trials.facts import Single
from claimcheck.statements.trials.lexicon import Hit
from claimcheck.statements.trials.line import Line

_ODD = lazy(r"^the |[^a-z0-9 ]")
_CUE = lazy(
    r"\bit (?:was|is) in|publi|appear|print|report|paper|writ|wrote|nature|psychiatry|"
    r"pharmacology|"
    r"journal|article|came out|out in|findings|results|jama|nejm|"
    r"carried|bmj|lancet|medicine|\((?:the )?[a-z]+(?: [a-z]+)*(?:, (?:19|20)\d\d)?\)"
)
_LED = lazy(
    r"(?:\A\W*It (?:was|is)|\b(?:[Pp]ublish(?:ed|ing)?|[Aa]ppear(?:ed|s|ing)?|[Pp]rinted|"
    r"[Cc]ame out|[Rr]eport(?:ed|s|ing)?|[Oo]ut|[Pp]aper|[Aa]rticle|[Ww]rit(?:ing|es|ten)|[Ww]rote|"
    r"[Ff]indings|[Rr]esults|[Rr]ead))\b[^.;()]{0,60}?\b(?:in|by)\s+(?:the journal\s+|the\s+)?\Z"
)
_PRINTS = lazy(
    r"\s(?:(?:has|had|then|also|duly|first)\s)?(?:published|printed|prints|publishes|"
    r"(?:ran|carried|carries|took|accepted|released|brought out) (?:it|them|the (?:paper|article|"
    r"results|findings|report|study|work)))\b"
)
"""What stands before or after a journal that printed something."""
_CAPITAL = lazy(r"(?<![\w-])[A-Z]")
_TITLE = lazy(r"(?:[Tt]he\s)?[A-Z][\w&’'-]*(?:\s(?:[A-Z][\w&’'-]*|of|in|and|the|for|&))*")
_GOES_ON = lazy(r"\s[A-Z]")
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
    r"\b(?:secondary|robustness|sensitivity analys\w+|analysis of|"
    r"sub-?stud\w+|sub-?analys\w+|post[- ]hoc|protocol|commentar\w+|editorial|"
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
    told = _TOLD.search(line.text) is not None
    for place in _places(line):
        if line.holds(place):
            name = line.text[slice(*place)]
            word = _COMMON.match(name) is not None and not _IS_JOURNAL.search(name)
            known = partial(_journal, line, name)
            yield stated(line, place, known, result=told, named=word, detail=1)


def _places(line: Line) -> list[Hit]:
    """Where journals stand: those that are said to have printed something, else titles that stand
    out, else what is one by its form."""
    found: defaultdict[int, list[Hit]] = defaultdict(list)
    last = 0
    for capital in _CAPITAL.finditer(line.text):
        start = capital.start()
        if start >= last and (hit := _title_at(line, start)):
            rank, title = hit
            last = start + len(title)
            found[rank].append(Hit(start, last))
    return found[min(found)] if found else []


def _title_at(line: Line, start: int) -> tuple[int, str] | None:
    """The title of a journal that begins at a place, and how surely it is meant as one."""
    text, known = line.text, _longest(line, start)
    written = _TITLE.match(text, start)
    title = known or _trimmed(written.group().partition(" in ")[0] if written else "")
    end = start + len(title)
    journal = known or _IS_JOURNAL.search(title)
    common = _COMMON.match(title) and _TITLE_ENDS.match(text, end)
    if title and (journal or common) and (_LED.search(text[:start]) or _PRINTS.match(text, end)):
        return 0, title
    if known and _stands_out(known, text):
        return 1, known
    strong = _STRONG.match(text, start)
    return (2, _trimmed(strong.group())) if strong else None


def _longest(line: Line, start: int) -> str:
    """The longest title of the base that stands there, in whatever capitals, and no longer one."""
    low = line.low[start : start + 80]
    known = (t for t in _known(line.records).values() if low.startswith(t.lower()))
    title = max((t for t in known if not low[len(t) : len(t) + 1].isalnum()), key=len, default="")
    return "" if _GOES_ON.match(line.text, start + len(title)) else line.text[start:][: len(title)]


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


def _abbreviates(name: str, title: str) -> bool:
    """Whether a name has the beginnings of a title's words (ISO 4): "JAMA Netw Open"."""
    parts = plain(name).split()
    words = [word for word in plain(title).split() if word not in _SMALL | {"and"}]
    return len(parts) == len(words) and all(map(str.startswith, words, parts))


def _journal(line: Line, name: str, trial: Trial) -> tuple[bool, str] | None:
    works = (line.records.base.reference.get(p.ref) for p in trial.publications)
    papers = (work for work in works if work and work.type.startswith("article"))
    titles = [paper.container_title for paper in papers if paper.container_title]
    if not titles:
        return None
    known = {plain(t) for t in titles} | {plain(initials(t)) for t in titles}
    agreed = plain(name) in known or _is_short(plain(name), known)
    agreed = agreed or any(_abbreviates(name, title) for title in titles)
    said = _SECONDARY.search(line.unnamed)
    itself = said and trial.parent and said.group() == "follow-up"
    other = (said and not itself) or _tells_news(line, trial)
    return None if not agreed and other else (agreed, listed(titles))


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
