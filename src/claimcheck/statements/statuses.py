"""What a treatment is said to be somewhere, in words that no reader of decisions knows.

"A recognised medicine in Israel", "waved through by the agency", "any Norwegian psychiatrist may
prescribe it": where the base holds no decision on the treatment in that place, the sentence wants a
source. Where it holds one, the sentence is left to those who read decisions.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.patterns import lazy
from claimcheck.statements.nouns import Opinion
from claimcheck.statements.reading import Reading
from claimcheck.statements.records import Records

_MEDICINE = r"(?:medicines?|medications?|drugs?|treatments?|therap(?:y|ies)|remed(?:y|ies))"
_STATUS = lazy(
    r"\b(?:is|are|was|were|became|become|becomes|now|as|made|remains)\s(?:now |officially |fully |"
    r"an? |the |widely |already |legally |official |formally )*(?:recogni[sz]ed|registered|"
    r"approved|licen[sc]ed|accepted|authori[sz]ed|prescription|legal|standard|established)"
    rf"(?:[- ][\w-]+)? {_MEDICINE}\b"
    r"|\b(?:can|may) (?:now |legally |freely |already )*(?:be )?prescribed?\b"
    r"|\b(?:free|allowed|permitted|entitled|able) to prescribe\b"
    r"|\b(?:available|sold|dispensed|obtainable) (?:on|by|with|against) (?:a )?prescription\b"
    r"|\bwav(?:ed|es) through\b|\bgreen-?(?:lit|lighted)\b|\bgreen light\b|\bthumbs[- ]up\b|"
    r"\bblessing\b|\bgo-ahead\b|\bsigned off\b|\brubber-?stamped\b|\bokayed\b|\bthe nod\b"
    r"|\bmarket(?:ing)? (?:authori[sz]ation|rights|approval|clearance|licen[cs]e|access)\b"
    r"|\b(?:covered|reimbursed|paid for|funded) (?:in full )?by (?:the |all )?(?:[\w-]+ )?"
    r"(?:health (?:service|system|insurance)|state|insurers|sickness funds|public health)\b"
    r"|\bfast lane\b"
)
_DISTANT = lazy(
    r"\b(?:not|never|no|nor|none|neither|could|would|might|should|will|if|when|unless|until|before|"
    r"soon|hop(?:e|es|ed|ing)|plan\w*|expect\w*|petition\w*|campaign\w*|call(?:s|ed|ing)? for|bill|"
    r"wants?|seek\w*|sought|may become|may be approved|yet|unlicen[sc]ed|off-label|illegal\w*|"
    r"trials?|stud(?:y|ies|ied)|research\w*|tested|testing|investigat\w+|whether|how|why|appl\w+|"
    r"veterinary|an(?:a)?esthe\w+|heritage|sacrament\w*|religious|church|animals?|recreational\w*|"
    r"possess\w*|decriminali\w+|schedul\w+|class [a-c]|like|such as|other than|instead of)\b|"
    r"n[’']t\b|\?\s*\Z"
)
_DECIDING = frozenset(
    {
        "approval",
        "label-change",
        "access-scheme",
        "law",
        "programme",
        "order",
        "opinion",
        "withdrawal",
        "refusal",
    }
)


def statuses(reading: Reading, records: Records) -> Iterator[Opinion]:
    """The status that a sentence gives a treatment in a place of which the base knows nothing."""
    own = reading.scope.own
    places, agencies = own.of("jurisdiction"), own.of("agency")
    if not (own.of("compound") or own.of("treatment")) or not (places or agencies):
        return
    found = _STATUS.search(reading.low)
    if found is None or _DISTANT.search(reading.low) or _is_known(reading, records):
        return
    words = reading.text[found.start() : found.end()]
    yield Opinion(
        standing="unsourced",
        start=found.start(),
        end=found.end(),
        found=words,
        message=f"“{words}” has no source, and no record of the base backs it",
    )


def _is_known(reading: Reading, records: Records) -> bool:
    """Whether the base holds a decision on such a treatment, or on none, in that place."""
    treatments = _treatments(reading, records)
    named = {r for c in treatments for r in records.trials_by_compound.get(c, ())}
    if not named:
        return True
    where = set(reading.scope.own_ids("jurisdiction"))
    agencies = set(reading.scope.own_ids("agency"))
    related = records.jurisdictions.related
    events = (e for c in treatments for e in records.events_by_compound.get(c, ()))
    return any(
        e.kind in _DECIDING
        and (e.agency in agencies or any(related(e.jurisdiction, p) for p in where))
        for e in events
    )


def _treatments(reading: Reading, records: Records) -> set[str]:
    therapies = {t.id: t for t in records.base.vocabulary.treatments}
    own = reading.scope.own_ids("treatment")
    meant = {m for i in own if i in therapies for m in therapies[i].members}
    return meant | set(reading.scope.own_ids("compound"))
