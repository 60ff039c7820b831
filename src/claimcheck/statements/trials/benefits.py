"""Words for getting better, and for what people get better from, whatever the disease."""

from __future__ import annotations

from claimcheck.statements.trials.lexicon import WordList

SURE = WordList(
    """improv*, better, reliev*, relief, ease, eases, eased, easing, allay*, alleviat*, lessen*,
    heal, heals, healed, healing, cure, cures, cured, curing, curative, mend, mends, mended,
    recover, recovers, recovered, recovering, recovery, benefit, benefits, benefited, benefitted,
    success rate*, rate of success, successful*, succeed*, effective, effectiveness, efficac*,
    outdo*, outdid, outperform*, respond, responds, responded, responding, responder*, response*,
    remission*, remit, remits, remitted, relapse, relapses, relapsed, relapsing, recur*,
    halv*, plung*, plummet*, shrink*, shrank, shrunk, slump*, slash*, blunt*, soften*, sank, sink*,
    disappear*, vanish*, melt*, dissolv*, dispel*, banish*, erase*, erasing, eradicat*,
    extinguish*, snuff*, eliminat*, resolv*, goes away, went away, go away, wipe + out,
    wipes + out, wiped + out, wiping + out, wipe + away, wipes + away, wiped + away,
    take + away, takes + away, took + away, taken + away, rid of, rids, no longer, no more,
    never again, never need*, never return*, never came, never come*, at bay, in check,
    conquer*, overcome*, overcame, overcoming, kick + habit, kicked + habit, kicks + habit,
    turns off, turned off, switches off, switched off, silences, silenced, quiet*, interrupts,
    interrupted,
    symptom-free, drug-free, pain-free, smoke-free, alcohol-free, opioid-free, depression-free,
    medication-free, sober, sobriety, abstinen*, abstain*, restor*, regain*, sooth*, calmer,
    happier, lighter, healthier, healthy range, normal range, in the healthy, below the cut-off,
    below the cutoff, below + cut-off, below + cutoff, below + threshold,
    below the threshold, below threshold, life back, lives back, life around, lives around,
    on their feet, feet again, rescu*, bring + back, brings + back, brought + back, bounce* back,
    turnaround, turned a corner, out of danger, out of crisis, out of the woods, climb + out,
    climbed + out, pull* + out, survived, survives, never touch, keep* + off, kept + off,
    get* + off, got + off, stay* off,
    out of hospital, need no, needs no, needed no, need less, needed less, need fewer,
    reason to live, sleep through, slept through, sleeps through, return to work, returned to work,
    back to work, back at work, slide back, slid back, slides back, fall back,
    fell back, thriv*, flourish*, at peace, put to rest, joy, goodbye, thing of the past,
    behind them, behind him, behind her, behind you, afterglow, throw away, threw away,
    thrown away, off antidepressant*, off their med*, off their pill*, off medic*,
    off their antidepressant*, off all med*, off drugs, off opioid*, off alcohol, off the pill*,
    off the drink, off the street*, off the + list, free of, free from, set free,
    get over, gets over, got over, getting over, never go back, never goes back, never went back,
    bin + pills, binned + pills, ditch + pills, ditched + pills, took + off, takes + off,
    rid, well again, are well, were well, get well, gets well, got well, stay well, stays well,
    stayed well, well after, track record, gone back, went back, still have, still had,
    still meet, still met, off pills, off the bottle, off cigarettes, off the drug*,
    off + medication*, off + meds, off + antidepressant*, off + pills, make + peace with,
    makes + peace with,
    made + peace with"""
)
"""Somebody got better, or did not."""
LOOSE = WordList(
    """help, helps, helped, helping, work, works, worked, well, fix, fixes, fixed, treats, repair*,
    reduc*, lower, lowers, lowered, lowering, decreas*, declin*, drop, drops, dropped, dropping,
    fall, falls, fallen, falling, fell, cut, cuts, cutting, less, fewer, dent, dents, dented, fade,
    fades, faded, shed, sheds, curb*, milder, gentler, weaker, weaken*, tame, tames,
    tamed, ebb*, dwindl*, down,
    gone, clear, clears, cleared, clearing, knock*, crush*, end, ends, ended, ending, stop, stops,
    stopped, stopping,
    halt*, quit, quits, quitting, break, breaks, broke, broken, quieten*, defeat*, beat, beats,
    beaten, beating, absent, below, back from, out of their, out of her, out of his, came back,
    come back, comes back,
    coming back,
    return, returns, returned,
    returning, ceas*, silent, lose, loses, losing, lost, shake off, shook off, shakes off, behind,
    let go, left,
    leave, leaves, leaving, free, frees, freed, freeing, freedom, without, give up, gives up,
    gave up,
    given up, giving up, turned their back*, done with, over it, stay, stays, stayed, remain,
    remains, remained, lift, lifts, lifted, lifting, prevent*, clean, dry, calm*, happy, healthy,
    normal, normally, again, transform*, keep, keeps, keeping, kept, gain, gains, gained, rebound*,
    punch, memory, ease off, boost*, lighten*, loosen*, unlock*, dissipat*, subsid*, back to life,
    progress*, success, stabilis*, stabiliz*, do away with, does away with, did away with,
    done away with, doing away with"""
)
"""The same, where it is said of what people suffer from."""
COMPLAINT = WordList(
    """symptom*, attack, attacks, crave*, craving*, urge, urges, nightmare*, flashback*, panic,
    pain, pains, ache*, tremor*, compulsion*, obsession*, withdrawal, addict, addicts, addicted,
    addiction*, dependent, dependence, dependency, habit, habits, drinking, smoking, smoker,
    smokers, cigarette*, alcohol, alcoholi*, drinker, drinkers, mood, moods, sleep, trauma*,
    grief, griev*, dread, fear, fears, sadness, despair, distress, misery, suffer*, disabilit*,
    disorder, disorders, illness*, disease, condition, conditions, score, scores, rating, ratings,
    severity, diagnosis, diagnoses, criteria, relapse, relapses, hopeless*, lonel*, stress,
    worry, worries, rumination, sick days, quality of life, wellbeing, well-being, headache*,
    binge*, purging, hot flushes, hot flashes, intrusive, hypervigilan*, detox*, clean, sober,
    blues, demons, darkness, meltdown*, crisis, outburst*, insomnia, black dog, the drug, drugs,
    opioid*,
    medication*, medicines,
    meds, pills, painkiller*, antidepressants,
    readmission*"""
)
"""What people get better from, beside the diseases that the base names."""
LASTING = WordList(
    """felt, last, lasts, lasted, lasting, persist*, sustain*, endur*, remain*, maintain*, held,
    hold,
    holds, holding, continu*, durable, still, stay*, keep*, kept, linger*, wear off, wears off,
    wore off, worn off, fade, fades, faded, subsid*, goes on, go on, carry on, carries on,
    carried on, expect, enjoy*, gone, over after, protect*, good for, delay*, runs out, run out,
    ran out,
    evaporat*, gives, give,
    gave, with you, brings, bring, brought, buys, buy, bought, provid*, yield*, offer*, deliver*"""
)
HELPS = WordList("help, helps, helped, work, works, worked, frees, freed, fixes, fixed, treats")
"""The same, where the share of people comes next."""
GOOD = WordList(
    """effect, effects, benefit, benefits, improvement*, gain, gains, relief, result, results,
    response, remission, reduction*, lift, boost, afterglow, punch, glow, freedom, recovery,
    respite, peace, calm, abstinence, sobriety, change, changes, progress, stability,
    wellbeing, well-being, magic, impact, relapse, antidepressant, success, protection, lightness,
    action"""
)
"""What lasts."""
