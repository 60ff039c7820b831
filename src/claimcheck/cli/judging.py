"""Drafts judged one by one: taken from an earlier run where nothing has changed, else read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from claimcheck.cli.session import Session, find_base

if TYPE_CHECKING:
    from claimcheck.cli.libraries import Libraries
    from claimcheck.errors import ClaimcheckError
    from claimcheck.model.drafts import Document
    from claimcheck.model.linted import Linted
    from claimcheck.statements.records import Records


class Judging:
    """Judges drafts against the base of a session; the base is read when a draft needs it."""

    def __init__(self, session: Session, bibliographies: tuple[str, ...]) -> None:
        from claimcheck.load.results import Results

        self.policy = session.policy()
        self._session = session
        self._bibliographies = bibliographies
        self._base = find_base(session.settings)
        self._leave: Callable[[], None] | None = None
        policy, settings = self.policy, session.settings
        conditions = (
            *(policy.today, policy.select, policy.ignore, sorted(policy.severities.items())),
            *(policy.suppressions, session.report.show_all),
        )
        kept = not policy.baseline.held and not settings.refresh
        self._results = Results(session.cache_dir, self._base, conditions) if kept else None

    def lint(self, path: str, content: bytes) -> tuple[Document, Linted]:
        """A draft and what it comes to. Raises what reading a draft raises.

        One whose keys other files explain is not kept.
        """
        if self._results and (found := self._results.find(path, content)):
            return found
        from claimcheck.drafts import read_draft

        document = read_draft(path, content, path)
        elsewhere = self._libraries.elsewhere(document)
        linted = self._judge(document, elsewhere)
        if self._results and elsewhere is None:
            self._results.keep(path, content, document, linted)
        return document, linted

    def close(self) -> Iterable[ClaimcheckError]:
        """Keep what was learned; returns why files that drafts name could not be read."""
        if self._results:
            self._results.close()
        if self._leave is None:
            return ()
        self._leave()
        return self._libraries.faults

    def _judge(self, document: Document, elsewhere: Any) -> Linted:
        from claimcheck.linting import lint
        from claimcheck.rules.drafts import DRAFT_RULES, REMARKS

        rules = (*DRAFT_RULES, *REMARKS) if self._session.report.show_all else DRAFT_RULES
        return lint(document, self._records, self.policy, rules, elsewhere)

    @cached_property
    def _records(self) -> Records:
        from claimcheck.load import learned
        from claimcheck.statements.records import Records

        known, self._leave = learned(self._base, self._session.cache_dir)
        return Records(self._session.load(self._base), known)

    @cached_property
    def _libraries(self) -> Libraries:
        from claimcheck.cli.libraries import Libraries

        return Libraries(frozenset(self._records.base.reference), self._bibliographies)
