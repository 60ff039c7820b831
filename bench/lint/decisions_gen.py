"""True sentences on the decisions of a base, and the same with one thing changed.

    python bench/lint/decisions_gen.py [--base data] [--seed 1] [--rounds 3] [--show 20]

For every dated decision it writes sentences in several wordings. A true one should be supported;
one with its year, treatment, indication, agency, sense or kind changed should be contradicted (or
outdated); one that only asks, wishes or supposes should be passed over. Prints a table by change
and, with --show, the misses.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

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
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
WRONG = frozenset({"contradicted", "outdated"})

TEMPLATES: dict[str, tuple[str, ...]] = {
    "approval": (
        "In {date}, the {agency} approved {compound} for {indication}.",
        "{compound} was approved by the {agency} for {indication} in {date}.",
        "{compound} won {agency} approval for {indication} in {date}.",
        "The {agency}'s approval of {compound} for {indication} came in {date}.",
        "{compound} has been approved by the {agency} for {indication}.",
        "Since {date}, {compound} has been approved by the {agency} for {indication}.",
        "{compound} is an {agency}-approved treatment for {indication}.",
    ),
    "refusal": (
        "In {date}, the {agency} rejected {compound} for {indication}.",
        "{compound} was turned down by the {agency} in {date} as a treatment for {indication}.",
        "The {agency} declined to approve {compound} for {indication}.",
        "The {agency} issued a complete response letter for {compound} in {date}.",
    ),
    "designation": (
        "In {date}, the {agency} granted {designation} to {compound} for {indication}.",
        "{compound} received {designation} from the {agency} for {indication} in {date}.",
        "{compound} holds {designation} for {indication}.",
        "{holder} was awarded {designation} for {compound} in {indication} in {date}.",
    ),
    "priority-voucher": (
        "In {date}, the {agency} gave {holder} a {designation} for {compound} in {indication}.",
        "{holder} received a {designation} from the {agency} for {compound} in {date}.",
    ),
    "rolling-review": (
        "The {agency} granted {compound} a rolling review for {indication} in {date}.",
    ),
    "application": (
        "{holder} submitted its new drug application for {compound} in {date}.",
        "In {date}, {holder} filed an application for {compound} in {indication}.",
    ),
    "acceptance": (
        "The {agency} accepted the application for {compound} in {date}.",
        "In {date}, the {agency} accepted the new drug application for {compound}.",
    ),
    "advisory-vote": (
        "In {date}, an advisory committee voted {votes} {side} {compound} for {indication}.",
        "Advisers to the FDA voted {votes} {side} {compound} in {date}.",
        "An FDA advisory panel voted {side} {compound} for {indication} in {date}.",
    ),
    "scheduling": (
        "In {place}, {compound} has been {schedule} since {date}.",
        "{compound} is a {schedule} drug in {place}.",
        "{compound} was placed in {schedule} in {place} in {date}.",
    ),
    "clinical-hold": (
        "The {agency} placed a clinical hold on {compound} in {date}.",
        "In {date}, {compound} was put on clinical hold by the {agency}.",
    ),
    "hold-lifted": (
        "The {agency} lifted the clinical hold on {compound} in {date}.",
        "In {date}, the hold on {compound} was lifted by the {agency}.",
    ),
    "access-scheme": (
        "Since {date}, doctors in {place} have been able to prescribe {compound} for {indication}.",
        "In {date}, {place} allowed doctors to prescribe {compound} for {indication}.",
    ),
    "opinion": (
        "In {date}, {agency} {advised} {compound} for {indication}.",
        "{agency} {advised} {compound} for {indication}.",
    ),
    "law": (
        "{place} {lawful} in {date}.",
        "In {date}, {place} {lawful}.",
    ),
    "retraction": (
        "The journal retracted papers on {compound} in {date}.",
        "In {date}, studies of {compound} were retracted.",
    ),
    "company": (
        "In {date}, {old} changed its name to {new}.",
        "{old} was renamed {new} in {date}.",
    ),
    "readout": (
        "{holder} reported results of {trial} in {date}.",
        "In {date}, {holder} announced the results of {trial}.",
    ),
}
ASIDES: tuple[str, ...] = (
    "If the {agency} approves {compound} for {indication}, patients will pay for it themselves.",
    "Should the {agency} have approved {compound} for {indication}?",
    "Advocates want the {agency} to approve {compound} for {indication}.",
    "Nobody knows whether {compound} will be approved for {indication}.",
    "The {agency} approved a trial of {compound} in {indication}.",
    "An ethics committee approved the {compound} study in {date}.",
    "{compound} is being studied for {indication}.",
)
LAWFUL = {
    "services": "legalised supervised {compound} services",
    "decriminalisation": "decriminalised {compound}",
    "research": "set aside money for {compound} research",
    "pilot": "passed a pilot program with {compound}",
    "task-force": "set up a task force on psychedelics",
}
UNWORDED = frozenset({
    "label-change", "risk-programme", "rescheduling-petition", "trial-clearance", "programme",
    "order", "guidance", "safety-communication", "meeting", "quota", "transparency",
})  # fmt: skip
"""Kinds of event that texts tell in too many ways, or too seldom, for a template."""
OTHER_INDICATIONS = ("ptsd", "ocd", "gad", "aud", "bipolar-depression", "anorexia-nervosa")
CHANGES = ("year", "compound", "indication", "agency", "sense", "kind")


@dataclass(frozen=True)
class Case:
    """A sentence, the verdicts that are right for it, and what was changed."""

    text: str
    right: frozenset[str]
    kind: str
    change: str
    event: str


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
            if event.kind == "approval":
                yield from self.asides(event)

    def slots(self, event: Event, template: str) -> Slots | None:
        """What fits the template; None where the event lacks something it asks for."""
        pair = self.chance.choice(pairs(event))
        needs = {"{compound}": pair[0], "{indication}": pair[1], "{holder}": event.holder}
        needs |= {"{trial}": event.trial, "{lawful}": lawful(event), "{votes}": event.votes}
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
            if _alike(e, event) and _together(e, event)
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
            yield self.fill(template, slots, advised=ADVISED[_opposite(event.position)])
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
        month = MONTHS[when.month - 1]
        return f"{month} {when.year}"


def _names(term: Term, *, other_names: bool) -> list[str]:
    """Names that read well in running text: the name, acronyms and perhaps a synonym."""
    return [
        *term.exact[:1],
        term.name,
        *(term.synonyms[:1] if other_names and not term.exact else ()),
    ]


ADVISED = {"for": "recommended", "against": "rejected"}


def _opposite(position: str | None) -> str:
    return "against" if position == "for" else "for"


def _alike(one: Event, other: Event) -> bool:
    """Whether a text may tell one kind of event as the other."""
    making_law = {"law", "programme", "refusal", "order"}
    told_alike = one.kind == other.kind or {one.kind, other.kind} <= making_law
    return told_alike or one.kind in {"access-scheme", "approval", "scheduling"}


def _together(one: Event, other: Event) -> bool:
    """Whether two events share a treatment, who decided, or the place."""
    here = one.agency == other.agency or one.jurisdiction == other.jurisdiction
    return here or bool(set(one.compound) & set(other.compound))


def pairs(event: Event) -> list[tuple[str | None, str | None]]:
    """Each compound with an indication, as the event pairs them."""
    if len(event.compound) > 1 and len(event.compound) == len(event.indication):
        return list(zip(event.compound, event.indication, strict=True))
    return [(c, i) for c in event.compound or (None,) for i in event.indication or (None,)]


def lawful(event: Event) -> str:
    """What the law did, in words; empty where no template tells it."""
    local = any(
        w in event.agency for w in ("council", "mayor", "supervisors", "denver", "detroit", "dc-")
    )
    effect = event.effect[0] if event.effect else ""
    if (
        local
        or event.kind != "law"
        or (not event.compound and "{compound}" in LAWFUL.get(effect, ""))
    ):
        return ""
    return LAWFUL.get(effect, "")


def renamed(event: Event) -> tuple[str, str] | None:
    """The old and the new name of a company, where the event tells both."""
    if "renamed" not in event.summary:
        return None
    old, _, rest = event.summary.partition(" renamed ")
    return old.split(" (")[0], rest.split(";")[0].rstrip(".")


def tally(event: Event) -> str:
    if not event.votes:
        return ""
    vote = event.votes[-1]
    return f"{max(vote.yes, vote.no)} to {min(vote.yes, vote.no)}"


def carried(event: Event) -> bool:
    return event.votes[-1].yes > event.votes[-1].no


def verdict(text: str, records: Records) -> str:
    """The gravest opinion on a sentence that stands alone."""
    block = Block(kind="paragraph", text=text, spans=((0, 0),))
    draft = Document(path="case.md", source=text, blocks=(block,))
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
        bad = sum(self.counts[c][v] for c in ("none", "aside") for v in WRONG)
        return good / (good + bad) if good + bad else 1.0

    @property
    def recall(self) -> float:
        """Of the sentences that are wrong, the share that are called so."""
        every = sum(sum(self.counts[c].values()) for c in CHANGES)
        return sum(self.counts[c][v] for c in CHANGES for v in WRONG) / every if every else 1.0

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
            said = verdict(case.text, writer.records)
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
        f" true ones supported: {found.supported:.3f}"
    )
    shown: Counter[tuple[str, str]] = Counter()
    for case, said in found.misses:
        shown[case.change, case.kind] += 1
        if shown[case.change, case.kind] <= args.show:
            print(f"[{case.change} / {case.kind} / {case.event}] {said}: {case.text}")


if __name__ == "__main__":
    main()
