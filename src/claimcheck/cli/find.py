"""`claimcheck find`: the works that a citation or a title may mean."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimcheck.cli.guard import guarded
from claimcheck.cli.options import CommonOptions, NetworkOptions, with_options
from claimcheck.cli.session import Session, find_base, open_session
from claimcheck.errors import UsageError
from claimcheck.policy import Exit

if TYPE_CHECKING:
    from claimcheck.finding import Candidate, Found
    from claimcheck.model.works import Reference

FORMATS = ("full", "json", "bibtex", "csl", "apa")
LOCK_NAME = "claimcheck.lock"


@with_options
def find(
    context: typer.Context,
    text: Annotated[
        list[str] | None, typer.Argument(metavar="TEXT", help="A citation, a title, or a DOI.")
    ] = None,
    rows: Annotated[
        int, typer.Option("--rows", min=1, max=50, help="How many candidates to show.")
    ] = 5,
    add: Annotated[
        bool, typer.Option("--add", help="Add the best match to references.yaml of the base.")
    ] = False,
    key: Annotated[
        str | None,
        typer.Option("--id", metavar="ID", help="Id of the new entry.", show_default="author-year"),
    ] = None,
    bibtex: Annotated[
        bool, typer.Option("--bibtex", help="Print the best match as BibTeX.")
    ] = False,
    format: Annotated[  # noqa: A002 - the option's name
        str | None,
        typer.Option("--format", "-f", metavar="|".join(FORMATS), help="Form of the answer."),
    ] = None,
    *,
    common: CommonOptions,
    network: NetworkOptions,
) -> None:
    """Find the work that a citation or title means, with an entry to paste.

    Candidates are ranked by how well their fields agree with the text, not by the registry's own
    score. Exit status 1 if none of them is the work.
    """
    with guarded():
        sought = " ".join(text or []).strip()
        form = _form(format, bibtex)
        if not sought:
            raise UsageError('no text is given (a citation, a title or a DOI: find "…")')
        session = open_session(context, common, None, network)
        found = _find(session, sought, rows)
        if add:
            _add(session, found, key)
        else:
            typer.echo(_render(found, form, key), nl=False)
        if found.trouble:
            session.note(found.trouble)
        raise typer.Exit(_status(found))


def _form(wanted: str | None, bibtex: bool) -> str:
    if wanted is not None and wanted not in FORMATS:
        raise UsageError(f"--format: no format is called {wanted!r}; {', '.join(FORMATS)}")
    if bibtex and wanted not in (None, "bibtex"):
        raise UsageError(f"--bibtex and --format {wanted}: one of them at a time")
    return wanted or ("bibtex" if bibtex else "full")


def _status(found: Found) -> Exit:
    if found.best:
        return Exit.OK
    return Exit.UNCHECKED if found.trouble else Exit.FINDINGS


def _find(session: Session, sought: str, rows: int) -> Found:
    from claimcheck.finding import find_work
    from claimcheck.sources import open_source

    lock = find_base(session.settings) / LOCK_NAME
    network = session.network(lock if lock.is_file() else None)
    with open_source(network, session.note) as source:
        return find_work(sought, source, rows)


def _add(session: Session, found: Found, key: str | None) -> None:
    """Put the best match at its place in the base's references."""
    from claimcheck.bibliography.adding import add_entry
    from claimcheck.cli.lists import encoding_of, write_back

    if found.best is None:
        raise UsageError("nothing was added: no candidate is surely the work")
    path = find_base(session.settings) / "references.yaml"
    before = path.read_bytes() if path.is_file() else b""
    added = add_entry(str(path), before.decode("utf-8-sig"), found.best.reference, key)
    if path.is_file():
        write_back(path, encoding_of(before), added.text)
    else:
        path.write_text(added.text, encoding="utf-8")
    typer.echo(f"{path}:{added.line}: added {added.key} ({found.best.reference.doi})")


def _render(found: Found, form: str, key: str | None) -> str:
    if form == "json":
        return json.dumps(_as_json(found), ensure_ascii=False, indent=1) + "\n"
    chosen = _chosen(found)
    references = [replace(chosen, id=key)] if chosen and key else [chosen] if chosen else []
    if form != "full":
        from claimcheck.bibliography.export import LISTS

        return LISTS[form](references) if references else ""
    return _full(found, references)


def _chosen(found: Found) -> Reference | None:
    """The work, or the likest candidate."""
    best = found.best or next(iter(found.candidates), None)
    return best.reference if best else None


def _full(found: Found, references: Sequence[Reference]) -> str:
    from claimcheck.bibliography.export import csl_yaml

    lines = [line for n, one in enumerate(found.candidates, 1) for line in _lines(n, one, found)]
    if not lines:
        return f"No candidate: {found.why}.\n"
    verdict = f"\n{found.why[0].upper()}{found.why[1:]}.\n" if found.why and not found.best else ""
    entry = "".join(csl_yaml(reference) for reference in references)
    return "\n".join(lines) + f"\n{verdict}\nreferences.yaml:\n\n{entry}"


def _lines(number: int, candidate: Candidate, found: Found) -> list[str]:
    from claimcheck.bibliography.export import apa

    mark = "*" if candidate is found.best else " "
    head = f"{mark}{number:>2}. {candidate.likeness:.2f}  {apa([candidate.reference]).strip()}"
    fields = [
        f"{field.name} {'agrees' if field.agrees else f'differs ({field.given} | {field.record})'}"
        for field in candidate.fields
        if field.agrees is not None
    ]
    return [head, f"           {', '.join(fields)}"] if fields else [head]


def _as_json(found: Found) -> dict[str, Any]:
    from claimcheck.bibliography.export import csl_item

    return {
        "version": 1,
        "command": "find",
        "text": found.text,
        "match": found.best.reference.doi if found.best else None,
        "reason": found.why,
        "candidates": [
            {
                "doi": one.reference.doi,
                "likeness": round(one.likeness, 3),
                "fields": [asdict(field) for field in one.fields],
                "reference": csl_item(one.reference),
            }
            for one in found.candidates
        ],
    }
