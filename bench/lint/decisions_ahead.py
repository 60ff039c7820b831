"""Sentences that say of a past decision that it is still to come, for `decisions_gen`.

Each is outdated today, right if it was written before the decision, and never wrong of a treatment
on which nothing of the kind was decided.
"""

from __future__ import annotations

AHEAD: dict[str, tuple[str, ...]] = {
    "approval": (
        "The {agency} has not yet approved {compound} for {indication}.",
        "{compound} has yet to be approved for {indication} by the {agency}.",
        "A decision by the {agency} on {compound} for {indication} is still pending.",
        "The {agency}'s decision on {compound} for {indication} is expected by {date}.",
        "{compound} is awaiting {agency} approval for {indication}.",
        "{compound} remains unapproved by the {agency} for {indication}.",
        "Approval of {compound} for {indication} by the {agency} is due in {date}.",
        "The {agency} is expected to rule on {compound} for {indication} in {date}.",
        "So far the {agency} has not licensed {compound} for {indication}.",
        "{compound} has no {agency} approval for {indication} as yet.",
        "{compound} for {indication} is under review at the {agency}.",
        "The {agency} will decide on {compound} for {indication} in {date}.",
        "{compound} could be approved by the {agency} for {indication} in {date}.",
        "The {agency} is still weighing {compound} for {indication}.",
    ),
    "refusal": (
        "The {agency} has yet to decide on {compound} for {indication}.",
        "{compound} is on track for {agency} approval for {indication}.",
        "The {agency} will decide on {compound} by {date}.",
        "The {agency}'s verdict on {compound} for {indication} is awaited.",
        "{compound} could win {agency} approval for {indication} in {date}.",
        "The {agency} is reviewing {compound} for {indication}.",
        "Approval of {compound} for {indication} by the {agency} is expected in {date}.",
        "A decision on {compound} by the {agency} is due by {date}.",
        "No decision has been taken by the {agency} on {compound} for {indication} so far.",
    ),
    "designation": (
        "{holder} has yet to receive {designation} for {compound} in {indication}.",
        "The {agency} has not granted {compound} {designation} for {indication}.",
        "{compound} does not yet have {designation} for {indication}.",
        "{holder} expects to receive {designation} for {compound} in {indication}.",
        "{compound} still lacks {designation} for {indication}.",
        "So far, {compound} has not been given {designation} for {indication}.",
        "{holder} hopes to obtain {designation} for {compound} in {indication} in {date}.",
    ),
    "priority-voucher": (
        "{holder} has yet to receive a {designation} for {compound}.",
        "The {agency} has not given {holder} a {designation}.",
        "No {designation} has gone to {holder} so far.",
        "{holder} is expected to receive a {designation} in {date}.",
    ),
    "application": (
        "{holder} has not yet filed an application for {compound}.",
        "{holder} plans to submit its new drug application for {compound} in {date}.",
        "{holder} has yet to submit {compound} for approval.",
        "An application for {compound} in {indication} is expected in {date}.",
        "{holder} will file for approval of {compound} in {date}.",
    ),
    "acceptance": (
        "The {agency} has yet to accept the application for {compound}.",
        "The application for {compound} has not been accepted by the {agency}.",
        "The {agency} is expected to accept the application for {compound} in {date}.",
    ),
    "advisory-vote": (
        "FDA advisers have yet to vote on {compound}.",
        "An FDA advisory committee will meet in {date} to discuss {compound} for {indication}.",
        "The advisory committee's vote on {compound} for {indication} is still to come.",
        "An FDA panel is due to vote on {compound} for {indication} in {date}.",
    ),
    "hold-lifted": (
        "{compound} is still on clinical hold at the {agency}.",
        "The clinical hold on {compound} has not been lifted.",
        "{holder} is waiting for the {agency} to lift the clinical hold on {compound}.",
        "{holder} expects the clinical hold on {compound} to be lifted in {date}.",
        "The {agency} has yet to release {compound} from its clinical hold.",
        "The clinical hold on {compound} remains in place.",
    ),
    "access-scheme": (
        "Patients in {place} cannot get {compound} outside a clinical trial.",
        "In {place}, {compound} is available only in clinical trials.",
        "Nobody in {place} can get {compound} for {indication} outside of research.",
        "{place} has not yet opened any access to {compound} for {indication}.",
    ),
    "opinion": (
        "{agency} has yet to decide on {compound} for {indication}.",
        "{agency} is still assessing {compound} for {indication}.",
        "{agency}'s opinion on {compound} for {indication} is pending.",
        "{agency} is expected to decide on {compound} for {indication} in {date}.",
        "A recommendation by {agency} on {compound} for {indication} is due in {date}.",
    ),
    "law": (
        "{place} has not yet {lawful}.",
        "So far, {place} has not {lawful}.",
        "{place} plans to {lawinf}.",
        "{place} has yet to {lawinf}.",
        "{place} will {lawinf} in {date}.",
    ),
    "readout": (
        "The results of {trial} are still awaited.",
        "{trial} has yet to report.",
        "{holder} expects topline data from {trial} in {date}.",
        "{trial} has not published any results so far.",
        "{holder} will announce the results of {trial} in {date}.",
        "Data from {trial} are pending.",
        "No data from {trial} have been released so far.",
        "{trial} is ongoing, and its results are expected in {date}.",
    ),
}
INFINITIVES = {
    "legalised": "legalise",
    "decriminalised": "decriminalise",
    "set aside": "set aside",
    "passed": "pass",
    "set up": "set up",
}
UNLISTED = ("Portugal", "Ecuador", "Japan", "Norway", "Kenya", "Thailand", "Chile", "Poland")
"""Countries in which no decision of the base opened any treatment."""
TREATMENTS = ("psilocybin", "mdma", "lsd", "ibogaine")
UNDECIDED = (
    "bretisilocin", "re104", "noribogaine", "2c-b", "arketamine", "dmt", "salvinorin-a",
    "5-meo-dmt",
)  # fmt: skip
"""Treatments on which little or nothing was decided."""
PRESCRIBING = (
    "Doctors in {country} may prescribe {compound} for {indication}.",
    "In {country}, psychiatrists can legally prescribe {compound}.",
    "{country} has allowed doctors to prescribe {compound} since {year}.",
    "Since {year}, {compound} has been an approved medicine in {country}.",
    "Physicians in {country} are authorised to treat {indication} with {compound}.",
)


def infinitive(lawful: str) -> str:
    """ "set up a task force" for what a place "has set up"."""
    for done, to_do in INFINITIVES.items():
        if lawful.startswith(done):
            return to_do + lawful.removeprefix(done)
    return lawful
