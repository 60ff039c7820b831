"""The words that figures are written with: data, one table per part of speech.

General words of reporting only; names of compounds, diseases and scales live in the vocabulary.
"""

from __future__ import annotations

from typing import Final, cast

from claimcheck.model.quantity import Bound, Stage, TimeUnit


def listed(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


def table(text: str) -> dict[str, str]:
    """Each wording with what it stands for; a line is `meaning: wording, wording…`."""
    found = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        meaning, _, wordings = line.partition(": ")
        found.update(dict.fromkeys(wordings.split(", "), meaning))
    return found


def _numbered(text: str, first: int = 1, step: int = 1) -> dict[str, int]:
    return {word: first + step * place for place, word in enumerate(text.split())}


ONES: Final = _numbered("one two three four five six seven eight nine")
TEENS: Final = {
    "zero": 0,
    **_numbered("ten eleven twelve thirteen fourteen fifteen sixteen seventeen", 10),
    **_numbered("eighteen nineteen", 18),
}
TENS: Final = {
    **_numbered("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10),
    "fourty": 40,
}
SCALES: Final = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9}
"""Powers of ten."""

PARTS: Final = {
    "half": 2,
    "halves": 2,
    "quarter": 4,
    "quarters": 4,
    **_numbered("third fourth fifth sixth seventh eighth ninth tenth", 3),
    **_numbered("thirds fourths fifths sixths sevenths eighths ninths tenths", 3),
}
"""Denominators of fractions in words."""

VULGAR: Final = {
    "½": (1, 2),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅕": (1, 5),
    "⅖": (2, 5),
    "⅗": (3, 5),
    "⅘": (4, 5),
    "⅙": (1, 6),
    "⅚": (5, 6),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
}

PREFIXES: Final = listed(
    "week day month year hour phase mid early late pre post since aged ages age under over part"
)
"""What may stand before a number with a hyphen; after another word the number belongs to a name."""

MONTHS: Final = {
    **_numbered("january february march april may june july august september october november"),
    **_numbered("jan feb mar apr may jun jul aug sep oct nov dec"),
    "sept": 9,
    "december": 12,
}
AMBIGUOUS_MONTHS: Final = listed("may march mar dec")
"""Also words or other abbreviations: months only with a capital."""

TIME_UNITS: Final = cast(
    "dict[str, TimeUnit]",
    table("""
    minute: minute, minutes, min, mins
    hour: hour, hours, hr, hrs, h
    day: day, days
    week: week, weeks, wk, wks
    month: month, months, mo, mos
    year: year, years, yr, yrs
    """),
)

DOSE_UNITS: Final = table("""
    ng: ng, nanogram, nanograms
    µg: µg, μg, ug, mcg, microgram, micrograms
    mg: mg, mgs, milligram, milligrams, milligramme, milligrammes
    g: g, gram, grams, gramme, grammes
    ml: ml, milliliter, milliliters, millilitre, millilitres
    IU: iu
""")

MEASURES: Final = (
    "kg|kilograms?|kilos?|lbs?|pounds?|cm|mm|km|kilomet(?:er|re)s?|met(?:er|re)s?|miles?|feet|foot"
    "|ft|inch(?:es)?|acres?|mmhg|k?hz|mhz|bpm|beats per minute|kcal|calories|watts?|volts?|nm|mmol"
    "|nmol|mol|pixels?|[kmgt]b|celsius|fahrenheit|kelvin|degrees?|seconds?|sec|ms|milliseconds?"
    "|decades?|centur(?:y|ies)|lit(?:er|re)s?|tons?|tonnes?"
    "|(?:cpd|cme|ce|loyalty|bonus|credit)[ -](?:points?|credits?|hours?)"
)
"""Units of things that no trial is about, as a regular expression."""

NOUNS: Final = table("""
    participant: participant, participants, patient, patients, person, people, persons, adult
    participant: adults, subject, subjects, volunteer, volunteers, individual, individuals, child
    participant: veteran, veterans, respondent, respondents, completer, completers, children
    participant: responder, responders, remitter, remitters, adolescent, adolescents, enrollees
    participant: enrolees, inpatients, outpatients, recipients, survivors, smokers, drinkers
    man: man, men, male, males
    woman: woman, women, female, females
    guest: guest, guests
    user: user, users
    client: client, clients
    site: site, sites, center, centers, centre, centres, clinic, clinics, hospital, hospitals
    site: location, locations
    country: country, countries, nation, nations
    state: state, states
    arm: arm, arms, group, groups, cohort, cohorts
    session: session, sessions, treatment, treatments
    dose: dose, doses, dosings, administrations
    infusion: infusion, infusions, injection, injections
    visit: visit, visits
    trial: trial, trials
    study: study, studies
    paper: paper, papers, article, articles, publication, publications
    member: member, members, adviser, advisers, advisor, advisors, panelists, panellists
    vote: vote, votes
    event: event, events
    death: death, deaths
    case: case, cases
    therapist: therapist, therapists, facilitator, facilitators
    prescriber: prescriber, prescribers, psychiatrist, psychiatrists
    phase: phase, phases
    species: species
    item: item, items
""")
"""What trial reports count, in any number, with the noun that the quantity carries."""

STOPS: Final = listed(
    """a an and are as at be been but by can could did do does each either every for from further
    had has have he her his if in into is it its may might more must neither no nor not of off on
    one only or other others our out over per received reported she should showed since so some such
    than that the their them then there these they this those though through to too until up was we
    were what when where which while who whose will with within without would you your additional
    fewer less later after before during between among against versus vs least most both all any
    met achieved responded improved remained dropped fell rose gave got took enrolled recruited
    times percent points weeks days months years hours minutes week day month year hour"""
)
"""Words that end the search for the noun that a number counts."""

STAGES: Final = cast(
    "dict[str, Stage]",
    table("""
    screened: screened
    enrolled: enrolled, recruited
    randomised: randomised, randomized
    dosed: dosed, treated
    analysed: analysed, analyzed, evaluated
    completed: completed
    planned: planned
    """),
)

HEDGES: Final = cast(
    "dict[str, Bound]",
    table("""
    about: about, around, roughly, approximately, approx, approx., some, circa, ca., c., ~, ≈, ∼
    about: estimated, an estimated, in the region of, in the order of
    nearly: nearly, almost, close to, virtually
    more-than: more than, greater than, higher than, longer than, larger than, over, just over
    more-than: a little over, above, just above, exceeding, upwards of, in excess of, beyond
    more-than: better than
    more-than: >, &gt;
    at-least: at least, no fewer than, not fewer than, no less than, not less than, minimum of
    at-least: a minimum of, ≥, >=, ⩾
    less-than: less than, fewer than, lower than, smaller than, shorter than, under, just under
    less-than: a little under, below, just below, <, &lt;
    at-most: at most, up to, as many as, as much as, no more than, not more than, maximum of
    at-most: no better than
    at-most: a maximum of, within, ≤, <=, ⩽
    """),
)
"""Words and signs before a figure."""

MORE: Final = listed("more greater higher above older over longer better")
LESS: Final = listed("less fewer lower below under younger shorter")
"""What follows "or" after a figure ("50% or more")."""

EVENTS: Final = (
    "dos(?:e|es|ing)|administration|treatments?|sessions?|baseline|enroll?ment|randomi[sz]ation"
    "|infusions?|therapy|discharge|visit|screening|injection|intake|start|end of treatment"
)
"""What time points are counted from, as a regular expression."""

LABELS: Final = listed(
    """page pages p. pp pp. figure figures fig fig. figs figs. table tables section sections sec. §
    chapter chapters vol vol. volume issue no. nos. nr nr. item items reference references ref ref.
    refs. question questions appendix step class type grade level stage schedule version v v. title
    article room suite floor psalm route box line lines module episode group arm cohort session dose
    visit study experiment part measure proposition prop bill rule act hb sb hr h.r. cfr protocol
    category criterion criteria tier wave option exhibit annex entry number chart slide paragraph
    unit apt building gate platform lot ticket highway interstate build release pmid pmcid isbn issn
    id ein postcode zip supplement supplementary eq eq. equation note footnote endnote exercise
    lesson verse book trial"""
)
"""Words that number things: what follows them counts nothing."""

CURRENCIES: Final = table("""
    USD: $, us$, usd, dollar, dollars, cents
    AUD: a$, au$, aud
    CAD: c$, ca$, cad
    NZD: nz$
    GBP: £, gbp
    EUR: €, eur, euro, euros
    CHF: chf, francs
    JPY: ¥
    INR: ₹
""")

EFFECTS: Final = table("""
    d: d, cohen's d, cohens d, cohen d
    g: g, hedges' g, hedges g, hedge's g, hedges's g
    r: r
    SMD: smd, smds, standardised mean difference, standardized mean difference
    ES: es, effect size, effect sizes
    OR: or, aor, odds ratio, odds ratios
    HR: hr, hrs, ahr, hazard ratio, hazard ratios
    RR: rr, rrs, risk ratio, rate ratio, relative risk
    RD: risk difference
    NNT: nnt, number needed to treat, numbers needed to treat
    NNH: nnh, number needed to harm
""")
"""Names of measures of effect, with the short form that results carry."""

SINGLE_LETTER_EFFECTS: Final = listed("d g r")
"""Need an equals sign: letters mean too many things."""
CAPITAL_EFFECTS: Final = listed("or ors hr hrs rr rrs es")
"""Need capitals: lower-case they are words or units."""
