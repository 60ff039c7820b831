"""Words for getting better, and for what people get better from, whatever the disease."""

from __future__ import annotations

from claimcheck.statements.trials.lexicon import any_word

_LESS = """
    reduc*, reduction*, lower, lowers, lowered, lowering, lessen*, decreas*, declin*, drop, drops,
    dropped, dropping, fall, falls, fallen, falling, fell, plung*, plummet*, shrink*, shrank,
    shrunk, sank, slump*, slash*, cut, cuts, cutting, less, fewer, halv*, dent, dents, dented,
    fade, fades, faded, shed, sheds, blunt*, curb*, tame, tames, tamed, ebb*, dwindl*, down
"""
_GONE = """
    gone, goes away, went away, go away, disappear*, vanish*, melt*, dissolv*, dispel*, banish*,
    erase*, erasing, eradicat*, extinguish*, eliminat*, resolv*, clear, clears, cleared, clearing,
    wipe + out, wipes + out, wiped + out, wiping out, wipe away, wipes away, wiped away,
    take away, takes away, taking away, took away, taken away, knock*, crush*, end, ends, ended,
    ending, stop, stops, stopped, stopping, halt*, quit, quits, quitting, kick + habit,
    kick their, kicked the, kicked their, kicks the, break, breaks, broke, broken, interrupt*,
    silenc*, quieten*, conquer*, overcome*, overcame, overcoming, defeat*, beat, beats, beaten,
    lose, loses, losing, lost, shake off, shook off, shakes off, behind, let go, left, leave,
    leaves, leaving, rid, rids, free, frees, freed, freeing, freedom, no longer, no more, without,
    never again, never need*, never return*, never came, never come*, at bay, in check, put to rest,
    give up, gives up, gave up, given up, giving up, throw away, threw away, thrown away,
    off antidepressant*, off their med*, off their pill*, off medic*, off their antidepressant*,
    off all med*,
    off drugs, off opioid*, off alcohol, off the pill*, off the drink,
    off the street*, off pills, off the bottle, off cigarettes, off the drug*, turned their back*,
    done with, over it
"""
_WELL = """
    improv*, better, well, reliev*, relief, ease, eases, eased, easing, allay*, alleviat*, help,
    helps, helped, helping, heal*, cure, cures, cured, curing, curative, treats, fix, fixes, fixed,
    mend, mends, mended, repair*, recover*, benefit*, success*, succeed*, effective*, efficac*,
    work, works, worked, outdo*, outdid, outperform*, stay, stays, stayed, remain, remains,
    remained, respond, responds, responded, response*, responder*, responsive, remission*, remit*,
    relaps*, recur*, lift, lifts, lifted, lifting, prevent*, clean, sober, sobriety, abstinen*,
    abstain*, dry, symptom-free, drug-free, pain-free, smoke-free, alcohol-free, opioid-free,
    depression-free, medication-free, restor*, regain*, calm*, sooth*, happy, happier, calmer,
    lighter, stronger, healthy, healthier, healthful, normal, normally, again, life back,
    lives back, lives around, life around, rescu*, save their, saved their, saves lives,
    bring back, brings back, brought back, bounce back, bounced back, transform*, turnaround,
    out of danger, out of crisis, out of the woods, keep, keeps, keeping, kept, rebound*, progress,
    gain, gains, gained, smile*, smiling, afterglow, punch, slide back, slid back, slides back,
    fall back, fell back, thriv*, flourish*, functional again, at peace, turned a corner, blossom*
"""
BENEFIT = any_word(_LESS, _GONE, _WELL)
"""Somebody got better, or did not."""
COMPLAINT = any_word(
    """symptom*, attack, attacks, crave*, craving*, nightmare*, flashback*, panic, pain, pains,
    painful, ache*, tremor*, compulsion*, obsession*, withdrawal, addict, addicts, addicted,
    addiction*, dependent, dependence, dependency, habit, habits, drinking, smoking, smoker,
    smokers, alcohol, alcoholi*, drinker, drinkers, mood, moods, low mood, sleep, sleeping,
    trauma*, grief, griev*, dread, fear, fears, sadness, despair, distress, misery, suffer*,
    disabilit*, disorder, disorders, illness*, disease, condition, conditions, score, scores,
    rating, ratings, severity, diagnosis, diagnoses, criteria, relapse, relapses, hopeless*,
    lonel*, stress, worry, worries, rumination, sick days, quality of life, wellbeing, well-being,
    headache*, binge*, purging, hot flushes, hot flashes, intrusive, hypervigilan*, detox*,
    clean, sober, patient, patients, blues, demons, darkness, meltdown*, outburst*, insomnia"""
)
"""What people get better from, beside the diseases that the base names."""
LASTING = any_word(
    """last, lasts, lasted, lasting, persist*, sustain*, endur*, remain*, maintain*, held, hold,
    holds, holding, continu*, durable, still, stay*, keep*, kept, linger*, wear off, wears off,
    wore off, worn off, fade, fades, faded, goes on, go on, carry on, carries on, carried on,
    protect*, good for, delay*, runs out, run out, ran out, evaporat*, gives, give, gave, with you,
    brings, bring, brought, buys, buy, bought, provid*, yield*, offer*, deliver*"""
)
GOOD = any_word(
    """effect, effects, benefit, benefits, improvement*, gain, gains, relief, result, results,
    response, remission, reduction*, lift, boost, afterglow, punch, glow, freedom, recovery,
    respite, peace, calm, abstinence, sobriety, change, changes, progress, stability, mood,
    wellbeing, well-being, magic, impact, relapse, antidepressant, success, protection, lightness"""
)
"""What lasts."""
