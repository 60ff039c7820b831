"""`claimcheck init`: a claim base to begin with."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli.guard import guarded
from claimcheck.cli.options import CommonOptions, with_options
from claimcheck.cli.session import open_session
from claimcheck.errors import UsageError
from claimcheck.files import write_text

_FILES = {
    "claims.yaml": """\
# The texts that make claims, and what they claim: one statement an entry, in your own words.
articles:
- id: my-article
  title: A page that makes claims
  read: 2026-01-01

claims:
- id: first-claim
  statement: The trial of Smith and others randomised 120 people.
  kind: size
  subject: {trial: smith-2020, population: randomised}
  quantity: 120 people
  said:
  - {article: my-article, section: Results, phrase: 120 people}
  sources:
  - {ref: smith-2020, at: abstract}
  verdict: unchecked
  as_of: 2026-01-01
""",
    "references.yaml": """\
# The sources, in CSL names: pandoc and Zotero read this file too.
references:
- id: smith-2020
  type: article-journal
  title: Title of the work
  author:
  - {family: Smith, given: Ann}
  container-title: Name of the Journal
  issued: {date-parts: [[2020]]}
""",
    "trials.yaml": """\
# What the trials planned, whom they studied, and what came out.
trials:
- id: smith-2020
  name: Smith 2020
  compound: a-drug
  indication: a-disease
  sizes: {randomised: 120}
  publications: [{ref: smith-2020}]
""",
    "regulatory.yaml": """\
# Dated decisions of agencies, and for what the list is complete.
complete: []
events: []
""",
    "vocabulary.yaml": """\
# Names: what texts may call each thing.
compounds:
- {id: a-drug, name: a drug}
indications:
- {id: a-disease, name: a disease}
""",
}


@with_options
def init(
    context: typer.Context,
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="[DIR]", help="Where to put it.", show_default="data"),
    ] = None,
    *,
    common: CommonOptions,
) -> None:
    """Begin a claim base: five YAML files with an entry each."""
    with guarded():
        session = open_session(context, common)
        folder = folder or session.settings.base or Path("data")
        taken = [name for name in _FILES if os.path.lexists(folder / name)]
        if taken:
            raise UsageError(f"{folder / taken[0]} is there already; nothing was written")
        for name, text in _FILES.items():
            write_text(folder / name, text)
        session.note(
            f"wrote {len(_FILES)} files to {folder}; `claimcheck check {folder}` checks them"
        )
