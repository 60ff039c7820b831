"""The report page: one HTML file that needs nothing else."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files
from typing import Any

from claimcheck import __version__
from claimcheck.catalogue.claim_columns import place_in_words
from claimcheck.catalogue.names import doi_address
from claimcheck.catalogue.standing import Standing
from claimcheck.model.works import Reference
from claimcheck.pages.content import Content
from claimcheck.reports.characters import visible

_TEMPLATE = "report.html"
_AUTHORS = 3


def render_report(content: Content, title: str) -> str:
    """The page: overview, claims, sources, trials, charts, decisions, how it was checked."""
    style, script = _asset("report.css"), _asset("report.js")
    template = _environment().get_template(_TEMPLATE)
    page: str = template.render(
        content=content,
        base=content.base,
        names=content.names,
        title=title,
        version=__version__,
        style=style,
        script=script,
        policy=_policy(script),
    )
    return page


def _asset(name: str) -> str:
    return files("claimcheck.pages").joinpath(name).read_text(encoding="utf-8")


def _policy(script: str) -> str:
    """Nothing is loaded, and no script runs but the page's own."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"


def _environment() -> Any:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        loader=FunctionLoader(_asset),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=lambda value: visible(value) if type(value) is str else value,
    )
    environment.filters["authors"] = _authors
    environment.filters["basis"] = _basis
    environment.filters["link"] = link
    environment.filters["place"] = place_in_words
    environment.filters["span"] = _span
    environment.filters["stopped"] = _stopped
    return environment


def _authors(work: Reference) -> str:
    """The first authors of a work."""
    shown = ", ".join(str(name) for name in work.author[:_AUTHORS])
    return shown + (" et al." if work.et_al or len(work.author) > _AUTHORS else "")


def _basis(standing: Standing) -> str:
    """What a state rests on: service and day, then the reason."""
    day = standing.checked_at[:10] if standing.checked_at else None
    known = ", ".join(filter(None, (standing.via, day)))
    return "; ".join(filter(None, (known, standing.reason)))


def _span(days: tuple[str, str]) -> str:
    """One day, or the first and the last."""
    return " to ".join(dict.fromkeys(days))


def _stopped(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!", "…")) else f"{sentence}."


def link(work: Reference) -> str | None:
    """Where a work is found; None for an address that is not of the web."""
    if work.doi:
        return doi_address(work.doi)
    return work.url if work.url and work.url.startswith(("https://", "http://")) else None
