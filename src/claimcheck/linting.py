"""Drafts against a base, on one page: sentences, opinions, verdicts, findings, suppressions."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, partial
from typing import Any

from claimcheck import patterns
from claimcheck.bibliography.coverage import Coverage
from claimcheck.bibliography.linking import Elsewhere, draft_citations
from claimcheck.bibliography.prose import list_blocks
from claimcheck.cores import elsewhere, parts, spare
from claimcheck.drafts.sentences import split
from claimcheck.model.bibliography import DraftCitations, Mention
from claimcheck.model.drafts import Document, Sentence
from claimcheck.model.linted import Linted
from claimcheck.policy import Policy
from claimcheck.rules.base import Rule
from claimcheck.rules.citations import DRAFT_CITATION_RULES
from claimcheck.rules.drafts import Slipped, impossible_in_draft, inconsistent
from claimcheck.statements import decisions, trials
from claimcheck.statements.apart import apart
from claimcheck.statements.arithmetic import Slip, slips
from claimcheck.statements.cited import cited_works
from claimcheck.statements.claims import may_repeat, repeats, with_claims
from claimcheck.statements.consistency import Stated, clashes, stated
from claimcheck.statements.dating import in_time
from claimcheck.statements.exchanged import exchanged
from claimcheck.statements.foreign import borne_out
from claimcheck.statements.gate import worth_reading
from claimcheck.statements.hearsay import own
from claimcheck.statements.misdirected import misdirected
from claimcheck.statements.nouns import Judged, Opinion
from claimcheck.statements.reading import Reading, read_sentence
from claimcheck.statements.records import Records
from claimcheck.statements.scope import Scope, ScopeReader
from claimcheck.statements.statuses import statuses
from claimcheck.statements.trials.cells import leads, spoken
from claimcheck.statements.trials.line import Line

_PROSE = patterns.lazy(r"\b(?:was|were|had|did|found|showed|reported|gave|enrolled|responded)\b")
"""Verbs of running text: a paragraph full of authors and years is no list of references."""


def lint(
    document: Document,
    records: Records,
    policy: Policy,
    rules: Iterable[Rule[Any]],
    elsewhere: Elsewhere | None = None,
) -> Linted:
    """Judge every sentence of a document and stamp what the rules say of it.

    `elsewhere` tells what the draft's citation keys can mean besides its own list.
    """
    citations = _without_names(draft_citations(document, elsewhere), records)
    judge = Judge(document, records, policy.today, citations)
    judged = tuple(judge.judge())
    chosen = tuple(rules)
    findings = [
        finding
        for one in judged
        for rule in chosen
        for finding in policy.stamp(rule, rule.check(one, records.base))
    ]
    for slip in judge.slips:
        findings += policy.stamp(impossible_in_draft, impossible_in_draft.check(slip))
    for clash in clashes(judge.stated, records):
        findings += policy.stamp(inconsistent, inconsistent.check(clash))
    for rule in DRAFT_CITATION_RULES:
        findings += policy.stamp(rule, rule.check(citations))
    return Linted(
        findings=tuple(findings),
        sentences=tuple(one.result() for one in judged),
        citations=citations,
    )


def _without_names(citations: DraftCitations, records: Records) -> DraftCitations:
    """The citations; a name of the base with a year (Colorado, 2022) is no undefined author."""
    mentions = tuple(
        replace(m, entries=None) if m.entries == () and _is_name(m, records) else m
        for m in citations.mentions
    )
    return replace(citations, mentions=mentions)


def _is_name(mention: Mention, records: Records) -> bool:
    if mention.kind != "author-year":
        return False
    names = mention.text[: mention.text.rfind(mention.year)].rstrip(" ,(")
    found = records.names.find(names)
    return any(m.kind != "author" and m.start == 0 and m.end == len(names) for m in found)


def judge_document(document: Document, records: Records, today: date) -> Iterator[Judged]:
    """Every checkable sentence of a document, judged against the records."""
    return Judge(document, records, today).judge()


_Said = tuple[tuple[Opinion, ...], tuple[Stated, ...], tuple[Slip, ...]]
"""Opinions on a sentence, the figures it states in full, and those that cannot be."""
_MANY = 40
"""Sentences that are worth another process."""
_MOST_KEPT = 10_000
"""Sentences whose opinions are kept, in case the text repeats itself."""


class Judge:
    """Judges the sentences of a document, and keeps what they say for the rules on the whole.

    `citations` are those of the document, looked up: one that leads nowhere covers no sentence.
    Without them, every citation covers its sentence.
    """

    def __init__(
        self,
        document: Document,
        records: Records,
        today: date,
        citations: DraftCitations | None = None,
    ) -> None:
        self._document = document
        self._records = records
        self._today = today
        self._listed = frozenset(citations.list_blocks if citations else list_blocks(document))
        self._coverage = Coverage(document, citations.mentions if citations else ())
        self._cited = cited_works(citations, records) if citations else {}
        self._said: dict[Hashable, _Said] = {}
        self.stated: list[Stated] = []
        """The figures that sentences state in full, in their order."""
        self.slips: list[Slipped] = []
        """Figures that cannot be."""

    def judge(self) -> Iterator[Judged]:
        """Every checkable sentence of the document, judged against the records."""
        sentences = split(self._document)
        reader = ScopeReader(self._document, sentences, self._records.names, self._cited)
        for place, said in self._said_by(sentences, reader):
            judged = self._sentence(reader.scope(sentences[place]), said)
            if judged.opinions:
                yield judged

    def _said_by(
        self, sentences: Sequence[Sentence], reader: ScopeReader
    ) -> Iterator[tuple[int, _Said]]:
        """What is said of each sentence of which anything is, by its place; those of a long text
        are divided among the processors."""
        processes = spare() + 1 if len(sentences) > _MANY else 1
        own, *others = parts(len(sentences), processes)
        asked = [elsewhere(partial(self._sent, sentences, one, reader)) for one in others]
        yield from self._answers(sentences, own, reader)
        for answers in asked:
            answered, compiled = answers()
            patterns.added.update(compiled)
            yield from answered

    def _sent(
        self, sentences: Sequence[Sentence], places: range, reader: ScopeReader
    ) -> tuple[list[tuple[int, _Said]], dict[patterns.Key, patterns.Code]]:
        """The answers as another process sends them: without the document, which all have, but
        with the patterns that it compiled, for the runs to come."""
        answers = [
            (place, (found, tuple(replace(figure, scope=None) for figure in figures), odd))  # type: ignore[arg-type]
            for place, (found, figures, odd) in self._answers(sentences, places, reader)
        ]
        return answers, patterns.added

    def _answers(
        self, sentences: Sequence[Sentence], places: range, reader: ScopeReader
    ) -> Iterator[tuple[int, _Said]]:
        for place in places:
            if self._may_state(sentences[place]):
                scope = reader.scope(sentences[place])
                said = self._said_of(scope, reader.setting(scope))
                if any(said):
                    yield place, said

    def _may_state(self, sentence: Sentence) -> bool:
        text, listed = sentence.text, sentence.block in self._listed
        if listed and not _PROSE.search(text):
            return False
        if self._document.blocks[sentence.block].kind == "heading":
            return False
        return self._worth_reading(sentence) or may_repeat(text, self._records)

    def _worth_reading(self, sentence: Sentence) -> bool:
        """Whether a sentence may state something; a cell does together with the heads over it."""
        blocks = self._document.blocks
        block = blocks[sentence.block]
        heads = block.header if block.kind == "cell" and block.row else ()
        return worth_reading(sentence.text) or any(leads(blocks[i].text) for i in heads)

    def _sentence(self, scope: Scope, said: _Said) -> Judged:
        """The opinions of all records on one sentence."""
        found, figures, odd = said
        found = own(found, scope) if found else found
        self.stated += (replace(figure, scope=scope) for figure in figures)
        self.slips += (Slipped(scope, slip) for slip in odd)
        sentence = scope.sentence
        covered = bool(found) and self._coverage.covers(
            sentence.block, sentence.start, sentence.end
        )
        return Judged(scope.document, scope, found, covered)

    def _said_of(self, scope: Scope, setting: Hashable) -> _Said:
        """What is said of a sentence; where a text repeats itself, it is asked once."""
        if setting not in self._said:
            if len(self._said) > _MOST_KEPT:
                self._said.clear()
            self._said[setting] = self._asked(scope)
        return self._said[setting]

    def _asked(self, scope: Scope) -> _Said:
        reading, records = read_sentence(scope), self._records
        laid_out = cache(partial(spoken, reading, records))
        if parts := apart(scope, records):
            found = tuple(one for at, part in parts for one in self._moved(part, at))
        else:
            found = self._opinions(scope, reading, laid_out)
        figures = tuple(_marked(one, found) for one in stated(reading, records, laid_out))
        found = in_time(found, reading, records)
        return found, figures, tuple(slips(reading.text, reading.quantities))

    def _moved(self, part: Scope, at: int) -> Iterator[Opinion]:
        """The opinions on a part of a sentence, at their places in the whole."""
        reading = read_sentence(part)
        laid_out = cache(partial(spoken, reading, self._records))
        for one in self._opinions(part, reading, laid_out):
            yield replace(one, start=one.start + at, end=one.end + at)

    def _opinions(
        self, scope: Scope, reading: Reading, laid_out: Callable[[], Line | None]
    ) -> tuple[Opinion, ...]:
        """What the records say of a sentence, or of a part of one."""
        records = self._records
        found = tuple(repeats(reading, records))
        if self._worth_reading(scope.sentence):
            judged = (
                *trials.opinions(reading, records, laid_out),
                *decisions.opinions(scope, reading, records, self._today),
            )
            found = _backed((with_claims(one, records) for one in judged), found)
            found = borne_out(found or tuple(statuses(reading, records)), reading, records)
            found = exchanged(found, reading, records, self._today)
            found = misdirected(found, reading, records, self._today)
        return found


def _backed(found: Iterable[Opinion], claims: tuple[Opinion, ...]) -> tuple[Opinion, ...]:
    """All opinions; what a claim of the base backs needs no further source, and one that is no
    other than that of a record only lends its id."""
    backed = any(one.standing == "supported" for one in claims)
    kept = [one for one in found if not (backed and one.standing == "unsourced")]
    for claim in claims:
        same = next((at for at, one in enumerate(kept) if _is_of(claim, one)), None)
        if same is None:
            kept.append(claim)
        else:
            named = tuple(dict.fromkeys((*kept[same].claims, *claim.claims)))
            kept[same] = replace(kept[same], claims=named)
    return tuple(kept)


def _is_of(claim: Opinion, record: Opinion) -> bool:
    """Whether both speak of one trial or decision, and to the same end."""
    shared = {*claim.trials, *claim.events} & {*record.trials, *record.events}
    return claim.standing == record.standing != "supported" and bool(shared)


def _marked(stated: Stated, opinions: Iterable[Opinion]) -> Stated:
    """The figure, known where an opinion on it says that the base bears it out."""
    known = any(
        o.standing == "supported"
        and stated.trial in o.trials
        and o.start < stated.end
        and stated.start < o.end
        for o in opinions
    )
    return replace(stated, known=known)
