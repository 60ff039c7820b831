"""True sentences on the trials of a base, and the same with one thing changed.

    python bench/lint/trials_gen.py [--base data] [--show 20] [--limit N] [--beside]

Every true sentence should be named supported, every changed one contradicted; the rest is counted
and, with --show, printed. With --beside each follows, in the same paragraph, a true sentence on
another trial, which must not change what is said of it.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import repeat
from pathlib import Path

from trials_features import description, features

from claimcheck.drafts import read_draft
from claimcheck.linting import judge_document
from claimcheck.load import load_base
from claimcheck.model.base import Base
from claimcheck.model.trials import Arm, Outcome, Trial
from claimcheck.statements.records import Records

SIZES = {
    "randomised": (
        "{T} randomised {n} {people}.",
        "In {T}, {n} {people} were randomly assigned to treatment.",
        "A total of {n} {people} underwent randomisation in {T}.",
    ),
    "enrolled": (
        "{T} enrolled {n} {people}.",
        "{n} {people} took part in {T}.",
        "The sample of {T} was {n} {people}.",
        "{T} recruited {n} {people} with {indication}.",
    ),
    "analysed": ("{n} {people} were included in the analysis of {T}.",),
}
SHARES = (
    "In {T}, {p}% of the {arm} group {did} at {time}.",
    "At {time}, {p}% of participants given {arm} {did} ({T}).",
    "{T} reported {noun} in {p} percent of those in the {arm} group at {time}.",
)
PAIRS = (
    "In {T}, {p}% of the {arm} group and {q}% of the {arm2} group {did} at {time}.",
    "{Noun} at {time} was {p}% with {arm} and {q}% with {arm2} in {T}.",
    "{T} found {noun} of {p}% with {arm} versus {q}% with {arm2} at {time}.",
)
DIFFERENCES = (
    "In {T}, the difference between {arm} and {arm2} on the {scale} was {v} points at {time}.",
    "{T}: {arm} against {arm2}, {v} points on the {scale} at {time}.",
)
PHASES = ("{T} was a phase {phase} trial.", "{T}, a phase {phase} study, enrolled {n} {people}.")
BLINDINGS = ("{T} was a {blinding} trial.", "{T} was {blinding} and enrolled {n} {people}.")
DID = {
    "response": ("responded", "response"),
    "remission": ("were in remission", "remission"),
    "no-longer-met": ("no longer met criteria for PTSD", ""),
    "abstinence": ("were abstinent", "abstinence"),
}


@dataclass(frozen=True)
class Case:
    """A sentence, what should be said of it, and what sort it is of."""

    text: str
    expected: str
    sort: str
    trial: str


def cases(base: Base, seed: int = 1) -> Iterator[Case]:
    """All cases of a base, in a fixed order."""
    chance = random.Random(seed)
    for trial in base.trials:
        for name in names(trial, base):
            yield from of_sizes(trial, name, base, chance)
            yield from of_shares(trial, name, chance)
            yield from of_differences(trial, name, base, chance)
            yield from of_designs(trial, name, chance)
            yield from of_features(trial, name, base, chance)
            yield from of_swaps(trial, name, chance)
        if called := description(trial, base):
            for case in (
                *of_sizes(trial, called, base, chance),
                *of_shares(trial, called, chance),
                *of_designs(trial, called, chance),
                *of_features(trial, called, base, chance),
            ):
                if "disease" not in case.sort and "sponsor" not in case.sort:
                    yield replace(case, sort=f"described: {case.sort.split()[0]}")


def names(trial: Trial, base: Base) -> Iterator[str]:
    """How a text may call the trial."""
    yield from trial.aliases[:2] or (trial.name,)
    yield from trial.registry[:1]
    primary = next((p.ref for p in trial.publications if p.role == "primary"), None)
    work = base.reference.get(primary or "")
    shared = sum(primary in {p.ref for p in t.publications} for t in base.trials)
    if work and work.author and work.author[0].family and work.issued and shared == 1:
        yield f"the trial of {work.author[0].family} et al. ({work.issued.year})"


def of_sizes(trial: Trial, name: str, base: Base, chance: random.Random) -> Iterator[Case]:
    sizes = trial.sizes
    known = {getattr(sizes, s) for s in ("planned", "enrolled", "randomised", "dosed", "analysed",
                                          "completed", "screened")} - {None}  # fmt: skip
    known |= set(sizes.also) | {a.n for a in trial.arms if a.n}
    for stage, templates in SIZES.items():
        n = getattr(sizes, stage)
        if n is None or n < 5:
            continue
        template = chance.choice(templates)
        for value, expected in ((n, "supported"), (other(n, known, chance), "contradicted")):
            text = template.format(
                T=name, n=value, people=chance.choice(("people", "patients", "participants")),
                indication=term(base.vocabulary.indications, trial.indication[0]),
            )  # fmt: skip
            yield Case(sentence(text), expected, f"size {stage}", trial.id)


def other(n: int, known: set[int], chance: random.Random) -> int:
    """Another number of people that the trial does not have."""
    while True:
        value = chance.choice((n + chance.randint(3, 30), max(4, n - chance.randint(3, 20)), n * 2))
        if value not in known:
            return value


def term(terms, ident):
    return next((t.name for t in terms if t.id == ident), ident)


def of_shares(trial: Trial, name: str, chance: random.Random) -> Iterator[Case]:
    arms = {arm.id: arm for arm in trial.arms}
    shares = [o for o in trial.outcomes if usable(o, arms)]
    for outcome in shares:
        did, noun = DID[outcome.outcome]
        template = chance.choice(SHARES[:2] if not noun else SHARES)
        taken = {value(o) for o in shares if o.outcome == outcome.outcome}
        for p, expected in ((value(outcome), "supported"), (far(taken, chance), "contradicted")):
            text = template.format(
                T=name, p=p, arm=arms[outcome.arm].name, did=did, noun=noun, time=outcome.timepoint
            )
            yield Case(sentence(text), expected, f"rate {outcome.outcome}", trial.id)
    yield from pairs(trial, name, shares, arms, chance)


def pairs(trial, name, shares: list[Outcome], arms: dict[str, Arm], chance) -> Iterator[Case]:
    for one in shares:
        for two in shares:
            same = (one.outcome, one.timepoint, one.scale) == (
                two.outcome,
                two.timepoint,
                two.scale,
            )
            if not same or one.arm >= two.arm or abs(value(one) - value(two)) < 4:
                continue
            did, noun = DID[one.outcome]
            template = chance.choice(PAIRS if noun else PAIRS[:1])
            for p, q, expected in (
                (value(one), value(two), "supported"),
                (value(two), value(one), "contradicted"),
            ):
                text = template.format(
                    T=name, p=p, q=q, arm=arms[one.arm].name, arm2=arms[two.arm].name,
                    did=did, noun=noun, Noun=noun.capitalize(), time=one.timepoint,
                )  # fmt: skip
                yield Case(sentence(text), expected, f"pair {one.outcome}", trial.id)


def usable(outcome: Outcome, arms: dict[str, Arm]) -> bool:
    return (
        outcome.outcome in DID
        and outcome.arm in arms
        and len(arms) > 1
        and outcome.versus is None
        and bool(outcome.timepoint and any(c.isdigit() for c in outcome.timepoint))
        and (outcome.percent is not None or bool(outcome.count is not None and outcome.of))
        and outcome.definition is None
    )


def value(outcome: Outcome) -> int:
    if outcome.percent is not None:
        return round(float(outcome.percent.value) + 1e-9)
    return round(100 * outcome.count / outcome.of)


def far(taken: set[int], chance: random.Random) -> int:
    while True:
        p = chance.randint(3, 97)
        if all(abs(p - t) > 6 for t in taken):
            return p


def of_differences(trial: Trial, name: str, base: Base, chance: random.Random) -> Iterator[Case]:
    arms = {arm.id: arm for arm in trial.arms}
    for o in trial.outcomes:
        known = o.arm in arms and o.versus in arms and o.unit == "points" and o.scale
        if not known or o.value is None or not o.timepoint:
            continue
        template = chance.choice(DIFFERENCES)
        wrong = round(float(o.value.value) * chance.choice((0.4, 1.7, 2.3)) - 0.3, 1)
        for v, expected in ((o.value.literal, "supported"), (wrong, "contradicted")):
            text = template.format(
                T=name, arm=arms[o.arm].name, arm2=arms[o.versus].name, v=v,
                scale=term(base.vocabulary.scales, o.scale), time=o.timepoint,
            )  # fmt: skip
            yield Case(sentence(text), expected, "difference", trial.id)


def of_designs(trial: Trial, name: str, chance: random.Random) -> Iterator[Case]:
    n = trial.sizes.enrolled or trial.sizes.randomised
    if trial.phase in {"2", "2a", "2b", "3"} and n:
        wrong = "3" if trial.phase.startswith("2") else "2"
        for phase, expected in ((trial.phase, "supported"), (wrong, "contradicted")):
            text = chance.choice(PHASES).format(T=name, phase=phase, n=n, people="people")
            yield Case(sentence(text), expected, "phase", trial.id)
    if trial.design.blinding in {"open-label", "double-blind"} and n:
        both = ["open-label", "double-blind"]
        wrong = both[trial.design.blinding == "open-label"]
        for blinding, expected in ((trial.design.blinding, "supported"), (wrong, "contradicted")):
            text = chance.choice(BLINDINGS).format(T=name, blinding=blinding, n=n, people="people")
            yield Case(sentence(text), expected, "blinding", trial.id)


def of_features(trial: Trial, name: str, base: Base, chance: random.Random) -> Iterator[Case]:
    for said in features(trial, name, base, chance):
        yield Case(sentence(said.text), said.expected, said.sort, trial.id)


def of_swaps(trial: Trial, name: str, chance: random.Random) -> Iterator[Case]:
    """Figures of one outcome said of another, or of one group said of the other."""
    arms = {arm.id: arm for arm in trial.arms}
    shares = [o for o in trial.outcomes if usable(o, arms)]
    for one in shares:
        for two in shares:
            if one.timepoint != two.timepoint or abs(value(one) - value(two)) < 4:
                continue
            other_arm = one.arm != two.arm and one.outcome == two.outcome
            other_outcome = one.arm == two.arm and one.outcome != two.outcome
            if not (other_arm or other_outcome):
                continue
            same = {
                value(o) for o in shares
                if (o.outcome, o.arm, o.timepoint) == (two.outcome, two.arm, two.timepoint)
            }  # fmt: skip
            if any(abs(value(one) - v) < 2 for v in same):
                continue
            text = chance.choice(SHARES[:2]).format(
                T=name, p=value(one), arm=arms[two.arm].name, did=DID[two.outcome][0],
                time=two.timepoint,
            )  # fmt: skip
            sort = "group swapped" if other_arm else "outcome swapped"
            yield Case(sentence(text), "contradicted", sort, trial.id)


def sentence(text: str) -> str:
    return text[0].upper() + text[1:]


def judge(case: Case, records: Records, today: date, before: str = "") -> str:
    document = read_draft("case.md", f"{before}\n{case.text}".strip().encode(), "case.md")
    judged = judge_document(document, records, today)
    said = (one.verdict for one in judged if one.scope.text == case.text)
    return next(said, "silent")


def others(found: list[Case], chance: random.Random) -> Iterator[str]:
    """For each case a true sentence on another trial."""
    true = [case for case in found if case.expected == "supported"]
    for case in found:
        yield next(o.text for o in iter(lambda: chance.choice(true), None) if o.trial != case.trial)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, default=Path("data"))
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--beside", action="store_true")
    options = parser.parse_args()
    base = load_base(options.base)
    records = Records(base)
    table: Counter[tuple[str, str, str]] = Counter()
    wrong = []
    every = list(cases(base))[: options.limit]
    before = others(every, random.Random(3)) if options.beside else repeat("")
    for case, lead in zip(every, before, strict=False):
        said = judge(case, records, date(2026, 11, 21), lead)
        table[case.sort, case.expected, said] += 1
        if said != case.expected:
            wrong.append((case, said))
    for (sort, expected, said), count in sorted(table.items()):
        print(f"{sort:28} {expected:13} {said:13} {count:6}")
    hits = sum(c for (_, e, s), c in table.items() if e == s == "contradicted")
    said = sum(c for (_, _, s), c in table.items() if s == "contradicted")
    meant = sum(c for (_, e, _), c in table.items() if e == "contradicted")
    right = sum(c for (_, e, s), c in table.items() if e == s == "supported")
    true = sum(c for (_, e, _), c in table.items() if e == "supported")
    print(f"contradicted: precision {hits / max(said, 1):.3f}, recall {hits / max(meant, 1):.3f}")
    print(f"supported: recall {right / max(true, 1):.3f}; cases {sum(table.values())}")
    for case, verdict in random.Random(2).sample(wrong, min(options.show, len(wrong))):
        print(f"[{case.trial}] {case.sort}: expected {case.expected}, said {verdict}: {case.text}")


if __name__ == "__main__":
    main()
