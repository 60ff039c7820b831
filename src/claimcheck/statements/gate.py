# Names that texts use for the things the base speaks about.
#
# `synonyms` match regardless of case, hyphens and plural; `exact` only in this very spelling;
# `ambiguous` only near a word of `context`. Public identifiers are given where they are certain.

compounds:
  - id: psilocybin
    name: psilocybin
    synonyms:
      - psilocybine
      - magic mushroom
      - psilocybin mushroom
      - psilocybin-containing mushroom
      - psychedelic mushroom
      - hallucinogenic mushroom
      - psilocybe mushroom
      - Psilocybe cubensis
      - synthetic psilocybin
      - psilocybin-assisted
      - 4-phosphoryloxy-N,N-dimethyltryptamine
      - 4-PO-DMT
    ambiguous: [shrooms, mushroom, magic truffles, truffle]
    context:
      - ceremony
      - magic
      - psychedelic
      - psilocybin
      - hallucinogen
      - hallucinogenic
      - psilocin
      - trip
      - dose
      - therapy
      - depression
      - trial
      - LSD
      - MDMA
      - retreat
    identifiers: {unii: 2RV7212BP0, mesh: D011562}
  - id: comp360
    name: COMP360
    synonyms: [COMP-360, COMP360 psilocybin, psilocybin COMP360, Compass psilocybin]
    broader: psilocybin
    note: Synthetic, crystalline psilocybin of Compass Pathways.
  - id: pex010
    name: PEX010
    synonyms: [PEX-010]
    broader: psilocybin
    note: Psilocybin extracted from mushrooms, made by Filament Health; used in several academic trials.
  - id: psilocin
    name: psilocin
    synonyms: [psilocine, 4-HO-DMT, '4-hydroxy-N,N-dimethyltryptamine', 4-hydroxy-DMT]
    identifiers: {unii: CMS88KUW1F}
    note: What the body makes of psilocybin, and the substance that acts.
  - id: ele-101
    name: ELE-101
    synonyms: [ELE101, intravenous psilocin, IV psilocin, psilocin benzoate]
    broader: psilocin
  - id: trp-8803
    name: TRP-8803
    synonyms: [TRP8803, IV-infused psilocin]
    broader: psilocin
  - id: deuterated-psilocin
    name: deuterated psilocin
    synonyms:
      - deuterated psilocin analog
      - deuterated psilocin analogue
      - deuterated psilocybin
      - deuterated psilocybin analog
      - deuterated psilocybin analogue
  - id: cyb003
    name: CYB003
    synonyms: [CYB-003, HLP003, HLP-003]
    broader: deuterated-psilocin
    note: Renamed HLP003 when Cybin became Helus Pharma.
  - id: re104
    name: RE104
    synonyms: [RE-104, luvesilocin, RE104 for Injection]
    note: Prodrug of 4-OH-DiPT, a relative of psilocin; given under the skin.
  - id: bretisilocin
    name: bretisilocin
    synonyms: [GM-2505, GM2505, 5-fluoro-MET]
  - id: mdma
    name: MDMA
    synonyms:
      - 3,4-methylenedioxymethamphetamine
      - methylenedioxymethamphetamine
      - 3,4-methylenedioxy-methamphetamine
      - midomafetamine
      - MDMA-assisted
      - MDMA capsules
    exact: [MDMA]
    ambiguous: [ecstasy, molly, mandy]
    context:
      - MDMA
      - drug
      - psychedelic
      - therapy
      - dose
      - pill
      - PTSD
      - entactogen
      - trial
      - street
      - FDA
      - approved
      - schedule
    identifiers: {unii: KE1SEN21RM, mesh: D018817}
  - id: r-mdma
    name: R-MDMA
    synonyms: [(R)-MDMA, EMP-01, EMP01]
    broader: mdma
  - id: methylone
    name: methylone
    synonyms: ['3,4-methylenedioxy-N-methylcathinone', methylenedioxymethcathinone, bk-MDMA]
  - id: tsnd-201
    name: TSND-201
    synonyms: [TSND201]
    broader: methylone
  - id: lsd
    name: LSD
    synonyms:
      - lysergide
      - lysergic acid diethylamide
      - d-lysergic acid diethylamide
      - LSD-25
      - LSD-assisted
    exact: [LSD]
    identifiers: {unii: 8NA5SWF92O, mesh: D008238}
  - id: mm120
    name: MM120
    synonyms:
      - MM-120
      - DT120
      - DT-120
      - DT120 ODT
      - MM120 ODT
      - lysergide D-tartrate
      - lysergide tartrate
    broader: lsd
    note: Renamed DT120 when MindMed became Definium Therapeutics.
  - id: dmt
    name: DMT
    synonyms: ['N,N-dimethyltryptamine', dimethyltryptamine, 'N,N-DMT', DMT fumarate, DMT-assisted]
    exact: [DMT]
    identifiers: {unii: WUB601BHAA, mesh: D004130}
  - id: spl026
    name: SPL026
    synonyms: [SPL-026]
    broader: dmt
  - id: deuterated-dmt
    name: deuterated DMT
    synonyms: [CYB004, CYB-004, HLP004, HLP-004, SPL028, deuterated dimethyltryptamine]
    broader: dmt
  - id: vls-01
    name: VLS-01
    synonyms: [VLS01, VLS-01-BU, buccal DMT]
    broader: dmt
  - id: 5-meo-dmt
    name: 5-MeO-DMT
    synonyms:
      - mebufotenin
      - 5-methoxy-N,N-dimethyltryptamine
      - 5-methoxy-DMT
      - 5-methoxydimethyltryptamine
      - 5MeO-DMT
      - 5-MeO
      - toad venom
      - toad medicine
      - bufo
      - bufo alvarius
      - Sonoran Desert toad
    identifiers: {unii: X0MKX3GWU9}
  - id: gh001
    name: GH001
    synonyms: [GH-001, inhaled mebufotenin]
    broader: 5-meo-dmt
  - id: bpl-003
    name: BPL-003
    synonyms: [BPL003, mebufotenin benzoate, mebufotenin nasal spray]
    broader: 5-meo-dmt
  - id: ayahuasca
    name: ayahuasca
    synonyms: [yage, yagé, hoasca, huasca, ayahuasca brew]
  - id: ibogaine
    name: ibogaine
    synonyms: [iboga, magnesium-ibogaine, ibogaine hydrochloride, Tabernanthe iboga]
    identifiers: {unii: 3S814I130U, mesh: D007050}
  - id: noribogaine
    name: noribogaine
    synonyms: [DMX-1001, 12-hydroxyibogamine]
  - id: mescaline
    name: mescaline
    synonyms: [peyote, San Pedro cactus, huachuma, wachuma, '3,4,5-trimethoxyphenethylamine']
    ambiguous: [San Pedro]
    context: [mescaline, cactus, ceremony, medicine, huachuma, retreat, plant]
    identifiers: {unii: RHO99102VC, mesh: D008635}
  - id: 2c-b
    name: 2C-B
    synonyms: ['4-bromo-2,5-dimethoxyphenethylamine']
  - id: salvinorin-a
    name: salvinorin A
    synonyms: [Salvia divinorum]
  - id: ketamine
    name: ketamine
    synonyms:
      - racemic ketamine
      - intravenous ketamine
      - IV ketamine
      - ketamine infusion
      - ketamine hydrochloride
      - ketamine lozenge
      - ketamine troche
      - oral ketamine
      - ketamine-assisted
      - Ketalar
    identifiers: {unii: 690G0D6V8H, mesh: D007649, rxcui: '6130'}
  - id: esketamine
    name: esketamine
    synonyms:
      - Spravato
      - esketamine nasal spray
      - intranasal esketamine
      - esketamine hydrochloride
      - S-ketamine
      - (S)-ketamine
      - ketamine nasal spray
      - ketamine-based nasal spray
      - ketamine-based antidepressant
    identifiers: {unii: 50LFG02TXD}
  - id: arketamine
    name: arketamine
    synonyms: [R-ketamine, (R)-ketamine, PCN-101]
  - id: escitalopram
    name: escitalopram
    synonyms: [Lexapro, Cipralex, escitalopram oxalate]
    identifiers: {unii: 4O4S742ANY, rxcui: '321988'}
  - id: citalopram
    name: citalopram
    synonyms: [Celexa, Cipramil]
  - id: sertraline
    name: sertraline
    synonyms: [Zoloft, Lustral]
    identifiers: {rxcui: '36437'}
  - id: fluoxetine
    name: fluoxetine
    synonyms: [Prozac]
    identifiers: {rxcui: '4493'}
  - id: paroxetine
    name: paroxetine
    synonyms: [Paxil, Seroxat]
  - id: venlafaxine
    name: venlafaxine
    synonyms: [Effexor, Efexor]
  - id: duloxetine
    name: duloxetine
    synonyms: [Cymbalta]
  - id: bupropion
    name: bupropion
    synonyms: [Wellbutrin, Zyban]
  - id: vortioxetine
    name: vortioxetine
    synonyms: [Trintellix, Brintellix]
  - id: quetiapine
    name: quetiapine
    synonyms: [quetiapine extended release, quetiapine XR, Seroquel]
    identifiers: {unii: BGL0JSY5SI, rxcui: '51272'}
  - id: aripiprazole
    name: aripiprazole
    synonyms: [Abilify]
  - id: brexpiprazole
    name: brexpiprazole
    synonyms: [Rexulti]
  - id: zuranolone
    name: zuranolone
    synonyms: [Zurzuvae]
  - id: brexanolone
    name: brexanolone
    synonyms: [Zulresso]
  - id: niacin
    name: niacin
    synonyms: [nicotinic acid, vitamin B3]
    identifiers: {unii: 2679MF687A, rxcui: '7393'}
  - id: nicotinamide
    name: nicotinamide
    synonyms: [niacinamide]
    identifiers: {unii: 25X51I8RD4}
  - id: diphenhydramine
    name: diphenhydramine
    synonyms: [Benadryl, antihistamine placebo]
    identifiers: {unii: 8GTS82S83M, rxcui: '3498'}
  - id: midazolam
    name: midazolam
    synonyms: [Versed]
    identifiers: {unii: R60L0SM5BC, rxcui: '6960'}
  - id: lorazepam
    name: lorazepam
    synonyms: [Ativan]
  - id: methylphenidate
    name: methylphenidate
    synonyms: [Ritalin]
    identifiers: {unii: 207ZZ9QZ49, rxcui: '6901'}
  - id: dextroamphetamine
    name: dextroamphetamine
    synonyms: [dexamphetamine, d-amphetamine, dexamfetamine]
    identifiers: {unii: TZ47U051FI}
  - id: mannitol
    name: mannitol
    identifiers: {unii: 3OWL53L36A}
  - id: lactose
    name: lactose
  - id: saline
    name: saline
    synonyms: [saline solution, normal saline, saline infusion]
  - id: ketanserin
    name: ketanserin
  - id: dextromethorphan
    name: dextromethorphan
    synonyms: [Auvelity, dextromethorphan-bupropion]
  - id: nicotine-patch
    name: nicotine patch
    synonyms: [nicotine replacement, nicotine replacement therapy, transdermal nicotine]
    ambiguous: [patch, patches]
    context: [smoking, smoker, nicotine, cigarette, tobacco, quit, quitting]
  - id: varenicline
    name: varenicline
    synonyms: [Chantix, Champix]
  - id: naltrexone
    name: naltrexone
    synonyms: [Vivitrol]
  - id: acamprosate
    name: acamprosate
  - id: disulfiram
    name: disulfiram
    synonyms: [Antabuse]
  - id: buprenorphine
    name: buprenorphine
    synonyms: [Suboxone]
  - id: methadone
    name: methadone

indications:
  - id: depression
    name: depression
    synonyms:
      - depressive disorder
      - depressive symptoms
      - depressive symptom
      - symptoms of depression
      - depressive episode
      - depressed
      - depressed patients
      - people with depression
      - antidepressant effect
    identifiers: {mesh: D003863}
  - id: mdd
    name: major depressive disorder
    synonyms:
      - major depression
      - major depressive episode
      - clinical depression
      - unipolar depression
      - recurrent depression
      - moderate-to-severe depression
      - moderate to severe major depressive disorder
    exact: [MDD]
    broader: depression
    identifiers: {mesh: D003865}
  - id: trd
    name: treatment-resistant depression
    synonyms:
      - treatment-resistant major depression
      - treatment-resistant major depressive disorder
      - treatment-resistant episode of major depression
      - treatment-resistant form of depression
      - drug-resistant depression
      - medication-resistant depression
      - therapy-resistant depression
      - resistant depression
      - refractory depression
      - difficult-to-treat depression
      - hard-to-treat depression
      - depression that resists treatment
      - depression that has not responded to treatment
      - stubborn depression
    exact: [TRD]
    broader: mdd
    identifiers: {mesh: D061218}
  - id: mdsi
    name: major depressive disorder with acute suicidal ideation or behaviour
    synonyms:
      - MDD with acute suicidal ideation or behavior
      - major depressive disorder with suicidal ideation
      - major depression with active suicidal ideation
      - depression with acute suicidal ideation
      - depression with imminent suicide risk
      - MDD with suicidal ideation
      - depressive symptoms in adults with suicidal thoughts
      - psychiatric emergency
      - depressive emergency
      - depressive emergencies
      - psychiatric emergencies
    exact: [MDSI]
    broader: [mdd, suicidality]
  - id: bipolar-depression
    name: bipolar depression
    synonyms:
      - bipolar II depression
      - bipolar 2 depression
      - bipolar type II depression
      - bipolar type II major depressive episode
      - bipolar II disorder
      - type II bipolar disorder
      - bipolar disorder type II
      - bipolar disorder
    broader: depression
    identifiers: {mesh: D001714}
  - id: postpartum-depression
    name: postpartum depression
    synonyms: [postnatal depression, post-partum depression, peripartum depression]
    exact: [PPD]
    broader: depression
    identifiers: {mesh: D019052}
  - id: persistent-depression
    name: persistent depressive disorder
    synonyms: [dysthymia, chronic depression]
    broader: depression
  - id: parkinsons-mood
    name: depression and anxiety in Parkinson's disease
    synonyms:
      - mood dysfunction in Parkinson's disease
      - depression in Parkinson's disease
      - Parkinson's disease
      - Parkinson disease
    broader: depression
  - id: suicidality
    name: suicidality
    synonyms:
      - suicidal ideation
      - suicidal thoughts
      - suicidal thinking
      - suicidal behaviour
      - suicidal behavior
      - suicide risk
      - risk of suicide
      - severe suicidal ideation
  - id: ptsd
    name: post-traumatic stress disorder
    synonyms:
      - posttraumatic stress disorder
      - post-traumatic stress
      - posttraumatic stress
      - complex PTSD
      - severe PTSD
      - chronic PTSD
      - shell shock
    exact: [PTSD]
    identifiers: {mesh: D013313}
  - id: anxiety
    name: anxiety
    synonyms: [anxiety disorder, anxiety symptoms, symptoms of anxiety, anxious]
    identifiers: {mesh: D001008}
  - id: gad
    name: generalised anxiety disorder
    synonyms:
      - generalized anxiety disorder
      - generalised anxiety
      - generalized anxiety
    exact: [GAD]
    broader: anxiety
  - id: social-anxiety
    name: social anxiety disorder
    synonyms: [social anxiety, social phobia]
    broader: anxiety
  - id: social-anxiety-autism
    name: social anxiety in autistic adults
    synonyms:
      - autistic adults
      - social anxiety in autism
      - adults on the autism spectrum
      - social anxiety in adults with autism
    broader: social-anxiety
  - id: cancer-distress
    name: depression or anxiety with life-threatening cancer
    synonyms:
      - cancer-related distress
      - cancer-related anxiety
      - cancer-related depression
      - cancer-related psychological distress
      - life-threatening cancer
      - advanced-stage cancer
      - advanced cancer
      - terminal cancer
      - cancer patients
      - patients with cancer
      - people with cancer
      - depression in cancer
    broader: end-of-life-distress
  - id: breast-cancer
    name: breast cancer
  - id: prostate-cancer
    name: prostate cancer
  - id: end-of-life-distress
    name: distress with life-threatening illness
    synonyms:
      - end-of-life anxiety
      - end-of-life distress
      - existential distress
      - existential anxiety
      - death anxiety
      - fear of death
      - life-threatening illness
      - life-threatening disease
      - life-limiting illness
      - life-limiting condition
      - terminal illness
      - terminally ill
      - serious illness
      - palliative care
  - id: demoralisation
    name: demoralisation
    synonyms: [demoralization, demoralisation syndrome, long-term AIDS survivors]
  - id: prolonged-grief
    name: prolonged grief
    synonyms: [prolonged grief disorder, cancer-related bereavement, complicated grief]
  - id: adjustment-disorder
    name: adjustment disorder
    synonyms: [adjustment disorder due to cancer]
  - id: burnout
    name: burnout
    synonyms: [occupational burnout, clinician burnout, burnt out clinicians, burnt out, burned out]
  - id: substance-use-disorder
    name: substance use disorder
    synonyms: [addiction, substance abuse, drug addiction, drug dependence, substance dependence]
    exact: [SUD, SUDs]
  - id: aud
    name: alcohol use disorder
    synonyms:
      - alcohol dependence
      - alcoholism
      - alcohol addiction
      - problem drinking
      - heavy drinkers
    exact: [AUD]
    ambiguous: [alcoholic]
    context: [treated, treatment, patients, addiction, recovering, abstinent, LSD, psilocybin, ketamine, helped]
    broader: substance-use-disorder
    identifiers: {mesh: D000437}
  - id: tobacco-use-disorder
    name: tobacco use disorder
    synonyms:
      - smoking cessation
      - tobacco addiction
      - tobacco dependence
      - nicotine addiction
      - nicotine dependence
      - nicotine use disorder
      - cigarette smoking
      - smoking addiction
      - smokers
      - quit smoking
    exact: [TUD]
    broader: substance-use-disorder
    identifiers: {mesh: D014029}
  - id: opioid-use-disorder
    name: opioid use disorder
    synonyms:
      - opioid dependence
      - opioid addiction
      - opiate addiction
      - opiate dependence
      - heroin addiction
      - opioid withdrawal
    exact: [OUD]
    broader: substance-use-disorder
    identifiers: {mesh: D009293}
  - id: cocaine-use-disorder
    name: cocaine use disorder
    synonyms: [cocaine addiction, cocaine dependence, cocaine use]
    broader: substance-use-disorder
    identifiers: {mesh: D019970}
  - id: methamphetamine-use-disorder
    name: methamphetamine use disorder
    synonyms:
      - methamphetamine addiction
      - methamphetamine dependence
      - methamphetamine use
      - amphetamine-type stimulant use disorder
      - stimulant use disorder
    broader: substance-use-disorder
  - id: cannabis-use-disorder
    name: cannabis use disorder
    synonyms: [cannabis dependence]
    broader: substance-use-disorder
  - id: gambling-disorder
    name: gambling disorder
    synonyms: [gambling addiction]
  - id: ocd
    name: obsessive-compulsive disorder
    exact: [OCD]
    identifiers: {mesh: D009771}
  - id: body-dysmorphic-disorder
    name: body dysmorphic disorder
    synonyms: [body dysmorphia]
    exact: [BDD]
    identifiers: {mesh: D057215}
  - id: anorexia-nervosa
    name: anorexia nervosa
    synonyms: [anorexia]
    broader: eating-disorder
    identifiers: {mesh: D000856}
  - id: bulimia-nervosa
    name: bulimia nervosa
    synonyms: [bulimia]
    broader: eating-disorder
  - id: binge-eating-disorder
    name: binge eating disorder
    broader: eating-disorder
  - id: eating-disorder
    name: eating disorder
  - id: adhd
    name: attention-deficit hyperactivity disorder
    exact: [ADHD]
  - id: autism
    name: autism
    synonyms: [autism spectrum disorder, autistic people]
    exact: [ASD]
  - id: borderline-personality-disorder
    name: borderline personality disorder
  - id: schizophrenia
    name: schizophrenia
    synonyms: [negative symptoms of schizophrenia]
  - id: alzheimers
    name: Alzheimer's disease
    synonyms: [Alzheimer disease, mild cognitive impairment, dementia]
  - id: tbi
    name: traumatic brain injury
    synonyms: [traumatic brain injuries, brain injury, concussion, post-concussion syndrome]
    exact: [TBI]
  - id: migraine
    name: migraine
    synonyms: [migraine headache, chronic migraine]
  - id: cluster-headache
    name: cluster headache
  - id: chronic-pain
    name: chronic pain
    synonyms: [chronic low back pain, phantom limb pain, neuropathic pain]
  - id: fibromyalgia
    name: fibromyalgia
  - id: irritable-bowel-syndrome
    name: irritable bowel syndrome
    exact: [IBS]
  - id: post-treatment-lyme
    name: post-treatment Lyme disease
    synonyms: [post-treatment Lyme disease syndrome, chronic Lyme disease]
  - id: panic-disorder
    name: panic disorder
    synonyms: [panic attacks, agoraphobia]
    broader: anxiety
  - id: insomnia
    name: insomnia
    synonyms: [sleep disorder, sleep disorders]
  - id: psychosis
    name: psychosis
    synonyms: [psychotic disorder, psychotic depression]
  - id: mania
    name: mania
    synonyms: [bipolar mania, manic episode]
  - id: tourettes
    name: Tourette syndrome
    synonyms: [Tourette's syndrome, Tourette's]
  - id: chronic-fatigue
    name: chronic fatigue syndrome
    synonyms: [myalgic encephalomyelitis]
  - id: epilepsy
    name: epilepsy
  - id: multiple-sclerosis
    name: multiple sclerosis
  - id: stroke
    name: stroke
    synonyms: [stroke recovery]
  - id: als
    name: amyotrophic lateral sclerosis
    exact: [ALS]
  - id: obesity
    name: obesity
  - id: fragile-x
    name: fragile X syndrome
    synonyms: [fragile X]
  - id: rett
    name: Rett syndrome
  - id: internet-gaming
    name: internet gaming disorder
  - id: anaesthesia
    name: anaesthesia
    synonyms: [anesthesia, anaesthetic, anesthetic, surgical anaesthesia, general anaesthesia]
  - id: healthy-volunteers
    name: healthy volunteers
    synonyms: [healthy volunteer, healthy participants, healthy adults, healthy subjects]

scales:
  - id: madrs
    name: Montgomery–Åsberg Depression Rating Scale
    synonyms:
      - Montgomery-Åsberg Depression Rating Scale
      - Montgomery Asberg Depression Rating Scale
      - Montgomery–Asberg scale
      - Montgomery-Åsberg scale
    exact: [MADRS, MADRS-10]
    low: 0
    high: 60
    better: lower
    measures: [depression, mdd, trd, bipolar-depression, postpartum-depression, mdsi]
  - id: grid-hamd
    name: GRID-Hamilton Depression Rating Scale
    synonyms:
      - GRID Hamilton Rating Scale for Depression
      - GRID-HAMD-17
      - GRID-HAM-D-17
      - GRID-HAM-D
    exact: [GRID-HAMD, GRID-HAM-D, GRID HAMD]
    low: 0
    high: 52
    better: lower
    broader: hamd
    measures: [depression, mdd]
  - id: hamd
    name: Hamilton Depression Rating Scale
    synonyms:
      - Hamilton Rating Scale for Depression
      - Hamilton depression scale
      - Hamilton scale for depression
    exact: [HAM-D, HAMD, HDRS, HRSD]
    better: lower
    measures: [depression, mdd, trd]
    note: Versions of 6, 17, 21, 24 and 25 items differ in range.
  - id: hamd-17
    name: 17-item Hamilton Depression Rating Scale
    synonyms: [Hamilton Depression Rating Scale 17-item]
    exact: [HAMD-17, HAM-D-17, HAMD17, HAM-D17, HDRS-17, HAM-D 17]
    low: 0
    high: 52
    better: lower
    broader: hamd
    measures: [depression, mdd]
  - id: hamd-21
    name: 21-item Hamilton Depression Rating Scale
    exact: [HAMD-21, HAM-D-21, HDRS-21, HDRS21]
    better: lower
    broader: hamd
    measures: [depression, mdd]
  - id: hamd-25
    name: 25-item Hamilton Depression Rating Scale
    exact: [HDRS-25, HAMD-25]
    better: lower
    broader: hamd
    measures: [depression, mdd]
  - id: hamd-6
    name: 6-item Hamilton Depression Rating Scale
    exact: [HAMD-6, HAM-D-6, HAM-D6]
    low: 0
    high: 22
    better: lower
    broader: hamd
    measures: [depression, mdd]
  - id: qids-sr-16
    name: 16-item Quick Inventory of Depressive Symptomatology, self-report
    synonyms:
      - Quick Inventory of Depressive Symptomatology
      - Quick Inventory of Depressive Symptomatology Self-Report
      - Quick Inventory of Depressive Symptoms
      - QIDS-SR-16
      - QIDS-SR16
    exact: [QIDS, QIDS-SR, QIDS-SR-16, QIDS-SR16, QIDS-16]
    low: 0
    high: 27
    better: lower
    measures: [depression, mdd, trd]
  - id: bdi
    name: Beck Depression Inventory
    synonyms: [BDI-1A, BDI-IA, Beck Depression Inventory-1A]
    exact: [BDI, BDI-1A, BDI-IA, BDI-I]
    low: 0
    high: 63
    better: lower
    measures: [depression, mdd]
  - id: bdi-ii
    name: Beck Depression Inventory II
    synonyms: [Beck Depression Inventory 2, BDI-2]
    exact: [BDI-II, BDI II, BDI-2]
    low: 0
    high: 63
    better: lower
    broader: bdi
    measures: [depression, mdd]
  - id: smdds
    name: Symptoms of Major Depressive Disorder Scale
    exact: [SMDDS]
    low: 0
    high: 60
    better: lower
    measures: [mdd]
  - id: phq-9
    name: Patient Health Questionnaire-9
    synonyms: [Patient Health Questionnaire, 9-item Patient Health Questionnaire]
    exact: [PHQ-9, PHQ9]
    low: 0
    high: 27
    better: lower
    measures: [depression, mdd]
  - id: epds
    name: Edinburgh Postnatal Depression Scale
    exact: [EPDS]
    low: 0
    high: 30
    better: lower
    measures: [postpartum-depression]
  - id: gds
    name: Geriatric Depression Scale
    exact: [GDS, GDS-15]
    better: lower
    measures: [depression]
  - id: shaps
    name: Snaith–Hamilton Pleasure Scale
    synonyms: [Snaith-Hamilton Pleasure Scale]
    exact: [SHAPS]
    better: lower
    measures: [depression]
  - id: hads
    name: Hospital Anxiety and Depression Scale
    synonyms: [HADS total, HADS-T]
    exact: [HADS, HADS-T]
    low: 0
    high: 42
    better: lower
    measures: [depression, anxiety, cancer-distress]
  - id: hads-d
    name: Hospital Anxiety and Depression Scale, depression subscale
    synonyms: [HADS depression, HADS depression subscale]
    exact: [HADS-D]
    low: 0
    high: 21
    better: lower
    broader: hads
    measures: [depression, cancer-distress]
  - id: hads-a
    name: Hospital Anxiety and Depression Scale, anxiety subscale
    synonyms: [HADS anxiety, HADS anxiety subscale]
    exact: [HADS-A]
    low: 0
    high: 21
    better: lower
    broader: hads
    measures: [anxiety, cancer-distress]
  - id: hama
    name: Hamilton Anxiety Rating Scale
    synonyms: [Hamilton Rating Scale for Anxiety, Hamilton anxiety scale, SIGH-A]
    exact: [HAM-A, HAMA, HARS]
    low: 0
    high: 56
    better: lower
    measures: [anxiety, gad]
  - id: gad-7
    name: Generalized Anxiety Disorder-7
    synonyms: [7-item Generalized Anxiety Disorder scale, Generalised Anxiety Disorder-7]
    exact: [GAD-7, GAD7]
    low: 0
    high: 21
    better: lower
    measures: [gad, anxiety]
  - id: stai
    name: State–Trait Anxiety Inventory
    synonyms: [State-Trait Anxiety Inventory, Spielberger State-Trait Anxiety Inventory, STAI-Global, STAI-G]
    exact: [STAI, STAI-G]
    better: lower
    measures: [anxiety]
  - id: stai-s
    name: State–Trait Anxiety Inventory, state
    synonyms: [STAI state anxiety, STAI-State, state anxiety]
    exact: [STAI-S]
    low: 20
    high: 80
    better: lower
    broader: stai
    measures: [anxiety]
  - id: stai-t
    name: State–Trait Anxiety Inventory, trait
    synonyms: [STAI trait anxiety, STAI-Trait, trait anxiety]
    exact: [STAI-T]
    low: 20
    high: 80
    better: lower
    broader: stai
    measures: [anxiety]
  - id: lsas
    name: Liebowitz Social Anxiety Scale
    exact: [LSAS]
    low: 0
    high: 144
    better: lower
    measures: [social-anxiety, social-anxiety-autism]
  - id: caps-5
    name: Clinician-Administered PTSD Scale for DSM-5
    synonyms:
      - Clinician-Administered PTSD Scale
      - CAPS-5 total severity score
    exact: [CAPS-5, CAPS5]
    low: 0
    high: 80
    better: lower
    measures: [ptsd]
  - id: caps-iv
    name: Clinician-Administered PTSD Scale for DSM-IV
    synonyms: [CAPS-4]
    exact: [CAPS-IV, CAPS-4, CAPS]
    low: 0
    high: 136
    better: lower
    measures: [ptsd]
  - id: pcl-5
    name: PTSD Checklist for DSM-5
    synonyms: [PTSD Checklist]
    exact: [PCL-5, PCL5]
    low: 0
    high: 80
    better: lower
    measures: [ptsd]
  - id: ies-r
    name: Impact of Event Scale–Revised
    synonyms: [Impact of Event Scale-Revised, Impact of Event Scale]
    exact: [IES-R]
    low: 0
    high: 88
    better: lower
    measures: [ptsd]
  - id: pds
    name: Posttraumatic Diagnostic Scale
    synonyms: [Post-traumatic Diagnostic Scale]
    exact: [PDS]
    low: 0
    high: 51
    better: lower
    measures: [ptsd]
  - id: sds
    name: Sheehan Disability Scale
    synonyms: [modified Sheehan Disability Scale]
    exact: [SDS]
    low: 0
    high: 30
    better: lower
  - id: whodas
    name: WHO Disability Assessment Schedule 2.0
    synonyms: [World Health Organization Disability Assessment Schedule, WHODAS 2.0]
    exact: [WHODAS, WHODAS-2.0, WHODAS 2.0]
    low: 0
    high: 100
    better: lower
  - id: ids-sr
    name: Inventory of Depressive Symptomatology, self-rated
    exact: [IDS-SR]
    low: 0
    high: 84
    better: lower
    measures: [depression, mdd]
  - id: ids-c
    name: Inventory of Depressive Symptomatology, clinician-rated
    synonyms: [Inventory of Depressive Symptomatology]
    exact: [IDS-C]
    low: 0
    high: 84
    better: lower
    measures: [depression, mdd]
  - id: aisrs
    name: Adult ADHD Investigator Symptom Rating Scale
    synonyms: [Adult Investigator Symptom Rating Scale]
    exact: [AISRS]
    low: 0
    high: 54
    better: lower
    measures: [adhd]
  - id: cgi-s
    name: Clinical Global Impression of Severity
    synonyms: [Clinical Global Impression-Severity, Clinical Global Impressions Severity]
    exact: [CGI-S]
    low: 1
    high: 7
    better: lower
  - id: cgi-ss-r
    name: Clinical Global Impression of Severity of Suicidality, revised
    exact: [CGI-SS-r, CGI-SS-R]
    low: 0
    high: 6
    better: lower
    measures: [suicidality, mdsi]
  - id: ssi
    name: Scale for Suicidal Ideation
    synonyms: [Beck Scale for Suicidal Ideation, Scale for Suicide Ideation]
    exact: [SSI, BSS]
    low: 0
    high: 38
    better: lower
    measures: [suicidality]
  - id: c-ssrs
    name: Columbia Suicide Severity Rating Scale
    exact: [C-SSRS, CSSRS]
    better: lower
    measures: [suicidality]
  - id: ybocs
    name: Yale–Brown Obsessive Compulsive Scale
    synonyms:
      - Yale-Brown Obsessive Compulsive Scale
    exact: [Y-BOCS, YBOCS, Y-BOCS-II]
    low: 0
    high: 40
    better: lower
    measures: [ocd]
  - id: bdd-ybocs
    name: Yale–Brown Obsessive Compulsive Scale modified for body dysmorphic disorder
    exact: [BDD-YBOCS, BDD-Y-BOCS]
    low: 0
    high: 48
    better: lower
    measures: [body-dysmorphic-disorder]
  - id: ede-q
    name: Eating Disorder Examination Questionnaire
    synonyms: [Eating Disorder Examination]
    exact: [EDE-Q, EDE]
    low: 0
    high: 6
    better: lower
    measures: [anorexia-nervosa, eating-disorder]
  - id: ds-ii
    name: Demoralization Scale II
    synonyms: [Demoralisation Scale]
    exact: [DS-II]
    better: lower
    measures: [demoralisation]
  - id: ymrs
    name: Young Mania Rating Scale
    exact: [YMRS]
    low: 0
    high: 60
    better: lower
    measures: [bipolar-depression]
  - id: tlfb
    name: Timeline Followback
    synonyms: [Timeline Follow-Back, Timeline Followback interview, Time-Line Follow-Back]
    exact: [TLFB]
    measures: [aud, tobacco-use-disorder, cocaine-use-disorder, methamphetamine-use-disorder]
  - id: audit
    name: Alcohol Use Disorders Identification Test
    exact: [AUDIT, AUDIT-C]
    better: lower
    measures: [aud]
  - id: ftnd
    name: Fagerström Test for Nicotine Dependence
    synonyms: [Fagerstrom Test for Nicotine Dependence]
    exact: [FTND, FTCD]
    low: 0
    high: 10
    better: lower
    measures: [tobacco-use-disorder]
  - id: asi-lite
    name: Addiction Severity Index-Lite
    synonyms: [Addiction Severity Index, ASI-Lite]
    exact: [ASI-Lite, ASI]
    better: lower
    measures: [opioid-use-disorder]
  - id: spfi
    name: Stanford Professional Fulfillment Index
    exact: [SPFI, PFI]
    better: higher
    measures: [burnout]
  - id: mds-updrs
    name: MDS Unified Parkinson's Disease Rating Scale
    synonyms: [Unified Parkinson's Disease Rating Scale]
    exact: [MDS-UPDRS, UPDRS]
    better: lower
    measures: [parkinsons-mood]
  - id: meq30
    name: Mystical Experience Questionnaire
    synonyms: [30-item Mystical Experience Questionnaire, Revised Mystical Experience Questionnaire]
    exact: [MEQ30, MEQ-30, MEQ]
    better: higher
  - id: 5d-asc
    name: Five-Dimensional Altered States of Consciousness scale
    synonyms: [Altered States of Consciousness scale, 11-Dimension Altered States of Consciousness]
    exact: [5D-ASC, 11D-ASC, 5-DASC]
  - id: ebi
    name: Emotional Breakthrough Inventory
    exact: [EBI]
    better: higher
  - id: wemwbs
    name: Warwick–Edinburgh Mental Wellbeing Scale
    synonyms: [Warwick-Edinburgh Mental Wellbeing Scale, Warwick-Edinburgh Mental Well-Being Scale]
    exact: [WEMWBS]
    low: 14
    high: 70
    better: higher

outcomes:
  - id: response
    name: response
    synonyms:
      - response rate
      - rate of response
      - responder
      - responded
      - responding
      - respond
      - responder rate
      - treatment response
      - clinical response
      - clinically significant response
      - clinically significant antidepressant response
      - antidepressant response
      - 50% reduction
      - 50 per cent reduction
      - symptoms halved
      - halving of symptoms
      - halved their scores
      - halved their symptoms
      - scores halved
      - at least a 50% reduction
      - cut their score by half
    proportion: true
  - id: remission
    name: remission
    synonyms:
      - remission rate
      - rate of remission
      - remitter
      - remitted
      - remit
      - in remission
      - went into remission
      - reached remission
      - achieved remission
      - entered remission
      - remained in remission
      - complete remission
      - full remission
      - depression-free
      - free of depression
      - free from depression
      - no longer depressed
      - symptom-free
      - free of symptoms
    implies: [response]
    proportion: true
  - id: sustained-response
    name: sustained response
    synonyms:
      - sustained responder
      - durable response
      - maintained response
      - lasting response
      - response was sustained
      - response was maintained
      - maintained a response
      - still responding
    implies: [response]
    proportion: true
  - id: sustained-remission
    name: sustained remission
    synonyms:
      - sustained remitter
      - durable remission
      - lasting remission
      - stayed in remission
      - remission was maintained
      - still in remission
    implies: [remission, sustained-response, response]
    proportion: true
  - id: clinically-meaningful-improvement
    name: clinically meaningful improvement
    synonyms:
      - clinically meaningful response
      - clinically meaningful reduction
      - clinically significant improvement
      - clinically significant decrease
      - clinically significant reduction
      - clinically significant drop
      - clinically significant fall
      - clinically significant change
      - clinically significant benefit
      - clinically meaningful drop
      - clinically meaningful fall
      - clinically meaningful decrease
      - clinically meaningful benefit
      - meaningful improvement
      - 25% reduction
      - at least a 25% reduction
    proportion: true
    note: Of looser definition than response; sponsors have used a fall of 25 per cent.
  - id: no-longer-met
    name: no longer meets the diagnostic criteria
    synonyms:
      - no longer met criteria for
      - no longer met the criteria
      - no longer met PTSD criteria
      - no longer met diagnostic criteria
      - no longer met the diagnostic criteria
      - no longer meet criteria
      - no longer meets criteria
      - no longer met the definition of PTSD
      - no longer qualified for a diagnosis
      - no longer qualified for a PTSD diagnosis
      - no longer qualified as having PTSD
      - no longer had PTSD
      - no longer had a diagnosis
      - no longer had the diagnosis
      - did not meet criteria
      - lost their diagnosis
      - lost their PTSD diagnosis
      - lost the diagnosis
      - lost the PTSD diagnosis
      - loss of diagnosis
      - loss of PTSD diagnosis
      - shed their diagnosis
      - PTSD-free
      - free of PTSD
      - diagnosis-free
    proportion: true
  - id: abstinence
    name: abstinence
    synonyms:
      - abstinent
      - abstinence rate
      - smoke-free
      - smoking abstinence
      - nonsmoking
      - tobacco-free
      - quit smoking
      - stopped smoking
      - gave up smoking
      - given up smoking
      - cessation rate
      - quit rate
      - quit drinking
      - stopped drinking
      - stopped drinking altogether
      - given up alcohol
      - alcohol-free
      - drug-free
      - cocaine-free
      - complete abstinence
      - total abstinence
      - stayed sober
      - sober
      - had quit
    proportion: true
  - id: prolonged-abstinence
    name: prolonged abstinence
    synonyms:
      - continuous abstinence
      - sustained abstinence
      - continuously abstinent
      - prolonged abstinent
    broader: abstinence
    implies: [abstinence]
    proportion: true
  - id: point-prevalence-abstinence
    name: 7-day point-prevalence abstinence
    synonyms:
      - point prevalence abstinence
      - seven-day point prevalence abstinence
      - 7-day abstinence
    broader: abstinence
    implies: [abstinence]
    proportion: true
  - id: days-abstinent
    name: days abstinent
    synonyms:
      - percentage of days abstinent
      - percent days abstinent
      - abstinent days
      - abstinence duration
      - duration of abstinence
      - days of abstinence
  - id: heavy-drinking-days
    name: percentage of heavy drinking days
    synonyms:
      - heavy drinking days
      - percent heavy drinking days
      - days of heavy drinking
      - heavy drinking
      - binge days
    exact: [PHDD, HDD]
  - id: no-heavy-drinking
    name: no heavy drinking days
    synonyms: [free of heavy drinking, without heavy drinking days, no heavy drinking]
    proportion: true
  - id: drinking
    name: alcohol consumption
    synonyms:
      - drinks per day
      - drinks per drinking day
      - alcohol intake
      - units of alcohol
      - weekly units
      - drinking days
      - daily alcohol use
      - mean alcohol use
    exact: [PDD]
  - id: relapse
    name: relapse
    synonyms:
      - relapsed
      - relapse rate
      - rate of relapse
      - recurrence
      - relapsing
      - fell back into depression
      - symptoms returned
    proportion: true
  - id: score-change
    name: change in score
    synonyms:
      - change from baseline
      - mean change
      - least squares mean change
      - LS mean change
      - reduction in score
      - point reduction
      - point drop
      - point decrease
      - point improvement
      - drop in score
      - decrease in score
      - fall in score
      - fell by
      - dropped by
      - decreased by
      - declined by
      - points lower
      - point difference
      - difference in points
      - between-group difference
      - mean difference
      - treatment difference
      - placebo-adjusted difference
      - placebo-adjusted reduction
      - symptom reduction
      - reduction in symptoms
      - reduction in symptom severity
  - id: score
    name: score
    synonyms: [mean score, average score, baseline score, scored, total score, points on the scale]
  - id: effect-size
    name: effect size
    synonyms:
      - Cohen's d
      - Cohens d
      - Hedges' g
      - Hedges g
      - standardised mean difference
      - standardized mean difference
      - SMD
  - id: primary-endpoint
    name: primary endpoint
    synonyms:
      - primary outcome
      - primary end point
      - primary efficacy endpoint
      - main endpoint
      - main outcome
      - met its primary endpoint
      - met its endpoint
      - missed its primary endpoint
      - failed its primary endpoint
  - id: adverse-events
    name: adverse events
    synonyms:
      - adverse event
      - side effect
      - treatment-emergent adverse event
      - adverse reaction
      - unwanted effect
    exact: [AE, AEs, TEAE, TEAEs]
    proportion: true
  - id: severe-adverse-events
    name: severe adverse events
    synonyms: [severe adverse event, severe treatment-emergent adverse event, severe side effect]
    broader: adverse-events
    implies: [adverse-events]
    proportion: true
  - id: serious-adverse-events
    name: serious adverse events
    synonyms: [serious adverse event, serious adverse reaction, serious side effect]
    exact: [SAE, SAEs, TESAE, TESAEs]
    broader: adverse-events
    implies: [adverse-events]
    proportion: true
  - id: dropout
    name: dropout
    synonyms:
      - dropped out
      - drop-out
      - dropout rate
      - discontinued
      - discontinuation
      - withdrew
      - attrition
      - lost to follow-up
    proportion: true
  - id: completion
    name: completion
    synonyms: [completers, completed the study, completed the trial, completion rate, retention]
    proportion: true
  - id: suicidality
    name: suicidality
    synonyms:
      - suicidal ideation
      - suicidal thoughts
      - suicidal behaviour
      - suicidal behavior
      - suicide attempt
      - self-harm
      - intentional self-injury
    proportion: true
  - id: mortality
    name: death
    synonyms: [deaths, died, mortality, fatal]
    proportion: true
  - id: mystical-experience
    name: mystical experience
    synonyms: [mystical-type experience, complete mystical experience, spiritual experience]
    proportion: true
  - id: craving
    name: craving
    synonyms: [alcohol craving, cravings]
  - id: functional-impairment
    name: functional impairment
    synonyms: [functional disability, disability score, daily functioning]
  - id: quality-of-life
    name: quality of life
    synonyms: [wellbeing, well-being, health-related quality of life]
  - id: time-to-event
    name: time to an event
    synonyms:
      - time to relapse
      - time to rescue
      - median time to relapse
      - loss of response
      - hazard ratio
  - id: retreatment
    name: further treatment
    synonyms:
      - retreatment
      - re-treatment
      - second dose needed
      - additional dose
      - started an antidepressant
      - returned to antidepressants
    proportion: true
  - id: satisfaction
    name: satisfaction
    synonyms: [treatment satisfaction, acceptability]
    proportion: true
  - id: blinding-guess
    name: correct guess of allocation
    synonyms: [guessed correctly, correctly guessed, functional unblinding, guessed their treatment]
    proportion: true

sponsors:
  - id: compass-pathways
    name: Compass Pathways
    synonyms:
      - Compass Pathfinder
      - Compass Pathways PLC
    exact: [CMPS, COMPASS]
    ambiguous: [Compass]
    context:
      - psilocybin
      - COMP360
      - COMP005
      - COMP006
      - Pathways
      - depression
      - trial
      - phase
      - FDA
      - company
      - investors
  - id: usona-institute
    name: Usona Institute
    synonyms: [Usona]
  - id: maps
    name: Multidisciplinary Association for Psychedelic Studies
    synonyms: [MAPS-sponsored]
    exact: [MAPS]
  - id: lykos
    name: Lykos Therapeutics
    synonyms:
      - Lykos
      - Resilient Pharmaceuticals
      - MAPS Public Benefit Corporation
      - MAPS PBC
      - MAPS Public Benefit Corp
    broader: maps
    note: MAPS Public Benefit Corporation until January 2024; Resilient Pharmaceuticals from 2025.
  - id: mindmed
    name: MindMed
    synonyms:
      - Mind Medicine
      - Mind Medicine (MindMed)
      - Definium Therapeutics
      - Definium
    exact: [MNMD, DFTX]
    note: Definium Therapeutics since January 2026.
  - id: cybin
    name: Cybin
    synonyms: [Cybin Inc, Cybin UK, Helus Pharma, Helus]
    exact: [CYBN]
    note: Helus Pharma since January 2026.
  - id: small-pharma
    name: Small Pharma
    synonyms: [Small Pharma Inc]
    note: Acquired by Cybin in 2023.
  - id: janssen
    name: Janssen
    synonyms:
      - Johnson & Johnson
      - Johnson and Johnson
      - Janssen-Cilag
      - Janssen Pharmaceuticals
      - Janssen Research & Development
      - Johnson & Johnson Innovative Medicine
      - J&J Innovative Medicine
    exact: [J&J]
  - id: gh-research
    name: GH Research
    synonyms: [GH Research PLC]
    exact: [GHRS]
  - id: beckley-psytech
    name: Beckley Psytech
    synonyms: [AtaiBeckley, atai Beckley]
    broader: atai
    note: Combined with atai as AtaiBeckley in 2025.
  - id: atai
    name: atai Life Sciences
    exact: [atai, ATAI, Atai]
  - id: transcend
    name: Transcend Therapeutics
    ambiguous: [Transcend]
    context: [methylone, TSND-201, PTSD, Otsuka, company]
    note: Acquired by Otsuka.
  - id: otsuka
    name: Otsuka
    synonyms: [Otsuka Pharmaceutical, Otsuka Holdings]
  - id: reunion-neuroscience
    name: Reunion Neuroscience
    ambiguous: [Reunion]
    context: [RE104, luvesilocin, RECONNECT, postpartum, company]
  - id: gilgamesh
    name: Gilgamesh Pharmaceuticals
    ambiguous: [Gilgamesh]
    context: [bretisilocin, GM-2505, AbbVie, company, psychedelic]
  - id: abbvie
    name: AbbVie
  - id: demerx
    name: DemeRx
    synonyms: [DemeRx NB, DemeRx IB]
  - id: filament-health
    name: Filament Health
  - id: tryp-therapeutics
    name: Tryp Therapeutics
    synonyms: [Tryptamine Therapeutics]
  - id: incannex
    name: Incannex Healthcare
    synonyms: [Incannex]
  - id: psyence
    name: Psyence Biomedical
    synonyms: [Psyence Biomed, Psyence, Psyence Australia]
  - id: mydecine
    name: Mydecine
  - id: b-more
    name: B.More
    synonyms: [B.More Inc, BMore Inc]
  - id: clairvoyant
    name: Clairvoyant Therapeutics
  - id: apex-labs
    name: Apex Labs
  - id: diamond-therapeutics
    name: Diamond Therapeutics
  - id: clusterbusters
    name: Clusterbusters
  - id: heffter
    name: Heffter Research Institute
    synonyms: [Heffter]
  - id: beckley-foundation
    name: Beckley Foundation
  - id: sunstone-therapies
    name: Sunstone Therapies
    synonyms: [Aquilino Cancer Center, Maryland Oncology Hematology]
  - id: hmr
    name: Hammersmith Medicines Research
    exact: [HMR]
  - id: imperial-college-london
    name: Imperial College London
    synonyms: [Centre for Psychedelic Research, Imperial College]
    ambiguous: [Imperial]
    context: [psilocybin, DMT, LSD, escitalopram, psychedelic, depression, Carhart-Harris, Nutt, trial]
    identifiers: {ror: 041kmwe10}
  - id: kings-college-london
    name: King's College London
    synonyms:
      - Institute of Psychiatry, Psychology & Neuroscience
      - Kings College London
      - South London and Maudsley NHS Foundation Trust
    exact: [KCL, IoPPN]
    identifiers: {ror: 0220mzb33}
  - id: ucl
    name: University College London
    exact: [UCL]
    identifiers: {ror: 02jx3x895}
  - id: university-of-bristol
    name: University of Bristol
    identifiers: {ror: 0524sp257}
  - id: university-of-exeter
    name: University of Exeter
    identifiers: {ror: 03yghzc09}
  - id: johns-hopkins
    name: Johns Hopkins University
    synonyms:
      - Johns Hopkins
      - John Hopkins
      - Johns Hopkins Medicine
      - Johns Hopkins School of Medicine
      - Johns Hopkins Center for Psychedelic and Consciousness Research
      - Center for Psychedelic and Consciousness Research
    exact: [JHU]
    ambiguous: [Hopkins]
    context: [psilocybin, psychedelic, depression, trial, Griffiths, smoking, cancer]
    identifiers: {ror: 00za53h95}
  - id: nyu
    name: New York University
    synonyms:
      - NYU Langone
      - NYU Langone Health
      - NYU Grossman School of Medicine
      - NYU Langone Center for Psychedelic Medicine
      - NYU School of Medicine
    exact: [NYU]
    identifiers: {ror: 0190ak572}
  - id: university-of-new-mexico
    name: University of New Mexico
    exact: [UNM]
    identifiers: {ror: 05fs6jp91}
  - id: ucla
    name: University of California, Los Angeles
    synonyms:
      - Harbor-UCLA
      - Harbor-UCLA Medical Center
      - Los Angeles Biomedical Research Institute
      - LA BioMed
      - Lundquist Institute
    exact: [UCLA]
    identifiers: {ror: 046rm7j60}
  - id: ucsf
    name: University of California, San Francisco
    synonyms: [University of California San Francisco]
    exact: [UCSF]
    identifiers: {ror: 043mz5j54}
  - id: ucsd
    name: University of California, San Diego
    synonyms: [University of California San Diego, UC San Diego]
    exact: [UCSD]
    identifiers: {ror: 0168r3w48}
  - id: yale
    name: Yale University
    synonyms: [Yale School of Medicine, Yale]
    identifiers: {ror: 03v76x132}
  - id: stanford
    name: Stanford University
    synonyms: [Stanford Medicine, Stanford School of Medicine, Stanford]
    identifiers: {ror: 00f54p054}
  - id: university-of-arizona
    name: University of Arizona
    identifiers: {ror: 03m2x1q45}
  - id: university-of-washington
    name: University of Washington
    synonyms: [UW Medicine]
    identifiers: {ror: 00cvxb145}
  - id: university-of-utah
    name: University of Utah
    synonyms: [Huntsman Mental Health Institute]
    identifiers: {ror: 03r0ha626}
  - id: university-of-alabama
    name: University of Alabama at Birmingham
    exact: [UAB]
    identifiers: {ror: 008s83205}
  - id: university-of-wisconsin
    name: University of Wisconsin–Madison
    synonyms: [University of Wisconsin-Madison, University of Wisconsin]
    identifiers: {ror: 01y2jtd41}
  - id: emory
    name: Emory University
    synonyms: [Emory]
    identifiers: {ror: 03czfpz43}
  - id: university-of-chicago
    name: University of Chicago
  - id: columbia
    name: Columbia University
    synonyms: [New York State Psychiatric Institute]
    identifiers: {ror: 00hj8s172}
  - id: mount-sinai
    name: Icahn School of Medicine at Mount Sinai
    synonyms: [Mount Sinai]
    identifiers: {ror: 04a9tmd77}
  - id: baylor
    name: Baylor College of Medicine
  - id: cleveland-clinic
    name: Cleveland Clinic
  - id: mass-general
    name: Massachusetts General Hospital
    exact: [MGH]
  - id: dana-farber
    name: Dana-Farber Cancer Institute
    synonyms: [Dana-Farber]
  - id: md-anderson
    name: MD Anderson Cancer Center
    synonyms: [MD Anderson, M.D. Anderson Cancer Center]
  - id: ohio-state
    name: Ohio State University
    synonyms: [The Ohio State University]
  - id: sheppard-pratt
    name: Sheppard Pratt
    synonyms: [Sheppard Pratt Health System, Sheppard and Enoch Pratt Hospital]
  - id: va
    name: United States Department of Veterans Affairs
    synonyms:
      - Department of Veterans Affairs
      - Veterans Affairs
      - VA Palo Alto
      - VA Palo Alto Health Care System
      - VA Portland Health Care System
      - VA Office of Research and Development
    exact: [VA, VHA]
  - id: walter-reed
    name: Walter Reed National Military Medical Center
    synonyms: [Walter Reed]
  - id: strong-star
    name: STRONG STAR Consortium
    exact: [STRONG STAR]
  - id: nimh
    name: National Institute of Mental Health
    exact: [NIMH]
  - id: nida
    name: National Institute on Drug Abuse
    exact: [NIDA]
  - id: nih
    name: National Institutes of Health
    exact: [NIH]
  - id: arpa-h
    name: Advanced Research Projects Agency for Health
    exact: [ARPA-H]
  - id: university-health-network
    name: University Health Network
    synonyms: [Toronto Western Hospital]
    exact: [UHN]
  - id: university-of-toronto
    name: University of Toronto
    identifiers: {ror: 03dbr7087}
  - id: camh
    name: Centre for Addiction and Mental Health
    exact: [CAMH]
  - id: university-of-calgary
    name: University of Calgary
  - id: trinity-college-dublin
    name: Trinity College Dublin
    synonyms: [Tallaght University Hospital]
    exact: [TCD]
    identifiers: {ror: 02tyrky19}
  - id: st-patricks
    name: St Patrick's University Hospital
    synonyms: [St Patrick's Mental Health Services]
  - id: university-of-zurich
    name: University of Zurich
    synonyms: [Psychiatric University Hospital Zurich, University of Zürich]
    exact: [UZH]
    identifiers: {ror: 02crff812}
  - id: university-hospital-basel
    name: University Hospital Basel
    synonyms: [University of Basel, Basel]
    identifiers: {ror: 04k51q396}
  - id: university-of-geneva
    name: Geneva University Hospitals
    synonyms: [University of Geneva]
  - id: zi-mannheim
    name: Central Institute of Mental Health
    synonyms:
      - Central Institute of Mental Health Mannheim
      - Zentralinstitut für Seelische Gesundheit
    exact: [CIMH, ZI]
    identifiers: {ror: 01hynnt93}
  - id: charite
    name: Charité – Universitätsmedizin Berlin
    synonyms: [Charité, Charité Berlin, Charite Berlin]
    identifiers: {ror: 001w7jn25}
  - id: mind-foundation
    name: MIND Foundation
    synonyms: [OVID Health Systems, OVID Berlin, OVID Clinic]
  - id: university-of-copenhagen
    name: University of Copenhagen
    synonyms:
      - Rigshospitalet
      - Mental Health Services in the Capital Region
      - Copenhagen University Hospital
      - Psychiatric Center Copenhagen
      - Novo Nordisk Foundation Center
    identifiers: {ror: 035b05819}
  - id: karolinska
    name: Karolinska Institutet
    synonyms: [Karolinska Institute, Karolinska]
    identifiers: {ror: 056d84691}
  - id: lund-university
    name: Lund University
    identifiers: {ror: 012a77v79}
  - id: maastricht-university
    name: Maastricht University
    identifiers: {ror: 02jz4aj89}
  - id: groningen
    name: University Medical Center Groningen
    exact: [UMCG]
  - id: nimes-university-hospital
    name: Nîmes University Hospital
    synonyms: [Nimes University Hospital, CHU Nîmes, CHU Nimes, CHU de Nîmes]
  - id: sainte-anne
    name: Sainte-Anne Hospital
    synonyms: [GHU Paris Psychiatrie et Neurosciences, Hôpital Sainte-Anne]
  - id: brugmann
    name: Brugmann University Hospital
    synonyms: [CHU Brugmann, Université libre de Bruxelles]
  - id: nudz
    name: National Institute of Mental Health, Czech Republic
    synonyms: [Psyon, National Institute of Mental Health Klecany]
    exact: [NUDZ]
  - id: st-vincents-melbourne
    name: St Vincent's Hospital Melbourne
    synonyms: [St Vincent's Melbourne, St. Vincent's Hospital Melbourne]
  - id: st-vincents-sydney
    name: St Vincent's Hospital Sydney
    synonyms: [St Vincent's Sydney]
  - id: monash-university
    name: Monash University
    identifiers: {ror: 02bfwt286}
  - id: swinburne
    name: Swinburne University of Technology
    synonyms: [Swinburne University]
  - id: mind-medicine-australia
    name: Mind Medicine Australia
  - id: unsw
    name: University of New South Wales
    synonyms: [Black Dog Institute, UNSW Sydney]
    exact: [UNSW]
    identifiers: {ror: 03r8z3t63}
  - id: university-of-auckland
    name: University of Auckland
  - id: university-of-otago
    name: University of Otago
  - id: ufrn
    name: Federal University of Rio Grande do Norte
    synonyms: [Universidade Federal do Rio Grande do Norte]
    exact: [UFRN]
  - id: university-of-sao-paulo
    name: University of São Paulo
    synonyms: [University of Sao Paulo, Ribeirão Preto Medical School]
    exact: [USP]
    identifiers: {ror: 036rp1748}
  - id: sheba
    name: Sheba Medical Center
  - id: scripps
    name: Scripps Research
  - id: harvard
    name: Harvard University
    synonyms: [Harvard, Harvard Medical School]
  - id: mayo-clinic
    name: Mayo Clinic
  - id: university-of-oxford
    name: University of Oxford
    synonyms: [Oxford University]
  - id: university-of-cambridge
    name: University of Cambridge
    synonyms: [Cambridge University]
  - id: university-of-pennsylvania
    name: University of Pennsylvania
  - id: university-of-michigan
    name: University of Michigan
  - id: university-of-minnesota
    name: University of Minnesota
  - id: university-of-texas
    name: University of Texas at Austin
    synonyms: [Dell Medical School]
  - id: duke
    name: Duke University
  - id: princeton
    name: Princeton University
  - id: mclean
    name: McLean Hospital
  - id: university-of-melbourne
    name: University of Melbourne
  - id: university-of-sydney
    name: University of Sydney
  - id: university-of-vienna
    name: Medical University of Vienna
  - id: heidelberg
    name: Heidelberg University
  - id: erasmus
    name: Erasmus University Medical Center
    synonyms: [Erasmus MC]
  - id: mcgill
    name: McGill University
    synonyms: [McGill]
  - id: cardiff
    name: Cardiff University
  - id: nova-mentis
    name: Nova Mentis

agencies:
  - id: fda
    name: Food and Drug Administration
    synonyms:
      - US Food and Drug Administration
      - U.S. Food and Drug Administration
      - American drug regulator
      - US drug regulator
      - federal regulators
      - US regulators
    exact: [FDA, USFDA]
    jurisdiction: us
    identifiers: {ror: 034xvzb47, wikidata: Q204711}
  - id: fda-pdac
    name: Psychopharmacologic Drugs Advisory Committee
    synonyms:
      - FDA advisory committee
      - FDA advisory panel
      - FDA advisers
      - FDA advisors
      - panel of FDA advisers
      - advisers to the FDA
      - FDA panel
      - federal health advisers
      - federal health advisors
      - Drug Safety and Risk Management Advisory Committee
      - advisory committee
      - advisory panel
    exact: [PDAC, DSaRM]
    broader: fda
    jurisdiction: us
  - id: dea
    name: Drug Enforcement Administration
    synonyms: [US Drug Enforcement Administration, Drug Enforcement Agency]
    exact: [DEA]
    jurisdiction: us
  - id: hhs
    name: Department of Health and Human Services
    synonyms: [US Department of Health and Human Services, Health and Human Services]
    exact: [HHS]
    jurisdiction: us
  - id: us-congress
    name: United States Congress
    synonyms:
      - US Congress
      - U.S. Congress
      - US Senate
      - US House of Representatives
      - National Defense Authorization Act
      - defense authorization act
      - defence authorisation act
    exact: [Congress, NDAA]
    jurisdiction: us
  - id: white-house
    name: The White House
    synonyms: [White House, US president, President of the United States, executive order]
    jurisdiction: us
  - id: us-doj
    name: Department of Justice
    synonyms: [US Department of Justice, Attorney General]
    exact: [DOJ]
    jurisdiction: us
  - id: us-sec
    name: Securities and Exchange Commission
    exact: [SEC]
    jurisdiction: us
  - id: us-va
    name: Veterans Health Administration
    jurisdiction: us
  - id: oregon-voters
    name: Oregon voters
    synonyms: [voters in Oregon, people of Oregon, Measure 109, Ballot Measure 109]
    exact: [M109]
    jurisdiction: us-or
  - id: oregon-legislature
    name: Oregon legislature
    synonyms: [Oregon Legislative Assembly, Oregon lawmakers, HB 4002, House Bill 4002]
    jurisdiction: us-or
  - id: oregon-health-authority
    name: Oregon Health Authority
    synonyms: [Oregon Psilocybin Services]
    exact: [OHA]
    jurisdiction: us-or
  - id: colorado-voters
    name: Colorado voters
    synonyms: [voters in Colorado, Proposition 122, Prop 122, Natural Medicine Health Act]
    jurisdiction: us-co
  - id: colorado-nmd
    name: Colorado Natural Medicine Division
    synonyms:
      - Natural Medicine Division
      - Colorado Division of Natural Medicine
      - Colorado Department of Revenue
      - Department of Regulatory Agencies
    jurisdiction: us-co
  - id: colorado-legislature
    name: Colorado legislature
    synonyms: [Colorado General Assembly, Colorado lawmakers]
    jurisdiction: us-co
  - id: new-mexico-legislature
    name: New Mexico legislature
    synonyms:
      - New Mexico lawmakers
      - governor of New Mexico
      - New Mexico governor
      - Medical Psilocybin Act
      - Senate Bill 219
      - SB 219
    jurisdiction: us-nm
  - id: new-mexico-health
    name: New Mexico Department of Health
    jurisdiction: us-nm
  - id: texas-legislature
    name: Texas legislature
    synonyms: [Texas lawmakers, governor of Texas, Texas governor, House Bill 2308, SB 2308, Senate Bill 2308]
    jurisdiction: us-tx
  - id: utah-legislature
    name: Utah legislature
    synonyms: [Utah lawmakers, governor of Utah, Utah governor, SB 266, Senate Bill 266]
    jurisdiction: us-ut
  - id: arizona-legislature
    name: Arizona legislature
    synonyms: [Arizona lawmakers, governor of Arizona, Governor Hobbs]
    jurisdiction: us-az
  - id: california-legislature
    name: California legislature
    synonyms: [California lawmakers, governor of California, Governor Newsom, SB 58, Senate Bill 58]
    jurisdiction: us-ca
  - id: massachusetts-voters
    name: Massachusetts voters
    synonyms: [voters in Massachusetts, Massachusetts Question 4]
    jurisdiction: us-ma
  - id: ema
    name: European Medicines Agency
    synonyms: [Committee for Medicinal Products for Human Use, European drug regulator]
    exact: [EMA, CHMP]
    jurisdiction: eu
  - id: european-commission
    name: European Commission
    jurisdiction: eu
  - id: mhra
    name: Medicines and Healthcare products Regulatory Agency
    synonyms: [UK medicines regulator, British medicines regulator]
    exact: [MHRA]
    jurisdiction: uk
  - id: nice
    name: National Institute for Health and Care Excellence
    exact: [NICE]
    jurisdiction: uk
  - id: uk-parliament
    name: Parliament of the United Kingdom
    synonyms: [UK Parliament, British Parliament, Misuse of Drugs Act, Misuse of Drugs Act 1971]
    jurisdiction: uk
  - id: uk-home-office
    name: Home Office
    synonyms: [UK Home Office, Advisory Council on the Misuse of Drugs]
    exact: [ACMD]
    jurisdiction: uk
  - id: tga
    name: Therapeutic Goods Administration
    synonyms: [Australian drug regulator, Australian medicines regulator, Australia's drug regulator]
    exact: [TGA]
    jurisdiction: au
  - id: health-canada
    name: Health Canada
    synonyms: [Special Access Program, Special Access Programme]
    jurisdiction: ca
  - id: alberta-government
    name: Government of Alberta
    synonyms: [Alberta government, province of Alberta]
    jurisdiction: ca-ab
  - id: medsafe
    name: Medsafe
    synonyms: [New Zealand Ministry of Health, New Zealand Medicines and Medical Devices Safety Authority]
    jurisdiction: nz
  - id: swiss-bag
    name: Swiss Federal Office of Public Health
    synonyms: [Federal Office of Public Health, Bundesamt für Gesundheit]
    exact: [FOPH, BAG]
    jurisdiction: ch
  - id: swissmedic
    name: Swissmedic
    jurisdiction: ch
  - id: bfarm
    name: Federal Institute for Drugs and Medical Devices
    synonyms: [Bundesinstitut für Arzneimittel und Medizinprodukte, German drug regulator]
    exact: [BfArM]
    jurisdiction: de
  - id: czech-parliament
    name: Czech parliament
    synonyms: [Parliament of the Czech Republic, Czech lawmakers, Chamber of Deputies]
    jurisdiction: cz
  - id: czech-government
    name: Czech government
    synonyms: [Government of the Czech Republic, Czech cabinet]
    jurisdiction: cz
  - id: pmda
    name: Pharmaceuticals and Medical Devices Agency
    exact: [PMDA]
    jurisdiction: jp
  - id: nmpa
    name: National Medical Products Administration
    exact: [NMPA]
    jurisdiction: cn
  - id: united-nations
    name: United Nations
    synonyms:
      - Convention on Psychotropic Substances
      - UN Convention on Psychotropic Substances
      - Commission on Narcotic Drugs
    exact: [UN]
    jurisdiction: international
  - id: who
    name: World Health Organization
    synonyms: [World Health Organisation]
    exact: [WHO]
    jurisdiction: international
  - id: springer-nature
    name: Springer Nature
    synonyms: [Psychopharmacology journal, journal Psychopharmacology]
    jurisdiction: international
  - id: icer
    name: Institute for Clinical and Economic Review
    exact: [ICER]
    jurisdiction: us
  - id: denver-voters
    name: Denver voters
    synonyms: [voters in Denver]
    jurisdiction: us-co
  - id: dc-voters
    name: District of Columbia voters
    synonyms: [voters in Washington D.C.]
    jurisdiction: us-dc
  - id: detroit-voters
    name: Detroit voters
    synonyms: [voters in Detroit]
    jurisdiction: us-mi
  - id: oakland-city-council
    name: Oakland City Council
    jurisdiction: us-ca
  - id: santa-cruz-city-council
    name: Santa Cruz City Council
    jurisdiction: us-ca
  - id: san-francisco-supervisors
    name: San Francisco Board of Supervisors
    jurisdiction: us-ca
  - id: ann-arbor-city-council
    name: Ann Arbor City Council
    jurisdiction: us-mi
  - id: cambridge-city-council
    name: Cambridge City Council
    jurisdiction: us-ma
  - id: seattle-city-council
    name: Seattle City Council
    jurisdiction: us-wa
  - id: minneapolis-mayor
    name: mayor of Minneapolis
    synonyms: [Minneapolis mayor]
    jurisdiction: us-mn
  - id: alaska-legislature
    name: Alaska Legislature
    jurisdiction: us-ak
  - id: indiana-legislature
    name: Indiana Legislature
    jurisdiction: us-in
  - id: maryland-legislature
    name: Maryland Legislature
    synonyms: [Maryland General Assembly]
    jurisdiction: us-md
  - id: minnesota-legislature
    name: Minnesota Legislature
    jurisdiction: us-mn
  - id: new-jersey-legislature
    name: New Jersey Legislature
    synonyms: [New Jersey lawmakers, Senate Bill 2283, S2283]
    jurisdiction: us-nj
  - id: oklahoma-legislature
    name: Oklahoma Legislature
    jurisdiction: us-ok
  - id: washington-legislature
    name: Washington State Legislature
    synonyms: [Washington legislature, Washington lawmakers, SB 5263, Senate Bill 5263]
    jurisdiction: us-wa
  - id: us-dod
    name: Department of Defense
    synonyms: [US Department of Defense, Pentagon]
    jurisdiction: us
  - id: g-ba
    name: Gemeinsamer Bundesausschuss
    synonyms: [German Federal Joint Committee]
    jurisdiction: de
  - id: smc
    name: Scottish Medicines Consortium
    synonyms: [NHS Scotland, NHS in Scotland, Scottish NHS]
    jurisdiction: uk
  - id: pbs
    name: Pharmaceutical Benefits Scheme
    synonyms: [Pharmaceutical Benefits Advisory Committee]
    exact: [PBS]
    jurisdiction: au
  - id: australia-dva
    name: Australian Department of Veterans' Affairs
    exact: [DVA]
    jurisdiction: au
  - id: israel-ministry-of-health
    name: Israeli Ministry of Health
    synonyms: [Israel Ministry of Health]
    jurisdiction: il
  - id: netherlands-government
    name: Dutch government
    jurisdiction: nl
  - id: aaas
    name: Science (AAAS)
    synonyms: [American Association for the Advancement of Science]
    jurisdiction: international

jurisdictions:
  - id: us
    name: United States
    synonyms:
      - United States of America
      - American
      - Americans
      - federal
      - federally
      - stateside
    exact: [US, U.S., USA, U.S.A.]
    ambiguous: [America]
    context: [FDA, federal, law, approval, approved, states, legal, schedule]
  - id: us-or
    name: Oregon
    synonyms: [Oregonian, state of Oregon]
    broader: us
  - id: us-co
    name: Colorado
    synonyms: [Coloradan, Denver, state of Colorado]
    broader: us
  - id: us-nm
    name: New Mexico
    synonyms: [New Mexican, state of New Mexico]
    broader: us
  - id: us-tx
    name: Texas
    synonyms: [Texan, state of Texas]
    broader: us
  - id: us-ut
    name: Utah
    synonyms: [state of Utah]
    broader: us
  - id: us-az
    name: Arizona
    broader: us
  - id: us-ca
    name: California
    synonyms: [Californian, Oakland, San Francisco]
    broader: us
  - id: us-ma
    name: Massachusetts
    broader: us
  - id: us-wa
    name: Washington State
    synonyms: [state of Washington, Seattle]
    broader: us
  - id: us-ny
    name: New York State
    synonyms: [state of New York]
    broader: us
  - id: us-dc
    name: Washington, D.C.
    synonyms: [District of Columbia]
    broader: us
  - id: us-md
    name: Maryland
    broader: us
  - id: us-nj
    name: New Jersey
    broader: us
  - id: us-nv
    name: Nevada
    broader: us
  - id: us-ct
    name: Connecticut
    broader: us
  - id: eu
    name: European Union
    synonyms: [Europe, European, Europeans, EU member states]
    exact: [EU, E.U.]
  - id: uk
    name: United Kingdom
    synonyms: [Great Britain, Britain, British, England, Scotland, Wales, Northern Ireland]
    exact: [UK, U.K., GB]
  - id: ie
    name: Ireland
    synonyms: [Irish, Republic of Ireland]
    broader: eu
  - id: ca
    name: Canada
    synonyms: [Canadian, Canadians]
  - id: ca-ab
    name: Alberta
    synonyms: [Albertan]
    broader: ca
  - id: ca-qc
    name: Quebec
    synonyms: [Québec]
    broader: ca
  - id: ca-bc
    name: British Columbia
    broader: ca
  - id: au
    name: Australia
    synonyms:
      - Australian
      - Australians
      - Commonwealth of Australia
      - New South Wales
      - Queensland
      - South Australia
      - Western Australia
      - Tasmania
  - id: nz
    name: New Zealand
    synonyms: [New Zealander, Aotearoa]
    exact: [NZ]
  - id: ch
    name: Switzerland
    synonyms: [Swiss]
  - id: de
    name: Germany
    synonyms: [German, Germans, Federal Republic of Germany]
    broader: eu
  - id: cz
    name: Czech Republic
    synonyms: [Czechia, Czech, Czechs]
    broader: eu
  - id: nl
    name: Netherlands
    synonyms: [Dutch, Holland, the Netherlands]
    broader: eu
  - id: dk
    name: Denmark
    synonyms: [Danish, Danes]
    broader: eu
  - id: se
    name: Sweden
    synonyms: [Swedish, Swedes]
    broader: eu
  - id: 'no'
    name: Norway
    synonyms: [Norwegian, Norwegians]
  - id: fi
    name: Finland
    synonyms: [Finnish, Finns]
    broader: eu
  - id: fr
    name: France
    synonyms: [French]
    broader: eu
  - id: es
    name: Spain
    synonyms: [Spanish, Spaniards]
    broader: eu
  - id: pt
    name: Portugal
    synonyms: [Portuguese]
    broader: eu
  - id: it
    name: Italy
    synonyms: [Italian, Italians]
    broader: eu
  - id: at
    name: Austria
    synonyms: [Austrian, Austrians]
    broader: eu
  - id: be
    name: Belgium
    synonyms: [Belgian, Belgians]
    broader: eu
  - id: pl
    name: Poland
    exact: [Polish]
    broader: eu
  - id: il
    name: Israel
    synonyms: [Israeli, Israelis]
  - id: br
    name: Brazil
    synonyms: [Brazilian, Brazilians]
  - id: mx
    name: Mexico
    synonyms: [Mexican, Mexicans]
  - id: pe
    name: Peru
    synonyms: [Peruvian]
  - id: jm
    name: Jamaica
    synonyms: [Jamaican]
  - id: cr
    name: Costa Rica
    synonyms: [Costa Rican]
  - id: jp
    name: Japan
    synonyms: [Japanese]
  - id: tw
    name: Taiwan
    synonyms: [Taiwanese]
  - id: sg
    name: Singapore
    synonyms: [Singaporean]
  - id: cn
    name: China
    synonyms: [Chinese]
  - id: za
    name: South Africa
    synonyms: [South African]
  - id: us-mi
    name: Michigan
    synonyms: [Ann Arbor, Detroit]
    broader: us
  - id: us-mn
    name: Minnesota
    synonyms: [Minneapolis]
    broader: us
  - id: us-ak
    name: Alaska
    broader: us
  - id: us-in
    name: Indiana
    broader: us
  - id: us-ok
    name: Oklahoma
    broader: us
  - id: us-al
    name: Alabama
    synonyms: [state of Alabama]
    broader: us
  - id: us-ar
    name: Arkansas
    synonyms: [state of Arkansas]
    broader: us
  - id: us-de
    name: Delaware
    synonyms: [state of Delaware]
    broader: us
  - id: us-fl
    name: Florida
    synonyms: [Floridian, state of Florida]
    broader: us
  - id: us-ga
    name: Georgia
    synonyms: [state of Georgia]
    broader: us
  - id: us-hi
    name: Hawaii
    synonyms: [Hawaiian, state of Hawaii]
    broader: us
  - id: us-id
    name: Idaho
    synonyms: [state of Idaho]
    broader: us
  - id: us-il
    name: Illinois
    synonyms: [Chicago, state of Illinois]
    broader: us
  - id: us-ia
    name: Iowa
    synonyms: [state of Iowa]
    broader: us
  - id: us-ks
    name: Kansas
    synonyms: [state of Kansas]
    broader: us
  - id: us-ky
    name: Kentucky
    synonyms: [state of Kentucky]
    broader: us
  - id: us-la
    name: Louisiana
    synonyms: [state of Louisiana]
    broader: us
  - id: us-me
    name: Maine
    synonyms: [state of Maine]
    broader: us
  - id: us-ms
    name: Mississippi
    synonyms: [state of Mississippi]
    broader: us
  - id: us-mo
    name: Missouri
    synonyms: [state of Missouri]
    broader: us
  - id: us-mt
    name: Montana
    synonyms: [state of Montana]
    broader: us
  - id: us-ne
    name: Nebraska
    synonyms: [state of Nebraska]
    broader: us
  - id: us-nh
    name: New Hampshire
    synonyms: [state of New Hampshire]
    broader: us
  - id: us-nc
    name: North Carolina
    synonyms: [state of North Carolina]
    broader: us
  - id: us-nd
    name: North Dakota
    synonyms: [state of North Dakota]
    broader: us
  - id: us-oh
    name: Ohio
    synonyms: [state of Ohio]
    broader: us
  - id: us-pa
    name: Pennsylvania
    synonyms: [state of Pennsylvania]
    broader: us
  - id: us-ri
    name: Rhode Island
    synonyms: [state of Rhode Island]
    broader: us
  - id: us-sc
    name: South Carolina
    synonyms: [state of South Carolina]
    broader: us
  - id: us-sd
    name: South Dakota
    synonyms: [state of South Dakota]
    broader: us
  - id: us-tn
    name: Tennessee
    synonyms: [state of Tennessee]
    broader: us
  - id: us-vt
    name: Vermont
    synonyms: [state of Vermont]
    broader: us
  - id: us-va
    name: Virginia
    synonyms: [state of Virginia]
    broader: us
  - id: us-wv
    name: West Virginia
    synonyms: [state of West Virginia]
    broader: us
  - id: us-wi
    name: Wisconsin
    synonyms: [state of Wisconsin]
    broader: us
  - id: us-wy
    name: Wyoming
    synonyms: [state of Wyoming]
    broader: us
  - id: ca-on
    name: Ontario
    broader: ca
  - id: ca-mb
    name: Manitoba
    broader: ca
  - id: ca-sk
    name: Saskatchewan
    broader: ca
  - id: ca-ns
    name: Nova Scotia
    broader: ca
  - id: ca-nb
    name: New Brunswick
    broader: ca
  - id: ca-nl
    name: Newfoundland and Labrador
    synonyms: [Newfoundland]
    broader: ca
  - id: ca-pe
    name: Prince Edward Island
    broader: ca
  - id: ro
    name: Romania
    synonyms: [Romanian]
    broader: eu
  - id: bg
    name: Bulgaria
    synonyms: [Bulgarian]
    broader: eu
  - id: gr
    name: Greece
    synonyms: [Greek]
    broader: eu
  - id: cy
    name: Cyprus
    synonyms: [Cypriot]
    broader: eu
  - id: mt
    name: Malta
    synonyms: [Maltese]
    broader: eu
  - id: hr
    name: Croatia
    synonyms: [Croatian]
    broader: eu
  - id: si
    name: Slovenia
    synonyms: [Slovenian]
    broader: eu
  - id: sk
    name: Slovakia
    synonyms: [Slovak]
    broader: eu
  - id: hu
    name: Hungary
    synonyms: [Hungarian]
    broader: eu
  - id: ee
    name: Estonia
    synonyms: [Estonian]
    broader: eu
  - id: lv
    name: Latvia
    synonyms: [Latvian]
    broader: eu
  - id: lt
    name: Lithuania
    synonyms: [Lithuanian]
    broader: eu
  - id: lu
    name: Luxembourg
    synonyms: [Luxembourgish]
    broader: eu
  - id: ec
    name: Ecuador
    synonyms: [Ecuadorian]
  - id: co
    name: Colombia
    synonyms: [Colombian]
  - id: bo
    name: Bolivia
    synonyms: [Bolivian]
  - id: cl
    name: Chile
    synonyms: [Chilean]
  - id: ar
    name: Argentina
    synonyms: [Argentine, Argentinian]
  - id: uy
    name: Uruguay
    synonyms: [Uruguayan]
  - id: py
    name: Paraguay
    synonyms: [Paraguayan]
  - id: ve
    name: Venezuela
    synonyms: [Venezuelan]
  - id: gt
    name: Guatemala
    synonyms: [Guatemalan]
  - id: hn
    name: Honduras
    synonyms: [Honduran]
  - id: sv
    name: El Salvador
    synonyms: [Salvadoran]
  - id: ni
    name: Nicaragua
    synonyms: [Nicaraguan]
  - id: pa
    name: Panama
    synonyms: [Panamanian]
  - id: cu
    name: Cuba
    synonyms: [Cuban]
  - id: do
    name: Dominican Republic
  - id: bs
    name: Bahamas
    synonyms: [Bahamian]
  - id: bz
    name: Belize
  - id: tt
    name: Trinidad and Tobago
  - id: vc
    name: Saint Vincent and the Grenadines
  - id: in
    name: India
    synonyms: [Indian]
  - id: pk
    name: Pakistan
    synonyms: [Pakistani]
  - id: bd
    name: Bangladesh
  - id: lk
    name: Sri Lanka
    synonyms: [Sri Lankan]
  - id: np
    name: Nepal
    synonyms: [Nepalese]
  - id: th
    name: Thailand
    synonyms: [Thai]
  - id: vn
    name: Vietnam
    synonyms: [Vietnamese]
  - id: kh
    name: Cambodia
    synonyms: [Cambodian]
  - id: la
    name: Laos
  - id: my
    name: Malaysia
    synonyms: [Malaysian]
  - id: id
    name: Indonesia
    synonyms: [Indonesian, Bali]
  - id: ph
    name: Philippines
    synonyms: [Filipino, Philippine]
  - id: kr
    name: South Korea
    synonyms: [South Korean]
  - id: hk
    name: Hong Kong
  - id: mn
    name: Mongolia
    synonyms: [Mongolian]
  - id: ru
    name: Russia
    synonyms: [Russian]
  - id: ua
    name: Ukraine
    synonyms: [Ukrainian]
  - id: by
    name: Belarus
    synonyms: [Belarusian]
  - id: md
    name: Moldova
    synonyms: [Moldovan]
  - id: rs
    name: Serbia
    synonyms: [Serbian]
  - id: ba
    name: Bosnia and Herzegovina
    synonyms: [Bosnia, Bosnian]
  - id: me
    name: Montenegro
  - id: mk
    name: North Macedonia
  - id: al
    name: Albania
    synonyms: [Albanian]
  - id: xk
    name: Kosovo
  - id: li
    name: Liechtenstein
  - id: mc
    name: Monaco
  - id: is
    name: Iceland
    synonyms: [Icelandic]
  - id: tr
    name: Turkey
    synonyms: [Turkish, Türkiye]
  - id: lb
    name: Lebanon
    synonyms: [Lebanese]
  - id: jo
    name: Jordan
    synonyms: [Jordanian]
  - id: sa
    name: Saudi Arabia
    synonyms: [Saudi]
  - id: ae
    name: United Arab Emirates
    synonyms: [Emirati, Dubai]
  - id: qa
    name: Qatar
    synonyms: [Qatari]
  - id: kw
    name: Kuwait
    synonyms: [Kuwaiti]
  - id: ir
    name: Iran
    synonyms: [Iranian]
  - id: iq
    name: Iraq
    synonyms: [Iraqi]
  - id: eg
    name: Egypt
    synonyms: [Egyptian]
  - id: ma
    name: Morocco
    synonyms: [Moroccan]
  - id: dz
    name: Algeria
    synonyms: [Algerian]
  - id: tn
    name: Tunisia
    synonyms: [Tunisian]
  - id: ng
    name: Nigeria
    synonyms: [Nigerian]
  - id: gh
    name: Ghana
    synonyms: [Ghanaian]
  - id: ke
    name: Kenya
    synonyms: [Kenyan]
  - id: ug
    name: Uganda
    synonyms: [Ugandan]
  - id: tz
    name: Tanzania
    synonyms: [Tanzanian]
  - id: et
    name: Ethiopia
    synonyms: [Ethiopian]
  - id: rw
    name: Rwanda
    synonyms: [Rwandan]
  - id: zw
    name: Zimbabwe
    synonyms: [Zimbabwean]
  - id: zm
    name: Zambia
    synonyms: [Zambian]
  - id: bw
    name: Botswana
  - id: na
    name: Namibia
    synonyms: [Namibian]
  - id: ga
    name: Gabon
    synonyms: [Gabonese]
  - id: cm
    name: Cameroon
    synonyms: [Cameroonian]
  - id: sn
    name: Senegal
    synonyms: [Senegalese]
  - id: ws
    name: Samoa
    synonyms: [Samoan]
  - id: fj
    name: Fiji
    synonyms: [Fijian]
  - id: international
    name: international
    synonyms: [worldwide, global, globally, around the world, anywhere in the world]

controls:
  - id: placebo
    name: placebo
    synonyms:
      - inactive placebo
      - inert placebo
      - sugar pill
      - dummy
      - dummy capsule
      - dummy drug
      - dummy pill
      - sham treatment
      - placebo-controlled
      - placebo group
      - placebo arm
      - placebo spray
      - saline placebo
  - id: active-placebo
    name: active placebo
    synonyms:
      - active comparator placebo
      - psychoactive placebo
      - active placebo-controlled
      - antihistamine placebo
      - niacin placebo
    broader: [placebo, active-comparator]
  - id: low-dose
    name: low dose
    synonyms:
      - low-dose control
      - very low dose
      - very-low-dose control
      - subtherapeutic dose
      - sub-perceptual dose
      - subperceptual dose
      - non-psychedelic dose
      - inactive dose
      - low-dose comparator
      - comparator dose
      - control dose
      - dose-controlled
    broader: active-comparator
  - id: waiting-list
    name: waiting list
    synonyms: [wait-list, waitlist, waitlist control, waiting-list control]
  - id: delayed-treatment
    name: delayed treatment
    synonyms: [delayed-treatment group, delayed start, deferred treatment]
    broader: waiting-list
  - id: no-treatment
    name: no treatment
    synonyms: [untreated control, untreated controls]
  - id: treatment-as-usual
    name: treatment as usual
    synonyms: [standard care, standard of care, usual care, standard treatment]
    exact: [TAU]
  - id: active-comparator
    name: active comparator
    synonyms: [active-controlled, active control, head-to-head]
  - id: tms
    name: transcranial magnetic stimulation
    synonyms: [magnetic stimulation, repetitive transcranial magnetic stimulation]
    exact: [TMS, rTMS]
    broader: active-comparator
  - id: cbt
    name: cognitive behavioural therapy
    synonyms: [cognitive behavioral therapy, cognitive-behavioural treatment]
    exact: [CBT]
    broader: [psychotherapy, active-comparator]
  - id: lithium
    name: lithium
    broader: active-comparator
  - id: olanzapine
    name: olanzapine
    broader: active-comparator
  - id: alprazolam
    name: alprazolam
    synonyms: [Xanax]
    broader: active-comparator
  - id: clonazepam
    name: clonazepam
    broader: active-comparator
  - id: caffeine
    name: caffeine
    synonyms: [caffeine tablet, caffeine pill]
    broader: active-placebo
  - id: ect
    name: electroconvulsive therapy
    synonyms: [electroshock therapy, electric shock therapy, electroconvulsive treatment]
    exact: [ECT]
    broader: active-comparator
  - id: psychotherapy
    name: psychotherapy alone
    synonyms:
      - therapy alone
      - talk therapy alone
      - cognitive behavioural therapy alone
      - MBSR alone
      - mindfulness-based stress reduction
    broader: active-comparator
  - id: none
    name: no control group
    synonyms:
      - uncontrolled
      - without a control group
      - no comparison group
      - single arm
      - no placebo group
      - no control arm

designations:
  - id: breakthrough-therapy
    name: breakthrough therapy designation
    synonyms:
      - breakthrough therapy
      - breakthrough therapy status
      - breakthrough designation
      - breakthrough status
      - designated a breakthrough therapy
      - named a breakthrough therapy
      - breakthrough tag
      - breakthrough label
    exact: [BTD]
  - id: fast-track
    name: fast track designation
    synonyms: [fast-track status, fast-tracked]
    exact: [FTD, Fast Track, fast-track]
  - id: orphan-drug
    name: orphan drug designation
    synonyms: [orphan-drug status, orphan designation, orphan status]
    exact: [ODD]
  - id: priority-review
    name: priority review
    synonyms: [priority-review status, granted priority review]
  - id: national-priority-voucher
    name: Commissioner's National Priority Voucher
    synonyms:
      - National Priority Voucher
      - Commissioners National Priority Voucher
      - priority voucher
      - priority review voucher
    exact: [CNPV]
  - id: rolling-review
    name: rolling review
    synonyms: [rolling submission, rolling NDA, rolling new drug application]
  - id: rmat
    name: regenerative medicine advanced therapy designation
    exact: [RMAT]
  - id: accelerated-approval
    name: accelerated approval
  - id: innovation-passport
    name: Innovation Passport
    synonyms:
      - Innovative Licensing and Access Pathway
      - ILAP designation
      - innovation passport designation
    exact: [ILAP]
  - id: prime
    name: PRIME designation
    synonyms: [priority medicines scheme]
    exact: [PRIME]
  - id: rare-paediatric-disease
    name: rare paediatric disease designation
    synonyms: [rare pediatric disease designation]
  - id: promising-innovative-medicine
    name: promising innovative medicine designation
    synonyms: [promising innovative medicine]
    exact: [PIM]
  - id: sakigake
    name: Sakigake designation
    synonyms: [Sakigake]
  - id: compassionate-use
    name: compassionate use
    synonyms: [compassionate-use programme, compassionate-use program, hardship programme]
  - id: expanded-access
    name: expanded access
    synonyms: [expanded access program, expanded access programme, Right to Try]
  - id: authorised-prescriber
    name: Authorised Prescriber scheme
    synonyms:
      - authorised prescriber
      - authorized prescriber
      - authorised psychiatrist
      - authorized psychiatrist
      - authorised prescribing

schedules:
  - id: schedule-i
    name: Schedule I
    synonyms:
      - Schedule 1
      - Schedule I controlled substance
      - Schedule I drug
      - Schedule One
      - Schedule-I substance
  - id: schedule-ii
    name: Schedule II
    synonyms: [Schedule 2, Schedule II controlled substance, Schedule Two]
  - id: schedule-iii
    name: Schedule III
    synonyms: [Schedule 3, Schedule III controlled substance, Schedule Three]
  - id: schedule-iv
    name: Schedule IV
    synonyms: [Schedule 4, Schedule IV controlled substance]
  - id: schedule-v
    name: Schedule V
    synonyms: [Schedule 5, Schedule V controlled substance]
  - id: list-ii
    name: List II
    synonyms: [Opium Act List II, list II of the Opium Act]
    note: Netherlands, Opium Act.
  - id: schedule-8
    name: Schedule 8
    synonyms: [Schedule 8 controlled drug, Schedule 8 medicine, Schedule Eight]
    exact: [S8]
    note: 'Australian Poisons Standard: controlled drug.'
  - id: schedule-9
    name: Schedule 9
    synonyms: [Schedule 9 prohibited substance, Schedule Nine]
    exact: [S9]
    note: 'Australian Poisons Standard: prohibited substance.'
  - id: class-a
    name: Class A
    synonyms: [Class A drug, Class A substance]
    note: United Kingdom, Misuse of Drugs Act 1971.
  - id: class-b
    name: Class B
    synonyms: [Class B drug]
  - id: class-c
    name: Class C
    synonyms: [Class C drug]

treatments:
  - id: psychedelic-assisted-therapy
    name: psychedelic-assisted therapy
    members: [psilocybin, psilocin, mdma, lsd, dmt, 5-meo-dmt, mescaline, ayahuasca, ibogaine]
    synonyms:
      - psychedelic-assisted psychotherapy
      - psychedelic assisted treatment
      - psychedelic therapy
      - psychedelic treatment
      - psychedelic psychotherapy
      - psychedelic-assisted intervention
      - psychedelic medicine
      - psychedelic drug therapy
      - assisted therapy with psychedelics
      - guided psychedelic session
      - medicine session
      - dosing session
    exact: [PAT, PAP]
  - id: psychedelics
    name: psychedelics
    members: [psilocybin, psilocin, mdma, lsd, dmt, 5-meo-dmt, mescaline, ayahuasca, ibogaine]
    synonyms:
      - psychedelic
      - psychedelic drug
      - psychedelic compound
      - psychedelic substance
      - hallucinogen
      - hallucinogenic drug
      - entheogen
      - psychoplastogen
      - neuroplastogen
  - id: classic-psychedelics
    name: classic psychedelics
    members: [psilocybin, psilocin, lsd, dmt, 5-meo-dmt, mescaline, ayahuasca]
    synonyms:
      - classic psychedelic
      - classical psychedelic
      - serotonergic psychedelic
      - classic hallucinogen
      - serotonin 2A agonist
      - 5-HT2A agonist
    broader: psychedelics
  - id: entactogens
    name: entactogens
    members: [mdma, methylone]
    synonyms: [entactogen, empathogen]
    broader: psychedelics
  - id: dissociatives
    name: dissociatives
    members: [ketamine, esketamine, arketamine]
    synonyms: [dissociative, dissociative anaesthetic, dissociative anesthetic]
  - id: psilocybin-therapy
    name: psilocybin-assisted therapy
    members: psilocybin
    synonyms:
      - psilocybin therapy
      - psilocybin treatment
      - psilocybin-assisted psychotherapy
      - psilocybin services
      - magic mushroom therapy
    broader: psychedelic-assisted-therapy
  - id: mdma-therapy
    name: MDMA-assisted therapy
    members: mdma
    synonyms:
      - MDMA therapy
      - MDMA-assisted psychotherapy
      - MDMA treatment
      - midomafetamine-assisted therapy
    exact: [MDMA-AT]
    broader: psychedelic-assisted-therapy
  - id: lsd-therapy
    name: LSD-assisted therapy
    members: lsd
    synonyms: [LSD therapy, LSD-assisted psychotherapy]
    broader: psychedelic-assisted-therapy
  - id: ketamine-therapy
    name: ketamine-assisted therapy
    members: ketamine
    synonyms:
      - ketamine therapy
      - ketamine treatment
      - ketamine-assisted psychotherapy
      - ketamine infusion therapy
    exact: [KAP]
  - id: ibogaine-therapy
    name: ibogaine treatment
    members: ibogaine
    synonyms: [ibogaine therapy, ibogaine-assisted therapy]
    broader: psychedelic-assisted-therapy
  - id: microdosing
    name: microdosing
    synonyms: [microdose, micro-dosing]
