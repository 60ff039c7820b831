"""Words with a full stop that may not end a sentence, by how they behave.

Looked up in lower case; those that are also ordinary words count only with a capital.
"""

from __future__ import annotations

from claimcheck.drafts.words import words

GO_ON = words(
    """
    cf e.g i.e eg ie viz vs v approx ca resp incl excl aka a.k.a op loc n.b inter vgl bzw z.b d.h
    """
)
"""Always followed by more of their sentence."""

TITLES = words(
    """
    dr drs prof profs mr mrs ms mx messrs st ste mt ft rev hon gen col lt sgt capt cpt cmdr gov sen
    rep pres supt fr sr msgr
    """
)
"""With a capital, always followed by a name."""

NUMBERED = words(
    """
    no nos nr p pp pg fig figs tab tbl eq eqs ref refs sec sect ch chap vol vols app suppl
    para paras pt pts ex exs ed eds cl
    """
)
"""Followed by a number that belongs to them."""

ENDING = words(
    """
    al inc ltd co corp plc llc gmbh bros jr sr esq dept univ inst assoc ave blvd rd dist
    max avg min hr hrs yr yrs wk wks mo mos secs wt ht conc dil tabs inj vit sp spp var subsp
    ibid cit et ff seq repr orig rpt tel ext attn encl
    """
)
"""End a sentence where the next word is one that often begins a sentence."""

WITH_CAPITAL = words(
    """
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb
    nev okla ore pa tenn tex va vt wash wis wyo ont que alta est
    med psychiatr psychopharmacol psychol neurosci neuropsychopharmacol clin sci natl acad proc am
    br int j eur can aust nat ann arch biol res exp ther behav addict neurol lett transl pharmacol
    pharmacother toxicol epidemiol affect disord intern surg anesth physiol mol chem biochem genet
    engl rep trans cap
    """
)
"""Months, days, states, words of journal names: as `ENDING`, but only with a capital."""

COUNTRIES = words("u.s u.k u.n e.u u.s.a u.a.e")
AFTER_COUNTRY = words(
    """
    food drug department dept senate senator sen rep house congress congressional veterans army
    navy air marine marines military government federal fda dea hhs nih va patent national centers
    preventive supreme court district attorney pharmacopeia pharmacopoeia president
    representative representatives securities public health surgeon agency drug enforcement
    citizens dollars secretary treasury justice state states customs office medicines psychiatric
    psychedelic biobank parliament home constitution special ambassador
    """
)
"""What may follow a country's abbreviation as one name."""

LABELLED = words(
    """
    schedule phase type class part parts group groups arm arms cohort stage grade category tier
    vitamin hepatitis study session visit week day table figure fig appendix section panel plan
    option arm model list annex title criterion cluster axis level step item question bipolar
    """
)
"""Words after which a single letter is a label, not an initial."""

STARTERS = words(
    """
    the a an in on at of for from with by to as after before during since while when where if
    it its this that these those they there we our you your he she his her i my both all most
    many some several few no not each every more less however but and or so yet still also then
    although though because despite moreover furthermore meanwhile overall participants patients
    people results researchers investigators response remission two three four five only unlike
    until once under over across between among about around nearly almost such another other
    others here now today finally first second third next later earlier recently currently
    together instead nevertheless nonetheless therefore thus hence additionally importantly
    ultimately notably similarly conversely consequently specifically what why how who which
    whether according based given following further even just like per one scientists experts
    critics regulators data findings side adverse treatment subjects volunteers doctors therapists
    clinicians studies trials research evidence neither either none nothing
    """
)
"""Words that often begin a sentence, and rarely a name."""

SURNAMES = words("he you so still all most both an my many few two three four five one may will")
"""Starters that are surnames too: after an initial they begin no sentence."""

ABBREVIATIONS = GO_ON | TITLES | NUMBERED | ENDING | WITH_CAPITAL
"""Every word that needs a closer look."""
