"""Reports to render: one that has everything, and any that hypothesis can think of."""

from datetime import date

from hypothesis import strategies as st

from claimcheck.model.findings import (
    IN_BASELINE,
    FieldComparison,
    Finding,
    Problem,
    ReferenceResult,
    Report,
    RuleInfo,
    SentenceResult,
    Severity,
    Suggestion,
)
from claimcheck.model.place import Location

DRAFT = """\
# Psilocybin for depression

In the phase 2b trial, 216 participants were
randomised to one of three doses, and the
result was published in 2022,
four years ago.

うつ病の治験では、216人が無作為化された (Goodwin 2022).
\tIndented by a tab: response in half of the patients at week 3.
"""
LONG = "A line that goes on and on. " * 10 + "It was approved in 2023. " + "And on. " * 20 + "\n"
REFERENCES = """\
references:
- id: goodwin-2022
  title: Single-Dose Psilocybin for a Treatment-Resistant Episode of Major Depression
  DOI: 10.1056/NEJMoa2206443
  issued: 2021
"""
MANUAL = """\
The draft states something that the sources of the base contradict.

The message shows both sides.

Fires:
    The trial randomised 216 participants.

Quiet:
    The trial randomised 233 participants."""
RULES = (
    RuleInfo(
        code="DFT001",
        name="contradicted",
        severity=Severity.ERROR,
        summary=MANUAL.partition("\n")[0],
        manual=MANUAL,
    ),
    RuleInfo(
        code="REF006",
        name="year-mismatch",
        severity=Severity.WARNING,
        summary="The year is not the one of the record.",
        manual="The year is not the one of the record.",
    ),
)


def finding(code, name, severity, where, message, suppressed=None, **rest):
    problem = Problem(where=where, message=message, **rest)
    return Finding(code=code, name=name, severity=severity, problem=problem, suppressed=suppressed)


def at(path, line, column, end_line=0, end_column=0, label=""):
    return Location(path, line, column, end_line, end_column, label)


FINDINGS = (
    finding(
        "DFT001",
        "contradicted",
        Severity.ERROR,
        at("docs/my draft.md", 3, 24, 3, 40),
        "draft: 216 participants; Goodwin 2022: 233 randomised",
        text="In the phase 2b trial, 216 participants were randomised to one of three doses.",
        found="216 participants",
        expected="233 randomised",
        claim="comp001-size",
        trial="comp001",
        reference="goodwin-2022",
        doi="10.1056/NEJMoa2206443",
        suggestion=Suggestion("233 participants"),
        related=((at("data/trials.yaml", 40, 5), "the trial's record"),),
    ),
    finding(
        "DFT003",
        "unsourced",
        Severity.WARNING,
        at("docs/my draft.md", 3, 1, 6, 16),
        "a result without a source",
        text="In the phase 2b trial …",
    ),
    finding(
        "DFT001",
        "contradicted",
        Severity.ERROR,
        at("docs/my draft.md", 8, 10, 8, 14),
        "draft: 216人; Goodwin 2022: 233 randomised",
        text="うつ病の治験では、216人が無作為化された (Goodwin 2022).",
        found="216人",
        suggestion=Suggestion("233人", safe=True),
    ),
    finding(
        "DFT009",
        "supported",
        Severity.INFO,
        at("docs/my draft.md", 9, 21, 9, 29),
        "agrees with the record",
    ),
    finding(
        "DFT002",
        "outdated",
        Severity.WARNING,
        at("docs/my draft.md", 2, 1),
        "an empty line has no excerpt; its words are shown instead",
        text="Results are awaited.",
    ),
    finding(
        "DFT001",
        "contradicted",
        Severity.ERROR,
        at("long.md", 1, 281, 1, 305),
        "no such approval is on record",
        event="fda-2023",
    ),
    finding(
        "DFT001",
        "contradicted",
        Severity.ERROR,
        at("talk.docx", 12, 1, 12, 30, "paragraph 12"),
        "draft: 10 sites; Goodwin 2022: 22 sites",
        text="The trial ran at 10 sites.",
    ),
    finding(
        "REF006",
        "year-mismatch",
        Severity.WARNING,
        at("data/references.yaml", 5, 11, 5, 15),
        "given: 2021; Crossref: 2022",
        reference="goodwin-2022",
        doi="10.1056/NEJMoa2206443",
        suggestion=Suggestion("2022", safe=True),
        related=((at("docs/my draft.md", 8, 22), "cited here"),),
    ),
    finding(
        "REF014",
        "could-not-check",
        Severity.WARNING,
        at("data/references.yaml", 4, 8, 4, 29),
        "Crossref did not answer (timed out)",
        reference="goodwin-2022",
    ),
    finding(
        "REF007",
        "venue-mismatch",
        Severity.WARNING,
        at("data/references.yaml", 3, 10, 3, 30),
        "given: NEJM; Crossref: New England Journal of Medicine",
        suppressed="waived: the usual abbreviation",
    ),
    finding(
        "REF007",
        "venue-mismatch",
        Severity.WARNING,
        at("data/references.yaml", 3, 10, 3, 30),
        "the same again, known before",
        suppressed=IN_BASELINE,
    ),
)

EVERYTHING = Report(
    command="lint",
    as_of=date(2026, 11, 21),
    findings=FINDINGS,
    sentences=(
        SentenceResult(
            where=at("docs/my draft.md", 3, 1),
            text="In the phase 2b trial, 216 participants were\nrandomised to one of three doses",
            verdict="contradicted",
            trials=("comp001",),
            references=("goodwin-2022",),
        ),
        SentenceResult(
            where=at("docs/my draft.md", 9, 2),
            text="Indented by a tab: response in half of the patients at week 3.",
            verdict="supported",
            claims=("comp001-response",),
        ),
    ),
    references=(
        ReferenceResult(
            where=at("data/references.yaml", 4, 8),
            id="goodwin-2022",
            doi="10.1056/NEJMoa2206443",
            state="mismatch",
            matched_doi="10.1056/nejmoa2206443",
            via="lock",
            checked_at="2026-11-01T08:00:00+00:00",
            fields=(FieldComparison(name="year", given="2021", record="2022", agrees=False),),
        ),
        ReferenceResult(
            where=at("data/references.yaml", 9, 8),
            id="a-book",
            doi=None,
            state="unchecked",
            reason="it has no DOI",
        ),
        ReferenceResult(
            where=at("data/references.yaml", 12, 8),
            id="fine-2020",
            doi="10.1000/182",
            state="verified",
            via="crossref",
        ),
    ),
    files=("clean.md", "data/references.yaml", "docs/my draft.md", "long.md", "talk.docx"),
    rules=RULES,
    notes=("1 records rest on the lock (oldest of 2026-11-01), not on Crossref.",),
    unchecked=1,
    exit=1,
    show_all=True,
    statistics=True,
    sources={
        "docs/my draft.md": DRAFT,
        "long.md": LONG,
        "data/references.yaml": REFERENCES,
    },
)
NOTHING = Report(command="check", as_of=date(2026, 11, 21))

NASTY = (
    "",
    "50% of 100%25\r\nnext\rline, a: b, c",
    "::error file=x::injected",
    'quotes " and \' and <b onclick="x()">bold</b> &amp; & ]]> --> <!-- -->',
    "a | pipe `tick` *star* _under_ [link](http://x) ![image](y) ~~gone~~ $a$ \\ @someone #12",
    "\x00\x01\x07\x08\x0b\x0c\x1b[31mred\x1b[0m\x7f\x85\x9b31m\ufffe\uffff",
    "lone \ud800 and \udc80 and \udfff",
    "👩\u200d👩\u200d👧 e\u0301 ｗｉｄｅ 漢字 \u202eevil\u202c \u2067שלום\u2069 مرحبا",
    "line\u2028separator\u2029paragraph\x85next",
    "# heading\n\n- item\n\n    code\n\n<script>alert(1)</script>",
    "{0} {placeholder} %s %(x)s {{}}",
    "x" * 10_000,
)

texts = st.one_of(st.sampled_from(NASTY), st.text(st.characters()))
paths = st.one_of(
    st.sampled_from(
        ("draft.md", "a b/c d.md", "C:\\Users\\a b\\draft.md", "/abs/x%20y.md", "a:b.md", "-")
    ),
    st.text(st.characters(), min_size=1),
)
lines = st.integers(1, 4)
columns = st.integers(1, 60)


@st.composite
def places(draw):
    line, column = draw(lines), draw(columns)
    where = {"path": draw(paths), "line": line, "column": column}
    kind = draw(st.sampled_from(("point", "stretch", "lines", "label")))
    if kind == "stretch":
        where |= {"end_line": line, "end_column": column + draw(columns)}
    if kind == "lines":
        where |= {"end_line": line + draw(lines), "end_column": draw(columns)}
    return Location(**where, label=draw(texts) if kind == "label" else "")


maybe = st.none() | texts
suggestions = st.none() | st.builds(Suggestion, texts, st.booleans())
problems = st.builds(
    Problem,
    where=places(),
    message=texts,
    text=texts,
    found=maybe,
    expected=maybe,
    claim=maybe,
    trial=maybe,
    event=maybe,
    reference=maybe,
    doi=maybe,
    suggestion=suggestions,
    related=st.lists(st.tuples(places(), texts), max_size=2).map(tuple),
    severity=st.none(),
    waivers=st.just(()),
)
findings = st.builds(
    Finding,
    code=st.sampled_from(("DFT001", "REF006", "CLM001")),
    name=st.sampled_from(("contradicted", "could-not-check", "year-mismatch")),
    severity=st.sampled_from(Severity),
    problem=problems,
    suppressed=maybe,
)
sentences = st.builds(
    SentenceResult,
    where=places(),
    text=texts,
    verdict=st.sampled_from(("supported", "contradicted", "cited")),
    claims=st.lists(texts, max_size=1).map(tuple),
    trials=st.just(()),
    events=st.just(()),
    references=st.just(()),
)
references = st.builds(
    ReferenceResult,
    where=places(),
    id=texts,
    doi=maybe,
    state=st.sampled_from(("verified", "unchecked", "retracted")),
    matched_doi=maybe,
    via=maybe,
    checked_at=maybe,
    fields=st.just(()),
    reason=maybe,
)


@st.composite
def reports(draw):
    """A report; each file that a finding names is there as text, or is not."""
    found = tuple(draw(st.lists(findings, max_size=3)))
    named = sorted({f.where.path for f in found})
    return Report(
        command=draw(st.sampled_from(("check", "lint", "refs"))),
        as_of=date(2026, 11, 21),
        findings=found,
        sentences=tuple(draw(st.lists(sentences, max_size=2))),
        references=tuple(draw(st.lists(references, max_size=2))),
        files=tuple(named),
        rules=RULES,
        notes=tuple(draw(st.lists(texts, max_size=1))),
        unchecked=draw(st.integers(0, 2)),
        exit=draw(st.sampled_from((0, 1, 2, 3))),
        show_all=draw(st.booleans()),
        statistics=draw(st.booleans()),
        sources={path: draw(texts) for path in named if draw(st.booleans())},
    )
