"""Drafts judged one by one, and added up; what an earlier run came to is taken over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import field
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck.classes import dataclass
from claimcheck.cli.session import Session, find_base
from claimcheck.cores import elsewhere, parts, spare
from claimcheck.errors import BaseUnreadableError, ClaimcheckError

if TYPE_CHECKING:
    from claimcheck.cli.libraries import Libraries
    from claimcheck.inquiry import Item
    from claimcheck.model.drafts import Document
    from claimcheck.model.findings import Finding, ReferenceResult, Report
    from claimcheck.model.linted import Linted
    from claimcheck.policy import Policy
    from claimcheck.rules.references import Checked
    from claimcheck.statements.records import Records

_MUCH = 50_000
"""Bytes of drafts that are worth another process."""
Verified = Sequence[tuple["Item", "Checked"]]
"""The entries of the drafts' own references with what became of them."""


class Judging:
    """Judges drafts against the base of a session; the base is read when a draft needs it.

    A program that outlives a run gives the `records` it has; then no results are taken or kept,
    as a text that is being written does not come again.
    """

    def __init__(
        self, session: Session, bibliographies: tuple[str, ...], records: Records | None = None
    ) -> None:
        from claimcheck.load.results import Results

        self.policy = session.policy()
        self._session = session
        self._bibliographies = bibliographies
        self._base = find_base(session.settings)
        self._leave: Callable[[], None] | None = None
        self._judged: tuple[str, bytes] | None = None
        self._handed_out = False
        self._given = records
        policy, settings = self.policy, session.settings
        conditions = (
            *(policy.today, policy.select, policy.ignore, sorted(policy.severities.items())),
            *(policy.suppressions, session.report.show_all),
        )
        kept = not policy.baseline.held and not settings.refresh and records is None
        self._results = Results(session.cache_dir, self._base, conditions) if kept else None

    def lint(self, path: str, content: bytes) -> tuple[Document, Linted]:
        """A draft and what it comes to. Raises what reading a draft raises.

        One whose keys other files explain is not kept.
        """
        if self._results and (found := self._results.find(path, content)):
            return found
        self._judged = path, content
        from claimcheck.drafts import read_draft

        document = read_draft(path, content, path)
        elsewhere = self._libraries.elsewhere(document)
        linted = self._judge(document, elsewhere)
        if self._results and elsewhere is None:
            self._results.keep(path, content, document, linted)
        return document, linted

    def hand_out(
        self, paths: Sequence[str], read: Callable[[str], tuple[str, bytes]]
    ) -> dict[str, Callable[[], None]]:
        """Have other processors judge most of many drafts, once one had to be judged here.

        Each of them leaves its results where `lint` finds them: by the first path of its share
        comes what waits for that. Nothing is handed out if results cannot be kept.
        """
        judged, self._judged = self._judged, None
        if judged is None or self._results is None or self._handed_out:
            return {}
        self._handed_out = sum(map(_size, paths)) < _MUCH or not spare()
        if self._handed_out or self._results.find(*judged) is None:
            return {}
        self._handed_out = True
        _, *others = parts(len(paths), spare() + 1)
        shares = ([paths[place] for place in one] for one in others)
        return {
            share[0]: elsewhere(partial(self._lint_each, share, read)) for share in shares if share
        }

    def _lint_each(self, paths: Sequence[str], read: Callable[[str], tuple[str, bytes]]) -> None:
        for path in paths:
            with suppress(ClaimcheckError):  # it is met again, and said, where it is waited for
                self.lint(*read(path))

    def close(self) -> Sequence[ClaimcheckError]:
        """Keep what was learned; returns why files that drafts name could not be read."""
        if self._results:
            self._results.close()
        if self._leave:
            self._leave()
        return self._libraries.faults if "_libraries" in self.__dict__ else ()

    def _judge(self, document: Document, elsewhere: Any) -> Linted:
        from claimcheck.linting import lint
        from claimcheck.rules.drafts import DRAFT_RULES, REMARKS

        rules = (*DRAFT_RULES, *REMARKS) if self._session.report.show_all else DRAFT_RULES
        return lint(document, self._records, self.policy, rules, elsewhere)

    @cached_property
    def _records(self) -> Records:
        if self._given:
            return self._given
        try:
            records, self._leave = read_records(self._session, self._base)
        except ClaimcheckError as error:
            raise BaseUnreadableError(str(error)) from error
        return records

    @cached_property
    def _libraries(self) -> Libraries:
        from claimcheck.cli.libraries import Libraries

        return Libraries(frozenset(self._records.base.reference), self._bibliographies)


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except OSError:
        return 0


def read_records(session: Session, base: Path) -> tuple[Records, Callable[[], None]]:
    """The records of a base, and what keeps all that is learned of them for the next run."""
    from claimcheck.load import learned
    from claimcheck.statements.records import Records

    known, leave = learned(base, session.cache_dir)
    return Records(session.load(base), known), leave


@dataclass(slots=True)
class Total:
    """What drafts came to."""

    linted: list[tuple[Document, Linted]] = field(default_factory=list)
    verified: Verified = ()

    def verify(self, session: Session) -> None:
        """Look up the drafts' own references."""
        if not any(file.entries for _, one in self.linted for file in one.citations.files):
            return
        from claimcheck.cli.verifying import verified
        from claimcheck.verification import items_of_drafts

        items = items_of_drafts(one.citations for _, one in self.linted)
        self.verified = verified(session, items) if items else ()

    def report(self, policy: Policy, *, show_all: bool) -> Report:
        """One report on all of them."""
        from claimcheck.policy import add_up
        from claimcheck.rules.citations import DRAFT_CITATION_RULES
        from claimcheck.rules.drafts import DRAFT_RULES, REMARKS, WITHIN_RULES, unused_suppression
        from claimcheck.suppressions import settle

        rules = (*DRAFT_RULES, *REMARKS) if show_all else DRAFT_RULES
        on_references = self._on_references(policy)
        findings: list[Finding] = []
        for document, linted in self.linted:
            own = on_references.pop(document.path, ())
            findings += settle(document, (*linted.findings, *own), policy)
        for others in on_references.values():
            findings += others
        sources = {document.path: document.source for document, _ in self.linted}
        libraries = (file for _, one in self.linted for file in one.citations.libraries)
        return add_up(
            "lint",
            findings,
            policy,
            (*rules, *WITHIN_RULES, *DRAFT_CITATION_RULES, unused_suppression),
            sentences=tuple(sentence for _, one in self.linted for sentence in one.sentences),
            references=self._results(),
            files=tuple(sources),
            sources={**{file.path: file.source for file in libraries}, **sources},
        )

    def _on_references(self, policy: Policy) -> dict[str, Iterable[Finding]]:
        """By file what the rules say of the references."""
        if not self.verified:
            return {}
        from claimcheck.verification import findings_on

        found: dict[str, list[Finding]] = {}
        for item, checked in self.verified:
            found.setdefault(item.file.path, []).extend(findings_on(checked, policy))
        return dict(found)

    def _results(self) -> tuple[ReferenceResult, ...]:
        """How the references stand up."""
        if not self.verified:
            return ()
        from claimcheck.verification import result

        return tuple(result(item, checked) for item, checked in self.verified)
