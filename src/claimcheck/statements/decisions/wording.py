"""What a draft says of a decision, in a few words: who did what with which treatment, when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from claimcheck.model.vocabulary import Term
from claimcheck.statements.decisions.findings import Stated
from claimcheck.statements.decisions.moments import Moment
from claimcheck.statements.decisions.moods import Modality
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.decisions.timeline import Wanted
from claimcheck.statements.names import NameKind

_DONE = {
    "approval": "approved",
    "refusal": "refused",
    "clinical hold": "put on clinical hold",
    "lifting of a hold": "released from a hold",
    "acceptance of an application": "application accepted",
    "application": "application filed",
    "access": "opened to patients",
}
"""A participle for each sort of decision."""
_ACTIVE = frozenset({"approval", "refusal"})


def told(
    passage: Passage,
    what: Stated,
    noun: str,
    wanted: Wanted,
    spirit: Modality,
    moments: tuple[Moment, ...],
) -> Stated:
    """The statement in its short form; as the draft words it where that is no longer."""
    done = _DONE.get(noun)
    if wanted.designation:
        known = {t.id: t for t in passage.records.base.vocabulary.designations}
        done = _name(passage, "designation", (wanted.designation,), known)
    thing = _thing(passage, wanted)
    if not done or not thing:
        return what
    who, purpose = _who(passage, wanted), _names(passage, "indication", wanted.indications)
    when = moments[0].date.text.strip() if moments and moments[0].start >= 0 else ""
    if purpose:
        thing += f" for {purpose}"
    if wanted.designation:
        said = f"{'no ' if spirit.negated else ''}{done} of {thing}"
    elif noun in _ACTIVE and who:
        said, who = f"{who} {'has not ' if spirit.negated else ''}{done} {thing}", ""
    else:
        said = f"{thing} {'not ' if spirit.negated else ''}{done}"
    short = said + (f", {who}" if who else "") + (f", {when}" if when else "")
    return replace(what, said=short) if len(short) < len(what.said) else what


def _thing(passage: Passage, wanted: Wanted) -> str:
    """The treatment, else the company."""
    if len(wanted.compounds) > 1:
        return ""
    return _names(passage, "compound", wanted.compounds) or " and ".join(
        passage.timeline.name(h) for h in wanted.holders
    )


def _who(passage: Passage, wanted: Wanted) -> str:
    """Who decided: the agency that the sentence names, else the place."""
    licensing = passage.timeline.licensing
    for mention in passage.mentions("agency"):
        agency = mention.ids[0]
        if agency in wanted.agencies or licensing.get(agency, frozenset()) & set(wanted.places):
            return passage.timeline.name(agency)
    known = passage.timeline.jurisdictions
    return " and ".join(known[p].name for p in wanted.places[:2] if p in known)


def _names(passage: Passage, kind: NameKind, ids: tuple[str, ...]) -> str:
    vocabulary = passage.records.base.vocabulary
    terms: Iterable[Term] = vocabulary.compounds if kind == "compound" else vocabulary.indications
    known = {t.id: t for t in terms if t.id in ids}
    return " or ".join(_name(passage, kind, (i,), known) for i in ids)


def _name(passage: Passage, kind: NameKind, ids: tuple[str, ...], known: dict[str, Term]) -> str:
    """A name as the sentence writes it, else as the vocabulary has it."""
    for mention in passage.mentions(kind):
        if mention.ids[0] in ids:
            return passage.words(mention).removesuffix("-assisted")
    return known[ids[0]].name if ids[0] in known else ids[0]
