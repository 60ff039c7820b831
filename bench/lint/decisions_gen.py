"""True sentences on the decisions of a base, and the same with one thing changed.

    python bench/lint/decisions_gen.py [--base data] [--seed 1] [--rounds 3] [--show 20]

For every dated decision it writes sentences in several wordings. A true one should be supported;
one with its year, month, treatment, indication, agency, sense or kind changed should be
contradicted (or outdated); one that says it is still to come should be outdated today, and passed
over if it was written before or is on another treatment; a permission in a country without one
wants a source; one that only asks, wishes or supposes should be passed over. Prints a table by
change and, with --show, the misses.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from decisions_ahead import AHEAD, PRESCRIBING, UNDECIDED, UNLISTED, infinitive
from decisions_told import ASIDES, TEMPLATES
from decisions_words import (
    ADVISED,
    alike,
    carried,
    lawful,
    opposite,
    pairs,
    renamed,
    tally,
    together,
    written,
)

from claimcheck.drafts.sentences import split
from claimcheck.load import load_base
from claimcheck.model.base import Base
from claimcheck.model.dates import PartialDate
from claimcheck.model.drafts import Block, Document
from claimcheck.model.events import Event
from claimcheck.model.vocabulary import Term
from claimcheck.statements.decisions import opinions
from claimcheck.statements.nouns import GRAVITY
from claimcheck.statements.reading import read_sentence
from claimcheck.statements.records import Records
from claimcheck.statements.scope import ScopeReader

TODAY = date(2026, 11, 21)
WRONG = frozenset({"contradicted", "outdated"})

UNWORDED = frozenset({
    "label-change", "risk-programme", "rescheduling-petition", "trial-clearance", "programme",
    "order", "guidance", "safety-communication", "meeting", "quota", "transparency",
})  # fmt: skip
"""Kinds of event that texts tell in too many ways, or too seldom, for a template."""
OTHER_INDICATIONS = ("ptsd", "ocd", "gad", "aud", "bipolar-depression", "anorexia-nervosa")
CHANGES = ("year", "month", "compound", "indication", "agency", "sense", "kind")
OVERTAKEN = "ahead"
"""Said to be still to come: outdated."""
QUIET = ("none", "aside", "early", "other")
"""True, or nothing to judge: of the time before the decision, or of another treatment."""


@dataclass(frozen=True)
class Case:
    """A sentence, the verdicts that are right for it, and what was changed."""

    text: str
    right: frozenset[str]
    kind: str
    change: str
    event: str
    dated: PartialDate | None = None


@dataclass(frozen=True)
class Slots:
    """What a template is filled with; `compound` and `indication` as ids."""

    event: Event
    compound: str
    indication: str
    agency: str
    when: PartialDate


class Writer:
    """Writes cases from the decisions of a base."""

    def __init__(self, base: Base, seed: int) -> None:
        self.base = base
        self.chance = random.Random(seed)
        self.records = Records(base)
        self.words = {
            term.id: _names(term, other_names=key not in {"agencies", "sponsors"})
            for key, terms in base.vocabulary.lists().items()
            for term in terms
        }

    def cases(self) -> Iterator[Case]:
        """All cases of the base: true, changed, and asides."""
        for event in self.base.events:
            for template in TEMPLATES.get(event.kind, ()):
                slots = self.slots(event, template)
                if slots:
                    yield from self.true_and_changed(slots, template)
            for template in AHEAD.get(event.kind, ()):
                slots = self.slots(event, template)
                if slots and self.foreseeable(event):
                    yield from self.still_ahead(slots, template)
            if event.kind == "approval":
                yield from self.asides(event)
        yield from self.prescribing()

    def foreseeable(self, event: Event) -> bool:
        """Whether a text could look ahead to the event: the first of its sort, not undone."""
        if event.until and event.kind != "clinical-hold":
            return False
        if event.kind == "access-scheme" and (event.holder or not event.compound):
            return False
        if event.kind == "hold-lifted":
            held = [e for e in self.base.events if e.kind == "clinical-hold"]
            return all(e.until for e in held if set(e.compound) & set(event.compound))
        if event.kind == "law":
            return not event.until and "programme" not in event.id
        earlier = [e for e in self.base.events if e.date < event.date and alike(e, event)]
        return not any(
            set(e.compound) & set(event.compound) and set(e.indication) & set(event.indication)
            and (e.agency == event.agency or e.jurisdiction == event.jurisdiction)
            for e in earlier
        )  # fmt: skip

    def still_ahead(self, slots: Slots, template: str) -> Iterator[Case]:
        """Today it is outdated; before the decision it was right; of others it is never wrong."""
        event = slots.event
        text = self.fill(template, slots)
        yield Case(text, frozenset({"outdated"}), event.kind, "ahead", event.id)
        early = replace(event.date, year=event.date.year - 2, month=0, day=0)
        quiet = frozenset({"silent", "supported"})
        if "{date}" not in template:
            yield Case(text, quiet, event.kind, "early", event.id, early)
        other = self.undecided(event) if "{compound}" in template else None
        if other and "{holder}" not in template and "{date}" not in template:
            told = self.fill(template, replace(slots, compound=other))
            yield Case(told, quiet, event.kind, "other", event.id)

    def undecided(self, event: Event) -> str | None:
        """A treatment on which nothing of the kind was decided anywhere."""
        up = self.records.compounds.up
        decided = {
            w for e in self.base.events if alike(e, event) or e.kind in {"approval", "law",
            "access-scheme", "scheduling", "refusal"} for c in e.compound for w in up(c)
            if e.kind != "scheduling" or e.indication
        }  # fmt: skip
        options = [c for c in UNDECIDED if not set(up(c)) & decided]
        return self.chance.choice(options) if options else None

    def prescribing(self) -> Iterator[Case]:
        """Permissions in countries of which the records hold none: they want a source."""
        for country in UNLISTED:
            for template in PRESCRIBING:
                text = template.format(
                    country=country,
                    compound=self.word(
                        self.chance.choice(("psilocybin", "mdma", "lsd", "ibogaine"))
                    ),
                    indication=self.word(self.chance.choice(("ptsd", "trd", "gad", "aud"))),
                    year=self.chance.choice((2019, 2021, 2024)),
                )
                yield Case(text, frozenset({"unsourced"}), "access-scheme", "place", country)

    def slots(self, event: Event, template: str) -> Slots | None:
        """What fits the template; None where the event lacks something it asks for."""
        pair = self.chance.choice(pairs(event))
        needs = {"{compound}": pair[0], "{indication}": pair[1], "{holder}": event.holder}
        needs |= {"{trial}": event.trial, "{lawful}": lawful(event), "{votes}": event.votes}
        needs |= {"{lawinf}": lawful(event)}
        needs |= {"{designation}": event.designation, "{schedule}": event.schedule}
        needs |= {"{advised}": event.position, "{old}": renamed(event)}
        needs |= {"{side}": event.votes}
        if any(slot in template and not value for slot, value in needs.items()):
            return None
        if event.kind == "refusal" and event.effect and "rejected" not in template:
            return None
        if event.kind == "access-scheme" and "prescribe" in template and event.holder:
            return None
        return Slots(event, pair[0] or "", pair[1] or "", event.agency, event.date)

    def true_and_changed(self, slots: Slots, template: str) -> Iterator[Case]:
        """The true sentence, and one for each change that makes it false."""
        event = slots.event
        yield Case(
            self.fill(template, slots), frozenset({"supported"}), event.kind, "none", event.id
        )
        for change in CHANGES:
            for text in self.changed(change, slots, template):
                yield Case(text, WRONG, event.kind, change, event.id)

    def changed(self, change: str, slots: Slots, template: str) -> Iterator[str]:
        """The sentence with one thing changed, if that makes it false for certain."""
        event = slots.event
        if change == "year" and "{date}" in template:
            when = self.other_year(event)
            if when:
                yield self.fill(template, replace(slots, when=when))
        elif change == "month" and "{date}" in template and event.date.month:
            when = self.other_month(event)
            if when:
                yield self.fill(template, replace(slots, when=when), date=written(when))
        elif change == "compound" and "{compound}" in template and self.listed(event):
            other = self.other_compound(event)
            if other:
                yield self.fill(template, replace(slots, compound=other))
        elif change == "indication" and "{indication}" in template and self.listed(event):
            other = self.other_indication(event)
            if other:
                yield self.fill(template, replace(slots, indication=other))
        elif change == "agency" and "{agency}" in template and event.kind == "designation":
            yield self.fill(template, replace(slots, agency="nmpa"))
        elif change == "sense" and event.kind in {
            "approval",
            "designation",
            "opinion",
            "advisory-vote",
        }:
            yield from self.denied(template, slots)
        elif change == "kind" and event.kind in {"approval", "refusal"}:
            yield from self.other_kind(slots)

    def listed(self, event: Event, kind: str = "", indication: str = "") -> bool:
        """Whether a complete list holds events of this sort, so that absence tells."""
        return any(
            c.agency == event.agency
            and (kind or event.kind) in c.kinds
            and set(event.compound) <= set(c.compound)
            and (not c.designation or event.designation in c.designation)
            and (not c.indication or (indication or event.indication[0]) in c.indication)
            for c in self.base.coverage
        )

    def other_year(self, event: Event) -> PartialDate | None:
        """A year in which nothing of the kind was decided on the treatment."""
        taken = {
            d.year
            for e in self.base.events
            if alike(e, event) and together(e, event)
            for d in (e.date, e.announced)
            if d
        }
        taken |= {
            d.year
            for t in event.trial
            for d in (self.base.trial[t].dates.readout, self.base.trial[t].dates.published)
            if d
        }
        years = [
            y
            for y in range(event.date.year - 4, event.date.year + 5)
            if y not in taken and y <= 2026
        ]
        return replace(event.date, year=self.chance.choice(years)) if years else None

    def other_month(self, event: Event) -> PartialDate | None:
        """A month of the same year in which nothing of the kind was decided on the treatment."""
        if any(alike(e, event) and together(e, event) and not e.date.month
               and e.date.year == event.date.year for e in self.base.events):  # fmt: skip
            return None
        taken = {
            (d.year, d.month)
            for e in self.base.events
            if alike(e, event) and together(e, event)
            for d in (e.date, e.announced, e.until)
            if d
        }
        taken |= {
            (d.year, d.month)
            for t in event.trial
            for d in (self.base.trial[t].dates.readout, self.base.trial[t].dates.published)
            if d
        }
        if any(month == 0 for year, month in taken if year == event.date.year):
            return None
        months = [m for m in range(1, 13) if (event.date.year, m) not in taken]
        return replace(event.date, month=self.chance.choice(months), day=0) if months else None

    def other_compound(self, event: Event) -> str | None:
        """A treatment on the same complete list without such a decision."""
        lists = [
            c for c in self.base.coverage if c.agency == event.agency and event.kind in c.kinds
        ]
        having = {c for e in self.base.events if e.kind == event.kind for c in e.compound}
        up = self.records.compounds.up
        near = {w for h in having for w in up(h)}
        options = [
            c
            for entry in lists
            for c in entry.compound
            if not set(up(c)) & having and c not in near
        ]
        return self.chance.choice(options) if options else None

    def other_indication(self, event: Event) -> str | None:
        """An indication for which the agency decided nothing on the treatment."""
        having = {
            i
            for e in self.base.events
            if e.kind == event.kind and set(e.compound) & set(event.compound)
            for i in e.indication
        }
        up = self.records.indications.up
        near = {w for h in having for w in up(h)}
        options = [
            i
            for i in OTHER_INDICATIONS
            if i not in near and not set(up(i)) & having and self.listed(event, indication=i)
        ]
        return self.chance.choice(options) if options else None

    def denied(self, template: str, slots: Slots) -> Iterator[str]:
        """The opposite."""
        event = slots.event
        compound, agency = self.word(slots.compound), self.word(slots.agency)
        if event.kind == "approval" and slots.indication:
            purpose = self.word(slots.indication)
            yield f"{compound} has never been approved by the {agency} for {purpose}."
        elif event.kind == "designation":
            name = self.word(event.designation or "")
            yield f"{compound} has not received {name} for {self.word(slots.indication)}."
        elif "{advised}" in template:
            yield self.fill(template, slots, advised=ADVISED[opposite(event.position)])
        elif "{side}" in template and "{votes}" not in template:
            yield self.fill(template, slots, side="against" if carried(event) else "in favour of")

    def other_kind(self, slots: Slots) -> Iterator[str]:
        """Approved for refused, and the other way round."""
        compound, agency = self.word(slots.compound), self.word(slots.agency)
        indication = self.word(slots.indication)
        event = slots.event
        both = {e.kind for e in self.base.events
                if e.agency == event.agency and set(e.compound) & set(event.compound)}  # fmt: skip
        if {"approval", "refusal"} <= both:
            return
        if event.kind == "refusal" and slots.indication and self.listed(event, "approval"):
            yield f"The {agency} approved {compound} for {indication}."
        elif event.kind == "approval" and slots.indication:
            yield f"The {agency} rejected {compound} for {indication}."

    def asides(self, event: Event) -> Iterator[Case]:
        """Sentences that state nothing."""
        pair = self.chance.choice(pairs(event))
        slots = Slots(event, pair[0] or "", pair[1] or "depression", event.agency, event.date)
        for template in ASIDES:
            text = self.fill(template, slots)
            yield Case(text, frozenset({"silent"}), "aside", "aside", event.id)

    def fill(self, template: str, slots: Slots, **more: str) -> str:
        """A template with its slots filled in words."""
        event = slots.event
        old, new = renamed(event) or ("", "")
        values = {
            "compound": self.word(slots.compound),
            "indication": self.word(slots.indication),
            "agency": self.word(slots.agency).removeprefix("The ").removeprefix("the "),
            "date": self.date(slots.when),
            "holder": self.word(event.holder[0]) if event.holder else "",
            "designation": self.word(event.designation or ""),
            "schedule": self.word(event.schedule or "", first=True),
            "place": self.place(event),
            "trial": self.base.trial[event.trial[0]].name.split(",")[0].split(" (")[0]
            if event.trial
            else "",
            "lawful": lawful(event).format(compound=self.word(slots.compound)),
            "lawinf": infinitive(lawful(event)).format(compound=self.word(slots.compound)),
            "advised": ADVISED.get(event.position or "", ""),
            "votes": tally(event),
            "side": "in favour of" if event.votes and carried(event) else "against",
            "old": old,
            "new": new,
        } | more
        text = template.format(**values)
        return text[0].upper() + text[1:]

    def word(self, ident: str, *, first: bool = False) -> str:
        names = self.words.get(ident, [ident])
        return names[-1 if first else 0] if first else self.chance.choice(names)

    def place(self, event: Event) -> str:
        names = [t.name for t in self.base.vocabulary.jurisdictions if t.id == event.jurisdiction]
        name = names[0] if names else event.jurisdiction
        plural = ("United", "European", "Netherlands", "Czech")
        return f"the {name}" if name.startswith(plural) else name

    def date(self, when: PartialDate) -> str:
        """A date in one of the ways that texts write it."""
        if not when.month or self.chance.random() < 0.3:
            return str(when.year)
        return written(when)


def _names(term: Term, *, other_names: bool) -> list[str]:
    """Names that read well in running text: the name, acronyms and perhaps a synonym."""
    return [
        *term.exact[:1],
        term.name,
        *(term.synonyms[:1] if other_names and not term.exact else ()),
    ]


def verdict(text: str, records: Records, dated: PartialDate | None = None) -> str:
    """The gravest opinion on a sentence that stands alone."""
    block = Block(kind="paragraph", text=text, spans=((0, 0),))
    draft = Document(path="case.md", source=text, blocks=(block,), date=dated)
    sentences = split(draft)
    scope = ScopeReader(draft, sentences, records.names).scope(sentences[-1])
    found = opinions(scope, read_sentence(scope), records, TODAY)
    return max((o.standing for o in found), key=lambda s: GRAVITY[s], default="silent")


@dataclass
class Tally:
    """Right answers by change, and the misses."""

    counts: dict[str, Counter[str]]
    misses: list[tuple[Case, str]]

    @property
    def precision(self) -> float:
        """Of the sentences called wrong, the share that are."""
        good = sum(self.counts[c][v] for c in CHANGES for v in WRONG)
        bad = sum(self.counts[c][v] for c in QUIET for v in WRONG)
        return good / (good + bad) if good + bad else 1.0

    @property
    def recall(self) -> float:
        """Of the sentences that are wrong, the share that are called so."""
        every = sum(sum(self.counts[c].values()) for c in CHANGES)
        return sum(self.counts[c][v] for c in CHANGES for v in WRONG) / every if every else 1.0

    def found(self, change: str, standing: str) -> float:
        """The share of the cases of one sort that get the standing they should."""
        every = sum(self.counts[change].values())
        return self.counts[change][standing] / every if every else 1.0

    @property
    def supported(self) -> float:
        """Of the true sentences, the share that the records are found to back."""
        every = sum(self.counts["none"].values())
        return self.counts["none"]["supported"] / every if every else 1.0


def measure(base: Base, seed: int = 1, rounds: int = 1) -> Tally:
    """Judge every case of a base."""
    found = Tally(defaultdict(Counter), [])
    for round_ in range(rounds):
        writer = Writer(base, seed + round_)
        for case in writer.cases():
            said = verdict(case.text, writer.records, case.dated)
            found.counts[case.change][said] += 1
            if said not in case.right:
                found.misses.append((case, said))
    return found


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    options.add_argument("--base", type=Path, default=Path("data"))
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--rounds", type=int, default=1)
    options.add_argument("--show", type=int, default=0, help="misses to show per change")
    args = options.parse_args()
    found = measure(load_base(args.base), args.seed, args.rounds)
    for change, counts in found.counts.items():
        print(f"{change:12}", "  ".join(f"{name} {n}" for name, n in counts.most_common()))
    print(
        f"wrong sentences: precision {found.precision:.3f}, recall {found.recall:.3f};"
        f" true ones supported: {found.supported:.3f};"
        f" still ahead, outdated: {found.found('ahead', 'outdated'):.3f};"
        f" elsewhere, unsourced: {found.found('place', 'unsourced'):.3f};"
        f" cases {sum(sum(c.values()) for c in found.counts.values())}"
    )
    shown: Counter[tuple[str, str]] = Counter()
    for case, said in found.misses:
        shown[case.change, case.kind] += 1
        if shown[case.change, case.kind] <= args.show:
            print(f"[{case.change} / {case.kind} / {case.event}] {said}: {case.text}")


if __name__ == "__main__":
    main()
