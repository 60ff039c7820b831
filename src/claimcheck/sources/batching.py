"""Putting DOIs into as few requests as their number and the length of the URL allow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

MOST_DOIS = 50
LONGEST_URL = 4_000
"""Crossref's staff named 4,096 bytes for the request line in 2017; 414s of 2026 were far above."""


def batches(
    dois: Iterable[str],
    url: Callable[[Sequence[str]], str],
    fits: Callable[[str], bool] = lambda doi: "," not in doi,
) -> list[tuple[str, ...]]:
    """`dois` in groups, each with a `url` short enough; one that does not fit in stands alone.

    All these services part DOIs by commas, so a DOI with a comma never fits in.
    """
    groups: list[tuple[str, ...]] = []
    current: tuple[str, ...] = ()
    for doi in dois:
        if not fits(doi):
            groups.append((doi,))
            continue
        if len(current) == MOST_DOIS or len(url((*current, doi))) > LONGEST_URL:
            groups.append(current)
            current = ()
        current = (*current, doi)
    return [group for group in [*groups, current] if group]
