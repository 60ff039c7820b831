"""The claims and sources of a base for other programs: ClaimReview, CSL-JSON, CSV."""

from __future__ import annotations

import json
from typing import Any

from claimcheck.catalogue.citations import csl
from claimcheck.catalogue.claim_columns import claim_columns
from claimcheck.catalogue.formats import separated
from claimcheck.model.base import Base
from claimcheck.model.claims import Claim
from claimcheck.pages.content import Content
from claimcheck.pages.report import link

_RATINGS = {"supported": 5, "imprecise": 3, "outdated": 2, "unsupported": 2, "refuted": 1}
"""Verdicts on the scale that schema.org's Rating asks for; the word itself stands beside it."""


def claim_reviews(content: Content, publisher: str, url: str | None) -> str:
    """The claims that have a verdict, as schema.org ClaimReview in JSON-LD.

    `url` is where the page will be published; without it the links lead into the page itself.
    https://schema.org/ClaimReview
    """
    reviews = [
        _review(claim, content.base, publisher, url or "")
        for claim in content.base.claims
        if claim.verdict in _RATINGS
    ]
    whole = {"@context": "https://schema.org", "@graph": reviews}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _review(claim: Claim, base: Base, publisher: str, url: str) -> dict[str, Any]:
    review: dict[str, Any] = {
        "@type": "ClaimReview",
        "@id": f"{url}#claim-{claim.id}",
        "url": f"{url}#claim-{claim.id}",
        "claimReviewed": claim.statement,
        "author": {"@type": "Organization", "name": publisher},
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": _RATINGS[claim.verdict],
            "worstRating": 1,
            "bestRating": 5,
            "alternateName": claim.verdict,
        },
        "itemReviewed": {"@type": "Claim", "appearance": _appearances(claim, base)},
        "citation": [found for s in claim.sources if (found := _cited(s.ref, base))],
    }
    if claim.as_of:
        review["datePublished"] = str(claim.as_of)
    if claim.correction:
        review["reviewBody"] = claim.correction
    return review


def _appearances(claim: Claim, base: Base) -> list[dict[str, Any]]:
    articles = dict.fromkeys(place.article for place in claim.said)
    return [_article(ident, base) for ident in articles if ident in base.article]


def _article(ident: str, base: Base) -> dict[str, Any]:
    article = base.article[ident]
    found = {
        "name": article.title,
        "url": article.URL,
        "datePublished": str(article.published) if article.published else None,
        "publisher": article.publisher,
    }
    return {"@type": "CreativeWork", **{key: value for key, value in found.items() if value}}


def _cited(ref: str, base: Base) -> dict[str, Any] | None:
    work = base.reference.get(ref)
    if work is None:
        return None
    found = {"name": work.title, "url": link(work), "identifier": work.doi}
    return {"@type": "CreativeWork", **{key: value for key, value in found.items() if value}}


def sources_csl(content: Content) -> str:
    """All sources as CSL-JSON."""
    return csl(content.base.references)


def claims_csv(content: Content) -> str:
    """All claims as CSV, with every column."""
    columns = tuple(claim_columns(content.base, content.names).values())
    return separated(content.base.claims, columns, ",")
