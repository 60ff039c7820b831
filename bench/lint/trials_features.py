"""What a sentence may say of a trial beside its sizes and results, true and with one thing changed.

Comparator, country, sponsor, disease, dose, journal, year; figures of another time,
group or outcome. A trial may be named, or described by who ran it and what it studied.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.model.base import Base
from claimcheck.model.trials import Trial

COMPARED = (
    "{T} compared {drug} with {control}.",
    "In {T}, {drug} was set against {control}.",
    "{T} pitted {drug} against {control}.",
    "The comparator in {T} was {control}.",
    "In {T}, participants were given either {drug} or {control}.",
    "{T} randomised people to {drug} or {control}.",
    "Half of those in {T} received {drug} and the rest received {control}.",
    "{T} tested {drug} versus {control}.",
)
PLACED = (
    "{T} was carried out in {place}.",
    "{T} took place in {place}.",
    "{T}, conducted in {place}, enrolled {n} people.",
    "The {n} participants of {T} were treated in {place}.",
    "{T} was run at sites in {place}.",
)
RUN = (
    "{T} was run by {sponsor}.",
    "{T} was conducted at {sponsor}.",
    "{T}, sponsored by {sponsor}, enrolled {n} people.",
    "Researchers at {sponsor} conducted {T}.",
)
TREATED = (
    "{T} enrolled {n} people with {disease}.",
    "{T} studied {drug} in {disease}.",
    "{T} tested {drug} for {disease}.",
    "In {T}, {n} participants with {disease} took part.",
    "{T} was a trial of {drug} for {disease}.",
)
GAVE = (
    "{T} gave {dose} of {drug}.",
    "In {T}, participants received {dose} of {drug}.",
    "{T} tested a dose of {dose}.",
    "The dose in {T} was {dose}.",
)
PRINTED = (
    "{T} was published in {journal}.",
    "The results of {T} appeared in {journal}.",
    "{T} ({journal}) enrolled {n} people.",
)
DATED = (
    "{T} was published in {year}.",
    "The results of {T}, published in {year}, are well known.",
    "In {year} the results of {T} were reported.",
)
OTHER_CONTROLS = ("escitalopram", "niacin", "midazolam", "ECT", "sertraline", "a nicotine patch",
                  "diphenhydramine", "lorazepam", "cognitive behavioural therapy")  # fmt: skip
OTHER_PLACES = ("the United States", "Switzerland", "the United Kingdom", "Brazil", "Australia",
                "Canada", "Germany", "Mexico", "Costa Rica", "the Netherlands")  # fmt: skip
OTHER_SPONSORS = ("Compass Pathways", "Johns Hopkins", "NYU", "Yale", "Imperial College London",
                  "the Usona Institute", "MAPS", "MindMed", "the University of Zurich")  # fmt: skip
OTHER_DISEASES = ("bipolar depression", "post-traumatic stress disorder", "anorexia nervosa",
                  "alcohol use disorder", "obsessive-compulsive disorder", "migraine",
                  "generalised anxiety disorder", "postpartum depression")  # fmt: skip
OTHER_JOURNALS = ("JAMA Psychiatry", "The Lancet Psychiatry", "Nature Medicine",
                  "the New England Journal of Medicine", "Psychopharmacology", "JAMA",
                  "the Journal of Psychopharmacology", "Neuropsychopharmacology")  # fmt: skip
ARTICLE = {"us": "the United States", "uk": "the United Kingdom", "nl": "the Netherlands",
           "cz": "the Czech Republic"}  # fmt: skip


@dataclass(frozen=True)
class Said:
    """A sentence, what should be said of it, and what sort it is of."""

    text: str
    expected: str
    sort: str


def features(trial: Trial, name: str, base: Base, chance: random.Random) -> Iterator[Said]:
    """True and changed sentences on what a record says beside its figures."""
    for sort, templates, slot, true, wrong in (
        ("comparator", COMPARED, "control", controls(trial, base), wrong_controls(trial, base)),
        ("country", PLACED, "place", places(trial, base), wrong_places(trial, base)),
        ("sponsor", RUN, "sponsor", sponsors(trial, base), wrong_sponsors(trial, base)),
        ("disease", TREATED, "disease", diseases(trial, base), wrong_diseases(trial, base)),
        ("dose", GAVE, "dose", doses(trial), wrong_doses(trial)),
        ("journal", PRINTED, "journal", journals(trial, base), wrong_journals(trial, base)),
        ("year", DATED, "year", years(trial, base), wrong_years(trial, base)),
    ):
        if not true or not wrong:
            continue
        for values, expected in ((true, "supported"), (wrong, "contradicted")):
            template = chance.choice(templates)
            if "{n}" in template and not size(trial):
                template = templates[0]
            if "{n}" in template and not size(trial):
                continue
            slots = {
                "T": name,
                "n": size(trial),
                "drug": drug(trial, base),
                slot: chance.choice(values),
            }
            yield Said(template.format(**slots), expected, sort)


def size(trial: Trial) -> int | None:
    return trial.sizes.enrolled or trial.sizes.randomised


def drug(trial: Trial, base: Base) -> str:
    return next(t.name for t in base.vocabulary.compounds if t.id == trial.compound[0])


def controls(trial: Trial, base: Base) -> list[str]:
    """The substances compared with; "placebo" where it was one."""
    if trial.design.allocation != "randomised":
        return []
    known = {t.id: t.name for t in base.vocabulary.compounds}
    own = [known[c] for c in trial.design.control if c in known]
    own += ["placebo"] if "placebo" in trial.design.control else []
    return own + (["ECT"] if "ect" in trial.design.control else [])


def wrong_controls(trial: Trial, base: Base) -> list[str]:
    words = " ".join([*controls(trial, base), *trial.design.control, *trial.compound]).lower()
    return [c for c in OTHER_CONTROLS if c.split()[-1].lower() not in words]


def places(trial: Trial, base: Base) -> list[str]:
    if len(trial.countries) != 1 or trial.country_count not in {None, 1}:
        return []
    return [ARTICLE.get(i) or named(base.vocabulary.jurisdictions, i) for i in trial.countries]


def wrong_places(trial: Trial, base: Base) -> list[str]:
    return [p for p in OTHER_PLACES if p not in places(trial, base)]


def sponsors(trial: Trial, base: Base) -> list[str]:
    return [named(base.vocabulary.sponsors, s) for s in trial.sponsor]


def wrong_sponsors(trial: Trial, base: Base) -> list[str]:
    own = " ".join([*sponsors(trial, base), *trial.sponsor]).lower()
    words = {"the", "of", "university", "college", "institute", "london"}
    if "lykos" in own or "maps" in own:
        own += " maps"
    return [
        s for s in OTHER_SPONSORS
        if not any(w in own for w in s.lower().split() if w not in words)
    ]  # fmt: skip


def diseases(trial: Trial, base: Base) -> list[str]:
    return [named(base.vocabulary.indications, i) for i in trial.indication[:1]]


def wrong_diseases(trial: Trial, base: Base) -> list[str]:
    """Diseases that are no form of those studied."""
    broader = {t.id: set(t.broader) for t in base.vocabulary.indications}
    near = {*trial.indication, *(b for i in trial.indication for b in broader.get(i, ()))}
    ids = {t.name: t.id for t in base.vocabulary.indications}
    return [d for d in OTHER_DISEASES if ids[d] not in near and not broader[ids[d]] & near]


def doses(trial: Trial) -> list[str]:
    texts = [a.dose for a in trial.arms if a.dose and a.role == "active"]
    return [t for t in texts if t.replace(" mg", "").replace(" micrograms", "").isdigit()]


def wrong_doses(trial: Trial) -> list[str]:
    known = " ".join([*(a.dose or "" for a in trial.arms), trial.formulation or ""])
    unit = "micrograms" if "micrograms" in known else "mg"
    return [f"{v} {unit}" for v in (37, 45, 65, 90, 15, 140) if str(v) not in known]


def journals(trial: Trial, base: Base) -> list[str]:
    works = [base.reference.get(p.ref) for p in trial.publications if p.role == "primary"]
    return [
        w.container_title for w in works if w and w.container_title and w.type.startswith("article")
    ]


def wrong_journals(trial: Trial, base: Base) -> list[str]:
    works = [base.reference.get(p.ref) for p in trial.publications]
    own = {(w.container_title or "").lower().removeprefix("the ") for w in works if w}
    return [j for j in OTHER_JOURNALS if j.lower().removeprefix("the ") not in own]


def years(trial: Trial, base: Base) -> list[int]:
    works = [base.reference.get(p.ref) for p in trial.publications if p.role == "primary"]
    return [w.issued.year for w in works if w and w.issued]


def wrong_years(trial: Trial, base: Base) -> list[int]:
    works = [base.reference.get(p.ref) for p in trial.publications]
    own = {w.issued.year for w in works if w and w.issued}
    own |= {d.year for d in (trial.dates.published, trial.dates.readout) if d}
    return [max(own) - gap for gap in (3, 4, 5)] if own else []


def named(terms, ident: str) -> str:
    return next((t.name for t in terms if t.id == ident), ident)


def description(trial: Trial, base: Base) -> str | None:
    """ "The Yale trial of psilocybin in migraine", where only one trial fits."""
    if not trial.sponsor:
        return None
    same = [
        t for t in base.trials
        if set(t.sponsor) & set(trial.sponsor) and set(t.compound) & set(trial.compound)
        and _kin(t, trial, base)
    ]  # fmt: skip
    if len(same) > 1:
        return None
    who = named(base.vocabulary.sponsors, trial.sponsor[0])
    return f"the {who} trial of {drug(trial, base)} in {diseases(trial, base)[0]}"


def _kin(one: Trial, other: Trial, base: Base) -> bool:
    broader = {t.id: {t.id, *t.broader} for t in base.vocabulary.indications}
    ours = {b for i in one.indication for b in broader.get(i, {i})}
    theirs = {b for i in other.indication for b in broader.get(i, {i})}
    return bool(ours & theirs)
