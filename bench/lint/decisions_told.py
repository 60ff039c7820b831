"""Sentences that tell a decision as it was, for `decisions_gen`: several wordings for each kind."""

from __future__ import annotations

TEMPLATES: dict[str, tuple[str, ...]] = {
    "approval": (
        "In {date}, the {agency} approved {compound} for {indication}.",
        "{compound} was approved by the {agency} for {indication} in {date}.",
        "{compound} won {agency} approval for {indication} in {date}.",
        "The {agency}'s approval of {compound} for {indication} came in {date}.",
        "{compound} has been approved by the {agency} for {indication}.",
        "Since {date}, {compound} has been approved by the {agency} for {indication}.",
        "{compound} is approved by the {agency} as a treatment for {indication}.",
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
