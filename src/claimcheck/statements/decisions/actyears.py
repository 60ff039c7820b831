"""Acts called by their year: "the Misuse of Drugs Act 1971"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.events import Event
from claimcheck.patterns import lazy
from claimcheck.statements.decisions.findings import Stated, opinion
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.nouns import Opinion
from claimcheck.statements.records import Records

_TITLE = lazy(r"(?:The )?(?P<title>(?:[A-Z][\w'’-]+ (?:and |of |the )?){1,5}Act)\b")
"""How the record of an act begins."""
_CALLED = lazy(r"\bact(?: of)? (?P<year>(?:19|20)\d\d)\b(?!-)")
_BEFORE = lazy(
    r"(?:\A|[^\w\s]|\b(?:the|under|by|in|since|with|from|uk|us|u\.s\.|british|federal|american|"
    r"its|their|state|\w+[’']s))\W*\Z"
)
"""What may stand before the name of an act: another word may belong to the name of another."""
_KINDS = frozenset({"law", "order", "scheduling"})


def act_years(passage: Passage) -> Iterator[Opinion]:
    """The opinions on acts that are called by another year than that of their making; an act of
    the same name in another country may well be of that year."""
    if " act " not in passage.low:
        return
    known = _acts(passage.records)
    for called in _CALLED.finditer(passage.low):
        name = passage.low[: called.start() + len("act")]
        title = max((t for t in known if name.endswith(t)), key=len, default="")
        start, end = len(name) - len(title), called.end()
        acts = known.get(title, ())
        wrong = acts and all(e.date.year != int(called["year"]) for e in acts)
        if wrong and _BEFORE.search(passage.low[:start]) and _is_there(passage, acts):
            yield opinion(
                "contradicted", Stated(start, end, passage.text[start:end]), passage, acts
            )


def _is_there(passage: Passage, acts: tuple[Event, ...]) -> bool:
    """Whether the nearest text that names any place names the one where the acts were made."""
    for layer in passage.scope.layers:
        if named := {i for m in layer.of("jurisdiction") for i in m.ids}:
            return any(e.jurisdiction in named for e in acts)
    return True


def _acts(records: Records) -> dict[str, tuple[Event, ...]]:
    """The acts of the base by the names with which their records begin, in lower case."""

    def find() -> dict[str, tuple[Event, ...]]:
        found: dict[str, tuple[Event, ...]] = {}
        for event in records.base.events:
            told = _TITLE.match(event.summary) if event.kind in _KINDS else None
            if told:
                title = told["title"].lower()
                found[title] = (*found.get(title, ()), event)
        return found

    return records.remembered("acts", find)
