"""Figures beside treatments that are no claim that a treatment works, by kind.

Each kind is looked for in the clause of the figure; `TOLD` in what is said of a share of people.
"""

from __future__ import annotations

import re

from claimcheck.patterns import lazy
from claimcheck.statements.trials.lexicon import WordList, one_of

_SUMS = lazy(
    r"[$€£]\s?\d|(?:%|per ?cent) off(?! (?:the |their |all )?(?:\w+ )?(?:drug|med|antidep|opioid))"
)
_MONEY = WordList(
    """cost, costs, costing, price, prices, priced, pricing, pay, pays, paying, payment*, payer*,
    paid, fee, fees, euro, euros, dollar, dollars, pounds, discount*, deposit*, refund*, instal*,
    insur*, reimburs*, tax*, interest, ticket, tickets, cheaper, expensive, afford*, budget*,
    savings account, sliding scale, bill, bills, invoice*"""
)
_MARKET = WordList(
    """share price*, shares, stock, stocks, revenue*, sales, sold, profit*, net loss, losses,
    market*,
    invest*, analyst*, funding, funded for, fundrais*, donat*, raised, patent, patents, cash,
    runway, billion, billions, million, millions, startup*, clinics in, clinics has, clinics have,
    owns, stake, holders, acqui*, pipeline, portfolio, on schedule, workforce, jobs, telehealth,
    valuation, forecast*, chance of approval, chance of success, odds of approval,
    odds of success, probability of approval, probability of success, prescriptions"""
)
_OPINION = WordList(
    """in touch, voter*, vote, votes, voted, poll, polls, polled, opinion*, would, supporter*,
    support for,
    favour, favor, oppos*, willing*, interested, petition*, signatur*, will recommend,
    to recommend, recommend us, recommend our, satisf*, rate us, rated us, rate our, rating us,
    star, stars, feel able, wish*, want, wants, wanted, we expect, expects, expected, expect to,
    expect an, expect a, hopes, hoped,
    considering, legalis*, legaliz*, agree*, curious, aware, heard of, knew, know about, know of,
    knows of, advis*, panel*, committee*, juror*, referendum"""
)
_USE = WordList(
    """who give up, who stop, who quit, who try to, try to quit, tries to quit, tried to quit,
    attempt to quit, in any one year, adult smokers, respond to two, respond to at least,
    respond to standard, respond to conventional, respond to existing, respond to first-line,
    respond to the first, respond to a first, respond to their first, help by the first,
    have tried, has tried, had tried, ever tried, have used, has used, had used, ever used,
    have taken, has taken, had taken, ever taken, have microdosed, had microdosed, has microdosed,
    have ever, had ever, has ever, past year, past-year, past month, in any given, given year,
    lifetime, recreation*, festival*, teenager*, adults who use, self-medicat*, to manage,
    to cope, to deal with, the reason, a reason for, main reason, reasons, reason for coming,
    seizures rose, calls to, use among,
    use rose, use of, use stands, users rose, respondent*, surveyed, they use, they used, they take,
    they took, is used, are used, been used, prevalence"""
)
_ANIMALS = WordList(
    """mice, mouse, murine, rat, rats, rodent*, animal*, monkey*, primate*, macaque*, dogs,
    cats, pig, pigs, rabbit*, zebrafish, octop*, larvae, worm, worms, fruit flies, in vitro,
    cell culture*, petri, preclinical*"""
)
_BODY = WordList(
    """receptor*, cortex, cortical, corticosteroid*, brain network*, mode network*,
    salience network*, functional network*, brain's network*, brain’s network*, neuron*,
    neural, neurotransmitter*,
    neurogenesis, synap*, dendrit*, spine, spines, seroton*, dopamin*, glutam*, cortisol,
    oxytocin, hormone*, bdnf, gdnf, amygdala*, hippocamp*, thalam*, connectivity, plasticity,
    neuroplasticity, critical period, waves, eeg, fmri, pet scan*, half-life, half-lives, plasma,
    blood, bioavailab*, metaboli*, liver, kidney*, urine, enzyme*, peak, peaks, peaked,
    toleran*, alkaloid*, dried, by weight, dry weight, gland*, purity, yield*, melts, molar,
    venom, potency, potent, occupy, occupies, occupancy, interval, heart, pulse, ms, bind, binds,
    bladder*,
    cleared by, unchanged, onset, comes on within, come on within, drug test*, gene, genes,
    genetic*, temperature, dissociation, hallucinat*, broken down, break down, breaks down,
    amygdalae, brain activity, brain region*, brain cell*, brain network*, brain scan*"""
)
_HARM = WordList(
    """side effect*, adverse, nausea, vomit*, purge, purges, purged, dizz*, sedat*, overdos*,
    deaths, die within, dies by,
    die by, died by, dying within, die of, died of, die from, kill, kills, killed, mortality,
    bad trip*, challenging experience*, worse, worsen*, hospitali*"""
)
_RULES = WordList(
    """must, shall, ought, please, need to, needs to, needs at least, have to, has to,
    required, requires, eligib*, excluded, exclusion, accept*, admit*, turned away, turned down,
    headline, headlines, screen, screens, screened, screening, apply, applies, applied, applicant*,
    defin*, counts as,
    count as, criteria is, criteria are, criterion is, meaningful, ranges from 0, runs from, taper*,
    wean*, avoid, wait, waits, waiting, if your, your dose, plan on, dose by, dose is, dose below,
    doses below, per visit, places, book, books, booked, booking*, spots, seats, enrol, enrols,
    enroll*, enrolled, sign up, signed up, chance of getting, chance of receiving, chance of being,
    will be given, will be one, will be asked, power to, appointment*, visits, schedul*,
    half of the week, half of the talks, half of the course, half of the time, half of the day"""
)
_COMMAND = lazy(
    r"\A\W*(?:do not|don[’']t|keep|give yourself|allow) \w+|"
    r"\A\W*(?:an?\s)?(?:remission|response|relapse|success|recovery) (?:is|means) an?\b"
)
"""What one is told to do, and what words mean."""
_PERSONS = WordList(
    """our staff, its staff, their staff, the staff, of staff are, staff are, staff have,
    our guides, our facilitators, of our team, our team is, our team has, our team have,
    our therapists, our healers, our nurses,
    their therapists, our sessions, our talks, are women, were women, are men, were men, are female,
    were female, were male, are male, are veterans, were veterans, are white, were white,
    been black, were black, are young*, are old*, were aged, are aged,
    training, trained, student*, graduat*, certificat*, degree, degrees, years old, average age,
    born, married, divorce, marriages, live in, lived, cross, travel*, social workers,
    town, towns, county, counties, miles, square feet, seek, seeks, seeking, sought,
    referred, refer, wrong diagnosis, of any kind, get any treatment, get help, gets help,
    untreated, drop out, drops out, dropped out, dropout*, drop-out*, guess*, unblind*,
    placebo group*, company, companies, population, species, plant, plants"""
)
_SAYINGS = lazy(
    r"\bno (?:medicine|treatment|drug|therapy|one thing|cure|method) (?:works|helps|heals)|"
    r"110 ?(?:%|per)|(?:\d+|ten|twenty|half) ?(?:%|per ?cent|percent) (?:medicine|integration|"
    r"inspiration|preparation|mindset|work)\b"
)
_VISITS = lazy(r"\b\w+-free (?:\w+ )?(?:sessions?|visits?|meetings?)\b")
_BESIDE = lazy(
    r"\bshould\b(?! have\b)|\bare (?:over|under)\b(?! ?way\b)|(?<!than when they )(?<!before they )"
    r"\barriv\w*|(?<!than )\bwhen they (?:came in|entered|joined|enrol\w*)"
)
"""What one is to do, how old people are, and how they were before."""
_HISTORY = lazy(r"\b(?:1[0-8]\d\d|19[0-8]\d)\b|\bpapers\b")
"""What was before 1990 is no claim on the treatments of today."""
PATTERNS: tuple[re.Pattern[str], ...] = (_SUMS, _COMMAND, _SAYINGS, _VISITS, _BESIDE, _HISTORY)
KINDS = (
    _MONEY,
    _MARKET,
    _OPINION,
    _USE,
    _ANIMALS,
    _BODY,
    _HARM,
    _RULES,
    _PERSONS,
)
_DID = one_of(
    """tried, use, uses, used, using, take, takes, taking, taken, took, microdos*, drink, drank,
    smoke, smoked, buy, bought, own, believ*, think, thought, support*, back, favour*, favor*,
    want*, wish*, consider*, expect*, plan, plans, planned, prefer*, develop*, meet criteria,
    suffer*, experienc*, die, died, dies, get, receiv*, live, lived, living, drop out, dropped out,
    finish*, complet*, attend*, travel*, cross, book*, pay, pays, paid, choose*, chose, ask, asks,
    asked, name, named, mention*, cite, cited, identif*, vomit*, guess*, knew, know, return*,
    come back, came back, come with, came with, come from, came from, come for, came for,
    come here, came here, come to, came to"""
)
TOLD = lazy(
    r"\s*(?:,\s*)?(?:of\s+(?:(?!who|that|which)[\w’'-]+\s+){1,7}?)?(?:(?:who|that|also|have|had|has|"
    rf"ever|then|already|still|even|now|will|can|could|might|may)\s+)*{_DID}\b"
)
"""What a share of people did or thinks, that is no outcome."""
